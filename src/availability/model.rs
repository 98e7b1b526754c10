//! The types both sides share: clinics, hours, exceptions.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::place;
use crate::wire::{wire, word};

/// The most clinics that a doctor may keep.
pub const MOST_CLINICS: u64 = 20;
/// The most rows of weekly hours.
pub const MOST_WEEKLY: usize = 70;
/// The most exceptions.
pub const MOST_EXCEPTIONS: usize = 200;
/// Minutes between a request and its earliest time, unless the doctor says otherwise.
pub const DEFAULT_NOTICE_MINUTES: u32 = 120;
/// Days ahead that can be asked for, unless the doctor says otherwise.
pub const DEFAULT_HORIZON_DAYS: u32 = 60;
/// Minutes of a slot where no weekly hours say it.
pub const DEFAULT_SLOT_MINUTES: u16 = 30;

/// A place where a doctor sees patients.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Clinic {
    pub id: Uuid,
    pub name: String,
    pub address: String,
    /// Degrees north; there is a longitude where there is a latitude.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Degrees east.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    /// IANA name, `"Europe/Madrid"`.
    pub time_zone: String,
    /// How to find the door: floor, bell, parking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
}

wire!(Clinic {
    id,
    name,
    address,
    latitude,
    longitude,
    time_zone,
    notes
});

impl Clinic {
    /// Where a map shows it: by its coordinates, else by its address.
    pub fn map_link(&self) -> String {
        place::map_link(&self.address, self.latitude, self.longitude)
    }
}

/// A time of day on a clinic's wall, to the minute: `"09:00"`; `"24:00"` is the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "String")]
pub struct TimeOfDay(u16);

word!(TimeOfDay, |text| text.parse().ok(), TimeOfDay::END);

impl TimeOfDay {
    /// The end of the day.
    pub const END: Self = Self(1440);

    /// So many minutes after midnight, at most 1440.
    pub fn from_minutes(minutes: i32) -> Option<Self> {
        u16::try_from(minutes)
            .ok()
            .filter(|minutes| *minutes <= 1440)
            .map(Self)
    }

    /// Minutes after midnight.
    pub fn minutes(self) -> i32 {
        i32::from(self.0)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

impl FromStr for TimeOfDay {
    type Err = String;

    /// Reads `9:00`, `09:00` and, as some browsers send it, `09:00:00`.
    fn from_str(text: &str) -> Result<Self, String> {
        let two = |part: &str| {
            Some(part)
                .filter(|part| {
                    (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
                })
                .and_then(|part| part.parse::<u16>().ok())
        };
        let mut parts = text.trim().splitn(3, ':');
        let hours = parts.next().and_then(two);
        let minutes = parts.next().and_then(two);
        let seconds_are_none = parts.next().is_none_or(|seconds| seconds == "00");
        match (hours, minutes) {
            (Some(hours), Some(minutes))
                if minutes < 60
                    && seconds_are_none
                    && (hours < 24 || (hours, minutes) == (24, 0)) =>
            {
                Ok(Self(hours * 60 + minutes))
            }
            _ => Err("Enter a time of day, like 09:00.".to_owned()),
        }
    }
}

/// Hours that come back every week at one clinic, on its wall clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WeeklyHours {
    pub clinic_id: Uuid,
    /// ISO day of the week: 1 is Monday, 7 is Sunday.
    pub weekday: u8,
    pub from: TimeOfDay,
    pub to: TimeOfDay,
    /// Length of an appointment, 10 to 120 minutes.
    pub slot_minutes: u16,
}

wire!(WeeklyHours {
    clinic_id,
    weekday,
    from,
    to,
    slot_minutes
});

/// What an exception does to its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionKind {
    /// Takes weekly hours away: the whole day, or a part of it.
    Closed,
    /// Adds hours; they stand even on a day that is closed.
    Extra,
}

word!(
    ExceptionKind,
    |text| text.parse().ok(),
    ExceptionKind::Closed
);

impl ExceptionKind {
    /// As stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Extra => "extra",
        }
    }
}

impl FromStr for ExceptionKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.trim() {
            "closed" => Ok(Self::Closed),
            "extra" => Ok(Self::Extra),
            _ => Err("Choose “closed” or “extra”.".to_owned()),
        }
    }
}

/// A date on which the week is not as usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HourException {
    /// The date at the clinic.
    pub date: NaiveDate,
    pub kind: ExceptionKind,
    /// Where; a closed day without one is closed at every clinic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clinic_id: Option<Uuid>,
    /// With `to`, the part of the day; a closed day without them is closed altogether.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<TimeOfDay>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<TimeOfDay>,
}

wire!(HourException {
    date,
    kind,
    clinic_id,
    from,
    to
});

/// All that decides when a doctor can be asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Availability {
    pub weekly: Vec<WeeklyHours>,
    pub exceptions: Vec<HourException>,
    /// A time must lie at least this far ahead when it is asked for.
    pub minimum_notice_minutes: u32,
    /// A time may lie at most this far ahead.
    pub horizon_days: u32,
}

wire!(Availability {
    weekly,
    exceptions,
    minimum_notice_minutes,
    horizon_days
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_have_one_form() {
        for (text, shown) in [
            ("9:00", "09:00"),
            ("09:30:00", "09:30"),
            (" 23:59 ", "23:59"),
            ("24:00", "24:00"),
        ] {
            assert_eq!(
                text.parse::<TimeOfDay>().map(|time| time.to_string()),
                Ok(shown.to_owned())
            );
        }
        for wrong in [
            "", "9", "24:01", "12:60", "-1:00", "+9:00", "09:00:30", "noon", "009:00",
        ] {
            assert!(wrong.parse::<TimeOfDay>().is_err(), "{wrong}");
        }
    }
}
