//! Rows of weekly hours as typed.

use super::fields::{end, is_blank, length, own_clinic, time};
use super::rows::WeeklyDraft;
use crate::availability::model::{Clinic, DEFAULT_SLOT_MINUTES, WeeklyHours};
use crate::error::Problems;
use crate::typed::Typed;

impl WeeklyDraft {
    /// A form's empty row: both times are there and say nothing.
    pub fn is_empty_row(&self) -> bool {
        let blank = |time: &Option<Typed>| time.as_ref().is_some_and(is_blank);
        blank(&self.from) && blank(&self.to)
    }
}

/// Row `n` of the weekly hours; notes what is wrong with it.
pub fn weekly_hours(
    n: usize,
    row: &WeeklyDraft,
    clinics: &[Clinic],
    problems: &mut Problems,
) -> Option<WeeklyHours> {
    let name = |field| format!("weekly.{n}.{field}");
    let text = |time: &Option<Typed>| {
        time.as_ref()
            .map(|time| time.text().to_owned())
            .unwrap_or_default()
    };
    let clinic_id = problems.take(&name("clinic_id"), own_clinic(&row.clinic_id, clinics));
    let weekday = problems.take(
        &name("weekday"),
        row.weekday
            .text()
            .parse()
            .ok()
            .filter(|day| (1..=7).contains(day))
            .ok_or_else(|| ts!("availability-need-weekday")),
    );
    let from = problems.take(&name("from"), time(&text(&row.from)));
    let to = problems.take(&name("to"), end(&text(&row.to)));
    let slot_minutes = problems.take(
        &name("slot_minutes"),
        length(&row.slot_minutes, u32::from(DEFAULT_SLOT_MINUTES)),
    );
    let hours = WeeklyHours {
        clinic_id: clinic_id?,
        weekday: weekday?,
        from: from?,
        to: to?,
        slot_minutes: slot_minutes?,
    };
    if hours.from >= hours.to {
        problems.add(&name("to"), ts!("availability-end-too-soon"));
        return None;
    }
    if hours.to.minutes() - hours.from.minutes() < i32::from(hours.slot_minutes) {
        problems.add(&name("slot_minutes"), ts!("availability-does-not-fit"));
        return None;
    }
    Some(hours)
}
