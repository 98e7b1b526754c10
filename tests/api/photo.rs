//! Profile photos, kept on disk.

use std::io::Cursor;
use std::time::Duration;

use dioxus::server::axum::http::Method;
use image::{ImageFormat, Rgb, RgbImage};
use serde_json::json;

use crate::harness::{Browser, Client, Reply, TestApp};

const CHANGE: &str = "/api/me/photo";
const REMOVE: &str = "/api/me/photo/remove";
const MULTIPART: &str = "multipart/form-data; boundary=frontier";

/// A picture of this size.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut png = Cursor::new(Vec::new());
    let image = RgbImage::from_fn(width, height, |x, y| Rgb([x as u8, y as u8, 90]));
    image.write_to(&mut png, ImageFormat::Png).unwrap();
    png.into_inner()
}

/// Sends a file as the settings page's form does, and as a program does.
pub async fn upload(who: &Client, file: &[u8]) -> Reply {
    who.send(Method::POST, CHANGE, MULTIPART, form(&[("photo", file)]))
        .await
}

/// How many pictures are kept on disk.
pub fn files(app: &TestApp) -> usize {
    std::fs::read_dir(app.settings.data_dir.join("media"))
        .unwrap()
        .count()
}

fn form(fields: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let file = if *name == "photo" {
            "; filename=\"me.png\"\r\ncontent-type: image/png"
        } else {
            ""
        };
        body.extend(
            format!("--frontier\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n")
                .bytes(),
        );
        body.extend(*value);
        body.extend(b"\r\n");
    }
    body.extend(b"--frontier--\r\n");
    body
}

async fn submit(browser: &Browser, fields: &[(&str, &[u8])]) -> Reply {
    let client = browser.client().with("sec-fetch-site", "same-origin");
    browser.keep(
        client
            .send(Method::POST, CHANGE, MULTIPART, form(fields))
            .await,
    )
}

/// What is removed goes while nobody waits for it.
async fn until_files_are(app: &TestApp, expected: usize) {
    for _ in 0..100 {
        if files(app) == expected {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{} files instead of {expected}", files(app));
}

#[tokio::test]
async fn a_patient_and_a_doctor_change_their_photos() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.doctor().await);
    for who in [&*patient as &Client, &*doctor] {
        let photo = upload(who, &png(90, 60)).await.ok()["photo"]
            .as_str()
            .unwrap()
            .to_owned();
        assert_eq!(who.get("/api/me").await.ok()["photo"], photo);
    }
    let profile = app
        .anonymous()
        .get(format!("/api/doctors/{}", doctor.id))
        .await
        .ok();
    assert_eq!(profile["photo"], doctor.get("/api/me").await.ok()["photo"]);
}

#[tokio::test]
async fn a_photo_is_shown_to_whoever_has_its_address() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let kept = upload(&patient, &png(90, 60)).await.ok();
    let reply = app
        .anonymous()
        .get(kept["photo"].as_str().unwrap())
        .await
        .is(200);
    assert_eq!(reply.header("content-type"), "image/jpeg");
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert!(reply.header("cache-control").contains("immutable"));
}

#[tokio::test]
async fn an_address_that_was_never_given_is_404() {
    let app = TestApp::start().await;
    for path in [
        "/media/0123456789abcdef0123456789abcdef.jpg",
        "/media/x",
        "/media/..%2Ftest.db",
        "/media/..%2F..%2F..%2Fetc%2Fpasswd",
        "/media/%00.jpg",
    ] {
        app.anonymous().get(path).await.is(404);
    }
}

#[tokio::test]
async fn the_old_photo_goes_when_a_new_one_or_none_is_kept() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let first = upload(&patient, &png(20, 20)).await.ok();
    let second = upload(&patient, &png(30, 30)).await.ok();
    assert_ne!(first, second);
    until_files_are(&app, 1).await;
    app.anonymous()
        .get(second["photo"].as_str().unwrap())
        .await
        .is(200);

    assert_eq!(
        patient.post(REMOVE, json!({})).await.ok(),
        json!({"photo": null})
    );
    until_files_are(&app, 0).await;
    assert!(patient.get("/api/me").await.ok()["photo"].is_null());
    patient.post(REMOVE, json!({})).await.ok();
}

