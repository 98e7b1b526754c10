//! A doctor's week.

use dioxus::prelude::*;
use uuid::Uuid;

use super::desk::tabs;
use crate::appointments::service;
use crate::appointments::week::shown;
use crate::error::Answer;
use crate::served::{Query, ServedPage};
use crate::server::state::App;
use crate::ui::*;

/// `/appointments?view=week&from=`: the week in which the date lies, this week without one.
///
/// # Errors
/// 422 where it is no date.
pub async fn week(app: &App, doctor_id: Uuid, query: &Query) -> Answer<ServedPage> {
    let plan = service::week(app, doctor_id, query.some("from").as_deref()).await?;
    let week = shown(&plan);
    let page = rsx! {
        div { class: "stack gap-5",
            PageHeader { title: week.title.clone(), eyebrow: ts!("appointments-week-eyebrow") }
            {tabs("week")}
            nav { class: "row gap-2", aria_label: ts!("appointments-week-weeks"),
                a { class: "button second small", id: "week-before", href: "/appointments?view=week&from={week.previous}", {ts!("appointments-week-previous")} }
                a { class: "button second small", id: "week-now", href: "/appointments?view=week", aria_current: week.current.then_some("true"), {ts!("appointments-week-this")} }
                a { class: "button second small", id: "week-after", href: "/appointments?view=week&from={week.next}", {ts!("appointments-week-next")} }
            }
            Made { part: week.calendar }
        }
    };
    Ok(ServedPage::new(
        ts!("appointments-week-title", dates = week.title),
        page,
    ))
}
