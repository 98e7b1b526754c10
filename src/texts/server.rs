//! Languages on the server: which one a request is in, and the catalogue that goes to the browser.

use std::cell::RefCell;
use std::fmt::Write;
use std::rc::{Rc, Weak};
use std::sync::LazyLock;

use dioxus::core::Runtime;
use dioxus::fullstack::FullstackContext;
use dioxus::fullstack::headers::{Cookie, HeaderMapExt};
use dioxus::server::axum::{
    Extension, Router,
    body::{Body, Bytes, to_bytes},
    extract::{Path, Request},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages};

use super::Language;
use super::catalogue::FILES;
use crate::error::{AppError, ErrorKind};
use crate::server::digest::fingerprint;
use crate::server::form_bridge::{local_path, see_other};
use crate::server::state::App;

/// The cookie that holds a choice, and how long, in seconds.
const COOKIE: &str = "language";
const YEAR: u32 = 365 * 24 * 60 * 60;
/// Where a choice is posted to.
pub(super) const SWITCH: &str = "/language";

tokio::task_local! {
    static LANGUAGE: Language;
}

thread_local! {
    /// The language of the page that this thread worked on last. A page asks for it with each of
    /// its texts, and the request is far up.
    static OF_PAGE: RefCell<Option<(Weak<Runtime>, Language)>> = const { RefCell::new(None) };
}

/// The language of what is under way. While a page is rendered or a server function runs, the
/// framework has the request; elsewhere it is the layer's, and in jobs English.
pub fn current() -> Language {
    LANGUAGE
        .try_with(|language| *language)
        .ok()
        .or_else(of_page)
        .or_else(|| FullstackContext::current()?.extension())
        .unwrap_or_default()
}

/// The language of the page that is being rendered, each of which has a runtime of its own.
fn of_page() -> Option<Language> {
    let page = Runtime::try_current()?;
    OF_PAGE.with_borrow_mut(|last| {
        if let Some((known, language)) = last
            && std::ptr::eq(known.as_ptr(), Rc::as_ptr(&page))
        {
            return Some(*language);
        }
        let language = FullstackContext::current()?.extension()?;
        // As long as this is kept, no other page can be where that one was.
        *last = Some((Rc::downgrade(&page), language));
        Some(language)
    })
}

/// Says everything in `work` in this language.
pub fn scope<T>(language: Language, work: impl FnOnce() -> T) -> T {
    LANGUAGE.sync_scope(language, work)
}

/// The language that the request at hand wishes for; nothing where it leaves that to us.
pub fn wished() -> Option<Language> {
    let Wish(wish) = FullstackContext::current()?.extension()?;
    wish
}

/// What a request says of languages.
#[derive(Clone, Copy)]
struct Wish(Option<Language>);

/// The layer, in front of everything that speaks.
pub async fn choose(mut request: Request, next: Next) -> Response {
    let wish = of(request.headers());
    let language = wish.unwrap_or_default();
    request.extensions_mut().insert(Wish(wish));
    request.extensions_mut().insert(language);
    LANGUAGE.scope(language, next.run(request)).await
}

/// What somebody chose, else what their browser asks for.
fn of(headers: &HeaderMap) -> Option<Language> {
    let chosen = headers
        .typed_get::<Cookie>()
        .and_then(|cookies| Language::parse(cookies.get(COOKIE)?));
    chosen.or_else(|| {
        let asked = headers.get(header::ACCEPT_LANGUAGE)?;
        Some(negotiate(asked.to_str().ok()?))
    })
}

/// The language that fits an `Accept-Language` best (RFC 9110, section 12.5.4).
fn negotiate(accept: &str) -> Language {
    let mut asked: Vec<(f32, LanguageIdentifier)> = accept
        .split(',')
        .take(32)
        .filter_map(|part| {
            let (tag, weight) = part.split_once(';').unwrap_or((part, ""));
            let weight = match weight.trim().strip_prefix("q=") {
                Some(weight) => weight.trim().parse().ok()?,
                None => 1.0,
            };
            (weight > 0.0).then_some((weight, tag.trim().parse().ok()?))
        })
        .collect();
    asked.sort_by(|(one, _), (two, _)| two.total_cmp(one));
    let asked: Vec<LanguageIdentifier> = asked.into_iter().map(|(_, tag)| tag).collect();
    let known: Vec<LanguageIdentifier> = Language::ALL
        .iter()
        .filter_map(|language| language.code().parse().ok())
        .collect();
    negotiate_languages(&asked, &known, None, NegotiationStrategy::Lookup)
        .first()
        .and_then(|tag| Language::parse(tag.language.as_str()))
        .unwrap_or_default()
}

/// What a page of a language brings for the client.
struct Script {
    /// Its address: language and fingerprint.
    path: String,
    text: String,
    brotli: Bytes,
}

/// How far back the compression looks, as a power of two: the whole of a catalogue. What would be
/// set aside for more stays with the process.
const WINDOW: i32 = 17;

