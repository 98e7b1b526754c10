//! Every action, from every state, before and after the start: what the table allows, and that
//! nothing changes where it doesn't.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::harness::{Client, Doctor, TestApp};

const STATES: [&str; 9] = [
    "pending",
    "proposed",
    "accepted",
    "referred",
    "declined",
    "cancelled",
    "completed",
    "no_show",
    "expired",
];

/// The design's table.
fn allowed(state: &str, begun: bool, doctor: bool) -> &'static [&'static str] {
    match (state, begun, doctor) {
        ("pending", false, true) => &["accept", "decline", "refer", "suggest", "cancel"],
        ("pending", true, true) => &["decline"],
        ("accepted", false, true) => &["suggest", "cancel"],
        ("proposed", false, true) => &["cancel"],
        ("pending" | "accepted", false, false) => &["move", "cancel"],
        ("proposed", false, false) => &["agree", "cancel"],
        ("accepted", true, true) => &["complete", "no_show"],
        _ => &[],
    }
}

/// Each action with what it needs, but for another time.
fn bodies(
    doctor: &Doctor,
    colleague: &Doctor,
    slot: &str,
) -> [(&'static str, &'static str, Value); 9] {
    [
        ("accept", "accept", json!({"clinic_id": doctor.clinic})),
        ("decline", "decline", json!({"reason": "I am away"})),
        (
            "refer",
            "refer",
            json!({"doctor_id": colleague.id, "reason": "Knows more"}),
        ),
        ("suggest", "suggest", json!({"starts_at": slot})),
        ("agree", "agree", json!({})),
        ("move", "move", json!({"starts_at": slot})),
        ("cancel", "cancel", json!({"reason": "I am ill"})),
        ("complete", "complete", json!({})),
        ("no_show", "no-show", json!({})),
    ]
}

/// Whose action it is in any state, so that a wrong one is about the state (409).
fn is_theirs(action: &str, doctor: bool) -> bool {
    match action {
        "cancel" => true,
        "agree" | "move" => !doctor,
        _ => doctor,
    }
}

