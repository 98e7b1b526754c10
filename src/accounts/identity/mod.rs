//! Who calls: read once a request, asked for by extractors.
//!
//! [`identify`] runs in front of everything. It reads the access token (cookie or
//! `Authorization: Bearer`), renews an expired one on the way in, and leaves an
//! [`Identity`] with the request. A server function names the caller it serves as an
//! argument (`doctor: AsDoctor`), and is never entered by anybody else.

mod callers;
mod origin;
mod reply;

use dioxus::server::axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use super::model::Role;
use super::{session, token};
use crate::error::{Answer, AppError, ErrorKind};
use crate::server::state::App;
use reply::ACCESS;

pub use callers::{Anyone, AsDoctor, AsPatient, SignedIn};
pub use origin::from_our_pages;
pub use reply::{Reply, cookie, refresh_cookie};

/// Who a request comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    pub user_id: Uuid,
    pub role: Role,
    pub session_id: Uuid,
}

/// Who a page is for could not be found out: whoever asks who calls is told so, and the page shows it
/// in its frame.
#[derive(Clone)]
pub struct Unknown(AppError);

/// The layer in front of everything: leaves [`App`], [`Reply`] and, where there is one,
/// [`Identity`] with the request, and refuses what another site makes a browser send.
pub async fn identify(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let reply = Reply::default();
    let found = match bearer(request.headers()) {
        Some(token) => by_access_token(&app, &token).await,
        None => match from_our_pages(request.method(), request.headers(), &app.settings) {
            Ok(()) => by_cookies(&app, request.headers(), &reply).await,
            Err(error) => return error.into_response(),
        },
    };
    match found {
        Ok(identity) => {
            if let Some(identity) = identity {
                request.extensions_mut().insert(identity);
            }
        }
        // Liveness and static files answer whatever the database does.
        Err(_) if !needs_identity(request.uri().path()) => {}
        Err(error) if is_page(&request) => {
            request.extensions_mut().insert(Unknown(error));
        }
        Err(error) => return error.into_response(),
    }
    request.extensions_mut().insert(app);
    request.extensions_mut().insert(reply.clone());
    let mut response = next.run(request).await;
    reply.finish(&mut response);
    response
}

fn is_page(request: &Request) -> bool {
    request.method() == Method::GET && !request.uri().path().starts_with("/api/")
}

fn needs_identity(path: &str) -> bool {
    ![
        "/assets/", "/wasm/", "/healthz", "/readyz", "/metrics", "/favicon",
    ]
    .iter()
    .any(|start| path.starts_with(start))
}

fn bearer(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then(|| token.trim().to_owned())
}

async fn by_access_token(app: &App, text: &str) -> Answer<Option<Identity>> {
    let Some(claims) = token::read(&app.secret, text, app.now()) else {
        return Ok(None);
    };
    let live = session::still_live(app, claims.sid).await?;
    Ok(live.then_some(Identity {
        user_id: claims.sub,
        role: claims.role,
        session_id: claims.sid,
    }))
}

async fn by_cookies(app: &App, headers: &HeaderMap, reply: &Reply) -> Answer<Option<Identity>> {
    if let Some(access) = cookie(headers, &app.settings, ACCESS)
        && let Some(identity) = by_access_token(app, &access).await?
    {
        return Ok(Some(identity));
    }
    let Some(refresh) = refresh_cookie(headers, &app.settings) else {
        return Ok(None);
    };
    match session::renew(app, &refresh).await {
        Ok(tokens) => {
            reply.sign_in(&app.settings, &tokens);
            by_access_token(app, &tokens.access_token).await
        }
        Err(error) if error.kind == ErrorKind::Unauthenticated => {
            reply.sign_out(&app.settings);
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// An id in a path. What is not an id names nothing: 404.
///
/// # Errors
/// 404 with what it should have named.
pub fn parse_id(text: &str, what: &str) -> Answer<Uuid> {
    text.parse().map_err(|_| AppError::not_found(what))
}

/// The settings of a site with TLS.
#[cfg(test)]
fn of_a_clinic() -> crate::server::settings::Settings {
    crate::server::settings::Settings::read(|name| {
        (name == "MEDAPPOINT_PUBLIC_URL").then(|| "https://clinic.example".into())
    })
    .unwrap()
}
