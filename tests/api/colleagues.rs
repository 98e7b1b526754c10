//! To whom a request can be referred: everybody who may take it, by how soon they are free.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate};
use medappoint::accounts::entity::user;
use medappoint::availability::entity::clinic;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::Value;
use uuid::Uuid;

use crate::harness::{Doctor, TestApp};

/// From when to when somebody works, in minutes of the day.
type Hours = (i32, i32);

/// A cardiologist who works every day from one time to another, or never.
async fn colleague(app: &TestApp, name: &str, hours: Option<Hours>) -> Uuid {
    colleague_on(
        app,
        name,
        &hours.map_or(vec![], |hours| vec![(1..=7, hours)]),
    )
    .await
}

/// A cardiologist who works on these days of the week, past registration: a password takes long to
/// hash.
async fn colleague_on(app: &TestApp, name: &str, days: &[(RangeInclusive<i32>, Hours)]) -> Uuid {
    let (id, now) = (Uuid::now_v7(), app.now());
    let person = user::Model {
        id,
        email: id.to_string(),
        email_key: id.to_string(),
        password_hash: String::new(),
        role: "doctor".into(),
        full_name: name.into(),
        photo: None,
        last_notification: 0,
        language: None,
        suspended_at: None,
        created_at: now,
        profile_version: 1,
    };
    let db = app.db.write();
    user::Entity::insert(person.into_active_model().reset_all())
        .exec_without_returning(db)
        .await
        .unwrap();
    app.sql(
        "insert into doctors (user_id, name_key, specialty, licence_number, verified_at) values ($1, $2, 'cardiology', $3, $4)",
        vec![id.into(), name.to_lowercase().into(), id.to_string().into(), now.into()],
    )
    .await
    .unwrap();
    if days.is_empty() {
        return id;
    }
    let place = clinic::Model {
        id: Uuid::now_v7(),
        doctor_id: id,
        name: "Clínica Luna".into(),
        address: "Calle Menor 2".into(),
        latitude: None,
        longitude: None,
        time_zone: "Europe/Madrid".into(),
        notes: None,
        created_at: now,
        removed_at: None,
        version: 1,
    };
    clinic::Entity::insert(place.clone().into_active_model().reset_all())
        .exec_without_returning(db)
        .await
        .unwrap();
    for (weekdays, (from_minute, to_minute)) in days {
        for weekday in weekdays.clone() {
            app.sql(
                "insert into weekly_hours (id, doctor_id, clinic_id, weekday, from_minute, to_minute, slot_minutes) values ($1, $2, $3, $4, $5, $6, 30)",
                vec![
                    Uuid::now_v7().into(), id.into(), place.id.into(), weekday.into(),
                    (*from_minute).into(), (*to_minute).into(),
                ],
            )
            .await
            .unwrap();
        }
    }
    id
}

async fn listed(doctor: &Doctor, id: &str, query: &str) -> Value {
    doctor
        .get(format!("/api/appointments/{id}/colleagues?{query}"))
        .await
        .ok()
}

