//! The figures of a report.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ui::Html;

/// What the page shows of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportPart {
    pub part: Html,
    /// The chosen days are none; the part says why.
    pub invalid: bool,
}

/// A report on the requests that came in from one day to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The zone in which days begin: the doctor's first clinic's.
    pub zone: String,
    /// How long each of [`Report::periods`] is.
    pub unit: Unit,
    pub totals: Counts,
    pub rates: Rates,
    pub answer_time: AnswerTime,
    /// The days in weeks or months. The first and the last may be cut short.
    pub periods: Vec<Period>,
    /// For which hours of the week people ask, on the wall of the clinic; hours without a
    /// request are left out.
    pub hours: Vec<Hour>,
}

/// The length of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Monday to Sunday.
    Week,
    Month,
}

impl Unit {
    /// The word on the wire and for people.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
        }
    }
}

/// Requests, by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// All of them. Each is in exactly one of the seven that follow.
    pub requests: u64,
    /// Accepted as they were asked for.
    pub accepted: u64,
    /// Answered with another time.
    pub suggested: u64,
    /// Referred to a colleague.
    pub referred: u64,
    pub declined: u64,
    /// Not answered in time.
    pub expired: u64,
    /// Called off, or moved, before an answer.
    pub withdrawn: u64,
    /// Still to be answered.
    pub waiting: u64,
    /// Appointments that were made: accepted by the doctor, or agreed to by the patient.
    pub confirmed: u64,
    /// Of those: called off by the patient.
    pub cancelled_by_patient: u64,
    /// Called off by the doctor.
    pub cancelled_by_doctor: u64,
    /// Given up for another time.
    pub moved: u64,
    pub completed: u64,
    pub no_show: u64,
}

impl Counts {
    /// Those that the doctor answered, one way or the other.
    pub fn answered(&self) -> u64 {
        self.accepted + self.suggested + self.referred + self.declined
    }
}

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    pub count: u64,
    pub of: u64,
    /// `count / of`; nothing of nothing.
    pub rate: Option<f64>,
}

impl Share {
    /// This many of that many.
    pub fn new(count: u64, of: u64) -> Self {
        // Counts are far below 2^52, where this would become inexact.
        let rate = (of > 0).then(|| count as f64 / of as f64);
        Self { count, of, rate }
    }
}

/// How requests were answered, and how what came of them ended.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rates {
    /// These four are of the requests that were answered.
    pub acceptance: Share,
    pub suggestion: Share,
    pub referral: Share,
    pub decline: Share,
    /// Not answered in time, of those that were answered or expired.
    pub expiry: Share,
    /// Called off by either side, of the appointments that were made.
    pub cancellation: Share,
    /// The patient did not come, of the visits whose time came.
    pub no_show: Share,
}

/// How long requests waited for the doctor's first answer, in minutes. Those that got none are
/// not in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerTime {
    pub answers: u64,
    /// Half of the answers took no longer.
    pub median_minutes: Option<i64>,
    /// Nine in ten took no longer.
    pub ninetieth_minutes: Option<i64>,
    pub spread: Vec<Wait>,
}

/// How many answers took this long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    pub from_hours: u32,
    /// Shorter than this; the last one is open.
    pub until_hours: Option<u32>,
    pub answers: u64,
}

/// A week or a month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Period {
    pub from: NaiveDate,
    pub to: NaiveDate,
    #[serde(flatten)]
    pub counts: Counts,
    pub median_minutes: Option<i64>,
    pub ninetieth_minutes: Option<i64>,
}

/// An hour of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hour {
    /// 1 is Monday.
    pub weekday: u8,
    /// 0 to 23, on the clinic's wall.
    pub hour: u8,
    pub requests: u64,
}
