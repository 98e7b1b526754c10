//! A doctor's week: appointments, what is held, free hours, and what is not as usual.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::read::{Row, rows, views};
use super::work::{Actor, terms};
use crate::appointments::entity::appointment;
use crate::appointments::model::Status;
use crate::appointments::week::{Material, Plan};
use crate::availability::service::{diary, held_times};
use crate::error::{Answer, AppError};
use crate::server::state::App;
use crate::time::parse_date;

/// How far from today a week may lie, in days.
const FARTHEST: i64 = 3700;

/// The week in which a date lies; this week without one.
///
/// # Errors
/// 422 where `from` is no date, or one of another age.
pub async fn week(app: &App, doctor_id: Uuid, from: Option<&str>) -> Answer<Plan> {
    let db = app.db.read();
    let now = app.now();
    let somewhere = from.map(str::trim).filter(|from| !from.is_empty());
    let asked = match somewhere {
        None => None,
        Some(text) => Some(
            parse_date(text)
                .filter(|date| (*date - now.date_naive()).num_days().abs() < FARTHEST)
                .ok_or_else(|| AppError::field("from", ts!("availability-bad-from")))?,
        ),
    };
    // Where today is, only the clinics can say; a day of slack at each end covers every zone.
    let around = asked.unwrap_or_else(|| now.date_naive());
    let begin = monday_of(around).and_time(NaiveTime::MIN).and_utc();
    let window = begin - TimeDelta::days(8)..begin + TimeDelta::days(15);
    let diary = diary(db, doctor_id, Some(window), now)
        .await?
        .ok_or_else(|| AppError::not_found("doctor"))?;
    let zone = diary
        .clinics
        .first()
        .and_then(|clinic| clinic.time_zone.parse().ok());
    let today = now.with_timezone(&zone.unwrap_or(Tz::UTC)).date_naive();
    let monday = monday_of(asked.unwrap_or(today));
    let begin = monday.and_time(NaiveTime::MIN).and_utc();
    let shown = begin - TimeDelta::days(1)..begin + TimeDelta::days(8);
    let planned = [
        Status::Pending,
        Status::Proposed,
        Status::Accepted,
        Status::Completed,
        Status::NoShow,
    ]
    .map(Status::as_str);
    let appointments = rows()
        .filter(appointment::Column::DoctorId.eq(doctor_id))
        .filter(appointment::Column::Status.is_in(planned))
        .filter(appointment::Column::StartsAt.gte(shown.start))
        .filter(appointment::Column::StartsAt.lt(shown.end))
        .order_by_asc(appointment::Column::StartsAt)
        .into_model::<Row>()
        .all(db)
        .await?;
    let appointments = views(appointments, Actor::doctor(doctor_id), &terms(app, now))?;
    Ok(Plan::new(Material {
        monday,
        today,
        appointments,
        held: held_times(db, doctor_id, shown).await?,
        free: diary.free(monday, 7),
        exceptions: diary.exceptions(monday..=monday + Days::new(6)),
        clinics: diary.clinics,
    }))
}

fn monday_of(date: NaiveDate) -> NaiveDate {
    date - Days::new(u64::from(date.weekday().num_days_from_monday()))
}
