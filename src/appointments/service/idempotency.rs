//! What an action rests on: its key, by which a second press is the same one, and the version of
//! the appointment.

use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use super::work::Work;
use crate::appointments::entity::appointment;
use crate::error::{Answer, AppError};
use crate::server::idempotency;

/// What every action's body may carry beside what it is about, as typed.
#[derive(Clone, Debug, Default)]
pub struct Once {
    /// The same key and input give the same answer again.
    pub key: String,
    /// The version of the appointment that whoever acts has before them.
    pub version: String,
}

/// What makes two calls the same, and the version on which a call rests.
pub struct Key {
    key: idempotency::Key,
    version: Option<i32>,
}

impl Key {
    /// For a call of this person's: `operation` and `input` say what it asks.
    ///
    /// # Errors
    /// 422 where the key is too long or not printable, or the version is no number.
    pub fn new(
        user_id: Uuid,
        once: &Once,
        operation: &str,
        input: &impl Serialize,
    ) -> Answer<Self> {
        let version = match once.version.trim() {
            "" => None,
            text => Some(
                text.parse()
                    .map_err(|_| AppError::field("version", ts!("appointments-err-version")))?,
            ),
        };
        let key = idempotency::Key::new(user_id, &once.key, operation, input)?;
        Ok(Self { key, version })
    }

    /// The answer given before, if this was asked before; else `row` must be as whoever acts
    /// saw it.
    ///
    /// # Errors
    /// 422 where the key came with other input; 409 where the appointment has changed since.
    pub async fn earlier<T: DeserializeOwned>(
        &self,
        work: &Work<'_>,
        row: Option<&appointment::Model>,
    ) -> Answer<Option<T>> {
        if let Some(answer) = self.key.earlier(&work.tx).await? {
            return Ok(Some(answer));
        }
        match (row, self.version) {
            // One that is over says itself why nothing can be done any more.
            (Some(row), Some(version)) if row.version != version && row.status()?.is_live() => {
                Err(AppError::conflict(ts!("appointments-err-changed")))
            }
            _ => Ok(None),
        }
    }

    /// Keeps the answer, in the same transaction as what it answers.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn keep(&self, work: &Work<'_>, answer: &impl Serialize) -> Answer<()> {
        self.key.keep(&work.tx, answer, work.now).await
    }
}
