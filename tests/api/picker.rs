//! Choosing a time: the days that have some, and where the next ones are.

use serde_json::{Value, json};

use crate::harness::{Browser, Client, Doctor, TestApp, starts_at};

/// Works on Mondays alone, 09:00 to 11:00 in Madrid; the clock stands on a Tuesday.
async fn on_mondays(app: &TestApp) -> Doctor {
    app.set_clock("2026-11-24T08:00:00Z");
    let doctor = app.working_doctor().await;
    let hours = json!({
        "weekly": [{"clinic_id": doctor.clinic, "weekday": 1, "from": "09:00", "to": "11:00", "slot_minutes": 30}],
        "exceptions": [{"date": "2026-12-07", "kind": "closed"}],
        "horizon_days": 30,
    });
    doctor.put("/api/availability", hours).await.ok();
    doctor
}

async fn slots(doctor: &Doctor, query: &str) -> Value {
    doctor
        .get(format!("/api/doctors/{}/slots?{query}", doctor.id))
        .await
        .ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_learns_when_there_is_a_free_time_again() {
    let app = TestApp::start().await;
    let doctor = on_mondays(&app).await;
    for (query, items, next) in [
        ("from=2026-11-24&days=7&ahead=yes", 4, json!("2026-12-14")),
        ("from=2026-11-24&days=6&ahead=yes", 0, json!("2026-11-30")),
        ("days=6&ahead=yes", 0, json!("2026-11-30")),
        ("from=2026-12-14&days=7&ahead=yes", 4, json!("2026-12-21")),
        // The horizon ends on Christmas Eve.
        ("from=2026-12-21&days=7&ahead=yes", 4, json!(null)),
        ("from=2020-01-01&days=7&ahead=yes", 0, json!("2026-11-30")),
        ("from=2036-01-01&days=7&ahead=yes", 0, json!(null)),
        // Only where it is asked for.
        ("from=2026-11-24&days=6", 0, json!(null)),
        ("from=2026-11-24&days=7&ahead=", 4, json!(null)),
    ] {
        let page = slots(&doctor, query).await;
        assert_eq!(page["items"].as_array().unwrap().len(), items, "{query}");
        assert_eq!(page["next"], next, "{query}");
    }
    // A day whose last time is taken is none.
    let patients = app.patients(4).await;
    let free = slots(&doctor, "from=2026-12-14&days=1").await;
    for (patient, slot) in patients.iter().zip(free["items"].as_array().unwrap()) {
        patient.asked(&doctor, &starts_at(slot)).await;
    }
    let page = slots(&doctor, "from=2026-11-24&days=7&ahead=yes").await;
    assert_eq!(page["next"], "2026-12-21");
}

#[tokio::test(flavor = "multi_thread")]
async fn days_without_a_free_time_are_one_line() {
    let app = TestApp::start().await;
    let doctor = on_mondays(&app).await;
    let browser = Browser::new(&app);
    let page = browser
        .open(format!("/doctors/{}?from=2026-11-26", doctor.id).as_str())
        .await
        .is(200)
        .text;
    let table = page.split_once("<ol class=\"timetable\"").unwrap().1;
    let table = table.split_once("</ol>").unwrap().0;
    assert_eq!(table.matches("<li").count(), 1, "{table}");
    assert!(table.contains("No free time until"), "{table}");
    assert_eq!(table.matches("class=\"time\"").count(), 4);
    assert!(page.contains("Madrid time (UTC+1)"));
    // On to the next day that has some, not to the next week.
    assert!(page.contains(&format!("/doctors/{}?from=2026-12-14", doctor.id)));
    // The server knows no clock of the reader's.
    let note = page.split_once("<span data-own-clock").unwrap().1;
    assert!(note.split_once('>').unwrap().0.contains("hidden"), "{note}");

    // A week with none says until when, and leads there.
    let page = browser
        .open(format!("/doctors/{}?from=2026-12-01", doctor.id).as_str())
        .await
        .text;
    assert!(page.contains("No free time until") && !page.contains("class=\"time\""));
    assert!(page.contains("?from=2026-12-14"));
    // After the last one there is nothing to go on to.
    let page = browser
        .open(format!("/doctors/{}?from=2026-12-22", doctor.id).as_str())
        .await
        .text;
    assert!(page.contains("No free time after this") && !page.contains("Later days"));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_time_is_looked_for_where_there_are_some() {
    let app = TestApp::start().await;
    let doctor = on_mondays(&app).await;
    let patients = app.patients(4).await;
    let mondays = slots(&doctor, "from=2026-11-30&days=1").await;
    let id = patients[0]
        .asked(&doctor, &starts_at(&mondays["items"][0]))
        .await;
    for (from, times, next) in [
        // What is moved is not offered; the Monday that is closed is passed over.
        ("soonest", 3, Some("14 Dec")),
        ("2026-11-24", 3, Some("14 Dec")),
        ("2026-12-01", 0, Some("14 Dec")),
        ("2026-12-14", 4, Some("21 Dec")),
        // The horizon ends on Christmas Eve.
        ("2026-12-21", 4, None),
        ("2026-12-22", 0, None),
    ] {
        for who in [&**doctor, &**patients[0]] {
            let html = choices(who, &id, from).await;
            assert_eq!(html.matches("type=\"radio\"").count(), times, "{from}");
            match next {
                Some(date) => {
                    let day = &date[..2];
                    let later = format!(
                        "/appointments/{id}?from=2026-12-{day}\">Later days, from Monday {date}<"
                    );
                    assert!(html.contains(&later), "{from}: {html}");
                }
                None => assert!(!html.contains("Later days"), "{from}: {html}"),
            }
            // Said before the first day as well, where that is later than what was asked for.
            if times == 0 {
                assert_eq!(
                    html.contains("No free time until"),
                    next.is_some(),
                    "{from}"
                );
            }
            assert_eq!(
                html.contains("No free time after this"),
                times == 0 && next.is_none()
            );
        }
    }
    // A Monday on which only the time is left that there is already holds none to go on to.
    let last = slots(&doctor, "from=2026-12-21&days=1").await;
    for (patient, slot) in patients.iter().zip(last["items"].as_array().unwrap()) {
        patient.asked(&doctor, &starts_at(slot)).await;
    }
    let held = patients[0]
        .get("/api/appointments?status=pending")
        .await
        .ok();
    let held = held["items"].as_array().unwrap().iter();
    let mut held = held.filter(|item| item["local"]["date"] == "2026-12-21");
    let held = held.next().unwrap()["id"].as_str().unwrap();
    let html = choices(&patients[0], held, "2026-12-14").await;
    assert!(!html.contains("Later days"), "{html}");
}

/// The times to move an appointment to, as HTML.
async fn choices(who: &Client, id: &str, from: &str) -> String {
    let path = format!("/api/appointments/{id}/times?from={from}");
    who.get(path).await.ok()["html"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn wherever_a_time_is_shown_the_readers_own_clock_has_room_beside_it() {
    let app = TestApp::start().await;
    let doctor = on_mondays(&app).await;
    let patients = app.patients(2).await;
    let free = slots(&doctor, "from=2026-11-30&days=1").await;
    let slot = |n: usize| starts_at(&free["items"][n]);
    let id = patients[0].asked(&doctor, &slot(0)).await;
    let room = |n: usize, reads: &str| {
        let at = slot(n);
        format!("data-instant=\"{at}\" data-reads=\"Mon {reads}\"")
    };
    // The appointment itself, for both, and in their lists.
    for email in [&doctor.email, &patients[0].email] {
        let browser = Browser::of(&app, email).await;
        for path in [format!("/appointments/{id}"), "/appointments".to_owned()] {
            let page = browser.open(&path).await.is(200).text;
            assert_eq!(page.matches(&room(0, "09:00")).count(), 1, "{path}");
            assert!(page.contains("your time"));
        }
    }
    // The times to move it to, and those to suggest.
    for who in [&**doctor, &**patients[0]] {
        let html = choices(who, &id, "soonest").await;
        for (n, reads) in [(1, "09:30"), (2, "10:00"), (3, "10:30")] {
            assert!(html.contains(&room(n, reads)), "{html}");
        }
        assert_eq!(html.matches("data-instant").count(), 3);
        assert!(html.contains("data-own-clock"));
    }
    // The nearest, where the time was taken meanwhile.
    let browser = Browser::of(&app, &patients[1].email).await;
    let back = format!("/doctors/{}/request?start={}", doctor.id, slot(0));
    let doctor_id = doctor.id.to_string();
    let taken = slot(0);
    let fields = [
        ("_to", "/appointments/{id}"),
        ("_back", back.as_str()),
        ("doctor_id", doctor_id.as_str()),
        ("starts_at", taken.as_str()),
        ("reason", "Palpitations"),
    ];
    browser.submit("/api/appointments", &fields).await.is(303);
    let page = browser.open(&back).await.is(200).text;
    let action = "action=\"/api/appointments\"";
    let form = page.split("<form").find(|form| form.contains(action));
    let form = form.unwrap().split_once("</form>").unwrap().0;
    assert!(form.contains("type=\"radio\""), "{form}");
    assert!(form.contains(&room(1, "09:30")), "{form}");
}
