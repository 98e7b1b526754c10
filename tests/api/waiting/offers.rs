//! What is offered to whom, and what becomes of it.

use chrono::{DateTime, Days, TimeDelta, Utc};
use medappoint::waiting::service::match_waiting;
use serde_json::{Value, json};

use super::{World, answer, did, list, offer, offered, text, wishes};
use crate::harness::{TestApp, starts_at};

fn at(value: &Value) -> DateTime<Utc> {
    value.as_str().unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_frees_is_offered_to_the_first_and_to_the_next_once_it_is_declined() {
    let world = World::full().await;
    let (first, _) = world.waits().await;
    let (second, _) = world.waits().await;
    assert_eq!(world.round().await, did(0, 0, 0));
    world.frees().await;
    assert_eq!(world.round().await, did(1, 0, 0));
    assert_eq!(world.round().await, did(0, 0, 0));
    let held = offer(&first).await.unwrap();
    assert_eq!(held["starts_at"], world.slot);
    assert_eq!(held["doctor"]["full_name"], world.doctor.name);
    assert_eq!(held["location"]["name"], "Clínica Sol");
    assert_eq!(held["local"]["time"], "08:00");
    let hours = at(&held["held_until"]) - world.app.now();
    assert!(hours > TimeDelta::hours(3) && hours <= TimeDelta::hours(4));
    assert_eq!(offer(&second).await, None);

    let told = &first.notifications().await[0];
    assert_eq!(
        (&told["kind"], &told["link"]),
        (&json!("offer"), &json!("/waiting"))
    );
    assert_eq!(
        told["title"],
        format!("{} has a time for you", world.doctor.name)
    );
    assert_eq!(told["location"]["name"], "Clínica Sol");
    let body = text(&told["body"]);
    assert!(body.contains("08:00–08:30 Madrid time"), "{body}");
    assert!(
        body.contains("at Clínica Sol. It is held for you until"),
        "{body}"
    );

    let id = text(&held["id"]);
    let wish = answer(&first, &id, "decline").await.ok();
    assert_eq!(
        (&wish["status"], &wish["offers"][0]["status"]),
        (&json!("open"), &json!("declined"))
    );
    answer(&first, &id, "decline").await.is(409);
    answer(&first, &id, "accept").await.is(409);
    assert_eq!(world.round().await, did(1, 0, 0));
    assert_eq!(offer(&first).await, None);
    let next = offered(&second).await;
    // And then to nobody: both have had it.
    answer(&second, &next, "decline").await.ok();
    assert_eq!(world.round().await, did(0, 0, 0));
    let offers = "select count(*) from waiting_offers";
    assert_eq!(world.app.count(offers, vec![]).await, 2);
    // Everybody else may ask for it now.
    world
        .app
        .patient()
        .await
        .asked(&world.doctor, &world.slot)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_that_nobody_answers_runs_out_and_the_next_gets_it() {
    let world = World::full().await;
    let (first, _) = world.waits().await;
    let (second, _) = world.waits().await;
    world.frees().await;
    world.round().await;
    let held = offer(&first).await.unwrap();
    let until = at(&held["held_until"]);
    world
        .app
        .set_clock(&(until - TimeDelta::seconds(2)).to_rfc3339());
    assert_eq!(world.round().await, did(0, 0, 0));
    world.app.set_clock(&until.to_rfc3339());
    // Before the worker comes it is too late already.
    let (first, second) = (
        first.again(&world.app).await,
        second.again(&world.app).await,
    );
    let id = text(&held["id"]);
    answer(&first, &id, "accept").await.is(409);
    answer(&first, &id, "decline").await.is(409);
    assert_eq!(world.round().await, did(1, 1, 0));
    let told = &first.notifications().await[0];
    assert_eq!(
        (&told["kind"], &told["link"]),
        (&json!("offer_expired"), &json!("/waiting"))
    );
    assert!(text(&told["body"]).contains("You stay on the waiting list."));
    let wish = &list(&first).await[0];
    assert_eq!(
        (&wish["status"], &wish["offers"][0]["status"]),
        (&json!("open"), &json!("expired"))
    );
    answer(&first, &id, "accept").await.is(409);
    let next = offered(&second).await;
    answer(&second, &next, "accept").await.is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_accepted_is_a_request_like_any_other() {
    let world = World::full().await;
    let (patient, _) = world.waits().await;
    world.frees().await;
    world.round().await;
    let id = offered(&patient).await;
    let path = format!("/api/waiting/offers/{id}/accept");
    let key = json!({"idempotency_key": "yes"});
    let made = patient.post(&path, key.clone()).await.is(201).json;
    assert_eq!(
        (&made["status"], &made["starts_at"]),
        (&json!("pending"), &json!(world.slot))
    );
    assert_eq!(
        (&made["reason"], &made["symptoms"]),
        (&json!("Palpitations"), &json!("At night"))
    );
    assert_eq!(patient.post(&path, key).await.is(201).json, made);
    let appointment = text(&made["id"]);
    let seen = patient.sees(&appointment).await;
    assert_eq!(seen["timeline"][0]["action"], "request");
    assert_eq!(seen["actions"], json!(["move", "cancel"]));
    let told = &world.doctor.notifications().await[0];
    assert_eq!(
        (&told["kind"], &told["link"]),
        (
            &json!("requested"),
            &json!(format!("/appointments/{appointment}"))
        )
    );
    let wish = &list(&patient).await[0];
    assert_eq!(wish["status"], "fulfilled");
    assert_eq!(wish["offers"][0]["status"], "accepted");
    assert_eq!(wish["offers"][0]["appointment_id"], appointment);
    answer(&patient, &id, "accept").await.is(409);
    answer(&patient, &id, "decline").await.is(409);
    world.doctor.accept(&appointment).await.is(200);
    assert_eq!(world.round().await, did(0, 0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_fits_is_offered() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    doctor.works("08:00", "20:00").await;
    let date = app.now().date_naive() + Days::new(4);
    let weekday = |days: u64| (date + Days::new(days)).format("%u").to_string();
    for (typed, fits) in [
        (json!({"times": ["evening"]}), "17:00"),
        (json!({"times": ["afternoon", "evening"]}), "12:00"),
        (json!({"weekdays": [weekday(2)]}), "08:00"),
        (
            json!({"weekdays": [weekday(2)], "times": ["afternoon"]}),
            "12:00",
        ),
    ] {
        let patient = app.patient().await;
        let mut wish = json!({
            "specialty": "cardiology", "reason": "Pain", "earliest": date, "latest": date + Days::new(3),
        });
        wish.as_object_mut()
            .unwrap()
            .extend(typed.as_object().unwrap().clone());
        let id = wishes(&patient, wish).await;
        assert_eq!(match_waiting(&app).await.unwrap(), did(1, 0, 0), "{typed}");
        let held = offer(&patient).await.unwrap();
        let day = if typed["weekdays"].is_null() { 0 } else { 2 };
        assert_eq!(
            held["local"]["date"],
            json!(date + Days::new(day)),
            "{typed}"
        );
        assert_eq!(held["local"]["time"], fits, "{typed}");
        patient.delete(format!("/api/waiting/{id}")).await.ok();
    }
    // None of these days is one of those.
    let patient = app.patient().await;
    let wish = json!({
        "doctor_id": doctor.id, "reason": "Pain", "earliest": date, "latest": date,
        "weekdays": [weekday(1)],
    });
    wishes(&patient, wish).await;
    assert_eq!(match_waiting(&app).await.unwrap(), did(0, 0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_that_are_added_lead_to_an_offer() {
    let world = World::full().await;
    let (patient, _) = world.waits().await;
    assert_eq!(world.round().await, did(0, 0, 0));
    let mut hours = world.doctor.get("/api/availability").await.ok();
    hours["exceptions"] = json!([{
        "date": world.date, "kind": "extra", "clinic_id": world.doctor.clinic, "from": "18:00", "to": "18:30",
    }]);
    world.doctor.put("/api/availability", hours).await.ok();
    assert_eq!(world.round().await, did(1, 0, 0));
    assert_eq!(offer(&patient).await.unwrap()["local"]["time"], "18:00");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kind_of_visit_needs_its_length() {
    let world = World::full().await;
    let mut hours = world.doctor.get("/api/availability").await.ok();
    hours["visit_types"] = json!([{"name": "Long", "minutes": 60}]);
    let kinds = world.doctor.put("/api/availability", hours).await.ok();
    let patient = world.app.patient().await;
    let mut wish = world.wish();
    wish["visit_type"] = kinds["visit_types"][0]["id"].clone();
    wish["latest"] = json!(world.date + Days::new(1));
    wishes(&patient, wish).await;
    world.frees().await;
    assert_eq!(world.round().await, did(0, 0, 0));
    let mut hours = world.doctor.get("/api/availability").await.ok();
    hours["exceptions"] = json!([{
        "date": world.date, "kind": "extra", "clinic_id": world.doctor.clinic, "from": "18:00", "to": "19:00",
    }]);
    world.doctor.put("/api/availability", hours).await.ok();
    assert_eq!(world.round().await, did(1, 0, 0));
    let id = offered(&patient).await;
    let made = answer(&patient, &id, "accept").await.is(201).json;
    assert_eq!(made["visit_type"]["name"], "Long");
    assert_eq!(
        (&made["local"]["time"], &made["local"]["until"]),
        (&json!("18:00"), &json!("19:00"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_offered_a_time_at_which_they_are_busy() {
    let world = World::full().await;
    let (busy, _) = world.waits().await;
    let (other, _) = world.waits().await;
    let elsewhere = world.app.working_doctor().await;
    busy.asked(&elsewhere, &world.slot).await;
    world.frees().await;
    assert_eq!(world.round().await, did(1, 0, 0));
    assert_eq!(offer(&busy).await, None);
    offered(&other).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_wishes_of_one_patient_do_not_get_the_same_hour_or_the_same_time() {
    let world = World::full().await;
    let (patient, _) = world.waits().await;
    wishes(&patient, world.wish()).await;
    let elsewhere = world.app.working_doctor().await;
    elsewhere.works("08:00", "08:30").await;
    wishes(&patient, json!({
        "doctor_id": elsewhere.id, "earliest": world.date, "latest": world.date, "reason": "Pain",
    }))
    .await;
    world.frees().await;
    // One for the first wish; the others would be at the same time.
    assert_eq!(world.round().await, did(1, 0, 0));
    let held = offer(&patient).await.unwrap();
    assert_eq!(held["doctor"]["id"], world.doctor.id.to_string());
    answer(&patient, &text(&held["id"]), "decline").await.ok();
    // What was declined for one wish is not offered for the other.
    assert_eq!(world.round().await, did(1, 0, 0));
    let held = offer(&patient).await.unwrap();
    assert_eq!(held["doctor"]["id"], elsewhere.id.to_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_of_a_time_that_is_gone_is_taken_back() {
    let world = World::full().await;
    let (patient, _) = world.waits().await;
    world.frees().await;
    world.round().await;
    let id = offered(&patient).await;
    let mut hours = world.doctor.get("/api/availability").await.ok();
    hours["exceptions"] = json!([{"date": world.date, "kind": "closed"}]);
    world.doctor.put("/api/availability", hours).await.ok();
    let refused = answer(&patient, &id, "accept").await.is(409).json;
    assert_eq!(refused["data"]["kind"], "slot_taken");
    assert_eq!(refused["data"]["nearest"].as_array().unwrap().len(), 6);
    let wish = &list(&patient).await[0];
    assert_eq!(
        (&wish["status"], &wish["offers"][0]["status"]),
        (&json!("open"), &json!("withdrawn"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn times_nearest_to_one_that_is_gone_are_long_enough() {
    let world = World::full().await;
    let mut hours = world.doctor.get("/api/availability").await.ok();
    for row in hours["weekly"].as_array_mut().unwrap() {
        row["to"] = json!("10:00");
    }
    hours["visit_types"] = json!([{"name": "Long", "minutes": 60}]);
    let hours = world.doctor.put("/api/availability", hours).await.ok();
    let patient = world.app.patient().await;
    let mut wish = world.wish();
    wish["visit_type"] = hours["visit_types"][0]["id"].clone();
    wishes(&patient, wish).await;
    world.frees().await;
    assert_eq!(world.round().await, did(1, 0, 0));
    let id = offered(&patient).await;
    let mut hours = world.doctor.get("/api/availability").await.ok();
    hours["exceptions"] = json!([{"date": world.date, "kind": "closed"}]);
    world.doctor.put("/api/availability", hours).await.ok();
    let refused = answer(&patient, &id, "accept").await.is(409).json;
    let nearest = refused["data"]["nearest"].as_array().unwrap();
    assert_eq!(nearest.len(), 6);
    for time in nearest {
        let length = at(&time["ends_at"]) - at(&time["starts_at"]);
        assert_eq!(length, TimeDelta::minutes(60), "{time}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_is_held_as_long_as_the_setting_says_but_not_into_its_notice() {
    let app = TestApp::with(&[("MEDAPPOINT_OFFER_HOURS", "48")]).await;
    let doctor = app.working_doctor().await;
    let patient = app.patient().await;
    let date = app.now().date_naive() + Days::new(1);
    let slots = doctor.slots(date, 2).await;
    let wish = json!({"doctor_id": doctor.id, "reason": "Pain", "earliest": date});
    wishes(&patient, wish).await;
    match_waiting(&app).await.unwrap();
    let held = offer(&patient).await.unwrap();
    assert_eq!(text(&held["starts_at"]), starts_at(&slots[0]));
    assert_eq!(
        at(&held["held_until"]),
        at(&held["starts_at"]) - TimeDelta::hours(2)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_server_offers_what_frees_at_once() {
    let world = World::full().await;
    let (patient, _) = world.waits().await;
    let live = world.app.listen().await;
    let mut stream = live.stream(&patient).await;
    // Not the round at the start, but that of the call.
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    world.frees().await;
    let told = stream.next_named("notification").await;
    assert_eq!(told.data["kind"], "offer");
    live.stop().await.unwrap().unwrap();
}
