//! The pages at the door, rendered once a second at most.
//!
//! Signing in and registering look the same to every visitor of a language without cookies and
//! show nothing that changes, and rendering is the dear part of a page. So for one second after it was made
//! the same page is given to whoever asks for it without cookies. Whoever brings any cookie
//! has a page of their own, and so has every page that shows what is in the database.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use dioxus::server::axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::answer::Blocks;
use crate::app::{Access, Route};
use crate::error::AppError;
use crate::texts::Language;

/// How long a page is given to others.
const FRESH: Duration = Duration::from_secs(1);
/// How many pages are held, of which size, under addresses of which length.
const PAGES_MOST: usize = 32;
const PAGE_MOST: usize = 256 * 1024;
const ADDRESS_MOST: usize = 200;

/// The pages of the last second.
#[derive(Clone, Default)]
pub struct PublicPages(Arc<Mutex<HashMap<String, Page>>>);

#[derive(Clone)]
struct Page {
    made: Instant,
    html: Bytes,
    blocks: Blocks,
}

impl PublicPages {
    fn find(&self, address: &str) -> Option<Page> {
        let pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        pages
            .get(address)
            .filter(|page| page.made.elapsed() < FRESH)
            .cloned()
    }

    fn keep(&self, address: String, page: Page) {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= PAGES_MOST {
            pages.retain(|_, page| page.made.elapsed() < FRESH);
        }
        if pages.len() < PAGES_MOST {
            pages.insert(address, page);
        }
    }
}

/// The layer, around the rendering of pages and nothing else.
pub async fn share(State(pages): State<PublicPages>, request: Request, next: Next) -> Response {
    let address = request
        .uri()
        .path_and_query()
        .map(|address| address.as_str().to_owned());
    let Some(address) =
        address.filter(|address| address.len() <= ADDRESS_MOST && is_shared(&request, address))
    else {
        return next.run(request).await;
    };
    let address = [Language::current().code(), &address].concat();
    let own = request
        .extensions()
        .get::<Blocks>()
        .cloned()
        .unwrap_or_default();
    if let Some(page) = pages.find(&address) {
        own.copy(&page.blocks);
        return (
            [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
            page.html,
        )
            .into_response();
    }
    let response = next.run(request).await;
    if response.status() != StatusCode::OK || !is_html(response.headers()) {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(html) = to_bytes(body, usize::MAX).await else {
        return AppError::internal().into_response();
    };
    if html.len() <= PAGE_MOST {
        pages.keep(
            address,
            Page {
                made: Instant::now(),
                html: html.clone(),
                blocks: own,
            },
        );
    }
    Response::from_parts(parts, Body::from(html))
}

/// A page at the door, and nothing in the request that could make it somebody's own.
fn is_shared(request: &Request, address: &str) -> bool {
    let headers = request.headers();
    request.method() == Method::GET
        && !headers.contains_key(header::COOKIE)
        && !headers.contains_key(header::AUTHORIZATION)
        && Route::from_str(address).is_ok_and(|route| route.access() == Access::SignedOut)
}

fn is_html(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(
        method: Method,
        path: &str,
        header: Option<(&'static str, &'static str)>,
    ) -> Request {
        let mut request = Request::builder().method(method).uri(path);
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn only_what_is_the_same_for_everybody_is_shared() {
        let shared = |method, path: &str, header| is_shared(&request(method, path, header), path);
        assert!(shared(Method::GET, "/login", None));
        assert!(shared(Method::GET, "/register/patient?next=", None));
        for (method, path, header) in [
            (Method::POST, "/login", None),
            (Method::GET, "/", None),
            (Method::GET, "/doctors", None),
            (Method::GET, "/appointments", None),
            (Method::GET, "/api/doctors", None),
            (Method::GET, "/login", Some(("cookie", "a=b"))),
            (Method::GET, "/login", Some(("authorization", "Bearer x"))),
        ] {
            assert!(
                !shared(method.clone(), path, header),
                "{method} {path} {header:?}"
            );
        }
    }

    #[test]
    fn pages_are_bounded_in_time_and_number() {
        let pages = PublicPages::default();
        let page = |made| Page {
            made,
            html: Bytes::new(),
            blocks: Blocks::default(),
        };
        let now = Instant::now();
        pages.keep("/old".into(), page(now.checked_sub(FRESH).unwrap()));
        assert!(pages.find("/old").is_none());
        for n in 0..100 {
            pages.keep(format!("/{n}"), page(now));
        }
        assert_eq!(pages.0.lock().unwrap().len(), PAGES_MOST);
        assert!(pages.find("/1").is_some());
    }
}
