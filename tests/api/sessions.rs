//! Tokens and cookies: how a session lives and how it ends.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::harness::{Browser, PASSWORD, TestApp};

const LOGIN: &str = "/api/auth/login";
const REFRESH: &str = "/api/auth/refresh";
const LOGOUT: &str = "/api/auth/logout";

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn browsers_get_closed_cookies() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let reply = app
        .anonymous()
        .post(LOGIN, json!({"email": patient.email, "password": PASSWORD}))
        .await
        .is(200);
    let mut cookies = reply.cookies();
    cookies.sort();
    for (cookie, name, seconds) in [
        (&cookies[0], "__Host-access", 900),
        (&cookies[1], "__Host-refresh", 2_592_000),
    ] {
        let parts: Vec<&str> = cookie.split("; ").collect();
        assert!(parts[0].starts_with(&format!("{name}=")), "{cookie}");
        for attribute in [
            "Path=/",
            "HttpOnly",
            "Secure",
            "SameSite=Lax",
            &format!("Max-Age={seconds}"),
        ] {
            assert!(parts.contains(&attribute), "{cookie} without {attribute}");
        }
        assert!(!cookie.contains("Domain"));
    }
    assert!(cookies[0].contains(text(&reply.json["access_token"])));
    assert!(cookies[1].contains(text(&reply.json["refresh_token"])));
    assert_eq!(reply.header("cache-control"), "no-store");
}

