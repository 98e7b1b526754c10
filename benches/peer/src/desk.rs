//! `/appointments` of a doctor and `/api/appointments`.

use askama::Template;
use axum::Json;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Html;
use chrono::{NaiveDate, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, QueryBuilder};
use uuid::Uuid;

use crate::clock::{Instant, Local, long_day, midnight, monday, place};
use crate::frame::Frame;
use crate::people::{age, photo};
use crate::{Answer, App, session};

/// What lists select, by the names of [`Row`].
const SELECT: &str = "select a.id, a.case_id, a.doctor_id, a.patient_id, a.clinic_id, a.referred_from, a.urgent, a.moved_from, \
     a.moved_to, a.status, a.starts_at, a.ends_at, a.time_zone, a.reason, a.symptoms, a.visit_type_id, a.visit_type, \
     a.location_name, a.location_address, a.location_latitude, a.location_longitude, a.note, a.answer_by, a.version, \
     a.created_at, a.updated_at, \
     du.full_name as doctor_name, du.photo as doctor_photo, d.specialty as doctor_specialty, \
     pu.full_name as patient_name, pu.photo as patient_photo, p.date_of_birth as patient_born, \
     earlier.status as earlier_status, earlier.starts_at as earlier_starts_at, earlier.ends_at as earlier_ends_at, \
     earlier.time_zone as earlier_zone, later.id as later_id, later.status as later_status, \
     later.starts_at as later_starts_at, later.ends_at as later_ends_at, later.time_zone as later_zone \
     from appointments a join users du on du.id = a.doctor_id join users pu on pu.id = a.patient_id \
     join doctors d on d.user_id = a.doctor_id join patients p on p.user_id = a.patient_id \
     left join appointments earlier on earlier.id = a.moved_from \
     left join appointments later on later.moved_from = a.id and later.status in ('pending', 'proposed') ";

#[derive(FromRow)]
struct Row {
    id: Uuid,
    case_id: Uuid,
    doctor_id: Uuid,
    patient_id: Uuid,
    clinic_id: Option<Uuid>,
    referred_from: Option<Uuid>,
    urgent: bool,
    moved_from: Option<Uuid>,
    moved_to: Option<Uuid>,
    status: String,
    starts_at: Instant,
    ends_at: Instant,
    time_zone: String,
    reason: String,
    symptoms: Option<String>,
    visit_type_id: Option<Uuid>,
    visit_type: Option<String>,
    location_name: Option<String>,
    location_address: Option<String>,
    location_latitude: Option<f64>,
    location_longitude: Option<f64>,
    note: Option<String>,
    answer_by: Instant,
    version: i32,
    doctor_name: String,
    doctor_photo: Option<String>,
    doctor_specialty: String,
    patient_name: String,
    patient_photo: Option<String>,
    patient_born: NaiveDate,
    earlier_status: Option<String>,
    earlier_starts_at: Option<Instant>,
    earlier_ends_at: Option<Instant>,
    earlier_zone: Option<String>,
    later_id: Option<Uuid>,
    later_status: Option<String>,
    later_starts_at: Option<Instant>,
    later_ends_at: Option<Instant>,
    later_zone: Option<String>,
}

#[derive(Serialize)]
struct Doctor {
    id: Uuid,
    full_name: String,
    specialty: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<String>,
}

#[derive(Serialize)]
struct Patient {
    id: Uuid,
    full_name: String,
    age: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<String>,
}

#[derive(Serialize)]
struct VisitType {
    id: Uuid,
    name: String,
    minutes: i64,
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

/// The other half of a move.
#[derive(Serialize)]
struct Counterpart {
    id: Uuid,
    status: String,
    starts_at: Instant,
    local: Local,
}

impl Counterpart {
    fn new(
        id: Option<Uuid>,
        status: Option<String>,
        starts_at: Option<Instant>,
        ends_at: Option<Instant>,
        zone: Option<String>,
    ) -> Option<Self> {
        let starts_at = starts_at?;
        Some(Self {
            id: id?,
            status: status?,
            starts_at,
            local: Local::at(&zone?, starts_at, ends_at?),
        })
    }
}

/// How a colleague referred it.
#[derive(Clone, FromRow, Serialize)]
struct Letter {
    #[serde(skip)]
    case_id: Uuid,
    from: String,
    to: String,
    priority: String,
    reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// Of what was referred on, and what became of it, the bench's data has none: that is left out.
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
    visit_type: Option<VisitType>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    continued_as: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    referral: Option<Letter>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moved_from: Option<Counterpart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open_move: Option<Counterpart>,
}

/// Holds its time.
fn is_live(status: &str) -> bool {
    matches!(status, "pending" | "proposed" | "accepted")
}

impl Appointment {
    fn new(row: Row, now: Instant) -> Self {
        let moved_from = Counterpart::new(
            row.moved_from,
            row.earlier_status,
            row.earlier_starts_at,
            row.earlier_ends_at,
            row.earlier_zone,
        );
        let open_move = Counterpart::new(
            row.later_id,
            row.later_status,
            row.later_starts_at,
            row.later_ends_at,
            row.later_zone,
        )
        .filter(|_| is_live(&row.status));
        let mut answer = Self {
            id: row.id,
            case_id: row.case_id,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            local: Local::at(&row.time_zone, row.starts_at, row.ends_at),
            doctor: Doctor {
                id: row.doctor_id,
                full_name: row.doctor_name,
                specialty: row.doctor_specialty,
                photo: photo(row.doctor_photo),
            },
            patient: Patient {
                id: row.patient_id,
                full_name: row.patient_name,
                age: age(row.patient_born, now.date_naive()),
                photo: photo(row.patient_photo),
            },
            reason: row.reason,
            symptoms: row.symptoms,
            visit_type: row
                .visit_type_id
                .zip(row.visit_type)
                .map(|(id, name)| VisitType {
                    id,
                    name,
                    minutes: (row.ends_at - row.starts_at).num_minutes(),
                }),
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
            actions: Vec::new(),
            continued_as: row.moved_to,
            referral: None,
            moved_from,
            open_move,
            status: row.status,
        };
        answer.actions = answer.actions(now);
        answer
    }

