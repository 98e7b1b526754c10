//! Forms without JavaScript: the one bridge that takes them all.

use serde_json::json;

use crate::harness::{Browser, PASSWORD, TestApp};

const LOGIN: &str = "/api/auth/login";

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_leads_on_with_cookies() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let browser = Browser::new(&app);
    let typed = [
        ("email", patient.email.as_str()),
        ("password", PASSWORD),
        ("_to", "/settings?a=b"),
        ("_back", "/login"),
    ];
    let reply = browser.submit(LOGIN, &typed).await.is(303);
    assert_eq!(reply.location(), "/settings?a=b");
    assert!(
        browser.cookie("__Host-access").is_some() && browser.cookie("__Host-refresh").is_some()
    );
    assert!(
        browser
            .open("/settings")
            .await
            .is(200)
            .text
            .contains(&patient.name)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_leads_back_with_the_error_and_what_was_typed_but_no_password() {
    let app = TestApp::start().await;
    let browser = Browser::new(&app);
    let typed = [
        ("email", "ana@example.org"),
        ("password", "my secret words"),
        ("_to", "/appointments"),
        ("_back", "/login"),
    ];
    let reply = browser.submit(LOGIN, &typed).await.is(303);
    assert_eq!(reply.location(), "/login");
    assert!(
        !reply
            .cookies()
            .iter()
            .any(|cookie| cookie.contains("secret") || cookie.contains("ana@"))
    );
    let page = browser.open("/login").await.is(200);
    assert!(
        page.text
            .contains("The email address or the password is wrong.")
    );
    assert!(page.text.contains("ana@example.org") && page.text.contains("There is a problem"));
    assert!(!page.text.contains("my secret words"));
    let kept = app
        .count(
            "select count(*) from form_replays where content like '%my secret words%'",
            vec![],
        )
        .await;
    assert_eq!(kept, 0);
    // Once shown it is gone.
    let again = browser.open("/login").await.is(200);
    assert!(!again.text.contains("There is a problem") && !again.text.contains("ana@example.org"));
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_cannot_fill_the_database_with_what_they_typed() {
    let app = TestApp::start().await;
    let kept = "select count(*) from form_replays";
    let junk = "x".repeat(5_000);
    let typed = [
        ("email", "nobody"),
        ("junk", junk.as_str()),
        ("_back", "/login"),
    ];
    // More than any form at the door: told at once, and not kept.
    let refused = Browser::new(&app).submit(LOGIN, &typed).await;
    assert_eq!(refused.status, 422);
    assert_eq!(app.count(kept, vec![]).await, 0);
    let fields = [("email", "nobody"), ("_back", "/login")];
    Browser::new(&app).submit(LOGIN, &fields).await.is(303);
    assert_eq!(app.count(kept, vec![]).await, 1);
    // Nor any number of them.
    for n in 1..2_000 {
        app.sql(
            "insert into form_replays (id, content, expires_at) values ($1, '{}', $2)",
            vec![
                format!("replay {n}").into(),
                (app.now() + chrono::TimeDelta::minutes(5)).into(),
            ],
        )
        .await
        .unwrap();
    }
    let refused = Browser::new(&app).submit(LOGIN, &fields).await;
    assert_eq!(refused.status, 422);
    assert_eq!(app.count(kept, vec![]).await, 2_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_shown_to_that_browser_alone() {
    let app = TestApp::start().await;
    let (browser, other) = (Browser::new(&app), Browser::new(&app));
    let typed = [
        ("full_name", "<script>alert(1)</script>"),
        ("email", "no"),
        ("password", "x"),
        ("_back", "/register/patient"),
    ];
    browser
        .submit("/api/auth/register/patient", &typed)
        .await
        .is(303);
    assert!(
        !other
            .open("/register/patient")
            .await
            .is(200)
            .text
            .contains("There is a problem")
    );
    let page = browser.open("/register/patient").await.is(200).text;
    assert!(page.contains("Enter an email address like name@example.org."));
    assert!(page.contains("Enter your date of birth."));
    assert!(!page.contains("<script>alert"), "typed text is escaped");
}

#[tokio::test(flavor = "multi_thread")]
async fn redirects_stay_on_this_site() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    for elsewhere in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "evil",
        "/a\r\nset-cookie: a=b",
        "",
    ] {
        let browser = Browser::new(&app);
        let typed = [
            ("email", patient.email.as_str()),
            ("password", PASSWORD),
            ("_to", elsewhere),
        ];
        assert_eq!(
            browser.submit(LOGIN, &typed).await.is(303).location(),
            "/",
            "{elsewhere:?}"
        );
        let typed = [
            ("email", patient.email.as_str()),
            ("password", "wrong words"),
            ("_back", elsewhere),
        ];
        assert_eq!(
            browser.submit(LOGIN, &typed).await.is(303).location(),
            "/",
            "{elsewhere:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_requests_accepts_and_declines() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let (theirs, ours) = (
        Browser::of(&app, &patient.email).await,
        Browser::of(&app, &doctor.email).await,
    );
    let slot = doctor.slot(0).await;
    let doctor_id = doctor.id.to_string();
    let typed = [
        ("doctor_id", doctor_id.as_str()),
        ("starts_at", &slot),
        ("reason", "Palpitations in the evening"),
        ("symptoms", "One\r\nTwo"),
        ("idempotency_key", "form-1"),
        ("_to", "/appointments/{id}?requested=yes"),
        ("_back", "/doctors"),
    ];
    let first = theirs.submit("/api/appointments", &typed).await.is(303);
    let list = patient.get("/api/appointments").await.ok();
    let id = list["items"][0]["id"].as_str().unwrap();
    assert_eq!(
        first.location(),
        format!("/appointments/{id}?requested=yes")
    );
    // Sent again, as by reloading.
    assert_eq!(
        theirs
            .submit("/api/appointments", &typed)
            .await
            .is(303)
            .location(),
        first.location()
    );
    assert_eq!(
        app.count("select count(*) from appointments", vec![]).await,
        1
    );
    assert!(
        theirs
            .open(first.location())
            .await
            .is(200)
            .text
            .contains("Palpitations in the evening")
    );

    let accept = format!("/api/appointments/{id}/accept");
    let back = format!("/appointments/{id}");
    let wrong = [
        ("clinic_id", "elsewhere"),
        ("location.name", "Casa Verde"),
        ("location.address", ""),
        ("_back", &back),
    ];
    assert_eq!(ours.submit(&accept, &wrong).await.is(303).location(), back);
    let page = ours.open(&back).await.is(200).text;
    assert!(
        page.contains("Enter the address, so that the patient finds it.")
            && page.contains("Casa Verde")
    );
    let right = [
        ("clinic_id", "elsewhere"),
        ("location.name", "Casa Verde"),
        ("location.address", "Calle Verde 3"),
        ("location.latitude", ""),
        ("location.longitude", ""),
        ("_to", &back),
    ];
    assert_eq!(ours.submit(&accept, &right).await.is(303).location(), back);
    assert!(
        theirs
            .open(&back)
            .await
            .is(200)
            .text
            .contains("Calle Verde 3")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn dates_lists_and_methods_have_names_in_a_form() {
    let app = TestApp::start().await;
    let browser = Browser::new(&app);
    let typed = [
        ("full_name", "Ana Reyes"),
        ("email", "ana@example.org"),
        ("password", PASSWORD),
        ("date_of_birth.day", "9"),
        ("date_of_birth.month", "3"),
        ("date_of_birth.year", "1984"),
        ("_to", "/appointments"),
    ];
    browser
        .submit("/api/auth/register/patient", &typed)
        .await
        .is(303);
    assert_eq!(
        browser.client().get("/api/me").await.ok()["date_of_birth"],
        "1984-03-09"
    );

    let doctor = app.working_doctor().await;
    let browser = Browser::of(&app, &doctor.email).await;
    let hours = [
        ("weekly.0.clinic_id", doctor.clinic.as_str()),
        ("weekly.0.weekday", "1"),
        ("weekly.0.from", "09:00"),
        ("weekly.0.to", "12:00"),
        ("weekly.0.slot_minutes", "20"),
        ("weekly.7.clinic_id", doctor.clinic.as_str()),
        ("weekly.7.weekday", "2"),
        ("weekly.7.from", ""),
        ("weekly.7.to", ""),
        ("_method", "PUT"),
        ("_to", "/availability"),
    ];
    assert_eq!(
        browser
            .submit("/api/availability", &hours)
            .await
            .is(303)
            .location(),
        "/availability"
    );
    let saved = doctor.get("/api/availability").await.ok();
    assert_eq!(
        saved["weekly"],
        json!([{"clinic_id": doctor.clinic, "weekday": 1, "from": "09:00", "to": "12:00", "slot_minutes": 20}])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_somebody_who_is_not_signed_in_leads_to_the_sign_in_page() {
    let app = TestApp::start().await;
    let (patient, _, id) = app.request().await;
    let browser = Browser::new(&app);
    let back = format!("/appointments/{id}");
    let reply = browser
        .submit(
            &format!("/api/appointments/{id}/cancel"),
            &[("_to", &back), ("_back", &back)],
        )
        .await
        .is(303);
    assert_eq!(
        reply.location(),
        format!("/login?next=%2Fappointments%2F{id}")
    );
    assert_eq!(patient.sees(&id).await["status"], "pending");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_another_site_changes_nothing() {
    let app = TestApp::start().await;
    let (patient, _, id) = app.request().await;
    let browser = Browser::of(&app, &patient.email).await;
    for site in ["cross-site", "same-site"] {
        browser
            .submit_from(
                &format!("/api/appointments/{id}/cancel"),
                &[("_to", "/")],
                site,
            )
            .await
            .is(403);
    }
    assert_eq!(patient.sees(&id).await["status"], "pending");
}
