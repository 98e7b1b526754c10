//! When and where, at a glance.

use chrono::Datelike;
use dioxus::prelude::*;

use crate::appointments::calendar::Standing;
use crate::appointments::model::{Appointment, Part, Status};
use crate::time;
use crate::ui::*;

/// The date in large type, the hours with their zone, the place with its map; and the file that
/// does this to a calendar, where there is one.
pub fn ticket(a: &Appointment, part: Part, map: Html, file: Option<Standing>) -> Element {
    let class = match a.status {
        Status::Accepted => "ticket",
        Status::Pending | Status::Proposed => "ticket tentative",
        _ => "ticket over",
    };
    let file = calendar_file(a, file);
    let day = a.local.date;
    let month = time::month(day);
    rsx! {
        div { class,
            div { class: "date", "aria-hidden": "true",
                span { {time::short_weekday(day)} }
                b { "{day.day()}" }
                span { "{month}" }
            }
            div { class: "stack gap-2",
                p { class: "visually-hidden", "{a.local.long_day()}" }
                p { class: "hour", "{a.local.hours()}" }
                p { class: "quiet small", "{a.local.zone_name()}" {clock::own_clock(a.starts_at, &a.local, false)} }
                if let Some(kind) = &a.visit_type {
                    p { bdi { "{kind.name}" } }
                }
                if let Some(place) = &a.location {
                    div { class: "place",
                        Icon { name: IconName::Pin }
                        div {
                            strong { bdi { "{place.name}" } }
                            br {}
                            bdi { "{place.address}" }
                            p { class: "small",
                                a { href: place.map_link(), rel: "noopener noreferrer", target: "_blank",
                                    {ts!("appointments-ticket-map")}
                                    span { class: "visually-hidden", " " {ts!("ui-new-tab")} }
                                }
                            }
                        }
                    }
                    if !map.is_empty() {
                        Made { part: map }
                    }
                } else if a.status == Status::Pending && part == Part::Patient {
                    if let Some(clinic) = &a.clinic {
                        p { bdi { "{clinic.name}, {clinic.address}" } }
                    }
                    p { class: "small quiet", {ts!("appointments-ticket-place-later")} }
                }
                if let Some(note) = &a.note {
                    blockquote { class: "quote", dir: "auto", "{note}" }
                }
                {file}
            }
        }
    }
}

/// The link by which an appointment gets into a calendar, to its new time, and out again.
fn calendar_file(a: &Appointment, standing: Option<Standing>) -> Element {
    let label = match standing {
        Some(Standing::Confirmed) if a.status == Status::Accepted => ts!("appointments-ticket-add"),
        Some(Standing::Tentative) => ts!("appointments-ticket-update"),
        Some(Standing::Cancelled) => ts!("appointments-ticket-take-out"),
        _ => return VNode::empty(),
    };
    rsx! {
        p {
            a { class: "button second small no-print", href: "/api/appointments/{a.id}/calendar.ics", "download": "",
                Icon { name: IconName::Calendar, class: "icon s" }
                "{label}"
            }
        }
    }
}
