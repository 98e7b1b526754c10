//! `/appointments` of a doctor and `/api/appointments`.

use askama::Template;
use axum::Json;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Html;
use chrono::{NaiveDate, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use uuid::Uuid;

use crate::clock::{Instant, Local, age, initials, monday, place};
use crate::{Answer, App, Frame, session};

/// What lists select, in the order of [`Row`].
const SELECT: &str = "select a.id, a.case_id, a.doctor_id, a.patient_id, a.clinic_id, a.referred_from, a.status, a.starts_at, \
     a.ends_at, a.time_zone, a.reason, a.symptoms, a.location_name, a.location_address, a.location_latitude, \
     a.location_longitude, a.note, a.answer_by, a.version, a.created_at, a.updated_at, \
     du.full_name as doctor_name, du.photo as doctor_photo, d.specialty as doctor_specialty, \
     pu.full_name as patient_name, pu.photo as patient_photo, p.date_of_birth as patient_born \
     from appointments a join users du on du.id = a.doctor_id join users pu on pu.id = a.patient_id \
     join doctors d on d.user_id = a.doctor_id join patients p on p.user_id = a.patient_id ";

#[derive(FromRow)]
struct Row {
    id: Uuid,
    case_id: Uuid,
    doctor_id: Uuid,
    patient_id: Uuid,
    clinic_id: Option<Uuid>,
    referred_from: Option<Uuid>,
    status: String,
    starts_at: Instant,
    ends_at: Instant,
    time_zone: String,
    reason: String,
    symptoms: Option<String>,
    location_name: Option<String>,
    location_address: Option<String>,
    location_latitude: Option<f64>,
    location_longitude: Option<f64>,
    note: Option<String>,
    answer_by: Instant,
    version: i32,
    doctor_name: String,
    doctor_specialty: String,
    patient_name: String,
    patient_born: NaiveDate,
}

#[derive(Serialize)]
struct Doctor {
    id: Uuid,
    full_name: String,
    specialty: String,
}

#[derive(Serialize)]
struct Patient {
    id: Uuid,
    full_name: String,
    age: u32,
}

#[derive(Serialize)]
struct Location {
    name: String,
    address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longitude: Option<f64>,
}

#[derive(Serialize)]
struct Appointment {
    id: Uuid,
    case_id: Uuid,
    status: String,
    starts_at: Instant,
    ends_at: Instant,
    local: Local,
    doctor: Doctor,
    patient: Patient,
    reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    symptoms: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Location>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clinic_id: Option<Uuid>,
    referred: bool,
    answer_by: Instant,
    answer_by_local: Local,
    version: i32,
    actions: Vec<&'static str>,
}

impl Appointment {
    fn new(row: Row, now: Instant) -> Self {
        let begun = now >= row.starts_at;
        let actions = match (row.status.as_str(), begun) {
            ("pending", false) => vec!["accept", "decline", "refer", "cancel"],
            ("pending", true) => vec!["decline"],
            ("accepted", true) => vec!["complete", "no_show"],
            ("accepted" | "proposed", false) => vec!["cancel"],
            _ => vec![],
        };
        Self {
            id: row.id,
            case_id: row.case_id,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            local: Local::at(&row.time_zone, row.starts_at, row.ends_at),
            doctor: Doctor {
                id: row.doctor_id,
                full_name: row.doctor_name,
                specialty: row.doctor_specialty,
            },
            patient: Patient {
                id: row.patient_id,
                full_name: row.patient_name,
                age: age(row.patient_born, now.date_naive()),
            },
            reason: row.reason,
            symptoms: row.symptoms,
            location: row.location_address.map(|address| Location {
                name: row.location_name.unwrap_or_default(),
                address,
                latitude: row.location_latitude,
                longitude: row.location_longitude,
            }),
            note: row.note,
            clinic_id: row.clinic_id,
            referred: row.referred_from.is_some(),
            answer_by: row.answer_by,
            answer_by_local: Local::at(&row.time_zone, row.answer_by, row.answer_by),
            version: row.version,
            actions,
            status: row.status,
        }
    }

    fn initials(&self) -> String {
        initials(&self.patient.full_name)
    }

    fn key(&self) -> Uuid {
        Uuid::new_v4()
    }
}

#[derive(Serialize)]
pub struct Found {
    items: Vec<Appointment>,
    next: Option<String>,
}

impl Found {
    fn new(mut rows: Vec<Row>, limit: usize, now: Instant) -> Self {
        let more = rows.len() > limit;
        rows.truncate(limit);
        let start = |row: &Row| row.starts_at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
        let next = rows
            .last()
            .filter(|_| more)
            .map(|row| format!("{}_{}", start(row), row.id));
        Self {
            items: rows
                .into_iter()
                .map(|row| Appointment::new(row, now))
                .collect(),
            next,
        }
    }
}

#[derive(Deserialize)]
pub struct Wanted {
    limit: Option<usize>,
}

/// All of a doctor's appointments, the latest first.
pub async fn list(
    State(app): State<App>,
    headers: HeaderMap,
    Query(wanted): Query<Wanted>,
) -> Answer<Json<Found>> {
    let doctor = session::doctor(&app, &headers).await?;
    let limit = wanted.limit.unwrap_or(50).min(100);
    let rows = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{SELECT} where a.doctor_id = ? order by a.starts_at desc, a.id desc limit ?"
    )))
    .bind(doctor.user_id)
    .bind(i64::try_from(limit + 1).unwrap_or(51))
    .fetch_all(&app.db)
    .await?;
    Ok(Json(Found::new(rows, limit, Utc::now())))
}

