//! The fields of a form: one label each, a hint, and the error where it happened.
//!
//! First values are set by the attribute, once: the attributes `initial_value` and the like
//! mean nothing in server-rendered HTML, and `value` would be written again with every
//! render and wipe what somebody typed. Written as a plain `"value"` attribute it is in the
//! server's HTML, and hydration and later renders leave the field alone.

mod choice;
mod combobox;
mod date;
mod picture;
mod text;

use dioxus::prelude::*;

pub use choice::{Checkbox, Choice, RadioCards, SelectField};
pub use combobox::{combobox, proposals};
pub use date::DateField;
pub use picture::PictureField;
pub use text::{FileField, PasswordField, TextArea, TextField};

use super::Form;

/// What the parts of one field share.
struct Frame {
    id: String,
    class: &'static str,
    error: Option<String>,
    invalid: Option<&'static str>,
    described_by: Option<String>,
}

/// Notes the field and finds out what stands around its input.
fn use_frame(form: Form, name: &str, hint: bool, optional: bool) -> Frame {
    use_hook(|| form.note_field(name));
    let id = form.id("field", name);
    let error = form.field_error(name);
    let mut described_by = String::new();
    for (present, part) in [
        (optional, "-optional"),
        (hint, "-hint"),
        (error.is_some(), "-error"),
    ] {
        if present {
            if !described_by.is_empty() {
                described_by.push(' ');
            }
            described_by.push_str(&id);
            described_by.push_str(part);
        }
    }
    Frame {
        class: if error.is_some() {
            "field invalid"
        } else {
            "field"
        },
        invalid: error.is_some().then_some("true"),
        described_by: (!described_by.is_empty()).then_some(described_by),
        id,
        error,
    }
}

/// The first value: what was typed before, else what the page gives.
fn use_first(form: Form, name: &str, given: Option<String>) -> String {
    use_hook(|| {
        let typed = form.value(name);
        if form.is_replay() {
            typed.unwrap_or_default()
        } else {
            given.unwrap_or_default()
        }
    })
}

impl Frame {
    /// Label, hint and error above one input.
    fn around(&self, label: &str, hint: Option<&str>, optional: bool, input: Element) -> Element {
        let id = &self.id;
        rsx! {
            div { class: self.class,
                div { class: "field-head",
                    label { r#for: "{id}", "{label}" }
                    if optional {
                        span { class: "optional", id: "{id}-optional", {t!("ui-optional")} }
                    }
                }
                {self.notes(hint)}
                {input}
            }
        }
    }

    /// Legend, hint and error above several inputs.
    fn around_group(
        &self,
        label: &str,
        hint: Option<&str>,
        optional: bool,
        inputs: Element,
    ) -> Element {
        let id = &self.id;
        rsx! {
            fieldset {
                class: self.class,
                "aria-describedby": self.described_by.clone(),
                legend { class: "field-head",
                    span { "{label}" }
                    if optional {
                        span { class: "optional", id: "{id}-optional", {t!("ui-optional")} }
                    }
                }
                {self.notes(hint)}
                {inputs}
            }
        }
    }

    fn notes(&self, hint: Option<&str>) -> Element {
        let id = &self.id;
        rsx! {
            if let Some(hint) = hint {
                p { class: "hint", id: "{id}-hint", "{hint}" }
            }
            if let Some(error) = &self.error {
                p { class: "field-error", id: "{id}-error",
                    span { class: "visually-hidden", {t!("ui-error")} " " }
                    "{error}"
                }
            }
        }
    }
}

/// A value that the form carries unseen.
#[component]
pub fn Hidden(name: String, value: String) -> Element {
    rsx! {
        input { r#type: "hidden", name, "value": value }
    }
}
