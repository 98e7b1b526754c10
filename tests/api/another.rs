//! Another time on the pages of both sides, without the client.

use serde_json::json;

use crate::harness::{Browser, TestApp};

/// The value of a field as the page has it.
fn value(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\"")).unwrap();
    let (field, _) = rest.split_once('>').unwrap();
    let (_, value) = field.split_once("value=\"").unwrap();
    value.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_suggests_and_a_patient_agrees_without_the_client() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let (desk, home) = (
        Browser::of(&app, &doctor.email).await,
        Browser::of(&app, &patient.email).await,
    );
    let path = format!("/appointments/{id}");
    let closed = desk.open(&path).await.is(200).text;
    let opener = format!("{path}?from=soonest#another");
    assert!(closed.contains(&opener) && closed.contains("Suggest another time"));
    // The times are looked up when somebody asks for them.
    assert!(!closed.contains("type=\"radio\" name=\"starts_at\""));
    let open = desk
        .open(&format!("{path}?from=soonest"))
        .await
        .is(200)
        .text;
    let slot = value(&open, "starts_at");
    assert_eq!(value(&open, "version"), "1");
    // Nothing was chosen: back to the open form.
    let back = format!("{path}?from=soonest");
    let suggest = format!("/api{path}/suggest");
    let reply = desk
        .submit(
            &suggest,
            &[("_to", &path), ("_back", &back), ("note", "I operate then")],
        )
        .await
        .is(303);
    assert_eq!(reply.location(), back);
    let again = desk.open(&back).await.is(200).text;
    assert!(again.contains("Choose a time.") && again.contains("I operate then"));
    let fields = [
        ("_to", "/appointments/{id}"),
        ("_back", &back),
        ("starts_at", &slot),
        ("version", "1"),
        ("idempotency_key", "one"),
    ];
    let reply = desk.submit(&suggest, &fields).await.is(303);
    assert_eq!(reply.location(), path);
    let proposed = desk.open(&path).await.is(200).text;
    assert!(proposed.contains("Proposed") && !proposed.contains("Suggest another time"));

    let page = home.open(&path).await.is(200).text;
    let place = |text: &str| {
        page.find(text)
            .unwrap_or_else(|| panic!("{text} is not there"))
    };
    let lead = format!("{} suggests this time", doctor.name);
    // What is asked, when and where, the answers; then the rest.
    assert!(place(&lead) < place("Clínica Sol"));
    assert!(place("Clínica Sol") < place("Agree to this time"));
    assert!(place("Agree to this time") < place("Cancel appointment"));
    assert!(place("Cancel appointment") < place("What happened"));
    assert!(!page.contains("Move appointment"));
    let agree = format!("/api{path}/agree");
    let stale = [("_to", path.as_str()), ("_back", &path), ("version", "1")];
    home.submit(&agree, &stale).await.is(303);
    assert!(home.open(&path).await.text.contains("has changed since"));
    let version = value(&page, "version");
    let fields = [
        ("_to", path.as_str()),
        ("_back", &path),
        ("version", &version),
    ];
    home.submit(&agree, &fields).await.is(303);
    let page = home.open(&path).await.is(200).text;
    assert!(page.contains("Accepted") && page.contains("You agreed to the suggested time"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_moves_without_the_client_and_both_pages_lead_to_each_other() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    doctor.accept(&id).await.is(200);
    let (desk, home) = (
        Browser::of(&app, &doctor.email).await,
        Browser::of(&app, &patient.email).await,
    );
    let path = format!("/appointments/{id}");
    let back = format!("{path}?from=soonest");
    let open = home.open(&back).await.is(200).text;
    assert!(open.contains("Move appointment") && open.contains("Later days"));
    let slot = value(&open, "starts_at");
    let fields = [
        ("_to", "/appointments/{id}"),
        ("_back", &back),
        ("starts_at", &slot),
        ("reason", "I work then"),
    ];
    let reply = home
        .submit(&format!("/api{path}/move"), &fields)
        .await
        .is(303);
    let new = reply.location().to_owned();
    assert_ne!(new, path);
    let page = home.open(&new).await.is(200).text;
    assert!(page.contains("stays yours until this is accepted") && page.contains(&path));
    let page = home.open(&path).await.is(200).text;
    assert!(page.contains("this time stays yours") && page.contains(&new));
    // A second move is not offered.
    assert!(!page.contains("Move appointment"));
    assert!(!home.open(&back).await.text.contains("name=\"starts_at\""));
    let list = home.open("/appointments").await.is(200).text;
    assert!(list.contains("Another time is asked for") && list.contains("In place of"));
    assert!(
        desk.open("/appointments")
            .await
            .text
            .contains("In place of")
    );
    let page = desk.open(&new).await.is(200).text;
    assert!(page.contains("is free again once you accept") && !page.contains(">Refer<"));
    doctor.accept(new.rsplit('/').next().unwrap()).await.is(200);
    let page = home.open(&path).await.is(200).text;
    assert!(page.contains("This appointment goes on at another time") && page.contains(&new));
    assert!(page.contains("The other time was given up"));
    let list = home.open("/appointments").await.is(200).text;
    assert!(!list.contains("In place of"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_times_are_for_whoever_has_the_appointment() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let times = format!("/api/appointments/{id}/times");
    app.patient().await.get(&times).await.is(404);
    app.working_doctor().await.get(&times).await.is(404);
    app.anonymous().get(&times).await.is(401);
    app.administrator().await.get(&times).await.is(403);
    for wrong in ["tomorrow", "2026-13-01", "9999-01-01"] {
        patient
            .get(format!("{times}?from={wrong}"))
            .await
            .field("from");
    }
    let seen = patient.sees(&id).await;
    let html = patient.get(&times).await.ok()["html"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(
        doctor.get(&times).await.ok()["html"]
            .as_str()
            .unwrap()
            .matches("radio")
            .count(),
        html.matches("radio").count()
    );
    // But for the one that there is.
    assert!(!html.contains(seen["starts_at"].as_str().unwrap()));
    let later = patient.get(format!("{times}?from=2026-12-05")).await;
    assert!(later.status == 200);
    // Who takes no new requests still has those they have.
    doctor
        .put(
            "/api/me",
            json!({"full_name": doctor.name, "languages": "", "biography": "", "accepting": "no"}),
        )
        .await
        .is(200);
    assert!(
        patient.get(&times).await.ok()["html"]
            .as_str()
            .unwrap()
            .contains("radio")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_says_until_when_a_patient_may_cancel_and_then_whom_to_tell() {
    let app = TestApp::with(&[("MEDAPPOINT_CANCEL_NOTICE_HOURS", "24")]).await;
    let (patient, doctor, id) = app.request().await;
    doctor.accept(&id).await.is(200);
    let path = format!("/appointments/{id}");
    let page = Browser::of(&app, &patient.email)
        .await
        .open(&path)
        .await
        .is(200)
        .text;
    assert!(page.contains("You can cancel here until"));
    let begins: chrono::DateTime<chrono::Utc> = patient.sees(&id).await["starts_at"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    app.set_clock(&(begins - chrono::TimeDelta::hours(3)).to_rfc3339());
    let page = Browser::of(&app, &patient.email)
        .await
        .open(&path)
        .await
        .is(200)
        .text;
    assert!(
        page.contains("It is too late to cancel here") && page.contains("Calle Mayor 1, Madrid")
    );
    assert!(!page.contains(">Cancel appointment"));
    let page = Browser::of(&app, &doctor.email)
        .await
        .open(&path)
        .await
        .is(200)
        .text;
    assert!(page.contains("Cancel appointment") && !page.contains("too late"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_for_the_patient_stands_among_what_is_to_come() {
    let app = TestApp::start().await;
    let (_, doctor, id) = app.request().await;
    doctor.suggest(&id, &doctor.slot(9).await).await.is(200);
    let desk = Browser::of(&app, &doctor.email).await;
    let page = desk
        .open("/appointments?status=accepted")
        .await
        .is(200)
        .text;
    assert!(page.contains(&format!("/appointments/{id}")) && page.contains("Proposed"));
}
