//! The types both sides share: clinics, hours, exceptions.

mod outside;
mod time_of_day;

use std::str::FromStr;

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::place::mercator::Point;
use crate::place::{self, Location};
use crate::wire::{wire, word};

pub use outside::{Outside, Why};
pub use time_of_day::TimeOfDay;

/// The most clinics that a doctor may keep.
pub const MOST_CLINICS: u64 = 20;
/// The most rows of weekly hours.
pub const MOST_WEEKLY: usize = 70;
/// The most exceptions.
pub const MOST_EXCEPTIONS: usize = 200;
/// The most kinds of visits.
pub const MOST_VISIT_TYPES: usize = 20;
/// The most appointments outside the hours that are listed.
pub const MOST_OUTSIDE: usize = 100;
/// The most minutes of a buffer.
pub const LONGEST_BUFFER: u32 = 120;
/// The highest cap on the appointments of a day.
pub const MOST_A_DAY: u32 = 200;
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
    /// Goes up with each change: whoever changes it says which version they saw.
    pub version: i32,
}

wire!(Clinic {
    id,
    name,
    address,
    latitude,
    longitude,
    time_zone,
    notes,
    version
});

impl Clinic {
    /// Its point on a map, where it is known.
    pub fn point(&self) -> Option<Point> {
        Some(Point {
            latitude: self.latitude?,
            longitude: self.longitude?,
        })
    }

    /// The clinic as a place to find.
    pub fn place(&self) -> Location {
        Location {
            name: self.name.clone(),
            address: self.address.clone(),
            latitude: self.latitude,
            longitude: self.longitude,
        }
    }

    /// Where a map shows it: by its coordinates, else by its address.
    pub fn map_link(&self) -> String {
        place::map_link(&self.address, self.latitude, self.longitude)
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
    /// Who asks knows what to say: it is neither.
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.trim() {
            "closed" => Ok(Self::Closed),
            "extra" => Ok(Self::Extra),
            _ => Err(()),
        }
    }
}

/// A date, or several in a row, on which the week is not as usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HourException {
    /// The date at the clinic, the first where there are several.
    pub date: NaiveDate,
    /// The last date, where there are several: a holiday.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
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
    until,
    kind,
    clinic_id,
    from,
    to
});

impl HourException {
    /// The last date: the first and only one, unless it says more.
    pub fn last_date(&self) -> NaiveDate {
        self.until.unwrap_or(self.date)
    }

    /// Whether it is about this date.
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        self.date <= date && date <= self.last_date()
    }
}

/// A kind of visit that a doctor offers: “First visit”, 45 minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VisitType {
    pub id: Uuid,
    pub name: String,
    /// Length of an appointment, 10 to 120 minutes.
    pub minutes: u16,
}

wire!(VisitType { id, name, minutes });

/// All that decides when a doctor can be asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Availability {
    pub weekly: Vec<WeeklyHours>,
    pub exceptions: Vec<HourException>,
    /// A time must lie at least this far ahead when it is asked for.
    pub minimum_notice_minutes: u32,
    /// A time may lie at most this far ahead.
    pub horizon_days: u32,
    /// Time that the doctor needs before each appointment.
    pub buffer_before_minutes: u32,
    /// Time that the doctor needs after each appointment.
    pub buffer_after_minutes: u32,
    /// The most appointments on one date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub daily_cap: Option<u32>,
    /// What patients choose from, in this order; where there are none, the hours say the length.
    pub visit_types: Vec<VisitType>,
    /// Which hours these are: whoever saves others in their place says it, so that nobody undoes
    /// what was saved meanwhile in another tab.
    pub version: i32,
    /// Appointments to come that these hours would not allow any more, by start.
    pub outside: Vec<Outside>,
}

wire!(Availability {
    weekly,
    exceptions,
    minimum_notice_minutes,
    horizon_days,
    buffer_before_minutes,
    buffer_after_minutes,
    daily_cap,
    visit_types,
    version,
    outside,
});
