//! Many at the same moment: the database lets one through.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::harness::{Reply, TestApp, at_once};

/// How many of these answers have this status.
fn counted(answers: &[Reply], status: u16) -> usize {
    answers
        .iter()
        .filter(|reply| reply.status == status)
        .count()
}

fn steps(seen: &Value, action: &str) -> usize {
    seen["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|step| step["action"] == action)
        .count()
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_patients_want_one_time_and_one_gets_it() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let patients = app.patients(50).await;
    let slot = doctor.slot(7).await;
    let calls = patients.into_iter().map(|patient| {
        let (doctor, slot) = (doctor.clone(), slot.clone());
        async move { patient.request(&doctor, &slot).await }
    });
    let answers = at_once(calls).await;
    assert_eq!((counted(&answers, 201), counted(&answers, 409)), (1, 49));
    for refused in answers.into_iter().filter(|reply| reply.status == 409) {
        let refused = refused.is(409).json;
        assert_eq!(refused["data"]["kind"], "slot_taken");
        assert_eq!(refused["data"]["nearest"].as_array().unwrap().len(), 6);
    }
    assert_eq!(
        app.count("select count(*) from appointments", vec![]).await,
        1
    );
    assert_eq!(
        app.count("select count(*) from timeline_events", vec![])
            .await,
        1
    );
    assert_eq!(doctor.notifications().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_patient_who_asks_ten_times_at_once_has_five_open_requests() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let mut calls = Vec::new();
    for n in 0..10 {
        let (patient, doctor, slot) = (patient.clone(), doctor.clone(), doctor.slot(n).await);
        calls.push(async move { patient.request(&doctor, &slot).await });
    }
    let answers = at_once(calls).await;
    assert_eq!((counted(&answers, 201), counted(&answers, 409)), (5, 5));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_patient_who_asks_several_doctors_for_the_same_time_gets_one() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let mut doctors = Vec::new();
    for _ in 0..4 {
        doctors.push(app.working_doctor().await);
    }
    let slot = doctors[0].slot(3).await;
    let calls = doctors.into_iter().map(|doctor| {
        let (patient, slot) = (patient.clone(), slot.clone());
        async move { patient.request(&doctor, &slot).await }
    });
    let answers = at_once(calls).await;
    assert_eq!((counted(&answers, 201), counted(&answers, 409)), (1, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn accepting_ten_times_at_once_is_one_step() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let answers = at_once((0..10).map(|_| {
        let (doctor, id) = (doctor.clone(), id.clone());
        async move { doctor.accept(&id).await }
    }))
    .await;
    assert_eq!((counted(&answers, 200), counted(&answers, 409)), (1, 9));
    let seen = patient.sees(&id).await;
    assert_eq!((steps(&seen, "accept"), &seen["version"]), (1, &json!(2)));
    assert_eq!(patient.notifications().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn accepting_ten_times_under_one_key_is_one_answer() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let answers = at_once((0..10).map(|_| {
        let (doctor, id) = (doctor.clone(), id.clone());
        let typed = json!({"clinic_id": doctor.clinic, "idempotency_key": "accept"});
        async move {
            doctor
                .post(format!("/api/appointments/{id}/accept"), typed)
                .await
                .ok()
        }
    }))
    .await;
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    assert_eq!(steps(&patient.sees(&id).await, "accept"), 1);
    assert_eq!(patient.notifications().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_an_acceptance_and_a_refusal_at_once_one_wins() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    for _ in 0..5 {
        let id = patient.asked(&doctor, &doctor.slot(0).await).await;
        let (yes, no) = tokio::join!(doctor.accept(&id), doctor.decline(&id));
        let mut statuses = [yes.status, no.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        let seen = patient.sees(&id).await;
        assert_eq!(
            seen["status"],
            if yes.status == 200 {
                "accepted"
            } else {
                "declined"
            }
        );
        assert_eq!(seen["timeline"].as_array().unwrap().len(), 2);
        let told = &patient.notifications().await[0];
        assert_eq!(told["kind"], seen["status"]);
    }
}

/// Cancelling what was just accepted is allowed, so that the cancellation always succeeds; the
/// acceptance does where it came first.
#[tokio::test(flavor = "multi_thread")]
async fn an_acceptance_and_a_cancellation_at_once_happen_one_after_the_other() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    for _ in 0..5 {
        let id = patient.asked(&doctor, &doctor.slot(0).await).await;
        let (accepted, cancelled) = tokio::join!(doctor.accept(&id), patient.cancel(&id));
        cancelled.is(200);
        let seen = patient.sees(&id).await;
        let actions: Vec<&str> = seen["timeline"]
            .as_array()
            .unwrap()
            .iter()
            .map(|step| step["action"].as_str().unwrap())
            .collect();
        match accepted.status {
            200 => assert_eq!(actions, ["request", "accept", "cancel"]),
            409 => assert_eq!(actions, ["request", "cancel"]),
            other => panic!("accepting answered {other}: {}", accepted.text),
        }
        assert_eq!(seen["status"], "cancelled");
        assert_eq!(doctor.sees(&id).await["status"], "cancelled");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_cancellations_at_once_one_wins() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let (one, other) = tokio::join!(patient.cancel(&id), doctor.cancel(&id));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(steps(&patient.sees(&id).await, "cancel"), 1);
}

/// Each locks both of the others' rows; taken in the order of their ids, nobody waits in a circle.
#[tokio::test(flavor = "multi_thread")]
async fn doctors_who_refer_to_each_other_at_once_do_not_block_each_other() {
    let app = TestApp::start().await;
    let (ana, ben) = (app.working_doctor().await, app.working_doctor().await);
    let (first, second) = (app.patient().await, app.patient().await);
    let slot = ana.slot(2).await;
    let (one, two) = (
        first.asked(&ana, &slot).await,
        second.asked(&ben, &slot).await,
    );
    let (from_ana, from_ben) = tokio::join!(ana.refer(&one, &ben), ben.refer(&two, &ana));
    // Whoever comes first finds the other's time still taken.
    assert_eq!(from_ana.is(409).json["data"]["kind"], "slot_taken");
    assert_eq!(from_ben.is(409).json["data"]["kind"], "slot_taken");
    let (one, two) = tokio::join!(ana.accept(&one), ben.accept(&two));
    assert_eq!((one.status, two.status), (200, 200));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_had_to_wait_is_of_the_time_when_its_turn_came() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    // As somebody does who acts on the same people.
    let before = app.db.begin().await.unwrap();
    let everybody = "update users set full_name = full_name";
    before.execute_unprepared(everybody).await.unwrap();
    let accepting = tokio::spawn({
        let (doctor, id) = (doctor.clone(), id.clone());
        async move { doctor.accept(&id).await }
    });
    sleep(Duration::from_millis(300)).await;
    assert!(!accepting.is_finished());
    app.clock.advance(TimeDelta::minutes(1));
    let turn = app.now();
    before.commit().await.unwrap();
    accepting.await.unwrap().is(200);
    let seen = patient.sees(&id).await;
    let at = seen["timeline"][1]["at"].as_str().unwrap();
    assert!(at.parse::<DateTime<Utc>>().unwrap() >= turn, "{at}");
}
