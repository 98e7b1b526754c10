//! The first in the line is not passed over, but where they could not accept.

use medappoint::waiting::service::match_waiting;
use serde_json::{Value, json};

use super::{World, answer, did, offer, offered, wishes};
use crate::harness::{Doctor, Patient, TestApp, starts_at};

/// A winter's day, on which Madrid is an hour ahead of UTC.
const DAY: &str = "2026-12-01";

/// On that day, at this time in Madrid.
async fn at(time: &str) -> TestApp {
    let app = TestApp::start().await;
    set(&app, time);
    app
}

fn set(app: &TestApp, time: &str) {
    app.set_clock(&format!("{DAY}T{time}:00+01:00"));
}

/// Works every day between these times, in slots of so many minutes, with so many of notice.
async fn works(doctor: &Doctor, from: &str, to: &str, minutes: u16, notice: u16) {
    let weekly: Vec<Value> = (1..=7)
        .map(|day| json!({"clinic_id": doctor.clinic, "weekday": day, "from": from, "to": to, "slot_minutes": minutes}))
        .collect();
    let typed = json!({"weekly": weekly, "minimum_notice_minutes": notice});
    doctor.put("/api/availability", typed).await.ok();
}

/// The time of day, at the clinic, that is held for a patient.
async fn held(patient: &Patient) -> Option<Value> {
    offer(patient)
        .await
        .map(|held| held["local"]["time"].clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn times_too_soon_to_be_held_do_not_cost_the_first_their_turn() {
    let app = at("08:50").await;
    for _ in 0..3 {
        let doctor = app.working_doctor().await;
        works(&doctor, "11:00", "11:30", 30, 120).await;
    }
    let later = app.working_doctor().await;
    works(&later, "17:00", "17:30", 30, 120).await;
    let (first, second) = (app.patient().await, app.patient().await);
    let any = json!({"specialty": "cardiology", "reason": "Pain", "latest": DAY});
    wishes(&first, any).await;
    let evening = json!({
        "specialty": "cardiology", "reason": "Pain", "latest": DAY, "times": ["evening"],
    });
    wishes(&second, evening).await;
    // Ten minutes for an answer are too few for what is at eleven.
    assert_eq!(match_waiting(&app).await.unwrap(), did(1, 0, 0));
    assert_eq!(held(&first).await, Some(json!("17:00")));
    assert_eq!(held(&second).await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_short_times_the_first_that_can_be_held_is() {
    let app = at("08:45").await;
    let doctor = app.working_doctor().await;
    works(&doctor, "10:40", "12:00", 10, 120).await;
    let patient = app.patient().await;
    let wish = json!({"doctor_id": doctor.id, "reason": "Pain", "latest": DAY});
    wishes(&patient, wish).await;
    let free = doctor.slots(DAY.parse().unwrap(), 1).await;
    assert_eq!(free[0]["local"]["time"], "10:50");
    assert_eq!(match_waiting(&app).await.unwrap(), did(1, 0, 0));
    assert_eq!(held(&patient).await, Some(json!("11:20")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_under_way_costs_nobody_their_turn() {
    let app = at("08:00").await;
    let elsewhere = app.working_doctor().await;
    works(&elsewhere, "09:00", "11:00", 120, 0).await;
    let patient = app.patient().await;
    let visit = starts_at(&elsewhere.slots(DAY.parse().unwrap(), 1).await[0]);
    let visit = patient.asked(&elsewhere, &visit).await;
    elsewhere.accept(&visit).await.ok();
    set(&app, "09:35");
    let doctor = app.doctor_of("dermatology").await;
    let doctor = doctor.with_hours("Europe/Madrid").await;
    works(&doctor, "09:00", "12:00", 10, 0).await;
    let patient = patient.again(&app).await;
    let wish = json!({"doctor_id": doctor.id, "reason": "Pain", "latest": DAY});
    wishes(&patient, wish).await;
    assert_eq!(match_waiting(&app).await.unwrap(), did(1, 0, 0));
    assert_eq!(held(&patient).await, Some(json!("11:00")));
}

/// Asks for so many times of somebody who has plenty, late in the day: the requests.
async fn asks(patient: &Patient, doctor: &Doctor, world: &World, many: usize) -> Vec<String> {
    let free = doctor.slots(world.date, 1).await;
    let mut asked = Vec::new();
    for slot in free.iter().rev().take(many) {
        asked.push(patient.asked(doctor, &starts_at(slot)).await);
    }
    asked
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_as_many_requests_as_may_be_open_is_offered_nothing_until_one_is_answered() {
    let world = World::full().await;
    let elsewhere = world.app.working_doctor().await;
    let (first, _) = world.waits().await;
    let (second, _) = world.waits().await;
    let asked = asks(&first, &elsewhere, &world, 5).await;
    world.frees().await;
    assert_eq!(world.round().await, did(1, 0, 0));
    assert_eq!(offer(&first).await, None);
    let next = offered(&second).await;
    // Who was passed over keeps their place.
    elsewhere.decline(&asked[0]).await.ok();
    let (third, _) = world.waits().await;
    answer(&second, &next, "decline").await.ok();
    assert_eq!(world.round().await, did(1, 0, 0));
    assert_eq!(offer(&third).await, None);
    let held = offered(&first).await;
    answer(&first, &held, "accept").await.is(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_is_held_for_somebody_than_they_could_accept() {
    let world = World::full().await;
    let elsewhere = world.app.working_doctor().await;
    let (patient, _) = world.waits().await;
    let afternoon = json!({
        "doctor_id": elsewhere.id, "earliest": world.date, "latest": world.date, "reason": "Pain",
        "times": ["afternoon"],
    });
    wishes(&patient, afternoon).await;
    asks(&patient, &elsewhere, &world, 4).await;
    world.frees().await;
    assert_eq!(world.round().await, did(1, 0, 0));
    let held = offered(&patient).await;
    assert_eq!(world.round().await, did(0, 0, 0));
    answer(&patient, &held, "decline").await.ok();
    assert_eq!(world.round().await, did(1, 0, 0));
    let held = offered(&patient).await;
    answer(&patient, &held, "accept").await.is(201);
}
