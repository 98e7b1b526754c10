//! What is held for one is taken for everybody else.

use chrono::Days;
use serde_json::json;

use super::{World, answer, offered};
use crate::harness::{Reply, starts_at};

#[track_caller]
fn is_taken(reply: Reply) {
    let refused = reply.is(409).json;
    assert_eq!(refused["data"]["kind"], "slot_taken", "{refused}");
    let nearest = refused["data"]["nearest"].as_array().unwrap();
    // Without the present time, where there is one.
    assert!(nearest.len() >= 5, "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_is_shown_or_given_a_time_that_is_held() {
    let world = World::full().await;
    let (patient, _) = world.waits().await;
    world.frees().await;
    assert_eq!(world.doctor.slots(world.date, 1).await.len(), 1);
    world.round().await;
    assert!(world.doctor.slots(world.date, 1).await.is_empty());

    let other = world.app.patient().await;
    is_taken(other.request(&world.doctor, &world.slot).await);
    // Suggested, or moved to.
    let later = starts_at(&world.doctor.slots(world.date + Days::new(1), 1).await[0]);
    let id = other.asked(&world.doctor, &later).await;
    is_taken(world.doctor.suggest(&id, &world.slot).await);
    is_taken(other.move_to(&id, &world.slot).await);
    // Referred to.
    let colleague = world.app.working_doctor().await;
    let third = world.app.patient().await;
    let id = third.asked(&colleague, &world.slot).await;
    is_taken(colleague.refer(&id, &world.doctor).await);

    // The patient is told where to take it.
    let own = patient
        .request(&world.doctor, &world.slot)
        .await
        .is(409)
        .json;
    let said = own["message"].as_str().unwrap();
    assert!(said.contains("held for you"), "{said}");
    let offer = offered(&patient).await;
    answer(&patient, &offer, "accept").await.is(201);
    is_taken(other.request(&world.doctor, &world.slot).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_held_counts_for_the_buffers_and_the_cap_of_a_day() {
    let world = World::full().await;
    let (patient, _) = world.waits().await;
    world.frees().await;
    world.round().await;
    let mut hours = world.doctor.get("/api/availability").await.ok();
    hours["weekly"] = (1..=7)
        .map(|day| json!({"clinic_id": world.doctor.clinic, "weekday": day, "from": "08:00", "to": "10:00", "slot_minutes": 30}))
        .collect();
    let saved = world
        .doctor
        .put("/api/availability", hours.clone())
        .await
        .ok();
    hours["version"] = saved["version"].clone();
    let times = |free: Vec<serde_json::Value>| -> Vec<String> {
        let time = |slot: &serde_json::Value| slot["local"]["time"].as_str().unwrap().to_owned();
        free.iter().map(time).collect()
    };
    let free = times(world.doctor.slots(world.date, 1).await);
    assert_eq!(free, ["08:30", "09:00", "09:30"]);
    hours["daily_cap"] = json!(1);
    world.doctor.put("/api/availability", hours).await.ok();
    assert!(world.doctor.slots(world.date, 1).await.is_empty());
    let other = world.app.patient().await;
    let at = world.slot.replace(":00:00Z", ":30:00Z");
    other.request(&world.doctor, &at).await.is(409);
    // Its own time is not in the way of the offer.
    let offer = offered(&patient).await;
    answer(&patient, &offer, "accept").await.is(201);
}
