//! Clinics and hours through the API: whose they are, and what they look like on the wire.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Client, TestApp};

fn clinic(name: &str) -> Value {
    json!({"name": name, "address": "Calle Mayor 1", "time_zone": "Europe/Madrid", "latitude": "40,4", "longitude": -3.7})
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_keeps_their_own_clinics() {
    let app = TestApp::start().await;
    let (doctor, colleague) = (app.doctor().await, app.doctor().await);
    let made = doctor
        .post("/api/clinics", clinic("Sol"))
        .await
        .is(201)
        .json;
    let path = format!("/api/clinics/{}", made["id"].as_str().unwrap());
    assert_eq!(
        (&made["latitude"], &made["time_zone"]),
        (&json!(40.4), &json!("Europe/Madrid"))
    );
    assert_eq!(
        doctor.get("/api/clinics").await.ok()["items"],
        json!([made])
    );

    colleague.put(&path, clinic("Theirs")).await.is(404);
    colleague.delete(&path).await.is(404);
    assert_eq!(colleague.get("/api/clinics").await.ok()["items"], json!([]));
    doctor
        .put(format!("/api/clinics/{}", Uuid::now_v7()), clinic("None"))
        .await
        .is(404);
    doctor.put("/api/clinics/1", clinic("None")).await.is(404);
    assert_eq!(
        doctor.post("/api/clinics", json!({})).await.fields(),
        ["address", "name", "time_zone"]
    );
    doctor
        .put(
            &path,
            json!({"name": "Luna", "address": "Here", "time_zone": "Mars/Olympus"}),
        )
        .await
        .field("time_zone");
    assert_eq!(
        doctor.get("/api/clinics").await.ok()["items"],
        json!([made])
    );

    let changed = doctor
        .put(
            &path,
            json!({"name": "Luna", "address": "Here", "time_zone": "Asia/Tokyo", "notes": "Ring"}),
        )
        .await
        .ok();
    assert_eq!(
        changed,
        json!({"id": made["id"], "name": "Luna", "address": "Here", "time_zone": "Asia/Tokyo", "notes": "Ring", "version": 2})
    );
    doctor.delete(&path).await.is(200);
    doctor.delete(&path).await.is(404);
    assert_eq!(doctor.get("/api/clinics").await.ok()["items"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn clinics_and_hours_are_for_doctors() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let own = format!("/api/clinics/{}", doctor.clinic);
    let (administrator, nobody) = (app.administrator().await, app.anonymous());
    for (who, status) in [
        (&**patient as &Client, 403),
        (&*administrator, 403),
        (&*nobody, 401),
    ] {
        who.get("/api/clinics").await.is(status);
        who.post("/api/clinics", clinic("Mine")).await.is(status);
        who.put(&own, clinic("Mine")).await.is(status);
        who.delete(&own).await.is(status);
        who.get("/api/availability").await.is(status);
        who.put("/api/availability", json!({"weekly": []}))
            .await
            .is(status);
    }
    assert_eq!(
        doctor.get("/api/availability").await.ok()["weekly"]
            .as_array()
            .unwrap()
            .len(),
        7
    );
}

/// What was sent is there, whatever else stands beside it.
fn same(kept: &Value, sent: &Value) {
    for (field, value) in sent.as_object().unwrap() {
        assert_eq!(&kept[field], value, "{field}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_are_kept_as_they_were_sent() {
    let app = TestApp::start().await;
    let (doctor, colleague) = (app.working_doctor().await, app.working_doctor().await);
    let whole = json!({
        "weekly": [{"clinic_id": doctor.clinic, "weekday": 2, "from": "14:00", "to": "24:00", "slot_minutes": 60}],
        "exceptions": [
            {"date": "2030-12-24", "kind": "closed"},
            {"date": "2030-12-27", "kind": "extra", "clinic_id": doctor.clinic, "from": "10:00", "to": "12:00"},
        ],
        "minimum_notice_minutes": 30, "horizon_days": 90,
    });
    same(
        &doctor.put("/api/availability", whole.clone()).await.ok(),
        &whole,
    );
    same(&doctor.get("/api/availability").await.ok(), &whole);
    // At none but one's own clinics, and all or nothing.
    let mut foreign = whole.clone();
    foreign["weekly"][0]["clinic_id"] = json!(colleague.clinic);
    doctor
        .put("/api/availability", foreign)
        .await
        .field("weekly.0.clinic_id");
    let mut wrong = whole.clone();
    wrong["weekly"][0]["weekday"] = json!("Monday");
    wrong["exceptions"][1]["from"] = json!("13:00");
    assert_eq!(
        doctor.put("/api/availability", wrong).await.fields(),
        ["exceptions.1.to", "weekly.0.weekday"]
    );
    doctor
        .put("/api/availability", json!({}))
        .await
        .field("weekly");
    same(&doctor.get("/api/availability").await.ok(), &whole);
    assert_eq!(
        colleague.get("/api/availability").await.ok()["weekly"]
            .as_array()
            .unwrap()
            .len(),
        7
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn times_follow_the_hours_and_appointments_stay() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let path = format!("/api/doctors/{}/slots", doctor.id);
    let slots = app.anonymous().get(&path).await.ok();
    let first = &slots["items"][0];
    assert_eq!(
        (&first["clinic_id"], &first["local"]["zone"]),
        (&json!(doctor.clinic), &json!("Europe/Madrid"))
    );
    for field in ["starts_at", "ends_at"] {
        assert!(first[field].as_str().unwrap().ends_with('Z'));
    }
    app.anonymous()
        .get(format!("{path}?from=soon&days=0"))
        .await
        .field("days");
    app.anonymous()
        .get(format!("/api/doctors/{}/slots", patient.id))
        .await
        .is(404);

    doctor
        .put("/api/availability", json!({"weekly": []}))
        .await
        .ok();
    assert_eq!(app.anonymous().get(&path).await.ok()["items"], json!([]));
    assert_eq!(patient.sees(&id).await["status"], "pending");
    doctor
        .delete(format!("/api/clinics/{}", doctor.clinic))
        .await
        .is(409);
    doctor.accept(&id).await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn zones_are_listed_for_whoever_asks() {
    let app = TestApp::start().await;
    let zones = app.anonymous().get("/api/time-zones").await.ok();
    for zone in ["Europe/Madrid", "America/New_York", "Australia/Sydney"] {
        assert!(
            zones["items"].as_array().unwrap().contains(&json!(zone)),
            "{zone}"
        );
    }
}
