//! A week to scale on a wide page, and as a list for each day on a phone.

use dioxus::prelude::*;

use super::plan::{Day, Item, Plan, What};
use crate::appointments::model::Status;
use crate::time::{short_date, weekday};
use crate::ui::Html;

/// The first hour to scale. What is earlier stands at the top, what is later at the bottom.
const FIRST: i32 = 6 * 60;
/// The quarters of an hour to scale: until ten at night, or six in the afternoon.
const QUARTERS: i32 = 64;
const QUARTERS_SHORT: i32 = 48;

/// Draws it.
pub fn drawn(plan: &Plan) -> Html {
    let weekend = plan.days.iter().skip(5);
    let five = weekend
        .clone()
        .all(|day| day.items.is_empty() && day.date != plan.today);
    let days: Vec<&Day> = plan.days.iter().take(if five { 5 } else { 7 }).collect();
    let last = days
        .iter()
        .flat_map(|day| &day.items)
        .map(|item| item.to)
        .max();
    let short = last.is_none_or(|last| last <= FIRST + QUARTERS_SHORT * 15);
    let quarters = if short { QUARTERS_SHORT } else { QUARTERS };
    let size = if short { "short" } else { "" };
    Html::of(rsx! {
        div { class: "stack gap-3",
            if !plan.clocks.is_empty() {
                p { class: "small quiet", "{plan.clocks}" }
            }
            if !plan.has_clinics {
                p { "You have no hours yet. " a { href: "/availability", "Say when and where you work" } }
            }
            if !plan.unusual.is_empty() {
                ul { class: "small", aria_label: "Not as usual",
                    for line in &plan.unusual {
                        li { "{line}" }
                    }
                }
            }
            div { class: if five { "week five" } else { "week" },
                div { class: "hours-axis {size}", "aria-hidden": "true",
                    ol {
                        for hour in 0..quarters / 4 {
                            li { class: "from-{hour * 4}", "{hour + 6}:00" }
                        }
                    }
                }
                for day in days {
                    {column(day, plan, size, quarters)}
                }
            }
        }
    })
}

fn column(day: &Day, plan: &Plan, size: &str, quarters: i32) -> Element {
    let today = day.date == plan.today;
    let kind = match (today, day.closed) {
        (true, true) => "today closed",
        (true, false) => "today",
        (false, true) => "closed",
        (false, false) => "",
    };
    rsx! {
        section { class: "column {size} {kind}",
            h3 { "aria-current": today.then_some("date"),
                "{&weekday(day.date)[..3]}"
                span {
                    "{short_date(day.date)}"
                    if today {
                        " · today"
                    }
                    if day.closed {
                        " · closed"
                    }
                }
            }
            ol {
                for item in &day.items {
                    {row(item, quarters)}
                }
                if day.items.is_empty() {
                    li { class: "from-8 for-4 small quiet", if day.closed { "Closed" } else { "Nothing planned" } }
                }
            }
        }
    }
}

fn row(item: &Item, quarters: i32) -> Element {
    let (from, length) = place(item, quarters);
    rsx! {
        li { class: "from-{from} for-{length}", {block(item, length)} }
    }
}

/// Where a block begins and how long it is, in quarters of an hour.
fn place(item: &Item, quarters: i32) -> (i32, i32) {
    let from = ((item.from - FIRST) / 15).clamp(0, quarters - 1);
    let to = ((item.to - FIRST + 14) / 15).clamp(from + 1, quarters);
    (from, to - from)
}

fn block(item: &Item, length: i32) -> Element {
    let hours = format!("{}–{}", on_the_wall(item.from), on_the_wall(item.to));
    let place = item
        .place
        .as_ref()
        .map(|place| format!(" · {place}"))
        .unwrap_or_default();
    match &item.what {
        What::Appointment(a) => {
            let word = a.status.label();
            let name = &a.patient.full_name;
            let page = format!("/appointments/{}", a.id);
            // An edge and a word tell what waits from what is agreed; a short block has room for
            // the name alone, so there the edge does, and the word is for who hears it.
            let agreed = a.status == Status::Accepted;
            let hidden = if agreed || length < 2 {
                "visually-hidden"
            } else {
                "small"
            };
            rsx! {
                a { class: "slot {a.status.as_str()}", href: page, title: "{hours} {name}, {word}{place}",
                    strong { "{a.local.time}" }
                    " "
                    span { class: hidden, "{word}" }
                    if length > 1 && !agreed { br {} } else { " " }
                    "{name}"
                    span { class: "small quiet", "{place}" }
                }
            }
        }
        What::Free => rsx! {
            div { class: "slot free", "Free {hours}{place}" }
        },
        What::Closed if (item.from, item.to) == (0, 24 * 60) => rsx! {
            div { class: "slot shut", "Closed all day{place}" }
        },
        What::Closed => rsx! {
            div { class: "slot shut", "Closed {hours}{place}" }
        },
    }
}

fn on_the_wall(minutes: i32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
