//! What is free. Each of these runs on a connection or inside a caller's transaction; `now`
//! is the application's clock.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::diary::{Visit, diary_for};
use super::visit_types::visit_type;
use crate::accounts::entity::{doctor, user};
use crate::availability::entity::held;
use crate::error::{Answer, AppError, Problems};
use crate::paging::Page;
use crate::server::state::App;
use crate::time::{FreeTime, Instant};

/// The most days that one question may cover.
pub const MOST_DAYS: u32 = 62;
/// The days of a question that doesn't say.
pub const DEFAULT_DAYS: u32 = 7;

/// The free times of a doctor for a visit in `days` dates from `from` on, dates on the clinics' walls.
/// Whether the doctor takes requests at all is for the caller to know.
///
/// # Errors
/// When the database does not answer.
pub async fn free_times<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    from: NaiveDate,
    days: u32,
    visit: Visit,
    now: Instant,
) -> Answer<Vec<FreeTime>> {
    let days = days.min(MOST_DAYS);
    let midnight = from.and_time(NaiveTime::MIN).and_utc();
    // A day of slack at each end covers every zone.
    let slack = TimeDelta::days(1);
    let window = midnight - slack..midnight + TimeDelta::days(i64::from(days)) + slack;
    let diary = diary_for(db, doctor_id, Some(window), visit, now).await?;
    Ok(diary
        .map(|diary| diary.free(from, days))
        .unwrap_or_default())
}

/// The doctor's time that starts then, if it is one of their slots, unoccupied, and neither
/// too soon nor too far ahead. Inside a transaction that goes on to take it, the database's
/// own guards have the last word.
///
/// # Errors
/// When the database does not answer.
pub async fn is_free<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    starts_at: Instant,
    now: Instant,
) -> Answer<Option<FreeTime>> {
    is_free_for(db, doctor_id, starts_at, Visit::default(), now).await
}

/// Likewise, for such a visit. Buffers and the cap of a day are this question's alone: a caller who
/// goes on to take the time holds the doctor meanwhile.
///
/// # Errors
/// When the database does not answer.
pub async fn is_free_for<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    starts_at: Instant,
    visit: Visit,
    now: Instant,
) -> Answer<Option<FreeTime>> {
    let window = starts_at - TimeDelta::days(1)..starts_at + TimeDelta::days(1);
    let diary = diary_for(db, doctor_id, Some(window), visit, now).await?;
    Ok(diary.and_then(|diary| diary.free_at(starts_at)))
}

/// Whether this time is held for this patient, who is on the waiting list.
///
/// # Errors
/// When the database does not answer.
pub async fn is_held_for<C: ConnectionTrait>(
    db: &C,
    patient_id: Uuid,
    doctor_id: Uuid,
    starts_at: Instant,
) -> Answer<bool> {
    let count = held::Entity::find()
        .filter(held::Column::DoctorId.eq(doctor_id))
        .filter(held::Column::PatientId.eq(patient_id))
        .filter(held::Column::StartsAt.eq(starts_at))
        .filter(held::Column::Status.eq(held::OPEN))
        .count(db)
        .await?;
    Ok(count > 0)
}

/// The `n` free times of a doctor that are nearest to `around`, by start.
///
/// # Errors
/// When the database does not answer.
pub async fn nearest_free<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    around: Instant,
    n: usize,
    now: Instant,
) -> Answer<Vec<FreeTime>> {
    nearest_free_for(db, doctor_id, around, n, Visit::default(), now).await
}

/// Likewise, for such a visit.
///
/// # Errors
/// When the database does not answer.
pub async fn nearest_free_for<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    around: Instant,
    n: usize,
    visit: Visit,
    now: Instant,
) -> Answer<Vec<FreeTime>> {
    let diary = diary_for(db, doctor_id, None, visit, now).await?;
    Ok(diary
        .map(|diary| diary.nearest(around, n))
        .unwrap_or_default())
}

/// What anybody asks of a doctor's free times, as typed.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// A date, today unless said.
    pub from: Option<String>,
    /// How many days.
    pub days: Option<String>,
    /// The id of a kind of visit; without one, the hours say how long it takes.
    pub visit_type: Option<String>,
    /// Anything: the answer's `next` is then the date of the first free time after these days.
    pub ahead: Option<String>,
}

