//! Days beside each other to scale, where there is room, and else a list of each day. Only the
//! server draws it.

use dioxus::prelude::*;

/// A day, and what lies on it.
pub struct CalendarDay<T> {
    /// "Mon", and what stands beneath: "24 Nov".
    pub name: String,
    pub date: String,
    pub today: bool,
    /// Drawn as not to be worked on.
    pub closed: bool,
    pub blocks: Vec<Block<T>>,
    /// What stands there where there are no blocks.
    pub nothing: String,
}

/// A part of a day, in minutes after midnight, and what it is.
pub struct Block<T> {
    pub from: i32,
    pub to: i32,
    pub what: T,
}

/// The first hour to scale. What is earlier stands at the top, what is later at the bottom.
const FIRST: i32 = 6 * 60;
/// The quarters of an hour to scale: until ten at night, or six in the afternoon.
const QUARTERS: i32 = 64;
const QUARTERS_SHORT: i32 = 48;

/// Five days or seven; `show` draws a block, of which it is told how many quarters of an hour
/// there is room for.
pub fn calendar<T>(days: &[CalendarDay<T>], show: impl Fn(&Block<T>, i32) -> Element) -> Element {
    let ends = days
        .iter()
        .flat_map(|day| &day.blocks)
        .map(|block| block.to);
    let short = ends
        .max()
        .is_none_or(|last| last <= FIRST + QUARTERS_SHORT * 15);
    let quarters = if short { QUARTERS_SHORT } else { QUARTERS };
    let size = if short { "short" } else { "" };
    // A block of one quarter is a target for fingers (WCAG 2.5.8): then all rows are higher.
    let mut blocks = days.iter().flat_map(|day| &day.blocks);
    let fine = blocks.any(|block| place(block, quarters).1 == 1);
    let mut class = "week".to_owned();
    for (kind, is) in [(" five", days.len() == 5), (" fine", fine)] {
        if is {
            class.push_str(kind);
        }
    }
    rsx! {
        div { class,
            div { class: "hours-axis {size}", "aria-hidden": "true",
                ol {
                    for hour in 0..quarters / 4 {
                        li { class: "from-{hour * 4}", "{hour + 6}:00" }
                    }
                }
            }
            for day in days {
                section { class: column(day, size),
                    h2 { "aria-current": day.today.then_some("date"),
                        "{day.name} "
                        span { "{day.date}" }
                    }
                    ol {
                        for block in &day.blocks {
                            {row(block, quarters, &show)}
                        }
                        if day.blocks.is_empty() {
                            li { class: "from-8 for-4 small quiet", "{day.nothing}" }
                        }
                    }
                }
            }
        }
    }
}

fn column<T>(day: &CalendarDay<T>, size: &str) -> String {
    let mut class = format!("column {size}");
    for (kind, is) in [(" today", day.today), (" closed", day.closed)] {
        if is {
            class.push_str(kind);
        }
    }
    class
}

fn row<T>(block: &Block<T>, quarters: i32, show: impl Fn(&Block<T>, i32) -> Element) -> Element {
    let (from, length) = place(block, quarters);
    rsx! {
        li { class: "from-{from} for-{length}", {show(block, length)} }
    }
}

/// Where a block begins and how long it is, in quarters of an hour.
fn place<T>(block: &Block<T>, quarters: i32) -> (i32, i32) {
    let from = ((block.from - FIRST) / 15).clamp(0, quarters - 1);
    let to = ((block.to - FIRST + 14) / 15).clamp(from + 1, quarters);
    (from, to - from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_higher_where_a_block_is_a_quarter_of_an_hour() {
        let drawn = |spans: &[(i32, i32)]| {
            let blocks = spans.iter().map(|(from, to)| Block {
                from: *from,
                to: *to,
                what: (),
            });
            let day = CalendarDay {
                name: "Mon".to_owned(),
                date: "23 Nov".to_owned(),
                today: false,
                closed: false,
                blocks: blocks.collect(),
                nothing: String::new(),
            };
            dioxus::ssr::render_element(calendar(&[day], |_, _| VNode::empty()))
        };
        let nine = 9 * 60;
        assert!(
            drawn(&[(nine, nine + 30), (nine + 30, nine + 45)]).contains("class=\"week fine\"")
        );
        assert!(drawn(&[(nine, nine + 30)]).contains("class=\"week\""));
        assert!(drawn(&[]).contains("class=\"week\""));
    }

    #[test]
    fn what_is_beside_the_scale_stands_at_its_edge() {
        let at = |from: i32, to: i32| {
            let (from, to) = (from * 60, to * 60);
            place(&Block { from, to, what: () }, QUARTERS)
        };
        assert_eq!(at(9, 10), (12, 4));
        assert_eq!(at(0, 24), (0, 64));
        assert_eq!(at(4, 5), (0, 1));
        assert_eq!(at(23, 24), (63, 1));
    }
}
