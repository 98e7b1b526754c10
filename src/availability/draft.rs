//! Clinics and hours as typed, and how they become the real thing.
//!
//! Parsing names every field that is wrong, at once: `weekly.0.from` is the start of the
//! first row. Rows that a form left empty are no rows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::availability::model::{
    Availability, Clinic, DEFAULT_HORIZON_DAYS, DEFAULT_NOTICE_MINUTES, ExceptionKind,
    HourException, MOST_EXCEPTIONS, MOST_WEEKLY, TimeOfDay, WeeklyHours,
};
use crate::availability::rules;
use crate::error::{Answer, Problems};
use crate::place::coordinates;
use crate::typed::Typed;

/// A clinic as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClinicDraft {
    pub name: Typed,
    pub address: Typed,
    pub latitude: Typed,
    pub longitude: Typed,
    pub time_zone: Typed,
    pub notes: Typed,
}

/// What a clinic holds beside its id, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct ClinicDetails {
    pub name: String,
    pub address: String,
    pub point: Option<(f64, f64)>,
    pub time_zone: String,
    pub notes: Option<String>,
}

impl ClinicDraft {
    /// From what was typed into each field, in their order; what is missing is empty.
    pub fn typed(fields: [Option<Typed>; 6]) -> Self {
        let [name, address, latitude, longitude, time_zone, notes] =
            fields.map(Option::unwrap_or_default);
        Self {
            name,
            address,
            latitude,
            longitude,
            time_zone,
            notes,
        }
    }

    /// Checks what was typed; `is_zone` knows the names of time zones.
    ///
    /// # Errors
    /// 422 with each field that is wrong.
    pub fn parse(&self, is_zone: impl Fn(&str) -> bool) -> Answer<ClinicDetails> {
        let mut problems = Problems::default();
        let name = problems.take(
            "name",
            required(&self.name, 120, "Enter the clinic’s name."),
        );
        let address = problems.take(
            "address",
            required(&self.address, 300, "Enter the clinic’s address."),
        );
        let point = coordinates(self.latitude.text(), self.longitude.text())
            .map_err(|(field, sentence)| problems.add(field, sentence))
            .unwrap_or_default();
        let zone = self.time_zone.text();
        if zone.is_empty() {
            problems.add("time_zone", "Choose the clinic’s time zone.");
        } else if !is_zone(zone) {
            problems.add(
                "time_zone",
                "Choose a time zone from the list, like Europe/Madrid.",
            );
        }
        let notes = problems.take("notes", at_most(&self.notes, 1000));
        match (name, address, notes) {
            (Some(name), Some(address), Some(notes)) if problems.is_empty() => Ok(ClinicDetails {
                name,
                address,
                point,
                time_zone: zone.to_owned(),
                notes: Some(notes).filter(|notes| !notes.is_empty()),
            }),
            _ => Err(problems.into_error()),
        }
    }
}

/// A row of weekly hours as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WeeklyDraft {
    pub clinic_id: Typed,
    pub weekday: Typed,
    pub from: Option<Typed>,
    pub to: Option<Typed>,
    pub slot_minutes: Typed,
}

impl WeeklyDraft {
    /// A form's empty row: both times are there and say nothing.
    pub fn is_empty_row(&self) -> bool {
        let blank = |time: &Option<Typed>| time.as_ref().is_some_and(is_blank);
        blank(&self.from) && blank(&self.to)
    }
}

impl From<&WeeklyHours> for WeeklyDraft {
    fn from(hours: &WeeklyHours) -> Self {
        Self {
            clinic_id: hours.clinic_id.to_string().into(),
            weekday: hours.weekday.to_string().into(),
            from: Some(hours.from.to_string().into()),
            to: Some(shown_end(hours.to).into()),
            slot_minutes: hours.slot_minutes.to_string().into(),
        }
    }
}

/// An exception as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExceptionDraft {
    pub date: Option<Typed>,
    pub kind: Typed,
    pub clinic_id: Typed,
    pub from: Typed,
    pub to: Typed,
}

impl ExceptionDraft {
    /// A form's empty row: the date is there and says nothing, nor do the times.
    pub fn is_empty_row(&self) -> bool {
        self.date.as_ref().is_some_and(is_blank) && is_blank(&self.from) && is_blank(&self.to)
    }
}

