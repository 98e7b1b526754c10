//! The time zones of a file: each one that a time in it names is defined there (RFC 5545, section 3.6.5).

use std::collections::BTreeMap;

use calcard::common::PartialDateTime;
use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarValue};
use chrono::{NaiveDateTime, TimeDelta};
use chrono_tz::Tz;

use crate::time::Instant;

/// How long before the first time a definition begins: over a year, so that each clock change
/// has come once.
const BEFORE: TimeDelta = TimeDelta::days(400);
/// How long after the last time it goes on: enough years to tell a rule from a coincidence.
const AFTER: TimeDelta = TimeDelta::days(3 * 366);

/// The zones in use, each with the first and the last instant in it.
#[derive(Default)]
pub struct Zones(BTreeMap<&'static str, (Instant, Instant)>);

impl Zones {
    /// Notes that a time in this zone stands in the file.
    pub fn note(&mut self, zone: Tz, starts_at: Instant, ends_at: Instant) {
        let range = self.0.entry(zone.name()).or_insert((starts_at, ends_at));
        *range = (range.0.min(starts_at), range.1.max(ends_at));
    }

    /// Defines them all.
    pub fn define(&self, calendar: &mut ICalendar) {
        for (zone, (first, last)) in &self.0 {
            let (from, to) = (*first - BEFORE, *last + AFTER);
            let id = calendar.add_timezone(zone, from.timestamp(), to.timestamp());
            if let Some(id) = id {
                keep_to_rules(calendar, id as usize, *first);
                end_rules_late(calendar, id as usize);
            }
        }
    }
}

/// A definition begins with what held at its beginning. Where a rule has taken over before the
/// first time in the file, that is not needed, and in the way: some programs read one rule for
/// summer and one for winter, and no more.
fn keep_to_rules(calendar: &mut ICalendar, id: usize, first: Instant) {
    let parts = &calendar.components[id].component_ids;
    let next = parts.get(1).and_then(|part| onset(calendar, *part));
    // A day of slack covers every zone.
    if next.is_some_and(|next| next + TimeDelta::days(1) < first.naive_utc()) {
        calendar.components[id].component_ids.remove(0);
    }
}

/// A rule that holds for some years ends with the instant of its last change. Programs that read
/// it on the wall leave that change out; a day later means the same to all of them.
fn end_rules_late(calendar: &mut ICalendar, id: usize) {
    for part in calendar.components[id].component_ids.clone() {
        let Some(part) = calendar.components.get_mut(part as usize) else {
            continue;
        };
        let values = part.entries.iter_mut().flat_map(|entry| &mut entry.values);
        for value in values {
            if let ICalendarValue::RecurrenceRule(rule) = value
                && let Some(last) = rule.until.as_ref().and_then(|until| until.to_date_time())
            {
                let later = last.date_time.and_utc() + TimeDelta::days(1);
                rule.until = Some(PartialDateTime::from_utc_timestamp(later.timestamp()));
            }
        }
    }
}

/// When a part of a definition begins to hold, on the wall.
fn onset(calendar: &ICalendar, part: u32) -> Option<NaiveDateTime> {
    let start = calendar
        .component_by_id(part)?
        .property(&ICalendarProperty::Dtstart)?;
    match start.values.first()? {
        ICalendarValue::PartialDateTime(at) => Some(at.to_date_time()?.date_time),
        _ => None,
    }
}