/// The free times that anybody may see.
///
/// # Errors
/// 404 where the doctor isn't listed or takes no requests; 422 with what is not valid.
pub async fn public_slots(
    app: &App,
    doctor_id: Uuid,
    question: &Question,
) -> Answer<Page<FreeTime>> {
    let now = app.now();
    let mut problems = Problems::default();
    let from = problems.take("from", parse_from(question.from.as_deref(), now));
    let days = problems.take("days", parse_days(question.days.as_deref()));
    let (Some(from), Some(days)) = (from, days) else {
        return Err(problems.into_error());
    };
    let db = app.db.read();
    if !can_be_asked(db, doctor_id).await? {
        return Err(AppError::not_found("doctor"));
    }
    let kind = question.visit_type.as_deref().unwrap_or_default();
    let visit = Visit {
        minutes: visit_type(db, doctor_id, kind)
            .await?
            .map(|kind| kind.minutes),
        ..Visit::default()
    };
    let ahead = question
        .ahead
        .as_deref()
        .is_some_and(|ahead| !ahead.is_empty());
    let items = match from {
        _ if ahead => return ahead_too(db, doctor_id, from, days, visit, now).await,
        Some(from) => free_times(db, doctor_id, from, days, visit, now).await?,
        None => {
            let until = now + TimeDelta::days(i64::from(days) + 1);
            let diary = diary_for(db, doctor_id, Some(now..until), visit, now).await?;
            diary
                .map(|diary| diary.free(diary.today(), days))
                .unwrap_or_default()
        }
    };
    Ok(Page::whole(items))
}

/// The free times of these days, and when there are some again after them.
async fn ahead_too<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    from: Option<NaiveDate>,
    days: u32,
    visit: Visit,
    now: Instant,
) -> Answer<Page<FreeTime>> {
    let Some(diary) = diary_for(db, doctor_id, None, visit, now).await? else {
        return Ok(Page::whole(Vec::new()));
    };
    let from = from.unwrap_or_else(|| diary.today());
    let after = from + Days::new(u64::from(days));
    Ok(Page {
        items: diary.free(from, days),
        next: diary.first_free_date(after).map(|date| date.to_string()),
    })
}

/// Verified, not suspended, and taking requests.
async fn can_be_asked<C: ConnectionTrait>(db: &C, doctor_id: Uuid) -> Answer<bool> {
    let count = doctor::Entity::find_by_id(doctor_id)
        .inner_join(user::Entity)
        .filter(doctor::Column::VerifiedAt.is_not_null())
        .filter(doctor::Column::Accepting.eq(true))
        .filter(user::Column::SuspendedAt.is_null())
        .count(db)
        .await?;
    Ok(count > 0)
}

/// A date within a few years of now, or nothing.
///
/// # Errors
/// With a sentence, where it is something else.
pub fn parse_from(text: Option<&str>, now: Instant) -> Result<Option<NaiveDate>, String> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => text
            .parse::<NaiveDate>()
            .ok()
            .filter(|date| (*date - now.date_naive()).num_days().abs() < 3700)
            .map(Some)
            .ok_or_else(|| ts!("availability-bad-from")),
    }
}

fn parse_days(text: Option<&str>) -> Result<u32, String> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(DEFAULT_DAYS),
        Some(text) => text
            .parse()
            .ok()
            .filter(|days| (1..=MOST_DAYS).contains(days))
            .ok_or_else(|| ts!("availability-bad-days", most = MOST_DAYS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_have_bounds() {
        let now = crate::time::parse_instant("2026-11-24T08:00:00Z").unwrap();
        assert_eq!(parse_days(None), Ok(DEFAULT_DAYS));
        assert_eq!(parse_days(Some("62")), Ok(62));
        for wrong in ["0", "63", "-1", "many"] {
            assert!(parse_days(Some(wrong)).is_err(), "{wrong}");
        }
        assert_eq!(parse_from(Some(" "), now), Ok(None));
        assert_eq!(
            parse_from(Some("2026-12-24"), now),
            Ok("2026-12-24".parse().ok())
        );
        for wrong in ["24/12/2026", "2026-13-01", "9999-01-01", "+262142-12-31"] {
            assert!(parse_from(Some(wrong), now).is_err(), "{wrong}");
        }
    }
}
