//! A doctor passes a request on to a colleague.

use serde_json::{Value, json};

use crate::harness::{Doctor, Patient, TestApp};

/// A request that waits for a doctor, and a colleague who works the same hours.
async fn scene(app: &TestApp) -> (Patient, Doctor, Doctor, String) {
    let (patient, doctor, id) = app.request().await;
    (patient, doctor, app.working_doctor().await, id)
}

/// The one appointment that waits for a doctor.
async fn waiting(doctor: &Doctor) -> Value {
    let page = doctor.get("/api/appointments?status=pending").await.ok();
    let items = page["items"].as_array().unwrap();
    assert_eq!(items.len(), 1);
    items[0].clone()
}

fn id_of(item: &Value) -> String {
    item["id"].as_str().unwrap().to_owned()
}

fn refer(id: &str) -> String {
    format!("/api/appointments/{id}/refer")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_keeps_time_and_case_and_everybody_is_told() {
    let app = TestApp::start().await;
    let (patient, doctor, colleague, id) = scene(&app).await;
    let before = patient.sees(&id).await;
    let referred = doctor.refer(&id, &colleague).await.ok();
    assert_eq!(
        (&referred["status"], &referred["id"]),
        (&json!("referred"), &json!(id))
    );

    let next = waiting(&colleague).await;
    for same in ["case_id", "starts_at", "ends_at", "reason", "symptoms"] {
        assert_eq!(next[same], before[same], "{same}");
    }
    assert_eq!(
        (&next["referred"], &next["doctor"]["id"]),
        (&json!(true), &json!(colleague.id))
    );
    let told = &colleague.notifications().await[0];
    assert_eq!(told["kind"], "requested");
    assert!(told["title"].as_str().unwrap().contains(&doctor.name));
    let told = &patient.notifications().await[0];
    assert_eq!(
        (&told["kind"], &told["link"]),
        (
            &json!("referred"),
            &json!(format!("/appointments/{}", id_of(&next)))
        )
    );
    assert!(told["title"].as_str().unwrap().contains(&colleague.name));

    // One case, one place in the list, one timeline.
    let list = patient.get("/api/appointments").await.ok();
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    assert_eq!(list["items"][0]["id"], next["id"]);
    let old = patient.sees(&id).await;
    assert_eq!(old["continued_as"], next["id"]);
    let seen = patient.sees(&id_of(&next)).await;
    assert_eq!(seen["timeline"], old["timeline"]);
    let steps: Vec<_> = seen["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| (&step["action"], &step["doctor"]))
        .collect();
    assert_eq!(
        steps,
        [
            (&json!("request"), &json!(doctor.name)),
            (&json!("refer"), &json!(doctor.name))
        ]
    );
    // The doctor's time is free again; the colleague's is not.
    app.patient()
        .await
        .asked(&doctor, before["starts_at"].as_str().unwrap())
        .await;
    app.patient()
        .await
        .request(&colleague, before["starts_at"].as_str().unwrap())
        .await
        .is(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_referrer_sees_the_outcome_but_not_the_notes() {
    let app = TestApp::start().await;
    let (patient, doctor, colleague, id) = scene(&app).await;
    doctor.refer(&id, &colleague).await.is(200);
    let next = id_of(&waiting(&colleague).await);
    colleague.accept(&next).await.is(200);
    patient
        .post(
            format!("/api/appointments/{next}/cancel"),
            json!({"reason": "I moved to Lugo"}),
        )
        .await
        .is(200);

    let seen = doctor.sees(&id).await;
    let steps = seen["timeline"].as_array().unwrap();
    let actions: Vec<_> = steps
        .iter()
        .map(|step| step["action"].as_str().unwrap())
        .collect();
    assert_eq!(actions, ["request", "refer", "accept", "cancel"]);
    assert_eq!(steps[1]["reason"], "My colleague knows more of this");
    for step in &steps[2..] {
        assert_eq!(step.get("reason"), None, "{step}");
    }
    assert_eq!(
        (&seen["status"], seen.get("location"), seen.get("note")),
        (&json!("referred"), None, None)
    );
    assert_eq!(
        (seen.get("continued_as"), &seen["actions"]),
        (None, &json!([]))
    );
    let text = seen.to_string();
    for private in ["Ring twice", "I moved to Lugo", "Calle Mayor"] {
        assert!(!text.contains(private), "{private}");
    }
    // Nor may they look at the colleague's, or act on it.
    doctor
        .get(format!("/api/appointments/{next}"))
        .await
        .is(404);
    doctor.decline(&next).await.is(404);
    // The colleague reads why it came, the patient reads it all.
    assert_eq!(
        colleague.sees(&next).await["timeline"][1]["reason"],
        "My colleague knows more of this"
    );
    let whole = patient.sees(&next).await;
    assert_eq!(whole["timeline"][2]["reason"], "Ring twice");
    assert_eq!(whole["timeline"][3]["reason"], "I moved to Lugo");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_goes_to_colleagues_of_the_same_specialty_alone() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let neurologist = app
        .doctor_of("neurology")
        .await
        .with_hours("Europe/Madrid")
        .await;
    let hidden = app.working_doctor().await;
    app.sql(
        "update doctors set verified_at = null where user_id = $1",
        vec![hidden.id.into()],
    )
    .await
    .unwrap();
    let body = |colleague: &str| json!({"doctor_id": colleague, "reason": "Knows more"});
    let nobody = uuid::Uuid::now_v7();
    for wrong in [neurologist.id, hidden.id, doctor.id, patient.id, nobody] {
        doctor
            .post(refer(&id), body(&wrong.to_string()))
            .await
            .field("doctor_id");
    }
    doctor
        .post(refer(&id), body("somebody"))
        .await
        .field("doctor_id");
    assert_eq!(
        doctor.post(refer(&id), json!({})).await.fields(),
        ["doctor_id", "reason"]
    );
    let colleague = app.working_doctor().await;
    doctor
        .post(refer(&id), json!({"doctor_id": colleague.id}))
        .await
        .field("reason");
    let soon = json!({"doctor_id": colleague.id, "reason": "Knows more", "starts_at": "soon"});
    doctor.post(refer(&id), soon).await.field("starts_at");
    colleague
        .put("/api/me", json!({"accepting": "no"}))
        .await
        .ok();
    doctor.refer(&id, &colleague).await.is(409);
    let seen = patient.sees(&id).await;
    assert_eq!(
        (&seen["status"], &seen["version"]),
        (&json!("pending"), &json!(1))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_does_not_go_back_to_a_doctor_who_had_it() {
    let app = TestApp::start().await;
    let (patient, doctor, colleague, id) = scene(&app).await;
    let third = app.working_doctor().await;
    doctor.refer(&id, &colleague).await.is(200);
    let second = id_of(&waiting(&colleague).await);
    colleague.refer(&second, &doctor).await.field("doctor_id");
    colleague.refer(&second, &third).await.is(200);
    let last = id_of(&waiting(&third).await);
    for had in [&doctor, &colleague] {
        third.refer(&last, had).await.field("doctor_id");
    }
    third.accept(&last).await.is(200);
    let timeline = patient.sees(&last).await["timeline"].clone();
    let actions: Vec<_> = timeline
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["action"].as_str().unwrap())
        .collect();
    assert_eq!(actions, ["request", "refer", "refer", "accept"]);
    assert_eq!(
        patient.get("/api/appointments").await.ok()["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_colleague_is_named_with_the_nearest_free_times() {
    let app = TestApp::start().await;
    let (patient, doctor, colleague, id) = scene(&app).await;
    let slot = patient.sees(&id).await["starts_at"]
        .as_str()
        .unwrap()
        .to_owned();
    app.patient().await.asked(&colleague, &slot).await;
    let refused = doctor.refer(&id, &colleague).await.is(409).json;
    assert_eq!(refused["data"]["kind"], "slot_taken");
    let nearest = refused["data"]["nearest"][0]["starts_at"].as_str().unwrap();
    assert_ne!(nearest, slot);
    assert_eq!(patient.sees(&id).await["status"], "pending");

    let typed = json!({"doctor_id": colleague.id, "reason": "Knows more", "starts_at": nearest});
    doctor.post(refer(&id), typed).await.ok();
    let list = patient.get("/api/appointments").await.ok();
    assert_eq!(
        (
            &list["items"][0]["starts_at"],
            &list["items"][0]["doctor"]["id"]
        ),
        (&json!(nearest), &json!(colleague.id))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_to_another_time_must_suit_the_patient_too() {
    let app = TestApp::start().await;
    let (patient, doctor, colleague, id) = scene(&app).await;
    let elsewhere = app.working_doctor().await;
    let busy = elsewhere.slot(8).await;
    patient.asked(&elsewhere, &busy).await;
    let typed = json!({"doctor_id": colleague.id, "reason": "Knows more", "starts_at": busy});
    assert_eq!(
        doctor.post(refer(&id), typed).await.is(409).json["data"]["kind"],
        "conflict"
    );
    assert_eq!(patient.sees(&id).await["status"], "pending");
    assert_eq!(
        app.count("select count(*) from appointments", vec![]).await,
        2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn colleagues_are_listed_with_who_is_free_then() {
    let app = TestApp::start().await;
    let (patient, doctor, colleague, id) = scene(&app).await;
    let free = app.working_doctor().await;
    let without_hours = app.doctor().await;
    app.doctor_of("neurology")
        .await
        .with_hours("Europe/Madrid")
        .await;
    let away = app.working_doctor().await;
    away.put("/api/me", json!({"accepting": "no"})).await.ok();
    let slot = patient.sees(&id).await["starts_at"]
        .as_str()
        .unwrap()
        .to_owned();
    app.patient().await.asked(&colleague, &slot).await;

    let list = doctor
        .get(format!("/api/appointments/{id}/colleagues"))
        .await
        .ok();
    let listed: Vec<_> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            (
                item["id"].as_str().unwrap().to_owned(),
                item["same_time_free"].as_bool().unwrap(),
            )
        })
        .collect();
    let id_of = |doctor: &Doctor| doctor.id.to_string();
    assert_eq!(
        listed,
        [
            (id_of(&free), true),
            (id_of(&colleague), false),
            (id_of(&without_hours), false)
        ]
    );
    assert!(!list["items"][0]["next_free"].as_array().unwrap().is_empty());
    assert!(list["items"][2]["next_free"].as_array().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_sent_again_is_the_same_referral() {
    let app = TestApp::start().await;
    let (patient, doctor, colleague, id) = scene(&app).await;
    let typed = json!({"doctor_id": colleague.id, "reason": "Knows more", "idempotency_key": "on"});
    let first = doctor.post(refer(&id), typed.clone()).await.ok();
    assert_eq!(doctor.post(refer(&id), typed).await.ok(), first);
    doctor.refer(&id, &colleague).await.is(409);
    assert_eq!(patient.notifications().await.len(), 1);
    assert_eq!(
        app.count("select count(*) from appointments", vec![]).await,
        2
    );
}
