//! Sessions: begin, renew, end.

use chrono::TimeDelta;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    prelude::Expr,
    sea_query::{ExprTrait, IntoCondition},
};
use uuid::Uuid;

use super::entity::{session, user};
use super::model::{Role, SignedIn, User};
use super::token;
use crate::error::{Answer, AppError, ErrorKind};
use crate::server::digest;
use crate::server::state::App;
use crate::server::wake::Call;
use crate::texts::{self, Language};
use crate::time::Instant;

/// How long the token before the newest one is still taken: two tabs may refresh at once.
const GRACE_SECONDS: i64 = 30;

/// Opens a session for somebody who has proved who they are.
///
/// # Errors
/// When the database or the machine's randomness fails.
pub async fn begin<C: ConnectionTrait>(app: &App, db: &C, user: &user::Model) -> Answer<SignedIn> {
    let now = app.now();
    let id = Uuid::now_v7();
    let refresh = token::first_refresh(id).map_err(|error| {
        tracing::error!(%error, "no randomness");
        AppError::internal()
    })?;
    session::Entity::insert(session::ActiveModel {
        id: Set(id),
        user_id: Set(user.id),
        refresh_hash: Set(digest::fingerprint(&refresh)),
        previous_hash: Set(None),
        rotated_at: Set(now),
        created_at: Set(now),
        expires_at: Set(expiry(now)),
        revoked_at: Set(None),
    })
    .exec_without_returning(db)
    .await?;
    remember_language(db, user).await?;
    signed_in(app, user, id, refresh)
}

/// Notes in which language somebody reads now, where their program says it.
async fn remember_language<C: ConnectionTrait>(db: &C, user: &user::Model) -> Answer<()> {
    let Some(code) = texts::wished().map(Language::code) else {
        return Ok(());
    };
    if user.language.as_deref() == Some(code) {
        return Ok(());
    }
    user::Entity::update_many()
        .col_expr(user::Column::Language, Expr::value(code))
        .filter(user::Column::Id.eq(user.id))
        .exec(db)
        .await?;
    Ok(())
}

/// Renews a session with its refresh token, which is replaced.
///
/// A token older than the one before the newest, or that one after its grace, was stolen or
/// copied: the session ends for everybody who holds it (RFC 9700, section 4.14.2).
///
/// # Errors
/// 401 when the token is not good, and when it is used again.
pub async fn renew(app: &App, refresh: &str) -> Answer<SignedIn> {
    let hash = digest::fingerprint(refresh);
    let now = app.now();
    // By the session that it names, and not by its hash: the row knows the two newest alone.
    let Some(id) = token::session_of(refresh) else {
        return Err(ended());
    };
    let tx = app.db.begin().await?;
    let found = session::Entity::find_by_id(id)
        .find_also_related(user::Entity)
        .one(&tx)
        .await?;
    let Some((session, Some(user))) = found else {
        return Err(ended());
    };
    if !is_live(&session, &user, now) {
        return Err(ended());
    }
    let next = token::next_refresh(&app.secret, refresh).ok_or_else(AppError::internal)?;
    let in_grace = now - session.rotated_at <= TimeDelta::seconds(GRACE_SECONDS);
    if session.refresh_hash == hash {
        // Only the holder of the newest token turns it: of two at once the second finds it turned.
        let turned = session::Entity::update_many()
            .col_expr(session::Column::PreviousHash, Expr::value(hash.clone()))
            .col_expr(
                session::Column::RefreshHash,
                Expr::value(digest::fingerprint(&next)),
            )
            .col_expr(session::Column::RotatedAt, Expr::value(now))
            .col_expr(session::Column::ExpiresAt, Expr::value(expiry(now)))
            .filter(session::Column::Id.eq(session.id))
            .filter(session::Column::RefreshHash.eq(&hash))
            .filter(session::Column::RevokedAt.is_null())
            .exec(&tx)
            .await?;
        remember_language(&tx, &user).await?;
        tx.commit().await?;
        if turned.rows_affected == 0 && !still_live(app, session.id).await? {
            return Err(ended());
        }
    } else if session.previous_hash.as_ref() != Some(&hash) || !in_grace {
        tx.rollback().await?;
        revoke(app, session::Column::Id.eq(session.id)).await?;
        tracing::warn!(session = %session.id, "a refresh token was used again; its session is ended");
        return Err(ended());
    }
    signed_in(app, &user, session.id, next)
}

