//! A doctor's diary: hours and what is taken, loaded for as many doctors as one likes with
//! one query a kind.

use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};

use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::load::load;
use crate::availability::model::{Clinic, HourException, VisitType};
use crate::availability::slots::{Busy, Schedule, Slot, Span};
use crate::error::Answer;
use crate::time::{FreeTime, Instant, Local};

/// What a time is looked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Visit {
    /// How many minutes it takes; where it isn't said, the hours say it.
    pub minutes: Option<u16>,
    /// The case that it continues, whose other appointments are not in its way: one of them goes.
    pub case_id: Option<Uuid>,
}

/// What is needed to say when a doctor is free, as of `now`.
#[derive(Clone, Debug)]
pub struct Diary {
    /// The clinics that are still there, in the order in which they were added.
    pub clinics: Vec<Clinic>,
    /// What patients choose from, in the doctor's order.
    pub visit_types: Vec<VisitType>,
    pub(super) schedule: Schedule,
    pub(super) busy: Busy,
    pub(super) now: Instant,
}

impl Diary {
    /// The same for visits of this length; where it isn't said, the hours say it.
    pub fn for_visits(mut self, minutes: Option<u16>) -> Self {
        self.schedule.visit_minutes = minutes;
        self
    }

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

    /// The first free time there is, as pages offer it: for the first kind of visit where there are any.
    pub fn first_free(&self) -> Option<FreeTime> {
        self.first_of(self.visit_types.first().map(|kind| kind.minutes))
    }

    fn first_of(&self, visit_minutes: Option<u16>) -> Option<FreeTime> {
        let schedule = Schedule {
            visit_minutes,
            ..self.schedule.clone()
        };
        schedule
            .first_free(&self.busy, self.now)
            .map(|slot| self.show(slot))
    }

    /// The first free time there is for such visits as the diary is for.
    pub fn soonest(&self) -> Option<FreeTime> {
        self.schedule
            .first_free(&self.busy, self.now)
            .map(|slot| self.show(slot))
    }

    /// The first free time for any kind of visit.
    pub fn first_free_of_any(&self) -> Option<FreeTime> {
        let mut lengths: Vec<Option<u16>> = self
            .visit_types
            .iter()
            .map(|kind| Some(kind.minutes))
            .collect();
        if lengths.is_empty() {
            lengths.push(None);
        }
        lengths
            .into_iter()
            .filter_map(|length| self.first_of(length))
            .min_by_key(|time| time.starts_at)
    }

    /// The first date with a free time, from this one on.
    pub fn first_free_date(&self, from: NaiveDate) -> Option<NaiveDate> {
        let (first, days) = self.schedule.open_dates(self.now);
        let open = first.iter_days().take(days as usize);
        open.filter(|date| *date >= from).find(|date| {
            !self
                .schedule
                .free(*date, 1, &self.busy, self.now)
                .is_empty()
        })
    }

    /// The `n` free times nearest to `around`, by start.
    pub fn nearest(&self, around: Instant, n: usize) -> Vec<FreeTime> {
        self.shown(self.schedule.nearest(around, n, &self.busy, self.now))
    }

    /// What is not as usual on any of these dates, by date.
    pub fn exceptions(&self, dates: RangeInclusive<NaiveDate>) -> Vec<HourException> {
        let all = self.schedule.exceptions.iter();
        all.filter(|it| it.date <= *dates.end() && *dates.start() <= it.last_date())
            .cloned()
            .collect()
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
    diary_for(db, doctor_id, window, Visit::default(), now).await
}

/// Likewise, for such a visit.
///
/// # Errors
/// When the database does not answer.
pub async fn diary_for<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    window: Option<Range<Instant>>,
    visit: Visit,
    now: Instant,
) -> Answer<Option<Diary>> {
    let mut diaries = load(db, &[doctor_id], window, visit.case_id, now).await?;
    let diary = diaries.remove(&doctor_id);
    Ok(diary.map(|diary| diary.for_visits(visit.minutes)))
}

/// The diaries of many doctors, a query a kind. Who is no doctor has none.
///
/// # Errors
/// When the database does not answer.
pub async fn diaries<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
    now: Instant,
) -> Answer<HashMap<Uuid, Diary>> {
    load(db, doctors, None, None, now).await
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
    load(db, doctors, Some(window), None, now).await
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
    load(db, doctors, Some(now..until), None, now).await
}