static SCRIPTS: LazyLock<[Script; 3]> = LazyLock::new(|| Language::ALL.map(write_script));

fn write_script(language: Language) -> Script {
    // Digits in Arabic are Western ones, as the server writes them.
    let locale = match language {
        Language::En => "en-GB",
        Language::Es => "es",
        Language::Ar => "ar-u-nu-latn",
    };
    let files = FILES.iter().filter(|(name, _)| !name.ends_with("-server"));
    let catalogue = files.map(|(_, texts)| {
        let lines = texts[language as usize].lines();
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.collect::<Vec<_>>().join("\n")
    });
    let mut text = String::from(include_str!("../../assets/vendor/fluent.js"));
    text.push_str(include_str!("../../assets/texts/say.js").trim_end());
    let rtl = language.direction() == "rtl";
    let catalogue: serde_json::Value = catalogue.collect();
    // Writing to a string does not fail.
    let _ = writeln!(text, "(\"{locale}\", {rtl}, {catalogue});");
    let mut brotli = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        lgwin: WINDOW,
        ..Default::default()
    };
    if brotli::BrotliCompress(&mut text.as_bytes(), &mut brotli, &best).is_err() {
        brotli.clear();
    }
    let print = fingerprint(&text);
    Script {
        path: format!("/texts/{}-{}.js", language.code(), &print[..16]),
        text,
        brotli: brotli.into(),
    }
}

/// The element by which a page brings its texts: in the head, so that it runs before the client.
pub fn script(language: Language) -> String {
    format!(
        "<script defer src=\"{}\"></script>",
        SCRIPTS[language as usize].path
    )
}

/// The catalogues as files, and the choice of a language.
pub fn routes() -> Router {
    // Compressing takes a moment that no visitor should wait for.
    std::thread::spawn(|| LazyLock::force(&SCRIPTS));
    Router::new()
        .route("/texts/{name}", get(file))
        .route(SWITCH, post(switch))
}

async fn file(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let found = SCRIPTS
        .iter()
        .find(|script| script.path.strip_prefix("/texts/") == Some(&name));
    let Some(script) = found else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let brotli = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|it| it.to_str().ok())
        .is_some_and(|it| it.split(',').any(|one| one.trim() == "br"));
    let mut response = if brotli && !script.brotli.is_empty() {
        ([(header::CONTENT_ENCODING, "br")], script.brotli.clone()).into_response()
    } else {
        script.text.as_str().into_response()
    };
    for (name, value) in [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ] {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Keeps the choice for a year and goes back to the page: `language` and `_to`.
async fn switch(Extension(app): Extension<App>, body: Body) -> Response {
    let Ok(body) = to_bytes(body, 8 * 1024).await else {
        return AppError::new(ErrorKind::TooLarge, ts!("server-too-large")).into_response();
    };
    let mut fields: std::collections::HashMap<_, _> =
        url::form_urlencoded::parse(&body).into_owned().collect();
    let to = local_path(fields.remove("_to")).unwrap_or_else(|| "/".to_owned());
    let mut response = see_other(&to);
    let chosen = fields
        .get("language")
        .and_then(|code| Language::parse(code));
    if let Some(language) = chosen {
        let secure = if app.settings.secure_cookies() {
            "; Secure"
        } else {
            ""
        };
        let code = language.code();
        let cookie =
            format!("{COOKIE}={code}; Path=/; HttpOnly; SameSite=Lax; Max-Age={YEAR}{secure}");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_that_fits_best_is_spoken() {
        for (accept, language) in [
            ("es", Language::Es),
            ("es-MX,es;q=0.9,en;q=0.8", Language::Es),
            ("de-DE,de;q=0.9,ar;q=0.5,en;q=0.4", Language::Ar),
            ("en;q=0.3, ar-EG;q=0.8", Language::Ar),
            ("es;q=0,en", Language::En),
            ("en-US,en;q=0.9,es;q=0.8", Language::En),
            ("de,fr", Language::En),
            ("*", Language::En),
            ("", Language::En),
            ("\u{1f600};;;q=x,,", Language::En),
        ] {
            assert_eq!(negotiate(accept), language, "{accept}");
        }
    }

    #[test]
    fn a_choice_wins_over_the_browser() {
        let of = |cookie: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static("es"));
            headers.insert(header::COOKIE, cookie.parse().unwrap());
            of(&headers).unwrap_or_default()
        };
        assert_eq!(of("language=ar"), Language::Ar);
        assert_eq!(of("a=b; language=en"), Language::En);
        assert_eq!(of("language=xx"), Language::Es);
    }

    #[test]
    fn a_page_brings_one_language() {
        let script = &SCRIPTS[Language::Es as usize];
        assert!(script.text.contains("Intentar de nuevo"));
        assert!(!script.text.contains("Try again"));
        // What only the server says stays here.
        assert!(!script.text.contains("error-no-such-doctor"));
    }
}