/// Ends one session.
///
/// # Errors
/// When the database does not answer.
pub async fn end(app: &App, session_id: Uuid) -> Answer<()> {
    revoke(app, session::Column::Id.eq(session_id)).await
}

/// Ends the session that holds this refresh token.
///
/// # Errors
/// When the database does not answer.
pub async fn end_by_token(app: &App, refresh: &str) -> Answer<()> {
    let hash = digest::fingerprint(refresh);
    let holder = session::Column::RefreshHash
        .eq(&hash)
        .or(session::Column::PreviousHash.eq(&hash));
    revoke(app, holder).await
}

/// Ends all sessions of somebody, in the caller's transaction. Answers whom to wake once it is
/// committed: streams end with their session.
///
/// # Errors
/// When the database does not answer.
pub async fn end_all<C: sea_orm::ConnectionTrait>(
    db: &C,
    user_id: Uuid,
    now: Instant,
) -> Answer<Call> {
    session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(now))
        .filter(session::Column::UserId.eq(user_id))
        .filter(session::Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    Ok(Call {
        user_id,
        case_id: None,
    })
}

/// Whether a session named by an access token still lives.
///
/// # Errors
/// When the database does not answer.
pub async fn still_live(app: &App, session_id: Uuid) -> Answer<bool> {
    let found = session::Entity::find_by_id(session_id)
        .find_also_related(user::Entity)
        .one(app.db.read())
        .await?;
    Ok(matches!(found, Some((session, Some(user))) if is_live(&session, &user, app.now())))
}

fn is_live(session: &session::Model, user: &user::Model, now: Instant) -> bool {
    session.revoked_at.is_none() && session.expires_at > now && user.suspended_at.is_none()
}

/// Ends sessions, and wakes their owner's streams, which end with them.
async fn revoke(app: &App, which: impl IntoCondition + Clone) -> Answer<()> {
    let owners: Vec<Uuid> = session::Entity::find()
        .select_only()
        .column(session::Column::UserId)
        .filter(which.clone())
        .into_tuple()
        .all(app.db.read())
        .await?;
    session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, Expr::value(app.now()))
        .filter(which)
        .filter(session::Column::RevokedAt.is_null())
        .exec(app.db.write())
        .await?;
    let calls: Vec<Call> = owners
        .into_iter()
        .map(|user_id| Call {
            user_id,
            case_id: None,
        })
        .collect();
    app.wake.call(&calls).await;
    Ok(())
}

fn signed_in(
    app: &App,
    user: &user::Model,
    session_id: Uuid,
    refresh_token: String,
) -> Answer<SignedIn> {
    let role = Role::parse(&user.role).ok_or_else(AppError::internal)?;
    let access_token =
        token::sign(&app.secret, user.id, session_id, role, app.now()).map_err(|error| {
            tracing::error!(%error, "an access token could not be signed");
            AppError::internal()
        })?;
    Ok(SignedIn {
        access_token,
        token_type: "Bearer".into(),
        expires_in: token::ACCESS_SECONDS,
        refresh_token,
        user: User {
            id: user.id,
            role,
            full_name: user.full_name.clone(),
        },
    })
}

fn expiry(now: Instant) -> Instant {
    now + TimeDelta::seconds(i64::try_from(token::REFRESH_SECONDS).unwrap_or(i64::MAX / 1000))
}

fn ended() -> AppError {
    AppError::new(ErrorKind::Unauthenticated, ts!("accounts-session-ended"))
}
