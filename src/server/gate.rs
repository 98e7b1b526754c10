//! The door of the pages: a page that needs sign-in leads whoever is not signed in to
//! `/login?next=`, before anything is rendered.

use std::str::FromStr;

use dioxus::server::axum::{extract::Request, http::Method, middleware::Next, response::Response};

use super::form_bridge::{local_path, see_other, sign_in_path};
use crate::accounts::identity::{Identity, Unknown};
use crate::app::{Access, Route};

/// The layer. A role that may not see a page meets that page's own refusal.
pub async fn gate(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    // Where it is not known who asks, the page itself will say so.
    let unknown = request.extensions().get::<Unknown>().is_some();
    if unknown || request.method() != Method::GET || path.starts_with("/api/") {
        return next.run(request).await;
    }
    let whole = request
        .uri()
        .path_and_query()
        .map_or(path, |whole| whole.as_str());
    let signed_in = request.extensions().get::<Identity>().is_some();
    match Route::from_str(whole).map(|route| route.access()) {
        Ok(Access::SignedIn | Access::Only(_)) if !signed_in => see_other(&sign_in_path(whole)),
        Ok(Access::SignedOut) if signed_in => {
            let next =
                url::form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes())
                    .find_map(|(name, value)| (name == "next").then(|| value.into_owned()));
            see_other(&local_path(next).unwrap_or_else(|| "/appointments".to_owned()))
        }
        _ => next.run(request).await,
    }
}
