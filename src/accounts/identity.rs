//! Who calls: read once a request, asked for by extractors.
//!
//! [`identify`] runs in front of everything. It reads the access token (cookie or
//! `Authorization: Bearer`), renews an expired one on the way in, and leaves an
//! [`Identity`] with the request. A server function names the caller it serves as an
//! argument (`doctor: AsDoctor`), and is never entered by anybody else.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use dioxus::fullstack::headers::{Cookie, HeaderMapExt};
use dioxus::server::axum::{
    extract::{ConnectInfo, FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use uuid::Uuid;

use super::model::{Role, SignedIn as Tokens};
use super::{session, token};
use crate::error::{Answer, AppError, ErrorKind};
use crate::server::settings::Settings;
use crate::server::state::App;

/// Who a request comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    pub user_id: Uuid,
    pub role: Role,
    pub session_id: Uuid,
}

/// What a server function wants of its answer besides the body.
#[derive(Clone, Default)]
pub struct Reply(Arc<Mutex<ReplyParts>>);

#[derive(Default)]
struct ReplyParts {
    created: bool,
    cookies: Vec<HeaderValue>,
}

impl Reply {
    fn with<T>(&self, f: impl FnOnce(&mut ReplyParts) -> T) -> T {
        // A panic while it was held leaves nothing half-written that matters.
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Answers 201.
    pub fn created(&self) {
        self.with(|parts| parts.created = true);
    }

    /// Gives the browser the cookies of a session.
    pub fn sign_in(&self, settings: &Settings, tokens: &Tokens) {
        let access = set_cookie(
            settings,
            ACCESS,
            &tokens.access_token,
            token::ACCESS_SECONDS,
        );
        let refresh = set_cookie(
            settings,
            REFRESH,
            &tokens.refresh_token,
            token::REFRESH_SECONDS,
        );
        self.with(|parts| parts.cookies = access.into_iter().chain(refresh).collect());
    }

    /// Takes the cookies away.
    pub fn sign_out(&self, settings: &Settings) {
        let cookies = [ACCESS, REFRESH]
            .into_iter()
            .filter_map(|name| set_cookie(settings, name, "", 0));
        self.with(|parts| parts.cookies = cookies.collect());
    }

    /// Gives the browser a cookie that only we read; an empty one is taken away.
    pub fn cookie(&self, settings: &Settings, name: &str, value: &str, max_age: u64) {
        let cookie = set_cookie(settings, name, value, max_age);
        self.with(|parts| parts.cookies.extend(cookie));
    }

    fn finish(&self, response: &mut Response) {
        self.with(|parts| {
            if parts.created && response.status() == StatusCode::OK {
                *response.status_mut() = StatusCode::CREATED;
            }
            for cookie in parts.cookies.drain(..) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
        });
    }
}

const ACCESS: &str = "access";
const REFRESH: &str = "refresh";

fn cookie_name(settings: &Settings, name: &str) -> String {
    // The prefix makes browsers refuse the cookie from another host or over plain HTTP (RFC 6265bis, 4.1.3.2).
    if settings.secure_cookies() {
        format!("__Host-{name}")
    } else {
        format!("medappoint-{name}")
    }
}

/// SameSite=Lax: with Strict a link in a mail would open the sign-in page.
fn set_cookie(settings: &Settings, name: &str, value: &str, max_age: u64) -> Option<HeaderValue> {
    let secure = if settings.secure_cookies() {
        "; Secure"
    } else {
        ""
    };
    let name = cookie_name(settings, name);
    HeaderValue::from_str(&format!(
        "{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age}{secure}"
    ))
    .ok()
}

/// A cookie of ours by its name.
pub fn cookie(headers: &HeaderMap, settings: &Settings, name: &str) -> Option<String> {
    let cookies: Cookie = headers.typed_get()?;
    cookies
        .get(&cookie_name(settings, name))
        .filter(|value| !value.is_empty())
        .map(str::to_owned)
}

/// The refresh token in the request's cookies.
pub fn refresh_cookie(headers: &HeaderMap, settings: &Settings) -> Option<String> {
    cookie(headers, settings, REFRESH)
}

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
        Err(error) => return error.into_response(),
    }
    request.extensions_mut().insert(app);
    request.extensions_mut().insert(reply.clone());
    let mut response = next.run(request).await;
    reply.finish(&mut response);
    response
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

fn has_cookies(headers: &HeaderMap, settings: &Settings) -> bool {
    cookie(headers, settings, ACCESS).is_some() || cookie(headers, settings, REFRESH).is_some()
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

/// A request that changes something and is authenticated by a cookie must come from our own
/// pages: browsers say so in `Sec-Fetch-Site`, older ones in `Origin` (OWASP CSRF Prevention
/// Cheat Sheet, "Fetch Metadata").
fn refuse_cross_site(method: &Method, headers: &HeaderMap, settings: &Settings) -> Answer<()> {
    if method.is_safe() {
        return Ok(());
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let ours = match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => origin == settings.origin() || is_own_host(origin, text("host")),
        (None, None) => false,
    };
    if ours { Ok(()) } else { Err(another_site()) }
}

/// Refuses what another site makes a browser send. Where a cookie authenticates, the request
/// must prove that it comes from our own pages. Without one nothing is at stake but signing
/// somebody in to another's account, so what doesn't say where it comes from is taken.
///
/// # Errors
/// 403.
pub fn from_our_pages(method: &Method, headers: &HeaderMap, settings: &Settings) -> Answer<()> {
    let says = headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN);
    if bearer(headers).is_none() && (says || has_cookies(headers, settings)) {
        refuse_cross_site(method, headers, settings)
    } else {
        Ok(())
    }
}

fn another_site() -> AppError {
    AppError::new(ErrorKind::Forbidden, ts!("server-another-site"))
}

/// `Origin` names the host that the request was sent to, whatever the public address says.
fn is_own_host(origin: &str, host: Option<&str>) -> bool {
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    authority.is_some() && authority == host
}

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
        let SignedIn {
            app,
            id,
            role,
            reply,
            ..
        } = SignedIn::from_request_parts(parts, state).await?;
        if role == Role::Patient {
            Ok(Self { app, id, reply })
        } else {
            Err(AppError::forbidden())
        }
    }
}