struct Figures {
    pending: i64,
    today: usize,
    this_week: i64,
    patients: i64,
    date: String,
    zone: String,
    agenda: Vec<Appointment>,
}

fn midnight(zone: Tz, date: NaiveDate) -> Instant {
    let local = zone
        .from_local_datetime(&date.and_time(NaiveTime::MIN))
        .earliest();
    local.map_or_else(
        || date.and_time(NaiveTime::MIN).and_utc(),
        |at| at.with_timezone(&Utc),
    )
}

async fn figures(app: &App, doctor: Uuid, now: Instant) -> Answer<Figures> {
    let zone: Option<String> =
        sqlx::query_scalar("select time_zone from clinics where doctor_id = ? and removed_at is null order by id limit 1")
            .bind(doctor)
            .fetch_optional(&app.db)
            .await?;
    let zone: Tz = zone.and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC);
    let date = now.with_timezone(&zone).date_naive();
    let monday = monday(date);
    let pending = sqlx::query_scalar("select count(*) from appointments where doctor_id = ? and status = 'pending' and starts_at > ?")
        .bind(doctor)
        .bind(now)
        .fetch_one(&app.db)
        .await?;
    let this_week = sqlx::query_scalar(
        "select count(*) from appointments where doctor_id = ? and status in ('accepted', 'completed', 'no_show') \
         and starts_at >= ? and starts_at < ?",
    )
    .bind(doctor)
    .bind(midnight(zone, monday))
    .bind(midnight(zone, monday + TimeDelta::days(7)))
    .fetch_one(&app.db)
    .await?;
    let patients = sqlx::query_scalar(
        "select count(distinct patient_id) from appointments where doctor_id = ? and (status in ('pending', 'proposed') \
         or (status in ('completed', 'no_show', 'accepted') and starts_at > ?))",
    )
    .bind(doctor)
    .bind(now - TimeDelta::days(365))
    .fetch_one(&app.db)
    .await?;
    let agenda: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{SELECT} where a.doctor_id = ? and a.status in ('accepted', 'completed', 'no_show') \
         and a.starts_at >= ? and a.starts_at < ? order by a.starts_at"
    )))
    .bind(doctor)
    .bind(midnight(zone, date))
    .bind(midnight(zone, date + TimeDelta::days(1)))
    .fetch_all(&app.db)
    .await?;
    Ok(Figures {
        pending,
        today: agenda.len(),
        this_week,
        patients,
        date: date.format("%A %-d %B %Y").to_string(),
        zone: place(zone.name()),
        agenda: agenda
            .into_iter()
            .map(|row| Appointment::new(row, now))
            .collect(),
    })
}

#[derive(Template)]
#[template(path = "desk.html")]
struct Page {
    frame: Frame,
    figures: Figures,
    found: Found,
}

/// The requests that wait, the soonest first, beside today.
pub async fn page(State(app): State<App>, headers: HeaderMap) -> Answer<Html<String>> {
    let doctor = session::doctor(&app, &headers).await?;
    let viewer = session::viewer(&app, &doctor).await?;
    let now = Utc::now();
    let figures = figures(&app, doctor.user_id, now).await?;
    let rows = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{SELECT} where a.doctor_id = ? and a.status in ('pending') and a.status in ('pending', 'proposed', 'accepted') \
         and a.ends_at > ? order by a.starts_at, a.id limit 51"
    )))
    .bind(doctor.user_id)
    .bind(now)
    .fetch_all(&app.db)
    .await?;
    let frame = Frame {
        title: "Requests".to_owned(),
        path: "/appointments",
        viewer,
    };
    Ok(Html(
        Page {
            frame,
            figures,
            found: Found::new(rows, 50, now),
        }
        .render()?,
    ))
}
