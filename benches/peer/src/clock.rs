//! Instants, and how they read on the wall of a clinic.

use chrono::{
    DateTime, Datelike, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Timelike, Utc,
};
use chrono_tz::Tz;
use serde::Serialize;

pub type Instant = DateTime<Utc>;

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[derive(Clone, Serialize)]
pub struct Local {
    pub date: NaiveDate,
    pub time: String,
    pub until: String,
    pub zone: String,
    pub offset: String,
}

impl Local {
    pub fn at(zone: &str, starts_at: Instant, ends_at: Instant) -> Self {
        let zone: Tz = zone.parse().unwrap_or(Tz::UTC);
        let (start, end) = (starts_at.with_timezone(&zone), ends_at.with_timezone(&zone));
        let minutes = start.offset().fix().local_minus_utc() / 60;
        let sign = if minutes < 0 { '−' } else { '+' };
        // chrono's own formats take several times as long.
        let wall = |time: NaiveTime| format!("{:02}:{:02}", time.hour(), time.minute());
        Self {
            date: start.date_naive(),
            time: wall(start.time()),
            until: wall(end.time()),
            zone: zone.name().to_owned(),
            offset: match (minutes.abs() / 60, minutes.abs() % 60) {
                (0, 0) => "UTC".to_owned(),
                (hours, 0) => format!("UTC{sign}{hours}"),
                (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
            },
        }
    }

    /// "Wed 25 Nov"
    pub fn short_day(&self) -> String {
        let (weekday, month) = names(self.date);
        format!("{} {} {}", &weekday[..3], self.date.day(), &month[..3])
    }

    /// "Wed 25 Nov, 09:30"
    pub fn briefly(&self) -> String {
        format!("{}, {}", self.short_day(), self.time)
    }

    /// "Madrid time (UTC+1)"
    pub fn zone_name(&self) -> String {
        format!("{} time ({})", place(&self.zone), self.offset)
    }
}

/// "Wednesday 25 November 2026"
pub fn long_day(date: NaiveDate) -> String {
    let (weekday, month) = names(date);
    format!("{weekday} {} {month} {}", date.day(), date.year())
}

/// The names of a date's weekday and month.
fn names(date: NaiveDate) -> (&'static str, &'static str) {
    let weekday = date.weekday().num_days_from_monday() as usize;
    (WEEKDAYS[weekday], MONTHS[date.month0() as usize])
}

pub fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

pub fn monday(date: NaiveDate) -> NaiveDate {
    date - TimeDelta::days(i64::from(date.weekday().num_days_from_monday()))
}

/// When a day begins on this wall; where a clock change skips midnight, the first instant after it.
pub fn midnight(zone: Tz, date: NaiveDate) -> Instant {
    let wall = date.and_time(NaiveTime::MIN);
    (0..=3)
        .find_map(|hours| {
            zone.from_local_datetime(&(wall + TimeDelta::hours(hours)))
                .earliest()
        })
        .map_or_else(|| wall.and_utc(), |at| at.with_timezone(&Utc))
}
