//! `/waiting`: a patient's waiting list, and the form that joins it. The server makes both; their
//! forms are left to the browser.

mod join;
mod list;

use dioxus::fullstack::FullstackContext;
use dioxus::prelude::*;
use uuid::Uuid;

use super::service;
use crate::directory::service as directory;
use crate::directory::specialties::by_slug;
use crate::error::{Answer, AppError};
use crate::served::{Query, ServedPage};
use crate::server::state::App;
use crate::ui::form::{Replay, ReplayContext};
use crate::ui::*;

/// Where the form leads that joins the list.
const JOIN: &str = "/api/waiting";

/// `/waiting?doctor=&specialty=&visit=`: the form where one of the first two is said, else the list.
///
/// # Errors
/// 404 for a doctor who isn't listed, and for a specialty that there isn't.
pub async fn waiting(app: &App, patient_id: Uuid, query: &Query) -> Answer<ServedPage> {
    let replay = FullstackContext::current().and_then(|page| page.extension::<Replay>());
    let failed = replay.is_some();
    let (title, page) = if let Some(doctor) = query.some("doctor") {
        let id = doctor.parse().map_err(|_| AppError::not_found("doctor"))?;
        let doctor = directory::doctor(app, id).await?;
        (
            ts!("waiting-join"),
            join::of_doctor(&doctor, &query.get("visit")),
        )
    } else if let Some(slug) = query.some("specialty") {
        let entry = by_slug(&slug).ok_or_else(|| AppError::not_found("specialty"))?;
        (ts!("waiting-join"), join::of_specialty(entry))
    } else {
        let wishes = service::list(app, patient_id).await?.items;
        let now = app.now();
        (
            ts!("waiting-title"),
            list::list(&wishes, &query.get("done"), now),
        )
    };
    let title = if failed {
        ts!("waiting-error", title = title)
    } else {
        title
    };
    Ok(ServedPage::new(title, rsx! { Page { replay, {page} } }))
}

/// What the forms of a page find around them: what went wrong with one of them.
#[component]
fn Page(replay: Option<Replay>, children: Element) -> Element {
    // What belongs to a form that is gone is told above everything.
    let gone = replay
        .clone()
        .filter(|replay| replay.form != JOIN)
        .map(|replay| replay.error.message);
    use_context_provider(|| ReplayContext(replay));
    rsx! {
        if let Some(sentence) = gone {
            Banner { kind: BannerKind::Error, p { "{sentence}" } }
        }
        {children}
    }
}

/// The hidden key that makes two posts of a form one.
fn key() -> Element {
    let key = Uuid::now_v7().to_string();
    rsx! {
        Hidden { name: "idempotency_key", value: key }
    }
}
