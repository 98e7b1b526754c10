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
            PageHeader { title: t!("app-your-appointments"),
                actions: rsx! {
                    a { class: "button second", href: "/waiting", {ts!("waiting-title")} }
                    a { class: "button", href: "/doctors", {t!("app-find-doctor")} }
                } }
            Subnav { label: ts!("appointments-cases-which"),
                a { href: "/appointments", aria_current: (!past).then_some("page"), {ts!("appointments-cases-to-come")} }
                a { href: "/appointments?status=past", aria_current: past.then_some("page"), {ts!("appointments-cases-earlier")} }
            }
            if list.items.is_empty() {
                if past {
                    Empty { icon: IconName::History, title: ts!("appointments-cases-none-earlier"),
                        p { {ts!("appointments-cases-none-earlier-about")} }
                    }
                } else {
                    Empty { icon: IconName::Calendar, title: ts!("appointments-cases-none"),
                        p { {ts!("appointments-cases-none-about")} }
                        div { class: "row", a { class: "button", href: "/doctors", {t!("app-find-doctor")} } }
                    }
                }
            } else {
                section { class: "card flush", aria_labelledby: "cases",
                    h2 { id: "cases", class: "visually-hidden", if past { {ts!("appointments-cases-earlier")} } else { {ts!("appointments-cases-to-come")} } }
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
    Ok(ServedPage::new(t!("app-nav-appointments"), page))
}
