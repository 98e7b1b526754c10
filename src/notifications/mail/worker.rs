//! Takes what is due from the outbox to the mail server.
//!
//! Each instance does so. A letter is claimed by counting its attempt, which also says when the
//! next one is due; of two that claim the same attempt one finds it counted. So a letter leaves
//! once, unless the server ends between sending it and noting that: then it leaves again.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

use super::mailer::{Mailer, Trouble};
use super::outbox::{Column, Entity, Model, NEWS, PASSWORD_CHANGED, RESET_LINK};
use super::words::{self, Text};
use crate::accounts::entity::user;
use crate::accounts::reset;
use crate::error::{Answer, AppError};
use crate::server::state::App;
use crate::texts::{self, Language};

/// How many are looked up at once.
const SOME: u64 = 50;
/// How long a letter is tried.
const GIVEN_UP_AFTER: TimeDelta = TimeDelta::hours(24);
/// The longest pause between two attempts, in minutes.
const LONGEST_PAUSE: i64 = 240;

/// Sends what is due, and says how many left. A letter that fails waits for its next attempt;
/// where the mail server itself is away, so does everything.
///
/// # Errors
/// When the database does not answer.
pub async fn send_due(app: &App) -> Answer<u64> {
    let Some(mailer) = &app.mailer else {
        return Ok(0);
    };
    let due = Entity::find()
        // Word for word as in the index of what is due.
        .filter(Expr::cust("sent_at is null and given_up_at is null"))
        .filter(Column::DueAt.lte(app.now()))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(SOME)
        .all(app.db.read())
        .await?;
    let mut sent = 0;
    for letter in due {
        if app.stopping.is_cancelled() {
            break;
        }
        let Some(letter) = claim(app, letter).await? else {
            continue;
        };
        match deliver(app, mailer, &letter).await? {
            Ok(left) => sent += u64::from(left),
            Err(trouble) => {
                let away = matches!(trouble, Trouble::Away(_));
                put_back(app, &letter, trouble).await?;
                if away {
                    break;
                }
            }
        }
    }
    Ok(sent)
}

/// Counts an attempt, and puts the next one off; nothing where another instance was quicker.
async fn claim(app: &App, letter: Model) -> Answer<Option<Model>> {
    let attempts = letter.attempts.saturating_add(1);
    let due_at = app.now() + pause(attempts);
    let claimed = Entity::update_many()
        .col_expr(Column::Attempts, Expr::value(attempts))
        .col_expr(Column::DueAt, Expr::value(due_at))
        .filter(Column::Id.eq(letter.id))
        .filter(Column::Attempts.eq(letter.attempts))
        .filter(Column::SentAt.is_null())
        .filter(Column::GivenUpAt.is_null())
        .exec(app.db.write())
        .await?;
    Ok((claimed.rows_affected == 1).then_some(Model {
        attempts,
        due_at,
        ..letter
    }))
}

/// The pause after so many attempts: one minute, two, four, … up to four hours.
fn pause(attempts: i32) -> TimeDelta {
    let doublings = attempts.saturating_sub(1).clamp(0, 10);
    TimeDelta::minutes((1 << doublings).min(LONGEST_PAUSE))
}

/// Sends one, and notes that. `false` where there is nobody to send it to.
async fn deliver(app: &App, mailer: &Mailer, letter: &Model) -> Answer<Result<bool, Trouble>> {
    let Some(user) = recipient(app, letter).await? else {
        // Somebody typed an address that nobody has: it is not kept.
        Entity::delete_by_id(letter.id).exec(app.db.write()).await?;
        return Ok(Ok(false));
    };
    let token = match letter.kind.as_str() {
        RESET_LINK => Some(reset::issue(app, app.db.write(), user.id).await?),
        _ => None,
    };
    let asked_in = letter.language.as_deref().and_then(Language::parse);
    let text = texts::scope(asked_in.unwrap_or(user.language()), || {
        words_of(app, letter, token.as_deref())
    })?;
    // Each link is another letter: the first would be a spent one.
    let id = match &token {
        Some(_) => format!("{}.{}", letter.id, letter.attempts),
        None => letter.id.to_string(),
    };
    if let Err(trouble) = mailer.send(&id, &user.email, text).await {
        return Ok(Err(trouble));
    }
    let tx = app.db.begin().await?;
    Entity::update_many()
        .col_expr(Column::SentAt, Expr::value(app.now()))
        .col_expr(Column::Address, Expr::value(None::<String>))
        .col_expr(Column::UserId, Expr::value(user.id))
        .filter(Column::Id.eq(letter.id))
        .exec(&tx)
        .await?;
    if let Some(token) = token {
        reset::end_others(&tx, user.id, &token).await?;
    }
    tx.commit().await?;
    tracing::info!(id = %letter.id, kind = letter.kind, attempts = letter.attempts, "a letter has left");
    Ok(Ok(true))
}

/// What it says, in the language at hand.
fn words_of(app: &App, letter: &Model, token: Option<&str>) -> Answer<Text> {
    let path = letter.link.as_deref().unwrap_or("/appointments");
    match (letter.kind.as_str(), token) {
        (RESET_LINK, Some(token)) => Ok(words::reset_link(&reset::link(app, token))),
        (PASSWORD_CHANGED, _) => Ok(words::password_changed(&address(app, "/forgot-password"))),
        (NEWS, _) => Ok(words::news(&address(app, path))),
        (kind, _) => {
            tracing::error!(id = %letter.id, kind, "a letter of an unknown kind");
            Err(AppError::internal())
        }
    }
}

/// Whose letter it is; nobody where there is no such account, or it is suspended.
async fn recipient(app: &App, letter: &Model) -> Answer<Option<user::Model>> {
    let query = match (&letter.address, letter.user_id) {
        (Some(key), _) => user::Entity::find().filter(user::Column::EmailKey.eq(key)),
        (None, Some(id)) => user::Entity::find_by_id(id),
        (None, None) => return Ok(None),
    };
    let found = query.one(app.db.read()).await?;
    Ok(found.filter(|user| user.suspended_at.is_none()))
}

/// A page's address as the outside knows it: of the settings, never of a request.
fn address(app: &App, path: &str) -> String {
    format!("{}{path}", app.settings.origin())
}

/// Leaves a letter for its next attempt, or gives it up.
async fn put_back(app: &App, letter: &Model, trouble: Trouble) -> Answer<()> {
    let (why, never) = match trouble {
        Trouble::Away(why) | Trouble::Later(why) => (why, false),
        Trouble::Never(why) => (why, true),
    };
    let (id, kind, attempts) = (letter.id, &letter.kind, letter.attempts);
    if !never && letter.due_at <= letter.created_at + GIVEN_UP_AFTER {
        tracing::warn!(%id, kind, attempts, why, "a letter did not leave, and is tried again");
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::GivenUpAt, Expr::value(app.now()))
        .col_expr(Column::Address, Expr::value(None::<String>))
        .filter(Column::Id.eq(id))
        .exec(app.db.write())
        .await?;
    tracing::error!(%id, kind, attempts, why, "a letter was given up");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_doubles_up_to_four_hours() {
        assert_eq!(
            [1, 2, 3, 8, 9, 100].map(|attempts| pause(attempts).num_minutes()),
            [1, 2, 4, 128, 240, 240]
        );
    }
}
