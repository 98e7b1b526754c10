//! Instants, and how they read on the wall of a clinic.

use chrono::{DateTime, Datelike, NaiveDate, Offset, Utc};
use chrono_tz::Tz;
use serde::Serialize;

pub type Instant = DateTime<Utc>;

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
        Self {
            date: start.date_naive(),
            time: start.format("%H:%M").to_string(),
            until: end.format("%H:%M").to_string(),
            zone: zone.name().to_owned(),
            offset: match (minutes.abs() / 60, minutes.abs() % 60) {
                (0, 0) => "UTC".to_owned(),
                (hours, 0) => format!("UTC{sign}{hours}"),
                (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
            },
        }
    }

    pub fn short_day(&self) -> String {
        self.date.format("%a %-d %b").to_string()
    }

    pub fn zone_name(&self) -> String {
        format!("{} time ({})", place(&self.zone), self.offset)
    }
}

pub fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

pub fn age(born: NaiveDate, today: NaiveDate) -> u32 {
    today.years_since(born).unwrap_or(0)
}

pub fn monday(date: NaiveDate) -> NaiveDate {
    date - chrono::TimeDelta::days(i64::from(date.weekday().num_days_from_monday()))
}

/// The first letters of the first and the last name, without a title.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter(|word| *word != "Dr");
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first
        .into_iter()
        .chain(last)
        .flat_map(char::to_uppercase)
        .collect()
}