async fn every_wrong_state(begun: bool) {
    let app = TestApp::start().await;
    let (mut patient, mut doctor, id) = app.request().await;
    let colleague = app.working_doctor().await;
    let uuid: Uuid = id.parse().unwrap();
    let slot = doctor.slot(20).await;
    if begun {
        app.set_clock(patient.sees(&id).await["starts_at"].as_str().unwrap());
        (patient, doctor) = (patient.again(&app).await, doctor.again(&app).await);
    }
    let told = app
        .count("select count(*) from notifications", vec![])
        .await;
    for state in STATES {
        app.sql(
            "update appointments set status = $1 where id = $2",
            vec![state.into(), uuid.into()],
        )
        .await
        .unwrap();
        for (who, is_doctor) in [(&**doctor as &Client, true), (&**patient as &Client, false)] {
            let before = who.get(format!("/api/appointments/{id}")).await.ok();
            assert_eq!(
                before["actions"],
                json!(allowed(state, begun, is_doctor)),
                "{state}, begun: {begun}"
            );
            for (action, verb, body) in bodies(&doctor, &colleague, &slot) {
                if allowed(state, begun, is_doctor).contains(&action) {
                    continue;
                }
                let expected = if is_theirs(action, is_doctor) {
                    409
                } else {
                    403
                };
                who.post(format!("/api/appointments/{id}/{verb}"), body)
                    .await
                    .is(expected);
                let after = who.get(format!("/api/appointments/{id}")).await.ok();
                assert_eq!(before, after, "{action} of {state} changed something");
            }
        }
    }
    assert_eq!(
        app.count("select count(*) from timeline_events", vec![])
            .await,
        1
    );
    assert_eq!(
        app.count("select count(*) from notifications", vec![])
            .await,
        told
    );
    assert_eq!(
        app.count("select count(*) from appointments", vec![]).await,
        1
    );
    assert_eq!(
        app.count(
            "select count(*) from audit_entries where action <> 'request'",
            vec![]
        )
        .await,
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_happens_from_a_wrong_state_before_the_start() {
    every_wrong_state(false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_happens_from_a_wrong_state_after_the_start() {
    every_wrong_state(true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_somebody_elses_is_not_there() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let (stranger, colleague) = (app.patient().await, app.working_doctor().await);
    let before = patient.sees(&id).await;
    for path in [
        format!("/api/appointments/{id}"),
        format!("/api/appointments/{id}/colleagues"),
    ] {
        colleague.get(&path).await.is(404);
        app.anonymous().get(&path).await.is(401);
        app.administrator().await.get(&path).await.is(403);
    }
    stranger
        .get(format!("/api/appointments/{id}"))
        .await
        .is(404);
    patient
        .get(format!("/api/appointments/{id}/colleagues"))
        .await
        .is(403);
    let slot = doctor.slot(20).await;
    for (action, verb, body) in bodies(&colleague, &doctor, &slot) {
        let path = format!("/api/appointments/{id}/{verb}");
        let expected = |doctor| if is_theirs(action, doctor) { 404 } else { 403 };
        colleague.post(&path, body.clone()).await.is(expected(true));
        stranger.post(&path, body.clone()).await.is(expected(false));
        app.administrator()
            .await
            .post(&path, body.clone())
            .await
            .is(403);
        app.anonymous().post(&path, body.clone()).await.is(401);
        // No such thing, and no thing at all.
        let by_doctor = is_theirs(action, true);
        let who: &Client = if by_doctor { &doctor } else { &patient };
        who.post(
            format!("/api/appointments/{}/{verb}", Uuid::now_v7()),
            body.clone(),
        )
        .await
        .is(404);
        who.post(format!("/api/appointments/1/{verb}"), body)
            .await
            .is(404);
    }
    assert_eq!(patient.sees(&id).await, before);
    assert!(
        stranger.get("/api/appointments").await.ok()["items"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert!(
        colleague.get("/api/appointments").await.ok()["items"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_side_lists_its_own_and_pages_through_them() {
    let app = TestApp::start().await;
    let (patient, doctor) = (app.patient().await, app.working_doctor().await);
    let mut ids = Vec::new();
    for n in 0..5 {
        ids.push(patient.asked(&doctor, &doctor.slot(n).await).await);
    }
    app.patient()
        .await
        .asked(&doctor, &doctor.slot(9).await)
        .await;
    doctor.accept(&ids[0]).await.is(200);
    doctor.decline(&ids[1]).await.is(200);
    let listed = |answer: Value| -> Vec<String> {
        answer["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(listed(patient.get("/api/appointments").await.ok()).len(), 5);
    assert_eq!(listed(doctor.get("/api/appointments").await.ok()).len(), 6);
    assert_eq!(
        listed(patient.get("/api/appointments?status=accepted").await.ok()),
        ids[..1]
    );
    assert_eq!(
        listed(
            patient
                .get("/api/appointments?status=accepted,declined")
                .await
                .ok()
        )
        .len(),
        2
    );
    assert_eq!(
        listed(doctor.get("/api/appointments?status=pending").await.ok()).len(),
        4
    );
    assert_eq!(
        listed(patient.get("/api/appointments?when=upcoming").await.ok()).len(),
        4
    );
    assert_eq!(
        listed(patient.get("/api/appointments?when=past").await.ok()),
        ids[1..2]
    );
    for (query, field) in [
        ("status=maybe", "status"),
        ("when=soon", "when"),
        ("from=today", "from"),
        ("to=1", "to"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("cursor=abc", "cursor"),
    ] {
        patient
            .get(format!("/api/appointments?{query}"))
            .await
            .field(field);
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = patient
            .get(format!(
                "/api/appointments?status=pending,accepted&limit=2&cursor={cursor}"
            ))
            .await
            .ok();
        let next = page["next"].as_str().map(str::to_owned);
        seen.extend(listed(page));
        match next {
            Some(next) => cursor = next,
            None => break,
        }
    }
    assert_eq!(seen, [&ids[0], &ids[2], &ids[3], &ids[4]].map(Clone::clone));
}
