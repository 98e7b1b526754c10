//! Texts on the server: which language a request is in, what is said, and the catalogue that
//! goes to the browser.

use std::fmt::Write;
use std::sync::LazyLock;

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
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages};

use super::{Arg, Language};
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

/// The language of what is under way. While a page is rendered or a server function runs, the
/// framework has the request; elsewhere it is the layer's, and in jobs English.
pub fn current() -> Language {
    LANGUAGE
        .try_with(|language| *language)
        .ok()
        .or_else(|| FullstackContext::current()?.extension())
        .unwrap_or_default()
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

/// The files of each language: name, and its text in [`Language::ALL`]'s order.
macro_rules! catalogues {
    ($($name:literal)+) => {
        [$(($name, [
            include_str!(concat!("../../assets/texts/en/", $name, ".ftl")),
            include_str!(concat!("../../assets/texts/es/", $name, ".ftl")),
            include_str!(concat!("../../assets/texts/ar/", $name, ".ftl")),
        ])),+]
    };
}

/// All texts. Files whose name ends in `-server` do not go to browsers.
pub(super) static FILES: &[(&str, [&str; 3])] = &catalogues!(
    "accounts"
    "accounts-server"
    "app"
    "appointments"
    "appointments-server"
    "availability"
    "availability-server"
    "directory"
    "directory-server"
    "error"
    "error-server"
    "guide-server"
    "notifications"
    "notifications-server"
    "oversight"
    "oversight-server"
    "server-server"
    "time"
    "ui"
    "ui-server"
    "waiting"
    "waiting-server"
);

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 3]> = LazyLock::new(|| Language::ALL.map(bundle));

fn bundle(language: Language) -> Bundle {
    let locale = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // We isolate names ourselves, the same way on both sides: see `say`.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| number(Language::En, value),
        Language::Es => |value, _| number(Language::Es, value),
        Language::Ar => |value, _| number(Language::Ar, value),
    }));
    let _ = bundle.add_builtins();
    for (name, texts) in FILES {
        // What does not parse is left out; a test finds it.
        let read = FluentResource::try_new(texts[language as usize].to_owned());
        let resource = read.unwrap_or_else(|(part, _)| part);
        if bundle.add_resource(resource).is_err() {
            tracing::error!(name, "a text stands twice");
        }
    }
    bundle
}

/// The text with this key in a language. Names that stand in Arabic are isolated, so that they do
/// not turn the order around them.
pub fn say(language: Language, key: &str, args: &[(&'static str, Arg)]) -> String {
    let bundle = &BUNDLES[language as usize];
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, "no such text");
        return key.to_owned();
    };
    if args.is_empty() {
        return bundle
            .format_pattern(pattern, None, &mut Vec::new())
            .into_owned();
    }
    let isolate = language.direction() == "rtl";
    let args: FluentArgs = args
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Arg::Text(text) if isolate => FluentValue::from(format!("\u{2068}{text}\u{2069}")),
                Arg::Text(text) => FluentValue::from(*text),
                Arg::Number(number) => FluentValue::from(*number),
            };
            (*name, value)
        })
        .collect();
    bundle
        .format_pattern(pattern, Some(&args), &mut Vec::new())
        .into_owned()
}

/// A number as browsers write it (`Intl.NumberFormat`): grouped, in Spanish from five digits on.
fn number(language: Language, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let FluentNumber { value, options } = number;
    let least = options.minimum_fraction_digits.unwrap_or(0);
    let most = options.maximum_fraction_digits.unwrap_or(least.max(3));
    let digits = format!("{:.most$}", value.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let needed = fraction.trim_end_matches('0').len().max(least);
    let (group, point, grouped_from) = match language {
        Language::En | Language::Ar => (',', '.', 4),
        Language::Es => ('.', ',', 5),
    };
    let mut written = String::new();
    if *value < 0.0 {
        // In a line from right to left the mark keeps the sign before the digits.
        written.push_str(if language == Language::Ar {
            "\u{200e}-"
        } else {
            "-"
        });
    }
    for (n, digit) in whole.chars().enumerate() {
        let left = whole.len() - n;
        if n > 0 && left % 3 == 0 && options.use_grouping && whole.len() >= grouped_from {
            written.push(group);
        }
        written.push(digit);
    }
    if needed > 0 {
        written.push(point);
        // Both stand within the digits of the fraction.
        written.extend(fraction.chars().take(needed));
    }
    Some(written)
}

/// What a page of a language brings for the client.
struct Script {
    /// Its address: language and fingerprint.
    path: String,
    text: String,
    brotli: Bytes,
}

static SCRIPTS: LazyLock<[Script; 3]> = LazyLock::new(|| Language::ALL.map(write_script));

fn write_script(language: Language) -> Script {
    // Digits in Arabic are Western ones, as the server writes them.
    let locale = match language {
        Language::En => "en-GB",
        Language::Es => "es",
        Language::Ar => "ar-u-nu-latn",
    };
    let mut catalogue = String::new();
    let files = FILES.iter().filter(|(name, _)| !name.ends_with("-server"));
    for (_, texts) in files {
        let lines = texts[language as usize].lines();
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            catalogue.push_str(line);
            catalogue.push('\n');
        }
    }
    let mut text = String::from(include_str!("../../assets/vendor/fluent.js"));
    text.push_str(include_str!("../../assets/texts/say.js").trim_end());
    let rtl = language.direction() == "rtl";
    let catalogue = serde_json::Value::String(catalogue);
    // Writing to a string does not fail.
    let _ = writeln!(text, "(\"{locale}\", {rtl}, {catalogue});");
    let mut brotli = Vec::new();
    let best = brotli::enc::BrotliEncoderParams::default();
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
