//! Two tabs don't overwrite each other: an action names the version that it was decided on.

use serde_json::{Value, json};

use crate::harness::{Browser, Client, TestApp};

/// What each action takes at this moment, and who takes it.
fn actions(clinic: &str, colleague: &str, slot: &str) -> [(&'static str, bool, Value); 9] {
    [
        ("accept", true, json!({"clinic_id": clinic})),
        ("decline", true, json!({"reason": "I am away"})),
        (
            "refer",
            true,
            json!({"doctor_id": colleague, "reason": "Knows more"}),
        ),
        ("suggest", true, json!({"starts_at": slot})),
        ("agree", false, json!({})),
        ("move", false, json!({"starts_at": slot})),
        ("cancel", false, json!({"reason": "I am ill"})),
        ("complete", true, json!({})),
        ("no-show", true, json!({})),
    ]
}

/// The same body, decided on this version.
fn on(body: &Value, version: Value) -> Value {
    let mut body = body.clone();
    body["version"] = version;
    body
}

#[tokio::test(flavor = "multi_thread")]
async fn every_action_on_what_has_changed_since_is_refused() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let colleague = app.working_doctor().await;
    let slot = doctor.slot(9).await;
    let before = patient.sees(&id).await;
    let bodies = actions(&doctor.clinic, &colleague.id.to_string(), &slot);
    for (verb, by_doctor, body) in bodies {
        let who: &Client = if by_doctor { &doctor } else { &patient };
        let path = format!("/api/appointments/{id}/{verb}");
        for version in [json!(0), json!("2"), json!(-1)] {
            let refused = who.post(&path, on(&body, version)).await.is(409).json;
            let sentence = refused["message"].as_str().unwrap();
            assert!(sentence.contains("has changed since"), "{verb}: {sentence}");
        }
        for version in [json!("one"), json!("1.5"), json!(u64::MAX)] {
            who.post(&path, on(&body, version)).await.field("version");
        }
    }
    assert_eq!(patient.sees(&id).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_version_at_hand_or_none_is_taken() {
    let app = TestApp::start().await;
    for (verb, version) in [
        ("accept", json!(1)),
        ("accept", json!("1")),
        ("accept", json!("")),
        ("accept", json!(null)),
    ] {
        let (_, doctor, id) = app.request().await;
        let body = json!({"clinic_id": doctor.clinic, "version": version});
        let answer = doctor
            .post(format!("/api/appointments/{id}/{verb}"), body)
            .await
            .ok();
        assert_eq!(answer["version"], 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_decide_once_and_the_first_may_be_sent_again() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let accept = format!("/api/appointments/{id}/accept");
    let yes = json!({"clinic_id": doctor.clinic, "version": 1, "idempotency_key": "yes"});
    let first = doctor.post(&accept, yes.clone()).await.ok();
    // The other tab still shows the request.
    let off = json!({"reason": "I am away", "version": 1});
    doctor
        .post(format!("/api/appointments/{id}/cancel"), off)
        .await
        .is(409);
    // A key is asked before the version: the answer got lost, the step did not.
    assert_eq!(doctor.post(&accept, yes).await.ok(), first);
    assert_eq!(patient.sees(&id).await["status"], "accepted");
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_of_an_older_tab_do_not_undo_those_of_a_newer() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let shown = doctor.get("/api/availability").await.ok();
    let with = |field: &str, value: u32| {
        let mut hours = shown.clone();
        hours[field] = json!(value);
        hours
    };
    let first = doctor
        .put("/api/availability", with("daily_cap", 6))
        .await
        .ok();
    assert_ne!(first["version"], shown["version"]);
    let refused = doctor
        .put("/api/availability", with("horizon_days", 45))
        .await
        .is(409);
    let sentence = refused.json["message"].as_str().unwrap();
    assert!(sentence.contains("changed meanwhile"), "{sentence}");
    assert_eq!(doctor.get("/api/availability").await.ok(), first);
    // Whoever names the newest, or none, replaces what there is.
    let mut hours = with("horizon_days", 45);
    hours["version"] = first["version"].clone();
    let second = doctor.put("/api/availability", hours.clone()).await.ok();
    assert_eq!(second["horizon_days"], 45);
    hours.as_object_mut().unwrap().remove("version");
    doctor.put("/api/availability", hours).await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_of_an_older_tab_does_not_undo_that_of_a_newer() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.doctor().await);
    for who in [&*patient, &*doctor] {
        let shown = who.get("/api/me").await.ok();
        let named = |name: &str| json!({"full_name": name, "version": shown["version"]});
        // Their names were checked with their licences.
        let first = who
            .put("/api/me", on(&json!({}), shown["version"].clone()))
            .await
            .ok();
        assert_ne!(first["version"], shown["version"]);
        let refused = who.put("/api/me", named("Somebody Else")).await.is(409);
        let sentence = refused.json["message"].as_str().unwrap();
        assert!(sentence.contains("changed meanwhile"), "{sentence}");
        assert_eq!(who.get("/api/me").await.ok(), first);
        // Whoever names the newest, or none, changes what there is.
        let newest = on(&json!({}), first["version"].clone());
        who.put("/api/me", newest).await.is(200);
        who.put("/api/me", json!({"version": ""})).await.is(200);
        who.put("/api/me", json!({})).await.is(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_of_a_profile_says_what_it_saw() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let browser = Browser::of(&app, &patient.email).await;
    let page = browser.open("/settings").await.is(200).text;
    assert!(page.contains("name=\"version\" value=\"1\""));
    patient
        .put("/api/me", json!({"allergies": "Penicillin"}))
        .await
        .ok();
    let older = [
        ("_method", "PUT"),
        ("_back", "/settings"),
        ("version", "1"),
        ("allergies", "Pollen"),
    ];
    browser.submit("/api/me", &older).await.is(303);
    let page = browser.open("/settings").await.is(200).text;
    assert!(page.contains("Your profile was changed meanwhile") && page.contains("Pollen"));
    assert_eq!(patient.get("/api/me").await.ok()["allergies"], "Penicillin");
}
