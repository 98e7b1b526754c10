//! Slows down whoever guesses passwords.
//!
//! Failures are counted per account *and* address, so that a stranger elsewhere can't lock
//! the owner out, and per address alone, so that one machine can't try many accounts.
//! Each failure past the allowance doubles the wait. The counts live in the database and
//! hold for all instances.

use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use super::entity::failure;
use crate::error::{Answer, AppError, ErrorKind};
use crate::server::digest::fingerprint;
use crate::server::state::App;

/// Failures that cost nothing: for one account from one address, and for one address.
const ALLOWED: [i32; 2] = [5, 50];
/// The longest wait, in seconds.
const LONGEST: i64 = 15 * 60;
/// Failures are forgotten after this many hours without another.
const FORGOTTEN_AFTER_HOURS: i64 = 24;

/// What is counted for a sign-in.
pub struct Throttle([String; 2]);

impl Throttle {
    /// For this account, tried from this address. The database learns neither.
    pub fn new(email_key: &str, address: &str) -> Self {
        Self([fingerprint(&format!("{email_key}\0{address}")), fingerprint(&format!("\0{address}"))])
    }

    /// Lets an attempt through, or says how long to wait.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub async fn admit(&self, app: &App) -> Answer<()> {
        if !app.settings.rate_limits {
            return Ok(());
        }
        let now = app.now();
        let wait = self
            .rows(app)
            .await?
            .iter()
            // Rounded up: who waits that long is let through.
            .map(|row| ((row.blocked_until - now).num_milliseconds() + 999) / 1000)
            .max()
            .unwrap_or(0);
        if wait <= 0 {
            return Ok(());
        }
        let seconds = u32::try_from(wait).unwrap_or(u32::MAX);
        Err(AppError {
            retry_after: Some(seconds),
            ..AppError::new(
                ErrorKind::TooMany,
                format!("Too many attempts. Try again in {seconds} seconds."),
            )
        })
    }

    /// Counts a failure.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn failed(&self, app: &App) -> Answer<()> {
        if !app.settings.rate_limits {
            return Ok(());
        }
        let now = app.now();
        let rows = self.rows(app).await?;
        for (key, allowed) in self.0.iter().zip(ALLOWED) {
            let before = rows
                .iter()
                .find(|row| &row.key == key)
                .filter(|row| now - row.updated_at < TimeDelta::hours(FORGOTTEN_AFTER_HOURS))
                .map_or(0, |row| row.failures);
            let failures = before.saturating_add(1);
            failure::Entity::insert(failure::ActiveModel {
                key: Set(key.clone()),
                failures: Set(failures),
                blocked_until: Set(now + TimeDelta::seconds(wait_after(failures - allowed))),
                updated_at: Set(now),
            })
            .on_conflict(
                OnConflict::column(failure::Column::Key)
                    .update_columns([failure::Column::Failures, failure::Column::BlockedUntil, failure::Column::UpdatedAt])
                    .to_owned(),
            )
            .exec_without_returning(app.db.write())
            .await?;
        }
        Ok(())
    }

    /// Forgets the failures of this account from this address.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn succeeded(&self, app: &App) -> Answer<()> {
        if app.settings.rate_limits && !self.rows(app).await?.is_empty() {
            failure::Entity::delete_by_id(self.0[0].clone()).exec(app.db.write()).await?;
        }
        Ok(())
    }

    async fn rows(&self, app: &App) -> Answer<Vec<failure::Model>> {
        Ok(failure::Entity::find()
            .filter(failure::Column::Key.is_in(self.0.clone()))
            .all(app.db.read())
            .await?)
    }
}

/// Seconds to wait after so many failures past the allowance: 0, then 1, 2, 4, …
fn wait_after(past: i32) -> i64 {
    match past {
        ..0 => 0,
        0..=9 => 1 << past,
        _ => LONGEST,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_a_bound() {
        assert_eq!([-1, 0, 1, 5, 9, 10, 1000].map(wait_after), [0, 1, 2, 32, 512, LONGEST, LONGEST]);
    }
}
