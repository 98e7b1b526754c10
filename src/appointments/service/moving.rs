//! The patient asks for another time, and keeps the one they have until it is accepted.

use serde::Serialize;
use uuid::Uuid;

use super::another;
use super::idempotency::{Key, Once};
use super::letters;
use super::request::{listed, pending};
use super::step::{Done, Entry};
use super::work::{Actor, Work};
use crate::accounts::rules::optional_text;
use crate::appointments::model::{Action, Appointment, Status};
use crate::appointments::rules::{self, Moving};
use crate::error::{Answer, AppError, Problems};
use crate::server::state::App;
use crate::time::Instant;

/// To when, and why.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Move {
    pub starts_at: String,
    pub reason: String,
    #[serde(skip)]
    pub once: Once,
}

/// Asks the same doctor for another time: a new request that continues the case, and the answer.
/// The appointment itself stays as it is until the new one is accepted.
///
/// # Errors
/// 422 with the fields; 404 where it isn't this patient's; 409 where the time isn't free (with the
/// nearest that are), a move is open already, or the table does not allow it.
pub async fn move_to(app: &App, patient_id: Uuid, id: Uuid, typed: Move) -> Answer<Appointment> {
    let key = Key::new(patient_id, &typed.once, &format!("move {id}"), &typed)?;
    let mut problems = Problems::default();
    let starts_at = problems.take("starts_at", another::time(&typed.starts_at));
    let reason = problems.take(
        "reason",
        optional_text(
            &typed.reason,
            &ts!("appointments-err-the-reason"),
            rules::NOTE_MOST,
        ),
    );
    let (Some(starts_at), Some(reason)) = (starts_at, reason) else {
        return Err(problems.into_error());
    };
    let asked = ask(app, patient_id, id, starts_at, reason, &key).await;
    another::with_nearest(app, id, starts_at, asked).await
}

async fn ask(
    app: &App,
    patient_id: Uuid,
    id: Uuid,
    starts_at: Instant,
    reason: Option<String>,
    key: &Key,
) -> Answer<Appointment> {
    let actor = Actor::patient(patient_id);
    let (mut work, old) = Work::on(app, actor, id, &[]).await?;
    if let Some(answer) = key.earlier(&work, Some(&old)).await? {
        return Ok(answer);
    }
    work.allows(actor, Action::Move, &old).await?;
    // Who takes no new requests still has those they have.
    if listed(&work, old.doctor_id).await?.is_none() {
        return Err(AppError::conflict(ts!("appointments-err-no-appointments")));
    }
    let slot = another::slot(&work, &old, starts_at).await?;
    let mut row = pending(
        &work,
        old.case_id,
        old.doctor_id,
        patient_id,
        &slot,
        old.reason.clone(),
        old.symptoms.clone(),
    );
    row.moved_from = Some(old.id);
    row.urgent = old.urgent;
    row.visit_type_id = old.visit_type_id;
    row.visit_type.clone_from(&old.visit_type);
    row.answer_by = work.answer_by(work.now, row.starts_at, Some(&old));
    let row = work.insert(row).await?;
    let entry = Entry {
        action: Action::Move,
        from: None,
        to: Status::Pending,
        reason: reason.as_deref(),
        other_languages: None,
        times: Some(((old.starts_at, old.ends_at), (row.starts_at, row.ends_at))),
    };
    work.write_down(actor, &row, entry).await?;
    letters::word_back(&mut work, actor, &row, Status::Pending).await?;
    let done = Done {
        action: Action::Move,
        by: actor.part,
        row,
        from: Status::Pending,
        was: None,
        reason,
        advice: None,
        moving: Moving::To,
        other: Some(old),
    };
    work.conclude(actor, key, done).await
}
