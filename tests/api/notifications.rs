//! What people are told, and the centre that keeps it.

use serde_json::{Value, json};

use crate::harness::{TestApp, at_once};

fn numbers(notifications: &[Value]) -> Vec<i64> {
    notifications
        .iter()
        .map(|one| one["number"].as_i64().unwrap())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn they_are_numbered_without_gaps_whoever_causes_them_at_once() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let patients = app.patients(12).await;
    let mut calls = Vec::new();
    for (n, patient) in patients.into_iter().enumerate() {
        // Some of them want the same time: a refused request leaves no gap.
        let (doctor, slot) = (doctor.clone(), doctor.slot(n % 8).await);
        calls.push(async move { patient.request(&doctor, &slot).await.status });
    }
    let made = at_once(calls)
        .await
        .into_iter()
        .filter(|status| *status == 201)
        .count();
    assert_eq!(made, 8);
    assert_eq!(
        numbers(&doctor.notifications().await),
        (1..=8).rev().collect::<Vec<_>>()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn they_are_listed_newest_first_and_by_pages() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let patient = app.patient().await;
    for n in 0..5 {
        patient.asked(&doctor, &doctor.slot(n).await).await;
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = doctor
            .get(format!("/api/notifications?limit=2&cursor={cursor}"))
            .await
            .ok();
        seen.extend(numbers(page["items"].as_array().unwrap()));
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(seen, [5, 4, 3, 2, 1]);
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=x", "limit"),
        ("cursor=x", "cursor"),
        ("unread=maybe", "unread"),
    ] {
        doctor
            .get(format!("/api/notifications?{query}"))
            .await
            .field(field);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_is_marked_read_by_its_recipient_alone() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let told = doctor.notifications().await[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let read = format!("/api/notifications/{told}/read");
    patient.post(&read, json!({})).await.is(404);
    app.administrator()
        .await
        .post(&read, json!({}))
        .await
        .is(404);
    app.anonymous().post(&read, json!({})).await.is(401);
    app.anonymous().get("/api/notifications").await.is(401);
    assert_eq!(doctor.get("/api/session").await.ok()["unread"], 1);
    assert_eq!(doctor.post(&read, json!({})).await.ok()["read"], true);
    assert_eq!(doctor.post(&read, json!({})).await.ok()["read"], true);
    assert_eq!(doctor.get("/api/session").await.ok()["unread"], 0);
    assert!(
        doctor.get("/api/notifications?unread=true").await.ok()["items"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert_eq!(doctor.notifications().await.len(), 1);
    // The next one is unread again.
    patient.cancel(&id).await.is(200);
    assert_eq!(
        numbers(
            doctor.get("/api/notifications?unread=true").await.ok()["items"]
                .as_array()
                .unwrap()
        ),
        [2]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn all_are_marked_read_up_to_what_was_seen() {
    let app = TestApp::start().await;
    let (patient, other, doctor) = (
        app.patient().await,
        app.patient().await,
        app.working_doctor().await,
    );
    for n in 0..3 {
        patient.asked(&doctor, &doctor.slot(n).await).await;
    }
    let id = other.asked(&doctor, &doctor.slot(5).await).await;
    doctor.accept(&id).await.is(200);
    let all = "/api/notifications/read-all";
    doctor
        .post(all, json!({"through": "x"}))
        .await
        .field("through");
    assert_eq!(
        doctor.post(all, json!({"through": "2"})).await.ok(),
        json!({"unread": 2})
    );
    assert_eq!(doctor.post(all, json!({})).await.ok(), json!({"unread": 0}));
    // Nobody else's are touched.
    assert_eq!(other.get("/api/session").await.ok()["unread"], 1);
    app.anonymous().post(all, json!({})).await.is(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_is_told_what_concerns_them_and_nothing_else() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let (stranger, colleague) = (app.patient().await, app.working_doctor().await);
    doctor.refer(&id, &colleague).await.is(200);
    let next = colleague.get("/api/appointments").await.ok()["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    colleague.accept(&next).await.is(200);
    colleague.cancel(&next).await.is(200);
    let kinds = |told: Vec<Value>| -> Vec<String> {
        told.iter()
            .rev()
            .map(|one| one["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        kinds(patient.notifications().await),
        ["referred", "accepted", "cancelled"]
    );
    assert_eq!(
        kinds(doctor.notifications().await),
        ["requested", "referral_outcome"]
    );
    assert_eq!(kinds(colleague.notifications().await), ["requested"]);
    assert!(stranger.notifications().await.is_empty());
    // A link leads to a page that its reader may open.
    for (who, told) in [
        (&*patient, patient.notifications().await),
        (&*doctor, doctor.notifications().await),
        (&*colleague, colleague.notifications().await),
    ] {
        for one in told {
            who.get(format!("/api{}", one["link"].as_str().unwrap()))
                .await
                .is(200);
        }
    }
}
