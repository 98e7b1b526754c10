//! A doctor's week: what stands in it, whose it is, and on which day by which clock.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use crate::harness::{Browser, Client, Doctor, TestApp, starts_at};

async fn week(doctor: &Doctor, from: &str) -> Value {
    doctor
        .get(format!("/api/calendar/week?from={from}"))
        .await
        .ok()
}

fn html(week: &Value) -> &str {
    week["calendar"]["html"].as_str().unwrap()
}

/// The columns of a week by their heading, "Mon 23 Nov".
fn columns(week: &Value) -> Vec<(String, String)> {
    let parts = html(week).split("<section").skip(1);
    parts
        .map(|part| {
            let (_, rest) = part.split_once("<h2").unwrap();
            let (head, body) = rest.split_once("</h2>").unwrap();
            (text(&format!("<h2{head}")), body.to_owned())
        })
        .collect()
}

/// What of HTML is read.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

#[track_caller]
fn column(week: &Value, head: &str) -> String {
    let columns = columns(week);
    let found = columns.iter().find(|(name, _)| name.starts_with(head));
    let (_, body) = found.unwrap_or_else(|| panic!("no {head} in {columns:?}"));
    body.clone()
}

fn date_of(slot: &Value) -> NaiveDate {
    slot["local"]["date"].as_str().unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn appointments_stand_where_they_are_and_say_how_they_stand() {
    let app = TestApp::start().await;
    // A Monday morning.
    app.set_clock("2026-11-23T05:00:00Z");
    let (patient, other) = (
        app.patient_named("Ana <b>Reyes</b>").await,
        app.patient_named("Bruno Sala").await,
    );
    let doctor = app.working_doctor().await;
    let slots = doctor.slots("2026-11-25".parse().unwrap(), 1).await;
    let pending = patient.asked(&doctor, &starts_at(&slots[2])).await;
    let accepted = other.asked(&doctor, &starts_at(&slots[5])).await;
    doctor.accept(&accepted).await.is(200);

    let answer = week(&doctor, "").await;
    assert_eq!(answer["title"], "23–29 November 2026");
    assert_eq!(
        (&answer["previous"], &answer["next"], &answer["current"]),
        (&json!("2026-11-16"), &json!("2026-11-30"), &json!(true))
    );
    assert!(html(&answer).contains("All times are Madrid time (UTC+1)."));
    assert_eq!(html(&answer).matches("Madrid time").count(), 1);
    let wednesday = column(&answer, "Wed 25 Nov");
    // 08:00 and two slots on: twelve quarters after six.
    for part in [
        "<li class=\"from-12 for-2\">",
        &format!("<a class=\"slot pending\" href=\"/appointments/{pending}\""),
        "<li class=\"from-18 for-2\">",
        &format!("<a class=\"slot accepted\" href=\"/appointments/{accepted}\""),
        "title=\"10:30–11:00 Bruno Sala, Accepted\"",
    ] {
        assert!(wednesday.contains(part), "{part}: {wednesday}");
    }
    let read = text(&wednesday);
    for words in [
        "Free 08:00–09:00",
        "09:00 PendingAna &#60;b&#62;Reyes&#60;/b&#62;",
        "Free 09:30–10:30",
        "10:30 Accepted Bruno Sala",
        "Free 11:00–20:00",
    ] {
        assert!(read.contains(words), "{words}: {read}");
    }
    // In the order of the day, for who reads it as a list.
    assert!(read.find("09:00 Pending") < read.find("10:30 Accepted"));
    assert!(!html(&answer).contains("Palpitations"));

    // What came to nothing is gone, and its time is free.
    doctor.decline(&pending).await.is(200);
    let answer = week(&doctor, "2026-11-29").await;
    let read = text(&column(&answer, "Wed"));
    assert!(
        read.contains("Free 08:00–10:30") && !read.contains("Ana"),
        "{read}"
    );
    // The next week is another one.
    let answer = week(&doctor, "2026-11-30").await;
    assert_eq!(answer["title"], "30 November–6 December 2026");
    assert_eq!(answer["current"], false);
    assert!(!html(&answer).contains("Bruno"));
    assert_eq!(
        week(&doctor, "2026-12-30").await["title"],
        "28 December 2026–3 January 2027"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_is_its_own_doctors() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let date = patient.sees(&id).await["local"]["date"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(html(&week(&doctor, &date).await).contains(&id));
    let colleague = app.working_doctor().await;
    let theirs = week(&colleague, &date).await;
    assert!(!html(&theirs).contains(&id) && !html(&theirs).contains(&patient.name));
    let (administrator, nobody) = (app.administrator().await, app.anonymous());
    for (who, status) in [
        (&**patient as &Client, 403),
        (&*administrator, 403),
        (&*nobody, 401),
    ] {
        who.get("/api/calendar/week").await.is(status);
    }
    for wrong in [
        "soon",
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "2026-11-23T08:00:00Z",
    ] {
        let reply = doctor.get(format!("/api/calendar/week?from={wrong}")).await;
        assert_eq!(reply.field("from"), "From must be a date, like 2026-12-24.");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_on_which_the_clock_changes_is_as_long_as_it_is() {
    for (at, from, days, clock, morning) in [
        (
            "2027-03-22T05:00:00Z",
            "2027-03-28",
            ["Sat 27 Mar", "Sun 28 Mar"],
            "(UTC+1, from Sunday 28 March on UTC+2)",
            "Free 00:00–09:00",
        ),
        (
            "2027-10-25T05:00:00Z",
            "2027-10-31",
            ["Sat 30 Oct", "Sun 31 Oct"],
            "(UTC+2, from Sunday 31 October on UTC+1)",
            // Of the hour that comes twice, only the first is offered.
            "Free 00:00–03:00Free 03:00–09:00",
        ),
    ] {
        let app = TestApp::start().await;
        app.set_clock(at);
        let (patient, doctor) = (app.patient().await, app.working_doctor().await);
        doctor.works("00:00", "24:00").await;
        let date: NaiveDate = from.parse().unwrap();
        for day in [date - Days::new(1), date] {
            let slots = doctor.slots(day, 1).await;
            let nine = slots
                .iter()
                .find(|slot| slot["local"]["time"] == "09:00")
                .unwrap();
            patient.asked(&doctor, &starts_at(nine)).await;
            assert_eq!(date_of(nine), day);
        }
        let answer = week(&doctor, from).await;
        assert!(html(&answer).contains(clock), "{}", html(&answer));
        for (day, morning) in days.into_iter().zip(["Free 00:00–09:00", morning]) {
            let body = column(&answer, day);
            // Nine o'clock is nine o'clock on both days.
            assert!(
                body.contains("<li class=\"from-12 for-2\"><a class=\"slot pending\""),
                "{body}"
            );
            let read = text(&body);
            assert!(
                read.starts_with(&format!("{morning}09:00 Pending")),
                "{read}"
            );
            assert!(read.ends_with("Free 09:30–24:00"), "{read}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn clinics_in_two_zones_have_their_own_clocks() {
    let app = TestApp::start().await;
    app.set_clock("2026-11-23T05:00:00Z");
    let patient = app.patient().await;
    let doctor = app.working_doctor().await;
    let there = json!({"name": "Fifth Avenue", "address": "Fifth Avenue 1", "time_zone": "America/New_York"});
    let there = doctor.post("/api/clinics", there).await.is(201).json["id"].clone();
    let hours = json!({"weekly": [
        {"clinic_id": doctor.clinic, "weekday": 3, "from": "09:00", "to": "10:00", "slot_minutes": 30},
        {"clinic_id": there, "weekday": 3, "from": "20:00", "to": "22:00", "slot_minutes": 60},
    ]});
    doctor.put("/api/availability", hours).await.ok();
    // Half past eight in the evening there is Thursday already in Madrid.
    let slots = doctor.slots("2026-11-25".parse().unwrap(), 1).await;
    let late = slots
        .iter()
        .find(|slot| slot["local"]["time"] == "21:00")
        .unwrap();
    assert_eq!(late["starts_at"], "2026-11-26T02:00:00Z");
    patient.asked(&doctor, &starts_at(late)).await;

    let answer = week(&doctor, "").await;
    let said = "All times are of the place itself. Clínica Sol: Madrid time (UTC+1); \
                Fifth Avenue: New York time (UTC−5).";
    assert!(html(&answer).contains(said), "{}", html(&answer));
    let wednesday = column(&answer, "Wed 25 Nov");
    let read = text(&wednesday);
    for words in [
        "Free 09:00–10:00 · Clínica Sol",
        "Free 20:00–21:00 · Fifth Avenue",
        "21:00 Pending",
    ] {
        assert!(read.contains(words), "{words}: {read}");
    }
    assert!(wednesday.contains("<li class=\"from-60 for-4\"><a class=\"slot pending\""));
    assert_eq!(text(&column(&answer, "Thu 26 Nov")), "Nothing planned");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_as_usual_is_said_and_shown() {
    let app = TestApp::start().await;
    app.set_clock("2026-11-25T05:00:00Z");
    let doctor = app.working_doctor().await;
    let weekly: Vec<Value> = (1..=5)
        .map(|day| json!({"clinic_id": doctor.clinic, "weekday": day, "from": "09:00", "to": "13:00", "slot_minutes": 60}))
        .collect();
    let hours = json!({"weekly": weekly, "exceptions": [
        {"date": "2026-11-23", "kind": "closed"},
        {"date": "2026-11-26", "kind": "closed", "from": "10:00", "to": "11:00"},
        {"date": "2026-11-27", "kind": "closed", "until": "2026-12-02"},
        {"date": "2026-11-28", "kind": "extra", "clinic_id": doctor.clinic, "from": "10:00", "to": "12:00"},
        {"date": "2026-12-24", "kind": "closed"},
    ]});
    doctor.put("/api/availability", hours).await.ok();
    let answer = week(&doctor, "").await;
    let read = text(html(&answer));
    for words in [
        // Also a day that has passed.
        "Mon 23 Nov: closed",
        "Thu 26 Nov: closed 10:00–11:00",
        "Fri 27 Nov to Wed 2 Dec: closed",
        "Sat 28 Nov: extra hours 10:00–12:00",
    ] {
        assert!(read.contains(words), "{words}: {read}");
    }
    assert!(!read.contains("24 Dec"));
    let heads: Vec<String> = columns(&answer).into_iter().map(|(head, _)| head).collect();
    assert_eq!(heads[0], "Mon 23 Nov · closed");
    assert_eq!(heads[2], "Wed 25 Nov · today");
    assert_eq!(heads[4], "Fri 27 Nov · closed");
    let thursday = column(&answer, "Thu");
    assert_eq!(
        text(&thursday),
        "Free 09:00–10:00Closed 10:00–11:00Free 11:00–13:00"
    );
    assert!(thursday.contains("<li class=\"from-16 for-4\"><div class=\"slot shut\">"));
    assert_eq!(text(&column(&answer, "Sat 28 Nov")), "Free 10:00–12:00");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_week_says_so() {
    let app = TestApp::start().await;
    app.set_clock("2026-11-23T05:00:00Z");
    let doctor = app.doctor().await;
    let answer = week(&doctor, "").await;
    // Five days: nothing is on the other two.
    assert_eq!(columns(&answer).len(), 5);
    assert!(html(&answer).contains("<div class=\"week five\">"));
    assert!(text(html(&answer)).contains("You have no hours yet."));
    assert_eq!(text(&column(&answer, "Mon 23 Nov")), "Nothing planned");
    // One that has long passed has no free hours any more.
    let doctor = app.working_doctor().await;
    let answer = week(&doctor, "2026-09-07").await;
    assert!(!html(&answer).contains("Free"));
    assert!(!text(html(&answer)).contains("You have no hours yet."));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_works_without_the_client() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let date = patient.sees(&id).await["local"]["date"]
        .as_str()
        .unwrap()
        .to_owned();
    let browser = Browser::of(&app, &doctor.email).await;
    let page = browser.open("/appointments").await.is(200).text;
    assert!(page.contains("href=\"/appointments?view=week\""));
    let page = browser
        .open(&format!("/appointments?view=week&from={date}"))
        .await
        .is(200)
        .text;
    assert!(page.contains(&format!(
        "<a class=\"slot pending\" href=\"/appointments/{id}\""
    )));
    assert!(page.contains("Next week") && page.contains("/appointments?view=week&#38;from="));
    let page = browser.open("/appointments?view=week&from=soon").await;
    assert!((400..500).contains(&page.status), "{}", page.status);
    // It is the doctor's alone: a patient has their list there.
    let browser = Browser::of(&app, &patient.email).await;
    let page = browser.open("/appointments?view=week").await.is(200).text;
    assert!(page.contains("Your appointments"));
}
