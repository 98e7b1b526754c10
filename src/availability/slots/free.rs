//! Which slots are free.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Busy, Schedule, Slot};
use crate::time::Instant;

impl Schedule {
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

    /// Neither taken nor too soon nor too far ahead, on a day that is not full.
    fn is_open(&self, slot: &Slot, busy: &Busy, now: Instant) -> bool {
        slot.span.starts_at >= now + self.minimum_notice
            && slot.span.starts_at <= now + self.horizon
            && !busy.takes(&slot.span.widened(self.gap))
            && self.daily_cap.is_none_or(|cap| busy.on(slot.date) < cap)
    }
}
