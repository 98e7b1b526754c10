//! A doctor suggests another time, and the patient agrees or not.

use serde_json::{Value, json};

use crate::harness::{Doctor, Patient, TestApp};

fn action(id: &str, verb: &str) -> String {
    format!("/api/appointments/{id}/{verb}")
}

fn last(seen: &Value) -> &Value {
    seen["timeline"].as_array().unwrap().last().unwrap()
}

/// A request, and another time that is free.
async fn scene(app: &TestApp) -> (Patient, Doctor, String, String) {
    let (patient, doctor, id) = app.request().await;
    let slot = doctor.slot(9).await;
    (patient, doctor, id, slot)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suggested_time_is_taken_at_once_and_waits_for_the_patient() {
    let app = TestApp::start().await;
    let (patient, doctor, id, slot) = scene(&app).await;
    let before = patient.sees(&id).await;
    let suggested = doctor.suggest(&id, &slot).await.ok();
    assert_eq!(
        (
            &suggested["status"],
            &suggested["version"],
            &suggested["id"]
        ),
        (&json!("proposed"), &json!(2), &json!(id))
    );
    assert_eq!(suggested["actions"], json!(["cancel"]));
    let seen = patient.sees(&id).await;
    assert_eq!(
        (&seen["starts_at"], &seen["case_id"]),
        (&json!(slot), &before["case_id"])
    );
    assert_eq!(seen["location"]["name"], "Clínica Sol");
    assert_eq!(seen["actions"], json!(["agree", "cancel"]));
    let step = last(&seen);
    assert_eq!(
        (&step["action"], &step["from"], &step["to"], &step["reason"]),
        (
            &json!("suggest"),
            &json!("pending"),
            &json!("proposed"),
            &json!("I operate then")
        )
    );
    // From which time to which.
    assert_eq!(
        (&step["was"], &step["becomes"]),
        (&before["local"], &seen["local"])
    );
    let told = &patient.notifications().await[0];
    assert_eq!(
        (&told["kind"], &told["location"]["name"], &told["link"]),
        (
            &json!("proposed"),
            &json!("Clínica Sol"),
            &json!(format!("/appointments/{id}"))
        )
    );
    for time in [&before["local"]["time"], &seen["local"]["time"]] {
        let body = told["body"].as_str().unwrap();
        assert!(body.contains(time.as_str().unwrap()), "{body}");
    }
    // The time before is free for others, the new one is not.
    let other = app.patient().await;
    other
        .asked(&doctor, before["starts_at"].as_str().unwrap())
        .await;
    other.request(&doctor, &slot).await.is(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_agrees_and_the_doctor_is_told() {
    let app = TestApp::start().await;
    let (patient, doctor, id, slot) = scene(&app).await;
    patient.agree(&id).await.is(409);
    doctor.suggest(&id, &slot).await.is(200);
    let agreed = patient.agree(&id).await.ok();
    assert_eq!(
        (&agreed["status"], &agreed["version"], &agreed["starts_at"]),
        (&json!("accepted"), &json!(3), &json!(slot))
    );
    assert_eq!(agreed["actions"], json!(["move", "cancel"]));
    let told = doctor.notifications().await;
    assert_eq!((told.len(), &told[0]["kind"]), (2, &json!("agreed")));
    assert!(told[0]["title"].as_str().unwrap().contains(&patient.name));
    // Whoever agrees knows it.
    assert_eq!(patient.notifications().await.len(), 1);
    let step = last(&doctor.sees(&id).await).clone();
    assert_eq!(
        (&step["action"], &step["actor"]["role"], &step["to"]),
        (&json!("agree"), &json!("patient"), &json!("accepted"))
    );
    patient.agree(&id).await.is(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_who_does_not_want_it_cancels() {
    let app = TestApp::start().await;
    let (patient, doctor, id, slot) = scene(&app).await;
    doctor.suggest(&id, &slot).await.is(200);
    patient.cancel(&id).await.is(200);
    patient.agree(&id).await.is(409);
    assert_eq!(doctor.notifications().await[0]["kind"], "cancelled");
    app.patient().await.asked(&doctor, &slot).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_accepted_can_be_suggested_for_another_time() {
    let app = TestApp::start().await;
    let (patient, doctor, id, slot) = scene(&app).await;
    doctor.accept(&id).await.is(200);
    let before = patient.sees(&id).await["answer_by"].clone();
    doctor.suggest(&id, &slot).await.is(200);
    let seen = patient.sees(&id).await;
    assert_eq!(
        (&seen["status"], &last(&seen)["from"]),
        (&json!("proposed"), &json!("accepted"))
    );
    // The patient has a time for the answer of their own.
    assert_ne!(seen["answer_by"], before);
    // One suggestion at a time.
    doctor.suggest(&id, &doctor.slot(11).await).await.is(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_for_this_once_or_that_of_the_time_itself() {
    let app = TestApp::start().await;
    let (patient, doctor, id, slot) = scene(&app).await;
    let suggest = action(&id, "suggest");
    for (body, field) in [
        (json!({}), "starts_at"),
        (json!({"starts_at": "soon"}), "starts_at"),
        (
            json!({"starts_at": slot, "clinic_id": app.working_doctor().await.clinic}),
            "clinic_id",
        ),
        (
            json!({"starts_at": slot, "clinic_id": "elsewhere"}),
            "clinic_id",
        ),
        (
            json!({"starts_at": slot, "location": {"name": "Casa Verde"}}),
            "location.address",
        ),
        (json!({"starts_at": slot, "note": "n".repeat(1001)}), "note"),
        (
            json!({"starts_at": patient.sees(&id).await["starts_at"]}),
            "starts_at",
        ),
    ] {
        doctor.post(&suggest, body).await.field(field);
    }
    assert_eq!(patient.sees(&id).await["version"], 1);
    let place = json!({"name": "Casa Verde", "address": "Calle Verde 3"});
    doctor
        .post(&suggest, json!({"starts_at": slot, "location": place}))
        .await
        .ok();
    assert_eq!(patient.sees(&id).await["location"], place);

    let (patient, doctor, id, slot) = scene(&app).await;
    doctor
        .post(action(&id, "suggest"), json!({"starts_at": slot}))
        .await
        .ok();
    assert_eq!(patient.sees(&id).await["location"]["name"], "Clínica Sol");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_is_not_free_is_refused_with_the_nearest() {
    let app = TestApp::start().await;
    let (patient, doctor, id, slot) = scene(&app).await;
    app.patient().await.asked(&doctor, &slot).await;
    let refused = doctor.suggest(&id, &slot).await.is(409).json;
    assert_eq!(refused["data"]["kind"], "slot_taken");
    assert_eq!(refused["data"]["nearest"].as_array().unwrap().len(), 6);
    // Outside the doctor's hours.
    doctor.suggest(&id, "2030-12-24T03:17:00Z").await.is(409);
    // The patient is elsewhere then.
    let (elsewhere, other) = (doctor.slot(12).await, app.working_doctor().await);
    patient.asked(&other, &elsewhere).await;
    let refused = doctor.suggest(&id, &elsewhere).await.is(409).json;
    assert!(
        refused["message"]
            .as_str()
            .unwrap()
            .starts_with("The patient has another appointment")
    );
    let seen = patient.sees(&id).await;
    assert_eq!(
        (&seen["status"], &seen["version"]),
        (&json!("pending"), &json!(1))
    );
    assert!(patient.notifications().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn sent_again_it_is_the_same_answer() {
    let app = TestApp::start().await;
    let (patient, doctor, id, slot) = scene(&app).await;
    let typed = json!({"starts_at": slot, "idempotency_key": "other"});
    let first = doctor
        .post(action(&id, "suggest"), typed.clone())
        .await
        .ok();
    assert_eq!(doctor.post(action(&id, "suggest"), typed).await.ok(), first);
    let typed = json!({"starts_at": slot, "note": "x", "idempotency_key": "other"});
    doctor
        .post(action(&id, "suggest"), typed)
        .await
        .field("idempotency_key");
    let yes = json!({"idempotency_key": "yes"});
    let first = patient.post(action(&id, "agree"), yes.clone()).await.ok();
    assert_eq!(patient.post(action(&id, "agree"), yes).await.ok(), first);
    assert_eq!(
        patient.sees(&id).await["timeline"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
    assert_eq!(doctor.notifications().await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_colleague_who_referred_learns_that_it_was_suggested_and_not_for_when() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let colleague = app.working_doctor().await;
    doctor.refer(&id, &colleague).await.is(200);
    let next = patient.sees(&id).await["continued_as"]
        .as_str()
        .unwrap()
        .to_owned();
    colleague
        .suggest(&next, &colleague.slot(9).await)
        .await
        .is(200);
    let seen = doctor.sees(&id).await;
    let step = last(&seen);
    assert_eq!(step["action"], "suggest");
    for private in ["was", "becomes", "reason"] {
        assert_eq!(step.get(private), None, "{private}");
    }
    assert!(last(&patient.sees(&next).await)["becomes"].is_object());
}
