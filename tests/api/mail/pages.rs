//! The pages of a forgotten password, without JavaScript.

use medappoint::accounts::reset;
use medappoint::notifications::mail::send_due;
use serde_json::json;

use super::stand_in::MailServer;
use super::{FORGOT, app_with};
use crate::harness::{Browser, PASSWORD, TestApp};

const RESET: &str = "/api/auth/reset-password";
const NEW: &str = "another lantern by the river";

#[tokio::test(flavor = "multi_thread")]
async fn from_the_sign_in_page_to_a_new_password() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let patient = app.patient().await;
    let browser = Browser::new(&app);
    let page = browser.open("/login").await.is(200).text;
    assert!(page.contains("href=\"/forgot-password\""));
    let page = browser.open("/forgot-password").await.is(200);
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert!(page.text.contains("name=\"email\""));
    let fields = |value| {
        [
            ("email", value),
            ("_to", "/forgot-password"),
            ("_back", "/forgot-password"),
        ]
    };
    // A slip comes back with what was typed.
    let slip = browser.submit(FORGOT, &fields("patient@")).await.is(303);
    let page = browser.open(slip.location()).await.text;
    assert!(page.contains("value=\"patient@\"") && page.contains("There is a problem"));
    let sent = browser
        .submit(FORGOT, &fields(&patient.email))
        .await
        .is(303);
    let page = browser.open(sent.location()).await.text;
    assert!(page.contains("If there is an account for") && page.contains(&patient.email));
    assert!(page.contains("It is valid for an hour."));
    // It is said once.
    let again = browser.open("/forgot-password").await.text;
    assert!(!again.contains(&patient.email) && again.contains("name=\"email\""));

    send_due(&app).await.unwrap();
    let link = mail.only().link();
    let path = link.strip_prefix("http://localhost:8080").unwrap();
    let token = mail.only().token();
    let opened = browser.open(path).await.is(303);
    assert_eq!(opened.location(), "/reset-password");
    assert_eq!(opened.header("referrer-policy"), "no-referrer");
    let page = browser.open("/reset-password").await.is(200);
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.text.contains("New password") && page.text.contains("At least 12 characters"));
    assert!(!page.text.contains(&token));
    let fields = |value| {
        [
            ("password", value),
            ("_to", "/login"),
            ("_back", "/reset-password"),
        ]
    };
    let slip = browser.submit(RESET, &fields("short")).await.is(303);
    let page = browser.open(slip.location()).await.text;
    assert!(page.contains("Use at least 12 characters") && !page.contains("value=\"short\""));
    let changed = browser.submit(RESET, &fields(NEW)).await.is(303);
    assert_eq!(changed.location(), "/login");
    let page = browser.open("/login").await.text;
    assert!(page.contains("Your password is changed. Sign in with the new one."));
    assert!(!browser.open("/login").await.text.contains("is changed"));
    let login = json!({"email": patient.email, "password": NEW});
    app.anonymous().post("/api/auth/login", login).await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_are_in_the_language_of_whoever_asks() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let patient = app.patient().await;
    for language in ["es", "ar", "en"] {
        let asks = app.anonymous().with("accept-language", language);
        asks.post(FORGOT, json!({"email": patient.email}))
            .await
            .is(200);
        send_due(&app).await.unwrap();
    }
    for (letter, says) in mail.taken().iter().zip([
        "Elija una nueva aquí:",
        "اختر كلمة جديدة هنا:",
        "Choose a new one here:",
    ]) {
        assert!(letter.text.contains(says), "{}", letter.text);
        letter.token();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn news_is_told_in_the_language_in_which_its_reader_was_here_last() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let (patient, doctor, id) = app.request().await;
    let login = json!({"email": patient.email, "password": PASSWORD});
    let es = app.anonymous().with("accept-language", "es");
    let tokens = es.post("/api/auth/login", login).await.ok();
    doctor.accept(&id).await.is(200);
    send_due(&app).await.unwrap();
    let ar = app.anonymous().with("accept-language", "ar");
    let refresh = json!({"refresh_token": tokens["refresh_token"]});
    let tokens = ar.post("/api/auth/refresh", refresh).await.ok();
    // A program that says nothing of languages changes nothing.
    let refresh = json!({"refresh_token": tokens["refresh_token"]});
    app.anonymous()
        .post("/api/auth/refresh", refresh)
        .await
        .is(200);
    let reason = json!({"reason": "Called away"});
    let path = format!("/api/appointments/{id}/cancel");
    doctor.post(&path, reason).await.is(200);
    send_due(&app).await.unwrap();
    let letters = mail.taken();
    // The doctor's own stays in theirs.
    for (to, says) in [
        (&doctor.email, "There is news about an appointment"),
        (&patient.email, "Hay novedades"),
        (&patient.email, "هناك جديد"),
    ] {
        let found = letters
            .iter()
            .any(|letter| letter.to == *to && letter.text.contains(says));
        let texts: Vec<&str> = letters.iter().map(|it| it.text.as_str()).collect();
        assert!(found, "{says}: {texts:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spent_link_says_so_and_how_to_ask_again() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let patient = app.patient().await;
    let link = reset::link_for(&app, &patient.email).await.unwrap();
    let path = link.strip_prefix("http://localhost:8080").unwrap();
    let browser = Browser::new(&app);
    browser.open(path).await.is(303);
    // Used elsewhere meanwhile.
    let (_, token) = path.split_once('=').unwrap();
    let body = json!({"token": token, "password": NEW});
    app.anonymous().post(RESET, body).await.is(200);
    let fields = [
        ("password", NEW),
        ("_to", "/login"),
        ("_back", "/reset-password"),
    ];
    let refused = browser.submit(RESET, &fields).await.is(303);
    assert_eq!(refused.location(), "/reset-password");
    let page = browser.open("/reset-password").await.is(200).text;
    assert!(page.contains("This link is no longer good") && page.contains("name=\"email\""));
    for garbage in [
        "x",
        "",
        "%00",
        "a%3Bb%0D%0Ac",
        &"f".repeat(64),
        &"f".repeat(5000),
    ] {
        browser
            .open(&format!("/reset-password?token={garbage}"))
            .await
            .is(303);
        let page = browser.open("/reset-password").await.is(200).text;
        assert!(page.contains("This link is no longer good"), "{garbage}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_sends_no_mail_says_so() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let browser = Browser::new(&app);
    let page = browser.open("/forgot-password").await.is(200).text;
    assert!(page.contains("site sends no email") && !page.contains("name=\"email\""));
    let body = json!({"email": patient.email});
    let refused = app.anonymous().post(FORGOT, body).await.is(409);
    assert_eq!(refused.json["data"]["kind"], "conflict");
    // A link from the command line works there, and nothing waits to be sent.
    let link = reset::link_for(&app, &patient.email).await.unwrap();
    browser
        .open(link.strip_prefix("http://localhost:8080").unwrap())
        .await
        .is(303);
    let fields = [
        ("password", NEW),
        ("_to", "/login"),
        ("_back", "/reset-password"),
    ];
    assert_eq!(
        browser.submit(RESET, &fields).await.is(303).location(),
        "/login"
    );
    let (_, doctor, id) = app.request().await;
    doctor.accept(&id).await.is(200);
    assert_eq!(app.count("select count(*) from outbox", vec![]).await, 0);
    let spent = link.strip_prefix("http://localhost:8080").unwrap();
    browser.open(spent).await.is(303);
    let page = browser.open("/reset-password").await.is(200).text;
    assert!(page.contains("no longer good") && page.contains("Ask at your clinic"));
}