#[tokio::test]
async fn nobody_changes_a_photo_without_signing_in() {
    let app = TestApp::start().await;
    upload(&app.anonymous(), &png(20, 20)).await.is(401);
    app.anonymous().post(REMOVE, json!({})).await.is(401);
    assert_eq!(files(&app), 0);
}

#[tokio::test]
async fn what_is_no_picture_is_refused_and_the_old_photo_stays() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    upload(&patient, &png(20, 20)).await.ok();
    let before = patient.get("/api/me").await.ok();

    for file in [
        &b""[..],
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n",
    ] {
        upload(&patient, file).await.field("photo");
    }
    patient
        .send(Method::POST, CHANGE, MULTIPART, form(&[("other", b"x")]))
        .await
        .field("photo");
    for size in [5 * 1024 * 1024 + 1, 9_000_000, 40_000_000] {
        let reply = upload(&patient, &vec![0; size]).await.is(413);
        assert!(reply.json["data"]["fields"]["photo"].is_string());
    }
    patient.post(CHANGE, json!({"photo": "x"})).await.is(415);
    patient
        .send(Method::POST, CHANGE, "image/png", png(20, 20))
        .await
        .is(415);
    patient
        .send(Method::POST, CHANGE, MULTIPART, "--frontier\r\nhalf")
        .await
        .is(400);
    patient
        .send(Method::POST, CHANGE, "multipart/form-data", "x")
        .await
        .is(400);

    assert_eq!(patient.get("/api/me").await.ok(), before);
    assert_eq!(files(&app), 1);
}

#[tokio::test]
async fn two_changes_at_once_leave_one_photo() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let (one, other) = (png(20, 20), png(30, 30));
    let (first, second) = tokio::join!(upload(&patient, &one), upload(&patient, &other));
    first.ok();
    second.ok();
    until_files_are(&app, 1).await;
    let photo = patient.get("/api/me").await.ok()["photo"]
        .as_str()
        .unwrap()
        .to_owned();
    app.anonymous().get(photo).await.is(200);
}

#[tokio::test]
async fn a_form_without_javascript_leads_on() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let browser = Browser::of(&app, &patient.email).await;
    let picture = png(20, 20);

    let reply = submit(
        &browser,
        &[("_to", b"/settings#photo"), ("photo", &picture)],
    )
    .await
    .is(303);
    assert_eq!(reply.location(), "/settings#photo");
    assert!(patient.get("/api/me").await.ok()["photo"].is_string());
    let reply = submit(
        &browser,
        &[("_to", b"https://evil.example"), ("photo", &picture)],
    )
    .await
    .is(303);
    assert_eq!(reply.location(), "/settings");

    let reply = browser
        .submit(REMOVE, &[("_to", "/settings"), ("_back", "/settings")])
        .await
        .is(303);
    assert_eq!(reply.location(), "/settings");
    assert!(patient.get("/api/me").await.ok()["photo"].is_null());
}

#[tokio::test]
async fn a_form_without_javascript_says_what_is_wrong() {
    let app = TestApp::start().await;
    let browser = Browser::of(&app, &app.patient().await.email).await;
    let large = vec![0; 6_000_000];
    for (file, sentence) in [
        (&b"hello"[..], "Choose a JPEG, PNG or WebP picture"),
        (&large, "larger than 5 MB"),
    ] {
        let reply = submit(&browser, &[("photo", file), ("_back", b"/settings")])
            .await
            .is(303);
        assert_eq!(reply.location(), "/settings");
        let page = browser.open("/settings").await.is(200);
        assert!(page.text.contains(sentence), "{sentence}: {}", page.text);
    }
}

#[tokio::test]
async fn a_form_of_somebody_who_is_not_signed_in_leads_to_the_sign_in_page() {
    let app = TestApp::start().await;
    let reply = submit(&Browser::new(&app), &[("photo", &png(20, 20))])
        .await
        .is(303);
    assert_eq!(reply.location(), "/login?next=%2Fsettings");
}

#[tokio::test]
async fn a_form_of_another_site_changes_no_photo() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let browser = Browser::of(&app, &patient.email).await;
    let client = browser.client().with("sec-fetch-site", "cross-site");
    client
        .send(
            Method::POST,
            CHANGE,
            MULTIPART,
            form(&[("photo", &png(20, 20))]),
        )
        .await
        .is(403);
    assert!(patient.get("/api/me").await.ok()["photo"].is_null());
}
