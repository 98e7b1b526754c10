//! Use cases against a database.

use serde_json::json;
use uuid::Uuid;

use super::scratch::Scratch;
use super::*;
use crate::availability::draft::{AvailabilityDraft, ClinicDraft};
use crate::error::{Answer, ErrorKind};
use crate::time::{FreeTime, Instant, parse_instant};
use crate::typed::Typed;

fn at(text: &str) -> Instant {
    parse_instant(text).unwrap()
}

fn kind<T: std::fmt::Debug>(answer: Answer<T>) -> ErrorKind {
    answer.unwrap_err().kind
}

/// A version, or a key, that nobody named.
fn unsaid() -> Typed {
    Typed::default()
}

fn starts(times: &[FreeTime]) -> Vec<Instant> {
    times.iter().map(|time| time.starts_at).collect()
}

fn hours(value: serde_json::Value) -> AvailabilityDraft {
    serde_json::from_value(value).unwrap()
}

fn question(from: Option<&str>, days: Option<&str>) -> Question {
    Question {
        ahead: None,
        from: from.map(str::to_owned),
        days: days.map(str::to_owned),
        visit_type: None,
    }
}

#[tokio::test]
async fn a_clinic_is_added_changed_and_removed_by_its_doctor_alone() {
    let scratch = Scratch::new().await;
    let app = &scratch.app;
    let (ours, theirs) = (
        scratch.doctor("Omar Haddad", "cardiology").await,
        scratch.doctor("Eva Lund", "cardiology").await,
    );
    let clinic = scratch.working(ours).await;
    assert_eq!(
        clinics(app, ours).await.unwrap().items,
        std::slice::from_ref(&clinic)
    );
    assert!(clinics(app, theirs).await.unwrap().items.is_empty());

    let draft = ClinicDraft {
        name: "Clínica Luna".into(),
        address: "Calle Menor 2".into(),
        time_zone: "Europe/Madrid".into(),
        ..Default::default()
    };
    assert_eq!(
        kind(change_clinic(app, theirs, clinic.id, &unsaid(), &draft).await),
        ErrorKind::NotFound
    );
    assert_eq!(
        kind(remove_clinic(app, theirs, clinic.id, &unsaid()).await),
        ErrorKind::NotFound
    );
    assert_eq!(
        kind(change_clinic(app, ours, clinic.id, &unsaid(), &ClinicDraft::default()).await),
        ErrorKind::Invalid
    );
    let changed = change_clinic(app, ours, clinic.id, &unsaid(), &draft)
        .await
        .unwrap();
    assert_eq!(
        (changed.name.as_str(), changed.latitude, changed.notes),
        ("Clínica Luna", None, None)
    );

    remove_clinic(app, ours, clinic.id, &unsaid())
        .await
        .unwrap();
    assert!(clinics(app, ours).await.unwrap().items.is_empty());
    assert!(availability(app, ours).await.unwrap().weekly.is_empty());
    assert_eq!(
        kind(remove_clinic(app, ours, clinic.id, &unsaid()).await),
        ErrorKind::NotFound
    );
}

#[tokio::test]
async fn a_clinic_with_open_appointments_stays() {
    let scratch = Scratch::new().await;
    let doctor = scratch.doctor("Omar Haddad", "cardiology").await;
    let clinic = scratch.working(doctor).await;
    scratch
        .appointment(doctor, Some(clinic.id), "completed", "2026-11-25T08:00:00Z")
        .await;
    scratch
        .appointment(doctor, Some(clinic.id), "accepted", "2026-11-26T08:00:00Z")
        .await;
    assert_eq!(
        kind(remove_clinic(&scratch.app, doctor, clinic.id, &unsaid()).await),
        ErrorKind::Conflict
    );
    assert_eq!(
        availability(&scratch.app, doctor)
            .await
            .unwrap()
            .weekly
            .len(),
        5
    );
}