impl From<&HourException> for ExceptionDraft {
    fn from(exception: &HourException) -> Self {
        Self {
            date: Some(exception.date.to_string().into()),
            kind: exception.kind.as_str().into(),
            clinic_id: exception
                .clinic_id
                .map(|id| id.to_string())
                .unwrap_or_default()
                .into(),
            from: exception
                .from
                .map(|time| time.to_string())
                .unwrap_or_default()
                .into(),
            to: exception.to.map(shown_end).unwrap_or_default().into(),
        }
    }
}

/// A doctor's whole availability as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AvailabilityDraft {
    /// It replaces what was there, so that a request without it is refused, not taken as none.
    pub weekly: Option<Vec<WeeklyDraft>>,
    pub exceptions: Vec<ExceptionDraft>,
    pub minimum_notice_minutes: Typed,
    pub horizon_days: Typed,
}

impl AvailabilityDraft {
    /// Checks what was typed against the doctor's clinics.
    ///
    /// # Errors
    /// 422 with each field that is wrong, rows by their number from 0.
    pub fn parse(&self, clinics: &[Clinic]) -> Answer<Availability> {
        let mut problems = Problems::default();
        let weekly = self.parse_weekly(clinics, &mut problems);
        let exceptions = self.parse_exceptions(clinics, &mut problems);
        let minimum_notice_minutes = problems.take(
            "minimum_notice_minutes",
            whole(
                &self.minimum_notice_minutes,
                DEFAULT_NOTICE_MINUTES,
                0,
                10_080,
                "minutes, at most a week (10080)",
            ),
        );
        let horizon_days = problems.take(
            "horizon_days",
            whole(
                &self.horizon_days,
                DEFAULT_HORIZON_DAYS,
                1,
                365,
                "days, from 1 to 365",
            ),
        );
        match (minimum_notice_minutes, horizon_days) {
            (Some(minimum_notice_minutes), Some(horizon_days)) if problems.is_empty() => {
                Ok(Availability {
                    weekly,
                    exceptions,
                    minimum_notice_minutes,
                    horizon_days,
                })
            }
            _ => Err(problems.into_error()),
        }
    }

    fn parse_weekly(&self, clinics: &[Clinic], problems: &mut Problems) -> Vec<WeeklyHours> {
        let Some(weekly) = &self.weekly else {
            problems.add(
                "weekly",
                "Say your weekly hours; an empty list if there are none.",
            );
            return Vec::new();
        };
        if weekly.len() > MOST_WEEKLY {
            problems.add(
                "weekly",
                format!("Enter at most {MOST_WEEKLY} rows of weekly hours."),
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
                format!(
                    "These hours overlap with those from {} to {} on the same day.",
                    other.from, other.to
                ),
            );
        }
        rows
    }

