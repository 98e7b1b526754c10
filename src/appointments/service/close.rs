//! After the visit: it took place, or the patient did not come.

use uuid::Uuid;

use super::idempotency::{Key, Once};
use super::work::{Actor, Work};
use crate::appointments::model::{Action, Appointment};
use crate::error::Answer;
use crate::server::state::App;

/// Closes an accepted appointment that has begun: [`Action::Complete`] or [`Action::NoShow`].
///
/// # Errors
/// 404 where it isn't this doctor's; 409 where it isn't accepted or hasn't begun.
pub async fn close(
    app: &App,
    doctor_id: Uuid,
    id: Uuid,
    how: Action,
    once: &Once,
) -> Answer<Appointment> {
    let key = Key::new(doctor_id, once, how.as_str(), &id)?;
    let actor = Actor::doctor(doctor_id);
    let (mut work, row) = Work::on(app, actor, id, &[]).await?;
    if let Some(answer) = key.earlier(&work, Some(&row)).await? {
        return Ok(answer);
    }
    let done = work.step(actor, how, row, None, |_| ()).await?;
    work.conclude(actor, &key, done).await
}
