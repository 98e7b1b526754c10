//! What fits, for how long it is held, and what may become of an offer.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};

use super::model::{DayPart, OfferStatus};
use crate::appointments::rules::OPEN_REQUESTS_MOST;
use crate::availability::model::TimeOfDay;
use crate::time::{Instant, Local};

/// The most wishes that a patient may have open at once.
pub const OPEN_MOST: u64 = 5;
/// How long an offer holds its time, unless a setting says otherwise.
pub const OFFER_HOURS: u32 = 4;
/// A time that could be held for less is not offered: nobody would be in time to answer.
pub const SHORTEST_HOLD: TimeDelta = TimeDelta::minutes(30);
/// How far ahead a wish for a specialty may reach, in days. A doctor's own horizon bounds the others.
pub const HORIZON_DAYS: u32 = 60;

const NOON: i32 = 12 * 60;
const EVENING: i32 = 17 * 60;

/// The part of the day in which a time is.
pub fn part_of(time: TimeOfDay) -> DayPart {
    match time.minutes() {
        ..NOON => DayPart::Morning,
        NOON..EVENING => DayPart::Afternoon,
        _ => DayPart::Evening,
    }
}

/// Days of the week or parts of the day, as one number. None of them stands for any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnyOf(u8);

impl AnyOf {
    /// The days with these ISO numbers.
    pub fn of_days(days: impl IntoIterator<Item = u8>) -> Self {
        let bit = |day: u8| 1 << (day.clamp(1, 7) - 1);
        Self(days.into_iter().fold(0, |set, day| set | bit(day)))
    }

    /// These parts of the day.
    pub fn of_parts(parts: impl IntoIterator<Item = DayPart>) -> Self {
        Self(parts.into_iter().fold(0, |set, part| set | 1 << part as u8))
    }

    /// As it is kept.
    pub fn number(self) -> i32 {
        i32::from(self.0)
    }

    /// Of what was kept.
    pub fn from_number(number: i32) -> Self {
        Self(u8::try_from(number).unwrap_or_default())
    }

    /// The ISO numbers of the days in it.
    pub fn days(self) -> Vec<u8> {
        (1..=7).filter(|day| self.0 & 1 << (day - 1) != 0).collect()
    }

    /// The parts of the day in it.
    pub fn parts(self) -> Vec<DayPart> {
        let has = |part: &DayPart| self.0 & 1 << *part as u8 != 0;
        DayPart::ALL.into_iter().filter(has).collect()
    }

    fn allows(self, other: Self) -> bool {
        self.0 == 0 || self.0 & other.0 != 0
    }
}

/// When somebody could come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    pub weekdays: AnyOf,
    pub parts: AnyOf,
    pub earliest: NaiveDate,
    pub latest: NaiveDate,
}

impl When {
    /// Whether a time is one of those, by what the clinic's wall shows.
    pub fn fits(&self, local: &Local) -> bool {
        let Ok(time) = local.time.parse::<TimeOfDay>() else {
            return false;
        };
        let weekday = u8::try_from(local.date.weekday().number_from_monday()).unwrap_or_default();
        (self.earliest..=self.latest).contains(&local.date)
            && self.weekdays.allows(AnyOf::of_days([weekday]))
            && self.parts.allows(AnyOf::of_parts([part_of(time)]))
    }
}

/// The dates of a wish: from today on, and until the horizon where nothing else is typed.
///
/// # Errors
/// The field, and a sentence.
pub fn dates(
    earliest: Option<NaiveDate>,
    latest: Option<NaiveDate>,
    today: NaiveDate,
    horizon_days: u32,
) -> Result<(NaiveDate, NaiveDate), (&'static str, String)> {
    // It may be yesterday still, or tomorrow already, where the clinic is.
    let (first, last) = (
        today - Days::new(1),
        today + Days::new(u64::from(horizon_days)),
    );
    let from = earliest.unwrap_or(today);
    let until = latest.unwrap_or(last);
    if from < first {
        return Err(("earliest", ts!("waiting-date-passed")));
    }
    if from > last + Days::new(1) {
        return Err(("earliest", too_far(horizon_days)));
    }
    if until > last + Days::new(1) {
        return Err(("latest", too_far(horizon_days)));
    }
    if until < from {
        return Err(("latest", ts!("waiting-date-before-first")));
    }
    Ok((from, until))
}

fn too_far(days: u32) -> String {
    ts!("waiting-date-too-far", count = days)
}

/// Wishes whose last date is before this one have ended, wherever the clinic is.
pub fn over_before(now: Instant) -> NaiveDate {
    now.date_naive() - Days::new(1)
}

/// Until when an offer made now holds its time: so long, but not beyond the moment until which
/// it may be asked for. Nothing where that is too soon.
pub fn held_until(
    now: Instant,
    within: TimeDelta,
    starts_at: Instant,
    minimum_notice: TimeDelta,
) -> Option<Instant> {
    let until = (now + within).min(starts_at - minimum_notice);
    (until - now >= SHORTEST_HOLD).then_some(until)
}

/// Whether a patient with so many open requests and offers could accept one more: each offer
/// becomes a request, and of those only so many may be open.
pub fn has_room(requests: u64, offers: u64) -> bool {
    requests + offers < OPEN_REQUESTS_MOST
}

/// Why an offer can't be accepted or declined any more; nothing where it can.
pub fn too_late(status: OfferStatus, held_until: Instant, now: Instant) -> Option<String> {
    Some(match status {
        OfferStatus::Open if now < held_until => return None,
        OfferStatus::Open | OfferStatus::Expired => ts!("waiting-too-late"),
        OfferStatus::Accepted => ts!("waiting-accepted-already"),
        OfferStatus::Declined => ts!("waiting-declined-already"),
        OfferStatus::Withdrawn => ts!("waiting-not-offered"),
    })
}

#[cfg(test)]
mod tests;
