//! The editor of hours: weekly rows, exceptions, notice and horizon, saved together.
//!
//! Two empty rows always stand below, so that hours can be added without the client; rows
//! that stay empty are no rows. With it, rows come and go by a button.

use dioxus::prelude::*;

use super::failing::use_reported;
use super::page::PATH;
use crate::availability::draft::{ExceptionDraft, WeeklyDraft};
use crate::availability::model::{Availability, Clinic, MOST_EXCEPTIONS, MOST_WEEKLY};
use crate::time::weekday_name;
use crate::typed::Typed;
use crate::ui::*;

const ACTION: &str = "/api/availability";
/// Empty rows below those that are filled.
const SPARE: usize = 2;
/// Lengths on offer, in minutes; others can be set through the API and stay.
const LENGTHS: [u16; 9] = [10, 15, 20, 30, 40, 45, 60, 90, 120];

/// The field that says that there is a list of rows of weekly hours.
const WEEKLY_LIST: &str = "weekly.";
/// The ids of the lists of rows.
const WEEKLY: &str = "weekly-rows";
const EXCEPTIONS: &str = "exception-rows";

/// Rows that come and go: each has a number of its own for as long as it is on the page, and
/// what it held at first.
type Rows<T> = Signal<Vec<(usize, T)>>;

fn rows<T: Clone + Default>(kept: Vec<T>, replayed: usize) -> Vec<(usize, T)> {
    let count = if replayed > 0 {
        replayed
    } else {
        kept.len() + SPARE
    };
    let filled = kept.into_iter().chain(std::iter::repeat_with(T::default));
    (0..count).zip(filled).collect()
}

fn add<T: Default + 'static>(mut rows: Rows<T>) {
    let next = rows
        .peek()
        .iter()
        .map(|(id, _)| id + 1)
        .max()
        .unwrap_or_default();
    rows.write().push((next, T::default()));
}

fn remove<T: 'static>(form: Form, list: &str, mut rows: Rows<T>, id: usize) {
    // The rows below move up, away from what was said of them; the focus must not go with the row.
    form.clear();
    rows.write().retain(|(other, _)| *other != id);
    browser::focus_quietly(list);
}

#[component]
pub(super) fn HoursEditor(
    clinics: Vec<Clinic>,
    hours: Availability,
    onsaved: EventHandler<Availability>,
) -> Element {
    let form = use_form(ACTION);
    use_reported(form);
    let toasts = use_toasts();
    let weekly: Rows<WeeklyDraft> = use_signal(|| {
        rows(
            hours.weekly.iter().map(WeeklyDraft::from).collect(),
            replayed(form, "weekly", "from"),
        )
    });
    let exceptions: Rows<ExceptionDraft> = use_signal(|| {
        rows(
            hours.exceptions.iter().map(ExceptionDraft::from).collect(),
            replayed(form, "exceptions", "date"),
        )
    });
    let places: Vec<(String, String)> = clinics
        .iter()
        .map(|clinic| (clinic.id.to_string(), clinic.name.clone()))
        .collect();
    let (weekly_count, exception_count) = (weekly.read().len(), exceptions.read().len());
    rsx! {
        PostForm {
            form,
            to: PATH,
            back: PATH,
            method: "PUT",
            class: "form card",
            onsaved: move |saved: Saved| {
                toasts.success("Your hours are saved.");
                if let Some(hours) = saved.read() {
                    onsaved.call(hours);
                }
                browser::focus_quietly("hours-title");
            },
            // Without a row, too, this is a list.
            Hidden { name: WEEKLY_LIST, value: "" }
            fieldset { class: "group",
                legend { "Every week" }
                p { class: "hint", "A row for each stretch of time. Clear both times to take a row away." }
                div { class: "hours", id: WEEKLY, tabindex: "-1",
                    for (n , (id , row)) in weekly().into_iter().enumerate() {
                        WeeklyRow { key: "{id}", form, n, row, places: places.clone(), onremove: move |()| remove(form, WEEKLY, weekly, id) }
                    }
                }
                if weekly_count < MOST_WEEKLY {
                    div { class: "client-only",
                        Button { label: "Add hours", kind: ButtonKind::Second, icon: IconName::Plus, onclick: move |_| add(weekly) }
                    }
                }
            }
            fieldset { class: "group",
                legend { "On single days" }
                p { class: "hint",
                    "Closed without times is closed all day. Extra hours are added to the week’s, also on a closed day. Clear the date to take a row away."
                }
                div { class: "hours", id: EXCEPTIONS, tabindex: "-1",
                    for (n , (id , row)) in exceptions().into_iter().enumerate() {
                        ExceptionRow { key: "{id}", form, n, row, places: places.clone(), onremove: move |()| remove(form, EXCEPTIONS, exceptions, id) }
                    }
                }
                if exception_count < MOST_EXCEPTIONS {
                    div { class: "client-only",
                        Button { label: "Add a day", kind: ButtonKind::Second, icon: IconName::Plus, onclick: move |_| add(exceptions) }
                    }
                }
            }
            fieldset { class: "group",
                legend { "How soon and how far ahead" }
                div { class: "form-row",
                    TextField { form, name: "minimum_notice_minutes", label: "Notice you need", suffix: "minutes", inputmode: "numeric", width: "w-8",
                        hint: "Nobody can ask for a time sooner than this",
                        value: hours.minimum_notice_minutes.to_string(),
                    }
                    TextField { form, name: "horizon_days", label: "Days ahead", suffix: "days", inputmode: "numeric", width: "w-8",
                        hint: "Nobody can ask for a time later than this",
                        value: hours.horizon_days.to_string(),
                    }
                }
            }
            div { class: "form-actions",
                SubmitButton { form, label: "Save hours" }
            }
        }
    }
}

