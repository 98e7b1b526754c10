//! A patient's cases.

use dioxus::prelude::*;
use uuid::Uuid;

use super::list::{Show, more, row};
use crate::appointments::model::Part;
use crate::appointments::service::{self, Wanted};
use crate::error::Answer;
use crate::served::{Query, ServedPage};
use crate::server::state::App;
use crate::ui::*;

/// `/appointments?status=&cursor=`: `past`, else what is to come.
///
/// # Errors
/// 422 for a `cursor` that means nothing.
pub async fn cases(app: &App, patient_id: Uuid, query: &Query) -> Answer<ServedPage> {
    let status = query.get("status");
    let past = status == "past";
    let wanted = Wanted {
        when: Some(if past { "past" } else { "upcoming" }.to_owned()),
        cursor: query.some("cursor"),
        status: None,
        from: None,
        to: None,
        limit: None,
    };
    let list = service::list(app, Part::Patient, patient_id, wanted).await?;
    let page = rsx! {
        div { class: "stack gap-5",
            PageHeader { title: "Your appointments",
                actions: rsx! {
                    a { class: "button second", href: "/waiting", {ts!("waiting-title")} }
                    a { class: "button", href: "/doctors", "Find a doctor" }
                } }
            Subnav { label: "Which appointments",
                a { href: "/appointments", aria_current: (!past).then_some("page"), "To come" }
                a { href: "/appointments?status=past", aria_current: past.then_some("page"), "Earlier" }
            }
            if list.items.is_empty() {
                if past {
                    Empty { icon: IconName::History, title: "Nothing earlier",
                        p { "Appointments that are over, and requests that came to nothing, are kept here." }
                    }
                } else {
                    Empty { icon: IconName::Calendar, title: "No appointments to come",
                        p { "Find a doctor, choose a free time, and learn here at once what became of your request." }
                        div { class: "row", a { class: "button", href: "/doctors", "Find a doctor" } }
                    }
                }
            } else {
                section { class: "card flush", aria_labelledby: "cases",
                    h2 { id: "cases", class: "visually-hidden", if past { "Earlier" } else { "To come" } }
                    ul { class: "requests",
                        for appointment in &list.items {
                            {row(appointment, Show::Doctor)}
                        }
                    }
                }
                if let Some(next) = &list.next {
                    LoadMore { href: more(&status, next) }
                }
            }
        }
    };
    Ok(ServedPage::new("Appointments", page))
}
