//! Instants, and how they read at a clinic.
//!
//! An instant travels in UTC (RFC 3339). The browser carries no time zone
//! database, so the server sends beside it how it reads on the clinic's wall.

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use serde::Serialize;
use uuid::Uuid;

use crate::wire::wire;

/// A moment, in UTC.
pub type Instant = DateTime<Utc>;

/// How an instant reads on the wall of a clinic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Local {
    /// The date there.
    pub date: NaiveDate,
    /// The time of day there, `"09:30"`.
    pub time: String,
    /// When what begins then ends, `"10:00"`.
    pub until: String,
    /// IANA time zone, `"Europe/Madrid"`.
    pub zone: String,
    /// Its distance from UTC at that instant, `"UTC+1"`.
    pub offset: String,
}

wire!(Local {
    date,
    time,
    until,
    zone,
    offset
});

impl Local {
    /// "Wed 25 Nov"
    pub fn short_day(&self) -> String {
        short_day(self.date)
    }

    /// "Wed 25 Nov, 09:30"
    pub fn briefly(&self) -> String {
        t!("time-brief", day = self.short_day(), time = self.time)
    }

    /// "Wednesday 25 November 2026"
    pub fn long_day(&self) -> String {
        long_day(self.date)
    }

    /// "09:30–10:00"
    pub fn hours(&self) -> String {
        t!("time-hours", from = self.time, until = self.until)
    }

    /// "Madrid time (UTC+1)"
    pub fn zone_name(&self) -> String {
        t!("time-zone", place = place(&self.zone), offset = self.offset)
    }
}

/// A free time of a doctor at a clinic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FreeTime {
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub clinic_id: Uuid,
    pub local: Local,
}

wire!(FreeTime {
    starts_at,
    ends_at,
    clinic_id,
    local
});

/// The place that an IANA zone is named after: "New York" of `America/New_York`.
pub fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// "25 November 2026"
pub fn long_date(date: NaiveDate) -> String {
    let year = date.year().to_string();
    t!(
        "time-date",
        day = date.day(),
        month = month(date),
        year = year
    )
}

/// "25 Nov"
pub fn short_date(date: NaiveDate) -> String {
    t!(
        "time-date-short",
        day = date.day(),
        month = short_month(date)
    )
}

/// "Wednesday 25 November 2026"
pub fn long_day(date: NaiveDate) -> String {
    t!("time-day", weekday = weekday(date), date = long_date(date))
}

/// "Wed 25 Nov"
pub fn short_day(date: NaiveDate) -> String {
    t!(
        "time-day-short",
        weekday = short_weekday(date),
        date = short_date(date)
    )
}

/// "Wednesday"
pub fn weekday(date: NaiveDate) -> String {
    weekday_name(date.weekday())
}

/// "Wed"
pub fn short_weekday(date: NaiveDate) -> String {
    short_weekday_name(date.weekday())
}

/// The short name of a day of the week.
pub fn short_weekday_name(day: Weekday) -> String {
    nth(&t!("time-weekdays-short"), day.num_days_from_monday())
}

/// The name of a day of the week.
pub fn weekday_name(day: Weekday) -> String {
    nth(&t!("time-weekdays"), day.num_days_from_monday())
}

/// "November"
pub fn month(date: NaiveDate) -> String {
    nth(&t!("time-months"), date.month0())
}

/// "Nov"
pub fn short_month(date: NaiveDate) -> String {
    nth(&t!("time-months-short"), date.month0())
}

/// One of a list that is a text: names between commas.
fn nth(list: &str, n: u32) -> String {
    list.split(',')
        .nth(n as usize)
        .unwrap_or_default()
        .to_owned()
}

/// An instant as written on the wire: RFC 3339, UTC, whole seconds where it has no fraction.
pub fn rfc3339(at: Instant) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
}

/// Reads an instant as sent by a client: RFC 3339 with any offset.
pub fn parse_instant(text: &str) -> Option<Instant> {
    DateTime::parse_from_rfc3339(text.trim())
        .ok()
        .map(|at| at.with_timezone(&Utc))
}

/// Reads a date as it is sent: `2026-11-25`. The client needs no more of chrono's formats.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let mut number = || {
        parts
            .next()
            .filter(|part| part.bytes().all(|b| b.is_ascii_digit()))
    };
    let (year, month, day) = (number()?, number()?, number()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(feature = "server")]
