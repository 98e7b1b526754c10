//! A date that people know by heart, in three fields.

use dioxus::prelude::*;

use super::{use_first, use_frame};
use crate::ui::{Form, form::split_date};

/// Day, month and year as `{name}.day`, `{name}.month` and `{name}.year`, which
/// [`join_date`](crate::ui::form::join_date) joins. The error belongs to `{name}`.
#[component]
pub fn DateField(
    form: Form,
    name: String,
    label: String,
    hint: Option<String>,
    #[props(default)] optional: bool,
    /// The first value, `1984-03-09`; what was typed before a failure wins.
    value: Option<String>,
    /// Whether it is the birthday of the person who types: browsers can fill it in.
    #[props(default)]
    bday: bool,
) -> Element {
    let frame = use_frame(form, &name, hint.is_some(), optional);
    let [day, month, year] = use_hook(|| split_date(value.as_deref().unwrap_or_default()));
    let day = use_first(form, &[&name, ".day"].concat(), Some(day));
    let month = use_first(form, &[&name, ".month"].concat(), Some(month));
    let year = use_first(form, &[&name, ".year"].concat(), Some(year));
    // The first input has the id of the field, so that the error summary leads to it.
    let parts = [
        ("day", t!("ui-day"), "", "input w-2", "2", "bday-day", day),
        (
            "month",
            t!("ui-month"),
            "-month",
            "input w-2",
            "2",
            "bday-month",
            month,
        ),
        (
            "year",
            t!("ui-year"),
            "-year",
            "input w-4",
            "4",
            "bday-year",
            year,
        ),
    ];
    let inputs = rsx! {
        div { class: "date-fields",
            for (part , label , suffix , class , length , autocomplete , first) in parts {
                div { key: "{part}",
                    label { r#for: "{frame.id}{suffix}", "{label}" }
                    input {
                        class,
                        id: "{frame.id}{suffix}",
                        name: "{name}.{part}",
                        r#type: "text",
                        inputmode: "numeric",
                        maxlength: length,
                        "value": first,
                        autocomplete: if bday { autocomplete } else { "off" },
                        "aria-invalid": frame.invalid,
                    }
                }
            }
        }
    };
    frame.around_group(&label, hint.as_deref(), optional, inputs)
}