fn ids(page: &Value) -> Vec<String> {
    let items = page["items"].as_array().unwrap().iter();
    items
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_is_looked_at_and_who_is_free_soonest_comes_first() {
    let app = TestApp::start().await;
    // Early in the morning, so that all of them work today.
    app.set_clock(&format!("{}T05:00:00Z", chrono::Utc::now().date_naive()));
    let (patient, doctor, id) = app.request().await;
    // The request is for eight o’clock, two days ahead. Sixty are free today, by their names.
    let mut later = Vec::new();
    for n in 0..60 {
        later.push(colleague(&app, &format!("aa {n:02}"), Some((17 * 60, 18 * 60))).await);
    }
    let soon = colleague(&app, "zy", Some((12 * 60, 13 * 60))).await;
    let never = colleague(&app, "ab", None).await;
    // Two are free at the same time: one of them not before that day, the other as soon as the sixty.
    let date = patient.sees(&id).await["local"]["date"].clone();
    let date: NaiveDate = date.as_str().unwrap().parse().unwrap();
    let day = i32::try_from(date.weekday().number_from_monday()).unwrap();
    let (at_eight, at_five) = ((8 * 60, 9 * 60), (17 * 60, 18 * 60));
    let same = colleague_on(&app, "ac", &[(day..=day, at_eight)]).await;
    let both = colleague_on(&app, "zz", &[(1..=7, at_five), (day..=day, at_eight)]).await;
    let page = listed(&doctor, &id, "limit=100").await;
    let all = ids(&page);
    let order: Vec<String> = [soon, both]
        .iter()
        .chain(&later)
        .chain([&same, &never])
        .map(Uuid::to_string)
        .collect();
    assert_eq!(all, order);
    let of = |n: usize| &page["items"][n];
    for (n, free) in [(0, false), (1, true), (2, false), (62, true), (63, false)] {
        assert_eq!(of(n)["same_time_free"], free, "{n}");
    }
    assert_eq!(of(0)["next_free"][0]["local"]["time"], "12:00");
    assert_eq!(ids(&listed(&doctor, &id, "").await), all[..50]);

    // Page by page it is the same list.
    for limit in [1, 7, 62] {
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = listed(&doctor, &id, &format!("limit={limit}&{cursor}")).await;
            seen.extend(ids(&page));
            match page["next"].as_str() {
                Some(next) => {
                    let query = url::form_urlencoded::Serializer::new(String::new())
                        .append_pair("cursor", next)
                        .finish();
                    cursor = query;
                }
                None => break,
            }
        }
        assert_eq!(seen, all, "{limit}");
    }
    // By name, whoever is far down.
    assert_eq!(
        ids(&listed(&doctor, &id, "q=aa+59").await),
        [later[59].to_string()]
    );
    assert_eq!(
        ids(&listed(&doctor, &id, "q=AB").await),
        [never.to_string()]
    );
    assert!(ids(&listed(&doctor, &id, "q=zzz").await).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_booked_for_weeks_comes_after_who_is_free_in_a_month() {
    let app = TestApp::start().await;
    let (_, doctor, id) = app.request().await;
    let [full, month, fortnight] = [
        app.working_doctor().await,
        app.working_doctor().await,
        app.working_doctor().await,
    ];
    let today: NaiveDate = app.now().date_naive();
    for (colleague, days) in [(&full, 61), (&month, 30), (&fortnight, 6)] {
        let closed: Vec<Value> = (0..days + 2)
            .map(|n| serde_json::json!({"date": today + Days::new(n), "kind": "closed"}))
            .collect();
        let mut hours = colleague.get("/api/availability").await.ok();
        hours["exceptions"] = closed.into();
        colleague.put("/api/availability", hours).await.ok();
    }
    let order = [&fortnight, &month, &full].map(|doctor| doctor.id.to_string());
    for limit in [1, 2, 3] {
        assert_eq!(
            ids(&listed(&doctor, &id, &format!("limit={limit}")).await),
            order[..limit]
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_for_wrongly_is_named() {
    let app = TestApp::start().await;
    let (patient, doctor, id) = app.request().await;
    let path = format!("/api/appointments/{id}/colleagues");
    for (query, field) in [
        ("limit=0".to_owned(), "limit"),
        ("limit=101".to_owned(), "limit"),
        ("cursor=1".to_owned(), "cursor"),
        (format!("cursor=never_2_{id}_a"), "cursor"),
        (format!("q={}", "a".repeat(101)), "q"),
    ] {
        doctor.get(format!("{path}?{query}")).await.field(field);
    }
    patient.get(&path).await.is(403);
    app.working_doctor().await.get(&path).await.is(404);
    app.anonymous().get(&path).await.is(401);
}

/// How long it takes among hundreds: prints it.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement: run it by name"]
async fn five_hundred_colleagues() {
    let app = TestApp::start().await;
    let (_, doctor, id) = app.request().await;
    for n in 0..500 {
        colleague(&app, &format!("aa {n:03}"), Some((8 * 60, 18 * 60))).await;
    }
    for _ in 0..5 {
        let began = std::time::Instant::now();
        let page = listed(&doctor, &id, "limit=12").await;
        assert_eq!(ids(&page).len(), 12);
        println!("{:?}", began.elapsed());
    }
}
