//! A week to scale on a wide page, and as a list for each day on a phone.

use dioxus::prelude::*;

use super::plan::{Day, Item, Plan, What};
use crate::appointments::model::Status;
use crate::time::{short_date, short_weekday};
use crate::ui::Html;
use crate::ui::calendar::{Block, CalendarDay, calendar};

/// Draws it.
pub fn drawn(plan: &Plan) -> Html {
    let weekend = plan.days.iter().skip(5);
    let five = weekend
        .clone()
        .all(|day| day.items.is_empty() && day.date != plan.today);
    let days: Vec<CalendarDay<&Item>> = plan
        .days
        .iter()
        .take(if five { 5 } else { 7 })
        .map(|day| calendar_day(day, day.date == plan.today))
        .collect();
    Html::of(rsx! {
        div { class: "stack gap-3",
            if !plan.clocks.is_empty() {
                p { class: "small quiet", "{plan.clocks}" }
            }
            if !plan.has_clinics {
                p { {ts!("appointments-week-no-hours")} " " a { href: "/availability", {ts!("appointments-week-say-hours")} } }
            }
            if !plan.unusual.is_empty() {
                ul { class: "small", aria_label: ts!("appointments-week-unusual"),
                    for line in &plan.unusual {
                        li { "{line}" }
                    }
                }
            }
            {calendar(&days, |block, quarters| drawn_block(block.what, quarters))}
        }
    })
}

fn calendar_day(day: &Day, today: bool) -> CalendarDay<&Item> {
    let mut date = short_date(day.date);
    if today {
        date = ts!("appointments-week-today", date = date);
    }
    if day.closed {
        date = ts!("appointments-week-shut-day", date = date);
    }
    CalendarDay {
        name: short_weekday(day.date),
        date,
        today,
        closed: day.closed,
        nothing: if day.closed {
            ts!("appointments-week-closed")
        } else {
            ts!("appointments-week-nothing")
        },
        blocks: day
            .items
            .iter()
            .map(|item| Block {
                from: item.from,
                to: item.to,
                what: item,
            })
            .collect(),
    }
}

fn drawn_block(item: &Item, length: i32) -> Element {
    let hours = t!(
        "time-hours",
        from = on_the_wall(item.from),
        until = on_the_wall(item.to)
    );
    // Names keep their own direction, whichever the page has.
    let place = rsx! {
        if let Some(place) = &item.place {
            " · "
            bdi { "{place}" }
        }
    };
    match &item.what {
        What::Appointment(a) => {
            let word = a.status.label();
            let name = &a.patient.full_name;
            let page = format!("/appointments/{}", a.id);
            let title = ts!(
                "appointments-week-item",
                hours = hours,
                name = name,
                status = word
            );
            // An edge and a word tell what waits from what is agreed; a short block has room for
            // the name alone, so there the edge does, and the word is for who hears it.
            let agreed = a.status == Status::Accepted;
            let hidden = if agreed || length < 2 {
                "visually-hidden"
            } else {
                "small"
            };
            rsx! {
                a { class: "slot {a.status.as_str()}", href: page, title,
                    strong { "{a.local.time}" }
                    " "
                    span { class: hidden, "{word}" }
                    if length > 1 && !agreed { br {} } else { " " }
                    bdi { "{name}" }
                    span { class: "small quiet", {place} }
                }
            }
        }
        What::Held { patient, until } => {
            let until = until.briefly();
            let held = ts!("appointments-week-held", patient = patient, until = until);
            rsx! {
                div { class: "slot held", title: "{hours} {held}",
                    strong { {on_the_wall(item.from)} }
                    " {held}"
                    span { class: "small quiet", {place} }
                }
            }
        }
        What::Free => rsx! {
            div { class: "slot free", {ts!("appointments-week-free", hours = hours)} {place} }
        },
        What::Closed if (item.from, item.to) == (0, 24 * 60) => rsx! {
            div { class: "slot shut", {ts!("appointments-week-closed-all")} {place} }
        },
        What::Closed => rsx! {
            div { class: "slot shut", {ts!("appointments-week-closed-hours", hours = hours)} {place} }
        },
    }
}

fn on_the_wall(minutes: i32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
