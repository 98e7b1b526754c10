//! Pure decisions about free times: the part of the rules that needs the time zone database.
//!
//! Slots are laid out on the wall clock of the clinic. A local time that does not exist
//! (clocks go forward) gives no slot; one that exists twice (clocks go back) gives its
//! first. No two slots of a doctor overlap, whatever the hours say.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, MappedLocalTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use crate::availability::model::{
    DEFAULT_SLOT_MINUTES, ExceptionKind, HourException, TimeOfDay, WeeklyHours,
};
use crate::availability::rules::grid;
use crate::time::Instant;

/// The longest slot there is.
const LONGEST_SLOT: TimeDelta = TimeDelta::hours(2);

/// A stretch of time, its end not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub starts_at: Instant,
    pub ends_at: Instant,
}

impl Span {
    /// Whether the two share a moment.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts_at < other.ends_at && other.starts_at < self.ends_at
    }
}

/// A time of a doctor at a clinic, free or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub span: Span,
    pub clinic_id: Uuid,
    /// The date on the clinic's wall.
    pub date: NaiveDate,
}

/// What is taken, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct Busy {
    /// By start.
    spans: Vec<Span>,
    longest: TimeDelta,
}

impl Busy {
    /// From the times of live appointments, in any order.
    pub fn new(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        let longest = spans
            .iter()
            .map(|span| span.ends_at - span.starts_at)
            .max()
            .unwrap_or_default();
        Self { spans, longest }
    }

    /// Whether something taken overlaps `span`.
    pub fn takes(&self, span: &Span) -> bool {
        let before = self
            .spans
            .partition_point(|taken| taken.starts_at < span.ends_at);
        self.spans[..before]
            .iter()
            .rev()
            .take_while(|taken| taken.starts_at + self.longest > span.starts_at)
            .any(|taken| taken.overlaps(span))
    }
}

/// A doctor's hours: everything that lays out slots, and who may ask for which.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// The zones of the clinics that are still there; hours at others count for nothing.
    pub zones: BTreeMap<Uuid, Tz>,
    pub weekly: Vec<WeeklyHours>,
    pub exceptions: Vec<HourException>,
    pub minimum_notice: TimeDelta,
    pub horizon: TimeDelta,
}

/// Hours of one date, before they are cut into slots.
struct Hours {
    clinic_id: Uuid,
    from: TimeOfDay,
    to: TimeOfDay,
    slot_minutes: u16,
    extra: bool,
}

impl Schedule {
    /// The slots of the local date `date`, by start, taken or not.
    pub fn day(&self, date: NaiveDate) -> Vec<Slot> {
        // Hours in several zones can overlap across dates, which differ by two at most.
        let reach = if self.has_one_zone() { 0 } else { 2 };
        let first = date.checked_sub_days(Days::new(reach)).unwrap_or(date);
        let mut ranked: Vec<(usize, Slot)> = first
            .iter_days()
            .take(1 + 2 * reach as usize)
            .flat_map(|date| self.laid_out(date))
            .collect();
        ranked.sort_by_key(|(rank, slot)| (slot.span, *rank));
        // Of two that overlap, the one of the earlier date, then of the earlier hours stands. It does so
        // even where it is itself displaced, so that the answer is the same from whatever date one looks.
        let stands = |n: usize| {
            let (rank, slot) = &ranked[n];
            let near = |other: &&(usize, Slot)| {
                other.1.span.starts_at + LONGEST_SLOT > slot.span.starts_at
            };
            let wins = |other: &(usize, Slot)| {
                (other.1.date, other.0) < (slot.date, *rank) && other.1.span.overlaps(&slot.span)
            };
            let before = ranked[..n].iter().rev().take_while(near).any(wins);
            let after = ranked[n + 1..]
                .iter()
                .take_while(|other| other.1.span.starts_at < slot.span.ends_at)
                .any(wins);
            !before && !after
        };
        (0..ranked.len())
            .filter(|n| ranked[*n].1.date == date && stands(*n))
            .map(|n| ranked[n].1)
            .collect()
    }

    /// The free slots of `days` local dates from `from` on, by start.
    pub fn free(&self, from: NaiveDate, days: u32, busy: &Busy, now: Instant) -> Vec<Slot> {
        let mut slots: Vec<Slot> = from
            .iter_days()
            .take(days as usize)
            .flat_map(|date| self.day(date))
            .filter(|slot| self.is_open(slot, busy, now))
            .collect();
        slots.sort_by_key(|slot| slot.span);
        slots
    }

    /// The slot that starts at `starts_at`, if it is free.
    pub fn free_at(&self, starts_at: Instant, busy: &Busy, now: Instant) -> Option<Slot> {
        let dates: BTreeSet<NaiveDate> = self
            .zones
            .values()
            .map(|zone| starts_at.with_timezone(zone).date_naive())
            .collect();
        dates
            .into_iter()
            .flat_map(|date| self.day(date))
            .find(|slot| slot.span.starts_at == starts_at)
            .filter(|slot| self.is_open(slot, busy, now))
    }

    /// The first free slot there is.
    pub fn first_free(&self, busy: &Busy, now: Instant) -> Option<Slot> {
        // Where clinics lie in several zones, a later date of one may begin before an earlier of another.
        let reach = if self.has_one_zone() { 1 } else { 3 };
        let (first, days) = self.open_dates(now);
        first
            .iter_days()
            .take(days as usize)
            .find(|date| {
                self.day(*date)
                    .iter()
                    .any(|slot| self.is_open(slot, busy, now))
            })
            .and_then(|date| self.free(date, reach, busy, now).into_iter().next())
    }

