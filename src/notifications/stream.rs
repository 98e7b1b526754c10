//! The live stream: Server-Sent Events, one connection an open page.
//!
//! A stream keeps one number, that of the last notification it has sent. Woken by a call
//! for its person, or by its own heartbeat, it reads what came after that number, sends it
//! and moves on: whatever was lost on the way to it, nothing is lost or doubled on the way
//! to the browser. `Last-Event-ID` gives a new connection the number of the old one.

mod listener;
mod places;
mod text;

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use dioxus::server::axum::{
    Extension, Router,
    body::Body,
    extract::RawQuery,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
    routing::get,
};
use tokio_stream::Stream;
use url::form_urlencoded;

use self::listener::Listener;
use self::places::Places;
use super::service;
use crate::accounts::identity::SignedIn;
use crate::error::{Answer, AppError};

/// Where the stream is.
pub const PATH: &str = "/api/notifications/stream";

/// The route of [`PATH`]; expects what `accounts::identity::identify` leaves with
/// the request.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route(PATH, get(open))
        .layer(Extension(Places::default()))
}

/// Opens a stream: from `Last-Event-ID`, else `after`, else from now on.
async fn open(
    caller: SignedIn,
    Extension(places): Extension<Places>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Answer<Response> {
    let place = places.take(caller.id)?;
    let seen = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let query = query.unwrap_or_default();
    let after = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "after");
    let start = start(seen, after.as_ref().map(|(_, number)| number.as_ref()))?;
    // Before the first look at the table, so that nothing falls in between.
    let calls = caller.app.wake.listen();
    let newest = service::newest(caller.app.db.read(), caller.id).await?;
    let last = start.map_or(newest, |start| start.min(newest));
    let listener = Listener::new(caller, calls, last, place);
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        // A proxy that compresses or buffers would hold events back.
        (header::CACHE_CONTROL, "no-cache, no-transform"),
        (header::HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    Ok((headers, Body::from_stream(Frames::new(listener))).into_response())
}

/// Where to begin. The header is the browser's own and newer than the address it connects to;
/// one that we did not write is as good as none.
fn start(last_event_id: Option<&str>, after: Option<&str>) -> Answer<Option<i64>> {
    let number = |text: &str| {
        text.trim()
            .parse::<i64>()
            .ok()
            .filter(|number| *number >= 0)
    };
    if let Some(seen) = last_event_id.and_then(number) {
        return Ok(Some(seen));
    }
    match after.filter(|text| !text.trim().is_empty()) {
        None => Ok(None),
        Some(text) => match number(text) {
            Some(number) => Ok(Some(number)),
            None => Err(AppError::field(
                "after",
                ts!("notifications-not-a-number-after"),
            )),
        },
    }
}

type Step = Pin<Box<dyn Future<Output = Option<(Listener, String)>> + Send>>;

/// The listener's steps as the body of an answer. Only as fast as the browser takes them.
struct Frames(Option<Step>);

impl Frames {
    fn new(listener: Listener) -> Self {
        Self(Some(Box::pin(listener.next())))
    }
}

impl Stream for Frames {
    type Item = Result<String, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(step) = self.0.as_mut() else {
            return Poll::Ready(None);
        };
        match step.as_mut().poll(context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(None) => {
                self.0 = None;
                Poll::Ready(None)
            }
            Poll::Ready(Some((listener, text))) => {
                self.0 = Some(Box::pin(listener.next()));
                Poll::Ready(Some(Ok(text)))
            }
        }
    }
}

#[cfg(test)]
mod tests;
