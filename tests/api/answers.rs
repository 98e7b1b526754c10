//! A doctor answers, either side cancels, and the visit takes place.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::harness::{Reply, TestApp};

fn action(id: &str, verb: &str) -> String {
    format!("/api/appointments/{id}/{verb}")
}

/// The last step of a timeline.
fn last(seen: &Value) -> &Value {
    seen["timeline"].as_array().unwrap().last().unwrap()
}

fn kind(reply: &Reply) -> &str {
    reply.json["data"]["kind"].as_str().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_accepts_with_a_clinic_and_the_patient_knows_where_to_go() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let accepted = doctor.accept(&id).await.ok();
    let place = json!({
        "name": "Clínica Sol", "address": "Calle Mayor 1, Madrid", "latitude": 40.4168, "longitude": -3.7038,
    });
    assert_eq!(
        (&accepted["status"], &accepted["version"]),
        (&json!("accepted"), &json!(2))
    );
    assert_eq!(accepted["location"], place);
    assert_eq!(accepted["actions"], json!(["suggest", "cancel"]));

    let seen = patient.sees(&id).await;
    assert_eq!(
        (&seen["status"], &seen["location"], &seen["note"]),
        (&json!("accepted"), &place, &json!("Ring twice"))
    );
    assert_eq!(seen["actions"], json!(["move", "cancel"]));
    let step = last(&seen);
    assert_eq!(
        (&step["action"], &step["from"], &step["to"]),
        (&json!("accept"), &json!("pending"), &json!("accepted"))
    );
    assert_eq!(
        step["actor"],
        json!({"role": "doctor", "full_name": doctor.name})
    );

    let told = &patient.notifications().await[0];
    assert_eq!(
        (&told["kind"], &told["location"]),
        (&json!("accepted"), &place)
    );
    assert_eq!(told["link"], format!("/appointments/{id}"));
    assert!(told["title"].as_str().unwrap().contains(&doctor.name));
    // Later changes to the clinic do not move what was agreed.
    let moved =
        json!({"name": "Clínica Luna", "address": "Calle Menor 2", "time_zone": "Asia/Tokyo"});
    doctor
        .put(format!("/api/clinics/{}", doctor.clinic), moved)
        .await
        .ok();
    let seen = patient.sees(&id).await;
    assert_eq!(
        (&seen["location"], &seen["local"]["zone"]),
        (&place, &json!("Europe/Madrid"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_accepts_with_a_place_for_this_once() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let accept = action(&id, "accept");
    for (location, field) in [
        (json!({"name": "Casa Verde"}), "location.address"),
        (json!({"address": "Calle Verde 3"}), "location.name"),
        (
            json!({"name": "Casa Verde", "address": "Calle Verde 3", "latitude": 91, "longitude": 0}),
            "location.latitude",
        ),
        (
            json!({"name": "Casa Verde", "address": "Calle Verde 3", "latitude": 40.4}),
            "location.longitude",
        ),
        (
            json!({"name": "Casa Verde", "address": "Calle Verde 3", "longitude": "3"}),
            "location.latitude",
        ),
        (
            json!({"name": "Casa Verde", "address": "x".repeat(301)}),
            "location.address",
        ),
    ] {
        doctor
            .post(&accept, json!({"location": location}))
            .await
            .field(field);
    }
    assert_eq!(patient.sees(&id).await["version"], 1);
    // Numbers, and text as a form sends it with a decimal comma.
    let location = json!({"name": "Casa Verde", "address": "Calle Verde 3", "latitude": "40,4", "longitude": -3.7});
    let accepted = doctor
        .post(&accept, json!({"location": location}))
        .await
        .ok();
    let place = json!({"name": "Casa Verde", "address": "Calle Verde 3", "latitude": 40.4, "longitude": -3.7});
    assert_eq!(accepted["location"], place);
    assert_eq!(patient.notifications().await[0]["location"], place);
    assert_eq!(patient.sees(&id).await.get("note"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_accepts_at_none_but_their_own_clinics() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let colleague = app.working_doctor().await;
    let removed = json!({"name": "Old", "address": "Away", "time_zone": "UTC"});
    let removed = doctor.post("/api/clinics", removed).await.is(201).json["id"].clone();
    doctor
        .delete(format!("/api/clinics/{}", removed.as_str().unwrap()))
        .await
        .is(200);
    let accept = action(&id, "accept");
    for clinic in [
        json!(colleague.clinic),
        removed,
        json!(uuid::Uuid::now_v7()),
        json!("here"),
        json!(7),
        json!(""),
    ] {
        doctor
            .post(&accept, json!({"clinic_id": clinic}))
            .await
            .field("clinic_id");
    }
    doctor.post(&accept, json!({})).await.field("clinic_id");
    doctor
        .post(
            &accept,
            json!({"clinic_id": doctor.clinic, "note": "n".repeat(1001)}),
        )
        .await
        .field("note");
    let seen = patient.sees(&id).await;
    assert_eq!(
        (&seen["status"], &seen["version"]),
        (&json!("pending"), &json!(1))
    );
    assert!(patient.notifications().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_declines_with_a_reason_that_the_patient_reads() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let slot = patient.sees(&id).await["starts_at"]
        .as_str()
        .unwrap()
        .to_owned();
    let decline = action(&id, "decline");
    for reason in [
        json!(null),
        json!(" "),
        json!("r".repeat(1001)),
        json!("a\u{0}"),
    ] {
        doctor
            .post(&decline, json!({"reason": reason}))
            .await
            .field("reason");
    }
    assert_eq!(patient.sees(&id).await["status"], "pending");
    assert_eq!(doctor.decline(&id).await.ok()["status"], "declined");
    let seen = patient.sees(&id).await;
    assert_eq!(
        (&seen["status"], &seen["actions"]),
        (&json!("declined"), &json!([]))
    );
    assert_eq!(last(&seen)["reason"], "I am away that week");
    let told = &patient.notifications().await[0];
    assert_eq!(
        (&told["kind"], &told["body"]),
        (&json!("declined"), &json!("I am away that week"))
    );
    // The time is free again.
    app.patient().await.asked(&doctor, &slot).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_cancels_without_saying_why_and_the_doctor_is_told() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    doctor.accept(&id).await.is(200);
    assert_eq!(
        patient.post(action(&id, "cancel"), json!({})).await.ok()["status"],
        "cancelled"
    );
    assert_eq!(last(&doctor.sees(&id).await)["actor"]["role"], "patient");
    let told = doctor.notifications().await;
    assert_eq!((told.len(), &told[0]["kind"]), (2, &json!("cancelled")));
    assert!(told[0]["title"].as_str().unwrap().contains(&patient.name));
    // Whoever cancels knows it already.
    assert_eq!(patient.notifications().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_cancels_with_a_reason_and_the_patient_is_told() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    doctor
        .post(action(&id, "cancel"), json!({}))
        .await
        .field("reason");
    assert_eq!(patient.sees(&id).await["status"], "pending");
    assert_eq!(doctor.cancel(&id).await.ok()["status"], "cancelled");
    let told = &patient.notifications().await[0];
    assert_eq!(told["kind"], "cancelled");
    assert!(told["body"].as_str().unwrap().contains("Something came up"));
    assert_eq!(
        last(&patient.sees(&id).await)["reason"],
        "Something came up"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_is_closed_after_its_start_and_no_sooner() {
    for (verb, status) in [("complete", "completed"), ("no-show", "no_show")] {
        let app = TestApp::start().await;
        let (patient, doctor, id) = app.request().await;
        doctor.accept(&id).await.is(200);
        let begins: DateTime<Utc> = patient.sees(&id).await["starts_at"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        assert_eq!(
            kind(&doctor.post(action(&id, verb), json!({})).await.is(409)),
            "conflict"
        );

        app.set_clock(&(begins - TimeDelta::minutes(1)).to_rfc3339());
        let (patient, doctor) = (patient.again(&app).await, doctor.again(&app).await);
        doctor.post(action(&id, verb), json!({})).await.is(409);
        app.set_clock(&begins.to_rfc3339());
        // What has begun can't be called off any more.
        patient.cancel(&id).await.is(409);
        doctor.cancel(&id).await.is(409);
        assert_eq!(
            doctor.sees(&id).await["actions"],
            json!(["complete", "no_show"])
        );
        patient.post(action(&id, verb), json!({})).await.is(403);
        assert_eq!(
            doctor.post(action(&id, verb), json!({})).await.ok()["status"],
            status
        );
        doctor.post(action(&id, verb), json!({})).await.is(409);
        assert_eq!(patient.sees(&id).await["status"], status);
        assert_eq!(patient.notifications().await[0]["kind"], status);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_whose_time_has_come_can_only_be_declined() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    app.set_clock(patient.sees(&id).await["starts_at"].as_str().unwrap());
    let (patient, doctor) = (patient.again(&app).await, doctor.again(&app).await);
    doctor.accept(&id).await.is(409);
    patient.cancel(&id).await.is(409);
    assert_eq!(patient.sees(&id).await["status"], "pending");
    doctor.decline(&id).await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_sent_again_is_the_same_answer() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let yes = json!({"clinic_id": doctor.clinic, "idempotency_key": "yes"});
    let first = doctor.post(action(&id, "accept"), yes.clone()).await.ok();
    assert_eq!(doctor.post(action(&id, "accept"), yes).await.ok(), first);
    let other =
        json!({"clinic_id": doctor.clinic, "note": "Bring your papers", "idempotency_key": "yes"});
    doctor
        .post(action(&id, "accept"), other)
        .await
        .field("idempotency_key");
    // Without the key it is a second answer.
    doctor.accept(&id).await.is(409);
    let off = json!({"reason": "I am ill", "idempotency_key": "off"});
    let cancelled = doctor.post(action(&id, "cancel"), off.clone()).await.ok();
    assert_eq!(
        doctor.post(action(&id, "cancel"), off).await.ok(),
        cancelled
    );
    assert_eq!(patient.notifications().await.len(), 2);
    assert_eq!(
        patient.sees(&id).await["timeline"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_counts_what_waits_and_what_comes() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let desk = doctor.get("/api/dashboard").await.ok();
    assert_eq!(
        (&desk["pending"], &desk["patients"], &desk["zone"]),
        (&json!(1), &json!(1), &json!("Europe/Madrid"))
    );
    doctor.accept(&id).await.is(200);
    app.set_clock(
        &(patient.sees(&id).await["starts_at"]
            .as_str()
            .unwrap()
            .parse::<DateTime<Utc>>()
            .unwrap()
            - TimeDelta::minutes(5))
        .to_rfc3339(),
    );
    let doctor = doctor.again(&app).await;
    let desk = doctor.get("/api/dashboard").await.ok();
    assert_eq!(
        (&desk["pending"], &desk["today"], &desk["this_week"]),
        (&json!(0), &json!(1), &json!(1))
    );
    assert_eq!(desk["agenda"][0]["id"], id);
    patient.get("/api/dashboard").await.is(401);
    patient
        .again(&app)
        .await
        .get("/api/dashboard")
        .await
        .is(403);
    app.anonymous().get("/api/dashboard").await.is(401);
}
