//! The same key and input gives the same answer again; the same key with other input is refused.
//!
//! Only answers are kept, never errors: what failed may be tried again under its key.

use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use super::digest::fingerprint;
use super::state::App;
use crate::error::{Answer, AppError};
use crate::time::Instant;

/// The longest key.
const KEY_MOST: usize = 100;

/// How long an answer is kept: longer than anybody waits with a form open.
const KEPT_DAYS: i64 = 7;

mod kept {
    //! Answers already given, by the key that the client sent.
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "idempotency_keys")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        /// SHA-256 of what was asked.
        pub input_hash: String,
        /// The JSON that was answered.
        pub answer: String,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Forgets answers that nobody will ask for again: they hold health data.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(app: &App) -> Answer<()> {
    kept::Entity::delete_many()
        .filter(kept::Column::CreatedAt.lt(app.now() - TimeDelta::days(KEPT_DAYS)))
        .exec(app.db.write())
        .await?;
    Ok(())
}

/// What makes two calls the same.
pub struct Key {
    user_id: Uuid,
    key: Option<String>,
    input_hash: String,
}

impl Key {
    /// For a call of this person's, under the key as typed: `operation` and `input` say what it asks.
    ///
    /// # Errors
    /// 422 where the key is too long or not printable.
    pub fn new(
        user_id: Uuid,
        typed: &str,
        operation: &str,
        input: &impl Serialize,
    ) -> Answer<Self> {
        let key = typed.trim();
        if key.len() > KEY_MOST {
            return Err(refused(ts!("server-key-long", most = KEY_MOST)));
        }
        // PostgreSQL can't look for a text with NUL in it.
        if key.chars().any(char::is_control) {
            return Err(refused(ts!("server-key-characters")));
        }
        let input = serde_json::to_string(input).map_err(|error| {
            tracing::error!(%error, "an input could not be written down");
            AppError::internal()
        })?;
        Ok(Self {
            user_id,
            key: (!key.is_empty()).then(|| key.to_owned()),
            input_hash: fingerprint(&format!("{operation}\0{input}")),
        })
    }

    /// The answer given before, if this was asked before. Within a transaction that holds whoever
    /// asks, so that two at once are one after the other.
    ///
    /// # Errors
    /// 422 where the key came with other input.
    pub async fn earlier<T: DeserializeOwned, C: ConnectionTrait>(
        &self,
        db: &C,
    ) -> Answer<Option<T>> {
        let Some(key) = &self.key else {
            return Ok(None);
        };
        let row = kept::Entity::find_by_id((self.user_id, key.clone()))
            .one(db)
            .await?;
        match row {
            None => Ok(None),
            Some(row) if row.input_hash == self.input_hash => serde_json::from_str(&row.answer)
                .map(Some)
                .map_err(|error| {
                    tracing::error!(%error, "a kept answer can't be read");
                    AppError::internal()
                }),
            Some(_) => Err(refused(ts!("server-sent-before"))),
        }
    }

    /// Keeps the answer, in the same transaction as what it answers.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn keep<C: ConnectionTrait>(
        &self,
        db: &C,
        answer: &impl Serialize,
        now: Instant,
    ) -> Answer<()> {
        let Some(key) = &self.key else { return Ok(()) };
        let answer = serde_json::to_string(answer).map_err(|error| {
            tracing::error!(%error, "an answer could not be written down");
            AppError::internal()
        })?;
        kept::Entity::insert(kept::ActiveModel {
            user_id: Set(self.user_id),
            key: Set(key.clone()),
            input_hash: Set(self.input_hash.clone()),
            answer: Set(answer),
            created_at: Set(now),
        })
        .exec_without_returning(db)
        .await?;
        Ok(())
    }
}

fn refused(sentence: String) -> AppError {
    AppError::field("idempotency_key", sentence)
}
