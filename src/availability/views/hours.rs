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
    row: |n| t!("availability-weekly-row", n = n),
    add: || t!("availability-weekly-add"),
    class: "hours-row",
};

const EXCEPTIONS: List = List {
    name: "exceptions",
    mark: "date",
    spare: 2,
    most: MOST_EXCEPTIONS,
    row: |n| t!("availability-days-row", n = n),
    add: || t!("availability-days-add"),
    class: "hours-row loose",
};

const VISIT_TYPES: List = List {
    name: "visit_types",
    mark: "name",
    spare: 1,
    most: MOST_VISIT_TYPES,
    row: |n| t!("availability-visits-row", n = n),
    add: || t!("availability-visits-add"),
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
                toasts.success(t!("availability-hours-saved"));
                if let Some(hours) = saved.read::<Availability>() {
                    if !hours.outside.is_empty() {
                        toasts.info(t!("availability-outside-where"));
                    }
                    onsaved.call(hours);
                }
                browser::focus_quietly("hours-title");
            },
            // The server names appointments that would be left out, before it saves.
            Hidden { name: "ask_first", value: "true" }
            Hidden { name: "version", value: hours.version.to_string() }
            fieldset { class: "group",
                legend { {t!("availability-weekly")} }
                p { class: "hint", {t!("availability-weekly-hint")} }
                {rows::list(form, &WEEKLY, weekly_rows, |n, row| weekly_fields(form, n, row, &places))}
            }
            fieldset { class: "group",
                legend { {t!("availability-days")} }
                p { class: "hint",
                    {t!("availability-days-hint")}
                }
                {rows::list(form, &EXCEPTIONS, exception_rows, |n, row| exception_fields(form, n, row, &places))}
            }
            fieldset { class: "group",
                legend { {t!("availability-visits")} }
                p { class: "hint",
                    {t!("availability-visits-hint")}
                }
                {rows::list(form, &VISIT_TYPES, kind_rows, |n, row| visit_type_fields(form, n, row))}
            }
            fieldset { class: "group",
                legend { {t!("availability-around")} }
                div { class: "form-row",
                    TextField { form, name: "buffer_before_minutes", label: t!("availability-before"), suffix: t!("availability-unit-minutes"), inputmode: "numeric", width: "w-8", optional: true,
                        value: minutes(hours.buffer_before_minutes),
                    }
                    TextField { form, name: "buffer_after_minutes", label: t!("availability-after"), suffix: t!("availability-unit-minutes"), inputmode: "numeric", width: "w-8", optional: true,
                        value: minutes(hours.buffer_after_minutes),
                    }
                    TextField { form, name: "daily_cap", label: t!("availability-cap"), suffix: t!("availability-unit-appointments"), inputmode: "numeric", width: "w-8", optional: true,
                        value: hours.daily_cap.and_then(minutes),
                    }
                }
            }
            fieldset { class: "group",
                legend { {t!("availability-reach")} }
                div { class: "form-row",
                    TextField { form, name: "minimum_notice_minutes", label: t!("availability-notice"), suffix: t!("availability-unit-minutes"), inputmode: "numeric", width: "w-8",
                        hint: t!("availability-notice-hint"),
                        value: hours.minimum_notice_minutes.to_string(),
                    }
                    TextField { form, name: "horizon_days", label: t!("availability-ahead"), suffix: t!("availability-unit-days"), inputmode: "numeric", width: "w-8",
                        hint: t!("availability-ahead-hint"),
                        value: hours.horizon_days.to_string(),
                    }
                }
            }
            if form.field_error("confirmed").is_some() {
                Checkbox { form, name: "confirmed", label: t!("availability-all-the-same") }
            }
            div { class: "form-actions",
                SubmitButton { form, label: t!("availability-hours-save") }
            }
        }
    }
}