#[tokio::test]
async fn there_are_at_most_twenty_clinics() {
    let scratch = Scratch::new().await;
    let doctor = scratch.doctor("Omar Haddad", "cardiology").await;
    let mut last = None;
    for _ in 0..20 {
        last = Some(scratch.clinic(doctor, "Clínica", "Europe/Madrid").await);
    }
    let draft = ClinicDraft {
        name: "One".into(),
        address: "More".into(),
        time_zone: "UTC".into(),
        ..Default::default()
    };
    assert_eq!(
        kind(create_clinic(&scratch.app, doctor, &draft, &unsaid()).await),
        ErrorKind::Conflict
    );
    remove_clinic(&scratch.app, doctor, last.unwrap().id, &unsaid())
        .await
        .unwrap();
    assert!(
        create_clinic(&scratch.app, doctor, &draft, &unsaid())
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn hours_are_replaced_as_a_whole_or_not_at_all() {
    let scratch = Scratch::new().await;
    let app = &scratch.app;
    let doctor = scratch.doctor("Omar Haddad", "cardiology").await;
    let clinic = scratch.working(doctor).await;
    let before = availability(app, doctor).await.unwrap();
    let wrong = hours(json!({
        "weekly": [{"clinic_id": clinic.id, "weekday": 9, "from": "09:00", "to": "11:00", "slot_minutes": 30}],
        "exceptions": [], "minimum_notice_minutes": 0, "horizon_days": 1
    }));
    let error = replace_availability(app, doctor, &wrong).await.unwrap_err();
    assert_eq!(
        error.fields.into_keys().collect::<Vec<_>>(),
        ["weekly.0.weekday"]
    );
    assert_eq!(availability(app, doctor).await.unwrap(), before);

    let whole = json!({
        "weekly": [{"clinic_id": clinic.id, "weekday": 2, "from": "14:00", "to": "24:00", "slot_minutes": 60}],
        "exceptions": [
            {"date": "2026-12-24", "kind": "closed"},
            {"date": "2026-12-27", "kind": "extra", "clinic_id": clinic.id, "from": "10:00", "to": "12:00"}
        ],
        "minimum_notice_minutes": 30, "horizon_days": 90
    });
    let saved = replace_availability(app, doctor, &hours(whole.clone()))
        .await
        .unwrap();
    let saved = serde_json::to_value(&saved).unwrap();
    for (field, sent) in whole.as_object().unwrap() {
        assert_eq!(&saved[field], sent, "{field}");
    }
    // Nobody else's clinic will do.
    let other = scratch.doctor("Eva Lund", "cardiology").await;
    assert_eq!(
        kind(replace_availability(app, other, &hours(whole)).await),
        ErrorKind::Invalid
    );
}

#[tokio::test]
async fn taken_times_are_not_free_whoever_asks() {
    let scratch = Scratch::new().await;
    let app = &scratch.app;
    let now = app.now();
    let doctor = scratch.doctor("Omar Haddad", "cardiology").await;
    let clinic = scratch.working(doctor).await;
    // Wednesday: 09:30 is taken, 10:00 was declined and is free again.
    scratch
        .appointment(doctor, Some(clinic.id), "pending", "2026-11-25T08:30:00Z")
        .await;
    scratch
        .appointment(doctor, Some(clinic.id), "declined", "2026-11-25T09:00:00Z")
        .await;
    let db = app.db.read();
    let any = Visit::default();
    let free = free_times(db, doctor, "2026-11-25".parse().unwrap(), 1, any, now)
        .await
        .unwrap();
    let wednesday = [
        "2026-11-25T08:00:00Z",
        "2026-11-25T09:00:00Z",
        "2026-11-25T09:30:00Z",
    ]
    .map(at);
    assert_eq!(starts(&free), wednesday);
    assert_eq!(
        (
            free[0].clinic_id,
            free[0].local.time.as_str(),
            free[0].local.zone.as_str()
        ),
        (clinic.id, "09:00", "Europe/Madrid")
    );

    // Inside a transaction as well.
    let tx = app.db.begin().await.unwrap();
    assert!(
        is_free(&tx, doctor, wednesday[0], now)
            .await
            .unwrap()
            .is_some()
    );
    assert!(
        is_free(&tx, doctor, at("2026-11-25T08:30:00Z"), now)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        is_free(&tx, doctor, at("2026-11-25T08:10:00Z"), now)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        is_free(&tx, Uuid::now_v7(), wednesday[0], now)
            .await
            .unwrap()
            .is_none()
    );
    let nearest = nearest_free(&tx, doctor, at("2026-11-25T08:30:00Z"), 3, now)
        .await
        .unwrap();
    assert_eq!(starts(&nearest), wednesday);
    tx.commit().await.unwrap();

    // Two hours of notice: today's 09:00 to 10:30 there are over or too soon at 08:00 in UTC, but for 11:00, which isn't one.
    assert!(
        free_times(db, doctor, "2026-11-24".parse().unwrap(), 1, any, now)
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        free_times(db, doctor, "2026-11-24".parse().unwrap(), 400, any, now)
            .await
            .unwrap()
            .len(),
        3 + 42 * 4
    );
    let diaries = diaries(db, &[doctor, Uuid::now_v7()], now).await.unwrap();
    assert_eq!(diaries.len(), 1);
    assert_eq!(
        diaries[&doctor].first_free().unwrap().starts_at,
        wednesday[0]
    );
    assert_eq!(
        diaries[&doctor].free_at(wednesday[1]).unwrap().starts_at,
        wednesday[1]
    );
}

#[tokio::test]
async fn only_listed_doctors_who_take_requests_show_their_times() {
    let scratch = Scratch::new().await;
    let app = &scratch.app;
    let doctor = scratch.doctor("Omar Haddad", "cardiology").await;
    scratch.working(doctor).await;
    let ask = async || public_slots(app, doctor, &question(None, None)).await;
    // Today and six days more: Wednesday, Thursday, Friday, Monday.
    assert_eq!(ask().await.unwrap().items.len(), 16);
    let error = public_slots(app, doctor, &question(Some("soon"), Some("0")))
        .await
        .unwrap_err();
    assert_eq!(
        error.fields.into_keys().collect::<Vec<_>>(),
        ["days", "from"]
    );
    assert_eq!(
        public_slots(app, doctor, &question(Some("2026-11-26"), Some("1")))
            .await
            .unwrap()
            .items
            .len(),
        4
    );
    scratch.set(doctor, |row| row.accepting = false).await;
    assert_eq!(kind(ask().await), ErrorKind::NotFound);
    scratch
        .set(doctor, |row| {
            (row.accepting, row.verified_at) = (true, None)
        })
        .await;
    assert_eq!(kind(ask().await), ErrorKind::NotFound);
    scratch
        .set(doctor, |row| row.verified_at = Some(app.now()))
        .await;
    assert!(ask().await.is_ok());
    scratch.suspend(doctor).await;
    assert_eq!(kind(ask().await), ErrorKind::NotFound);
}
