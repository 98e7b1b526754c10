//! The doctor answers: yes, with the place; or no, with the reason.

use sea_orm::ActiveValue::Set;
use serde::Serialize;
use uuid::Uuid;

use super::idempotency::{Key, Once};
use super::letters::advise;
use super::place::{Place, note, set_place};
use super::work::{Actor, Work};
use crate::accounts::rules::{optional_text, required_text};
use crate::appointments::model::{Action, Appointment, LocationDraft};
use crate::appointments::rules;
use crate::error::{Answer, Problems};
use crate::server::state::App;

/// Where the appointment will be: a saved clinic, or a place for this once.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Acceptance {
    pub clinic_id: String,
    pub location: Option<LocationDraft>,
    pub note: String,
    #[serde(skip)]
    pub once: Once,
}

/// Accepts a request. The patient is told where to go in the same transaction. Where the time was
/// asked for in place of another one, that is free again.
///
/// # Errors
/// 422 with the fields; 404 where it isn't this doctor's; 409 where it doesn't wait any more.
pub async fn accept(
    app: &App,
    doctor_id: Uuid,
    id: Uuid,
    typed: Acceptance,
) -> Answer<Appointment> {
    let key = Key::new(doctor_id, &typed.once, &format!("accept {id}"), &typed)?;
    let mut problems = Problems::default();
    let note = note(&typed.note, &mut problems);
    let place = Place::read(&typed.clinic_id, typed.location, &mut problems);
    if let Some(Place::OfTheSlot) = place {
        problems.add("clinic_id", ts!("appointments-err-place-or-clinic"));
    }
    let (Some(note), Some(place), true) = (note, place, problems.is_empty()) else {
        return Err(problems.into_error());
    };

    let actor = Actor::doctor(doctor_id);
    let (mut work, row) = Work::on(app, actor, id, &[]).await?;
    if let Some(answer) = key.earlier(&work, Some(&row)).await? {
        return Ok(answer);
    }
    let place = place.find(&work, doctor_id, row.clinic_id).await?;
    let noted = note.clone();
    let done = work
        .step(actor, Action::Accept, row, note.as_deref(), |next| {
            set_place(next, place);
            next.note = Set(noted);
        })
        .await?;
    work.conclude(actor, &key, done).await
}

/// Why not, and what instead.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Refusal {
    pub reason: String,
    /// For the patient and for whoever referred.
    pub advice: String,
    #[serde(skip)]
    pub once: Once,
}

/// Declines a request, with a reason that the patient reads, and where it came by referral with
/// advice that the referrer reads too.
///
/// # Errors
/// 422 without a reason, or with advice where nobody referred it; 404 where it isn't this
/// doctor's; 409 where it doesn't wait any more.
pub async fn decline(app: &App, doctor_id: Uuid, id: Uuid, typed: Refusal) -> Answer<Appointment> {
    let key = Key::new(doctor_id, &typed.once, &format!("decline {id}"), &typed)?;
    let mut problems = Problems::default();
    let reason = required_text(
        &typed.reason,
        &ts!("appointments-err-the-reason"),
        &ts!("appointments-err-ask-reason"),
        rules::NOTE_MOST,
    );
    let reason = problems.take("reason", reason);
    let advice = problems.take(
        "advice",
        optional_text(
            &typed.advice,
            &ts!("appointments-err-the-advice"),
            rules::NOTE_MOST,
        ),
    );
    let (Some(reason), Some(advice)) = (reason, advice) else {
        return Err(problems.into_error());
    };
    let actor = Actor::doctor(doctor_id);
    let (mut work, row) = Work::on(app, actor, id, &[]).await?;
    if let Some(answer) = key.earlier(&work, Some(&row)).await? {
        return Ok(answer);
    }
    if let Some(advice) = &advice {
        advise(&work, &row, advice.clone()).await?;
    }
    let mut done = work
        .step(actor, Action::Decline, row, Some(&reason), |_| ())
        .await?;
    done.advice = advice;
    work.conclude(actor, &key, done).await
}
