//! From requests to figures: no clock, no database.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{Datelike, Timelike};
use chrono_tz::Tz;

use super::model::{AnswerTime, Counts, Hour, Period, Rates, Report, Share, Wait};
use super::range::Range;
use crate::appointments::model::Status;
use crate::time::Instant;

/// A doctor's first word on a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    Accept,
    Suggest,
    Refer,
    Decline,
}

impl Reply {
    /// Every reply.
    pub const ALL: [Self; 4] = [Self::Accept, Self::Suggest, Self::Refer, Self::Decline];

    /// The word of it in the timeline.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Suggest => "suggest",
            Self::Refer => "refer",
            Self::Decline => "decline",
        }
    }

    /// The reply of a word in the timeline.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reply| reply.as_str() == word)
    }
}

/// Who called an appointment off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Patient,
    Doctor,
    /// Another time took its place.
    System,
}

/// A request, as far as figures need it.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub asked_at: Instant,
    pub starts_at: Instant,
    /// The clinic's zone.
    pub zone: Tz,
    pub status: Status,
    /// The doctor's first answer, and when.
    pub reply: Option<(Reply, Instant)>,
    /// It became an appointment, whatever happened later.
    pub confirmed: bool,
    pub cancelled_by: Option<By>,
}

impl Request {
    /// Seconds from the request to the answer.
    fn waited(&self) -> Option<i64> {
        self.reply
            .map(|(_, at)| (at - self.asked_at).num_seconds().max(0))
    }
}

/// The report on these requests. What came in on other days is left out.
pub fn report(requests: &[Request], range: Range, zone: Tz) -> Report {
    let mut periods: Vec<Tally> = range.periods().iter().map(|_| Tally::default()).collect();
    let mut whole = Tally::default();
    let mut hours: BTreeMap<(u8, u8), u64> = BTreeMap::new();
    for request in requests {
        let day = request.asked_at.with_timezone(&zone).date_naive();
        let Some(period) = range.period_of(day).and_then(|nth| periods.get_mut(nth)) else {
            continue;
        };
        period.add(request);
        whole.add(request);
        *hours.entry(hour_of_week(request)).or_default() += 1;
    }
    let (totals, waits) = whole.close();
    let periods = range.periods().into_iter().zip(periods);
    Report {
        from: range.from,
        to: range.to,
        zone: zone.name().to_owned(),
        unit: range.unit(),
        totals,
        rates: rates(&totals),
        answer_time: AnswerTime {
            answers: totals.answered(),
            median_minutes: minutes(&waits, MEDIAN),
            ninetieth_minutes: minutes(&waits, NINETIETH),
            spread: spread(&waits),
        },
        periods: periods
            .map(|(days, tally)| {
                let (counts, waits) = tally.close();
                Period {
                    from: days.from,
                    to: days.to,
                    counts,
                    median_minutes: minutes(&waits, MEDIAN),
                    ninetieth_minutes: minutes(&waits, NINETIETH),
                }
            })
            .collect(),
        hours: hours
            .into_iter()
            .map(|((weekday, hour), requests)| Hour {
                weekday,
                hour,
                requests,
            })
            .collect(),
    }
}

/// Weekday (1 is Monday) and hour of the time that is asked for, on the clinic's wall.
fn hour_of_week(request: &Request) -> (u8, u8) {
    let local = request.starts_at.with_timezone(&request.zone);
    // 1 to 7 and 0 to 23 by their contracts.
    let weekday = u8::try_from(local.weekday().number_from_monday()).unwrap_or(1);
    (weekday, u8::try_from(local.hour()).unwrap_or(0))
}

/// What is counted of some requests.
#[derive(Clone, Default)]
struct Tally {
    counts: Counts,
    /// Seconds to each answer.
    waits: Vec<i64>,
}

impl Tally {
    fn add(&mut self, request: &Request) {
        let counts = &mut self.counts;
        counts.requests += 1;
        *match (request.reply, request.status) {
            (Some((Reply::Accept, _)), _) => &mut counts.accepted,
            (Some((Reply::Suggest, _)), _) => &mut counts.suggested,
            (Some((Reply::Refer, _)), _) => &mut counts.referred,
            (Some((Reply::Decline, _)), _) => &mut counts.declined,
            (None, Status::Expired) => &mut counts.expired,
            (None, status) if status.is_live() => &mut counts.waiting,
            (None, _) => &mut counts.withdrawn,
        } += 1;
        self.waits.extend(request.waited());
        if !request.confirmed {
            return;
        }
        counts.confirmed += 1;
        match (request.status, request.cancelled_by) {
            (Status::Completed, _) => counts.completed += 1,
            (Status::NoShow, _) => counts.no_show += 1,
            (Status::Cancelled, Some(By::Doctor)) => counts.cancelled_by_doctor += 1,
            (Status::Cancelled, Some(By::System)) => counts.moved += 1,
            (Status::Cancelled, _) => counts.cancelled_by_patient += 1,
            _ => {}
        }
    }

    /// The counts, and the waits from short to long.
    fn close(mut self) -> (Counts, Vec<i64>) {
        self.waits.sort_unstable();
        (self.counts, self.waits)
    }
}

fn rates(counts: &Counts) -> Rates {
    let answered = |count| Share::new(count, counts.answered());
    Rates {
        acceptance: answered(counts.accepted),
        suggestion: answered(counts.suggested),
        referral: answered(counts.referred),
        decline: answered(counts.declined),
        expiry: Share::new(counts.expired, counts.answered() + counts.expired),
        cancellation: Share::new(
            counts.cancelled_by_patient + counts.cancelled_by_doctor,
            counts.confirmed,
        ),
        no_show: Share::new(counts.no_show, counts.completed + counts.no_show),
    }
}

const MEDIAN: i64 = 50;
const NINETIETH: i64 = 90;

/// The value that so many per cent of a sorted list do not exceed. Between two values it lies
/// between them (Hyndman and Fan 1996, type 7: what spreadsheets call `PERCENTILE.INC`).
fn percentile(sorted: &[i64], percent: i64) -> Option<i64> {
    let last = i64::try_from(sorted.len()).ok()? - 1;
    let place = last * percent;
    let at = |n: i64| usize::try_from(n).ok().and_then(|n| sorted.get(n)).copied();
    let low = at(place / 100)?;
    let high = at(place / 100 + 1).unwrap_or(low);
    Some(low + (high - low) * (place % 100) / 100)
}

/// The same of seconds, in whole minutes.
fn minutes(sorted: &[i64], percent: i64) -> Option<i64> {
    percentile(sorted, percent).map(|seconds| (seconds + 30) / 60)
}

/// Where the spread of answer times is cut, in hours.
const CUTS: [u32; 5] = [1, 4, 12, 24, 48];

/// How many of these seconds lie between the cuts.
fn spread(sorted: &[i64]) -> Vec<Wait> {
    let below = |hours: u32| sorted.partition_point(|wait| *wait < i64::from(hours) * 3600);
    let starts = [0].into_iter().chain(CUTS);
    let ends = CUTS.into_iter().map(Some).chain([None]);
    starts
        .zip(ends)
        .map(|(from_hours, until_hours)| {
            let until = until_hours.map_or(sorted.len(), below);
            Wait {
                from_hours,
                until_hours,
                // A length fits.
                answers: (until - below(from_hours)) as u64,
            }
        })
        .collect()
}
