//! Pure decisions about free times: the part of the rules that needs the time zone database.
//!
//! Slots are laid out on the wall clock of the clinic. A local time that does not exist
//! (clocks go forward) gives no slot; one that exists twice (clocks go back) gives its
//! first. No two slots of a doctor overlap, whatever the hours say.
//!
//! In each stretch of hours the first slot begins with it, and each further one as much later
//! as a visit and the buffers around it take, as long as the visit ends within the stretch: so
//! a day can be filled without a hole. Visits of another length are laid out by themselves over
//! the same hours; whichever is taken first takes the time from the others. Buffers lie between
//! appointments: before the first and after the last of a day they may lie outside the hours.

mod busy;
mod cover;
mod free;

use std::collections::BTreeMap;

use chrono::{Datelike, Days, MappedLocalTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use crate::availability::model::{
    DEFAULT_SLOT_MINUTES, ExceptionKind, HourException, TimeOfDay, WeeklyHours,
};
use crate::availability::rules::grid;
use crate::time::Instant;

pub use busy::{Busy, Span};
pub use cover::Held;

/// The longest slot there is.
const LONGEST_SLOT: TimeDelta = TimeDelta::hours(2);

/// A time of a doctor at a clinic, free or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub span: Span,
    pub clinic_id: Uuid,
    /// The date on the clinic's wall.
    pub date: NaiveDate,
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
    /// What must lie between two appointments: the buffer after the one, and before the other.
    pub gap: TimeDelta,
    /// The most live appointments on a local date.
    pub daily_cap: Option<u32>,
    /// The length of the visit that is looked for; where there is none, the hours say it.
    pub visit_minutes: Option<u16>,
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

    fn has_one_zone(&self) -> bool {
        let mut zones = self.zones.values();
        let first = zones.next();
        zones.all(|zone| Some(zone) == first)
    }

    /// The slots of a date as the hours lay them out, each with the rank of its hours.
    fn laid_out(&self, date: NaiveDate) -> Vec<(usize, Slot)> {
        let closures: Vec<&HourException> = self.closures(date).collect();
        let gap = i32::try_from(self.gap.num_minutes()).unwrap_or_default();
        let mut slots = Vec::new();
        for (rank, hours) in self.hours(date).into_iter().enumerate() {
            let Some(zone) = self.zones.get(&hours.clinic_id) else {
                continue;
            };
            let minutes = i32::from(self.visit_minutes.unwrap_or(hours.slot_minutes));
            let length = TimeDelta::minutes(i64::from(minutes));
            let mut free_from = Instant::MIN_UTC;
            for minute in grid(hours.from, hours.to, minutes, gap) {
                let closed = !hours.extra
                    && closures
                        .iter()
                        .any(|closure| closes(closure, &hours, minute, minutes));
                let Some(starts_at) = (if closed {
                    None
                } else {
                    on_the_wall(*zone, date, minute)
                }) else {
                    continue;
                };
                // Where the clock leaps over less than a slot, the next start may come too soon.
                if starts_at >= free_from {
                    let span = Span {
                        starts_at,
                        ends_at: starts_at + length,
                    };
                    free_from = span.ends_at + self.gap;
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

    /// What takes hours away on a date.
    fn closures(&self, date: NaiveDate) -> impl Iterator<Item = &HourException> {
        self.exceptions
            .iter()
            .filter(move |row| row.kind == ExceptionKind::Closed && row.holds_on(date))
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
            .filter(|row| row.kind == ExceptionKind::Extra && row.holds_on(date))
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

/// Whether a closure covers a part of the slot of this length that starts at `minute`.
fn closes(closure: &HourException, hours: &Hours, minute: i32, length: i32) -> bool {
    let here = closure
        .clinic_id
        .is_none_or(|clinic| clinic == hours.clinic_id);
    let then = closure
        .from
        .zip(closure.to)
        .is_none_or(|(from, to)| minute < to.minutes() && minute + length > from.minutes());
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
mod tests;
#[cfg(test)]
mod tests_of_visits;
