//! Logs: `tracing`, to standard error, as text or as one JSON object a line.

use std::time::Duration;

use dioxus::server::axum::{
    body::Body,
    extract::{MatchedPath, Request},
    http::{HeaderName, Response},
};
use tracing::{Span, field};
use tracing_subscriber::EnvFilter;

use super::settings::Settings;

/// How much is logged where the settings don't say it.
const USUAL: &str = "info,sqlx=warn,sea_orm=warn,sea_orm_migration=warn,dioxus_server=warn";

/// Starts logging. A second call, as in tests, changes nothing.
pub fn start(settings: &Settings) {
    // The settings have been checked: what is wrong in them has stopped the start.
    let filter = EnvFilter::new(settings.log_filter.as_deref().unwrap_or(USUAL));
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let _ = if settings.log_json {
        builder.json().flatten_event(true).try_init()
    } else {
        builder.compact().try_init()
    };
}

/// Names a request in all logs, and travels in the answer.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The span of a request that changes nothing.
const READ: &str = "read";

/// The span of a request: its route's pattern, never its path or query, which may name people.
pub fn span(request: &Request) -> Span {
    let id = request
        .headers()
        .get(&REQUEST_ID)
        .and_then(|id| id.to_str().ok())
        .unwrap_or_default();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("page", MatchedPath::as_str);
    let method = request.method();
    if method.is_safe() {
        tracing::info_span!(READ, %id, %method, %route, status = field::Empty)
    } else {
        tracing::info_span!("change", %id, %method, %route, status = field::Empty)
    }
}

/// One line a request. What only reads, and went well, is for `debug`: it is counted in the
/// metrics, and a page of a busy clinic would fill the log with nothing else.
pub fn answered(response: &Response<Body>, took: Duration, span: &Span) {
    let status = response.status();
    span.record("status", status.as_u16());
    let took = took.as_millis();
    let reads = span
        .metadata()
        .is_some_and(|metadata| metadata.name() == READ);
    if status.is_server_error() {
        tracing::error!(status = status.as_u16(), took, "answered");
    } else if reads && !status.is_client_error() {
        tracing::debug!(took, "answered");
    } else {
        tracing::info!(status = status.as_u16(), took, "answered");
    }
}
