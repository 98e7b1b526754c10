//! How a diary is loaded: a query a kind, for all doctors together.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::diary::Diary;
use super::hours::{exception, exception_rows, hours, weekly_rows};
use super::visit_types::visit_type_rows;
use crate::accounts::entity::doctor;
use crate::availability::entity::{clinic, held, taken};
use crate::availability::slots::{Busy, Schedule, Span};
use crate::error::Answer;
use crate::time::Instant;

/// What a doctor's row says of hours.
#[derive(FromQueryResult)]
struct Terms {
    user_id: Uuid,
    minimum_notice_minutes: i32,
    horizon_days: i32,
    buffer_before_minutes: i32,
    buffer_after_minutes: i32,
    daily_cap: Option<i32>,
}

/// The diaries of doctors with what is taken in `window`, from now on without one, but for the
/// appointments of a case.
pub(super) async fn load<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
    window: Option<Range<Instant>>,
    but_for: Option<Uuid>,
    now: Instant,
) -> Answer<HashMap<Uuid, Diary>> {
    if doctors.is_empty() {
        return Ok(HashMap::new());
    }
    let terms: Vec<Terms> = doctor::Entity::find()
        .select_only()
        .columns([
            doctor::Column::UserId,
            doctor::Column::MinimumNoticeMinutes,
            doctor::Column::HorizonDays,
            doctor::Column::BufferBeforeMinutes,
            doctor::Column::BufferAfterMinutes,
            doctor::Column::DailyCap,
        ])
        .filter(doctor::Column::UserId.is_in(doctors.iter().copied()))
        .into_model()
        .all(db)
        .await?;
    let mut diaries: HashMap<Uuid, Diary> = terms
        .into_iter()
        .map(|terms| (terms.user_id, empty(&terms, now)))
        .collect();
    let clinics = clinic::Entity::find()
        .filter(clinic::Column::DoctorId.is_in(doctors.iter().copied()))
        .filter(clinic::Column::RemovedAt.is_null())
        .order_by_asc(clinic::Column::Id)
        .all(db)
        .await?;
    for row in clinics {
        if let Some(diary) = diaries.get_mut(&row.doctor_id) {
            // A clinic whose zone this build does not know has no hours that could be placed.
            if let Ok(zone) = row.time_zone.parse() {
                diary.schedule.zones.insert(row.id, zone);
            }
            diary.clinics.push(row.into());
        }
    }
    for row in visit_type_rows(db, doctors).await? {
        if let Some(diary) = diaries.get_mut(&row.doctor_id) {
            diary.visit_types.push(row.into());
        }
    }
    for row in weekly_rows(db, doctors).await? {
        if let (Some(diary), Some(hours)) = (diaries.get_mut(&row.doctor_id), hours(&row)) {
            diary.schedule.weekly.push(hours);
        }
    }
    let since = window.as_ref().map_or(now, |window| window.start) - SLACK;
    for row in exception_rows(db, doctors, since.date_naive()).await? {
        if let (Some(diary), Some(exception)) = (diaries.get_mut(&row.doctor_id), exception(&row)) {
            diary.schedule.exceptions.push(exception);
        }
    }
    for (doctor, taken) in taken_spans(db, doctors, window, but_for, now).await? {
        if let Some(diary) = diaries.get_mut(&doctor) {
            diary.busy = Busy::new(taken);
        }
    }
    Ok(diaries)
}

/// How far from a time an appointment can lie that matters for it: on the same local date,
/// which in two zones together lasts two days and two hours, or a buffer away.
const SLACK: TimeDelta = TimeDelta::hours(52);

/// What is taken of doctors' time, and on which date at the clinic. An index answers it
/// alone, by doctor and start, which is why it bounds the start from below too: no appointment is
/// longer than a day.
async fn taken_spans<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
    window: Option<Range<Instant>>,
    but_for: Option<Uuid>,
    now: Instant,
) -> Answer<HashMap<Uuid, Vec<(Span, NaiveDate)>>> {
    let from = window.as_ref().map_or(now, |window| window.start);
    let mut query = taken::Entity::find()
        .select_only()
        .columns([
            taken::Column::DoctorId,
            taken::Column::StartsAt,
            taken::Column::EndsAt,
            taken::Column::TimeZone,
        ])
        .filter(taken::Column::DoctorId.is_in(doctors.iter().copied()))
        .filter(Expr::cust(taken::HOLDS))
        .filter(taken::Column::StartsAt.gt(from - SLACK));
    if let Some(window) = &window {
        query = query.filter(taken::Column::StartsAt.lt(window.end + SLACK));
    }
    if let Some(case_id) = but_for {
        query = query.filter(taken::Column::CaseId.ne(case_id));
    }
    let mut rows: Vec<Taken> = query.into_tuple().all(db).await?;
    rows.extend(held_spans(db, doctors, from, window).await?);
    let mut taken: HashMap<Uuid, Vec<(Span, NaiveDate)>> = HashMap::new();
    for (doctor, starts_at, ends_at, zone) in rows {
        let zone: Tz = zone.parse().unwrap_or(Tz::UTC);
        let date = starts_at.with_timezone(&zone).date_naive();
        taken
            .entry(doctor)
            .or_default()
            .push((Span { starts_at, ends_at }, date));
    }
    Ok(taken)
}

/// Whose time, from when to when, and in which zone.
type Taken = (Uuid, Instant, Instant, String);

/// What is held for somebody on the waiting list, which is as good as taken.
async fn held_spans<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
    from: Instant,
    window: Option<Range<Instant>>,
) -> Answer<Vec<Taken>> {
    let mut query = held::Entity::find()
        .select_only()
        .columns([
            held::Column::DoctorId,
            held::Column::StartsAt,
            held::Column::EndsAt,
            held::Column::TimeZone,
        ])
        .filter(held::Column::DoctorId.is_in(doctors.iter().copied()))
        // Word for word as in the index of what is held.
        .filter(Expr::cust("status = 'open'"))
        .filter(held::Column::StartsAt.gt(from - SLACK));
    if let Some(window) = window {
        query = query.filter(held::Column::StartsAt.lt(window.end + SLACK));
    }
    Ok(query.into_tuple().all(db).await?)
}

fn empty(terms: &Terms, now: Instant) -> Diary {
    let minutes = |minutes: i32| TimeDelta::minutes(i64::from(minutes));
    Diary {
        clinics: Vec::new(),
        visit_types: Vec::new(),
        schedule: Schedule {
            zones: BTreeMap::new(),
            weekly: Vec::new(),
            exceptions: Vec::new(),
            minimum_notice: minutes(terms.minimum_notice_minutes),
            horizon: TimeDelta::days(i64::from(terms.horizon_days)),
            gap: minutes(terms.buffer_before_minutes) + minutes(terms.buffer_after_minutes),
            daily_cap: terms.daily_cap.and_then(|cap| u32::try_from(cap).ok()),
            visit_minutes: None,
        },
        busy: Busy::default(),
        now,
    }
}