    /// The `n` free slots nearest to `around`, by start.
    pub fn nearest(&self, around: Instant, n: usize, busy: &Busy, now: Instant) -> Vec<Slot> {
        let (first, days) = self.open_dates(now);
        let mut slots = self.free(first, days, busy, now);
        slots.sort_by_key(|slot| (slot.span.starts_at - around).abs());
        slots.truncate(n);
        slots.sort_by_key(|slot| slot.span);
        slots
    }

    /// Local dates that can hold a time which can be asked for now: the first, and how many.
    pub fn open_dates(&self, now: Instant) -> (NaiveDate, u32) {
        // A day of slack at each end covers every zone.
        let first = (now + self.minimum_notice)
            .date_naive()
            .pred_opt()
            .unwrap_or(NaiveDate::MIN);
        let last = (now + self.horizon)
            .date_naive()
            .succ_opt()
            .unwrap_or(NaiveDate::MAX);
        let days = (last - first).num_days() + 1;
        (first, u32::try_from(days).unwrap_or(0))
    }

    /// Today, at the clinic where it is earliest.
    pub fn today(&self, now: Instant) -> NaiveDate {
        let dates = self
            .zones
            .values()
            .map(|zone| now.with_timezone(zone).date_naive());
        dates.min().unwrap_or_else(|| now.date_naive())
    }

    /// Neither taken nor too soon nor too far ahead.
    fn is_open(&self, slot: &Slot, busy: &Busy, now: Instant) -> bool {
        slot.span.starts_at >= now + self.minimum_notice
            && slot.span.starts_at <= now + self.horizon
            && !busy.takes(&slot.span)
    }

    fn has_one_zone(&self) -> bool {
        let mut zones = self.zones.values();
        let first = zones.next();
        zones.all(|zone| Some(zone) == first)
    }

    /// The slots of a date as the hours lay them out, each with the rank of its hours.
    fn laid_out(&self, date: NaiveDate) -> Vec<(usize, Slot)> {
        let closures: Vec<&HourException> = self
            .exceptions
            .iter()
            .filter(|exception| exception.date == date && exception.kind == ExceptionKind::Closed)
            .collect();
        let mut slots = Vec::new();
        for (rank, hours) in self.hours(date).into_iter().enumerate() {
            let Some(zone) = self.zones.get(&hours.clinic_id) else {
                continue;
            };
            let length = TimeDelta::minutes(i64::from(hours.slot_minutes));
            let mut free_from = Instant::MIN_UTC;
            for minute in grid(hours.from, hours.to, hours.slot_minutes) {
                let closed = !hours.extra
                    && closures
                        .iter()
                        .any(|closure| closes(closure, &hours, minute));
                let Some(starts_at) = (if closed {
                    None
                } else {
                    on_the_wall(*zone, date, minute)
                }) else {
                    continue;
                };
                // Where the clock leaps over less than a slot, the next start may come too soon.
                if starts_at >= free_from {
                    free_from = starts_at + length;
                    let span = Span {
                        starts_at,
                        ends_at: free_from,
                    };
                    slots.push((
                        rank,
                        Slot {
                            span,
                            clinic_id: hours.clinic_id,
                            date,
                        },
                    ));
                }
            }
        }
        slots
    }

    /// The hours that apply on a date: those of the week, then the extra ones.
    fn hours(&self, date: NaiveDate) -> Vec<Hours> {
        let weekday = date.weekday().number_from_monday();
        let weekly = self
            .weekly
            .iter()
            .filter(|row| u32::from(row.weekday) == weekday)
            .map(|row| Hours {
                clinic_id: row.clinic_id,
                from: row.from,
                to: row.to,
                slot_minutes: row.slot_minutes,
                extra: false,
            });
        let extra = self
            .exceptions
            .iter()
            .filter(|exception| exception.date == date && exception.kind == ExceptionKind::Extra)
            .filter_map(|exception| {
                let clinic_id = exception.clinic_id?;
                Some(Hours {
                    clinic_id,
                    from: exception.from?,
                    to: exception.to?,
                    slot_minutes: self.usual_slot(clinic_id, weekday),
                    extra: true,
                })
            });
        weekly.chain(extra).collect()
    }

    /// The length of a slot in extra hours: that of the clinic's hours, best of the same weekday.
    fn usual_slot(&self, clinic_id: Uuid, weekday: u32) -> u16 {
        self.weekly
            .iter()
            .filter(|row| row.clinic_id == clinic_id)
            .min_by_key(|row| u32::from(row.weekday) != weekday)
            .map_or(DEFAULT_SLOT_MINUTES, |row| row.slot_minutes)
    }
}

/// Whether a closure covers a part of the slot that starts at `minute`.
fn closes(closure: &HourException, hours: &Hours, minute: i32) -> bool {
    let here = closure
        .clinic_id
        .is_none_or(|clinic| clinic == hours.clinic_id);
    let then = closure.from.zip(closure.to).is_none_or(|(from, to)| {
        minute < to.minutes() && minute + i32::from(hours.slot_minutes) > from.minutes()
    });
    here && then
}

/// When the wall clock in `zone` shows this minute of this date, for the first time if twice.
fn on_the_wall(zone: Tz, date: NaiveDate, minute: i32) -> Option<Instant> {
    let seconds = u32::try_from(minute).ok()? * 60;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?;
    match zone.from_local_datetime(&date.and_time(time)) {
        MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => {
            Some(at.with_timezone(&Utc))
        }
        MappedLocalTime::None => None,
    }
}

#[cfg(test)]
#[path = "slots_tests.rs"]
mod tests;
