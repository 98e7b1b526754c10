//! Calendar files over HTTP: one appointment to download, and a private feed for calendar programs.
//!
//! These are plain handlers, not server functions, since what they answer is no JSON.

use dioxus::server::axum::{
    Extension, Router,
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};

use super::api::part;
use super::calendar::File;
use super::model::CalendarFeed;
use super::service;
use crate::accounts::identity::{Anyone, SignedIn, cookie, parse_id};
use crate::error::{Answer, AppError};
use crate::server::state::App;

/// Names the cookie in which a new address waits for the one page that shows it.
const COOKIE: &str = "calendar";
/// How long it waits, in seconds.
const WAITS: u64 = 10 * 60;

/// The routes of calendar files.
pub fn routes() -> Router {
    Router::new()
        .route("/api/appointments/{id}/calendar.ics", get(download))
        // The router knows no pattern with something behind its parameter.
        .route("/api/calendar/{name}", get(feed))
}

/// One appointment, to be added to a calendar, or taken out of it once it has come to nothing.
async fn download(who: SignedIn, Path(id): Path<String>) -> Answer<Response> {
    let id = parse_id(&id, "appointment")?;
    let (name, file) = service::calendar_file(&who.app, part(who.role)?, who.id, id).await?;
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(([(header::CONTENT_DISPOSITION, disposition)], text(&file)).into_response())
}

/// Everything that somebody's calendar program shows. It signs in by the address alone.
async fn feed(Extension(app): Extension<App>, Path(name): Path<String>) -> Answer<Response> {
    let secret = name
        .strip_suffix(".ics")
        .ok_or_else(|| AppError::not_found("calendar"))?;
    Ok(text(&service::calendar_feed(&app, secret).await?))
}

fn text(file: &File) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    (kind, file.to_string()).into_response()
}

/// Makes a private address. It is in this answer, and in a cookie for the page that a form without
/// the client leads to: in the path of that page it would stand in logs and in the history.
pub async fn open(who: &SignedIn) -> Answer<CalendarFeed> {
    part(who.role)?;
    let (secret, since) = service::open_feed(&who.app, who.id).await?;
    let settings = &who.app.settings;
    who.reply.cookie(settings, COOKIE, &secret, WAITS);
    who.reply.created();
    Ok(CalendarFeed {
        since: Some(since),
        address: Some(address(&who.app, &secret)),
    })
}

/// Whether there is a private address; what it is, once.
pub async fn shown_once(who: &Anyone) -> Answer<CalendarFeed> {
    let identity = who
        .identity
        .as_ref()
        .ok_or_else(AppError::unauthenticated)?;
    part(identity.role)?;
    let settings = &who.app.settings;
    let secret = cookie(&who.headers, settings, COOKIE);
    if secret.is_some() {
        who.reply.cookie(settings, COOKIE, "", 0);
    }
    let found = service::feed_since(&who.app, identity.user_id, secret.as_deref()).await?;
    Ok(CalendarFeed {
        since: found.map(|(since, _)| since),
        address: found
            .filter(|(_, its)| *its)
            .and(secret)
            .map(|secret| address(&who.app, &secret)),
    })
}

fn address(app: &App, secret: &str) -> String {
    format!("{}/api/calendar/{secret}.ics", app.settings.origin())
}
