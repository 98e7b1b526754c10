//! Around the API: requests are checked before the framework reads them, and answers that
//! the framework made are put in our error shape.

use dioxus::server::axum::{
    Json,
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use serde_json::{Value, json};

use crate::error::{AppError, ErrorKind};

/// The field by which a repeated call is known.
const KEY: &str = "idempotency_key";

/// The longest JSON body: the longest form is a few kilobytes.
const BODY_MOST: usize = 256 * 1024;
/// Error bodies are short; the framework's may repeat what was sent, which is bounded.
const ERROR_MOST: usize = 1024 * 1024;

/// The layer. Pages and files pass through; uploads have limits of their own.
pub async fn guard(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if !path.starts_with("/api/") {
        return next.run(request).await;
    }
    let multipart =
        content_type(request.headers()).is_some_and(|kind| kind.starts_with("multipart/"));
    let checked = if multipart && path.starts_with("/api/me/photo") {
        Ok(request)
    } else {
        check(request).await
    };
    match checked {
        Ok(request) => in_our_shape(next.run(request).await).await,
        Err(error) => error.into_response(),
    }
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()
}

async fn check(request: Request) -> Result<Request, AppError> {
    let (parts, body) = request.into_parts();
    if parts.method.is_safe() {
        return Ok(Request::from_parts(parts, Body::empty()));
    }
    let too_large = || AppError::new(ErrorKind::TooLarge, ts!("server-too-large"));
    let declared = parts
        .headers
        .get(header::CONTENT_LENGTH)
        .and_then(|n| n.to_str().ok()?.parse::<usize>().ok());
    if declared.is_some_and(|length| length > BODY_MOST) {
        return Err(too_large());
    }
    let bytes = to_bytes(body, BODY_MOST).await.map_err(|_| too_large())?;
    let key = parts
        .headers
        .get("idempotency-key")
        .and_then(|key| key.to_str().ok())
        .map(str::to_owned);
    if bytes.is_empty() {
        let body = key.map_or_else(Body::empty, |key| {
            Body::from(json!({ KEY: key }).to_string())
        });
        return Ok(Request::from_parts(parts, body));
    }
    let json = content_type(&parts.headers)
        .and_then(|kind| kind.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"));
    if !json {
        return Err(AppError::new(
            ErrorKind::UnsupportedMediaType,
            ts!("server-json-only"),
        ));
    }
    match serde_json::from_slice::<Value>(&bytes) {
        // The header is taken as the field that forms carry.
        Ok(Value::Object(mut fields))
            if key.is_some() && fields.get(KEY).is_none_or(Value::is_null) =>
        {
            fields.insert(KEY.to_owned(), json!(key));
            Ok(Request::from_parts(
                parts,
                Body::from(Value::Object(fields).to_string()),
            ))
        }
        Ok(Value::Object(_)) => Ok(Request::from_parts(parts, Body::from(bytes))),
        Ok(_) => Err(AppError::new(
            ErrorKind::Malformed,
            ts!("server-json-object"),
        )),
        Err(error) => Err(AppError::new(
            ErrorKind::Malformed,
            ts!("server-json-broken", why = error.to_string()),
        )),
    }
}

/// Errors that our code made pass; the framework's are replaced.
async fn in_our_shape(response: Response) -> Response {
    if response.status().is_success() || response.status().is_redirection() {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, ERROR_MOST).await else {
        return AppError::internal().into_response();
    };
    if let Some(error) = read_error(&bytes) {
        if let Some(seconds) = error.retry_after {
            parts.headers.insert(header::RETRY_AFTER, seconds.into());
        }
        return Response::from_parts(parts, Body::from(bytes));
    }
    let text = String::from_utf8_lossy(&bytes);
    let error = match parts.status {
        // Arguments that do not fit the function: the one thing that the framework answers 500 to
        // and a client causes.
        StatusCode::INTERNAL_SERVER_ERROR
            if text.contains("deserializ") || text.contains("missing arg") =>
        {
            tracing::debug!(%text, "arguments did not fit");
            AppError::new(ErrorKind::Malformed, ts!("server-misfit"))
        }
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => {
            AppError::new(ErrorKind::Malformed, ts!("server-misfit"))
        }
        StatusCode::NOT_FOUND => AppError::not_found("address"),
        StatusCode::METHOD_NOT_ALLOWED => {
            let mut body = AppError::new(ErrorKind::Malformed, ts!("server-method")).body();
            body["code"] = json!(parts.status.as_u16());
            let allowed = parts
                .headers
                .remove(header::ALLOW)
                .map(|methods| [(header::ALLOW, methods)]);
            return (parts.status, allowed, Json(body)).into_response();
        }
        StatusCode::PAYLOAD_TOO_LARGE => {
            AppError::new(ErrorKind::TooLarge, ts!("server-too-large"))
        }
        StatusCode::UNSUPPORTED_MEDIA_TYPE => {
            AppError::new(ErrorKind::UnsupportedMediaType, ts!("server-json-only"))
        }
        status => {
            tracing::error!(%status, %text, "an answer that is not ours");
            AppError::internal()
        }
    };
    error.into_response()
}

/// The error in a body of our shape.
pub fn read_error(body: &[u8]) -> Option<AppError> {
    #[derive(serde::Deserialize)]
    struct Shape {
        data: AppError,
    }
    serde_json::from_slice::<Shape>(body)
        .ok()
        .map(|shape| shape.data)
}
