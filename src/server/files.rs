//! The client's files, which the build lays beside the program.

use std::path::PathBuf;

use dioxus::server::axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderValue, Response, StatusCode, header},
    middleware::{Next, from_fn},
    response::IntoResponse,
};
use tower::ServiceBuilder;
use tower_http::services::ServeDir;

/// The files' addresses.
pub fn routes() -> Router {
    let public = public_folder();
    let assets = ServeDir::new(public.join("assets")).precompressed_br();
    Router::new()
        .nest_service(
            "/assets",
            ServiceBuilder::new()
                .layer(from_fn(for_ever))
                .service(assets),
        )
        // Where `dx serve` lays a client that is still being written, under names that stay.
        .nest_service("/wasm", ServeDir::new(public.join("wasm")))
}

/// Files are named by their content, so a browser never has to ask again. One that isn't there may
/// be there a moment later, on an instance that is of a newer build: that answer is kept by nobody.
async fn for_ever(request: Request, next: Next) -> Response<Body> {
    let mut response = next.run(request).await;
    let status = response.status();
    if status.is_success() || status == StatusCode::NOT_MODIFIED {
        let headers = response.headers_mut();
        headers.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        );
        // The `.br` beside a file is for whoever can read it.
        headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}

/// A file's name as long as no file's is names nothing; the file system would call it an error.
pub async fn short_names(request: Request, next: Next) -> Response<Body> {
    let path = request.uri().path();
    let is_file = path.starts_with("/assets/") || path.starts_with("/wasm/");
    if is_file && path.split('/').any(|name| name.len() > 255) {
        return StatusCode::NOT_FOUND.into_response();
    }
    next.run(request).await
}

/// The folder that the build lays beside the binary.
fn public_folder() -> PathBuf {
    if let Ok(path) = std::env::var("DIOXUS_PUBLIC_PATH") {
        return PathBuf::from(path);
    }
    std::env::current_exe()
        .ok()
        .and_then(|path| path.parent().map(|folder| folder.join("public")))
        .unwrap_or_else(|| PathBuf::from("public"))
}
