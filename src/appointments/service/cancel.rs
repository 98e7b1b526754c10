//! Either side calls it off.

use uuid::Uuid;

use super::idempotency::{Key, Once};
use super::work::{Actor, Work};
use crate::accounts::rules::{optional_text, required_text};
use crate::appointments::model::{Action, Appointment, Part};
use crate::appointments::rules;
use crate::error::{Answer, AppError};
use crate::server::state::App;

/// Cancels a live appointment before its start. The other side is told. Where the patient has
/// asked for another time in its place, their own cancelling withdraws that too; a doctor's
/// leaves it waiting for an answer.
///
/// # Errors
/// 422 where a doctor gives no reason; 404 where it isn't this person's; 409 where it is over, or
/// too soon for a patient to cancel.
pub async fn cancel(
    app: &App,
    part: Part,
    user_id: Uuid,
    id: Uuid,
    reason: &str,
    once: &Once,
) -> Answer<Appointment> {
    let key = Key::new(user_id, once, &format!("cancel {id}"), &reason)?;
    let reason = match part {
        Part::Doctor => required_text(
            reason,
            &ts!("appointments-err-the-reason"),
            &ts!("appointments-err-ask-reason"),
            rules::NOTE_MOST,
        )
        .map(Some),
        _ => optional_text(
            reason,
            &ts!("appointments-err-the-reason"),
            rules::NOTE_MOST,
        ),
    }
    .map_err(|sentence| AppError::field("reason", sentence))?;
    let actor = Actor { id: user_id, part };
    let (mut work, row) = Work::on(app, actor, id, &[]).await?;
    if let Some(answer) = key.earlier(&work, Some(&row)).await? {
        return Ok(answer);
    }
    let done = work
        .step(actor, Action::Cancel, row, reason.as_deref(), |_| ())
        .await?;
    work.conclude(actor, &key, done).await
}
