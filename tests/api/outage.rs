//! The database is away for a while.

use std::time::{Duration, Instant};

use sea_orm::{ConnectOptions, ConnectionTrait};
use serde_json::json;
use tokio::net::lookup_host;
use tokio::time::sleep;
use url::Url;

use crate::harness::{Browser, Proxy, TestApp};

#[tokio::test(flavor = "multi_thread")]
async fn without_the_database_the_answer_is_503_and_then_it_recovers() {
    match std::env::var("MEDAPPOINT_TEST_DATABASE_URL") {
        Ok(server) => behind_a_line_that_breaks(server.parse().unwrap()).await,
        Err(_) => beside_somebody_who_holds_the_lock().await,
    }
}

async fn behind_a_line_that_breaks(server: Url) {
    let target = (
        server.host_str().unwrap().to_owned(),
        server.port().unwrap_or(5432),
    );
    let mut line = Proxy::to(lookup_host(target).await.unwrap().next().unwrap()).await;
    let address = line.address;
    let app = TestApp::between(&[], |url| {
        let mut url: Url = url.parse().unwrap();
        url.set_host(Some(&address.ip().to_string())).unwrap();
        url.set_port(Some(address.port())).unwrap();
        url.into()
    })
    .await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let slot = doctor.slot(0).await;
    let page = Browser::of(&app, &patient.email).await;

    line.cut().await;
    let begun = Instant::now();
    let calls = tokio::join!(
        patient.get("/api/me"),
        patient.request(&doctor, &slot),
        patient.get("/api/specialties"),
        page.open("/appointments"),
        page.open("/doctors"),
    );
    for reply in [calls.0, calls.1, calls.2] {
        assert_eq!(reply.is(503).json["data"]["kind"], "unavailable");
    }
    let visitors = app.anonymous().get("/doctors").await;
    for page in [calls.3, calls.4, visitors] {
        let page = page.is(503);
        assert!(page.header("content-type").starts_with("text/html"));
        assert_eq!(page.text.matches("<h1").count(), 1, "{}", page.text);
    }
    assert!(
        begun.elapsed() < Duration::from_secs(15),
        "{:?}",
        begun.elapsed()
    );
    assert_eq!(app.anonymous().get("/readyz").await.status, 503);
    assert_eq!(app.anonymous().get("/healthz").await.status, 200);

    line.mend().await;
    for _ in 0..50 {
        if app.anonymous().get("/readyz").await.status == 200 {
            patient.request(&doctor, &slot).await.is(201);
            page.open("/appointments").await.is(200);
            return;
        }
        sleep(Duration::from_millis(200)).await;
    }
    panic!("it does not recover");
}

/// On SQLite whoever writes for longer than the time-out keeps others from writing; they read on.
async fn beside_somebody_who_holds_the_lock() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let slot = doctor.slot(0).await;
    let mut options = ConnectOptions::new(app.settings.database_url.0.clone());
    options.max_connections(1).min_connections(1);
    let other = sea_orm::Database::connect(options).await.unwrap();
    other.execute_unprepared("begin exclusive").await.unwrap();

    let (refused, change) = tokio::join!(
        patient.request(&doctor, &slot),
        doctor.put("/api/me", json!({"languages": "Spanish"}))
    );
    assert_eq!(refused.is(503).json["data"]["kind"], "unavailable");
    change.is(503);
    patient.get("/api/me").await.is(200);
    assert_eq!(app.anonymous().get("/readyz").await.status, 200);

    other.execute_unprepared("rollback").await.unwrap();
    patient.request(&doctor, &slot).await.is(201);
}
