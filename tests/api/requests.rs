//! A patient asks for a doctor's time.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::harness::{Doctor, TestApp, at_once};

const REQUESTS: &str = "/api/appointments";

fn typed(doctor: &Doctor, starts_at: &str) -> Value {
    json!({"doctor_id": doctor.id, "starts_at": starts_at, "reason": "Palpitations"})
}

/// An instant some days ahead at 12:00 UTC, which is within everybody's hours.
fn noon(days: u64) -> String {
    let noon =
        (Utc::now().date_naive() + Days::new(days)).and_time(NaiveTime::MIN) + TimeDelta::hours(12);
    noon.and_utc().to_rfc3339()
}

fn later(starts_at: &str, minutes: i64) -> String {
    let at: DateTime<Utc> = starts_at.parse().unwrap();
    (at + TimeDelta::minutes(minutes)).to_rfc3339()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_requests_a_free_time_and_the_doctor_is_told() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let slot = doctor.slot(0).await;
    let made = patient.request(&doctor, &slot).await.is(201).json;
    assert_eq!(made["status"], "pending");
    assert_eq!(made["starts_at"], slot);
    assert_eq!(made["doctor"]["id"], doctor.id.to_string());
    assert_eq!(made["doctor"]["specialty"], "cardiology");
    assert_eq!(made["patient"]["full_name"], patient.name);
    assert_eq!(
        (&made["reason"], &made["symptoms"]),
        (&json!("Palpitations"), &json!("At night"))
    );
    assert_eq!(made["local"]["zone"], "Europe/Madrid");
    assert_eq!(made["version"], 1);
    assert_eq!(made["actions"], json!(["move", "cancel"]));
    assert_eq!(made.get("location"), None);

    let id = made["id"].as_str().unwrap();
    let seen = patient.sees(id).await;
    let timeline = seen["timeline"].as_array().unwrap();
    assert_eq!(timeline.len(), 1);
    assert_eq!(
        (&timeline[0]["action"], &timeline[0]["to"]),
        (&json!("request"), &json!("pending"))
    );
    assert_eq!(
        timeline[0]["actor"],
        json!({"role": "patient", "full_name": patient.name})
    );

    assert_eq!(
        doctor.sees(id).await["actions"],
        json!(["accept", "decline", "refer", "suggest", "cancel"])
    );
    let told = doctor.notifications().await;
    assert_eq!(told.len(), 1);
    assert_eq!(
        (&told[0]["kind"], &told[0]["number"]),
        (&json!("requested"), &json!(1))
    );
    assert_eq!(told[0]["link"], format!("/appointments/{id}"));
    assert_eq!(told[0]["read"], false);
    assert!(patient.notifications().await.is_empty());
    // It is not offered to anybody else.
    assert_ne!(doctor.slot(0).await, slot);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_patient_requests() {
    let app = TestApp::start().await;
    let (doctor, colleague) = (app.working_doctor().await, app.doctor().await);
    let body = typed(&doctor, &doctor.slot(0).await);
    colleague.post(REQUESTS, body.clone()).await.is(403);
    doctor.post(REQUESTS, body.clone()).await.is(403);
    app.administrator()
        .await
        .post(REQUESTS, body.clone())
        .await
        .is(403);
    app.anonymous().post(REQUESTS, body.clone()).await.is(401);
    app.anonymous()
        .bearing("not.a.token")
        .post(REQUESTS, body)
        .await
        .is(401);
    assert_eq!(
        app.count("select count(*) from appointments", vec![]).await,
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_made_for_whoever_asks_whatever_the_body_says() {
    let app = TestApp::start().await;
    let (patient, other, doctor) = (
        app.patient().await,
        app.patient().await,
        app.working_doctor().await,
    );
    let mut body = typed(&doctor, &doctor.slot(0).await);
    body["patient_id"] = json!(other.id);
    body["status"] = json!("accepted");
    let made = patient.post(REQUESTS, body).await.is(201).json;
    assert_eq!(
        (&made["patient"]["id"], &made["status"]),
        (&json!(patient.id), &json!("pending"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_field_that_is_wrong_is_named() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let good = typed(&doctor, &doctor.slot(0).await);
    assert_eq!(
        patient.post(REQUESTS, json!({})).await.fields(),
        ["doctor_id", "reason", "starts_at"]
    );
    for (field, value) in [
        ("doctor_id", json!("somebody")),
        ("doctor_id", json!(7)),
        ("starts_at", json!("tomorrow")),
        ("starts_at", json!("2026-12-24")),
        ("starts_at", json!("2026-02-30T09:00:00Z")),
        ("starts_at", json!(1_800_000_000)),
        ("reason", json!("  ")),
        ("reason", json!(null)),
        ("reason", json!("a".repeat(301))),
        ("reason", json!("a\u{0}b")),
        ("symptoms", json!("a".repeat(2001))),
        ("symptoms", json!("a\u{7}b")),
        ("idempotency_key", json!("k".repeat(101))),
        ("idempotency_key", json!("k\u{0}")),
    ] {
        let mut body = good.clone();
        body[field] = value.clone();
        assert_eq!(
            patient.post(REQUESTS, body).await.fields(),
            [field],
            "{value}"
        );
    }
    assert_eq!(
        app.count("select count(*) from appointments", vec![]).await,
        0
    );
    // The longest that fits, in any script, and on several lines.
    let mut body = good;
    body["reason"] = json!("ü".repeat(300));
    body["symptoms"] = json!("One\nTwo\t🫀");
    assert_eq!(
        patient.post(REQUESTS, body).await.is(201).json["symptoms"],
        "One\nTwo\t🫀"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_time_is_refused_with_the_nearest_free_ones() {
    let app = TestApp::start().await;
    let (first, second, doctor) = (
        app.patient().await,
        app.patient().await,
        app.working_doctor().await,
    );
    let slot = doctor.slot(5).await;
    first.asked(&doctor, &slot).await;
    let refused = second.request(&doctor, &slot).await.is(409).json;
    assert_eq!(refused["data"]["kind"], "slot_taken");
    let nearest: Vec<&str> = refused["data"]["nearest"]
        .as_array()
        .unwrap()
        .iter()
        .map(|time| time["starts_at"].as_str().unwrap())
        .collect();
    assert_eq!(nearest.len(), 6);
    assert!(!nearest.contains(&slot.as_str()));
    let taken: DateTime<Utc> = slot.parse().unwrap();
    for near in &nearest {
        let near: DateTime<Utc> = near.parse().unwrap();
        assert!(
            (near - taken).abs() <= TimeDelta::minutes(90),
            "{near} is not near {taken}"
        );
    }
    // What is offered can be had.
    second.request(&doctor, nearest[0]).await.is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_outside_hours_notice_or_horizon_is_refused() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let slot = doctor.slot(0).await;
    for wrong in [
        later(&slot, 10),
        later(&slot, -60 * 4),
        noon(61),
        noon(1000),
        "1999-01-01T12:00:00Z".to_owned(),
        "2999-01-01T12:00:00Z".to_owned(),
        Utc::now().to_rfc3339(),
    ] {
        let refused = patient.request(&doctor, &wrong).await.is(409);
        assert_eq!(refused.json["data"]["kind"], "slot_taken", "{wrong}");
    }
    // The same instant with another offset is the same time.
    let at: DateTime<Utc> = slot.parse().unwrap();
    let elsewhere = at
        .with_timezone(&chrono::FixedOffset::east_opt(9 * 3600).unwrap())
        .to_rfc3339();
    assert_eq!(
        patient.request(&doctor, &elsewhere).await.is(201).json["starts_at"],
        slot
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_is_in_one_place_at_a_time() {
    let app = TestApp::start().await;
    let (patient, first, second) = (
        app.patient().await,
        app.working_doctor().await,
        app.working_doctor().await,
    );
    // The second doctor's half hours begin at a quarter past.
    second.works("08:15", "20:15").await;
    let slot = first.slot(4).await;
    let id = patient.asked(&first, &slot).await;
    for overlapping in [later(&slot, -15), later(&slot, 15)] {
        let refused = patient.request(&second, &overlapping).await.is(409);
        assert_eq!(refused.json["data"]["kind"], "conflict");
    }
    second.works("08:00", "20:00").await;
    patient.request(&second, &slot).await.is(409);
    // One after the other is fine, and so is the same time once it is free again.
    patient.request(&second, &later(&slot, 30)).await.is(201);
    patient.cancel(&id).await.is(200);
    patient.request(&second, &slot).await.is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sixth_open_request_waits() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let mut open = Vec::new();
    for _ in 0..5 {
        open.push(patient.asked(&doctor, &doctor.slot(0).await).await);
    }
    let slot = doctor.slot(0).await;
    assert_eq!(
        patient.request(&doctor, &slot).await.is(409).json["data"]["kind"],
        "conflict"
    );
    // Others may ask, and so may this one when an answer is there.
    app.patient()
        .await
        .asked(&doctor, &doctor.slot(1).await)
        .await;
    doctor.accept(&open[0]).await.is(200);
    open.push(patient.asked(&doctor, &slot).await);
    patient
        .request(&doctor, &doctor.slot(0).await)
        .await
        .is(409);
    patient.cancel(&open[1]).await.is(200);
    patient
        .request(&doctor, &doctor.slot(0).await)
        .await
        .is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_doctors_who_are_verified_and_take_requests_can_be_asked() {
    let app = TestApp::with(&[("MEDAPPOINT_VERIFY_DOCTORS", "by-administrator")]).await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let time = noon(3);
    patient.request(&doctor, &time).await.is(404);
    app.verify(&doctor).await;
    doctor.put("/api/me", json!({"accepting": "no"})).await.ok();
    assert_eq!(
        patient.request(&doctor, &time).await.is(409).json["data"]["kind"],
        "conflict"
    );
    doctor
        .put("/api/me", json!({"accepting": "yes"}))
        .await
        .ok();
    app.sql(
        "update users set suspended_at = $1 where id = $2",
        vec![app.now().into(), doctor.id.into()],
    )
    .await
    .unwrap();
    patient.request(&doctor, &time).await.is(404);
    app.sql(
        "update users set suspended_at = null where id = $1",
        vec![doctor.id.into()],
    )
    .await
    .unwrap();
    patient.request(&doctor, &time).await.is(201);
    // A patient is no doctor, and nobody is nobody.
    let body = json!({"doctor_id": patient.id, "starts_at": noon(4), "reason": "Palpitations"});
    patient.post(REQUESTS, body).await.is(404);
    let body =
        json!({"doctor_id": uuid::Uuid::now_v7(), "starts_at": noon(4), "reason": "Palpitations"});
    patient.post(REQUESTS, body).await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_sent_again_is_the_same_request() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let (slot, another) = (doctor.slot(0).await, doctor.slot(1).await);
    let first = patient
        .request_once(&doctor, &slot, "one")
        .await
        .is(201)
        .json;
    assert_eq!(
        patient
            .request_once(&doctor, &slot, "one")
            .await
            .is(201)
            .json,
        first
    );
    assert_eq!(
        app.count("select count(*) from appointments", vec![]).await,
        1
    );
    assert_eq!(doctor.notifications().await.len(), 1);

    // The same key does not stand for anything else, nor for anybody else.
    patient
        .request_once(&doctor, &another, "one")
        .await
        .field("idempotency_key");
    let id = first["id"].as_str().unwrap();
    let cancel = format!("/api/appointments/{id}/cancel");
    patient
        .post(&cancel, json!({"idempotency_key": "one"}))
        .await
        .field("idempotency_key");
    let second = app.patient().await;
    let theirs = second
        .request_once(&doctor, &another, "one")
        .await
        .is(201)
        .json;
    assert_ne!(theirs["id"], first["id"]);
    assert_eq!(theirs["patient"]["id"], second.id.to_string());
    assert_eq!(
        app.count("select count(*) from appointments", vec![]).await,
        2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_may_be_a_header() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let (slot, another) = (doctor.slot(0).await, doctor.slot(1).await);
    let keyed = patient.with("idempotency-key", "one");
    let first = keyed
        .post(REQUESTS, typed(&doctor, &slot))
        .await
        .is(201)
        .json;
    assert_eq!(
        keyed
            .post(REQUESTS, typed(&doctor, &slot))
            .await
            .is(201)
            .json,
        first
    );
    keyed
        .post(REQUESTS, typed(&doctor, &another))
        .await
        .field("idempotency_key");
    // Header and field are one thing.
    let mut body = typed(&doctor, &slot);
    body["idempotency_key"] = json!("one");
    assert_eq!(patient.post(REQUESTS, body).await.is(201).json, first);
    // Also where there is no body.
    let cancel = format!("/api/appointments/{}/cancel", first["id"].as_str().unwrap());
    let keyed = patient.with("idempotency-key", "two");
    let cancelled = keyed
        .send(dioxus::server::axum::http::Method::POST, &cancel, "", "")
        .await
        .ok();
    assert_eq!(
        keyed
            .send(dioxus::server::axum::http::Method::POST, &cancel, "", "")
            .await
            .ok(),
        cancelled
    );
    assert_eq!(
        app.count("select count(*) from appointments", vec![]).await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_failed_may_be_tried_again_under_its_key() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let slot = doctor.slot(0).await;
    doctor.put("/api/me", json!({"accepting": "no"})).await.ok();
    patient.request_once(&doctor, &slot, "one").await.is(409);
    doctor
        .put("/api/me", json!({"accepting": "yes"}))
        .await
        .ok();
    patient.request_once(&doctor, &slot, "one").await.is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_makes_one_request() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let slot = doctor.slot(0).await;
    let clicks = (0..5).map(|_| {
        let (patient, doctor, slot) = (patient.clone(), doctor.clone(), slot.clone());
        async move { patient.request_once(&doctor, &slot, "click").await }
    });
    let answers: Vec<_> = at_once(clicks)
        .await
        .into_iter()
        .map(|reply| reply.is(201).json)
        .collect();
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    assert_eq!(
        app.count("select count(*) from appointments", vec![]).await,
        1
    );
    assert_eq!(
        app.count("select count(*) from notifications", vec![])
            .await,
        1
    );
}