impl<S: Sync> FromRequestParts<S> for AsDoctor {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AppError> {
        let SignedIn {
            app,
            id,
            role,
            reply,
            ..
        } = SignedIn::from_request_parts(parts, state).await?;
        if role == Role::Doctor {
            Ok(Self { app, id, reply })
        } else {
            Err(AppError::forbidden())
        }
    }
}

/// An id in a path. What is not an id names nothing: 404.
///
/// # Errors
/// 404 with what it should have named.
pub fn parse_id(text: &str, what: &str) -> Answer<Uuid> {
    text.parse().map_err(|_| AppError::not_found(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> Settings {
        Settings::read(|name| {
            (name == "MEDAPPOINT_PUBLIC_URL").then(|| "https://clinic.example".into())
        })
        .unwrap()
    }

    fn check(method: Method, pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect();
        refuse_cross_site(&method, &headers, &settings()).is_ok()
    }

    #[test]
    fn changes_come_from_our_own_pages() {
        assert!(check(Method::GET, &[("sec-fetch-site", "cross-site")]));
        assert!(check(Method::POST, &[("sec-fetch-site", "same-origin")]));
        assert!(check(Method::POST, &[("origin", "https://clinic.example")]));
        for refused in [
            &[][..],
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "none")],
            &[("origin", "https://evil.example")],
            &[("origin", "null")],
            &[("origin", "http://clinic.example")],
        ] {
            assert!(!check(Method::POST, refused), "{refused:?}");
        }
    }

    #[test]
    fn cookies_are_closed() {
        let value = set_cookie(&settings(), ACCESS, "t", 900).unwrap();
        assert_eq!(
            value.to_str().unwrap(),
            "__Host-access=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=900; Secure"
        );
    }
}
