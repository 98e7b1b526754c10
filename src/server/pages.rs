//! What every answer carries: security headers, and a nonce for the scripts of a page.

use dioxus::server::axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use memchr::memmem;

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
        let language = Language::current();
        let Ok(page) = std::str::from_utf8(&page) else {
            tracing::error!("a page is not UTF-8");
            return AppError::internal().into_response();
        };
        let page = whole(page, language, &blocks.html(), &fresh);
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

/// The page as it goes out: its language, which the framework's document doesn't name, its texts,
/// what its client reads, and the client after it. Written in one pass, since a list is long.
fn whole(page: &str, language: Language, read: &str, nonce: &str) -> String {
    let texts = texts::script(language);
    let mut made = String::with_capacity(page.len() + read.len() + 1024);
    let mut rest = page;
    if let Some((before, after)) = parted(rest, "<html>") {
        made.push_str(before);
        made.push_str(&root(language));
        rest = after;
    }
    if let Some((head, after)) = parted(rest, "</head>") {
        with_nonce(&mut made, head, nonce);
        with_nonce(&mut made, &texts, nonce);
        made.push_str("</head>");
        rest = after;
    }
    let client = parted(rest, LOADS_CLIENT.0).and_then(|(body, after)| {
        let (address, after) = parted(after, LOADS_CLIENT.1)?;
        Some((body, address, after))
    });
    if let Some((body, address, after)) = client {
        for part in [body, read, STARTS_CLIENT.0] {
            with_nonce(&mut made, part, nonce);
        }
        made.push_str(address);
        made.push_str(STARTS_CLIENT.1);
        rest = after;
    }
    with_nonce(&mut made, rest, nonce);
    made
}

/// What stands before and after the first of these. The search is the quick one for bytes: a page
/// of fifty rows is 150 kB long.
fn parted<'a>(html: &'a str, by: &str) -> Option<(&'a str, &'a str)> {
    let at = memmem::find(html.as_bytes(), by.as_bytes())?;
    Some((&html[..at], &html[at + by.len()..]))
}

/// Text and attributes of a page are escaped, so that each `<script` is one of ours.
fn with_nonce(made: &mut String, html: &str, nonce: &str) {
    let mut rest = html;
    while let Some((before, after)) = parted(rest, "<script") {
        made.extend([before, "<script nonce=\"", nonce, "\""]);
        rest = after;
    }
    made.push_str(rest);
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

    const CLIENT: &str = "<script type=\"module\" async src=\"/./assets/a.js\"></script>";

    #[test]
    fn the_client_comes_after_what_it_reads_and_after_the_first_paint() {
        let page = [
            "<!DOCTYPE html><html><head><title>A</title></head><body><p>Hello</p>",
            CLIENT,
            "</body></html>",
        ];
        let texts = texts::script(Language::Ar).replace("<script", "<script nonce=\"n\"");
        assert_eq!(
            whole(&page.concat(), Language::Ar, "<script>1</script>", "n"),
            format!(
                "<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\"><head><title>A</title>{texts}</head><body>\
                 <p>Hello</p><script nonce=\"n\">1</script>\
                 <script nonce=\"n\" type=\"module\">const client = () => import(\"/./assets/a.js\"); \
                 document.hidden ? client() : requestAnimationFrame(() => setTimeout(client));</script>\
                 </body></html>"
            )
        );
    }

    #[test]
    fn a_page_without_a_client_reads_nothing() {
        for page in ["<p>Hello</p>", "<i type=\"module\" async src=\"/a.js"] {
            assert_eq!(whole(page, Language::En, "read", "n"), page);
        }
    }

    #[test]
    fn every_script_has_the_nonce() {
        let page =
            "<head><script src=\"/a.js\"></script></head><script>1</script><script>2</script>";
        let page = whole(page, Language::En, "", "n");
        assert_eq!(page.matches("<script").count(), 4);
        assert_eq!(page.matches("<script nonce=\"n\"").count(), 4);
    }
}
