//! A new password for whoever forgot theirs, by a link to their mailbox.
//!
//! After the OWASP Forgot Password Cheat Sheet: the answer and its cost are the same whether an
//! address is known or not, the token is random, kept as its fingerprint alone, valid for an hour
//! and once, and a new password ends every session and signs nobody in.

use chrono::TimeDelta;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

use super::entity::{reset, user};
use super::throttle::Throttle;
use super::{password, rules, session};
use crate::error::{Answer, AppError, Problems};
use crate::notifications::mail::{self, Letter};
use crate::server::digest;
use crate::server::state::App;

/// How long a link is good.
pub const VALID: TimeDelta = TimeDelta::hours(1);
/// The page that a link opens.
pub const PAGE: &str = "/reset-password";

/// Asks for a link to be sent to an address, if somebody has it.
///
/// # Errors
/// 422 where it is no address, 429 after too many, 409 where this site sends no mail.
pub async fn ask(app: &App, email: &str, address: &str) -> Answer<String> {
    if app.mailer.is_none() {
        return Err(AppError::conflict(
            [
                ts!("accounts-reset-no-mail-title"),
                ts!("accounts-reset-no-mail"),
            ]
            .join(". "),
        ));
    }
    let mut problems = Problems::default();
    let Some(email) = problems.take("email", rules::email(email)) else {
        return Err(problems.into_error());
    };
    let key = rules::email_key(&email);
    Throttle::reset_link(&key, address).admit(app).await?;
    mail::ask_for_link(app, key).await?;
    Ok(email)
}

/// Makes a token. Only its fingerprint is kept.
///
/// # Errors
/// When the database or the machine's randomness fails.
pub async fn issue<C: ConnectionTrait>(app: &App, db: &C, user_id: Uuid) -> Answer<String> {
    let token = digest::random().map_err(|error| {
        tracing::error!(%error, "no randomness");
        AppError::internal()
    })?;
    let now = app.now();
    reset::Entity::insert(reset::ActiveModel {
        token_hash: Set(digest::fingerprint(&token)),
        user_id: Set(user_id),
        created_at: Set(now),
        expires_at: Set(now + VALID),
        used_at: Set(None),
    })
    .exec_without_returning(db)
    .await?;
    Ok(token)
}

/// Ends all other tokens of somebody: the newest counts.
///
/// # Errors
/// When the database does not answer.
pub async fn end_others<C: ConnectionTrait>(db: &C, user_id: Uuid, token: &str) -> Answer<()> {
    reset::Entity::delete_many()
        .filter(reset::Column::UserId.eq(user_id))
        .filter(reset::Column::TokenHash.ne(digest::fingerprint(token)))
        .exec(db)
        .await?;
    Ok(())
}

/// The link with a token, at the public address of the settings, whatever a request says.
pub fn link(app: &App, token: &str) -> String {
    format!("{}{PAGE}?token={token}", app.settings.origin())
}

/// A link for somebody, to be given to them by hand. It ends those before it.
///
/// # Errors
/// 404 where nobody has this address.
pub async fn link_for(app: &App, email: &str) -> Answer<String> {
    let tx = app.db.begin().await?;
    let found = user::Entity::find()
        .filter(user::Column::EmailKey.eq(rules::email_key(email)))
        .one(&tx)
        .await?;
    let Some(user) = found.filter(|user| user.suspended_at.is_none()) else {
        return Err(AppError::not_found("account"));
    };
    let token = issue(app, &tx, user.id).await?;
    end_others(&tx, user.id, &token).await?;
    tx.commit().await?;
    Ok(link(app, &token))
}

/// Whose password a token may change, while it is good.
///
/// # Errors
/// When the database does not answer.
pub async fn holder(app: &App, token: &str) -> Answer<Option<user::Model>> {
    let found = reset::Entity::find_by_id(digest::fingerprint(token))
        .find_also_related(user::Entity)
        .one(app.db.read())
        .await?;
    let Some((row, Some(user))) = found else {
        return Ok(None);
    };
    let good = row.used_at.is_none() && row.expires_at > app.now() && user.suspended_at.is_none();
    Ok(good.then_some(user))
}

/// Sets a new password by a token, which is used up. Answers whose it is; they are signed in
/// nowhere then.
///
/// # Errors
/// 422 naming `token` where it is not good any more, `password` where that is not a good one;
/// 429 after too many.
pub async fn choose(app: &App, token: &str, typed: String, address: &str) -> Answer<Uuid> {
    Throttle::reset(address).admit(app).await?;
    let Some(user) = holder(app, token).await? else {
        return Err(spent());
    };
    let mut problems = Problems::default();
    if typed.is_empty() {
        problems.add("password", ts!("accounts-reset-password-missing"));
    }
    problems.take(
        "password",
        rules::new_password(&typed, &user.email, &user.full_name),
    );
    if !problems.is_empty() {
        return Err(problems.into_error());
    }
    let hash = password::hash(app, typed).await?;
    let now = app.now();
    let tx = app.db.begin().await?;
    // The one who marks it as used has used it.
    let used = reset::Entity::update_many()
        .col_expr(reset::Column::UsedAt, Expr::value(now))
        .filter(reset::Column::TokenHash.eq(digest::fingerprint(token)))
        .filter(reset::Column::UsedAt.is_null())
        .filter(reset::Column::ExpiresAt.gt(now))
        .exec(&tx)
        .await?;
    if used.rows_affected == 0 {
        return Err(spent());
    }
    end_others(&tx, user.id, token).await?;
    user::Entity::update_many()
        .col_expr(user::Column::PasswordHash, Expr::value(hash))
        .filter(user::Column::Id.eq(user.id))
        .exec(&tx)
        .await?;
    let call = session::end_all(&tx, user.id, now).await?;
    Throttle::forget(&tx, &user.email_key).await?;
    let letter = Letter::PasswordChanged { user_id: user.id };
    mail::post(app, &tx, letter, now).await?;
    tx.commit().await?;
    app.wake.call(&[call]).await;
    tracing::info!(user = %user.id, "a password was changed by a link; its sessions are ended");
    Ok(user.id)
}

/// A token that was used, is too old, was replaced, or never was: the answer is the same.
fn spent() -> AppError {
    AppError::field("token", ts!("accounts-reset-spent"))
}

/// Forgets tokens that are good no more.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(app: &App) -> Answer<()> {
    reset::Entity::delete_many()
        .filter(reset::Column::ExpiresAt.lt(app.now()))
        .exec(app.db.write())
        .await?;
    Ok(())
}
