//! Clinics that are added once, changed from several pages, and removed while others ask for a time.

use std::time::Duration;

use dioxus::server::axum::http::Method;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::harness::{Browser, Doctor, TestApp, at_once};

const CLINICS: &str = "/api/clinics";

fn clinic(name: &str) -> Value {
    json!({"name": name, "address": "Calle Mayor 1", "time_zone": "Europe/Madrid"})
}

/// The same body with one field more.
fn with(mut body: Value, field: &str, value: impl Into<Value>) -> Value {
    body[field] = value.into();
    body
}

/// The names of a doctor's clinics.
async fn names(doctor: &Doctor) -> Vec<String> {
    let page = doctor.get(CLINICS).await.ok();
    let clinics = page["items"].as_array().unwrap();
    let name = |clinic: &Value| clinic["name"].as_str().unwrap().to_owned();
    clinics.iter().map(name).collect()
}

/// A doctor with one clinic, and the path of that.
async fn keeper(app: &TestApp) -> (Doctor, String) {
    let doctor = app.doctor().await;
    let made = doctor.post(CLINICS, clinic("Sol")).await.is(201).json;
    assert_eq!(made["version"], 1);
    let path = format!("{CLINICS}/{}", made["id"].as_str().unwrap());
    (doctor, path)
}

/// The fields of a form of the page, by its id: the names and values that stand there.
fn fields(page: &str, form: &str) -> Vec<(String, String)> {
    let (_, rest) = page.split_once(&format!("id=\"{form}\"")).unwrap();
    let (form, _) = rest.split_once("</form>").unwrap();
    let inputs = form.split("<input").skip(1);
    let read = |input: &str, name: &str| {
        let (_, rest) = input.split_once(&format!(" {name}=\""))?;
        rest.split('"').next().map(str::to_owned)
    };
    inputs
        .filter_map(|input| {
            let input = input.split('>').next()?;
            Some((
                read(input, "name")?,
                read(input, "value").unwrap_or_default(),
            ))
        })
        .collect()
}

