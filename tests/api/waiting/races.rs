//! Many at the same moment, and several instances.

use medappoint::waiting::service::match_waiting;
use serde_json::json;

use super::{World, another, answer, offer, offered, text, wishes};
use crate::harness::{TestApp, at_once};

#[tokio::test(flavor = "multi_thread")]
async fn twenty_want_a_time_that_is_held_and_one_gets_it() {
    let world = World::full().await;
    let (patient, _) = world.waits().await;
    world.frees().await;
    world.round().await;
    let id = offered(&patient).await;
    let others = world.app.patients(10).await;
    let accepting = (0..10).map(|_| {
        let (patient, id) = (patient.clone(), id.clone());
        tokio::spawn(async move { answer(&patient, &id, "accept").await })
    });
    let accepting: Vec<_> = accepting.collect();
    let asking = others.into_iter().map(|other| {
        let (doctor, slot) = (world.doctor.clone(), world.slot.clone());
        async move { other.request(&doctor, &slot).await }
    });
    let asked = at_once(asking).await;
    let mut accepted = Vec::new();
    for call in accepting {
        accepted.push(call.await.unwrap().status);
    }
    assert!(asked.iter().all(|reply| reply.status == 409));
    assert_eq!(accepted.iter().filter(|status| **status == 201).count(), 1);
    assert_eq!(accepted.iter().filter(|status| **status == 409).count(), 9);
    let live = "select count(*) from appointments where status = 'pending'";
    assert_eq!(world.app.count(live, vec![]).await, 1);
    assert_eq!(
        world
            .doctor
            .notifications()
            .await
            .iter()
            .filter(|told| told["kind"] == "requested")
            .count(),
        2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_ask_while_a_time_is_being_offered_and_one_gets_it() {
    let world = World::full().await;
    let (patient, _) = world.waits().await;
    world.frees().await;
    let others = world.app.patients(20).await;
    let app = world.app.clone();
    let round = tokio::spawn(async move { match_waiting(&app).await.unwrap().offered });
    let asking = others.into_iter().map(|other| {
        let (doctor, slot) = (world.doctor.clone(), world.slot.clone());
        async move { u64::from(other.request(&doctor, &slot).await.status == 201) }
    });
    let asked: u64 = at_once(asking).await.into_iter().sum();
    assert_eq!(asked + round.await.unwrap(), 1);
    assert_eq!(u64::from(offer(&patient).await.is_none()), asked);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_is_accepted_or_declined_or_runs_out() {
    let world = World::full().await;
    let (patient, _) = world.waits().await;
    world.frees().await;
    world.round().await;
    let id = offered(&patient).await;
    let calls = (0..12).map(|n| {
        let (patient, id) = (patient.clone(), id.clone());
        let how = if n % 2 == 0 { "accept" } else { "decline" };
        async move { answer(&patient, &id, how).await.status }
    });
    let statuses = at_once(calls).await;
    let good = statuses.iter().filter(|status| **status < 300).count();
    assert_eq!(good, 1, "{statuses:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn however_many_instances_there_are_each_time_is_offered_once() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    doctor.works("08:00", "09:30").await;
    let date = app.now().date_naive() + chrono::Days::new(4);
    let patients = app.patients(8).await;
    for patient in &patients {
        wishes(
            patient,
            json!({
                "doctor_id": doctor.id, "earliest": date, "latest": date, "reason": "Pain",
            }),
        )
        .await;
    }
    let others = [another(&app).await, another(&app).await];
    let (one, two, three) = tokio::join!(
        match_waiting(&app),
        match_waiting(&others[0]),
        match_waiting(&others[1])
    );
    assert_eq!(
        one.unwrap().offered + two.unwrap().offered + three.unwrap().offered,
        3
    );
    let count = |text: &'static str| app.count(text, vec![]);
    assert_eq!(count("select count(*) from waiting_offers").await, 3);
    assert_eq!(
        count("select count(distinct starts_at) from waiting_offers").await,
        3
    );
    assert_eq!(
        count("select count(*) from notifications where kind = 'offer'").await,
        3
    );
    // To those who came first.
    let mut held = Vec::new();
    for patient in &patients {
        held.push(offer(patient).await);
    }
    assert!(held[..3].iter().all(Option::is_some) && held[3..].iter().all(Option::is_none));
    // They run out once.
    app.clock.advance(chrono::TimeDelta::hours(5));
    for other in &others {
        other.clock.advance(chrono::TimeDelta::hours(5));
    }
    let (one, two) = tokio::join!(match_waiting(&app), match_waiting(&others[0]));
    let (one, two) = (one.unwrap(), two.unwrap());
    assert_eq!((one.lapsed + two.lapsed, one.offered + two.offered), (3, 3));
    assert_eq!(
        count("select count(*) from notifications where kind = 'offer_expired'").await,
        3
    );
    let patient = patients[3].again(&app).await;
    assert_eq!(text(&offer(&patient).await.unwrap()["status"]), "open");
}
