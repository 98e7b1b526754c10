//! What goes back beside the body: the status, and cookies that only we read.

use std::sync::{Arc, Mutex, PoisonError};

use dioxus::fullstack::headers::{Cookie, HeaderMapExt};
use dioxus::server::axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};

use crate::accounts::model::SignedIn as Tokens;
use crate::accounts::token;
use crate::server::settings::Settings;

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

    /// Puts all of it into the answer.
    pub(super) fn finish(&self, response: &mut Response) {
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

pub(super) const ACCESS: &str = "access";
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

/// Whether the request has a cookie that could authenticate it.
pub(super) fn has_cookies(headers: &HeaderMap, settings: &Settings) -> bool {
    cookie(headers, settings, ACCESS).is_some() || cookie(headers, settings, REFRESH).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::identity::of_a_clinic as settings;

    #[test]
    fn cookies_are_closed() {
        let value = set_cookie(&settings(), ACCESS, "t", 900).unwrap();
        assert_eq!(
            value.to_str().unwrap(),
            "__Host-access=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=900; Secure"
        );
    }
}
