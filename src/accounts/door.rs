//! What the pages at the door say to a browser that comes back: from its mail, or from a form of
//! theirs.
//!
//! The token of a link goes into a cookie that only we read, and the browser on to the address
//! without it, so that it stands in no history, no `Referer` and no page.

use dioxus::server::axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, header},
    middleware::Next,
    response::Response,
};
use url::form_urlencoded;

use super::identity::{Reply, cookie};
use super::reset;
use crate::server::form_bridge::see_other;
use crate::server::state::App;

/// The cookie with the token of a link.
const TOKEN: &str = "reset";
/// The cookie with what the next page has to say.
const SAID: &str = "said";
/// How long that is worth saying, in seconds.
const SAID_SECONDS: u64 = 10 * 60;
const CHANGED: &str = "changed";
const SENT: &str = "sent";

/// What the page is to say: what it is about in one word, then a title and paragraphs, a line each.
/// They come from here, so that the client need not carry them.
#[derive(Clone)]
pub struct Word(pub String);

/// The layer: `/login`, `/forgot-password` and `/reset-password`.
pub async fn door(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let signs_in = path == "/login";
    let resets = path == reset::PAGE;
    if request.method() != Method::GET || !(signs_in || resets || path == "/forgot-password") {
        return next.run(request).await;
    }
    let token = query(&request, "token").filter(|_| resets);
    let reply = request.extensions().get::<Reply>().cloned();
    let reply = reply.unwrap_or_default();
    let mut response = if let Some(token) = token {
        let plain = token.len() <= 64 && token.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let token = if plain && !token.is_empty() {
            &token
        } else {
            "0"
        };
        reply.cookie(&app.settings, TOKEN, token, seconds());
        see_other(reset::PAGE)
    } else {
        let headers = request.headers().clone();
        if let Some(word) = word(&app, &headers, &reply, signs_in, resets).await {
            request.extensions_mut().insert(Word(word));
        }
        next.run(request).await
    };
    if !signs_in {
        let nowhere = HeaderValue::from_static("no-referrer");
        response
            .headers_mut()
            .insert(header::REFERRER_POLICY, nowhere);
    }
    response
}

fn query(request: &Request, name: &str) -> Option<String> {
    let query = request.uri().query()?;
    form_urlencoded::parse(query.as_bytes())
        .find_map(|(key, value)| (key == name).then(|| value.into_owned()))
}

fn seconds() -> u64 {
    reset::VALID.num_seconds().unsigned_abs()
}

/// What the page has to say, if anything. What was said is not said twice.
async fn word(
    app: &App,
    headers: &HeaderMap,
    reply: &Reply,
    signs_in: bool,
    resets: bool,
) -> Option<String> {
    let said = cookie(headers, &app.settings, SAID);
    let (word, about) = said
        .as_deref()
        .map(|said| said.split_once('.').unwrap_or((said, "")))
        .unwrap_or_default();
    if signs_in {
        let changed = word == CHANGED;
        if changed {
            reply.cookie(&app.settings, SAID, "", 0);
        }
        return changed.then(|| lines([CHANGED.to_owned(), ts!("accounts-reset-changed")]));
    }
    if let Some(token) = cookie(headers, &app.settings, TOKEN).filter(|_| resets) {
        // Where the database is away the form itself will say so.
        let good = !matches!(reset::holder(app, &token).await, Ok(None));
        if good {
            return Some("choose".to_owned());
        }
        reply.cookie(&app.settings, TOKEN, "", 0);
        let title = ts!("accounts-reset-spent-title");
        let why = ts!("accounts-reset-spent-why");
        return Some(if app.mailer.is_some() {
            lines(["spent".to_owned(), title, why])
        } else {
            lines([
                "closed".to_owned(),
                title,
                why,
                ts!("accounts-reset-no-mail"),
            ])
        });
    }
    if app.mailer.is_none() {
        let title = ts!("accounts-reset-no-mail-title");
        return Some(lines([
            "closed".to_owned(),
            title,
            ts!("accounts-reset-no-mail"),
        ]));
    }
    if word == SENT {
        reply.cookie(&app.settings, SAID, "", 0);
        let (address, _) = form_urlencoded::parse(about.as_bytes()).next()?;
        return Some(lines([
            SENT.to_owned(),
            ts!("accounts-reset-sent-title"),
            ts!("accounts-reset-sent", email = address.into_owned()),
            ts!("accounts-reset-sent-hint"),
        ]));
    }
    None
}

fn lines<const N: usize>(lines: [String; N]) -> String {
    lines.join("\n")
}

/// The next page says that a link was sent to this address, if somebody has it.
pub fn say_sent(app: &App, reply: &Reply, address: &str) {
    let address: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
    let said = format!("{SENT}.{address}");
    reply.cookie(&app.settings, SAID, &said, SAID_SECONDS);
}

/// The next page says that the password was changed. The link's token is done with.
pub fn say_changed(app: &App, reply: &Reply) {
    reply.cookie(&app.settings, TOKEN, "", 0);
    reply.cookie(&app.settings, SAID, CHANGED, SAID_SECONDS);
}

/// The token of the link that this browser has opened.
pub fn token(app: &App, headers: &HeaderMap) -> Option<String> {
    cookie(headers, &app.settings, TOKEN)
}
