//! Calendar files: what may stand in them, for whom, and until when.

use std::io::Write;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use icalendar::{Calendar, Component, Event};
use medappoint::appointments::service::expire_overdue;
use serde_json::json;

use crate::harness::{Browser, Client, Doctor, PASSWORD, Patient, Reply, TestApp};

fn download(id: &str) -> String {
    format!("/api/appointments/{id}/calendar.ics")
}

#[track_caller]
fn read(reply: Reply) -> Calendar {
    let reply = reply.is(200);
    assert_eq!(reply.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(reply.header("cache-control"), "no-store");
    reply.text.parse().unwrap()
}

#[track_caller]
fn only(calendar: &Calendar) -> &Event {
    let events: Vec<&Event> = calendar.events().collect();
    assert_eq!(events.len(), 1, "{calendar}");
    events[0]
}

fn value<'a>(event: &'a Event, name: &str) -> &'a str {
    event.property_value(name).unwrap_or_default()
}

/// The path of a person's feed, made anew.
async fn feed(who: &Client) -> String {
    let made = who.post("/api/calendar-feed", json!({})).await.is(201).json;
    let address = made["address"].as_str().unwrap();
    address
        .strip_prefix("http://localhost:8080")
        .unwrap()
        .to_owned()
}

/// An accepted appointment.
async fn accepted(app: &TestApp) -> (Patient, Doctor, String) {
    let (patient, doctor, id) = app.request().await;
    doctor.accept(&id).await.is(200);
    (patient, doctor, id)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_appointment_downloads_for_both_and_nobody_else() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let path = download(&id);
    // Not before it is accepted.
    patient.get(&path).await.is(404);
    doctor.get(&path).await.is(404);
    let view = doctor.accept(&id).await.ok();

    let reply = patient.get(&path).await;
    let date = view["local"]["date"].as_str().unwrap();
    assert_eq!(
        reply.header("content-disposition"),
        format!("attachment; filename=\"appointment-{date}.ics\"")
    );
    let text = reply.text.clone();
    let calendar = read(reply);
    assert_eq!(calendar.property_value("METHOD"), Some("PUBLISH"));
    let event = only(&calendar);
    let page = format!("http://localhost:8080/appointments/{id}");
    let summary = format!("Appointment with {}, Cardiology", doctor.name);
    let wall = format!(
        "{}T{}00",
        date.replace('-', ""),
        view["local"]["time"].as_str().unwrap().replace(':', "")
    );
    for (name, wanted) in [
        ("UID", format!("{id}@localhost")),
        ("SUMMARY", summary),
        ("STATUS", "CONFIRMED".to_owned()),
        ("SEQUENCE", view["version"].to_string()),
        ("URL", page),
        ("LOCATION", "Clínica Sol, Calle Mayor 1, Madrid".to_owned()),
        ("GEO", "40.4168;-3.7038".to_owned()),
        ("DTSTART", wall),
    ] {
        assert_eq!(value(event, name), wanted, "{name}");
    }
    let zone = event.properties()["DTSTART"].params()["TZID"].value();
    assert_eq!(zone, "Europe/Madrid");
    assert!(text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Madrid\r\n"));

    // The doctor's names nobody, and neither says why.
    let theirs = doctor.get(&path).await.is(200).text;
    let initials = format!(
        "SUMMARY:Appointment: P{}",
        &patient.name["Patient ".len()..][..1]
    );
    assert!(theirs.contains(&initials), "{theirs}");
    for text in [&text, &theirs] {
        for secret in [
            "Palpitations",
            "At night",
            "Ring twice",
            &patient.name,
            &doctor.email,
        ] {
            assert!(!text.contains(secret), "{secret}: {text}");
        }
    }

    app.patient().await.get(&path).await.is(404);
    app.doctor().await.get(&path).await.is(404);
    app.administrator().await.get(&path).await.is(403);
    app.anonymous().get(&path).await.is(401);
    patient.get(download("1")).await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_appointment_downloads_as_its_cancellation() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = accepted(&app).await;
    let calendar = read(patient.get(download(&id)).await);
    let (uid, sequence) = {
        let event = only(&calendar);
        (
            value(event, "UID").to_owned(),
            event.get_sequence().unwrap(),
        )
    };
    patient
        .post(format!("/api/appointments/{id}/cancel"), json!({}))
        .await
        .is(200);
    for who in [&**patient as &Client, &**doctor] {
        let calendar = read(who.get(download(&id)).await);
        assert_eq!(calendar.property_value("METHOD"), Some("CANCEL"));
        let event = only(&calendar);
        assert_eq!(value(event, "STATUS"), "CANCELLED");
        assert_eq!(value(event, "UID"), uid);
        assert!(event.get_sequence().unwrap() > sequence);
    }
    // One that no calendar can hold has nothing to take back.
    let id = patient.asked(&doctor, &doctor.slot(3).await).await;
    patient
        .post(format!("/api/appointments/{id}/cancel"), json!({}))
        .await
        .is(200);
    patient.get(download(&id)).await.is(404);
    let feed = read(app.anonymous().get(feed(&patient).await).await);
    assert_eq!(value(only(&feed), "UID"), uid);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_needs_no_sign_in_but_its_address() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = accepted(&app).await;
    let waiting = patient.asked(&doctor, &doctor.slot(4).await).await;
    assert_eq!(patient.get("/api/calendar-feed").await.ok(), json!({}));
    let path = feed(&patient).await;
    assert_eq!(path.len(), "/api/calendar/.ics".len() + 64);

    // A request that waits for its answer is no appointment yet.
    let calendar = read(app.anonymous().get(&path).await);
    let event = only(&calendar);
    assert_eq!(value(event, "UID"), format!("{id}@localhost"));
    assert_eq!(value(event, "STATUS"), "CONFIRMED");
    assert_eq!(calendar.get_name(), Some("MedAppoint"));
    doctor.accept(&waiting).await.is(200);
    assert_eq!(read(app.anonymous().get(&path).await).events().count(), 2);
    // Each has their own.
    let theirs = feed(&doctor).await;
    let calendar = read(app.anonymous().get(&theirs).await);
    assert_eq!(calendar.events().count(), 2);
    assert!(!calendar.to_string().contains(&patient.name));
    let stranger = app.patient().await;
    let nothing = feed(&stranger).await;
    assert_eq!(read(app.anonymous().get(nothing).await).events().count(), 0);

    // Made anew, the one before is dead; removed, there is none.
    let second = feed(&patient).await;
    assert_ne!(second, path);
    app.anonymous().get(&path).await.is(404);
    read(app.anonymous().get(&second).await);
    let state = patient.get("/api/calendar-feed").await.ok();
    assert!(
        state["since"].is_string() && state["address"].is_null(),
        "{state}"
    );
    patient.delete("/api/calendar-feed").await.is(200);
    patient.delete("/api/calendar-feed").await.is(200);
    app.anonymous().get(&second).await.is(404);
    read(app.anonymous().get(&theirs).await);

    for path in [
        "/api/calendar/.ics".to_owned(),
        "/api/calendar/x.ics".to_owned(),
        theirs.replace(".ics", ""),
        theirs.to_uppercase(),
    ] {
        app.anonymous().get(path).await.is(404);
    }
    let nobody = app.anonymous();
    for (who, status) in [(&*nobody, 401), (&*app.administrator().await, 403)] {
        who.get("/api/calendar-feed").await.is(status);
        who.post("/api/calendar-feed", json!({})).await.is(status);
        who.delete("/api/calendar-feed").await.is(status);
    }
    // The database knows no address.
    let secret = theirs
        .trim_start_matches("/api/calendar/")
        .trim_end_matches(".ics");
    let known = "select count(*) from calendar_feeds where secret_hash = ";
    assert_eq!(app.count(&format!("{known}'{secret}'"), vec![]).await, 0);
    assert_eq!(
        app.count(
            "select count(*) from calendar_feeds where length(secret_hash) = 64",
            vec![]
        )
        .await,
        2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_speaks_the_language_of_its_owner_whatever_a_program_asks_for() {
    let app = TestApp::start().await;
    let (patient, _, _) = accepted(&app).await;
    let path = feed(&patient).await;
    let program = app.anonymous().with("accept-language", "ar");
    for (language, says) in [("es", "Cita con"), ("en", "Appointment with")] {
        let login = json!({"email": patient.email, "password": PASSWORD});
        let reader = app.anonymous().with("accept-language", language);
        reader.post("/api/auth/login", login).await.is(200);
        let calendar = read(program.get(&path).await);
        let summary = value(only(&calendar), "SUMMARY");
        assert!(summary.starts_with(says), "{summary}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspended_person_has_no_feed() {
    let app = TestApp::start().await;
    let (patient, _, _) = accepted(&app).await;
    let path = feed(&patient).await;
    read(app.anonymous().get(&path).await);
    app.sql(
        "update users set suspended_at = $1 where id = $2",
        vec![app.now().into(), patient.id.into()],
    )
    .await
    .unwrap();
    app.anonymous().get(&path).await.is(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_holds_what_is_to_come_and_ninety_days() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = accepted(&app).await;
    let (path, theirs) = (feed(&patient).await, feed(&doctor).await);
    let starts_at: DateTime<Utc> = patient.sees(&id).await["starts_at"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    let at = |days: i64| {
        app.clock
            .advance(starts_at + TimeDelta::days(days) - app.now())
    };
    at(1);
    let doctor = doctor.again(&app).await;
    doctor
        .post(format!("/api/appointments/{id}/complete"), json!({}))
        .await
        .is(200);
    let calendar = read(app.anonymous().get(&path).await);
    assert_eq!(value(only(&calendar), "STATUS"), "CONFIRMED");
    at(89);
    assert_eq!(read(app.anonymous().get(&path).await).events().count(), 1);
    at(91);
    for path in [path, theirs] {
        assert_eq!(read(app.anonymous().get(&path).await).events().count(), 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_feed_says_for_thirty_days_that_something_was_cancelled() {
    let app = TestApp::start().await;
    let (patient, _, id) = accepted(&app).await;
    let path = feed(&patient).await;
    patient
        .post(format!("/api/appointments/{id}/cancel"), json!({}))
        .await
        .is(200);
    app.clock.advance(TimeDelta::days(29));
    let calendar = read(app.anonymous().get(&path).await);
    assert_eq!(value(only(&calendar), "STATUS"), "CANCELLED");
    assert_eq!(calendar.property_value("METHOD"), Some("PUBLISH"));
    app.clock.advance(TimeDelta::days(2));
    assert_eq!(read(app.anonymous().get(&path).await).events().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_only_suggested_stands_in_feeds_alone() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let path = feed(&patient).await;
    doctor.suggest(&id, &doctor.slot(9).await).await.is(200);
    let calendar = read(app.anonymous().get(&path).await);
    assert_eq!(value(only(&calendar), "STATUS"), "TENTATIVE");
    assert!(value(only(&calendar), "DESCRIPTION").starts_with("Suggested"));
    patient.get(download(&id)).await.is(404);
    // Nobody can have added it from a file; a feed that showed it says that it is over.
    app.set_clock(patient.sees(&id).await["answer_by"].as_str().unwrap());
    assert_eq!(expire_overdue(&app).await.unwrap(), 1);
    let calendar = read(app.anonymous().get(&path).await);
    assert_eq!(value(only(&calendar), "STATUS"), "CANCELLED");
    let patient = patient.again(&app).await;
    patient.get(download(&id)).await.is(404);
    let page = Browser::of(&app, &patient.email).await;
    let page = page.open(&format!("/appointments/{id}")).await.is(200).text;
    assert!(!page.contains("calendar.ics"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suggestion_moves_what_was_agreed_in_a_calendar_and_takes_it_out_when_it_lapses() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = accepted(&app).await;
    let (path, theirs) = (feed(&patient).await, feed(&doctor).await);
    let page = format!("/appointments/{id}");
    let agreed = read(patient.get(download(&id)).await);
    let old = only(&agreed);
    doctor.suggest(&id, &doctor.slot(9).await).await.is(200);
    // The old time was given up: whoever added it gets the new one in its place, as not agreed yet.
    let suggested = read(patient.get(download(&id)).await);
    assert_eq!(suggested.property_value("METHOD"), Some("PUBLISH"));
    let new = only(&suggested);
    assert_eq!(value(new, "STATUS"), "TENTATIVE");
    assert_eq!(value(new, "UID"), value(old, "UID"));
    assert_ne!(value(new, "DTSTART"), value(old, "DTSTART"));
    assert!(new.get_sequence() > old.get_sequence());
    let shown = async |patient: &Patient| {
        let browser = Browser::of(&app, &patient.email).await;
        browser.open(&page).await.is(200).text
    };
    let text = shown(&patient).await;
    assert!(text.contains(&download(&id)) && text.contains("Update your calendar"));

    app.set_clock(patient.sees(&id).await["answer_by"].as_str().unwrap());
    assert_eq!(expire_overdue(&app).await.unwrap(), 1);
    let (patient, doctor) = (patient.again(&app).await, doctor.again(&app).await);
    for who in [&**patient as &Client, &**doctor] {
        let lapsed = read(who.get(download(&id)).await);
        assert_eq!(lapsed.property_value("METHOD"), Some("CANCEL"));
        let gone = only(&lapsed);
        assert_eq!(value(gone, "STATUS"), "CANCELLED");
        assert_eq!(value(gone, "UID"), value(old, "UID"));
        assert!(gone.get_sequence() > new.get_sequence());
    }
    let text = shown(&patient).await;
    assert!(text.contains(&download(&id)) && text.contains("Take out of your calendar"));
    for feed in [&path, &theirs] {
        let calendar = read(app.anonymous().get(feed).await);
        assert_eq!(value(only(&calendar), "STATUS"), "CANCELLED");
    }
    app.clock.advance(TimeDelta::days(31));
    assert_eq!(read(app.anonymous().get(&path).await).events().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_takes_the_old_time_out_once_the_new_one_is_agreed() {
    let app = TestApp::start().await;
    let (patient, doctor, old) = accepted(&app).await;
    let new = patient.moves(&old, &doctor.slot(9).await).await;
    // Until then the old one stands, and the new one is nobody's yet.
    let calendar = read(patient.get(download(&old)).await);
    assert_eq!(calendar.property_value("METHOD"), Some("PUBLISH"));
    patient.get(download(&new)).await.is(404);
    doctor.accept(&new).await.is(200);
    for (id, method, label) in [
        (&old, "CANCEL", "Take out of your calendar"),
        (&new, "PUBLISH", "Add to calendar"),
    ] {
        let calendar = read(patient.get(download(id)).await);
        assert_eq!(calendar.property_value("METHOD"), Some(method));
        let browser = Browser::of(&app, &patient.email).await;
        let page = browser.open(&format!("/appointments/{id}")).await.text;
        assert!(page.contains(label), "{label}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_client_the_address_is_shown_on_the_page_that_follows_and_once() {
    let app = TestApp::start().await;
    let (patient, _, id) = accepted(&app).await;
    let browser = Browser::of(&app, &patient.email).await;
    let page = browser.open(&format!("/appointments/{id}")).await.text;
    assert!(page.contains(&download(&id)) && page.contains("Add to calendar"));
    let page = browser.open("/settings/calendar").await.is(200).text;
    assert!(page.contains("Make a private address") && !page.contains("Remove the address"));

    let made = browser
        .submit(
            "/api/calendar-feed",
            &[
                ("_to", "/settings/calendar"),
                ("_back", "/settings/calendar"),
            ],
        )
        .await;
    assert_eq!(
        (made.status, made.header("location")),
        (303, "/settings/calendar")
    );
    let page = browser.open("/settings/calendar").await.text;
    let (_, rest) = page
        .split_once("http://localhost:8080/api/calendar/")
        .unwrap();
    let path = format!("/api/calendar/{}", &rest[..68]);
    read(app.anonymous().get(&path).await);
    let page = browser.open("/settings/calendar").await.text;
    assert!(!page.contains("/api/calendar/") && page.contains("Remove the address"));

    browser
        .submit(
            "/api/calendar-feed",
            &[
                ("_method", "DELETE"),
                ("_to", "/settings/calendar"),
                ("_back", "/settings/calendar"),
            ],
        )
        .await
        .is(303);
    app.anonymous().get(&path).await.is(404);
    let page = browser.open("/settings/calendar").await.text;
    assert!(page.contains("Make a private address"));
}

/// What is logged while this thread listens.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// On one thread, so that all of a request is logged where somebody listens.
#[tokio::test]
async fn an_address_is_never_logged() {
    let app = TestApp::start().await;
    let patient = app.patient().await;
    let path = feed(&patient).await;
    let secret = path
        .trim_start_matches("/api/calendar/")
        .trim_end_matches(".ics");
    let log = Log::default();
    let writer = log.clone();
    let logger = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    // Once unheard: what can be logged is known from then on, also to other tests beside this one.
    app.anonymous().get(&path).await.is(200);
    {
        let _listening = tracing::subscriber::set_default(logger);
        // What is listened to is remembered for the whole process, and tests beside this one begin
        // and end to listen too: on until this one is heard.
        for _ in 0..50 {
            tracing::callsite::rebuild_interest_cache();
            app.anonymous().get(&path).await.is(200);
            if !log.0.lock().unwrap().is_empty() {
                break;
            }
        }
        app.anonymous().get(format!("{path}?x=1")).await.is(200);
        app.anonymous().get(path.replace(".ics", "")).await.is(404);
        app.anonymous().post(&path, json!({})).await.is(405);
    }
    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("/api/calendar/{name}"), "{logged}");
    assert!(!logged.contains(secret), "{logged}");
    let metrics = app.client.on_this_machine().get("/metrics").await.text;
    assert!(!metrics.contains(secret));
}
