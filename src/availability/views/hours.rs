//! The editor of hours: weekly rows, exceptions, kinds of visits, notice and the rest, saved together.
//!
//! Empty rows always stand below, so that hours can be added without the client; rows that stay
//! empty are no rows. With it, rows come and go by a button.

mod fields;
mod rows;

use dioxus::prelude::*;

use super::failing::use_reported;
use super::page::PATH;
use crate::availability::model::{
    Availability, Clinic, MOST_EXCEPTIONS, MOST_VISIT_TYPES, MOST_WEEKLY,
};
use crate::ui::*;
use fields::{exception, exception_fields, visit_type, visit_type_fields, weekly, weekly_fields};
use rows::{List, use_rows};

const ACTION: &str = "/api/availability";

const WEEKLY: List = List {
    name: "weekly",
    mark: "from",
    spare: 2,
    most: MOST_WEEKLY,
    row: "Weekly hours, row",
    add: "Add hours",
    class: "hours-row",
};

const EXCEPTIONS: List = List {
    name: "exceptions",
    mark: "date",
    spare: 2,
    most: MOST_EXCEPTIONS,
    row: "Other days, row",
    add: "Add days",
    class: "hours-row loose",
};

const VISIT_TYPES: List = List {
    name: "visit_types",
    mark: "name",
    spare: 1,
    most: MOST_VISIT_TYPES,
    row: "Kind of visit, row",
    add: "Add a kind of visit",
    class: "hours-row loose named",
};

#[component]
pub(super) fn HoursEditor(
    clinics: Vec<Clinic>,
    hours: Availability,
    onsaved: EventHandler<Availability>,
) -> Element {
    let form = use_form(ACTION);
    use_reported(form);
    let toasts = use_toasts();
    let weekly_rows = use_rows(form, &WEEKLY, || hours.weekly.iter().map(weekly).collect());
    let exception_rows = use_rows(form, &EXCEPTIONS, || {
        hours.exceptions.iter().map(exception).collect()
    });
    let kind_rows = use_rows(form, &VISIT_TYPES, || {
        hours.visit_types.iter().map(visit_type).collect()
    });
    let places: Vec<(String, String)> = clinics
        .iter()
        .map(|clinic| (clinic.id.to_string(), clinic.name.clone()))
        .collect();
    let minutes = |minutes: u32| (minutes > 0).then(|| minutes.to_string());
    rsx! {
        PostForm {
            form,
            to: PATH,
            back: PATH,
            method: "PUT",
            class: "form card",
            onsaved: move |saved: Saved| {
                toasts.success("Your hours are saved.");
                if let Some(hours) = saved.read::<Availability>() {
                    if !hours.outside.is_empty() {
                        toasts.info("Appointments outside your hours stand at the top of this page.");
                    }
                    onsaved.call(hours);
                }
                browser::focus_quietly("hours-title");
            },
            // The server names appointments that would be left out, before it saves.
            Hidden { name: "ask_first", value: "true" }
            fieldset { class: "group",
                legend { "Every week" }
                p { class: "hint", "A row for each stretch of time. Clear both times to take a row away." }
                {rows::list(form, &WEEKLY, weekly_rows, |n, row| weekly_fields(form, n, row, &places))}
            }
            fieldset { class: "group",
                legend { "Holidays and other days" }
                p { class: "hint",
                    "Closed without times is closed all day. Extra hours are added to the week’s, also on a closed day. Leave the last day empty for a single one, and clear the first to take a row away."
                }
                {rows::list(form, &EXCEPTIONS, exception_rows, |n, row| exception_fields(form, n, row, &places))}
            }
            fieldset { class: "group",
                legend { "Kinds of visits" }
                p { class: "hint",
                    "Patients choose one, and see the times for its length. Without any, the hours say how long a visit takes. Clear the name to take one away; appointments keep theirs."
                }
                {rows::list(form, &VISIT_TYPES, kind_rows, |n, row| visit_type_fields(form, n, row))}
            }
            fieldset { class: "group",
                legend { "Around appointments" }
                div { class: "form-row",
                    TextField { form, name: "buffer_before_minutes", label: "Time before", suffix: "minutes", inputmode: "numeric", width: "w-8", optional: true,
                        value: minutes(hours.buffer_before_minutes),
                    }
                    TextField { form, name: "buffer_after_minutes", label: "Time after", suffix: "minutes", inputmode: "numeric", width: "w-8", optional: true,
                        value: minutes(hours.buffer_after_minutes),
                    }
                    TextField { form, name: "daily_cap", label: "Most in a day", suffix: "appointments", inputmode: "numeric", width: "w-8", optional: true,
                        value: hours.daily_cap.and_then(minutes),
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
            if form.field_error("confirmed").is_some() {
                Checkbox { form, name: "confirmed", label: "Save all the same" }
            }
            div { class: "form-actions",
                SubmitButton { form, label: "Save hours" }
            }
        }
    }
}
