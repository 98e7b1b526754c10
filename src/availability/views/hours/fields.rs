//! The fields of each kind of row, and what they hold at first.

use dioxus::prelude::*;

use super::rows::{Row, held};
use crate::availability::model::{HourException, TimeOfDay, VisitType, WeeklyHours};
use crate::time::weekday_name;
use crate::ui::*;

/// Lengths on offer, in minutes; others can be set through the API and stay.
const LENGTHS: [u16; 9] = [10, 15, 20, 30, 40, 45, 60, 90, 120];

/// Nothing, or the text of something.
fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// An end as a browser's field can show it: there is no 24:00 in it.
fn end(time: TimeOfDay) -> String {
    let shown = if time == TimeOfDay::END {
        TimeOfDay::default()
    } else {
        time
    };
    shown.to_string()
}

/// What weekly hours hold.
pub fn weekly(hours: &WeeklyHours) -> Row {
    vec![
        hours.weekday.to_string(),
        hours.from.to_string(),
        end(hours.to),
        hours.clinic_id.to_string(),
        hours.slot_minutes.to_string(),
    ]
}

/// What an exception holds.
pub fn exception(exception: &HourException) -> Row {
    vec![
        exception.date.to_string(),
        text(exception.until),
        text(exception.from),
        text(exception.to.map(end)),
        text(exception.clinic_id),
        exception.kind.as_str().to_owned(),
    ]
}

/// What a kind of visit holds.
pub fn visit_type(kind: &VisitType) -> Row {
    vec![
        kind.id.to_string(),
        kind.name.clone(),
        kind.minutes.to_string(),
    ]
}

fn length_choice(minutes: u16) -> Choice {
    Choice::new(
        minutes.to_string(),
        t!("availability-length-minutes", count = minutes),
    )
}

/// A day and two times, a clinic, a length.
pub fn weekly_fields(form: Form, n: usize, row: &[String], places: &[(String, String)]) -> Element {
    let name = |field: &str| format!("weekly.{n}.{field}");
    let days = (0..7).map(|day| {
        let name = chrono::Weekday::try_from(day).map_or_else(|_| String::new(), weekday_name);
        Choice::new((day + 1).to_string(), name)
    });
    let days: Vec<Choice> = days.collect();
    let length = held(row, 4).unwrap_or_else(|| "30".to_owned());
    let mut lengths: Vec<Choice> = LENGTHS
        .iter()
        .map(|minutes| length_choice(*minutes))
        .collect();
    if let Ok(minutes) = length.parse()
        && !LENGTHS.contains(&minutes)
    {
        lengths.push(length_choice(minutes));
    }
    rsx! {
        SelectField { form, name: name("weekday"), label: t!("availability-day"), options: days, value: held(row, 0) }
        TextField { form, name: name("from"), label: t!("availability-from"), kind: "time", value: held(row, 1) }
        TextField { form, name: name("to"), label: t!("availability-to"), kind: "time", value: held(row, 2) }
        div { class: "form-row",
            {clinic(form, name("clinic_id"), places, held(row, 3), None)}
            SelectField { form, name: name("slot_minutes"), label: t!("availability-length"), options: lengths, value: length }
        }
    }
}

/// What happens, from which day to which, and when on each.
pub fn exception_fields(
    form: Form,
    n: usize,
    row: &[String],
    places: &[(String, String)],
) -> Element {
    let name = |field: &str| format!("exceptions.{n}.{field}");
    let kinds = vec![
        Choice::new("closed", t!("availability-closed")),
        Choice::new("extra", t!("availability-extra")),
    ];
    let anywhere = Some(t!("availability-all-clinics"));
    rsx! {
        SelectField { form, name: name("kind"), label: t!("availability-what"), options: kinds, value: held(row, 5) }
        TextField { form, name: name("date"), label: t!("availability-first-day"), kind: "date", value: held(row, 0) }
        TextField { form, name: name("until"), label: t!("availability-last-day"), kind: "date", value: held(row, 1) }
        TextField { form, name: name("from"), label: t!("availability-from"), kind: "time", value: held(row, 2) }
        TextField { form, name: name("to"), label: t!("availability-to"), kind: "time", value: held(row, 3) }
        {clinic(form, name("clinic_id"), places, held(row, 4), anywhere)}
    }
}

/// A name and a length.
pub fn visit_type_fields(form: Form, n: usize, row: &[String]) -> Element {
    let name = |field: &str| format!("visit_types.{n}.{field}");
    let id = form.value(&name("id")).or(held(row, 0));
    rsx! {
        Hidden { name: name("id"), value: id.unwrap_or_default() }
        TextField { form, name: name("name"), label: t!("availability-name"), maxlength: 60, autocomplete: "off", value: held(row, 1) }
        TextField { form, name: name("minutes"), label: t!("availability-length"), suffix: t!("availability-unit-minutes"), inputmode: "numeric", width: "w-8", autocomplete: "off", value: held(row, 2) }
    }
}

/// Which clinic, by ids and names; whoever has one alone isn't asked. With `anywhere` it may be all of them.
fn clinic(
    form: Form,
    name: String,
    places: &[(String, String)],
    value: Option<String>,
    anywhere: Option<String>,
) -> Element {
    if let [(id, _)] = places {
        return rsx! {
            Hidden { name, value: id.clone() }
        };
    }
    let options: Vec<Choice> = places
        .iter()
        .map(|(id, name)| Choice::new(id, name))
        .collect();
    rsx! {
        SelectField { form, name, label: t!("availability-clinic"), options, value, placeholder: anywhere }
    }
}