    fn parse_exceptions(&self, clinics: &[Clinic], problems: &mut Problems) -> Vec<HourException> {
        if self.exceptions.len() > MOST_EXCEPTIONS {
            problems.add(
                "exceptions",
                format!("Enter at most {MOST_EXCEPTIONS} exceptions."),
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

/// Row `n` of the weekly hours; notes what is wrong with it.
fn weekly_hours(
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
            .ok_or_else(|| "Choose a day of the week, 1 (Monday) to 7 (Sunday).".to_owned()),
    );
    let from = problems.take(&name("from"), text(&row.from).parse::<TimeOfDay>());
    let to = problems.take(&name("to"), end(&text(&row.to)));
    let slot_minutes = problems.take(
        &name("slot_minutes"),
        whole(&row.slot_minutes, 30, 10, 120, "minutes, from 10 to 120")
            .map(|minutes| u16::try_from(minutes).unwrap_or(u16::MAX)),
    );
    let hours = WeeklyHours {
        clinic_id: clinic_id?,
        weekday: weekday?,
        from: from?,
        to: to?,
        slot_minutes: slot_minutes?,
    };
    if hours.from >= hours.to {
        problems.add(&name("to"), "The end must be later than the start.");
        return None;
    }
    if hours.to.minutes() - hours.from.minutes() < i32::from(hours.slot_minutes) {
        problems.add(
            &name("slot_minutes"),
            "An appointment of this length does not fit into these hours.",
        );
        return None;
    }
    Some(hours)
}

/// Row `n` of the exceptions; notes what is wrong with it.
fn exception(
    n: usize,
    row: &ExceptionDraft,
    clinics: &[Clinic],
    problems: &mut Problems,
) -> Option<HourException> {
    let name = |field| format!("exceptions.{n}.{field}");
    let date = problems.take(
        &name("date"),
        row.date
            .as_ref()
            .and_then(|date| date.text().parse::<NaiveDate>().ok())
            .filter(|date| (2000..2200).contains(&chrono::Datelike::year(date)))
            .ok_or_else(|| "Enter a date, like 2026-12-24.".to_owned()),
    );
    let kind = problems.take(&name("kind"), row.kind.text().parse::<ExceptionKind>());
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
    let mut time = |field, parsed: Result<TimeOfDay, String>| {
        if part_of_day {
            problems.take(&name(field), parsed).map(Some)
        } else {
            Some(None)
        }
    };
    let from = time("from", row.from.text().parse());
    let to = time("to", end(row.to.text()));
    let exception = HourException {
        date: date?,
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
        problems.add(&name("to"), "The end must be later than the start.");
        return None;
    }
    Some(exception)
}

/// One of the doctor's clinics.
fn own_clinic(typed: &Typed, clinics: &[Clinic]) -> Result<Uuid, String> {
    typed
        .text()
        .parse()
        .ok()
        .filter(|id| clinics.iter().any(|clinic| clinic.id == *id))
        .ok_or_else(|| "Choose one of your clinics.".to_owned())
}

/// Where hours end. Browsers can't say 24:00: midnight, as an end, is the end of the day.
fn end(text: &str) -> Result<TimeOfDay, String> {
    text.parse().map(|time: TimeOfDay| {
        if time.minutes() == 0 {
            TimeOfDay::END
        } else {
            time
        }
    })
}

/// An end as a browser's field can show it.
fn shown_end(time: TimeOfDay) -> String {
    if time == TimeOfDay::END {
        "00:00".to_owned()
    } else {
        time.to_string()
    }
}

fn is_blank(typed: &Typed) -> bool {
    typed.text().is_empty()
}

/// A whole number within bounds; the usual one where nothing was typed.
fn whole(typed: &Typed, usual: u32, least: u32, most: u32, what: &str) -> Result<u32, String> {
    match typed.some() {
        None => Ok(usual),
        Some(text) => text
            .parse()
            .ok()
            .filter(|n| (least..=most).contains(n))
            .ok_or_else(|| format!("Enter a whole number of {what}.")),
    }
}

/// A text that must be there and is not too long.
fn required(typed: &Typed, most: usize, missing: &str) -> Result<String, String> {
    if is_blank(typed) {
        Err(missing.to_owned())
    } else {
        at_most(typed, most)
    }
}

fn at_most(typed: &Typed, most: usize) -> Result<String, String> {
    let text = typed.text();
    if text.chars().count() > most {
        Err(format!("Enter at most {most} characters."))
    } else if text.contains('\0') {
        // PostgreSQL can't keep it.
        Err("Remove the character that can’t be shown.".to_owned())
    } else {
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn clinic(n: u128, zone: &str) -> Clinic {
        Clinic {
            id: Uuid::from_u128(n),
            name: "Clínica Sol".into(),
            address: "Calle Mayor 1, Madrid".into(),
            latitude: None,
            longitude: None,
            time_zone: zone.into(),
            notes: None,
        }
    }

    fn draft(json: serde_json::Value) -> AvailabilityDraft {
        serde_json::from_value(json).unwrap()
    }

    fn fields(answer: Answer<Availability>) -> Vec<String> {
        answer.unwrap_err().fields.into_keys().collect()
    }

    #[test]
    fn a_program_and_a_form_mean_the_same() {
        let clinics = [clinic(1, "Europe/Madrid")];
        let id = clinics[0].id;
        let program = draft(json!({
            "weekly": [{"clinic_id": id, "weekday": 1, "from": "09:00", "to": "12:00", "slot_minutes": 30}],
            "exceptions": [{"date": "2026-12-24", "kind": "closed"}],
            "minimum_notice_minutes": 60, "horizon_days": 30
        }));
        let form = draft(json!({
            "weekly": [
                {"clinic_id": id, "weekday": "1", "from": "9:00", "to": "12:00", "slot_minutes": "30"},
                {"clinic_id": id, "weekday": "1", "from": "", "to": "", "slot_minutes": "30"}
            ],
            "exceptions": [
                {"date": "2026-12-24", "kind": "closed", "clinic_id": "", "from": "", "to": ""},
                {"date": "", "kind": "closed", "clinic_id": "", "from": "", "to": ""}
            ],
            "minimum_notice_minutes": "60", "horizon_days": "30"
        }));
        let availability = program.parse(&clinics).unwrap();
        assert_eq!(form.parse(&clinics).unwrap(), availability);
        assert_eq!(availability.weekly.len(), 1);
        assert_eq!(availability.exceptions[0].from, None);
    }

    #[test]
    fn every_wrong_field_is_named() {
        let clinics = [clinic(1, "Europe/Madrid")];
        let wrong = draft(json!({
            "weekly": [
                {"clinic_id": Uuid::from_u128(9), "weekday": 8, "from": "x", "to": "", "slot_minutes": 5},
                {"clinic_id": clinics[0].id, "weekday": 1, "from": "12:00", "to": "09:00", "slot_minutes": 30},
                {"clinic_id": clinics[0].id, "weekday": 1}
            ],
            "exceptions": [{"date": "tomorrow", "kind": "extra"}],
            "minimum_notice_minutes": -1, "horizon_days": 9999
        }));
        assert_eq!(
            fields(wrong.parse(&clinics)),
            [
                "exceptions.0.clinic_id",
                "exceptions.0.date",
                "exceptions.0.from",
                "exceptions.0.to",
                "horizon_days",
                "minimum_notice_minutes",
                "weekly.0.clinic_id",
                "weekly.0.from",
                "weekly.0.slot_minutes",
                "weekly.0.to",
                "weekly.0.weekday",
                "weekly.1.to",
                "weekly.2.from",
                "weekly.2.to",
            ]
        );
        assert_eq!(
            fields(
                draft(json!({"exceptions": [], "minimum_notice_minutes": "", "horizon_days": ""}))
                    .parse(&clinics)
            ),
            ["weekly"]
        );
    }

    #[test]
    fn hours_of_one_clock_must_not_overlap() {
        let row = |clinic: &Clinic| json!({"clinic_id": clinic.id, "weekday": 1, "from": "09:00", "to": "12:00", "slot_minutes": 30});
        let both = |a: &Clinic, b: &Clinic| {
            draft(
                json!({"weekly": [row(a), {"from": "", "to": ""}, row(b)], "exceptions": [], "minimum_notice_minutes": "", "horizon_days": ""}),
            )
        };
        let (madrid, also_madrid, london) = (
            clinic(1, "Europe/Madrid"),
            clinic(2, "Europe/Madrid"),
            clinic(3, "Europe/London"),
        );
        let clinics = [madrid.clone(), also_madrid.clone(), london.clone()];
        assert_eq!(
            fields(both(&madrid, &also_madrid).parse(&clinics)),
            ["weekly.2.from"]
        );
        assert!(both(&madrid, &london).parse(&clinics).is_ok());
    }

    #[test]
    fn a_clinic_needs_a_name_an_address_and_a_zone() {
        let parse = |draft: ClinicDraft| draft.parse(|zone| zone == "Europe/Madrid");
        let good = ClinicDraft {
            name: " Clínica Sol ".into(),
            address: "Calle Mayor 1".into(),
            latitude: "40,4168".into(),
            longitude: "-3.7038".into(),
            time_zone: "Europe/Madrid".into(),
            notes: "".into(),
        };
        let details = parse(good.clone()).unwrap();
        assert_eq!(
            (details.name.as_str(), details.point, details.notes),
            ("Clínica Sol", Some((40.4168, -3.7038)), None)
        );
        let wrong = ClinicDraft {
            latitude: "91".into(),
            longitude: "0".into(),
            time_zone: "Mars/Olympus".into(),
            ..ClinicDraft::default()
        };
        let named: Vec<_> = parse(wrong).unwrap_err().fields.into_keys().collect();
        assert_eq!(named, ["address", "latitude", "name", "time_zone"]);
        let half = ClinicDraft {
            longitude: "".into(),
            ..good.clone()
        };
        assert!(parse(half).unwrap_err().fields.contains_key("longitude"));
        for not_a_place in ["NaN", "inf"] {
            assert!(
                parse(ClinicDraft {
                    latitude: not_a_place.into(),
                    ..good.clone()
                })
                .is_err()
            );
        }
    }
}
