//! What a doctor may know of a patient, and for how long.

use chrono::TimeDelta;
use serde_json::json;

use crate::harness::{Browser, Doctor, Patient, TestApp};

const LOOKS: &str = "select count(*) from audit_entries where action = 'look'";

fn record(patient: &Patient) -> String {
    format!("/api/patients/{}", patient.id)
}

async fn listed(doctor: &Doctor) -> usize {
    doctor.get("/api/patients").await.ok()["items"]
        .as_array()
        .unwrap()
        .len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_reads_the_record_of_a_patient_who_asks() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    patient
        .put(
            "/api/me",
            json!({"allergies": "Penicillin", "phone": "+34 600 123 456"}),
        )
        .await
        .ok();
    let seen = doctor.get(record(&patient)).await.ok();
    assert_eq!(
        (&seen["full_name"], &seen["allergies"]),
        (&json!(patient.name), &json!("Penicillin"))
    );
    assert_eq!(
        (&seen["date_of_birth"], &seen["email"]),
        (&json!("1984-03-09"), &json!(patient.email))
    );
    assert_eq!(
        (
            seen["appointments"].as_array().unwrap().len(),
            &seen["appointments"][0]["id"]
        ),
        (1, &json!(id))
    );
    assert_eq!(listed(&doctor).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_names_each_patient_once_page_by_page() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let patients = app.patients(3).await;
    for (n, patient) in patients.iter().enumerate() {
        for again in 0..2 {
            let slot = doctor.slot(2 * n + again).await;
            patient.asked(&doctor, &slot).await;
        }
    }
    // The newest account first.
    let expected: Vec<_> = patients.iter().rev().map(|one| json!(one.id)).collect();
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = doctor
            .get(format!("/api/patients?limit=2&cursor={cursor}"))
            .await
            .ok();
        let items = page["items"].as_array().unwrap();
        assert!(items.len() <= 2);
        seen.extend(items.iter().map(|item| item["id"].clone()));
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(seen, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_reads_it() {
    let app = TestApp::start().await;
    let (patient, doctor, _) = app.request().await;
    let (other, colleague) = (app.patient().await, app.working_doctor().await);
    colleague.get(record(&patient)).await.is(404);
    doctor.get(record(&other)).await.is(404);
    doctor
        .get(format!("/api/patients/{}", colleague.id))
        .await
        .is(404);
    doctor
        .get(format!("/api/patients/{}", uuid::Uuid::now_v7()))
        .await
        .is(404);
    patient.get(record(&patient)).await.is(403);
    other.get(record(&patient)).await.is(403);
    app.administrator()
        .await
        .get(record(&patient))
        .await
        .is(403);
    app.anonymous().get(record(&patient)).await.is(401);
    patient.get("/api/patients").await.is(403);
    app.anonymous().get("/api/patients").await.is(401);
    assert_eq!(
        (listed(&colleague).await, app.count(LOOKS, vec![]).await),
        (0, 0)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_came_to_nothing_closes_the_record() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let colleague = app.working_doctor().await;
    for ending in ["decline", "cancel", "refer"] {
        let patient = app.patient().await;
        let id = patient.asked(&doctor, &doctor.slot(0).await).await;
        doctor.get(record(&patient)).await.is(200);
        match ending {
            "decline" => doctor.decline(&id).await.is(200),
            "cancel" => patient.cancel(&id).await.is(200),
            _ => doctor.refer(&id, &colleague).await.is(200),
        };
        doctor.get(record(&patient)).await.is(404);
        if ending == "refer" {
            colleague.get(record(&patient)).await.is(200);
        }
    }
    assert_eq!(listed(&doctor).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_appointment_opens_the_record_for_a_year() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let doctor_now = async || doctor.again(&app).await;
    doctor.accept(&id).await.is(200);
    app.set_clock(patient.sees(&id).await["starts_at"].as_str().unwrap());
    doctor_now()
        .await
        .post(format!("/api/appointments/{id}/complete"), json!({}))
        .await
        .is(200);
    app.clock.advance(TimeDelta::days(364));
    let doctor_then = doctor_now().await;
    doctor_then.get(record(&patient)).await.is(200);
    assert_eq!(listed(&doctor_then).await, 1);
    app.clock
        .advance(TimeDelta::days(1) + TimeDelta::minutes(1));
    let doctor_then = doctor_now().await;
    doctor_then.get(record(&patient)).await.is(404);
    assert_eq!(listed(&doctor_then).await, 0);
    // The appointment itself stays the doctor's own.
    doctor_then
        .get(format!("/api/appointments/{id}"))
        .await
        .is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_look_and_each_step_is_written_down() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    doctor.get(record(&patient)).await.is(200);
    doctor.get(record(&patient)).await.is(200);
    let looks = "select count(*) from audit_entries where action = 'look' and actor_id = $1 and patient_id = $2 and actor_role = 'doctor'";
    assert_eq!(
        app.count(looks, vec![doctor.id.into(), patient.id.into()])
            .await,
        2
    );
    doctor.accept(&id).await.is(200);
    patient.cancel(&id).await.is(200);
    let steps = "select count(*) from audit_entries where action in ('request', 'accept', 'cancel') and patient_id = $1 and object_id = $2";
    let id: uuid::Uuid = id.parse().unwrap();
    assert_eq!(
        app.count(steps, vec![patient.id.into(), id.into()]).await,
        3
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_a_page_is_one_look_and_what_it_reads_again_is_none() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let looks = async || app.count(LOOKS, vec![]).await;
    let page = format!("/api/appointments/{id}/page");
    let again = format!("{page}?again=yes");
    // Only what belongs to a look is none: nobody reads without one by saying so.
    doctor.get(&again).await.is(200);
    assert_eq!(looks().await, 1);
    doctor.get(&page).await.is(200);
    assert_eq!(looks().await, 2);
    for _ in 0..3 {
        doctor.get(&again).await.is(200);
    }
    assert_eq!(looks().await, 2);
    doctor.get(format!("{page}?again=")).await.is(200);
    assert_eq!(looks().await, 3);
    let browser = Browser::of(&app, &doctor.email).await;
    browser.open(&format!("/appointments/{id}")).await.is(200);
    assert_eq!(looks().await, 4);
    browser
        .open(&format!("/patients/{}", patient.id))
        .await
        .is(200);
    assert_eq!(looks().await, 5);
    // A patient's own page is no look.
    patient.get(&page).await.is(200);
    assert_eq!(looks().await, 5);

    // Whoever has not looked at this patient, or not for long, begins anew.
    let colleague = app.working_doctor().await;
    doctor.refer(&id, &colleague).await.is(200);
    let theirs = colleague.get("/api/appointments").await.ok();
    let theirs = theirs["items"][0]["id"].as_str().unwrap();
    let theirs = format!("/api/appointments/{theirs}/page?again=yes");
    colleague.get(&theirs).await.is(200);
    colleague.get(&theirs).await.is(200);
    assert_eq!(looks().await, 6);
    app.clock.advance(TimeDelta::hours(12));
    let colleague = colleague.again(&app).await;
    colleague.get(&theirs).await.is(200);
    colleague.get(&theirs).await.is(200);
    assert_eq!(looks().await, 7);
}
