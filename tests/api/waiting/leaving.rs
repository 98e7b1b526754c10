//! Who may wait, for what, and for how many.

use chrono::{Days, TimeDelta};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{World, answer, did, list, offered, wishes};
use crate::harness::{TestApp, at_once};

#[tokio::test(flavor = "multi_thread")]
async fn a_waiting_list_is_a_patients_own() {
    let world = World::full().await;
    let (patient, wish) = world.waits().await;
    world.frees().await;
    world.round().await;
    let offer = offered(&patient).await;
    let one = format!("/api/waiting/{wish}");
    let (accept, decline) = (
        format!("/api/waiting/offers/{offer}/accept"),
        format!("/api/waiting/offers/{offer}/decline"),
    );
    let nobody = world.app.anonymous();
    for (who, status) in [(&*nobody, 401), (&**world.doctor, 403)] {
        who.get("/api/waiting").await.is(status);
        who.post("/api/waiting", world.wish()).await.is(status);
        who.delete(&one).await.is(status);
        who.post(&accept, json!({})).await.is(status);
        who.post(&decline, json!({})).await.is(status);
    }
    let other = world.app.patient().await;
    assert!(list(&other).await.is_empty());
    other.delete(&one).await.is(404);
    other.post(&accept, json!({})).await.is(404);
    other.post(&decline, json!({})).await.is(404);
    for id in ["nonsense".to_owned(), Uuid::now_v7().to_string()] {
        patient.delete(format!("/api/waiting/{id}")).await.is(404);
        answer(&patient, &id, "accept").await.is(404);
        answer(&patient, &id, "decline").await.is(404);
    }
    assert_eq!(offered(&patient).await, offer);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wish_says_for_whom_and_when() {
    let world = World::full().await;
    let patient = world.app.patient().await;
    let latest = world.date + Days::new(9);
    let typed = json!({
        "doctor_id": world.doctor.id, "weekdays": ["5", 1, ""], "times": ["evening", "morning"],
        "earliest": world.date, "latest": latest, "reason": " Palpitations ", "symptoms": "At night",
    });
    let made = patient.post("/api/waiting", typed).await.is(201).json;
    assert_eq!(made["status"], "open");
    assert_eq!(made["doctor"]["full_name"], world.doctor.name);
    assert_eq!(made["doctor"]["id"], world.doctor.id.to_string());
    assert_eq!(made["weekdays"], json!([1, 5]));
    assert_eq!(made["times"], json!(["morning", "evening"]));
    assert_eq!(
        (&made["earliest"], &made["latest"]),
        (&json!(world.date), &json!(latest))
    );
    assert_eq!(
        (&made["reason"], &made["symptoms"], &made["offers"]),
        (&json!("Palpitations"), &json!("At night"), &json!([]))
    );
    let bare = json!({"specialty": "cardiology", "reason": "Palpitations"});
    let bare = patient.post("/api/waiting", bare).await.is(201).json;
    assert_eq!(bare["specialty"]["name"], "Cardiology");
    assert_eq!(
        (&bare["weekdays"], &bare["times"]),
        (&json!([]), &json!([]))
    );
    let today = world.app.now().date_naive();
    assert_eq!(bare["earliest"], json!(today));
    assert_eq!(bare["latest"], json!(today + Days::new(60)));
    // The newest first.
    assert_eq!(list(&patient).await, [bare, made]);
    let trail =
        "select count(*) from audit_entries where action = 'wait' and actor_role = 'patient'";
    assert_eq!(world.app.count(trail, vec![]).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_wish_is_said_at_its_field() {
    let world = World::full().await;
    let patient = world.app.patient().await;
    let today = world.app.now().date_naive();
    let with = |field: &str, value: Value| {
        let mut typed = world.wish();
        typed[field] = value;
        typed
    };
    for (typed, field) in [
        (with("doctor_id", json!("")), "doctor_id"),
        (with("doctor_id", json!("nonsense")), "doctor_id"),
        (with("specialty", json!("cardiology")), "specialty"),
        (json!({"specialty": "magic", "reason": "Pain"}), "specialty"),
        (
            json!({"specialty": "cardiology", "reason": "Pain", "visit_type": Uuid::now_v7()}),
            "visit_type",
        ),
        (with("visit_type", json!(Uuid::now_v7())), "visit_type"),
        (with("weekdays", json!([0])), "weekdays"),
        (with("weekdays", json!(["Monday"])), "weekdays"),
        (with("times", json!(["night"])), "times"),
        (with("earliest", json!("soon")), "earliest"),
        (with("earliest", json!(today - Days::new(2))), "earliest"),
        (with("latest", json!("2026-02-30")), "latest"),
        (with("latest", json!(today + Days::new(62))), "latest"),
        (with("latest", json!(world.date - Days::new(1))), "latest"),
        (with("reason", json!(" ")), "reason"),
        (with("reason", json!("a".repeat(301))), "reason"),
        (with("symptoms", json!("a".repeat(2001))), "symptoms"),
    ] {
        patient.post("/api/waiting", typed).await.field(field);
    }
    // All at once.
    let wrong = json!({"weekdays": [8], "times": ["x"], "earliest": "x", "latest": "y"});
    assert_eq!(
        patient.post("/api/waiting", wrong).await.fields(),
        [
            "doctor_id",
            "earliest",
            "latest",
            "reason",
            "times",
            "weekdays"
        ]
    );
    patient
        .post("/api/waiting", with("doctor_id", json!(patient.id)))
        .await
        .is(404);
    assert!(list(&patient).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wish_reaches_as_far_as_its_doctors_times() {
    let world = World::full().await;
    let hours = world.doctor.get("/api/availability").await.ok();
    let typed = json!({"weekly": hours["weekly"], "horizon_days": 10});
    world.doctor.put("/api/availability", typed).await.ok();
    let patient = world.app.patient().await;
    let typed = json!({
        "doctor_id": world.doctor.id, "reason": "Pain", "latest": world.app.now().date_naive() + Days::new(12),
    });
    let said = patient.post("/api/waiting", typed).await.field("latest");
    assert!(said.contains("next 10 days"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_waits_for_a_doctor_who_takes_no_requests() {
    let world = World::full().await;
    let typed = json!({
        "full_name": world.doctor.name, "accepting": false, "languages": "Spanish",
    });
    world.doctor.put("/api/me", typed).await.ok();
    let patient = world.app.patient().await;
    patient.post("/api/waiting", world.wish()).await.is(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_wish_twice_is_one() {
    let world = World::full().await;
    let patient = world.app.patient().await;
    let mut typed = world.wish();
    typed["idempotency_key"] = json!("once");
    let calls = (0..8).map(|_| {
        let (patient, typed) = (patient.clone(), typed.clone());
        async move { patient.post("/api/waiting", typed).await.is(201).json }
    });
    let answers = at_once(calls).await;
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    assert_eq!(list(&patient).await.len(), 1);
    typed["reason"] = json!("Something else");
    patient
        .post("/api/waiting", typed)
        .await
        .field("idempotency_key");
}

#[tokio::test(flavor = "multi_thread")]
async fn five_wishes_may_be_open_at_once() {
    let world = World::full().await;
    let patient = world.app.patient().await;
    let calls = (0..9).map(|_| {
        let (patient, typed) = (patient.clone(), world.wish());
        async move { patient.post("/api/waiting", typed).await.status }
    });
    let statuses = at_once(calls).await;
    assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 5);
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 4);
    let open = list(&patient).await;
    assert_eq!(open.len(), 5);
    let id = open[0]["id"].as_str().unwrap();
    patient.delete(format!("/api/waiting/{id}")).await.ok();
    patient.post("/api/waiting", world.wish()).await.is(201);
    patient.post("/api/waiting", world.wish()).await.is(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_removed_is_gone_and_frees_what_was_held_for_it() {
    let world = World::full().await;
    let (first, wish) = world.waits().await;
    let (second, _) = world.waits().await;
    world.frees().await;
    assert_eq!(world.round().await, did(1, 0, 0));
    let offer = offered(&first).await;
    for _ in 0..2 {
        first.delete(format!("/api/waiting/{wish}")).await.ok();
    }
    assert!(list(&first).await.is_empty());
    answer(&first, &offer, "accept").await.is(409);
    let kept = "select count(*) from waiting_wishes where status = 'removed' and reason = '' and symptoms is null";
    assert_eq!(world.app.count(kept, vec![]).await, 1);
    assert_eq!(world.round().await, did(1, 0, 0));
    offered(&second).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wish_ends_once_its_dates_are_over() {
    let app = TestApp::start().await;
    let doctor = app.doctor().await;
    let patient = app.patient().await;
    let latest = app.now().date_naive() + Days::new(3);
    let typed = json!({"doctor_id": doctor.id, "reason": "Pain", "latest": latest});
    wishes(&patient, typed).await;
    let round = async || {
        medappoint::waiting::service::match_waiting(&app)
            .await
            .unwrap()
    };
    app.clock.advance(TimeDelta::days(4));
    assert_eq!(round().await, did(0, 0, 0));
    app.clock.advance(TimeDelta::days(1));
    assert_eq!(round().await, did(0, 0, 1));
    assert_eq!(round().await, did(0, 0, 0));
    let patient = patient.again(&app).await;
    assert_eq!(list(&patient).await[0]["status"], "ended");
    app.clock.advance(TimeDelta::days(15));
    assert!(list(&patient.again(&app).await).await.is_empty());
}
