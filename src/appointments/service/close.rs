//! After the visit: it took place, or the patient did not come.

use uuid::Uuid;

use super::answer::to_patient;
use super::idempotency::Key;
use super::read::one;
use super::work::{Actor, Work};
use crate::appointments::model::{Action, Appointment};
use crate::error::Answer;
use crate::notifications::model::Kind;
use crate::notifications::service::Notice;
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
    key: &str,
) -> Answer<Appointment> {
    let key = Key::new(doctor_id, key, how.as_str(), &id)?;
    let actor = Actor::doctor(doctor_id);
    let (mut work, row) = Work::on(app, actor, id, &[]).await?;
    if let Some(answer) = key.earlier(&work).await? {
        return Ok(answer);
    }
    let row = work.step(actor, how, row, None, |_| ()).await?;
    let answer = one(&work.tx, actor, row.id, work.now).await?;
    let (kind, title) = match how {
        Action::NoShow => (
            Kind::NoShow,
            format!("{} noted that you did not come", answer.doctor.full_name),
        ),
        _ => (
            Kind::Completed,
            format!("Your visit to {} is complete", answer.doctor.full_name),
        ),
    };
    let told = Notice {
        kind,
        title,
        body: answer.local.long_day(),
        ..to_patient(&answer)
    };
    work.tell(vec![told]).await?;
    key.keep(&work, &answer).await?;
    work.commit().await?;
    Ok(answer)
}
