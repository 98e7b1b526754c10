//! Fields that offer choices.

use dioxus::prelude::*;

use super::{use_first, use_frame};
use crate::time::{Instant, Local};
use crate::ui::Form;
use crate::ui::clock::own_clock;

/// One of several answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    value: String,
    label: String,
    hint: Option<String>,
    /// The time that it is, beside which the reader's own clock has room.
    time: Option<(Instant, Local)>,
    disabled: bool,
}

impl Choice {
    /// An answer: what is sent, and what people read.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            time: None,
            disabled: false,
        }
    }

    /// A line below the label.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// It is a time, which reads like this at a clinic. Below it there is room for what the reader's
    /// own clock shows then, in [`RadioCards`] with a hint.
    pub fn time(mut self, at: Instant, local: &Local) -> Self {
        self.time = Some((at, local.clone()));
        self
    }

    /// Can't be chosen now; the hint says why.
    pub fn disabled(mut self) -> Self {
        self.disabled = true;
        self
    }
}

/// A list to choose from.
#[component]
pub fn SelectField(
    form: Form,
    name: String,
    label: String,
    options: Vec<Choice>,
    hint: Option<String>,
    #[props(default)] optional: bool,
    /// The first value; what was chosen before a failure wins.
    value: Option<String>,
    /// What stands there as long as nothing is chosen.
    placeholder: Option<String>,
    autocomplete: Option<&'static str>,
    width: Option<&'static str>,
    onpick: Option<EventHandler<String>>,
) -> Element {
    let frame = use_frame(form, &name, hint.is_some(), optional);
    let first = use_first(form, &name, value);
    let class = match width {
        Some(width) => ["input ", width].concat(),
        None => "input".to_owned(),
    };
    let input = rsx! {
        select {
            class,
            id: frame.id.clone(),
            name,
            autocomplete,
            "aria-invalid": frame.invalid,
            "aria-describedby": frame.described_by.clone(),
            onchange: move |event| {
                if let Some(onpick) = onpick {
                    onpick.call(event.value());
                }
            },
            if let Some(placeholder) = placeholder {
                option { "value": "", "selected": first.is_empty(), "{placeholder}" }
            }
            for (n , choice) in options.into_iter().enumerate() {
                option {
                    // Two answers may send the same: the same time of two people, say.
                    key: "{n}-{choice.value}",
                    "selected": choice.value == first,
                    "value": choice.value.clone(),
                    disabled: choice.disabled,
                    "{choice.label}"
                }
            }
        }
    };
    frame.around(&label, hint.as_deref(), optional, input)
}

/// One of a few answers, each a card that can be pressed as a whole.
#[component]
pub fn RadioCards(
    form: Form,
    name: String,
    label: String,
    options: Vec<Choice>,
    hint: Option<String>,
    #[props(default)] optional: bool,
    /// The first value; what was chosen before a failure wins.
    value: Option<String>,
    /// Side by side where there is room.
    #[props(default)]
    across: bool,
    onpick: Option<EventHandler<String>>,
) -> Element {
    let frame = use_frame(form, &name, hint.is_some(), optional);
    let first = use_first(form, &name, value);
    let id = frame.id.clone();
    let inputs = rsx! {
        div { class: if across { "choices across" } else { "choices" },
            for (n , choice) in options.into_iter().enumerate() {
                // The first radio has the id of the field, so that the error summary leads to it.
                {
                    let id = if n == 0 { id.clone() } else { format!("{id}-{n}") };
                    let described = choice.hint.is_some().then(|| [id.as_str(), "-more"].concat());
                    rsx! {
                        label { key: "{choice.value}", class: "choice",
                            input {
                                r#type: "radio",
                                id: "{id}",
                                name: "{name}",
                                "value": choice.value.clone(),
                                "checked": choice.value == first,
                                disabled: choice.disabled,
                                "aria-labelledby": "{id}-label",
                                "aria-describedby": described,
                                onchange: move |event| {
                                    if let Some(onpick) = onpick {
                                        onpick.call(event.value());
                                    }
                                },
                            }
                            span { id: "{id}-label", "{choice.label}" }
                            if let Some(hint) = choice.hint {
                                span { class: "hint", id: "{id}-more",
                                    "{hint}"
                                    if let Some((at, local)) = choice.time {
                                        {own_clock(at, &local, false)}
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    frame.around_group(&label, hint.as_deref(), optional, inputs)
}

/// A box to tick. An unticked box sends nothing.
#[component]
pub fn Checkbox(
    form: Form,
    name: String,
    label: String,
    hint: Option<String>,
    /// What is sent when ticked.
    #[props(default = "true".to_owned())]
    value: String,
    /// Whether it is ticked at first; what was chosen before a failure wins.
    #[props(default)]
    checked: bool,
) -> Element {
    let frame = use_frame(form, &name, hint.is_some(), false);
    let ticked = use_hook(|| {
        if form.is_replay() {
            form.value(&name).is_some()
        } else {
            checked
        }
    });
    let id = frame.id.clone();
    rsx! {
        div { class: frame.class,
            if let Some(error) = frame.error {
                p { class: "field-error", id: "{id}-error",
                    span { class: "visually-hidden", {t!("ui-error")} " " }
                    "{error}"
                }
            }
            label { class: "check", r#for: "{id}",
                input {
                    r#type: "checkbox",
                    id: "{id}",
                    name,
                    "value": value,
                    "checked": ticked,
                    "aria-invalid": frame.invalid,
                    "aria-describedby": frame.described_by,
                }
                span { "{label}" }
            }
            if let Some(hint) = hint {
                p { class: "hint", id: "{id}-hint", "{hint}" }
            }
        }
    }
}
