//! Columns of stacked parts, on axes.

use dioxus::prelude::*;

use super::percent;

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
