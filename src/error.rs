//! What a call answers when it can't do what was asked.
//!
//! One type for every server function, in the browser and on the server. On the
//! wire it is `{message, code, data: {kind, message, fields?, nearest?}}`, `code` being
//! the HTTP status. Faults of ours are logged where they happen and leave here
//! without a detail.

use std::collections::BTreeMap;

use dioxus::fullstack::{AsStatusCode, ServerFnError, StatusCode};
use serde::Serialize;

use crate::time::FreeTime;
use crate::wire::{wire, word};

/// The answer of every server function.
pub type Answer<T> = Result<T, AppError>;

/// Why a call failed; each kind has one HTTP status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// 400: the request could not be read at all.
    Malformed,
    /// 401: nobody is signed in, or the password was wrong.
    Unauthenticated,
    /// 403: signed in, but not in a role that may do this.
    Forbidden,
    /// 404: no such thing, or not one that concerns the person who asks.
    NotFound,
    /// 409: the state does not allow it any more.
    Conflict,
    /// 409: the time is no longer free; `nearest` names others.
    SlotTaken,
    /// 413: more bytes than we take.
    TooLarge,
    /// 415: a content type that we do not read.
    UnsupportedMediaType,
    /// 422: something typed is not valid; `fields` says what and why.
    Invalid,
    /// 429: too many attempts.
    TooMany,
    /// 503: the database does not answer.
    Unavailable,
    /// Never sent: the server could not be reached from the browser.
    Network,
    /// 500: a fault of ours.
    Internal,
}

word!(ErrorKind, ErrorKind::parse, ErrorKind::Internal);

impl ErrorKind {
    /// The kind of a word on the wire.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "malformed" => Self::Malformed,
            "unauthenticated" => Self::Unauthenticated,
            "forbidden" => Self::Forbidden,
            "not_found" => Self::NotFound,
            "conflict" => Self::Conflict,
            "slot_taken" => Self::SlotTaken,
            "too_large" => Self::TooLarge,
            "unsupported_media_type" => Self::UnsupportedMediaType,
            "invalid" => Self::Invalid,
            "too_many" => Self::TooMany,
            "unavailable" => Self::Unavailable,
            "network" => Self::Network,
            "internal" => Self::Internal,
            _ => return None,
        })
    }

    /// The HTTP status of this kind.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Unauthenticated => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict | Self::SlotTaken => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable | Self::Network => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// Why a call failed, in a sentence for the person who made it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AppError {
    pub kind: ErrorKind,
    /// A sentence that a person can act on.
    pub message: String,
    /// Field name → what is wrong with it, for [`ErrorKind::Invalid`].
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
    /// The nearest free times, for [`ErrorKind::SlotTaken`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<FreeTime>,
    /// Seconds to wait before the next attempt, for [`ErrorKind::TooMany`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
}

wire!(AppError { kind, message, fields = default, nearest = default, retry_after });

