//! Whether a request comes from our own pages.

use dioxus::server::axum::http::{HeaderMap, Method, header};

use super::bearer;
use super::reply::has_cookies;
use crate::error::{Answer, AppError, ErrorKind};
use crate::server::settings::Settings;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::identity::of_a_clinic as settings;

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
}
