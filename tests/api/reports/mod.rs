//! A doctor's reports: the figures of a made-up history, and who may read them.

mod file;
mod page;

use chrono::{DateTime, TimeDelta, Utc};
use medappoint::appointments::service::expire_overdue;
use serde_json::json;
use uuid::Uuid;

use crate::harness::{Browser, Doctor, Patient, TestApp};

/// A Tuesday. In Madrid clocks went back on 25 October.
const NOW: &str = "2026-11-24T12:00:00Z";

const ALL: [&str; 3] = [
    "/api/reports",
    "/api/reports.csv",
    "/api/page?path=%2Freports",
];

/// An application on [`NOW`], with a doctor who works in Madrid and a patient.
async fn world() -> (TestApp, Doctor, Patient) {
    let app = TestApp::start().await;
    app.set_clock(NOW);
    let (doctor, patient) = (app.working_doctor().await, app.patient().await);
    (app, doctor, patient)
}

/// A step of a history: action, by whom, so many minutes after the request, to which state.
type Step = (&'static str, &'static str, i64, &'static str);

fn accepted(minutes: i64) -> Step {
    ("accept", "doctor", minutes, "accepted")
}

/// Writes a request with its steps into the database, past the clock and all rules.
async fn history(
    app: &TestApp,
    (doctor, patient): (&Doctor, &Patient),
    (asked_at, starts_at): (&str, &str),
    status: &str,
    steps: &[Step],
) {
    let [asked_at, starts_at] =
        [asked_at, starts_at].map(|at| at.parse::<DateTime<Utc>>().unwrap());
    let (id, case_id) = (Uuid::now_v7(), Uuid::now_v7());
    app.sql(
        "insert into appointments (id, case_id, doctor_id, patient_id, status, starts_at, ends_at, time_zone, reason, answer_by, created_at, updated_at) \
         values ($1, $2, $3, $4, $5, $6, $7, 'Europe/Madrid', 'Palpitations', $6, $8, $8)",
        vec![
            id.into(),
            case_id.into(),
            doctor.id.into(),
            patient.id.into(),
            status.into(),
            starts_at.into(),
            (starts_at + TimeDelta::minutes(30)).into(),
            asked_at.into(),
        ],
    )
    .await
    .unwrap();
    let request: Step = ("request", "patient", 0, "pending");
    for (action, role, minutes, to) in [request].iter().chain(steps) {
        app.sql(
            "insert into timeline_events (id, case_id, appointment_id, at, actor_role, action, to_status, reason) \
             values ($1, $2, $3, $4, $5, $6, $7, 'Palpitations')",
            vec![
                Uuid::now_v7().into(),
                case_id.into(),
                id.into(),
                (asked_at + TimeDelta::minutes(*minutes)).into(),
                (*role).into(),
                (*action).into(),
                (*to).into(),
            ],
        )
        .await
        .unwrap();
    }
}

/// Ten requests of three weeks, and two outside of them.
async fn ten(app: &TestApp, doctor: &Doctor, patient: &Patient) {
    let both = (doctor, patient);
    // Monday to Sunday: 2 to 8 November.
    let first = ("2026-11-02T08:00:00Z", "2026-11-10T09:00:00Z");
    history(
        app,
        both,
        first,
        "completed",
        &[accepted(30), ("complete", "doctor", 12_000, "completed")],
    )
    .await;
    history(
        app,
        both,
        first,
        "no_show",
        &[accepted(60), ("no_show", "doctor", 12_000, "no_show")],
    )
    .await;
    // Sunday evening, the last minute of the week on the wall.
    let last = ("2026-11-08T22:59:00Z", "2026-11-11T09:00:00Z");
    history(
        app,
        both,
        last,
        "declined",
        &[("decline", "doctor", 120, "declined")],
    )
    .await;
    // 9 to 15 November, from the first minute on.
    let second = ("2026-11-08T23:00:00Z", "2026-11-17T17:30:00Z");
    history(
        app,
        both,
        second,
        "referred",
        &[("refer", "doctor", 240, "referred")],
    )
    .await;
    history(
        app,
        both,
        second,
        "cancelled",
        &[accepted(600), ("cancel", "patient", 700, "cancelled")],
    )
    .await;
    history(
        app,
        both,
        second,
        "cancelled",
        &[accepted(600), ("cancel", "doctor", 700, "cancelled")],
    )
    .await;
    history(
        app,
        both,
        second,
        "cancelled",
        &[("cancel", "patient", 10, "cancelled")],
    )
    .await;
    history(
        app,
        both,
        second,
        "expired",
        &[("expire", "system", 2880, "expired")],
    )
    .await;
    // 16 to 22 November.
    let third = ("2026-11-20T10:00:00Z", "2026-11-27T08:00:00Z");
    let agreed = [
        ("suggest", "doctor", 1500, "proposed"),
        ("agree", "patient", 1600, "accepted"),
    ];
    history(app, both, third, "accepted", &agreed).await;
    let waits = ("2026-11-22T10:00:00Z", "2026-11-30T08:00:00Z");
    history(app, both, waits, "pending", &[]).await;
    // Before and after.
    for asked_at in ["2026-11-01T22:59:59Z", "2026-11-22T23:00:00Z"] {
        let outside = (asked_at, "2026-12-10T09:00:00Z");
        history(
            app,
            both,
            outside,
            "declined",
            &[("decline", "doctor", 5, "declined")],
        )
        .await;
    }
}

const DAYS: &str = "?from=2026-11-02&to=2026-11-22";

#[tokio::test(flavor = "multi_thread")]
async fn the_figures_are_those_of_the_history() {
    let (app, doctor, patient) = world().await;
    ten(&app, &doctor, &patient).await;
    let report = doctor.get(format!("/api/reports{DAYS}")).await.ok();
    assert_eq!(
        report["totals"],
        json!({
            "requests": 10, "accepted": 4, "suggested": 1, "referred": 1, "declined": 1,
            "expired": 1, "withdrawn": 1, "waiting": 1, "confirmed": 5,
            "cancelled_by_patient": 1, "cancelled_by_doctor": 1, "moved": 0,
            "completed": 1, "no_show": 1,
        })
    );
    let rates = &report["rates"];
    for (name, count, of) in [
        ("acceptance", 4, 7),
        ("suggestion", 1, 7),
        ("referral", 1, 7),
        ("decline", 1, 7),
        ("expiry", 1, 8),
        ("cancellation", 2, 5),
        ("no_show", 1, 2),
    ] {
        let share = &rates[name];
        assert_eq!(
            (&share["count"], &share["of"]),
            (&json!(count), &json!(of)),
            "{name}"
        );
        let rate = share["rate"].as_f64().unwrap();
        assert!(
            (rate - f64::from(count) / f64::from(of)).abs() < 1e-9,
            "{name}"
        );
    }
    // 30, 60, 120, 240, 600, 600, 1500
    let time = &report["answer_time"];
    assert_eq!(
        (
            &time["answers"],
            &time["median_minutes"],
            &time["ninetieth_minutes"]
        ),
        (&json!(7), &json!(240), &json!(960))
    );
    let spread: Vec<u64> = time["spread"]
        .as_array()
        .unwrap()
        .iter()
        .map(|wait| wait["answers"].as_u64().unwrap())
        .collect();
    assert_eq!(spread, [1, 2, 3, 0, 1, 0]);
    assert_eq!(
        (&report["unit"], &report["zone"]),
        (&json!("week"), &json!("Europe/Madrid"))
    );
    let weeks: Vec<(&str, &str, u64)> = report["periods"]
        .as_array()
        .unwrap()
        .iter()
        .map(|week| {
            (
                week["from"].as_str().unwrap(),
                week["to"].as_str().unwrap(),
                week["requests"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        weeks,
        [
            ("2026-11-02", "2026-11-08", 3),
            ("2026-11-09", "2026-11-15", 5),
            ("2026-11-16", "2026-11-22", 2),
        ]
    );
    assert_eq!(report["periods"][0]["median_minutes"], 60);
    // On the wall: 09:00 in UTC is ten o'clock in Madrid.
    assert_eq!(
        report["hours"],
        json!([
            {"weekday": 1, "hour": 9, "requests": 1},
            {"weekday": 2, "hour": 10, "requests": 2},
            {"weekday": 2, "hour": 18, "requests": 5},
            {"weekday": 3, "hour": 10, "requests": 1},
            {"weekday": 5, "hour": 9, "requests": 1},
        ])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_do_is_what_is_counted() {
    let app = TestApp::start().await;
    let (doctor, colleague) = (app.working_doctor().await, app.working_doctor().await);
    let mut asked = Vec::new();
    for n in 0..4 {
        let patient = app.patient().await;
        let id = patient.asked(&doctor, &doctor.slot(n).await).await;
        asked.push((patient, id));
    }
    app.clock.advance(TimeDelta::minutes(10));
    doctor.accept(&asked[0].1).await.is(200);
    doctor.decline(&asked[1].1).await.is(200);
    doctor.refer(&asked[2].1, &colleague).await.is(200);
    asked[0].0.cancel(&asked[0].1).await.is(200);
    let report = doctor.get("/api/reports").await.ok();
    let totals = &report["totals"];
    for (name, count) in [
        ("requests", 4),
        ("accepted", 1),
        ("declined", 1),
        ("referred", 1),
        ("waiting", 1),
        ("confirmed", 1),
        ("cancelled_by_patient", 1),
    ] {
        assert_eq!(totals[name], count, "{name}: {totals}");
    }
    assert_eq!(report["answer_time"]["median_minutes"], 10);
    // A referral is a request to whom it leads, from then on.
    let theirs = colleague.get("/api/reports").await.ok();
    assert_eq!(
        (&theirs["totals"]["requests"], &theirs["totals"]["waiting"]),
        (&json!(1), &json!(1))
    );
    app.clock.advance(TimeDelta::minutes(4));
    let next = colleague.get("/api/appointments").await.ok()["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    colleague.accept(&next).await.is(200);
    let theirs = colleague.get("/api/reports").await.ok();
    assert_eq!(
        (
            &theirs["totals"]["accepted"],
            &theirs["answer_time"]["median_minutes"]
        ),
        (&json!(1), &json!(4))
    );
}

/// The same, of the steps that end otherwise than they began.
#[tokio::test(flavor = "multi_thread")]
async fn suggestions_moves_and_what_runs_out_are_counted_by_what_they_are() {
    let app = TestApp::start().await;
    let doctor = app.working_doctor().await;
    let people = app.patients(4).await;
    let mut ids = Vec::new();
    for (n, patient) in people.iter().enumerate() {
        ids.push(patient.asked(&doctor, &doctor.slot(n).await).await);
    }
    app.clock.advance(TimeDelta::minutes(5));
    // One agrees to another time. One accepted appointment is moved, which is a new request.
    doctor.suggest(&ids[0], &doctor.slot(9).await).await.is(200);
    people[0].agree(&ids[0]).await.is(200);
    doctor.accept(&ids[1]).await.is(200);
    let moved = people[1].moves(&ids[1], &doctor.slot(12).await).await;
    doctor.accept(&moved).await.is(200);
    // One is called off before an answer, and one gets none.
    people[2].cancel(&ids[2]).await.is(200);
    app.clock.advance(TimeDelta::hours(50));
    assert_eq!(expire_overdue(&app).await.unwrap(), 1);
    let doctor = doctor.again(&app).await;
    let report = doctor.get("/api/reports").await.ok();
    assert_eq!(
        report["totals"],
        json!({
            "requests": 5, "accepted": 2, "suggested": 1, "referred": 0, "declined": 0,
            "expired": 1, "withdrawn": 1, "waiting": 0, "confirmed": 3,
            "cancelled_by_patient": 0, "cancelled_by_doctor": 0, "moved": 1,
            "completed": 0, "no_show": 0,
        })
    );
    assert_eq!(
        report["rates"]["cancellation"],
        json!({"count": 0, "of": 3, "rate": 0.0})
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_reads_their_own_and_nobody_else_any() {
    let (app, doctor, patient) = world().await;
    ten(&app, &doctor, &patient).await;
    let colleague = app.working_doctor().await;
    let theirs = colleague.get(format!("/api/reports{DAYS}")).await.ok();
    assert_eq!(
        (
            &theirs["totals"]["requests"],
            theirs["hours"].as_array().unwrap().len()
        ),
        (&json!(0), 0)
    );
    assert_eq!(
        theirs["rates"]["acceptance"],
        json!({"count": 0, "of": 0, "rate": null})
    );
    let administrator = app.administrator().await;
    for path in ALL {
        patient.get(path).await.is(403);
        administrator.get(path).await.is(403);
        app.anonymous().get(path).await.is(401);
        doctor.get(path).await.is(200);
    }
    let login = Browser::new(&app)
        .open("/reports?range=90-days")
        .await
        .is(303);
    assert_eq!(login.location(), "/login?next=%2Freports%3Frange%3D90-days");
    let refused = Browser::of(&app, &patient.email)
        .await
        .open("/reports")
        .await
        .is(403);
    assert!(refused.text.contains("This page is not for your account"));
}

/// A report of more requests than fit would be wrong or slow: fewer days are asked for.
#[tokio::test(flavor = "multi_thread")]
async fn more_requests_than_a_report_holds_are_refused() {
    let (app, doctor, patient) = world().await;
    let id = if app.db.is_sqlite() {
        "randomblob(16)"
    } else {
        "gen_random_uuid()"
    };
    let start: DateTime<Utc> = "2026-12-01T09:00:00Z".parse().unwrap();
    let insert = format!(
        "with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 50001) \
         insert into appointments (id, case_id, doctor_id, patient_id, status, starts_at, ends_at, time_zone, reason, answer_by, created_at, updated_at) \
         select {id}, {id}, $1, $2, 'expired', $3, $4, 'Europe/Madrid', 'Palpitations', $3, $5, $5 from numbers"
    );
    app.sql(
        &insert,
        vec![
            doctor.id.into(),
            patient.id.into(),
            start.into(),
            (start + TimeDelta::minutes(30)).into(),
            app.now().into(),
        ],
    )
    .await
    .unwrap();
    let said = doctor.get("/api/reports").await.field("from");
    assert!(said.contains("fewer days"), "{said}");
    app.sql(
        "delete from appointments where id in (select id from appointments limit 1)",
        vec![],
    )
    .await
    .unwrap();
    let report = doctor.get("/api/reports").await.ok();
    assert_eq!(report["totals"]["expired"], 50_000);
}
