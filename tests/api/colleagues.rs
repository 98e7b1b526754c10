//! To whom a request can be referred: everybody who may take it, by how soon they are free.

use chrono::{Days, NaiveDate};
use medappoint::accounts::entity::user;
use medappoint::availability::entity::clinic;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde_json::Value;
use uuid::Uuid;

use crate::harness::{Doctor, TestApp};

/// A cardiologist who works every day from one time to another, or never, past registration: a
/// password takes long to hash.
async fn colleague(app: &TestApp, name: &str, hours: Option<(i32, i32)>) -> Uuid {
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
    let Some((from_minute, to_minute)) = hours else {
        return id;
    };
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
    for weekday in 1..=7 {
        app.sql(
            "insert into weekly_hours (id, doctor_id, clinic_id, weekday, from_minute, to_minute, slot_minutes) values ($1, $2, $3, $4, $5, $6, 30)",
            vec![
                Uuid::now_v7().into(), id.into(), place.id.into(), weekday.into(),
                from_minute.into(), to_minute.into(),
            ],
        )
        .await
        .unwrap();
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
    let (_, doctor, id) = app.request().await;
    // The request is for eight o’clock, two days ahead. Sixty are free later, by name first.
    let mut later = Vec::new();
    for n in 0..60 {
        later.push(colleague(&app, &format!("aa {n:02}"), Some((17 * 60, 18 * 60))).await);
    }
    let soon = colleague(&app, "zy", Some((12 * 60, 13 * 60))).await;
    let never = colleague(&app, "ab", None).await;
    let same = colleague(&app, "zz", Some((8 * 60, 9 * 60))).await;
    let all = ids(&listed(&doctor, &id, "limit=100").await);
    assert_eq!(all.len(), 63);
    assert_eq!(all[..2], [same.to_string(), soon.to_string()]);
    assert_eq!(all[62], never.to_string());
    let first = listed(&doctor, &id, "").await;
    assert_eq!(ids(&first), all[..50]);
    let of = |n: usize| &first["items"][n];
    assert_eq!(
        (&of(0)["same_time_free"], &of(1)["same_time_free"]),
        (&true.into(), &false.into())
    );
    assert_eq!(of(1)["next_free"][0]["local"]["time"], "12:00");

    // Page by page it is the same list.
    for limit in [1, 7, 62] {
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = listed(&doctor, &id, &format!("limit={limit}&cursor={cursor}")).await;
            seen.extend(ids(&page));
            match page["next"].as_str() {
                Some(next) => cursor = next.to_owned(),
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
        (format!("cursor=2_never_{id}"), "cursor"),
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