/// How many rows a form that failed without the client had.
fn replayed(form: Form, list: &str, field: &str) -> usize {
    (0..)
        .take_while(|n| form.value(&format!("{list}.{n}.{field}")).is_some())
        .count()
}

/// What a row held; nothing for a spare one.
fn held(typed: &Typed) -> Option<String> {
    typed.some().map(str::to_owned)
}

#[component]
fn WeeklyRow(
    form: Form,
    n: usize,
    row: WeeklyDraft,
    places: Vec<(String, String)>,
    onremove: EventHandler<()>,
) -> Element {
    let name = |field: &str| format!("weekly.{n}.{field}");
    let days = (0..7).map(|day| {
        let name = chrono::Weekday::try_from(day).map_or("", weekday_name);
        Choice::new((day + 1).to_string(), name)
    });
    let days: Vec<Choice> = days.collect();
    let length = held(&row.slot_minutes).unwrap_or_else(|| "30".to_owned());
    let mut lengths: Vec<Choice> = LENGTHS
        .iter()
        .map(|minutes| Choice::new(minutes.to_string(), format!("{minutes} min")))
        .collect();
    if !LENGTHS.iter().any(|minutes| minutes.to_string() == length) {
        lengths.push(Choice::new(length.clone(), format!("{length} min")));
    }
    rsx! {
        div { class: "hours-row", role: "group", "aria-label": "Weekly hours, row {n + 1}",
            SelectField { form, name: name("weekday"), label: "Day", options: days, value: held(&row.weekday) }
            TextField { form, name: name("from"), label: "From", kind: "time", value: row.from.as_ref().and_then(held) }
            TextField { form, name: name("to"), label: "To", kind: "time", value: row.to.as_ref().and_then(held) }
            div { class: "form-row",
                ClinicField { form, name: name("clinic_id"), places, value: held(&row.clinic_id) }
                SelectField { form, name: name("slot_minutes"), label: "Length", options: lengths, value: length }
            }
            RemoveRow { label: "Remove row {n + 1}", onremove }
        }
    }
}

#[component]
fn ExceptionRow(
    form: Form,
    n: usize,
    row: ExceptionDraft,
    places: Vec<(String, String)>,
    onremove: EventHandler<()>,
) -> Element {
    let name = |field: &str| format!("exceptions.{n}.{field}");
    let kinds = vec![
        Choice::new("closed", "Closed"),
        Choice::new("extra", "Extra hours"),
    ];
    rsx! {
        div { class: "hours-row", role: "group", "aria-label": "Single day, row {n + 1}",
            TextField { form, name: name("date"), label: "Date", kind: "date", value: row.date.as_ref().and_then(held) }
            TextField { form, name: name("from"), label: "From", kind: "time", value: held(&row.from) }
            TextField { form, name: name("to"), label: "To", kind: "time", value: held(&row.to) }
            div { class: "form-row",
                ClinicField { form, name: name("clinic_id"), places, value: held(&row.clinic_id), anywhere: true }
                SelectField { form, name: name("kind"), label: "What", options: kinds, value: held(&row.kind) }
            }
            RemoveRow { label: "Remove day {n + 1}", onremove }
        }
    }
}

/// Which clinic, by ids and names; whoever has one alone isn't asked.
#[component]
fn ClinicField(
    form: Form,
    name: String,
    places: Vec<(String, String)>,
    value: Option<String>,
    /// Whether it may be all of them.
    #[props(default)]
    anywhere: bool,
) -> Element {
    if let [(id, _)] = places.as_slice() {
        return rsx! {
            Hidden { name, value: id.clone() }
        };
    }
    let options: Vec<Choice> = places
        .into_iter()
        .map(|(id, name)| Choice::new(id, name))
        .collect();
    rsx! {
        SelectField { form, name, label: "Clinic", options, value, placeholder: anywhere.then(|| "All clinics".to_owned()) }
    }
}

#[component]
fn RemoveRow(label: String, onremove: EventHandler<()>) -> Element {
    rsx! {
        div { class: "client-only",
            button { class: "icon-button", r#type: "button", "aria-label": label, onclick: move |_| onremove.call(()),
                Icon { name: IconName::Cross }
            }
        }
    }
}
