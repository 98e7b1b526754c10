//! A grid whose fields are the stronger the more they hold.

use dioxus::prelude::*;

use super::{em, percent};

/// A field of a grid: column, row, how many.
pub struct Field {
    pub column: usize,
    pub row: usize,
    pub count: u64,
    pub words: String,
}

/// A grid whose fields are the stronger the more they hold.
pub fn grid(
    id: &str,
    title: &str,
    desc: &str,
    columns: &[&str],
    rows: &[String],
    fields: &[Field],
) -> Element {
    let most = fields.iter().map(|field| field.count).max().unwrap_or(0);
    let width = 100.0 / columns.len().max(1) as f64;
    let height = 100.0 / rows.len().max(1) as f64;
    let middle = |nth: usize, size: f64| percent(size * (nth as f64 + 0.5));
    rsx! {
        svg { class: "chart heat", width: "100%", height: em(rows.len() as f64 * 1.75 + 1.75), role: "img", "aria-labelledby": "{id}-title {id}-desc",
            title { id: "{id}-title", "{title}" }
            desc { id: "{id}-desc", "{desc}" }
            for (nth , column) in columns.iter().enumerate() {
                text { class: "middle", x: middle(nth, width), y: "0", dy: "-8", "{column}" }
            }
            for (nth , row) in rows.iter().enumerate() {
                text { class: "end", x: "-8", y: middle(nth, height), dy: "4", "{row}" }
                for column in 0..columns.len() {
                    rect { class: "l0", x: percent(width * column as f64), y: percent(height * nth as f64), width: percent(width), height: percent(height), rx: "4" }
                }
            }
            for field in fields {
                g {
                    title { "{field.words}" }
                    rect { class: "l{level(field.count, most)}", x: percent(width * field.column as f64), y: percent(height * field.row as f64), width: percent(width), height: percent(height), rx: "4" }
                    text { class: if level(field.count, most) > 3 { "middle on" } else { "middle" }, x: middle(field.column, width), y: middle(field.row, height), dy: "4", "{field.count}" }
                }
            }
        }
    }
}

/// How strong, from 1 to 5.
fn level(count: u64, most: u64) -> u64 {
    (count * 5).div_ceil(most.max(1)).clamp(1, 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_is_the_strongest_and_one_is_seen() {
        assert_eq!(
            [1, 20, 21, 81, 100].map(|count| level(count, 100)),
            [1, 1, 2, 5, 5]
        );
        assert_eq!(level(1, 1), 5);
    }
}
