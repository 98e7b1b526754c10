//! A forgotten password: what is answered to whom, and what a link can do.

use chrono::TimeDelta;
use medappoint::accounts::reset;
use medappoint::notifications::mail::send_due;
use serde_json::json;

use super::stand_in::MailServer;
use super::{FORGOT, app_with, ask};
use crate::harness::{PASSWORD, Reply, TestApp, at_once};

const RESET: &str = "/api/auth/reset-password";
const LOGIN: &str = "/api/auth/login";
const NEW: &str = "another lantern by the river";

/// Sets a password by a token.
async fn choose(app: &TestApp, token: &str, password: &str) -> Reply {
    let body = json!({"token": token, "password": password});
    app.anonymous().post(RESET, body).await
}

/// The token of a link for somebody, as the command line prints it.
async fn token_for(app: &TestApp, email: &str) -> String {
    let link = reset::link_for(app, email).await.unwrap();
    let (site, token) = link.split_once("/reset-password?token=").unwrap();
    assert_eq!(site, "http://localhost:8080");
    token.to_owned()
}

async fn signs_in(app: &TestApp, email: &str, password: &str) -> u16 {
    let body = json!({"email": email, "password": password});
    app.anonymous().post(LOGIN, body).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn whether_an_address_is_known_is_not_told() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let patient = app.patient().await;
    let mut answers = Vec::new();
    for email in [patient.email.to_uppercase().as_str(), "nobody@example.org"] {
        let reply = app.anonymous().post(FORGOT, json!({"email": email})).await;
        let names: Vec<_> = reply.headers.keys().map(ToString::to_string).collect();
        answers.push((reply.status, reply.text, names));
    }
    assert_eq!(answers[0], answers[1]);
    // Both have waited in the same way; one is sent, the other forgotten.
    assert_eq!(app.count("select count(*) from outbox", vec![]).await, 2);
    assert_eq!(send_due(&app).await.unwrap(), 1);
    assert_eq!(mail.only().to, patient.email);
    assert_eq!(app.count("select count(*) from outbox", vec![]).await, 1);
    let kept = "select count(*) from outbox where address is not null";
    assert_eq!(app.count(kept, vec![]).await, 0);
    for wrong in ["", "nobody", "a@b", "a\0@example.org"] {
        let reply = app.anonymous().post(FORGOT, json!({"email": wrong})).await;
        reply.field("email");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_sets_a_new_password_and_ends_every_session() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let patient = app.patient().await;
    let elsewhere = patient.again(&app).await;
    let other = app.patient().await;
    ask(&app, &patient.email).await;
    send_due(&app).await.unwrap();
    let token = mail.only().token();
    let stored = app.texts("select token_hash from password_resets", "token_hash");
    assert_ne!(stored.await, [token.as_str()]);
    // The rules are those of registration, and a password that is refused uses nothing up.
    for (password, says) in [
        ("", "Choose a password."),
        ("short", "at least 12"),
        (&patient.email, "easy to guess"),
    ] {
        let sentence = choose(&app, &token, password).await.field("password");
        assert!(sentence.contains(says), "{password}: {sentence}");
    }
    patient.get("/api/me").await.is(200);
    let changed = choose(&app, &token, NEW).await.is(200);
    assert!(!changed.cookies().iter().any(|one| one.contains("access")));
    for session in [&patient, &elsewhere] {
        session.get("/api/me").await.is(401);
        let refresh = json!({"refresh_token": session.refresh_token});
        app.anonymous()
            .post("/api/auth/refresh", refresh)
            .await
            .is(401);
    }
    other.get("/api/me").await.is(200);
    assert_eq!(signs_in(&app, &patient.email, PASSWORD).await, 401);
    assert_eq!(signs_in(&app, &patient.email, NEW).await, 200);
    // Its owner hears of it.
    send_due(&app).await.unwrap();
    let letter = mail.taken().pop().unwrap();
    assert_eq!(letter.to, patient.email);
    assert_eq!(letter.header("Subject"), "Your password was changed");
    assert_eq!(letter.link(), "http://localhost:8080/forgot-password");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_is_good_once_for_an_hour_and_while_it_is_the_newest() {
    let app = TestApp::start().await;
    let (patient, other) = (app.patient().await, app.patient().await);
    let older = token_for(&app, &patient.email).await;
    let newer = token_for(&app, &patient.email).await;
    let theirs = token_for(&app, &other.email).await;
    for spent in [
        older.as_str(),
        "",
        "x",
        "\0",
        &"f".repeat(64),
        &"g".repeat(9000),
    ] {
        let sentence = choose(&app, spent, NEW).await.field("token");
        assert!(sentence.contains("Ask for a new one"), "{sentence}");
    }
    app.anonymous().post(RESET, json!({})).await.field("token");
    app.clock.advance(TimeDelta::minutes(59));
    choose(&app, &newer, NEW).await.is(200);
    choose(&app, &newer, "yet another long password")
        .await
        .field("token");
    assert_eq!(signs_in(&app, &patient.email, NEW).await, 200);
    app.clock.advance(TimeDelta::minutes(1));
    choose(&app, &theirs, NEW).await.field("token");
    assert_eq!(signs_in(&app, &other.email, PASSWORD).await, 200);
    reset::forget(&app).await.unwrap();
    assert_eq!(
        app.count("select count(*) from password_resets", vec![])
            .await,
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_that_use_a_link_at_once_one_does() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let token = token_for(&app, &patient.email).await;
    let calls = (0..4).map(|n| {
        let body = json!({"token": token, "password": format!("{NEW} {n}")});
        let client = app.anonymous();
        async move { client.post(RESET, body).await.status }
    });
    let mut statuses = at_once(calls).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422, 422, 422]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_with_the_old_password_does_not_slip_through() {
    let app = TestApp::start().await;
    // Chance decides whether a sign-in is caught in between: it gets more than one.
    for _ in 0..5 {
        if refused_beside_a_reset(&app).await > 0 {
            return;
        }
    }
    panic!("no sign-in ever met the new password");
}

/// How many sign-ins with the old password are refused while it is being replaced. Those that are
/// let in have nothing of it.
async fn refused_beside_a_reset(app: &TestApp) -> usize {
    let patient = app.patient().await;
    let token = token_for(app, &patient.email).await;
    // Hashing takes turns, so that most of these look at the old password and are let in later.
    let calls = (0..12).map(|n| {
        let (path, body) = if n == 3 {
            (RESET, json!({"token": token, "password": NEW}))
        } else {
            (LOGIN, json!({"email": patient.email, "password": PASSWORD}))
        };
        let client = app.anonymous();
        async move { client.post(path, body).await }
    });
    let mut refused = 0;
    for reply in at_once(calls).await {
        match reply.json["access_token"].as_str() {
            Some(token) => {
                let me = app.anonymous().bearing(token).get("/api/me").await;
                me.is(401);
            }
            None => refused += usize::from(reply.status == 401),
        }
    }
    refused
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_letter_ends_the_link_of_the_older() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let patient = app.patient().await;
    for _ in 0..2 {
        ask(&app, &patient.email).await;
        send_due(&app).await.unwrap();
    }
    let letters = mail.taken();
    choose(&app, &letters[0].token(), NEW).await.field("token");
    choose(&app, &letters[1].token(), NEW).await.is(200);
    // Asked for twice before one left, it is one letter.
    ask(&app, &patient.email).await;
    ask(&app, &patient.email).await;
    send_due(&app).await.unwrap();
    let subjects = mail.taken();
    let links = subjects
        .iter()
        .filter(|one| one.text.contains("?token="))
        .count();
    assert_eq!(links, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_lead_to_the_public_address_whatever_a_request_says() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[("MEDAPPOINT_BEHIND_PROXY", "on")]).await;
    let patient = app.patient().await;
    app.anonymous()
        .with("host", "evil.example")
        .with("x-forwarded-host", "evil.example")
        .with("forwarded", "host=evil.example")
        .post(FORGOT, json!({"email": patient.email}))
        .await
        .is(200);
    send_due(&app).await.unwrap();
    let letter = mail.only();
    assert!(
        letter
            .link()
            .starts_with("http://localhost:8080/reset-password?token=")
    );
    assert!(!letter.raw.contains("evil"));
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_are_not_asked_for_by_the_dozen() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[("MEDAPPOINT_RATE_LIMITS", "on")]).await;
    let patient = app.patient().await;
    let ask = |from: u8, email: &str| {
        let (client, body) = (app.anonymous().at(from), json!({"email": email}));
        async move { client.post(FORGOT, body).await }
    };
    // To one person, from wherever; and to nobody likewise, so that this tells nothing either.
    for email in [patient.email.as_str(), "nobody@example.org"] {
        for n in 0..3 {
            ask(10 + n, email).await.is(200);
        }
        let slowed = ask(20, email).await.is(429);
        assert_eq!(slowed.header("retry-after"), "1");
    }
    // From one machine, to whomever.
    for n in 0..30 {
        ask(30, &format!("somebody{n}@example.org")).await.is(200);
    }
    ask(30, "another@example.org").await.is(429);
    ask(31, "another@example.org").await.is(200);
    // Nor are links guessed.
    let guesser = app.anonymous().at(40);
    let guess = || guesser.post(RESET, json!({"token": "f".repeat(64)}));
    for _ in 0..30 {
        guess().await.is(422);
    }
    guess().await.is(429);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_is_not_slowed_down_by_guesses_at_the_old_one() {
    let app = TestApp::with(&[("MEDAPPOINT_RATE_LIMITS", "on")]).await;
    let patient = app.patient().await;
    let mut slowed = 0;
    for _ in 0..7 {
        slowed = signs_in(&app, &patient.email, "not the password").await;
    }
    assert_eq!(slowed, 429);
    let token = token_for(&app, &patient.email).await;
    choose(&app, &token, NEW).await.is(200);
    assert_eq!(signs_in(&app, &patient.email, NEW).await, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_and_the_suspended_get_no_link() {
    let mail = MailServer::start().await;
    let app = app_with(&mail, &[]).await;
    let patient = app.patient().await;
    assert!(reset::link_for(&app, "nobody@example.org").await.is_err());
    let token = token_for(&app, &patient.email).await;
    let suspend = "update users set suspended_at = $1";
    app.sql(suspend, vec![app.now().into()]).await.unwrap();
    choose(&app, &token, NEW).await.field("token");
    assert!(reset::link_for(&app, &patient.email).await.is_err());
    ask(&app, &patient.email).await;
    send_due(&app).await.unwrap();
    assert!(mail.taken().is_empty());
}
