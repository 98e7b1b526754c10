//! The doctor suggests another time, and the patient agrees.

use sea_orm::ActiveValue::Set;
use serde::Serialize;
use uuid::Uuid;

use super::another;
use super::idempotency::{Key, Once};
use super::place::{Place, note, set_place};
use super::work::{Actor, Work};
use crate::appointments::model::{Action, Appointment, LocationDraft};
use crate::error::{Answer, Problems};
use crate::server::state::App;
use crate::time::Instant;

/// When and where instead.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Suggestion {
    pub starts_at: String,
    /// A saved clinic, or a place for this once; where both are empty, the clinic whose hours
    /// the time is of.
    pub clinic_id: String,
    pub location: Option<LocationDraft>,
    pub note: String,
    #[serde(skip)]
    pub once: Once,
}

/// Suggests another time and place: the appointment takes it at once, and waits for the patient.
///
/// # Errors
/// 422 with the fields; 404 where it isn't this doctor's; 409 where the time isn't free (with the
/// nearest that are), or the table does not allow it.
pub async fn suggest(
    app: &App,
    doctor_id: Uuid,
    id: Uuid,
    typed: Suggestion,
) -> Answer<Appointment> {
    let key = Key::new(doctor_id, &typed.once, &format!("suggest {id}"), &typed)?;
    let mut problems = Problems::default();
    let starts_at = problems.take("starts_at", another::time(&typed.starts_at));
    let note = note(&typed.note, &mut problems);
    let place = Place::read(&typed.clinic_id, typed.location, &mut problems);
    let (Some(starts_at), Some(note), Some(place)) = (starts_at, note, place) else {
        return Err(problems.into_error());
    };
    let suggested = take(app, doctor_id, id, starts_at, place, note, &key).await;
    another::with_nearest(app, id, starts_at, suggested).await
}

async fn take(
    app: &App,
    doctor_id: Uuid,
    id: Uuid,
    starts_at: Instant,
    place: Place,
    note: Option<String>,
    key: &Key,
) -> Answer<Appointment> {
    let actor = Actor::doctor(doctor_id);
    let (mut work, row) = Work::on(app, actor, id, &[]).await?;
    if let Some(answer) = key.earlier(&work, Some(&row)).await? {
        return Ok(answer);
    }
    work.allows(actor, Action::Suggest, &row).await?;
    let slot = another::slot(&work, &row, starts_at).await?;
    let place = place.find(&work, doctor_id, Some(slot.clinic_id)).await?;
    let noted = note.clone();
    let done = work
        .step(actor, Action::Suggest, row, note.as_deref(), |next| {
            next.starts_at = Set(slot.starts_at);
            next.ends_at = Set(slot.ends_at);
            next.clinic_id = Set(Some(slot.clinic_id));
            next.time_zone = Set(slot.local.zone);
            set_place(next, place);
            next.note = Set(noted);
        })
        .await?;
    work.conclude(actor, key, done).await
}

/// The patient agrees to the suggested time.
///
/// # Errors
/// 404 where it isn't this patient's; 409 where nothing is suggested any more.
pub async fn agree(app: &App, patient_id: Uuid, id: Uuid, once: &Once) -> Answer<Appointment> {
    let key = Key::new(patient_id, once, "agree", &id)?;
    let actor = Actor::patient(patient_id);
    let (mut work, row) = Work::on(app, actor, id, &[]).await?;
    if let Some(answer) = key.earlier(&work, Some(&row)).await? {
        return Ok(answer);
    }
    let done = work.step(actor, Action::Agree, row, None, |_| ()).await?;
    work.conclude(actor, &key, done).await
}
