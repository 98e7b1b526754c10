//! The same pages as MedAppoint's, by hand: what a server could do here at best.
//!
//! It opens MedAppoint's SQLite database, reads the same rows for each page, checks the same
//! access token and session, and answers the same content. It writes nothing.

mod clock;
mod desk;
mod doctors;
mod frame;
mod free;
mod people;
mod session;

use std::env;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use jsonwebtoken::DecodingKey;
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions};

use frame::Frame;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Clone)]
struct App {
    db: SqlitePool,
    key: DecodingKey,
}

/// Why there is no page.
enum Failed {
    SignIn,
    Database(sqlx::Error),
    Template(askama::Error),
}

type Answer<T> = Result<T, Failed>;

impl From<sqlx::Error> for Failed {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<askama::Error> for Failed {
    fn from(error: askama::Error) -> Self {
        Self::Template(error)
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        match self {
            Self::SignIn => StatusCode::UNAUTHORIZED.into_response(),
            Self::Database(error) => {
                (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
            }
            Self::Template(error) => {
                (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
            }
        }
    }
}

#[derive(Template)]
#[template(path = "login.html")]
struct Login {
    frame: Frame,
}

async fn login() -> Answer<Html<String>> {
    let frame = Frame {
        title: "Sign in".to_owned(),
        path: "/login",
        viewer: None,
    };
    Ok(Html(Login { frame }.render()?))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let database: SqliteConnectOptions = env::var("DATABASE_URL")?.parse()?;
    let database = database
        .journal_mode(SqliteJournalMode::Wal)
        .foreign_keys(true)
        // A whole list, so that SQLite's thread and whoever takes its rows don't take turns.
        .row_buffer_size(512);
    let db = SqlitePoolOptions::new()
        .max_connections(10)
        .connect_with(database)
        .await?;
    let key = DecodingKey::from_secret(env::var("MEDAPPOINT_JWT_SECRET")?.as_bytes());
    let routes = Router::new()
        .route("/readyz", get(|| async { "ready\n" }))
        .route("/login", get(login))
        .route("/doctors", get(doctors::page))
        .route("/api/doctors", get(doctors::list))
        .route("/appointments", get(desk::page))
        .route("/api/appointments", get(desk::list))
        .with_state(App { db, key });
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", env::var("PORT")?.parse()?)).await?;
    let listener = listener.tap_io(|connection| {
        if let Err(error) = connection.set_nodelay(true) {
            eprintln!("TCP_NODELAY: {error}");
        }
    });
    axum::serve(listener, routes).await?;
    Ok(())
}
