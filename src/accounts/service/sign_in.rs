//! Signing in.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::LockType};

use crate::accounts::entity::user;
use crate::accounts::model::SignedIn;
use crate::accounts::throttle::Throttle;
use crate::accounts::{password, rules, session};
use crate::error::{Answer, AppError, ErrorKind, Problems};
use crate::server::state::App;

/// Signs somebody in. An unknown address and a wrong password get the same answer at the same cost.
///
/// # Errors
/// 401 when they don't fit; 429 after too many attempts.
pub async fn sign_in(app: &App, email: &str, password: String, address: &str) -> Answer<SignedIn> {
    let mut problems = Problems::default();
    if email.trim().is_empty() {
        problems.add("email", ts!("accounts-email-missing"));
    }
    if password.is_empty() {
        problems.add("password", ts!("accounts-password-missing"));
    }
    if !problems.is_empty() {
        return Err(problems.into_error());
    }
    let key = rules::email_key(email);
    let throttle = Throttle::sign_in(&key, address);
    throttle.admit(app).await?;
    let user = if key.contains('\0') {
        // No account has it, and PostgreSQL would fail on it.
        None
    } else {
        user::Entity::find()
            .filter(user::Column::EmailKey.eq(&key))
            .one(app.db.read())
            .await?
    };
    // Longer than any account's password can be: not worth the hashing.
    let possible = password.chars().count() <= rules::PASSWORD_MOST;
    let hash = user
        .as_ref()
        .map(|user| user.password_hash.clone())
        .filter(|_| possible);
    let fits = password::verify(app, if possible { password } else { String::new() }, hash).await?;
    match user.filter(|user| fits && user.suspended_at.is_none()) {
        Some(user) => {
            throttle.succeeded(app).await?;
            let tx = app.db.begin().await?;
            if !has_password_still(app, &tx, &user).await? {
                return Err(wrong());
            }
            let tokens = session::begin(app, &tx, &user).await?;
            tx.commit().await?;
            Ok(tokens)
        }
        None => Err(wrong()),
    }
}

fn wrong() -> AppError {
    AppError::new(ErrorKind::Unauthenticated, ts!("accounts-sign-in-wrong"))
}

/// Whether the password that was checked a moment ago is the one that counts: a new one that is
/// being set ends all sessions, and must not miss the one that is about to begin. The row stays
/// locked until the commit.
async fn has_password_still(
    app: &App,
    tx: &sea_orm::DatabaseTransaction,
    user: &user::Model,
) -> Answer<bool> {
    let mut query = user::Entity::find_by_id(user.id);
    if !app.db.is_sqlite() {
        query = query.lock(LockType::Share);
    }
    let now = query.one(tx).await?;
    Ok(
        now.is_some_and(|now| {
            now.password_hash == user.password_hash && now.suspended_at.is_none()
        }),
    )
}