    /// What the doctor may do now.
    fn actions(&self, now: Instant) -> Vec<&'static str> {
        let (pending, accepted) = (self.status == "pending", self.status == "accepted");
        let begun = now >= self.starts_at;
        let in_time = !begun && (accepted || now < self.answer_by);
        // A move is open: this is what was asked for, or what it is to take the place of.
        let to = self.still().is_some();
        let from = !to && self.open_move.is_some();
        [
            ("accept", pending && in_time),
            ("decline", pending),
            ("refer", pending && in_time && !to && !from),
            ("suggest", (pending || accepted) && in_time && !from),
            ("cancel", is_live(&self.status) && !begun),
            ("complete", accepted && begun),
            ("no_show", accepted && begun),
        ]
        .into_iter()
        .filter_map(|(action, may)| may.then_some(action))
        .collect()
    }

    /// What it is asked for in place of, while both hold their times.
    fn still(&self) -> Option<&Counterpart> {
        self.moved_from
            .as_ref()
            .filter(|earlier| is_live(&self.status) && is_live(&earlier.status))
    }

    /// What an open move is about, where there is one.
    fn other_half(&self) -> Option<String> {
        match (&self.open_move, self.still()) {
            (Some(later), _) => Some(format!(
                "Another time is asked for: {}",
                later.local.briefly()
            )),
            (_, Some(earlier)) => Some(format!("In place of {}", earlier.local.briefly())),
            _ => None,
        }
    }
}

#[derive(Serialize)]
pub struct Found {
    items: Vec<Appointment>,
    next: Option<String>,
}

impl Found {
    /// As many of the rows as a page has; with `by_urgency` the cursor says whether the last one is urgent.
    async fn new(
        app: &App,
        mut rows: Vec<Row>,
        limit: usize,
        by_urgency: bool,
        now: Instant,
    ) -> Answer<Self> {
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|row| {
            let urgent = if by_urgency && row.urgent {
                "urgent_"
            } else {
                ""
            };
            let start = row.starts_at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
            format!("{urgent}{start}_{}", row.id)
        });
        let rows = rows.into_iter();
        let mut items: Vec<_> = rows.map(|row| Appointment::new(row, now)).collect();
        letters(app, &mut items).await?;
        Ok(Self { items, next })
    }
}

/// Adds how a doctor's own appointments came by referral. Most lists hold none that did.
async fn letters(app: &App, items: &mut [Appointment]) -> Answer<()> {
    let cases: Vec<Uuid> = items
        .iter()
        .filter(|item| item.referred || item.moved_from.is_some() || item.status == "referred")
        .map(|item| item.case_id)
        .collect();
    let Some(doctor) = items.first().map(|item| item.doctor.id) else {
        return Ok(());
    };
    if cases.is_empty() {
        return Ok(());
    }
    let mut query = QueryBuilder::new(
        "select r.case_id, f.full_name as \"from\", t.full_name as \"to\", \
         case when r.urgent then 'urgent' else 'routine' end as priority, r.reason, r.note \
         from referrals r join users f on f.id = r.referrer_id join users t on t.id = r.doctor_id \
         where r.doctor_id = ",
    );
    query.push_bind(doctor);
    query.push(" and r.case_id in (");
    let mut list = query.separated(", ");
    for case in cases {
        list.push_bind(case);
    }
    query.push(")");
    let letters: Vec<Letter> = query.build_query_as().fetch_all(&app.db).await?;
    for item in items {
        let mut letters = letters.iter();
        item.referral = letters
            .find(|letter| letter.case_id == item.case_id)
            .cloned();
        item.referred |= item.referral.is_some();
    }
    Ok(())
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
    Ok(Json(
        Found::new(&app, rows, limit, false, Utc::now()).await?,
    ))
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
        "select count(distinct patient_id) from appointments where doctor_id = ? and ((status in ('pending', 'proposed') and ends_at > ?) \
         or (status in ('completed', 'no_show', 'accepted') and starts_at > ?))",
    )
    .bind(doctor)
    .bind(now)
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
        date: long_day(date),
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

/// The requests that wait, urgent first, then the soonest, beside today.
pub async fn page(State(app): State<App>, headers: HeaderMap) -> Answer<Html<String>> {
    let doctor = session::doctor(&app, &headers).await?;
    let viewer = session::viewer(&app, &doctor).await?;
    let now = Utc::now();
    let figures = figures(&app, doctor.user_id, now).await?;
    let rows = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "{SELECT} where a.doctor_id = ? and a.status = 'pending' and a.ends_at > ? \
         order by a.urgent desc, a.starts_at, a.id limit 51"
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
            found: Found::new(&app, rows, 50, true, now).await?,
        }
        .render()?,
    ))
}
