//! The server functions of the waiting list.

use dioxus::prelude::*;

use super::model::Wish;
#[cfg(feature = "server")]
use super::service::{self, Wishing};
#[cfg(feature = "server")]
use crate::accounts::identity::{AsPatient, parse_id};
use crate::appointments::model::Appointment;
#[cfg(feature = "server")]
use crate::appointments::service::Once;
use crate::ask::reading;
use crate::error::Answer;
use crate::paging::Page;
use crate::typed::Typed;

#[cfg(feature = "server")]
fn text(typed: Option<Typed>) -> String {
    typed.unwrap_or_default().0
}

#[cfg(feature = "server")]
fn texts(typed: Option<Vec<Typed>>) -> Vec<String> {
    let typed = typed.unwrap_or_default();
    typed.into_iter().map(|typed| typed.0).collect()
}

#[cfg(feature = "server")]
fn once(key: Option<Typed>) -> Once {
    Once {
        key: text(key),
        version: String::new(),
    }
}

/// Leaves a wish: 201.
///
/// # Errors
/// See [`super::service::leave`].
#[allow(clippy::too_many_arguments, reason = "a body has one key an argument")]
#[post("/api/waiting", patient: AsPatient)]
pub async fn leave(
    doctor_id: Option<Typed>,
    specialty: Option<Typed>,
    visit_type: Option<Typed>,
    weekdays: Option<Vec<Typed>>,
    times: Option<Vec<Typed>>,
    earliest: Option<Typed>,
    latest: Option<Typed>,
    reason: Option<Typed>,
    symptoms: Option<Typed>,
    idempotency_key: Option<Typed>,
) -> Answer<Wish> {
    let typed = Wishing {
        doctor_id: text(doctor_id),
        specialty: text(specialty),
        visit_type: text(visit_type),
        weekdays: texts(weekdays),
        times: texts(times),
        earliest: text(earliest),
        latest: text(latest),
        reason: text(reason),
        symptoms: text(symptoms),
        once: once(idempotency_key),
    };
    let wish = service::leave(&patient.app, patient.id, typed).await?;
    patient.reply.created();
    Ok(wish)
}

reading! {
    /// Your waiting list: what you wait for, and what was offered.
    ///
    /// # Errors
    /// 401 for nobody, 403 for who is no patient.
    #[get("/api/waiting", patient: AsPatient)]
    pub async fn list() -> Answer<Page<Wish>> {
        service::list(&patient.app, patient.id).await
    }
}

/// Takes a wish back. A time that is held for it is free again.
///
/// # Errors
/// 404 where it isn't yours.
#[delete("/api/waiting/{id}", patient: AsPatient)]
pub async fn remove(id: String) -> Answer<()> {
    let id = parse_id(&id, "entry in your waiting list")?;
    service::remove(&patient.app, patient.id, id).await
}

/// Accepts an offer: 201, and the request that it became.
///
/// # Errors
/// See [`super::service::accept`].
#[post("/api/waiting/offers/{id}/accept", patient: AsPatient)]
pub async fn accept(id: String, idempotency_key: Option<Typed>) -> Answer<Appointment> {
    let id = parse_id(&id, "offer")?;
    let answer = service::accept(&patient.app, patient.id, id, &once(idempotency_key)).await?;
    patient.reply.created();
    Ok(answer)
}

/// Declines an offer: the time goes to the next. The answer is the wish, which stays.
///
/// # Errors
/// See [`super::service::decline`].
#[post("/api/waiting/offers/{id}/decline", patient: AsPatient)]
pub async fn decline(id: String, idempotency_key: Option<Typed>) -> Answer<Wish> {
    let id = parse_id(&id, "offer")?;
    service::decline(&patient.app, patient.id, id, &once(idempotency_key)).await
}
