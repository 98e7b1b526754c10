//! Around a clock change what is offered can be had, at the time that was read.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::harness::{TestApp, starts_at};

fn at(slot: &Value) -> DateTime<Utc> {
    starts_at(slot).parse().unwrap()
}

fn wall(slot: &Value) -> &str {
    slot["local"]["time"].as_str().unwrap()
}

/// On this date clocks in this zone go forward (`hours` 1) or back (-1).
async fn change(zone: &str, date: &str, hours: i64) {
    let app = TestApp::start().await;
    let date: NaiveDate = date.parse().unwrap();
    let before = date.pred_opt().unwrap();
    app.set_clock(&format!("{}T00:00:00Z", date - TimeDelta::days(5)));
    let (patient, doctor) = (
        app.patient().await,
        app.doctor().await.with_hours(zone).await,
    );
    doctor.works("00:00", "24:00").await;

    let days = [
        doctor.slots(before, 1).await,
        doctor.slots(date, 1).await,
        doctor.slots(date.succ_opt().unwrap(), 1).await,
    ];
    // A time that does not exist is no slot; one that exists twice is its first alone.
    assert_eq!(
        days.each_ref().map(Vec::len),
        [48, if hours > 0 { 46 } else { 48 }, 48],
        "{zone} {date}"
    );
    for day in &days {
        for pair in day.windows(2) {
            assert!(
                at(&pair[0]) < at(&pair[1]) && wall(&pair[0]) < wall(&pair[1]),
                "{zone}: {pair:?}"
            );
            assert!(
                pair[0]["ends_at"].as_str() <= pair[1]["starts_at"].as_str(),
                "{zone}: {pair:?}"
            );
        }
    }
    // Nine o'clock stays nine o'clock, an hour earlier or later for the rest of the world.
    let nine = days.each_ref().map(|day| {
        day.iter()
            .find(|slot| wall(slot) == "09:00")
            .unwrap()
            .clone()
    });
    assert_eq!(
        at(&nine[1]) - at(&nine[0]),
        TimeDelta::hours(24 - hours),
        "{zone} {date}"
    );
    assert_eq!(at(&nine[2]) - at(&nine[1]), TimeDelta::hours(24));
    // The first slots of the day, those around the change, and nine o'clock can be had as read.
    let around = days[1].iter().skip(3).take(3).chain([&nine[1]]);
    for slot in around {
        let made = patient
            .request(&doctor, &starts_at(slot))
            .await
            .is(201)
            .json;
        assert_eq!(
            (&made["starts_at"], &made["ends_at"]),
            (&slot["starts_at"], &slot["ends_at"])
        );
        assert_eq!(made["local"], slot["local"]);
        let id = made["id"].as_str().unwrap();
        assert_eq!(doctor.accept(id).await.ok()["local"], slot["local"]);
        let told = &patient.notifications().await[0];
        let (time, offset) = (wall(slot), slot["local"]["offset"].as_str().unwrap());
        let body = told["body"].as_str().unwrap();
        assert!(body.contains(time) && body.contains(offset), "{body}");
    }
    assert_eq!(doctor.slots(date, 1).await.len(), days[1].len() - 4);
    assert_eq!(
        patient.get("/api/appointments?status=accepted").await.ok()["items"]
            .as_array()
            .unwrap()
            .len(),
        4
    );
    assert_eq!(json!(nine[1]["local"]["date"]), date.to_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn in_madrid() {
    change("Europe/Madrid", "2027-03-28", 1).await;
    change("Europe/Madrid", "2027-10-31", -1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_new_york() {
    change("America/New_York", "2027-03-14", 1).await;
    change("America/New_York", "2027-11-07", -1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_sydney() {
    change("Australia/Sydney", "2027-10-03", 1).await;
    change("Australia/Sydney", "2027-04-04", -1).await;
}
