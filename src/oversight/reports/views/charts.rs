//! Charts as SVG. Their places are shares of the drawing, so that a chart takes the room it
//! has and its words stay as large as any others; colours and heights are in the style sheet.

use dioxus::prelude::*;

/// A column: what stands beneath it, its parts from below, and what it says in words.
pub struct Column {
    pub label: String,
    pub parts: Vec<u64>,
    pub words: String,
}

impl Column {
    fn height(&self) -> u64 {
        self.parts.iter().sum()
    }
}

/// How many labels stand beside each other on a phone, where they are short and where not, and
/// on any screen.
const LABELS_NARROW: (usize, usize) = (6, 4);
const LABELS_WIDE: usize = 14;
/// The longest of the short ones, in characters.
const SHORT: usize = 5;

/// Columns of stacked parts, which have these classes.
pub fn columns(id: &str, title: &str, desc: &str, columns: &[Column], parts: &[&str]) -> Element {
    let highest = columns.iter().map(Column::height).max().unwrap_or(0);
    let ticks = ticks(highest);
    let top = ticks.last().copied().unwrap_or(1);
    let n = columns.len();
    let slot = 100.0 / n.max(1) as f64;
    let width = slot * if n > 6 { 0.76 } else { 0.56 };
    let short = columns
        .iter()
        .all(|column| column.label.chars().count() <= SHORT);
    let narrow = if short {
        LABELS_NARROW.0
    } else {
        LABELS_NARROW.1
    };
    let (often, seldom) = (n.div_ceil(LABELS_WIDE), n.div_ceil(narrow));
    rsx! {
        svg { class: "chart plot", role: "img", "aria-labelledby": "{id}-title {id}-desc",
            title { id: "{id}-title", "{title}" }
            desc { id: "{id}-desc", "{desc}" }
            for tick in &ticks {
                line { class: if *tick == 0 { "axis" } else { "grid" }, x1: "0", x2: "100%", y1: place(*tick, top), y2: place(*tick, top) }
                text { class: "end", x: "-8", y: place(*tick, top), dy: "4", "{tick}" }
            }
            for (nth , column) in columns.iter().enumerate() {
                g {
                    title { "{column.words}" }
                    for (class , from , to) in stacked(&column.parts, parts) {
                        rect {
                            class: "{class}",
                            x: percent(slot * nth as f64 + (slot - width) / 2.0),
                            y: place(to, top),
                            width: percent(width),
                            height: percent((to - from) as f64 * 100.0 / top as f64),
                        }
                    }
                    if column.height() > 0 && n <= LABELS_WIDE {
                        text { class: if n > 8 { "middle value wide-only" } else { "middle value" }, x: percent(slot * (nth as f64 + 0.5)), y: place(column.height(), top), dy: "-6", "{column.height()}" }
                    }
                    if nth % often == 0 {
                        text { class: if nth % seldom == 0 { "middle" } else { "middle wide-only" }, x: percent(slot * (nth as f64 + 0.5)), y: "100%", dy: "20", "{column.label}" }
                    }
                }
            }
        }
    }
}

/// The parts that are there, each with its class, where it begins and where it ends.
fn stacked<'a>(parts: &[u64], classes: &[&'a str]) -> Vec<(&'a str, u64, u64)> {
    let mut below = 0;
    let mut stacked = Vec::new();
    for (part, class) in parts.iter().zip(classes) {
        if *part > 0 {
            stacked.push((*class, below, below + part));
        }
        below += part;
    }
    stacked
}

/// A bar: its name, the figure at its end, and how much of it is filled.
pub struct Bar {
    pub label: String,
    pub figure: String,
    pub share: f64,
    pub class: &'static str,
}

/// Bars that lie beneath each other, each full at one.
pub fn bars(id: &str, title: &str, desc: &str, bars: &[Bar]) -> Element {
    let each = 100.0 / bars.len().max(1) as f64;
    rsx! {
        svg { class: "chart", width: "100%", height: em(bars.len() as f64 * 2.75), role: "img", "aria-labelledby": "{id}-title {id}-desc",
            title { id: "{id}-title", "{title}" }
            desc { id: "{id}-desc", "{desc}" }
            for (nth , bar) in bars.iter().enumerate() {
                svg { y: percent(each * nth as f64), width: "100%", height: percent(each),
                    text { class: "label", y: "1em", "{bar.label}" }
                    text { class: "end value", x: "100%", y: "1em", "{bar.figure}" }
                    rect { class: "track", y: "1.35em", width: "100%", height: ".5em", rx: ".25em" }
                    if bar.share > 0.0 {
                        rect { class: bar.class, y: "1.35em", width: percent(bar.share * 100.0), height: ".5em", rx: ".25em" }
                    }
                }
            }
        }
    }
}

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

/// Round numbers from zero to the first one that is not exceeded; two to six of them.
fn ticks(highest: u64) -> Vec<u64> {
    let mut step = 1;
    for factor in [2, 5, 2].into_iter().cycle() {
        if step * 5 >= highest {
            break;
        }
        step = if factor == 5 { step / 2 * 5 } else { step * 2 };
    }
    let last = highest.div_ceil(step).max(1);
    (0..=last).map(|nth| nth * step).collect()
}

/// How far from above a value stands.
fn place(value: u64, top: u64) -> String {
    percent(100.0 - value as f64 * 100.0 / top as f64)
}

fn percent(share: f64) -> String {
    format!("{}%", short(share))
}

fn em(size: f64) -> String {
    format!("{}em", short(size))
}

/// Two digits are finer than any screen.
fn short(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        for (highest, wanted) in [
            (0, &[0, 1][..]),
            (1, &[0, 1]),
            (3, &[0, 1, 2, 3]),
            (5, &[0, 1, 2, 3, 4, 5]),
            (7, &[0, 2, 4, 6, 8]),
            (11, &[0, 5, 10, 15]),
            (25, &[0, 5, 10, 15, 20, 25]),
            (26, &[0, 10, 20, 30]),
            (99, &[0, 20, 40, 60, 80, 100]),
            (101, &[0, 50, 100, 150]),
            (4321, &[0, 1000, 2000, 3000, 4000, 5000]),
        ] {
            assert_eq!(ticks(highest), wanted, "{highest}");
        }
    }

    #[test]
    fn parts_lie_on_each_other() {
        assert_eq!(
            stacked(&[2, 0, 3], &["a", "b", "c"]),
            [("a", 0, 2), ("c", 2, 5)]
        );
    }

    #[test]
    fn the_most_is_the_strongest_and_one_is_seen() {
        assert_eq!(
            [1, 20, 21, 81, 100].map(|count| level(count, 100)),
            [1, 1, 2, 5, 5]
        );
        assert_eq!(level(1, 1), 5);
    }

    #[test]
    fn a_chart_says_what_it_shows() {
        let column = Column {
            label: "9 Nov".into(),
            parts: vec![3, 1],
            words: "9 to 15 Nov: 4 <requests>".into(),
        };
        let html = dioxus::ssr::render_element(columns(
            "a",
            "Requests",
            "One column a week.",
            &[column],
            &["s1", "s2"],
        ));
        assert!(
            html.contains("role=\"img\" aria-labelledby=\"a-title a-desc\""),
            "{html}"
        );
        assert!(html.contains("<title id=\"a-title\">Requests</title>"));
        assert!(html.contains("<desc id=\"a-desc\">One column a week.</desc>"));
        assert!(html.contains("&#60;requests&#62;") && !html.contains("style="));
        assert_eq!(html.matches("<rect").count(), 2);
    }
}
