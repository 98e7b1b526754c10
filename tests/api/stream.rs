//! The live stream, through a server that listens.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::harness::TestApp;

const AT_ONCE: Duration = Duration::from_secs(1);

#[tokio::test(flavor = "multi_thread")]
async fn an_acceptance_arrives_within_a_second_with_its_place() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let live = app.listen().await;
    let mut stream = live.stream(&patient).await;
    let begun = Instant::now();
    doctor.accept(&id).await.is(200);
    let event = stream.next_named("notification").await;
    assert!(begun.elapsed() < AT_ONCE, "{:?}", begun.elapsed());
    assert_eq!((event.id, &event.data["number"]), (Some(1), &json!(1)));
    assert_eq!(
        (&event.data["kind"], &event.data["read"]),
        (&json!("accepted"), &json!(false))
    );
    assert_eq!(event.data["location"]["address"], "Calle Mayor 1, Madrid");
    assert_eq!(event.data["location"]["latitude"], 40.4168);
    // It is what the list shows.
    assert_eq!(event.data, patient.notifications().await[0]);
    let case_id = patient.sees(&id).await["case_id"].clone();
    assert_eq!(stream.next_named("case").await.data["case_id"], case_id);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_arrives_at_its_doctor_within_a_second_and_at_nobody_else() {
    let app = TestApp::start().await;
    let (patient, stranger) = (app.patient().await, app.patient().await);
    let (doctor, colleague) = (app.working_doctor().await, app.working_doctor().await);
    let live = app.listen().await;
    let mut stream = live.stream(&doctor).await;
    let (mut theirs, mut elsewhere) = (live.stream(&colleague).await, live.stream(&stranger).await);
    let begun = Instant::now();
    patient.asked(&doctor, &doctor.slot(0).await).await;
    assert_eq!(
        stream.next_named("notification").await.data["kind"],
        "requested"
    );
    assert!(begun.elapsed() < AT_ONCE, "{:?}", begun.elapsed());
    let pause = Duration::from_millis(700);
    assert!(theirs.is_silent(pause).await && elsewhere.is_silent(pause).await);
    for other in [theirs, elsewhere] {
        assert!(
            !other.raw.contains(&doctor.name) && !other.raw.contains(&patient.name),
            "{}",
            other.raw
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_missed_is_replayed_once_and_in_order() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let live = app.listen().await;
    let mut stream = live.stream(&doctor).await;
    patient.asked(&doctor, &doctor.slot(0).await).await;
    assert_eq!(stream.next_named("notification").await.id, Some(1));
    drop(stream);
    for _ in 0..3 {
        patient.asked(&doctor, &doctor.slot(0).await).await;
    }
    let mut stream = live.stream_after(&doctor, Some(1)).await;
    for number in 2..=4 {
        assert_eq!(stream.next_named("notification").await.id, Some(number));
    }
    patient.asked(&doctor, &doctor.slot(0).await).await;
    assert_eq!(stream.next_named("notification").await.id, Some(5));
    // Without a number it begins with what comes; with one from the future, too.
    let mut fresh = live.stream(&doctor).await;
    let mut ahead = live.stream_after(&doctor, Some(9_000)).await;
    app.patient()
        .await
        .asked(&doctor, &doctor.slot(0).await)
        .await;
    assert_eq!(fresh.next_named("notification").await.id, Some(6));
    assert_eq!(ahead.next_named("notification").await.id, Some(6));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_unread_count_follows_in_every_tab() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let live = app.listen().await;
    let (mut one, mut two) = (live.stream(&doctor).await, live.stream(&doctor).await);
    for stream in [&mut one, &mut two] {
        assert_eq!(stream.next_named("unread").await.data, json!({"unread": 0}));
    }
    patient.asked(&doctor, &doctor.slot(0).await).await;
    for stream in [&mut one, &mut two] {
        assert_eq!(stream.next_named("unread").await.data, json!({"unread": 1}));
    }
    doctor
        .post("/api/notifications/read-all", json!({}))
        .await
        .is(200);
    for stream in [&mut one, &mut two] {
        assert_eq!(stream.next_named("unread").await.data, json!({"unread": 0}));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_sessions_stream_ends_within_a_second_or_so() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let elsewhere = patient.again(&app).await;
    let live = app.listen().await;
    let (mut stream, mut other) = (live.stream(&patient).await, live.stream(&elsewhere).await);
    tokio::time::sleep(Duration::from_millis(1100)).await;
    let begun = Instant::now();
    patient.post("/api/auth/logout", json!({})).await.is(200);
    assert!(stream.ends().await);
    assert!(
        begun.elapsed() < Duration::from_millis(1500),
        "{:?}",
        begun.elapsed()
    );
    assert!(other.is_silent(Duration::from_millis(300)).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_is_its_owners() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    app.anonymous()
        .get("/api/notifications/stream")
        .await
        .is(401);
    patient
        .get("/api/notifications/stream?after=x")
        .await
        .field("after");
    patient.post("/api/auth/logout", json!({})).await.is(200);
    patient.get("/api/notifications/stream").await.is(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_holds_at_most_twenty_streams() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let live = app.listen().await;
    let mut open = Vec::new();
    for _ in 0..20 {
        open.push(live.stream(&patient).await);
    }
    let url = format!("{}/api/notifications/stream", live.url);
    let refused = live
        .http
        .get(&url)
        .bearer_auth(&patient.access_token)
        .send()
        .await
        .unwrap();
    assert_eq!(
        (refused.status().as_u16(), &refused.headers()["retry-after"]),
        (429, &"30".parse().unwrap())
    );
    drop(open);
    for _ in 0..50 {
        if live
            .http
            .get(&url)
            .bearer_auth(&patient.access_token)
            .send()
            .await
            .unwrap()
            .status()
            == 200
        {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("closed streams still take places");
}
