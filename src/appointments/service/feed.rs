//! Private addresses from which calendar programs fetch appointments. Such a program can't sign
//! in: whoever has the address may read. So it can't be guessed, the database knows no more than
//! its fingerprint, and its owner replaces or removes it at any time.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use uuid::Uuid;

use super::work::Actor;
use crate::accounts::entity::user;
use crate::accounts::model::Role;
use crate::appointments::entity::calendar_feed;
use crate::error::{Answer, AppError};
use crate::server::digest;
use crate::server::state::App;
use crate::texts::Language;
use crate::time::Instant;

/// Makes an address, in place of the one before: the secret in it, and since when it holds.
///
/// # Errors
/// When the database does not answer.
pub async fn open_feed(app: &App, user_id: Uuid) -> Answer<(String, Instant)> {
    let secret = digest::random().map_err(|error| {
        tracing::error!(%error, "no randomness for a calendar's address");
        AppError::internal()
    })?;
    let now = app.now();
    let row = calendar_feed::ActiveModel {
        user_id: Set(user_id),
        secret_hash: Set(digest::fingerprint(&secret)),
        created_at: Set(now),
    };
    calendar_feed::Entity::insert(row)
        .on_conflict(
            OnConflict::column(calendar_feed::Column::UserId)
                .update_columns([
                    calendar_feed::Column::SecretHash,
                    calendar_feed::Column::CreatedAt,
                ])
                .to_owned(),
        )
        .exec_without_returning(app.db.write())
        .await?;
    Ok((secret, now))
}

/// Removes it: calendar programs get no more. Where there is none that is no error.
///
/// # Errors
/// When the database does not answer.
pub async fn close_feed(app: &App, user_id: Uuid) -> Answer<()> {
    calendar_feed::Entity::delete_by_id(user_id)
        .exec(app.db.write())
        .await?;
    Ok(())
}

/// Since when this person has an address, and whether this is the secret in it.
///
/// # Errors
/// When the database does not answer.
pub async fn feed_since(
    app: &App,
    user_id: Uuid,
    secret: Option<&str>,
) -> Answer<Option<(Instant, bool)>> {
    let row = calendar_feed::Entity::find_by_id(user_id)
        .one(app.db.read())
        .await?;
    Ok(row.map(|row| {
        let its = secret.is_some_and(|secret| row.secret_hash == digest::fingerprint(secret));
        (row.created_at, its)
    }))
}

/// Whose address has this secret, and in which language they read.
///
/// # Errors
/// 404 where it is nobody's, or not any more.
pub(super) async fn owner(app: &App, secret: &str) -> Answer<(Actor, Language)> {
    let missing = || AppError::not_found("calendar");
    let (_, user) = calendar_feed::Entity::find()
        .filter(calendar_feed::Column::SecretHash.eq(digest::fingerprint(secret)))
        .find_also_related(user::Entity)
        .one(app.db.read())
        .await?
        .ok_or_else(missing)?;
    let user = user
        .filter(|user| user.suspended_at.is_none())
        .ok_or_else(missing)?;
    let actor = match Role::parse(&user.role) {
        Some(Role::Patient) => Actor::patient(user.id),
        Some(Role::Doctor) => Actor::doctor(user.id),
        Some(Role::Administrator) | None => return Err(missing()),
    };
    Ok((actor, user.language()))
}
