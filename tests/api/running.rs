//! The server as one runs it: how it is watched, how it stops, what it takes.

use std::time::{Duration, Instant};

use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::harness::{Live, TestApp};

/// A call that has begun: half of its body is still to come.
async fn begin(live: &Live, body: &str) -> TcpStream {
    let mut connection = TcpStream::connect(live.url.strip_prefix("http://").unwrap())
        .await
        .unwrap();
    let head = format!(
        "POST /api/auth/login HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len(),
    );
    connection.write_all(head.as_bytes()).await.unwrap();
    connection.write_all(&body.as_bytes()[..10]).await.unwrap();
    sleep(Duration::from_millis(300)).await;
    connection
}

/// All that it answers.
async fn answer(connection: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    timeout(Duration::from_secs(10), connection.read_to_end(&mut bytes))
        .await
        .unwrap()
        .unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_says_that_it_lives_and_is_ready() {
    let app = TestApp::start().await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(app.anonymous().get(path).await.status, 200);
    }
    app.stopping.cancel();
    assert_eq!(app.anonymous().get("/healthz").await.status, 200);
    assert_eq!(app.anonymous().get("/readyz").await.status, 503);
}

#[tokio::test(flavor = "multi_thread")]
async fn its_clock_can_be_put_ahead() {
    let app = TestApp::with(&[("MEDAPPOINT_CLOCK_AHEAD", "86400")]).await;
    let ahead = app.now() - chrono::Utc::now();
    assert!((86_390..=86_400).contains(&ahead.num_seconds()), "{ahead}");
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_for_this_machine_and_name_nobody() {
    let app = TestApp::start().await;
    let here = app.anonymous().on_this_machine();
    here.get("/metrics").await.is(200);
    let (patient, _, id) = app.request().await;
    patient.sees(&id).await;
    let figures = here.get("/metrics").await.is(200).text;
    assert!(
        figures.contains("route=\"/api/appointments/{id}\"")
            && figures.contains("http_request_seconds_bucket")
    );
    assert!(!figures.contains(&id) && !figures.contains(&patient.id.to_string()));
    app.anonymous().get("/metrics").await.is(404);
    let behind = TestApp::with(&[("MEDAPPOINT_BEHIND_PROXY", "on")]).await;
    behind
        .anonymous()
        .on_this_machine()
        .get("/metrics")
        .await
        .is(404);
    let public = TestApp::with(&[("MEDAPPOINT_METRICS", "public")]).await;
    public.anonymous().get("/metrics").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_finishes_what_is_under_way_and_closes_streams() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let live = app.listen().await;
    let url = live.url.clone();
    let mut stream = live.stream(&patient).await;
    let body = json!({"email": patient.email, "password": "not the right words"}).to_string();
    let mut call = begin(&live, &body).await;
    let begun = Instant::now();
    let stopped = live.stop();
    assert!(stream.ends().await);
    sleep(Duration::from_millis(300)).await;
    // Nobody new is let in, and whoever is inside is served.
    assert!(
        TcpStream::connect(url.strip_prefix("http://").unwrap())
            .await
            .is_err()
    );
    assert!(!stopped.is_finished());
    call.write_all(&body.as_bytes()[10..]).await.unwrap();
    let answer = answer(&mut call).await;
    assert!(answer.starts_with("HTTP/1.1 401"), "{answer}");
    assert!(answer.contains("The email address or the password is wrong."));
    stopped.await.unwrap().unwrap();
    assert!(
        begun.elapsed() < Duration::from_secs(5),
        "{:?}",
        begun.elapsed()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_keeps_it_waiting_does_not_keep_it_from_stopping() {
    let app = TestApp::start().await;
    let live = app.listen().await;
    let _call = begin(&live, &json!({"email": "ana@example.org"}).to_string()).await;
    let begun = Instant::now();
    timeout(Duration::from_secs(12), live.stop())
        .await
        .unwrap()
        .unwrap()
        .unwrap();
    assert!(
        begun.elapsed() > Duration::from_secs(5),
        "{:?}",
        begun.elapsed()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_to_the_database_that_is_held_does_not_either() {
    let app = TestApp::start().await;
    let live = app.listen().await;
    let _call = begin(&live, &json!({"email": "ana@example.org"}).to_string()).await;
    let held = app.db.begin().await.unwrap();
    let begun = Instant::now();
    timeout(Duration::from_secs(20), live.stop())
        .await
        .unwrap()
        .unwrap()
        .unwrap();
    // Ten seconds in all, and a little for the machine.
    assert!(
        begun.elapsed() < Duration::from_millis(10_900),
        "{:?}",
        begun.elapsed()
    );
    drop(held);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_acknowledged_outlives_a_power_cut() {
    let app = TestApp::start().await;
    if !app.db.is_sqlite() {
        // There it is for whoever runs the database to say.
        return;
    }
    // 2 is FULL: sqlite.org/pragma.html#pragma_synchronous
    assert_eq!(app.count("pragma synchronous", vec![]).await, 2);
    let journal = app.texts("pragma journal_mode", "journal_mode").await;
    assert_eq!(journal, ["wal"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_takes_too_long_is_answered() {
    let app = TestApp::with(&[("MEDAPPOINT_REQUEST_TIMEOUT", "1")]).await;
    let live = app.listen().await;
    let mut call = begin(&live, &json!({"email": "ana@example.org"}).to_string()).await;
    let answer = answer(&mut call).await;
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    assert!(answer.contains("\"kind\":\"unavailable\""), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn three_megabytes_are_too_much() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let live = app.listen().await;
    for kind in [
        "application/json",
        "application/x-www-form-urlencoded",
        "text/plain",
    ] {
        for chunked in [false, true] {
            let mut connection = TcpStream::connect(live.url.strip_prefix("http://").unwrap())
                .await
                .unwrap();
            let length = if chunked {
                "transfer-encoding: chunked".to_owned()
            } else {
                format!("content-length: {}", 3 << 20)
            };
            let head = format!(
                "POST /api/appointments HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nauthorization: Bearer {}\r\n\
                 content-type: {kind}\r\n{length}\r\n\r\n",
                patient.access_token,
            );
            connection.write_all(head.as_bytes()).await.unwrap();
            let piece = "x".repeat(0x4000);
            let piece = if chunked {
                format!("4000\r\n{piece}\r\n")
            } else {
                piece
            };
            for _ in 0..(3 << 20) / 0x4000 {
                // It may hang up once it has heard enough.
                if connection.write_all(piece.as_bytes()).await.is_err() {
                    break;
                }
            }
            let mut bytes = vec![0; 64];
            let read = timeout(Duration::from_secs(10), connection.read(&mut bytes))
                .await
                .unwrap()
                .unwrap_or(0);
            let start = String::from_utf8_lossy(&bytes[..read]).into_owned();
            assert!(
                read == 0 || start.starts_with("HTTP/1.1 413"),
                "{kind} {chunked}: {start}"
            );
        }
    }
    // In this process the answer always arrives.
    let much = "r".repeat(3 << 20);
    assert_eq!(
        patient
            .post("/api/appointments", json!({"reason": much}))
            .await
            .is(413)
            .json["data"]["kind"],
        "too_large"
    );
    app.anonymous().get("/healthz").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_compressed_for_whoever_can_read_them() {
    let app = TestApp::start().await;
    let plain = app.anonymous().get("/api/specialties").await.is(200);
    assert_eq!(plain.header("content-encoding"), "");
    for coding in ["gzip", "br"] {
        let reply = app
            .anonymous()
            .with("accept-encoding", coding)
            .get("/api/specialties")
            .await;
        assert_eq!(
            (reply.status, reply.header("content-encoding")),
            (200, coding)
        );
        assert!(
            reply
                .header("vary")
                .to_lowercase()
                .contains("accept-encoding")
        );
    }
}
