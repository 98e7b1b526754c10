//! How a running server is watched: `/healthz`, `/readyz`, `/metrics`.

use std::net::SocketAddr;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use dioxus::server::axum::{
    Router,
    extract::{ConnectInfo, Extension, MatchedPath, Request},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
    routing::get,
};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use super::state::App;

/// The three addresses.
pub fn routes() -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
}

/// Ready means: not stopping, and the database answers soon.
async fn ready(Extension(app): Extension<App>) -> Response {
    if app.stopping.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n").into_response();
    }
    match tokio::time::timeout(Duration::from_secs(2), app.db.ping()).await {
        Ok(Ok(())) => "ready\n".into_response(),
        _ => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database does not answer\n",
        )
            .into_response(),
    }
}

/// Prometheus' text format, for this machine alone unless the settings say otherwise.
async fn metrics(
    Extension(app): Extension<App>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
) -> Response {
    let local = peer.is_some_and(|Extension(ConnectInfo(address))| address.ip().is_loopback());
    // Behind a proxy everybody comes from this machine.
    if app.settings.metrics_public || (local && !app.settings.behind_proxy) {
        recorder()
            .map(PrometheusHandle::render)
            .unwrap_or_default()
            .into_response()
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}

/// The one recorder of this process; `None` where another library has installed its own.
pub fn recorder() -> Option<&'static PrometheusHandle> {
    static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();
    RECORDER
        .get_or_init(|| {
            PrometheusBuilder::new()
                .set_buckets(&[
                    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0,
                ])
                .ok()?
                .install_recorder()
                .ok()
        })
        .as_ref()
}

/// Counts requests and their time, by route and status.
pub async fn measure(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    // Whoever sends a method of their own invention gets no series of their own.
    let method = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]
        .into_iter()
        .find(|known| request.method().as_str() == *known)
        .unwrap_or("other");
    // The route's pattern, never the path: a path names people. Pages share one.
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("page", MatchedPath::as_str)
        .to_owned();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!("http_requests_total", "method" => method, "route" => route.clone(), "status" => status)
        .increment(1);
    metrics::histogram!("http_request_seconds", "route" => route)
        .record(begun.elapsed().as_secs_f64());
    response
}