pub use zones::midnight;

/// Clinics' zones: the server's half, which has the time zone database.
#[cfg(feature = "server")]
mod zones {
    use super::{Instant, Local};
    use chrono::{NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Timelike, Utc};
    use chrono_tz::Tz;

    /// When a day begins on this wall. Where a clock change skips midnight, the first instant
    /// after it.
    pub fn midnight(zone: Tz, date: NaiveDate) -> Instant {
        let wall = date.and_time(NaiveTime::MIN);
        (0..=3)
            .find_map(|hours| {
                zone.from_local_datetime(&(wall + TimeDelta::hours(hours)))
                    .earliest()
            })
            .map_or_else(
                || Instant::from_naive_utc_and_offset(wall, Utc),
                |at| at.with_timezone(&Utc),
            )
    }

    impl Local {
        /// How `starts_at` reads in `zone`; UTC where the name is unknown, which a saved clinic's never is.
        pub fn at(zone: &str, starts_at: Instant, ends_at: Instant) -> Self {
            let tz: Tz = zone.parse().unwrap_or(Tz::UTC);
            let start = starts_at.with_timezone(&tz);
            let end = ends_at.with_timezone(&tz);
            Self {
                date: start.date_naive(),
                time: on_the_wall(start.time()),
                until: on_the_wall(end.time()),
                zone: tz.name().to_owned(),
                offset: offset_name(start.offset().fix().local_minus_utc()),
            }
        }

        /// "Wed 25 Nov, 09:30–10:00 Madrid time (UTC+1)"
        pub fn in_words(&self) -> String {
            self.on(&self.short_day())
        }

        /// "Wednesday 25 November 2026, 09:30–10:00 Madrid time (UTC+1)"
        pub fn at_length(&self) -> String {
            self.on(&self.long_day())
        }

        fn on(&self, day: &str) -> String {
            let (hours, zone) = (self.hours(), self.zone_name());
            ts!("notifications-when", day = day, hours = hours, zone = zone)
        }
    }

    /// "09:30"; chrono's own formats take several times as long, and a list has hundreds of times.
    fn on_the_wall(time: NaiveTime) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// "UTC+1", "UTC−3:30", "UTC"
    fn offset_name(seconds: i32) -> String {
        let minutes = seconds / 60;
        let sign = if minutes < 0 { '−' } else { '+' };
        match (minutes.abs() / 60, minutes.abs() % 60) {
            (0, 0) => "UTC".to_owned(),
            (hours, 0) => format!("UTC{sign}{hours}"),
            (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_zones_read_well() {
        let start = parse_instant("2026-11-25T08:30:00Z").unwrap();
        let local = Local::at(
            "Europe/Madrid",
            start,
            start + chrono::TimeDelta::minutes(30),
        );
        assert_eq!(local.short_day(), "Wed 25 Nov");
        assert_eq!(local.briefly(), "Wed 25 Nov, 09:30");
        assert_eq!(local.long_day(), "Wednesday 25 November 2026");
        assert_eq!(
            local.in_words(),
            "Wed 25 Nov, 09:30–10:00 Madrid time (UTC+1)"
        );
        assert_eq!(local.hours(), "09:30–10:00");
        assert_eq!(local.zone_name(), "Madrid time (UTC+1)");
    }

    #[test]
    fn a_day_begins_at_midnight_or_right_after_what_is_skipped() {
        let day = |zone: &str, date| midnight(zone.parse().unwrap(), parse_date(date).unwrap());
        for (zone, date, begins) in [
            ("Europe/Madrid", "2026-11-25", "2026-11-24T23:00:00Z"),
            ("Europe/Madrid", "2026-07-01", "2026-06-30T22:00:00Z"),
            // Clocks went from 24:00 to 01:00.
            ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
            // Midnight came twice.
            ("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"),
        ] {
            assert_eq!(
                day(zone, date),
                parse_instant(begins).unwrap(),
                "{zone} {date}"
            );
        }
    }

    #[test]
    fn dates_have_three_numbers() {
        assert_eq!(
            parse_date("2028-02-29"),
            NaiveDate::from_ymd_opt(2028, 2, 29)
        );
        for wrong in [
            "",
            "2026",
            "2026-02-29",
            "2026-11-25T",
            "-2026-11-25",
            "2026-+1-05",
            "2026--1",
            "25/11/2026",
        ] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }
}
