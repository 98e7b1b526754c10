//! Pages as a browser without JavaScript gets them.

use crate::harness::{Browser, Reply, TestApp};

/// The nonce in a page's policy; each of its scripts must carry it.
#[track_caller]
fn nonce(page: &Reply) -> String {
    let policy = page.header("content-security-policy");
    let (_, rest) = policy
        .split_once("'nonce-")
        .unwrap_or_else(|| panic!("{}: no nonce in {policy}", page.call));
    let nonce = rest.split('\'').next().unwrap();
    let ours = format!("<script nonce=\"{nonce}\"");
    assert_eq!(
        page.text.matches("<script").count(),
        page.text.matches(&ours).count(),
        "{}",
        page.call
    );
    for loophole in ["unsafe-inline", "'unsafe-eval'"] {
        assert!(!policy.contains(loophole), "{policy}");
    }
    nonce.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn anybody_opens_the_public_pages_and_their_scripts_are_ours() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let browser = Browser::new(&app);
    let profile = format!("/doctors/{}", doctor.id);
    for path in [
        "/",
        "/doctors",
        "/doctors?q=heart",
        "/guide",
        "/guide?where=eyes",
        &profile,
        "/login",
        "/login?next=%2Fsettings",
        "/register",
        "/register/patient",
        "/register/doctor",
    ] {
        let page = browser.open(path).await.is(200);
        assert!(
            page.header("content-type").starts_with("text/html"),
            "{path}"
        );
        assert!(
            page.text.contains("<html lang=\"en\">") && page.text.contains("<main"),
            "{path}"
        );
        assert_ne!(nonce(&page), nonce(&browser.open(path).await));
    }
    let page = browser.open(&profile).await.text;
    assert!(page.contains(&doctor.name) && page.contains("Clínica Sol"));
    assert!(!page.contains(&doctor.email));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_led_to_the_sign_in_page_and_back() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let browser = Browser::new(&app);
    for (path, next) in [
        ("/appointments".to_owned(), "%2Fappointments".to_owned()),
        (
            "/appointments?status=pending".to_owned(),
            "%2Fappointments%3Fstatus%3Dpending".to_owned(),
        ),
        (
            format!("/appointments/{id}"),
            format!("%2Fappointments%2F{id}"),
        ),
        ("/availability".to_owned(), "%2Favailability".to_owned()),
        ("/patients".to_owned(), "%2Fpatients".to_owned()),
        (
            format!("/patients/{}", patient.id),
            format!("%2Fpatients%2F{}", patient.id),
        ),
        ("/notifications".to_owned(), "%2Fnotifications".to_owned()),
        ("/settings".to_owned(), "%2Fsettings".to_owned()),
    ] {
        let reply = browser.open(&path).await.is(303);
        assert_eq!(reply.location(), format!("/login?next={next}"));
        assert!(!reply.text.contains(&patient.name));
    }
    let request = browser
        .open(&format!("/doctors/{}/request?start=x", doctor.id))
        .await
        .is(303);
    assert!(request.location().starts_with("/login?next=%2Fdoctors%2F"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_another_role_is_refused() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let theirs = Browser::of(&app, &patient.email).await;
    for path in [
        "/availability",
        "/patients",
        &format!("/patients/{}", patient.id),
    ] {
        let page = theirs.open(path).await.is(403);
        nonce(&page);
        assert!(page.text.contains("This page is not for your account"));
    }
    let ours = Browser::of(&app, &doctor.email).await;
    let slot = doctor.slot(1).await;
    ours.open(&format!("/doctors/{}/request?start={slot}", doctor.id))
        .await
        .is(403);
    for (browser, path) in [
        (&theirs, "/appointments".to_owned()),
        (&theirs, format!("/appointments/{id}")),
        (
            &theirs,
            format!("/doctors/{}/request?start={slot}", doctor.id),
        ),
        (&theirs, "/notifications".to_owned()),
        (&theirs, "/settings".to_owned()),
        (&ours, "/appointments".to_owned()),
        (&ours, format!("/appointments/{id}")),
        (&ours, "/patients".to_owned()),
        (&ours, format!("/patients/{}", patient.id)),
        (&ours, "/availability".to_owned()),
        (&ours, "/notifications".to_owned()),
        (&ours, "/settings".to_owned()),
    ] {
        nonce(&browser.open(&path).await.is(200));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_404_whoever_asks() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let (stranger, colleague) = (app.patient().await, app.doctor().await);
    let nobody = uuid::Uuid::now_v7();
    let browser = Browser::new(&app);
    for path in [
        "/nothing",
        "/a/b/c",
        "/doctors/1",
        &format!("/doctors/{nobody}"),
        "/appointments/1/2",
        "/%00",
    ] {
        nonce(&browser.open(path).await.is(404));
    }
    for (email, path) in [
        (&stranger.email, format!("/appointments/{id}")),
        (&colleague.email, format!("/appointments/{id}")),
        (&colleague.email, format!("/patients/{}", patient.id)),
        (&doctor.email, format!("/patients/{}", stranger.id)),
        (&patient.email, format!("/appointments/{nobody}")),
        (&patient.email, "/appointments/1".to_owned()),
    ] {
        let page = Browser::of(&app, email).await.open(&path).await.is(404);
        assert!(
            !page.text.contains("Palpitations") && !page.text.contains(&patient.name)
                || email == &patient.email
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_signed_in_is_led_past_the_sign_in_page() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let browser = Browser::of(&app, &patient.email).await;
    for (path, leads) in [
        ("/login", "/appointments"),
        ("/register/patient", "/appointments"),
        ("/login?next=%2Fsettings", "/settings"),
        ("/login?next=%2F%2Fevil.example", "/appointments"),
        ("/login?next=https%3A%2F%2Fevil.example", "/appointments"),
    ] {
        assert_eq!(browser.open(path).await.is(303).location(), leads, "{path}");
    }
}

/// What a page hands to the client travels inside of it.
#[tokio::test(flavor = "multi_thread")]
async fn pages_hold_nothing_but_what_they_show() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    patient
        .put(
            "/api/me",
            serde_json::json!({"allergies": "Penicillin", "phone": "+34 600 999 999"}),
        )
        .await
        .ok();
    let colleague = app.working_doctor().await;
    doctor.refer(&id, &colleague).await.is(200);
    let next = colleague.get("/api/appointments").await.ok()["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    colleague.accept(&next).await.is(200);
    let ours = Browser::of(&app, &doctor.email).await;
    for path in [
        "/appointments".to_owned(),
        format!("/appointments/{id}"),
        "/patients".to_owned(),
    ] {
        let page = ours.open(&path).await.is(200).text;
        for private in ["Ring twice", "Penicillin", "600 999 999", &patient.email] {
            assert!(!page.contains(private), "{path}: {private}");
        }
    }
    let page = Browser::new(&app)
        .open(&format!("/doctors/{}", colleague.id))
        .await
        .is(200)
        .text;
    for private in [&patient.name, &colleague.email] {
        assert!(!page.contains(private.as_str()), "{private}");
    }
}
