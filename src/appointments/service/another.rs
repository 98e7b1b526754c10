//! Another free time for an appointment that there is.

use chrono::{Days, NaiveDate};
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::request::NEAREST;
use super::work::{Actor, Work, slot_taken};
use crate::appointments::entity::appointment;
use crate::appointments::model::{Appointment, Part};
use crate::availability::model::Clinic;
use crate::availability::service::{self as availability, Diary, Visit};
use crate::error::{Answer, AppError, ErrorKind};
use crate::server::state::App;
use crate::time::{FreeTime, Instant, parse_instant};

/// A time that somebody chose.
pub fn time(typed: &str) -> Result<Instant, String> {
    parse_instant(typed).ok_or_else(|| ts!("appointments-err-time"))
}

/// A visit like this one. Its own case is not in the way: one of the two times will be given up.
pub fn like(row: &appointment::Model) -> Visit {
    let minutes = (row.ends_at - row.starts_at).num_minutes();
    Visit {
        minutes: row.visit_type_id.and_then(|_| u16::try_from(minutes).ok()),
        case_id: Some(row.case_id),
    }
}

/// The free time of its doctor that starts then.
///
/// # Errors
/// 422 where that is the present one; 409 where it isn't free.
pub async fn slot(
    work: &Work<'_>,
    row: &appointment::Model,
    starts_at: Instant,
) -> Answer<FreeTime> {
    if starts_at == row.starts_at {
        return Err(AppError::field(
            "starts_at",
            ts!("appointments-err-other-time"),
        ));
    }
    availability::is_free_for(&work.tx, row.doctor_id, starts_at, like(row), work.now)
        .await?
        .ok_or_else(slot_taken)
}

/// Names the nearest free times where the one that was wanted is taken.
///
/// # Errors
/// Those of `answer`.
pub async fn with_nearest(
    app: &App,
    id: Uuid,
    wanted: Instant,
    answer: Answer<Appointment>,
) -> Answer<Appointment> {
    let error = match answer {
        Err(error) if error.kind == ErrorKind::SlotTaken => error,
        answer => return answer,
    };
    let db = app.db.read();
    let nearest = match appointment::Entity::find_by_id(id).one(db).await? {
        Some(row) => {
            let (doctor, visit) = (row.doctor_id, like(&row));
            availability::nearest_free_for(db, doctor, wanted, NEAREST, visit, app.now())
                .await?
                .into_iter()
                .filter(|time| time.starts_at != row.starts_at)
                .collect()
        }
        None => Vec::new(),
    };
    Err(AppError { nearest, ..error })
}

/// How many days are offered at once.
pub const DAYS: u32 = 7;

/// The free times to choose from.
pub struct Times {
    pub appointment_id: Uuid,
    /// The first date that is shown.
    pub from: NaiveDate,
    /// The date of the first free time of all.
    pub first: Option<NaiveDate>,
    /// The date of the first free time after these days.
    pub next: Option<NaiveDate>,
    pub times: Vec<FreeTime>,
    /// Where they may be.
    pub clinics: Vec<Clinic>,
}

/// The free times of a week, from a date or the first free time on, to which an appointment can be
/// moved or for which it can be suggested. Whoever takes no new requests still has those they have.
///
/// # Errors
/// 404 where the appointment isn't this person's; 422 where `from` is no date.
pub async fn times(app: &App, part: Part, user_id: Uuid, id: Uuid, from: &str) -> Answer<Times> {
    let actor = Actor { id: user_id, part };
    let now = app.now();
    let from = match from.trim() {
        SOONEST => None,
        typed => availability::parse_from(Some(typed), now)
            .map_err(|sentence| AppError::field("from", sentence))?,
    };
    let db = app.db.read();
    let row = appointment::Entity::find_by_id(id)
        .one(db)
        .await?
        .filter(|row| actor.owns(row))
        .ok_or_else(|| AppError::not_found("appointment"))?;
    let doctor = row.doctor_id;
    let Some(diary) = availability::diary_for(db, doctor, None, like(&row), now).await? else {
        return Err(AppError::not_found("doctor"));
    };
    let first = first_date(&diary, diary.today(), row.starts_at);
    let from = from.or(first).unwrap_or_else(|| diary.today());
    let mut times = diary.free(from, DAYS);
    times.retain(|time| time.starts_at != row.starts_at);
    Ok(Times {
        appointment_id: id,
        from,
        first,
        next: first_date(&diary, from + Days::new(u64::from(DAYS)), row.starts_at),
        times,
        clinics: diary.clinics,
    })
}

/// The first date from this one on with a free time other than the one that there is.
fn first_date(diary: &Diary, from: NaiveDate, present: Instant) -> Option<NaiveDate> {
    let date = diary.first_free_date(from)?;
    let another = |time: &FreeTime| time.starts_at != present;
    if diary.free(date, 1).iter().any(another) {
        return Some(date);
    }
    first_date(diary, date + Days::new(1), present)
}

/// In place of a date: from the first free time on.
pub const SOONEST: &str = "soonest";
