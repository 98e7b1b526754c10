//! What every answer carries: security headers, and a nonce for the scripts of a page.

use dioxus::server::axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::media::IMAGE_SOURCES;
use super::state::App;
use super::tiles::TileSource;
use crate::answer::Blocks;
use crate::error::AppError;
use crate::texts::{self, Language};

/// Where the document loads the client, as `dx` writes it: before the address, and after it.
const LOADS_CLIENT: (&str, &str) = ("<script type=\"module\" async src=\"", "\"></script>");
/// The same as we write it. A module that isn't `async` waits for the script of the page's texts.
/// The client comes after the first paint, so that what can be read isn't kept waiting by what
/// makes it alive; a page in the background isn't painted, and doesn't wait.
const STARTS_CLIENT: (&str, &str) = (
    "<script type=\"module\">const client = () => import(\"",
    "\"); document.hidden ? client() : requestAnimationFrame(() => setTimeout(client));</script>",
);
/// The largest page that we make.
const PAGE_MOST: usize = 8 * 1024 * 1024;

/// The layer. A page is gathered whole, so that it leaves in one write with its length.
pub async fn secure(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let blocks = Blocks::default();
    request.extensions_mut().insert(blocks.clone());
    let response = next.run(request).await;
    let (mut parts, body) = response.into_parts();
    let html = parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html"));
    let mut nonce = None;
    let body = if html {
        let fresh = uuid::Uuid::new_v4().simple().to_string();
        let Ok(page) = to_bytes(body, PAGE_MOST).await else {
            tracing::error!("a page could not be made whole");
            return AppError::internal().into_response();
        };
        // Text and attributes of a page are escaped, so that each `<script` is one of ours. The
        // framework's document names no language.
        let language = Language::current();
        let head = [&texts::script(language), "</head>"].concat();
        let page = String::from_utf8_lossy(&page)
            .replacen("<html>", &root(language), 1)
            .replacen("</head>", &head, 1);
        let page = with_client(&page, &blocks.html())
            .replace("<script", &format!("<script nonce=\"{fresh}\""));
        parts.headers.remove(header::CONTENT_LENGTH);
        let spoken = HeaderValue::from_static(language.code());
        parts.headers.insert(header::CONTENT_LANGUAGE, spoken);
        let by = HeaderValue::from_static("accept-language, cookie");
        parts.headers.append(header::VARY, by);
        nonce = Some(fresh);
        Body::from(page)
    } else {
        body
    };
    add_headers(&mut parts.headers, &app, nonce.as_deref());
    Response::from_parts(parts, body)
}

/// The page with what its client reads, and the client after it.
fn with_client(page: &str, read: &str) -> String {
    let (before, after) = LOADS_CLIENT;
    let found = page.split_once(before).and_then(|(page, rest)| {
        let (address, rest) = rest.split_once(after)?;
        Some((page, address, rest))
    });
    let Some((page, address, rest)) = found else {
        return page.to_owned();
    };
    let (start, end) = STARTS_CLIENT;
    [page, read, start, address, end, rest].concat()
}

/// The root element; left to right needs no word.
fn root(language: Language) -> String {
    let code = language.code();
    match language.direction() {
        "rtl" => format!("<html lang=\"{code}\" dir=\"rtl\">"),
        _ => format!("<html lang=\"{code}\">"),
    }
}

fn add_headers(headers: &mut HeaderMap, app: &App, nonce: Option<&str>) {
    let mut set = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.entry(name).or_insert(value);
        }
    };
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=()",
    );
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    if app.settings.public_url.scheme() == "https" {
        set(
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=63072000; includeSubDomains",
        );
    }
    // Pages and answers are somebody's own; files say otherwise themselves.
    set(header::CACHE_CONTROL, "no-store");
    let tiles = app.settings.maps.source().map(TileSource::origin);
    set(header::CONTENT_SECURITY_POLICY, &policy(nonce, tiles));
}

/// No inline script or style but those with this answer's nonce; images of ours and Cloudinary's,
/// and where there are maps, from the origin of their tiles.
fn policy(nonce: Option<&str>, tiles: Option<&str>) -> String {
    let tiles = tiles.map_or_else(String::new, |origin| format!(" {origin}"));
    let scripts = match nonce {
        Some(nonce) => format!("'self' 'nonce-{nonce}' 'wasm-unsafe-eval'"),
        None => "'none'".to_owned(),
    };
    format!(
        "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data: {IMAGE_SOURCES}{tiles}; \
         connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_comes_after_what_it_reads_and_after_the_first_paint() {
        let page =
            "<p>Hello</p><script type=\"module\" async src=\"/./assets/a.js\"></script></body>";
        assert_eq!(
            with_client(page, "<script>1</script>"),
            "<p>Hello</p><script>1</script><script type=\"module\">const client = () => \
             import(\"/./assets/a.js\"); document.hidden ? client() : \
             requestAnimationFrame(() => setTimeout(client));</script></body>"
        );
    }

    #[test]
    fn a_page_without_a_client_stays_as_it_is() {
        for page in ["<p>Hello</p>", "<script type=\"module\" async src=\"/a.js"] {
            assert_eq!(with_client(page, "read"), page);
        }
    }
}
