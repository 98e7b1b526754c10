//! How long a doctor's free times of two weeks take, in a small practice and in one a thousand
//! times as large: from the request to the whole answer, through every layer but the network.
//!
//! Started by `script/bench free-times`, on SQLite, and on PostgreSQL where
//! `MEDAPPOINT_TEST_DATABASE_URL` names a server. Ends in failure where a limit is passed.

#![allow(clippy::unwrap_used, clippy::expect_used)]

// The tests of plans name more of it.
#[allow(dead_code)]
mod crowd;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use dioxus::server::axum::{
    Router,
    body::{Body, to_bytes},
    extract::{ConnectInfo, Request},
};
use medappoint::server::settings::Settings;
use medappoint::server::startup;
use medappoint::server::state::App;
use sea_orm::ConnectionTrait;
use serde_json::Value;
use tower::ServiceExt;
use url::Url;
use uuid::Uuid;

use self::crowd::{Crowd, doctor};

const SMALL: Crowd = Crowd {
    doctors: 10,
    patients: 200,
    appointments: 1_000,
    notifications: 200,
};
const LARGE: Crowd = Crowd {
    doctors: 2_000,
    patients: 100_000,
    appointments: 1_000_000,
    notifications: 200_000,
};
/// Before the clocks count: connections are open, statements prepared, the machine awake.
const WARM_UP: u32 = 300;
const ASKED: u32 = 2_000;
/// The median in the large practice over that in the small one.
const RATIO_MOST: f64 = 1.5;
/// In the large practice, for 99 of 100 requests.
const TIME_MOST: Duration = Duration::from_millis(10);

#[tokio::main]
async fn main() {
    let folder = Folder::create();
    let (small, large) = (
        Practice::open(SMALL, &folder.0).await,
        Practice::open(LARGE, &folder.0).await,
    );
    for n in 0..WARM_UP {
        small.ask(n).await;
        large.ask(n).await;
    }
    // In turn, so that whatever else the machine does slows both down.
    let (mut in_small, mut in_large) = (Vec::new(), Vec::new());
    for n in 0..ASKED {
        in_small.push(small.ask(n).await);
        in_large.push(large.ask(n).await);
    }
    let (small_times, large_times) = (Times::of(in_small), Times::of(in_large));
    let ratio = large_times.median.as_secs_f64() / small_times.median.as_secs_f64();
    println!(
        "\nFree times of one doctor and 14 days on {}",
        small.database()
    );
    println!("{:>14} {:>12} {:>12}", "appointments", "median", "p99");
    for (crowd, times) in [(SMALL, &small_times), (LARGE, &large_times)] {
        println!(
            "{:>14} {:>9.2} ms {:>9.2} ms",
            crowd.appointments,
            milliseconds(times.median),
            milliseconds(times.p99)
        );
    }
    let mut met = true;
    for (what, found, most) in [
        ("large over small, medians", ratio, RATIO_MOST),
        (
            "large, p99 in ms",
            milliseconds(large_times.p99),
            milliseconds(TIME_MOST),
        ),
    ] {
        let passed = found <= most;
        met &= passed;
        let word = if passed { "met" } else { "MISSED" };
        println!("{what}: {found:.2}, at most {most}: {word}");
    }
    small.close().await;
    large.close().await;
    drop(folder);
    if !met {
        std::process::exit(1);
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// What is told of many times.
struct Times {
    median: Duration,
    p99: Duration,
}

impl Times {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self {
            median: times[times.len() / 2],
            p99: times[times.len() * 99 / 100],
        }
    }
}

/// An application with a crowd in a database of its own.
struct Practice {
    crowd: Crowd,
    app: App,
    router: Router,
    /// The database on PostgreSQL, and the server that it is on.
    on_server: Option<(String, String)>,
}

impl Practice {
    async fn open(crowd: Crowd, folder: &Path) -> Self {
        let started = Instant::now();
        let name = format!("medappoint_bench_{}", Uuid::now_v7().simple());
        let on_server = std::env::var("MEDAPPOINT_TEST_DATABASE_URL")
            .ok()
            .map(|server| (name.clone(), server));
        let url = match &on_server {
            Some((name, server)) => {
                on(server, &format!("create database {name}")).await;
                let mut url: Url = server.parse().unwrap();
                url.set_path(name);
                url.to_string()
            }
            None => format!("sqlite://{}?mode=rwc", folder.join(&name).display()),
        };
        let data = folder.join("data").display().to_string();
        let settings = Settings::read(|setting| {
            let value = match setting {
                "DATABASE_URL" => &url,
                "MEDAPPOINT_DATA_DIR" => &data,
                "MEDAPPOINT_RATE_LIMITS" => "off",
                _ => return None,
            };
            Some(value.to_owned())
        });
        let app = startup::prepare(settings.unwrap()).await.unwrap();
        for statement in crowd.sql(!app.db.is_sqlite(), app.now()) {
            app.db.write().execute_unprepared(&statement).await.unwrap();
        }
        eprintln!(
            "==> {} appointments in {:.0} s",
            crowd.appointments,
            started.elapsed().as_secs_f64()
        );
        let router = startup::router(&app);
        Self {
            crowd,
            app,
            router,
            on_server,
        }
    }

    fn database(&self) -> &'static str {
        if self.app.db.is_sqlite() {
            "SQLite"
        } else {
            "PostgreSQL"
        }
    }

    /// Asks for one doctor's times, another doctor's each time, and answers how long it took.
    async fn ask(&self, n: u32) -> Duration {
        // Far from each other, so that neighbours on one page of the database do not help.
        let id = doctor(n * 7919 % self.crowd.doctors);
        let mut request = Request::get(format!("/api/doctors/{id}/slots?days=14"))
            .body(Body::empty())
            .unwrap();
        let peer = SocketAddr::from(([192, 0, 2, 1], 40_000));
        request.extensions_mut().insert(ConnectInfo(peer));
        let started = Instant::now();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        let took = started.elapsed();
        assert_eq!(status, 200);
        let body: Value = serde_json::from_slice(&body).unwrap();
        let free = body["items"].as_array().unwrap().len();
        // 14 days of 24 half hours, without what is taken and what of today is over.
        assert!((200..=336).contains(&free), "{free} free times");
        took
    }

    async fn close(self) {
        let Self {
            app,
            router,
            on_server,
            ..
        } = self;
        drop(router);
        app.db.clone().close().await;
        if let Some((name, server)) = on_server {
            on(&server, &format!("drop database {name} with (force)")).await;
        }
    }
}

async fn on(server: &str, statement: &str) {
    let db = sea_orm::Database::connect(server).await.unwrap();
    db.execute_unprepared(statement).await.unwrap();
    db.close().await.unwrap();
}

/// A folder that goes with the run.
struct Folder(PathBuf);

impl Folder {
    fn create() -> Self {
        let name = format!("medappoint-bench-{}", Uuid::now_v7().simple());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
