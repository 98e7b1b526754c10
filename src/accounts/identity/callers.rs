//! The callers that a server function can name.

use std::net::SocketAddr;

use dioxus::server::axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};
use uuid::Uuid;

use super::{Identity, Reply, Unknown};
use crate::accounts::model::Role;
use crate::error::{Answer, AppError};
use crate::server::state::App;

/// Anybody, signed in or not.
pub struct Anyone {
    pub app: App,
    pub identity: Option<Identity>,
    pub reply: Reply,
    pub headers: HeaderMap,
    /// Where the request comes from: the proxy's word for it where there is one.
    pub address: String,
}

/// Somebody who is signed in.
pub struct SignedIn {
    pub app: App,
    pub id: Uuid,
    pub role: Role,
    pub session_id: Uuid,
    pub reply: Reply,
}

/// A patient.
pub struct AsPatient {
    pub app: App,
    pub id: Uuid,
    pub reply: Reply,
}

/// A doctor.
pub struct AsDoctor {
    pub app: App,
    pub id: Uuid,
    pub reply: Reply,
}

impl<S: Sync> FromRequestParts<S> for Anyone {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        if let Some(Unknown(error)) = parts.extensions.get() {
            return Err(error.clone());
        }
        // `identify` has put both there; without it nothing may be served.
        let missing = AppError::internal;
        Ok(Self {
            app: parts.extensions.get::<App>().cloned().ok_or_else(missing)?,
            identity: parts.extensions.get::<Identity>().cloned(),
            reply: parts
                .extensions
                .get::<Reply>()
                .cloned()
                .ok_or_else(missing)?,
            address: address(parts),
            headers: parts.headers.clone(),
        })
    }
}

/// The client's address. Behind a proxy the last entry of `X-Forwarded-For` is the one that
/// the proxy itself wrote; those before it are the client's own claims.
fn address(parts: &Parts) -> String {
    let trusted = parts
        .extensions
        .get::<App>()
        .is_some_and(|app| app.settings.behind_proxy);
    let forwarded = || {
        parts
            .headers
            .get("x-forwarded-for")?
            .to_str()
            .ok()?
            .rsplit(',')
            .next()
    };
    match forwarded().filter(|_| trusted) {
        Some(address) => address.trim().to_owned(),
        None => parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|peer| peer.0.ip().to_string())
            .unwrap_or_default(),
    }
}

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AppError> {
        let Anyone {
            app,
            identity,
            reply,
            ..
        } = Anyone::from_request_parts(parts, state).await?;
        let Identity {
            user_id,
            role,
            session_id,
        } = identity.ok_or_else(AppError::unauthenticated)?;
        Ok(Self {
            app,
            id: user_id,
            role,
            session_id,
            reply,
        })
    }
}

impl<S: Sync> FromRequestParts<S> for AsPatient {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AppError> {
        let SignedIn { app, id, reply, .. } = only(Role::Patient, parts, state).await?;
        Ok(Self { app, id, reply })
    }
}

impl<S: Sync> FromRequestParts<S> for AsDoctor {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AppError> {
        let SignedIn { app, id, reply, .. } = only(Role::Doctor, parts, state).await?;
        Ok(Self { app, id, reply })
    }
}

/// Whoever is signed in, where they have this role.
async fn only<S: Sync>(role: Role, parts: &mut Parts, state: &S) -> Answer<SignedIn> {
    let caller = SignedIn::from_request_parts(parts, state).await?;
    if caller.role == role {
        Ok(caller)
    } else {
        Err(AppError::forbidden())
    }
}
