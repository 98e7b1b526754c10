//! The same key and input gives the same answer again; the same key with other input is refused.
//!
//! Only answers are kept, never errors: what failed may be tried again under its key.

use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use super::work::Work;
use crate::appointments::entity::{appointment, idempotency};
use crate::error::{Answer, AppError};
use crate::server::digest::fingerprint;
use crate::server::state::App;

/// The longest key.
const KEY_MOST: usize = 100;

/// How long an answer is kept: longer than anybody waits with a form open.
const KEPT_DAYS: i64 = 7;

/// Forgets answers that nobody will ask for again: they hold health data.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(app: &App) -> Answer<()> {
    idempotency::Entity::delete_many()
        .filter(idempotency::Column::CreatedAt.lt(app.now() - TimeDelta::days(KEPT_DAYS)))
        .exec(app.db.write())
        .await?;
    Ok(())
}

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
    user_id: Uuid,
    key: Option<String>,
    version: Option<i32>,
    input_hash: String,
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
        let (key, version) = (once.key.trim(), once.version.trim());
        if key.len() > KEY_MOST {
            return Err(AppError::field(
                "idempotency_key",
                ts!("appointments-err-key-long", most = KEY_MOST),
            ));
        }
        // PostgreSQL can't look for a text with NUL in it.
        if key.chars().any(char::is_control) {
            return Err(AppError::field(
                "idempotency_key",
                ts!("appointments-err-key-characters"),
            ));
        }
        let version = match version {
            "" => None,
            text => Some(
                text.parse()
                    .map_err(|_| AppError::field("version", ts!("appointments-err-version")))?,
            ),
        };
        let input = serde_json::to_string(input).map_err(|error| {
            tracing::error!(%error, "an input could not be written down");
            AppError::internal()
        })?;
        Ok(Self {
            user_id,
            key: (!key.is_empty()).then(|| key.to_owned()),
            version,
            input_hash: fingerprint(&format!("{operation}\0{input}")),
        })
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
        if let Some(answer) = self.kept(work).await? {
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

    async fn kept<T: DeserializeOwned>(&self, work: &Work<'_>) -> Answer<Option<T>> {
        let Some(key) = &self.key else {
            return Ok(None);
        };
        let row = idempotency::Entity::find_by_id((self.user_id, key.clone()))
            .one(&work.tx)
            .await?;
        match row {
            None => Ok(None),
            Some(row) if row.input_hash == self.input_hash => serde_json::from_str(&row.answer)
                .map(Some)
                .map_err(|error| {
                    tracing::error!(%error, "a kept answer can't be read");
                    AppError::internal()
                }),
            Some(_) => Err(AppError::field(
                "idempotency_key",
                ts!("appointments-err-sent-before"),
            )),
        }
    }

    /// Keeps the answer, in the same transaction as what it answers.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn keep(&self, work: &Work<'_>, answer: &impl Serialize) -> Answer<()> {
        let Some(key) = &self.key else { return Ok(()) };
        let answer = serde_json::to_string(answer).map_err(|error| {
            tracing::error!(%error, "an answer could not be written down");
            AppError::internal()
        })?;
        idempotency::Entity::insert(idempotency::ActiveModel {
            user_id: Set(self.user_id),
            key: Set(key.clone()),
            input_hash: Set(self.input_hash.clone()),
            answer: Set(answer),
            created_at: Set(work.now),
        })
        .exec_without_returning(&work.tx)
        .await?;
        Ok(())
    }
}
