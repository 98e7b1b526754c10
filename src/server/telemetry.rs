//! Logs: `tracing`, to standard error, as text or as one JSON object a line.

use std::time::Duration;

use dioxus::server::axum::{
    body::Body,
    extract::{MatchedPath, Request},
    http::{HeaderName, Response},
};
use tracing::{Span, field};
use tracing_subscriber::EnvFilter;

/// Starts logging; `RUST_LOG` says how much. A second call, as in tests, changes nothing.
pub fn start(json: bool) {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm=warn,sea_orm_migration=warn,dioxus_server=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = if json { builder.json().flatten_event(true).try_init() } else { builder.compact().try_init() };
}

/// Names a request in all logs, and travels in the answer.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The span of a request: its route's pattern, never its path or query, which may name people.
pub fn span(request: &Request) -> Span {
    let id = request.headers().get(&REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default();
    let route = request.extensions().get::<MatchedPath>().map_or("page", MatchedPath::as_str);
    tracing::info_span!("request", %id, method = %request.method(), %route, status = field::Empty)
}

/// One line a request.
pub fn answered(response: &Response<Body>, took: Duration, span: &Span) {
    span.record("status", response.status().as_u16());
    let took = took.as_millis();
    if response.status().is_server_error() {
        tracing::error!(took, "answered");
    } else {
        tracing::info!(took, "answered");
    }
}
