//! A doctor's diary: hours and what is taken, loaded for as many doctors as one likes with
//! one query a kind.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use chrono::{NaiveDate, TimeDelta};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::hours::{exception, exception_rows, hours, weekly_rows};
use crate::accounts::entity::doctor;
use crate::availability::entity::{clinic, taken};
use crate::availability::model::Clinic;
use crate::availability::slots::{Busy, Schedule, Slot, Span};
use crate::error::Answer;
use crate::time::{FreeTime, Instant, Local};

/// What is needed to say when a doctor is free, as of `now`.
#[derive(Clone, Debug)]
pub struct Diary {
    /// The clinics that are still there, in the order in which they were added.
    pub clinics: Vec<Clinic>,
    schedule: Schedule,
    busy: Busy,
    now: Instant,
}

impl Diary {
    /// The free times of `days` local dates from `from` on.
    pub fn free(&self, from: NaiveDate, days: u32) -> Vec<FreeTime> {
        self.shown(self.schedule.free(from, days, &self.busy, self.now))
    }

    /// The time that starts then, if it is one of the doctor's and free.
    pub fn free_at(&self, starts_at: Instant) -> Option<FreeTime> {
        self.schedule
            .free_at(starts_at, &self.busy, self.now)
            .map(|slot| self.show(slot))
    }

    /// The first free time there is.
    pub fn first_free(&self) -> Option<FreeTime> {
        self.schedule
            .first_free(&self.busy, self.now)
            .map(|slot| self.show(slot))
    }

    /// The `n` free times nearest to `around`, by start.
    pub fn nearest(&self, around: Instant, n: usize) -> Vec<FreeTime> {
        self.shown(self.schedule.nearest(around, n, &self.busy, self.now))
    }

    /// Today's date at the doctor's clinics; where they lie far apart, the earliest.
    pub fn today(&self) -> NaiveDate {
        self.schedule.today(self.now)
    }

    /// The last date that can hold a time to be asked for.
    pub fn last_date(&self) -> NaiveDate {
        (self.now + self.schedule.horizon).date_naive()
    }

    fn shown(&self, slots: Vec<Slot>) -> Vec<FreeTime> {
        slots.into_iter().map(|slot| self.show(slot)).collect()
    }

    fn show(&self, slot: Slot) -> FreeTime {
        let zone = self
            .schedule
            .zones
            .get(&slot.clinic_id)
            .map_or("UTC", |zone| zone.name());
        let Span { starts_at, ends_at } = slot.span;
        FreeTime {
            starts_at,
            ends_at,
            clinic_id: slot.clinic_id,
            local: Local::at(zone, starts_at, ends_at),
        }
    }
}

/// One doctor's diary, with what is taken in `window` (all that is to come if there is none).
///
/// # Errors
/// When the database does not answer.
pub async fn diary<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    window: Option<Range<Instant>>,
    now: Instant,
) -> Answer<Option<Diary>> {
    Ok(load(db, &[doctor_id], window, now)
        .await?
        .remove(&doctor_id))
}

/// The diaries of many doctors, five queries in all. Who is no doctor has none.
///
/// # Errors
/// When the database does not answer.
pub async fn diaries<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
    now: Instant,
) -> Answer<HashMap<Uuid, Diary>> {
    load(db, doctors, None, now).await
}

/// Likewise, but only what is taken in `window` is known, so that nothing else may be asked.
///
/// # Errors
/// When the database does not answer.
pub async fn diaries_within<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
    window: Range<Instant>,
    now: Instant,
) -> Answer<HashMap<Uuid, Diary>> {
    load(db, doctors, Some(window), now).await
}

/// Likewise, but only what is taken until `until` is known, so that nothing later may be asked.
///
/// # Errors
/// When the database does not answer.
pub async fn diaries_until<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
    until: Instant,
    now: Instant,
) -> Answer<HashMap<Uuid, Diary>> {
    load(db, doctors, Some(now..until), now).await
}

async fn load<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
    window: Option<Range<Instant>>,
    now: Instant,
) -> Answer<HashMap<Uuid, Diary>> {
    if doctors.is_empty() {
        return Ok(HashMap::new());
    }
    let settings: Vec<(Uuid, i32, i32)> = doctor::Entity::find()
        .select_only()
        .columns([
            doctor::Column::UserId,
            doctor::Column::MinimumNoticeMinutes,
            doctor::Column::HorizonDays,
        ])
        .filter(doctor::Column::UserId.is_in(doctors.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let mut diaries: HashMap<Uuid, Diary> = settings
        .into_iter()
        .map(|(id, notice, horizon)| (id, empty(notice, horizon, now)))
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
    for row in weekly_rows(db, doctors).await? {
        if let (Some(diary), Some(hours)) = (diaries.get_mut(&row.doctor_id), hours(&row)) {
            diary.schedule.weekly.push(hours);
        }
    }
    let since = window.as_ref().map_or(now, |window| window.start.min(now)) - TimeDelta::days(2);
    for row in exception_rows(db, doctors, since.date_naive()).await? {
        if let (Some(diary), Some(exception)) = (diaries.get_mut(&row.doctor_id), exception(&row)) {
            diary.schedule.exceptions.push(exception);
        }
    }
    for (doctor, spans) in taken_spans(db, doctors, window, now).await? {
        if let Some(diary) = diaries.get_mut(&doctor) {
            diary.busy = Busy::new(spans);
        }
    }
    Ok(diaries)
}

/// What is taken of doctors' time. The index on doctor and start answers it, which is why it
/// bounds the start from below too: no appointment is longer than a day.
async fn taken_spans<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
    window: Option<Range<Instant>>,
    now: Instant,
) -> Answer<HashMap<Uuid, Vec<Span>>> {
    let from = window.as_ref().map_or(now, |window| window.start);
    let mut query = taken::Entity::find()
        .select_only()
        .columns([
            taken::Column::DoctorId,
            taken::Column::StartsAt,
            taken::Column::EndsAt,
        ])
        .filter(taken::Column::DoctorId.is_in(doctors.iter().copied()))
        .filter(taken::Column::Status.is_in(taken::LIVE))
        .filter(taken::Column::StartsAt.gt(from - TimeDelta::days(1)));
    if let Some(window) = window {
        query = query.filter(taken::Column::StartsAt.lt(window.end));
    }
    let rows: Vec<(Uuid, Instant, Instant)> = query.into_tuple().all(db).await?;
    let mut spans: HashMap<Uuid, Vec<Span>> = HashMap::new();
    for (doctor, starts_at, ends_at) in rows {
        spans
            .entry(doctor)
            .or_default()
            .push(Span { starts_at, ends_at });
    }
    Ok(spans)
}

fn empty(notice_minutes: i32, horizon_days: i32, now: Instant) -> Diary {
    Diary {
        clinics: Vec::new(),
        schedule: Schedule {
            zones: BTreeMap::new(),
            weekly: Vec::new(),
            exceptions: Vec::new(),
            minimum_notice: TimeDelta::minutes(i64::from(notice_minutes)),
            horizon: TimeDelta::days(i64::from(horizon_days)),
        },
        busy: Busy::default(),
        now,
    }
}
