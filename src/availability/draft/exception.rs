//! Days that are not as usual, as typed.

use chrono::{Datelike, NaiveDate};

use super::fields::{end, is_blank, own_clinic, time};
use super::rows::ExceptionDraft;
use crate::availability::model::{Clinic, ExceptionKind, HourException, TimeOfDay};
use crate::error::Problems;
use crate::typed::Typed;

/// How far apart the first and the last day of an exception may be.
const LONGEST_DAYS: i64 = 366;

impl ExceptionDraft {
    /// A form's empty row: the date is there and says nothing, nor do the times.
    pub fn is_empty_row(&self) -> bool {
        self.date.as_ref().is_some_and(is_blank)
            && [&self.until, &self.from, &self.to]
                .into_iter()
                .all(is_blank)
    }
}

/// Row `n` of the exceptions; notes what is wrong with it.
pub fn exception(
    n: usize,
    row: &ExceptionDraft,
    clinics: &[Clinic],
    problems: &mut Problems,
) -> Option<HourException> {
    let name = |field| format!("exceptions.{n}.{field}");
    let date = problems.take(
        &name("date"),
        date(row.date.as_ref().unwrap_or(&Typed::default())),
    );
    let until = if is_blank(&row.until) {
        Some(None)
    } else {
        problems
            .take(&name("until"), self::date(&row.until))
            .map(Some)
    };
    let kind = problems.take(
        &name("kind"),
        row.kind
            .text()
            .parse::<ExceptionKind>()
            .map_err(|()| ts!("availability-need-kind")),
    );
    let extra = kind == Some(ExceptionKind::Extra);
    let clinic_id = if is_blank(&row.clinic_id) && !extra {
        Some(None)
    } else {
        problems
            .take(&name("clinic_id"), own_clinic(&row.clinic_id, clinics))
            .map(Some)
    };
    // Extra hours need both times; a closed day may be the whole of it.
    let part_of_day = extra || !is_blank(&row.from) || !is_blank(&row.to);
    let mut part = |field, parsed: Result<TimeOfDay, String>| {
        if part_of_day {
            problems.take(&name(field), parsed).map(Some)
        } else {
            Some(None)
        }
    };
    let from = part("from", time(row.from.text()));
    let to = part("to", end(row.to.text()));
    let exception = HourException {
        date: date?,
        // One day is one day, however it is said.
        until: until?.filter(|until| Some(*until) != date),
        kind: kind?,
        clinic_id: clinic_id?,
        from: from?,
        to: to?,
    };
    if exception
        .from
        .zip(exception.to)
        .is_some_and(|(from, to)| from >= to)
    {
        problems.add(&name("to"), ts!("availability-end-too-soon"));
        return None;
    }
    let days = (exception.last_date() - exception.date).num_days();
    if days < 0 {
        problems.add(&name("until"), ts!("availability-last-before-first"));
        return None;
    }
    if days > LONGEST_DAYS {
        problems.add(&name("until"), ts!("availability-last-too-far"));
        return None;
    }
    Some(exception)
}

/// A date of this age.
fn date(typed: &Typed) -> Result<NaiveDate, String> {
    typed
        .text()
        .parse::<NaiveDate>()
        .ok()
        .filter(|date| (2000..2200).contains(&date.year()))
        .ok_or_else(|| ts!("availability-need-date"))
}
