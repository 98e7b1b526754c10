//! Start-up as a value: settings in, a listening server out, which a test can start on port 0.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use dioxus::prelude::{DioxusRouterExt, ServeConfig};
use dioxus::server::FullstackState;
use dioxus::server::axum::{
    self, Router,
    body::Body,
    extract::{Request, State},
    http::{Response, StatusCode},
    middleware::{Next, from_fn, from_fn_with_state},
    response::IntoResponse,
    routing::get,
    serve::ListenerExt,
};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{
    CompressionLayer,
    predicate::{DefaultPredicate, NotForContentType, Predicate},
};
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::trace::TraceLayer;

use super::database::Database;
use super::jobs::Jobs;
use super::public_pages::{self, PublicPages};
use super::settings::Settings;
use super::state::{App, Clock, Parts};
use super::wake::Wake;
use super::{api_layer, files, form_bridge, gate, health, media, pages, secret, telemetry};
use crate::accounts::{door, identity, photo};
use crate::appointments::downloads;
use crate::error::{AppError, ErrorKind};
use crate::notifications::mail::Mailer;
use crate::notifications::stream;
use crate::oversight::reports;
use crate::texts;

/// How long requests and jobs may go on once the server stops.
const LAST_WORK: Duration = Duration::from_secs(9);
/// How long the database then has to close: ten seconds in all, which is what we promise.
const LAST_MOMENT: Duration = Duration::from_secs(1);
/// How long a start waits for a database that does not answer yet.
const DATABASE_PATIENCE: Duration = Duration::from_secs(30);

/// Why a start failed.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("the data folder {path}: {cause}")]
    DataFolder {
        path: PathBuf,
        cause: std::io::Error,
    },
    #[error("the secret that signs sessions: {0}")]
    Secret(std::io::Error),
    #[error("DATABASE_URL: the database can't be used: {0}")]
    Database(#[from] sea_orm::DbErr),
    #[error("CLOUDINARY_URL: {0}")]
    Media(String),
    #[error("MEDAPPOINT_SMTP_URL: {0}")]
    Mail(String),
    #[error("IP and PORT: can't listen on {address}: {cause}")]
    Listen {
        address: SocketAddr,
        cause: std::io::Error,
    },
}

/// Prepares everything but the network: folder, secret, database with its schema, media.
///
/// # Errors
/// With a sentence that names the setting to look at.
pub async fn prepare(settings: Settings) -> Result<App, StartError> {
    make_private(&settings.data_dir).map_err(|cause| StartError::DataFolder {
        path: settings.data_dir.clone(),
        cause,
    })?;
    let secret = secret::load(&settings).map_err(StartError::Secret)?;
    let db = open_database(&settings).await?;
    let media = media::open(&settings).map_err(|error| StartError::Media(error.to_string()))?;
    let mailer = Mailer::open(&settings).map_err(StartError::Mail)?;
    // At most one argon2 or image a core, less one, so that pages go on beside them.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Ok(App::new(Parts {
        wake: Wake::new(&db),
        db,
        secret,
        clock: Clock::ahead(settings.clock_ahead),
        media,
        mailer,
        heavy_work: Arc::new(Semaphore::new(cores.saturating_sub(1).max(1))),
        picture_work: Arc::new(Semaphore::new(1)),
        stopping: CancellationToken::new(),
        settings,
    }))
}

