//! Who asks: the access token in the cookie or header, and the session that it names.

use axum::http::{HeaderMap, header};
use chrono::Utc;
use jsonwebtoken::{Algorithm, Validation};
use serde::Deserialize;
use uuid::Uuid;

use crate::clock::Instant;
use crate::people::photo;
use crate::{Answer, App, Failed};

#[derive(Deserialize)]
struct Claims {
    sub: Uuid,
    sid: Uuid,
    role: String,
    exp: i64,
}

pub struct Identity {
    pub user_id: Uuid,
    pub role: String,
}

/// Who is signed in, as the frame shows it.
pub struct Viewer {
    pub full_name: String,
    pub photo: Option<String>,
    pub role: String,
    pub unread: i64,
    pub verified: bool,
}

impl Viewer {
    /// How many are unread, short enough for the corner of the bell.
    pub fn count(&self) -> String {
        if self.unread > 99 {
            "99+".to_owned()
        } else {
            self.unread.to_string()
        }
    }
}

/// Whoever signed in; the session has to be alive.
pub async fn identity(app: &App, headers: &HeaderMap) -> Answer<Option<Identity>> {
    let Some(token) = token(headers) else {
        return Ok(None);
    };
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_issuer(&["medappoint"]);
    validation.set_audience(&["medappoint-api"]);
    validation.set_required_spec_claims(&["iss", "aud", "sub", "exp"]);
    let Ok(read) = jsonwebtoken::decode::<Claims>(token, &app.key, &validation) else {
        return Ok(None);
    };
    let (claims, now) = (read.claims, Utc::now());
    if claims.exp <= now.timestamp() {
        return Ok(None);
    }
    let session: Option<(Option<Instant>, Instant, Option<Instant>)> = sqlx::query_as(
        "select s.revoked_at, s.expires_at, u.suspended_at from sessions s join users u on u.id = s.user_id where s.id = ?",
    )
    .bind(claims.sid)
    .fetch_optional(&app.db)
    .await?;
    let live = session.is_some_and(|(revoked, expires, suspended)| {
        revoked.is_none() && expires > now && suspended.is_none()
    });
    Ok(live.then_some(Identity {
        user_id: claims.sub,
        role: claims.role,
    }))
}

/// A doctor who is signed in.
pub async fn doctor(app: &App, headers: &HeaderMap) -> Answer<Identity> {
    identity(app, headers)
        .await?
        .filter(|identity| identity.role == "doctor")
        .ok_or(Failed::SignIn)
}

fn token(headers: &HeaderMap) -> Option<&str> {
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        return value.to_str().ok()?.strip_prefix("Bearer ");
    }
    let cookies = headers.get(header::COOKIE)?.to_str().ok()?;
    cookies
        .split("; ")
        .find_map(|cookie| cookie.strip_prefix("__Host-access="))
}

/// What the frame shows of them.
pub async fn viewer(app: &App, identity: &Identity) -> Answer<Option<Viewer>> {
    let found: Option<(String, Option<String>, Option<Instant>)> = sqlx::query_as(
        "select u.full_name, u.photo, d.verified_at from users u left join doctors d on d.user_id = u.id where u.id = ?",
    )
    .bind(identity.user_id)
    .fetch_optional(&app.db)
    .await?;
    let Some((full_name, kept, verified_at)) = found else {
        return Ok(None);
    };
    let unread = sqlx::query_scalar(
        "select count(number) from notifications where user_id = ? and read_at is null",
    )
    .bind(identity.user_id)
    .fetch_one(&app.db)
    .await?;
    Ok(Some(Viewer {
        full_name,
        photo: photo(kept),
        verified: identity.role != "doctor" || verified_at.is_some(),
        role: identity.role.clone(),
        unread,
    }))
}