#[tokio::test(flavor = "multi_thread")]
async fn plain_http_elsewhere_has_plain_cookies() {
    let settings = [
        ("MEDAPPOINT_PUBLIC_URL", "http://clinic.example"),
        ("MEDAPPOINT_ALLOW_HTTP", "on"),
    ];
    let app = TestApp::with(&settings).await;
    let patient = app.patient().await;
    let reply = app
        .anonymous()
        .post(LOGIN, json!({"email": patient.email, "password": PASSWORD}))
        .await
        .is(200);
    for cookie in reply.cookies() {
        assert!(
            cookie.starts_with("medappoint-") && cookie.contains("HttpOnly"),
            "{cookie}"
        );
        assert!(
            !cookie.contains("Secure") && !cookie.contains("__Host"),
            "{cookie}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_kills_the_session_at_once_and_no_other() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let elsewhere = patient.again(&app).await;
    let reply = patient.post(LOGOUT, json!({})).await.is(200);
    assert!(
        reply
            .cookies()
            .iter()
            .all(|cookie| cookie.contains("Max-Age=0"))
    );
    patient.get("/api/me").await.is(401);
    let dead = json!({"refresh_token": patient.refresh_token});
    app.anonymous().post(REFRESH, dead).await.is(401);
    elsewhere.get("/api/me").await.is(200);
    // Without a session there is nothing to end, and no error.
    app.anonymous().post(LOGOUT, json!({})).await.is(200);
    // A client that lost its access token ends its session by the other.
    app.anonymous()
        .post(LOGOUT, json!({"refresh_token": elsewhere.refresh_token}))
        .await
        .is(200);
    elsewhere.get("/api/me").await.is(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspended_person_is_out_at_once() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    app.sql("update users set suspended_at = $1", vec![app.now().into()])
        .await
        .unwrap();
    patient.get("/api/me").await.is(401);
    app.anonymous()
        .post(REFRESH, json!({"refresh_token": patient.refresh_token}))
        .await
        .is(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_access_token_lives_for_a_quarter_of_an_hour() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    app.clock.advance(TimeDelta::minutes(14));
    patient.get("/api/me").await.is(200);
    app.clock.advance(TimeDelta::minutes(1));
    patient.get("/api/me").await.is(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_token_is_replaced_when_it_is_used() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    app.clock.advance(TimeDelta::minutes(20));
    let first = app
        .anonymous()
        .post(REFRESH, json!({"refresh_token": patient.refresh_token}))
        .await
        .ok();
    assert_ne!(first["refresh_token"], patient.refresh_token);
    assert_eq!(first["user"]["id"], patient.id.to_string());
    app.anonymous()
        .bearing(text(&first["access_token"]))
        .get("/api/me")
        .await
        .is(200);
    app.clock.advance(TimeDelta::days(29));
    let second = app
        .anonymous()
        .post(REFRESH, json!({"refresh_token": first["refresh_token"]}))
        .await
        .ok();
    assert_ne!(second["refresh_token"], first["refresh_token"]);
    // Each use prolongs the session; left alone for thirty days it ends.
    app.clock.advance(TimeDelta::days(31));
    app.anonymous()
        .post(REFRESH, json!({"refresh_token": second["refresh_token"]}))
        .await
        .is(401);
    for nonsense in ["", "x", "a.b.c", &"f".repeat(64), "\u{0}"] {
        app.anonymous()
            .post(REFRESH, json!({"refresh_token": nonsense}))
            .await
            .is(401);
    }
    app.anonymous().post(REFRESH, json!({})).await.is(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_token_used_twice_within_half_a_minute_is_two_tabs() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let renew = || async {
        app.anonymous()
            .post(REFRESH, json!({"refresh_token": patient.refresh_token}))
            .await
    };
    let (one, two) = tokio::join!(renew(), renew());
    let (one, two) = (one.ok(), two.ok());
    assert_eq!(one["refresh_token"], two["refresh_token"]);
    app.clock.advance(TimeDelta::seconds(29));
    let late = renew().await.ok();
    assert_eq!(late["refresh_token"], one["refresh_token"]);
    for tokens in [&one, &two, &late] {
        app.anonymous()
            .bearing(text(&tokens["access_token"]))
            .get("/api/me")
            .await
            .is(200);
    }
    app.anonymous()
        .post(REFRESH, json!({"refresh_token": one["refresh_token"]}))
        .await
        .is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_token_used_again_later_ends_the_family() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let elsewhere = patient.again(&app).await;
    let renewed = app
        .anonymous()
        .post(REFRESH, json!({"refresh_token": patient.refresh_token}))
        .await
        .ok();
    app.clock.advance(TimeDelta::seconds(31));
    app.anonymous()
        .post(REFRESH, json!({"refresh_token": patient.refresh_token}))
        .await
        .is(401);
    patient.get("/api/me").await.is(401);
    app.anonymous()
        .bearing(text(&renewed["access_token"]))
        .get("/api/me")
        .await
        .is(401);
    app.anonymous()
        .post(REFRESH, json!({"refresh_token": renewed["refresh_token"]}))
        .await
        .is(401);
    // The other device has a family of its own.
    elsewhere.get("/api/me").await.is(200);
}

/// Whoever stole a token may use it several times before its owner comes back.
#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_token_from_long_ago_ends_the_family_too() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let mut tokens = json!({"refresh_token": patient.refresh_token});
    for _ in 0..3 {
        tokens = app
            .anonymous()
            .post(REFRESH, json!({"refresh_token": tokens["refresh_token"]}))
            .await
            .ok();
    }
    app.anonymous()
        .bearing(text(&tokens["access_token"]))
        .get("/api/me")
        .await
        .is(200);
    app.anonymous()
        .post(REFRESH, json!({"refresh_token": patient.refresh_token}))
        .await
        .is(401);
    app.anonymous()
        .bearing(text(&tokens["access_token"]))
        .get("/api/me")
        .await
        .is(401);
    app.anonymous()
        .post(REFRESH, json!({"refresh_token": tokens["refresh_token"]}))
        .await
        .is(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_with_an_expired_access_token_is_renewed_on_the_way_in() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let browser = Browser::of(&app, &patient.email).await;
    for path in ["/appointments", "/api/me", "/api/notifications"] {
        app.clock.advance(TimeDelta::minutes(16));
        let before = browser.cookie("__Host-access").unwrap();
        browser.open(path).await.is(200);
        assert_ne!(browser.cookie("__Host-access").unwrap(), before, "{path}");
        // Once renewed it is left alone.
        assert!(
            browser.open(path).await.is(200).cookies().is_empty(),
            "{path}"
        );
    }
    // The browser drops an expired cookie; the other one is enough.
    browser.forget("__Host-access");
    browser.open("/appointments").await.is(200);
    // A form that was open for long is taken, too.
    app.clock.advance(TimeDelta::minutes(16));
    browser
        .submit("/api/notifications/read-all", &[("_to", "/notifications")])
        .await
        .is(303);
    assert!(browser.cookie("__Host-access").is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_whose_session_is_over_loses_its_cookies() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let browser = Browser::of(&app, &patient.email).await;
    app.clock.advance(TimeDelta::days(31));
    let reply = browser.open("/appointments").await.is(303);
    assert_eq!(reply.location(), "/login?next=%2Fappointments");
    assert_eq!(
        (
            browser.cookie("__Host-access"),
            browser.cookie("__Host-refresh")
        ),
        (None, None)
    );
    browser.open("/login").await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_site_makes_a_browser_send_is_refused() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let browser = Browser::of(&app, &patient.email).await.client();
    let change = json!({"full_name": "Mallory"});
    for (header, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("sec-fetch-site", "none"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("origin", "http://localhost:8081"),
        ("x-nothing", "at all"),
    ] {
        let reply = browser
            .with(header, value)
            .put("/api/me", change.clone())
            .await
            .is(403);
        assert_eq!(reply.json["data"]["kind"], "forbidden", "{header}: {value}");
        browser
            .with(header, value)
            .delete(format!("/api/clinics/{}", patient.id))
            .await
            .is(403);
        browser
            .with(header, value)
            .form("/api/auth/logout", &[("_to", "/")])
            .await;
    }
    assert_ne!(patient.get("/api/me").await.ok()["full_name"], "Mallory");
    browser
        .with("sec-fetch-site", "cross-site")
        .get("/api/me")
        .await
        .is(200);
    browser
        .with("sec-fetch-site", "same-origin")
        .put("/api/me", change.clone())
        .await
        .is(200);
    browser
        .with("origin", "http://localhost:8080")
        .put("/api/me", change.clone())
        .await
        .is(200);
    // A token in a header is not sent by a browser on its own.
    patient
        .with("sec-fetch-site", "cross-site")
        .put("/api/me", change)
        .await
        .is(200);
    // Nor may another site sign somebody in.
    let login = json!({"email": patient.email, "password": PASSWORD});
    app.anonymous()
        .with("sec-fetch-site", "cross-site")
        .post(LOGIN, login)
        .await
        .is(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guesser_is_slowed_down_and_nobody_else() {
    let app = TestApp::with(&[("MEDAPPOINT_RATE_LIMITS", "on")]).await;
    let patient = app.patient().await;
    let login = |from: u8, password: &str| {
        let (client, body) = (
            app.anonymous().at(from),
            json!({"email": patient.email, "password": password}),
        );
        async move {
            client
                .with("x-forwarded-for", "203.0.113.77")
                .post(LOGIN, body)
                .await
        }
    };
    for _ in 0..5 {
        login(9, "not the password at all").await.is(401);
    }
    let slowed = login(9, "not the password at all").await.is(429);
    assert_eq!(slowed.json["data"]["kind"], "too_many");
    let seconds: i64 = slowed.header("retry-after").parse().unwrap();
    assert_eq!(
        (seconds, &slowed.json["data"]["retry_after"]),
        (1, &json!(1))
    );
    // The right password does not help meanwhile, or it could be guessed.
    login(9, PASSWORD).await.is(429);
    // Its owner is elsewhere and notices nothing.
    login(10, PASSWORD).await.is(200);
    // Each further failure doubles the wait.
    let mut waits = Vec::new();
    for _ in 0..4 {
        app.clock.advance(TimeDelta::seconds(60));
        login(9, "not the password at all").await.is(401);
        waits.push(
            login(9, PASSWORD)
                .await
                .is(429)
                .header("retry-after")
                .parse::<u32>()
                .unwrap(),
        );
    }
    assert_eq!(waits, [2, 4, 8, 16]);
    app.clock.advance(TimeDelta::seconds(16));
    login(9, PASSWORD).await.is(200);
    // And all is forgotten.
    login(9, "not the password at all").await.is(401);
    login(9, PASSWORD).await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_machine_does_not_try_many_accounts() {
    let app = TestApp::with(&[
        ("MEDAPPOINT_RATE_LIMITS", "on"),
        ("MEDAPPOINT_BEHIND_PROXY", "on"),
    ])
    .await;
    let patient = app.patient().await;
    let try_one = |email: String, forwarded: &str| {
        let client = app.anonymous().with("x-forwarded-for", forwarded);
        async move {
            client
                .post(
                    LOGIN,
                    json!({"email": email, "password": "not the password"}),
                )
                .await
        }
    };
    for n in 0..50 {
        // The client's own claims come first; the proxy's word is the last.
        let claims = format!("10.0.0.{n}, 203.0.113.7");
        try_one(format!("somebody{n}@example.org"), &claims)
            .await
            .is(401);
    }
    try_one("another@example.org".into(), "203.0.113.7")
        .await
        .is(429);
    try_one(patient.email.clone(), "203.0.113.8").await.is(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_guesses_at_once_are_not_one() {
    let app = TestApp::with(&[("MEDAPPOINT_RATE_LIMITS", "on")]).await;
    let patient = app.patient().await;
    let guesses = (0..30).map(|n| {
        let client = app.anonymous();
        let body = json!({"email": patient.email, "password": format!("not the password {n}")});
        tokio::spawn(async move { client.post(LOGIN, body).await.status })
    });
    let mut tried = 0;
    for guess in guesses.collect::<Vec<_>>() {
        if guess.await.unwrap() == 401 {
            tried += 1;
        }
    }
    assert_eq!(tried, 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn accounts_are_not_made_by_the_hundred() {
    let app = TestApp::with(&[("MEDAPPOINT_RATE_LIMITS", "on")]).await;
    let client = app.anonymous();
    // Not valid, and so not hashed: what is counted is the attempt.
    let try_one = || client.post("/api/auth/register/patient", json!({"full_name": "A B"}));
    for _ in 0..30 {
        try_one().await.is(422);
    }
    try_one().await.is(429);
}