/// The data folder, which nobody else on the machine may look into: it holds health data.
fn make_private(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// A database that starts beside us may need a moment.
async fn open_database(settings: &Settings) -> Result<Database, sea_orm::DbErr> {
    let deadline = tokio::time::Instant::now() + DATABASE_PATIENCE;
    loop {
        let opened = async {
            let db =
                Database::connect(&settings.database_url.0, settings.database_connections).await?;
            db.migrate().await?;
            Ok::<_, sea_orm::DbErr>(db)
        };
        match opened.await {
            Ok(db) => return Ok(db),
            Err(error) if tokio::time::Instant::now() > deadline => return Err(error),
            Err(error @ sea_orm::DbErr::Conn(_)) => {
                tracing::warn!(%error, "waiting for the database");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            Err(error) => return Err(error),
        }
    }
}

/// All addresses and layers.
pub fn router(app: &App) -> Router {
    let state = FullstackState::new(ServeConfig::new(), crate::app::App);
    let functions = Router::new()
        .register_server_functions()
        .with_state(state.clone());
    // A router of its own: each layer clones what is in it for each request, and a router is
    // cloned by a count.
    let pages = Router::new()
        .fallback(get(FullstackState::render_handler))
        .with_state(state);
    let routes = Router::new()
        .merge(gallery())
        .merge(stream::routes())
        .merge(photo::routes())
        .merge(downloads::routes())
        .merge(reports::routes())
        .merge(health::routes())
        .merge(texts::routes())
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
        .merge(files::routes())
        .merge(functions)
        .fallback_service(pages)
        // Of these, which know the route, the first is the outermost.
        .layer(
            ServiceBuilder::new()
                .layer(
                    TraceLayer::new_for_http()
                        .make_span_with(telemetry::span)
                        .on_request(())
                        .on_response(telemetry::answered)
                        .on_failure(()),
                )
                .layer(from_fn(health::measure))
                .layer(from_fn(api_layer::guard))
                .layer(from_fn_with_state(app.clone(), identity::identify))
                .layer(from_fn(gate::gate))
                .layer(from_fn_with_state(app.clone(), door::door))
                .layer(from_fn_with_state(PublicPages::default(), public_pages::share)),
        );
    // In front of the routes: a form may ask for another method than the one it posts with.
    Router::new().fallback_service(routes).layer(
        ServiceBuilder::new()
            .layer(from_fn(texts::choose))
            .layer(from_fn(files::short_names))
            .layer(from_fn(plain_id))
            .layer(SetRequestIdLayer::new(
                telemetry::REQUEST_ID,
                MakeRequestUuid,
            ))
            .layer(PropagateRequestIdLayer::new(telemetry::REQUEST_ID))
            .layer(CompressionLayer::new().compress_when(
                DefaultPredicate::new().and(NotForContentType::const_new("application/wasm")),
            ))
            .layer(from_fn_with_state(app.clone(), pages::secure))
            .layer(CatchPanicLayer::custom(panicked))
            .layer(from_fn_with_state(app.clone(), in_time))
            .layer(from_fn_with_state(app.clone(), form_bridge::bridge)),
    )
}

/// The page that shows the design system, in development builds.
fn gallery() -> Router {
    #[cfg(debug_assertions)]
    {
        use crate::ui::gallery::{PATH, STYLES, document};
        use axum::{http::header, response::Html};
        let styles = include_str!("../../assets/medappoint.css");
        let styles = move || async move { ([(header::CONTENT_TYPE, "text/css")], styles) };
        Router::new()
            .route(PATH, get(|| async { Html(document()) }))
            .route(STYLES, get(styles))
    }
    #[cfg(not(debug_assertions))]
    Router::new()
}

/// Takes a request's own id only where it looks like one: it stands in every line of its log.
async fn plain_id(mut request: Request, next: Next) -> Response<Body> {
    let plain = request
        .headers()
        .get(telemetry::REQUEST_ID)
        .is_some_and(|id| {
            id.len() <= 64
                && id
                    .as_bytes()
                    .iter()
                    .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        });
    if !plain {
        request.headers_mut().remove(telemetry::REQUEST_ID);
    }
    next.run(request).await
}

fn panicked(_: Box<dyn std::any::Any + Send>) -> Response<Body> {
    tracing::error!("a request panicked");
    AppError::internal().into_response()
}

/// Answers 503 where a request takes too long. Streams are meant to stay open.
async fn in_time(State(app): State<App>, request: Request, next: Next) -> Response<Body> {
    if request.uri().path() == stream::PATH {
        return next.run(request).await;
    }
    match tokio::time::timeout(app.settings.request_timeout, next.run(request)).await {
        Ok(response) => response,
        Err(_) => AppError::new(ErrorKind::Unavailable, ts!("server-too-slow")).into_response(),
    }
}

/// A server that listens, and may be asked where.
pub struct Server {
    listener: TcpListener,
    app: App,
}

impl Server {
    /// Takes the address of the settings; port 0 takes any that is free.
    ///
    /// # Errors
    /// When the address is taken or isn't ours.
    pub async fn bind(app: App) -> Result<Self, StartError> {
        let address = SocketAddr::new(app.settings.ip, app.settings.port);
        let listener = TcpListener::bind(address)
            .await
            .map_err(|cause| StartError::Listen { address, cause })?;
        Ok(Self { listener, app })
    }

    /// Where it listens.
    ///
    /// # Errors
    /// When the socket is gone.
    pub fn address(&self) -> std::io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until `stop` resolves; then closes streams, finishes requests and jobs, and ends
    /// within ten seconds, whatever is still under way.
    ///
    /// # Errors
    /// When the listener fails.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> std::io::Result<()> {
        let Self { listener, app } = self;
        let relay = tokio::spawn(app.wake.clone().relay());
        let jobs = Jobs::start(&app);
        // Pages leave in small writes, which Nagle's algorithm would hold back.
        let listener = listener.tap_io(|connection| {
            if let Err(error) = connection.set_nodelay(true) {
                tracing::debug!(%error, "TCP_NODELAY");
            }
        });
        let stopping = app.stopping.clone();
        let signal = {
            let stopping = stopping.clone();
            async move {
                stop.await;
                tracing::info!("stopping: finishing what is under way");
                stopping.cancel();
            }
        };
        let service = router(&app).into_make_service_with_connect_info::<SocketAddr>();
        let serve = axum::serve(listener, service).with_graceful_shutdown(signal);
        let work = async {
            let result = serve.await;
            jobs.stop().await;
            result
        };
        let too_long = async {
            stopping.cancelled().await;
            tokio::time::sleep(LAST_WORK).await;
        };
        let result = tokio::select! {
            result = work => result,
            () = too_long => {
                tracing::warn!("requests or jobs were still under way after nine seconds");
                Ok(())
            }
        };
        relay.abort();
        // It waits for connections that whoever is still under way has.
        let close = app.db.clone().close();
        if tokio::time::timeout(LAST_MOMENT, close).await.is_err() {
            tracing::warn!("the database was still in use at the end");
        }
        result
    }
}
