//! Slows down whoever guesses passwords, or makes accounts by the hundred.
//!
//! Attempts are counted before they are tried, in one transaction, so that many at once are
//! not one; a sign-in that succeeds gives its attempt back. Sign-ins count per account *and*
//! address, so that a stranger elsewhere can't lock the owner out, and per address alone, so
//! that one machine can't try many accounts; behind one address may be a whole clinic, so
//! there the wait stays short. The counts live in the database and hold for all instances.

use chrono::TimeDelta;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, LockType, OnConflict},
};

use super::entity::failure;
use crate::error::{Answer, AppError, ErrorKind};
use crate::server::digest::fingerprint;
use crate::server::state::App;
use crate::time::Instant;

/// Attempts are forgotten after this many hours without another.
const FORGOTTEN_AFTER_HOURS: i64 = 24;

/// One thing that is counted.
#[derive(Clone)]
struct Counter {
    /// The database learns neither account nor address.
    key: String,
    /// Whose account is tried, where one is: likewise unreadable.
    account: Option<String>,
    /// Attempts that cost nothing.
    allowed: i32,
    /// The longest wait, in seconds.
    longest: i64,
}

/// What is counted for an attempt.
pub struct Throttle(Vec<Counter>);

impl Throttle {
    /// A sign-in to this account from this address.
    pub fn sign_in(email_key: &str, address: &str) -> Self {
        Self(vec![
            Counter {
                key: fingerprint(&format!("{email_key}\0{address}")),
                account: Some(fingerprint(email_key)),
                allowed: 5,
                longest: 15 * 60,
            },
            Counter {
                key: fingerprint(&format!("\0{address}")),
                account: None,
                allowed: 50,
                longest: 60,
            },
        ])
    }

    /// A registration from this address.
    pub fn registration(address: &str) -> Self {
        Self(vec![Counter {
            key: fingerprint(&format!("registration\0{address}")),
            account: None,
            allowed: 30,
            longest: 60,
        }])
    }

    /// Asking from this address for a link to a new password, by a letter to that one. Letters
    /// to one person count wherever they are asked for: strangers must not fill their mailbox.
    pub fn reset_link(email_key: &str, address: &str) -> Self {
        Self(vec![
            Counter {
                key: fingerprint(&format!("reset link\0{email_key}")),
                account: Some(fingerprint(email_key)),
                allowed: 3,
                longest: 60 * 60,
            },
            Counter {
                key: fingerprint(&format!("reset link\0\0{address}")),
                account: None,
                allowed: 30,
                longest: 60,
            },
        ])
    }

    /// A new password by a link, from this address.
    pub fn reset(address: &str) -> Self {
        Self(vec![Counter {
            key: fingerprint(&format!("reset\0{address}")),
            account: None,
            allowed: 30,
            longest: 60,
        }])
    }

    /// Forgets what was counted for an account, from wherever it was tried.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn forget<C: sea_orm::ConnectionTrait>(db: &C, email_key: &str) -> Answer<()> {
        failure::Entity::delete_many()
            .filter(failure::Column::Account.eq(fingerprint(email_key)))
            .exec(db)
            .await?;
        Ok(())
    }

    /// Counts an attempt and lets it through, or says how long to wait.
    ///
    /// # Errors
    /// 429 with the seconds to wait.
    pub async fn admit(&self, app: &App) -> Answer<()> {
        if !app.settings.rate_limits {
            return Ok(());
        }
        let now = app.now();
        let tx = app.db.begin().await?;
        let untried = self.0.iter().map(|counter| row(counter, 0, now, now));
        failure::Entity::insert_many(untried)
            .on_conflict(
                OnConflict::column(failure::Column::Key)
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(&tx)
            .await?;
        let mut query = failure::Entity::find()
            .filter(failure::Column::Key.is_in(self.0.iter().map(|counter| counter.key.clone())))
            .order_by_asc(failure::Column::Key);
        if !app.db.is_sqlite() {
            query = query.lock(LockType::Update);
        }
        let rows = query.all(&tx).await?;
        // Rounded up: a wait of half a second is a wait.
        let wait = rows
            .iter()
            .map(|row| ((row.blocked_until - now).num_milliseconds() + 999) / 1000)
            .max()
            .unwrap_or(0);
        if wait > 0 {
            tx.rollback().await?;
            return Err(too_many(wait));
        }
        for counter in &self.0 {
            let before = rows
                .iter()
                .find(|row| row.key == counter.key)
                .filter(|row| now - row.updated_at < TimeDelta::hours(FORGOTTEN_AFTER_HOURS))
                .map_or(0, |row| row.failures);
            let attempts = before.saturating_add(1);
            let wait = wait_after(attempts - counter.allowed).min(counter.longest);
            write(
                &tx,
                row(counter, attempts, now + TimeDelta::seconds(wait), now),
            )
            .await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Gives an attempt back that was a good one. The account's count begins anew.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn succeeded(&self, app: &App) -> Answer<()> {
        // Here alone: elsewhere its `min` would stand in the way of numbers' own.
        use sea_orm::sea_query::ExprTrait;

        if !app.settings.rate_limits {
            return Ok(());
        }
        let mut counters = self.0.iter().map(|counter| counter.key.clone());
        if let Some(account) = counters.next() {
            failure::Entity::delete_by_id(account)
                .exec(app.db.write())
                .await?;
        }
        // Counted down where it stands: others may be counting up at the same moment.
        failure::Entity::update_many()
            .col_expr(
                failure::Column::Failures,
                Expr::col(failure::Column::Failures).sub(1),
            )
            .filter(failure::Column::Key.is_in(counters))
            .filter(failure::Column::Failures.gt(0))
            .exec(app.db.write())
            .await?;
        Ok(())
    }
}

fn row(
    counter: &Counter,
    failures: i32,
    blocked_until: Instant,
    now: Instant,
) -> failure::ActiveModel {
    failure::ActiveModel {
        key: Set(counter.key.clone()),
        account: Set(counter.account.clone()),
        failures: Set(failures),
        blocked_until: Set(blocked_until),
        updated_at: Set(now),
    }
}

async fn write<C: sea_orm::ConnectionTrait>(db: &C, row: failure::ActiveModel) -> Answer<()> {
    use failure::Column;
    failure::Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::Key)
                .update_columns([
                    Column::Account,
                    Column::Failures,
                    Column::BlockedUntil,
                    Column::UpdatedAt,
                ])
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(())
}

fn too_many(seconds: i64) -> AppError {
    let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
    AppError {
        retry_after: Some(seconds),
        ..AppError::new(
            ErrorKind::TooMany,
            ts!("accounts-too-many", seconds = seconds),
        )
    }
}

/// Seconds to wait after so many attempts past the allowance: 0, then 1, 2, 4, …
fn wait_after(past: i32) -> i64 {
    match past {
        ..0 => 0,
        0..=12 => 1 << past,
        _ => i64::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles() {
        assert_eq!(
            [-1, 0, 1, 5, 9, 13].map(wait_after),
            [0, 1, 2, 32, 512, i64::MAX]
        );
    }
}