impl AppError {
    /// An error of this kind with this sentence.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            fields: BTreeMap::new(),
            nearest: Vec::new(),
            retry_after: None,
        }
    }

    /// No answer of ours came: the server is away, or something on the way to it answered instead.
    pub fn no_answer() -> Self {
        Self::new(ErrorKind::Network, t!("error-no-answer"))
    }

    /// The state does not allow it.
    pub fn conflict(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Conflict, message)
    }

    /// One field that is not valid.
    pub fn field(name: &str, sentence: impl Into<String>) -> Self {
        let mut problems = Problems::default();
        problems.add(name, sentence);
        problems.into_error()
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for AppError {}

impl AsStatusCode for AppError {
    fn as_status_code(&self) -> StatusCode {
        self.kind.status()
    }
}

/// What the transport reports when no answer of ours came back.
impl From<ServerFnError> for AppError {
    fn from(error: ServerFnError) -> Self {
        match error {
            ServerFnError::ServerError { message, code, .. } => {
                let kind = match code {
                    400 => ErrorKind::Malformed,
                    401 => ErrorKind::Unauthenticated,
                    403 => ErrorKind::Forbidden,
                    404 => ErrorKind::NotFound,
                    503 => ErrorKind::Unavailable,
                    _ => ErrorKind::Internal,
                };
                Self::new(kind, message)
            }
            ServerFnError::Args(_)
            | ServerFnError::MissingArg(_)
            | ServerFnError::Deserialization(_) => {
                Self::new(ErrorKind::Malformed, t!("error-request-unreadable"))
            }
            _ => Self::no_answer(),
        }
    }
}

/// Collects what is wrong with several fields, so that a person hears of all at once.
#[derive(Default)]
pub struct Problems(BTreeMap<String, String>);

impl Problems {
    /// Notes a problem; the first one of a field stands.
    pub fn add(&mut self, field: &str, sentence: impl Into<String>) {
        self.0
            .entry(field.to_owned())
            .or_insert_with(|| sentence.into());
    }

    /// Takes the value, or notes why there is none.
    pub fn take<T>(&mut self, field: &str, parsed: Result<T, String>) -> Option<T> {
        parsed.map_err(|sentence| self.add(field, sentence)).ok()
    }

    /// No problem so far.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them as one 422.
    pub fn into_error(self) -> AppError {
        let message = match self.0.len() {
            1 => self.0.values().next().cloned().unwrap_or_default(),
            n => t!("error-several", count = n),
        };
        AppError {
            fields: self.0,
            ..AppError::new(ErrorKind::Invalid, message)
        }
    }
}

#[cfg(feature = "server")]
mod server {
    use super::{AppError, ErrorKind};
    use dioxus::server::axum::{
        Json,
        http::{HeaderValue, header::RETRY_AFTER},
        response::{IntoResponse, Response},
    };
    use sea_orm::{DbErr, RuntimeErr, sqlx};

    impl AppError {
        /// The JSON body of this error, the same that server functions answer with.
        pub fn body(&self) -> serde_json::Value {
            serde_json::json!({
                "message": self.message,
                "code": self.kind.status().as_u16(),
                "data": self,
            })
        }
    }

    impl IntoResponse for AppError {
        fn into_response(self) -> Response {
            let mut response = (self.kind.status(), Json(self.body())).into_response();
            if let Some(seconds) = self.retry_after {
                response
                    .headers_mut()
                    .insert(RETRY_AFTER, HeaderValue::from(seconds));
            }
            response
        }
    }

    /// The database did not do what it was asked. The cause is logged here and never sent.
    impl From<DbErr> for AppError {
        fn from(error: DbErr) -> Self {
            if is_out_of_reach(&error) {
                tracing::warn!(%error, "the database does not answer");
                return Self::new(ErrorKind::Unavailable, ts!("error-records-away"));
            }
            tracing::error!(%error, "database error");
            Self::internal()
        }
    }

    impl AppError {
        /// Nobody is signed in.
        pub fn unauthenticated() -> Self {
            Self::new(ErrorKind::Unauthenticated, ts!("error-sign-in"))
        }

        /// Signed in, but in the wrong role.
        pub fn forbidden() -> Self {
            Self::new(ErrorKind::Forbidden, ts!("error-forbidden"))
        }

        /// No such thing, or somebody else's: the answer is the same. `what` is one of the words
        /// below; a sentence for each, since other languages bend the words around it.
        pub fn not_found(what: &str) -> Self {
            let sentence = match what {
                "account" => ts!("error-no-such-account"),
                "address" => ts!("error-no-such-address"),
                "appointment" => ts!("error-no-such-appointment"),
                "calendar" => ts!("error-no-such-calendar"),
                "calendar file" => ts!("error-no-such-calendar-file"),
                "clinic" => ts!("error-no-such-clinic"),
                "doctor" => ts!("error-no-such-doctor"),
                "entry in your waiting list" => ts!("error-no-such-waiting-entry"),
                "notification" => ts!("error-no-such-notification"),
                "offer" => ts!("error-no-such-offer"),
                "page" => ts!("error-no-such-page"),
                "patient" => ts!("error-no-such-patient"),
                "picture" => ts!("error-no-such-picture"),
                "specialty" => ts!("error-no-such-specialty"),
                _ => {
                    debug_assert!(false, "no sentence for a missing {what}");
                    ts!("error-no-such-thing")
                }
            };
            Self::new(ErrorKind::NotFound, sentence)
        }

        /// A fault of ours that has been logged.
        pub fn internal() -> Self {
            Self::new(ErrorKind::Internal, ts!("error-ours"))
        }
    }

    /// Whether the database is away, as opposed to refusing a statement.
    fn is_out_of_reach(error: &DbErr) -> bool {
        match error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
            DbErr::Exec(RuntimeErr::SqlxError(cause))
            | DbErr::Query(RuntimeErr::SqlxError(cause)) => match cause.as_ref() {
                sqlx::Error::Io(_)
                | sqlx::Error::Tls(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed => true,
                // PostgreSQL, class 57: shutting down or cannot connect now; class 08: connection.
                // SQLite, 5 and its extensions: busy for longer than the time-out.
                sqlx::Error::Database(cause) => cause.code().is_some_and(|code| {
                    code.starts_with("57P")
                        || code.starts_with("08")
                        || ["5", "261", "517"].contains(&code.as_ref())
                }),
                _ => false,
            },
            _ => false,
        }
    }
}
