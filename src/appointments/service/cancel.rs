//! Either side calls it off.

use uuid::Uuid;

use super::answer::to_patient;
use super::idempotency::Key;
use super::read::one;
use super::work::{Actor, Work};
use crate::accounts::rules::{optional_text, required_text};
use crate::appointments::model::{Action, Appointment, Part};
use crate::appointments::rules;
use crate::error::{Answer, AppError};
use crate::notifications::model::Kind;
use crate::notifications::service::Notice;
use crate::server::state::App;

/// Cancels a live appointment before its start. The other side is told.
///
/// # Errors
/// 422 where a doctor gives no reason; 404 where it isn't this person's; 409 where it is over.
pub async fn cancel(
    app: &App,
    part: Part,
    user_id: Uuid,
    id: Uuid,
    reason: &str,
    key: &str,
) -> Answer<Appointment> {
    let key = Key::new(user_id, key, &format!("cancel {id}"), &reason)?;
    let reason = match part {
        Part::Doctor => required_text(
            reason,
            "The reason",
            "Enter the reason; the patient reads it.",
            rules::NOTE_MOST,
        )
        .map(Some),
        Part::Patient => optional_text(reason, "The reason", rules::NOTE_MOST),
    }
    .map_err(|sentence| AppError::field("reason", sentence))?;
    let actor = Actor { id: user_id, part };
    let (mut work, row) = Work::on(app, actor, id, &[]).await?;
    if let Some(answer) = key.earlier(&work).await? {
        return Ok(answer);
    }
    let row = work
        .step(actor, Action::Cancel, row, reason.as_deref(), |_| ())
        .await?;
    let answer = one(&work.tx, actor, row.id, work.now).await?;
    let when = format!(
        "{}, {} {}",
        answer.local.short_day(),
        answer.local.hours(),
        answer.local.zone_name()
    );
    let (user_id, name) = match part {
        Part::Patient => (answer.doctor.id, &answer.patient.full_name),
        Part::Doctor => (answer.patient.id, &answer.doctor.full_name),
    };
    let told = Notice {
        user_id,
        kind: Kind::Cancelled,
        title: format!("{name} cancelled the appointment"),
        body: match &reason {
            Some(reason) => format!("{when}. {reason}"),
            None => when,
        },
        ..to_patient(&answer)
    };
    work.tell(vec![told]).await?;
    key.keep(&work, &answer).await?;
    work.commit().await?;
    Ok(answer)
}