/// Sends a form as it stands on the page, with these fields typed into it.
async fn send(
    browser: &Browser,
    action: &str,
    form: &[(String, String)],
    typed: &[(&str, &str)],
) -> String {
    let mut sent: Vec<(&str, &str)> = form
        .iter()
        .filter(|(name, _)| typed.iter().all(|(other, _)| other != name))
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    sent.extend(typed);
    let reply = browser.submit(action, &sent).await.is(303);
    assert_eq!(reply.location(), "/availability");
    browser.open("/availability").await.is(200).text
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clinic_that_is_sent_twice_is_one() {
    let app = TestApp::start().await;
    let (doctor, colleague) = (app.doctor().await, app.doctor().await);
    let once = with(clinic("Sol"), "idempotency_key", "one");
    let first = doctor.post(CLINICS, once.clone()).await.is(201).json;
    assert_eq!(doctor.post(CLINICS, once.clone()).await.is(201).json, first);
    assert_eq!(names(&doctor).await, ["Sol"]);
    // The same key does not stand for anything else, nor for anybody else.
    doctor
        .post(CLINICS, with(clinic("Luna"), "idempotency_key", "one"))
        .await
        .field("idempotency_key");
    let theirs = colleague.post(CLINICS, once).await.is(201).json;
    assert_ne!(theirs["id"], first["id"]);
    // What failed may be tried again under its key, and without one each call is another.
    let two = |name: &str| with(clinic(name), "idempotency_key", "two");
    doctor.post(CLINICS, two("")).await.field("name");
    doctor.post(CLINICS, two("Luna")).await.is(201);
    doctor.post(CLINICS, clinic("Luna")).await.is(201);
    assert_eq!(names(&doctor).await, ["Sol", "Luna", "Luna"]);
    for key in ["k".repeat(101), "\0".to_owned()] {
        doctor
            .post(CLINICS, with(clinic("Sol"), "idempotency_key", key))
            .await
            .field("idempotency_key");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clinic_that_is_sent_ten_times_at_once_is_one() {
    let app = TestApp::start().await;
    let doctor = app.doctor().await;
    let answers = at_once((0..10).map(|_| {
        let doctor = doctor.clone();
        let once = with(clinic("Sol"), "idempotency_key", "one");
        async move { doctor.post(CLINICS, once).await.is(201).json }
    }))
    .await;
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    assert_eq!(names(&doctor).await, ["Sol"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_of_a_new_clinic_may_be_sent_again() {
    let app = TestApp::start().await;
    let doctor = app.doctor().await;
    let browser = Browser::of(&app, &doctor.email).await;
    let page = browser.open("/availability").await.is(200).text;
    let form = fields(&page, "form-new-clinic-clinics");
    let typed = [
        ("name", "Sol"),
        ("address", "Calle Mayor 1"),
        ("time_zone", "Europe/Madrid"),
    ];
    send(&browser, CLINICS, &form, &typed).await;
    let page = send(&browser, CLINICS, &form, &typed).await;
    assert_eq!(names(&doctor).await, ["Sol"]);
    // The page that follows is for another one.
    let form = fields(&page, "form-new-clinic-clinics");
    send(&browser, CLINICS, &form, &typed).await;
    assert_eq!(names(&doctor).await, ["Sol", "Sol"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clinic_of_an_older_tab_does_not_undo_that_of_a_newer() {
    let app = TestApp::start().await;
    let (doctor, path) = keeper(&app).await;
    let on = |name: &str, version: Value| with(clinic(name), "version", version);
    let first = doctor.put(&path, on("Luna", json!(1))).await.ok();
    assert_eq!(first["version"], 2);
    for version in [json!(1), json!("1"), json!(3), json!("two")] {
        let refused = doctor.put(&path, on("Mar", version.clone())).await.is(409);
        let sentence = refused.json["message"].as_str().unwrap();
        assert!(sentence.contains("changed meanwhile"), "{sentence}");
        let body = json!({"version": version});
        doctor.json(Method::DELETE, &path, &body).await.is(409);
    }
    assert_eq!(doctor.get(CLINICS).await.ok()["items"], json!([first]));
    // Whoever names the newest, or none, changes what there is.
    let second = doctor.put(&path, on("Mar", json!("2"))).await.ok();
    assert_eq!(second["version"], 3);
    doctor.put(&path, on("Sol", json!(""))).await.is(200);
    doctor.put(&path, clinic("Sol")).await.is(200);
    let newest = json!({"version": 5});
    doctor.json(Method::DELETE, &path, &newest).await.is(200);
    assert!(names(&doctor).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_changes_of_one_version_at_once_one_is_kept() {
    let app = TestApp::start().await;
    let (doctor, path) = keeper(&app).await;
    let answers = at_once((0..8).map(|n| {
        let (doctor, path) = (doctor.clone(), path.clone());
        let typed = with(clinic(&format!("Sol {n}")), "version", 1);
        async move { doctor.put(path, typed).await }
    }))
    .await;
    let kept: Vec<_> = answers.iter().filter(|reply| reply.status == 200).collect();
    assert_eq!(kept.len(), 1);
    assert!(
        answers
            .iter()
            .all(|reply| [200, 409].contains(&reply.status))
    );
    assert_eq!(
        names(&doctor).await,
        [kept[0].json["name"].as_str().unwrap()]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_forms_of_a_clinic_say_what_they_saw_and_show_their_own_refusals() {
    let app = TestApp::start().await;
    let (doctor, path) = keeper(&app).await;
    let id = path.rsplit('/').next().unwrap();
    let (change, remove) = (
        format!("form-change-{id}-clinics-{id}"),
        format!("form-remove-{id}-clinics-{id}-remove"),
    );
    let removal = format!("{path}?remove");
    let browser = Browser::of(&app, &doctor.email).await;
    let older = browser.open("/availability").await.is(200).text;
    doctor.put(&path, clinic("Luna")).await.ok();

    let trouble = |page: &str| {
        let shown = |which: &str| page.contains(&format!("id=\"errors-{which}-{id}\""));
        (shown("change"), shown("remove"))
    };
    let typed = [("name", "Mar"), ("address", "Calle Menor 2")];
    let page = send(&browser, &path, &fields(&older, &change), &typed).await;
    assert_eq!(trouble(&page), (true, false));
    assert!(page.contains("This clinic was changed meanwhile"));
    assert!(page.contains("Mar") && page.contains("Calle Menor 2"));
    assert_eq!(names(&doctor).await, ["Luna"]);
    let page = send(&browser, &removal, &fields(&older, &remove), &[]).await;
    assert_eq!(trouble(&page), (false, true));
    assert_eq!(names(&doctor).await, ["Luna"]);
    // The page that was loaded again carries the version that there is.
    let page = browser.open("/availability").await.is(200).text;
    assert_eq!(trouble(&page), (false, false));
    let page = send(&browser, &path, &fields(&page, &change), &typed).await;
    assert_eq!(trouble(&page), (false, false));
    assert_eq!(names(&doctor).await, ["Mar"]);
    send(&browser, &removal, &fields(&page, &remove), &[]).await;
    assert!(names(&doctor).await.is_empty());
}

/// Whoever asks for a time has seen that the clinic is there. It stays until they have it.
#[tokio::test(flavor = "multi_thread")]
async fn a_clinic_and_hours_wait_for_whoever_asks_for_a_time_there() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let id = patient.asked(&doctor, &doctor.slot(0).await).await;
    patient.cancel(&id).await.is(200);
    let path = format!("{CLINICS}/{}", doctor.clinic);

    // As somebody does who asks for this doctor's time.
    let asking = app.db.begin().await.unwrap();
    let held = "update users set full_name = full_name";
    asking.execute_unprepared(held).await.unwrap();
    let (by_hours, by_change, by_removal) = (doctor.clone(), doctor.clone(), doctor.clone());
    let (changed, removed) = (path.clone(), path.clone());
    let no_hours = tokio::spawn(async move {
        let none = json!({"weekly": []});
        by_hours.put("/api/availability", none).await
    });
    let changing = tokio::spawn(async move { by_change.put(changed, clinic("Luna")).await });
    let removing = tokio::spawn(async move { by_removal.delete(removed).await });
    sleep(Duration::from_millis(300)).await;
    assert!(!no_hours.is_finished() && !changing.is_finished() && !removing.is_finished());
    let got = "update appointments set status = 'pending'";
    asking.execute_unprepared(got).await.unwrap();
    asking.commit().await.unwrap();
    no_hours.await.unwrap().is(200);
    changing.await.unwrap().is(200);
    removing.await.unwrap().is(409);
    assert_eq!(names(&doctor).await, ["Luna"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_a_time_at_a_clinic_that_is_removed_at_the_same_moment() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    for n in 0..8 {
        let doctor = app.working_doctor().await;
        let slot = doctor.slot(n).await;
        let path = format!("{CLINICS}/{}", doctor.clinic);
        let (asked, removed) = tokio::join!(patient.request(&doctor, &slot), doctor.delete(&path));
        match (asked.status, removed.status) {
            (201, 409) => {
                let id = asked.json["id"].as_str().unwrap();
                patient.cancel(id).await.is(200);
            }
            (409, 200) => {}
            other => panic!("{other:?}: {} {}", asked.text, removed.text),
        }
    }
}
