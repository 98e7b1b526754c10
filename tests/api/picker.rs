//! Choosing a time: the days that have some, and where the next ones are.

use serde_json::{Value, json};

use crate::harness::{Browser, Doctor, TestApp, starts_at};

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
