//! All that decides when a doctor can be asked for, as typed.

use serde::{Deserialize, Serialize};

use super::exception::exception;
use super::fields::whole;
use super::rows::{ExceptionDraft, VisitTypeDraft, WeeklyDraft};
use super::visit_type::{self, VisitTypeDetails};
use super::weekly::weekly_hours;
use crate::availability::model::{
    Clinic, DEFAULT_HORIZON_DAYS, DEFAULT_NOTICE_MINUTES, HourException, LONGEST_BUFFER,
    MOST_A_DAY, MOST_EXCEPTIONS, MOST_WEEKLY, VisitType, WeeklyHours,
};
use crate::availability::rules;
use crate::error::{Answer, AppError, Problems};
use crate::typed::Typed;

/// A doctor's whole availability as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AvailabilityDraft {
    /// It replaces what was there, so that a request without it is refused, not taken as none.
    pub weekly: Option<Vec<WeeklyDraft>>,
    pub exceptions: Vec<ExceptionDraft>,
    pub minimum_notice_minutes: Typed,
    pub horizon_days: Typed,
    // What came later than the rest: it stays as it is where a client does not know of it.
    pub buffer_before_minutes: Option<Typed>,
    pub buffer_after_minutes: Option<Typed>,
    /// Nothing typed, or 0, is no cap.
    pub daily_cap: Option<Typed>,
    pub visit_types: Option<Vec<VisitTypeDraft>>,
    /// Which hours these take the place of; whoever doesn't say it replaces whatever there is.
    pub version: Typed,
    /// Whoever says `true` wants to be asked before hours are saved that leave appointments behind.
    pub ask_first: Typed,
    /// The answer: `true` to save all the same.
    pub confirmed: Typed,
}

/// The same, checked. What is `None` stays as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct HoursDetails {
    pub weekly: Vec<WeeklyHours>,
    pub exceptions: Vec<HourException>,
    pub minimum_notice_minutes: u32,
    pub horizon_days: u32,
    pub buffer_before_minutes: Option<u32>,
    pub buffer_after_minutes: Option<u32>,
    /// 0 is none.
    pub daily_cap: Option<u32>,
    pub visit_types: Option<Vec<VisitTypeDetails>>,
}

impl AvailabilityDraft {
    /// Whether appointments that would be left behind are named first, and nothing is saved.
    pub fn asks_first(&self) -> bool {
        self.ask_first.text() == "true" && self.confirmed.text() != "true"
    }

    /// Whether the hours that these take the place of are still the latest.
    ///
    /// # Errors
    /// 409 where others were saved meanwhile.
    pub fn is_of(&self, latest: i32) -> Answer<()> {
        if self.version.is_latest(latest) {
            return Ok(());
        }
        Err(AppError::conflict(ts!("availability-changed-meanwhile")))
    }

    /// Checks what was typed against the clinics and the kinds of visits that the doctor has.
    ///
    /// # Errors
    /// 422 with each field that is wrong, rows by their number from 0.
    pub fn parse(&self, clinics: &[Clinic], kept: &[VisitType]) -> Answer<HoursDetails> {
        let mut problems = Problems::default();
        let weekly = self.parse_weekly(clinics, &mut problems);
        let exceptions = self.parse_exceptions(clinics, &mut problems);
        let visit_types = self
            .visit_types
            .as_ref()
            .map(|rows| visit_type::parse(rows, kept, &mut problems));
        let minimum_notice_minutes = problems.take(
            "minimum_notice_minutes",
            whole(
                &self.minimum_notice_minutes,
                DEFAULT_NOTICE_MINUTES,
                0,
                10_080,
                || ts!("availability-need-notice"),
            ),
        );
        let horizon_days = problems.take(
            "horizon_days",
            whole(&self.horizon_days, DEFAULT_HORIZON_DAYS, 1, 365, || {
                ts!("availability-need-horizon")
            }),
        );
        let mut or_kept =
            |name, typed: &Option<Typed>, most: u32, sentence: &dyn Fn() -> String| match typed {
                Some(typed) => problems.take(name, whole(typed, 0, 0, most, sentence)),
                None => None,
            };
        let minutes = || ts!("availability-need-buffer", most = LONGEST_BUFFER);
        let before = or_kept(
            "buffer_before_minutes",
            &self.buffer_before_minutes,
            LONGEST_BUFFER,
            &minutes,
        );
        let after = or_kept(
            "buffer_after_minutes",
            &self.buffer_after_minutes,
            LONGEST_BUFFER,
            &minutes,
        );
        let daily_cap = or_kept("daily_cap", &self.daily_cap, MOST_A_DAY, &|| {
            ts!("availability-need-cap", most = MOST_A_DAY)
        });
        match (minimum_notice_minutes, horizon_days) {
            (Some(minimum_notice_minutes), Some(horizon_days)) if problems.is_empty() => {
                Ok(HoursDetails {
                    weekly,
                    exceptions,
                    minimum_notice_minutes,
                    horizon_days,
                    buffer_before_minutes: before,
                    buffer_after_minutes: after,
                    daily_cap,
                    visit_types,
                })
            }
            _ => Err(problems.into_error()),
        }
    }

    fn parse_weekly(&self, clinics: &[Clinic], problems: &mut Problems) -> Vec<WeeklyHours> {
        let Some(weekly) = &self.weekly else {
            problems.add("weekly", ts!("availability-need-weekly"));
            return Vec::new();
        };
        if weekly.len() > MOST_WEEKLY {
            problems.add(
                "weekly",
                ts!("availability-too-many-weekly", most = MOST_WEEKLY),
            );
            return Vec::new();
        }
        let (places, rows): (Vec<usize>, Vec<WeeklyHours>) = weekly
            .iter()
            .enumerate()
            .filter(|(_, row)| !row.is_empty_row())
            .filter_map(|(n, row)| Some((n, weekly_hours(n, row, clinics, problems)?)))
            .unzip();
        let zone = |row: &WeeklyHours| {
            clinics
                .iter()
                .find(|clinic| clinic.id == row.clinic_id)
                .map(|c| &c.time_zone)
        };
        for (row, other) in rules::overlapping(&rows, |a, b| zone(a) == zone(b)) {
            let other = &rows[other];
            problems.add(
                &format!("weekly.{}.from", places[row]),
                ts!(
                    "availability-overlap",
                    from = other.from.to_string(),
                    to = other.to.to_string()
                ),
            );
        }
        rows
    }

    fn parse_exceptions(&self, clinics: &[Clinic], problems: &mut Problems) -> Vec<HourException> {
        if self.exceptions.len() > MOST_EXCEPTIONS {
            problems.add(
                "exceptions",
                ts!("availability-too-many-days", most = MOST_EXCEPTIONS),
            );
            return Vec::new();
        }
        self.exceptions
            .iter()
            .enumerate()
            .filter(|(_, row)| !row.is_empty_row())
            .filter_map(|(n, row)| exception(n, row, clinics, problems))
            .collect()
    }
}
