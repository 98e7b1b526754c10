//! What nobody answers in time ends by itself, once, and both sides are told.

use chrono::{DateTime, TimeDelta, Utc};
use medappoint::appointments::service::expire_overdue;
use medappoint::server::startup;
use medappoint::server::state::App;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::{Value, json};

use crate::harness::TestApp;

fn at(value: &Value) -> DateTime<Utc> {
    value.as_str().unwrap().parse().unwrap()
}

/// Another instance on the same database, at the same time.
async fn another(app: &TestApp) -> App {
    let other = startup::prepare(app.settings.clone()).await.unwrap();
    other.clock.advance(app.now() - other.now());
    other
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_nobody_answers_expires_and_both_are_told() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let due = at(&patient.sees(&id).await["answer_by"]);
    app.set_clock(&(due - TimeDelta::seconds(2)).to_rfc3339());
    assert_eq!(expire_overdue(&app).await.unwrap(), 0);
    app.set_clock(&due.to_rfc3339());
    // Before the worker comes it is too late already.
    let (patient, doctor) = (patient.again(&app).await, doctor.again(&app).await);
    doctor.accept(&id).await.is(409);
    assert_eq!(expire_overdue(&app).await.unwrap(), 1);
    assert_eq!(expire_overdue(&app).await.unwrap(), 0);
    let seen = patient.sees(&id).await;
    assert_eq!(
        (&seen["status"], &seen["actions"], &seen["version"]),
        (&json!("expired"), &json!([]), &json!(2))
    );
    let step = seen["timeline"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (
            &step["action"],
            &step["from"],
            &step["to"],
            &step["actor"]["role"]
        ),
        (
            &json!("expire"),
            &json!("pending"),
            &json!("expired"),
            &json!("system")
        )
    );
    for told in [patient.notifications().await, doctor.notifications().await] {
        assert_eq!(told[0]["kind"], "expired");
        assert_eq!(told[0]["link"], format!("/appointments/{id}"));
    }
    let trail = "select count(*) from audit_entries where action = 'expire' and actor_role = 'system' and actor_id is null";
    assert_eq!(app.count(trail, vec![]).await, 1);
    // The time is free again.
    if at(&seen["starts_at"]) > app.now() + TimeDelta::hours(3) {
        app.patient()
            .await
            .asked(&doctor, seen["starts_at"].as_str().unwrap())
            .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suggestion_that_nobody_answers_expires_too_and_what_is_agreed_does_not() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let (_, other, agreed) = app.request().await;
    other.accept(&agreed).await.is(200);
    doctor.suggest(&id, &doctor.slot(9).await).await.is(200);
    app.set_clock(patient.sees(&id).await["answer_by"].as_str().unwrap());
    assert_eq!(expire_overdue(&app).await.unwrap(), 1);
    let (patient, doctor) = (patient.again(&app).await, doctor.again(&app).await);
    assert_eq!(patient.sees(&id).await["status"], "expired");
    let told = &doctor.notifications().await[0];
    assert!(
        told["title"]
            .as_str()
            .unwrap()
            .contains("did not answer your suggestion")
    );
    assert_eq!(
        other.again(&app).await.sees(&agreed).await["status"],
        "accepted"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_that_nobody_answers_expires_and_the_old_time_stays() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    doctor.accept(&id).await.is(200);
    let new = patient.moves(&id, &doctor.slot(9).await).await;
    app.set_clock(patient.sees(&new).await["answer_by"].as_str().unwrap());
    assert_eq!(expire_overdue(&app).await.unwrap(), 1);
    let patient = patient.again(&app).await;
    assert_eq!(patient.sees(&new).await["status"], "expired");
    let seen = patient.sees(&id).await;
    assert_eq!(
        (&seen["status"], seen.get("open_move")),
        (&json!("accepted"), None)
    );
    let body = patient.notifications().await[0]["body"].clone();
    assert!(body.as_str().unwrap().contains("stays as it was"), "{body}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_expires_leaves_the_other_time_asked_for() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let first_due = patient.sees(&id).await["answer_by"].clone();
    app.clock.advance(TimeDelta::hours(1));
    let (patient, doctor) = (patient.again(&app).await, doctor.again(&app).await);
    let new = patient.moves(&id, &doctor.slot(40).await).await;
    app.set_clock(first_due.as_str().unwrap());
    assert_eq!(expire_overdue(&app).await.unwrap(), 1);
    let (patient, doctor) = (patient.again(&app).await, doctor.again(&app).await);
    assert_eq!(patient.sees(&id).await["status"], "expired");
    let seen = patient.sees(&new).await;
    assert_eq!(seen["status"], "pending");
    // It has all the time for an answer that it has by itself.
    assert!(at(&seen["answer_by"]) > app.now());
    let body = patient.notifications().await[0]["body"].clone();
    assert!(body.as_str().unwrap().contains("still waits"), "{body}");
    doctor.accept(&new).await.is(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn however_many_workers_there_are_each_expires_once() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let patients = app.patients(12).await;
    let mut ids = Vec::new();
    for (n, patient) in patients.iter().enumerate() {
        ids.push(patient.asked(&doctor, &doctor.slot(n).await).await);
    }
    app.clock.advance(TimeDelta::hours(49));
    let others = [another(&app).await, another(&app).await];
    let (one, two, three) = tokio::join!(
        expire_overdue(&app),
        expire_overdue(&others[0]),
        expire_overdue(&others[1])
    );
    assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 12);
    let count = |text: &'static str| app.count(text, vec![]);
    assert_eq!(
        count("select count(*) from timeline_events where action = 'expire'").await,
        12
    );
    assert_eq!(
        count("select count(*) from notifications where kind = 'expired'").await,
        24
    );
    assert_eq!(
        count("select count(*) from appointments where status = 'expired' and version = 2").await,
        12
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_at_the_last_moment_and_the_worker_do_not_both_win() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let patients = app.patients(6).await;
    let mut ids = Vec::new();
    for (n, patient) in patients.iter().enumerate() {
        ids.push(patient.asked(&doctor, &doctor.slot(n).await).await);
    }
    // Declining is possible to the end.
    app.clock.advance(TimeDelta::hours(49));
    let doctor = doctor.again(&app).await;
    let declining = async {
        let mut declined = 0;
        for id in &ids {
            declined += u64::from(doctor.decline(id).await.status == 200);
        }
        declined
    };
    let (expired, declined) = tokio::join!(expire_overdue(&app), declining);
    assert_eq!(expired.unwrap() + declined, 6);
    assert_eq!(
        app.count(
            "select count(*) from timeline_events where action in ('expire', 'decline')",
            vec![]
        )
        .await,
        6
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_expires_what_is_overdue_by_itself_also_after_it_was_away() {
    let app = TestApp::start().await;
    let (patient, _, id) = app.request().await;
    // Due while nothing ran.
    app.set_clock(patient.sees(&id).await["answer_by"].as_str().unwrap());
    let patient = patient.again(&app).await;
    let newest = patient.notifications().await.len();
    let live = app.listen().await;
    let mut stream = live
        .stream_after(&patient, Some(i64::try_from(newest).unwrap()))
        .await;
    let event = stream.next_named("notification").await;
    assert_eq!(event.data["kind"], "expired");
    assert_eq!(patient.sees(&id).await["status"], "expired");
    live.stop().await.unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_is_found_by_its_index() {
    let app = TestApp::start().await;
    let question = "select id from appointments where status in ('pending', 'proposed') \
                    and answer_by <= '2026-11-25T08:30:00+00:00' order by answer_by, id limit 100";
    let plan = if app.db.is_sqlite() {
        app.texts(&format!("explain query plan {question}"), "detail")
            .await
            .join("\n")
    } else {
        // A table without rows is read as it is.
        let tx = app.db.begin().await.unwrap();
        tx.execute_unprepared("set local enable_seqscan = off")
            .await
            .unwrap();
        let explain = Statement::from_string(DbBackend::Postgres, format!("explain {question}"));
        let rows = tx.query_all_raw(explain).await.unwrap();
        rows.iter()
            .map(|row| row.try_get_by_index::<String>(0).unwrap())
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert!(plan.contains("appointments_due"), "{plan}");
}
