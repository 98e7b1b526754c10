//! Fields that hold text, a password or a file.

use dioxus::prelude::*;

use super::{use_first, use_frame};
use crate::ui::Form;

/// One line of text. `kind` is the input's type (`email`, `tel`, `search`, `time` …).
#[component]
pub fn TextField(
    form: Form,
    name: String,
    label: String,
    hint: Option<String>,
    #[props(default)] optional: bool,
    /// The first value; what was typed before a failure wins.
    value: Option<String>,
    #[props(default = "text")] kind: &'static str,
    autocomplete: Option<&'static str>,
    inputmode: Option<&'static str>,
    /// Stands before the input, as part of it.
    prefix: Option<String>,
    /// Stands after the input, as part of it.
    suffix: Option<String>,
    /// A class that says how much is expected: `w-2`, `w-4`, `w-8`, `w-16`, `w-24`.
    width: Option<&'static str>,
    maxlength: Option<u32>,
    /// The id of a `<datalist>`.
    list: Option<String>,
    spellcheck: Option<bool>,
    oninput: Option<EventHandler<String>>,
) -> Element {
    let frame = use_frame(form, &name, hint.is_some(), optional);
    let first = use_first(form, &name, value);
    let class = match width {
        Some(width) => ["input ", width].concat(),
        None => "input".to_owned(),
    };
    // Names, addresses and the like are not prose.
    let exact = matches!(kind, "email" | "tel" | "url");
    let input = rsx! {
        input {
            class,
            id: frame.id.clone(),
            name,
            r#type: kind,
            "value": first,
            autocomplete,
            inputmode,
            maxlength,
            list,
            spellcheck: if exact { Some("false") } else { spellcheck.map(|on| if on { "true" } else { "false" }) },
            autocapitalize: exact.then_some("none"),
            dir: exact.then_some("ltr"),
            "aria-invalid": frame.invalid,
            "aria-describedby": frame.described_by.clone(),
            oninput: move |event| {
                if let Some(oninput) = oninput {
                    oninput.call(event.value());
                }
            },
        }
    };
    let input = if prefix.is_some() || suffix.is_some() {
        rsx! {
            div { class: "affixed",
                if let Some(prefix) = prefix {
                    span { class: "affix", "aria-hidden": "true", "{prefix}" }
                }
                {input}
                if let Some(suffix) = suffix {
                    span { class: "affix", "aria-hidden": "true", "{suffix}" }
                }
            }
        }
    } else {
        input
    };
    frame.around(&label, hint.as_deref(), optional, input)
}

/// Several lines of text.
#[component]
pub fn TextArea(
    form: Form,
    name: String,
    label: String,
    hint: Option<String>,
    #[props(default)] optional: bool,
    /// The first value; what was typed before a failure wins.
    value: Option<String>,
    #[props(default = 4)] rows: u32,
    maxlength: Option<u32>,
    autocomplete: Option<&'static str>,
) -> Element {
    let frame = use_frame(form, &name, hint.is_some(), optional);
    let first = use_first(form, &name, value);
    // Text inside would be hydrated with comment marks, which a textarea shows; its inner
    // HTML is not, but has to be escaped here.
    let first = use_hook(|| first.replace('&', "&amp;").replace('<', "&lt;"));
    let input = rsx! {
        textarea {
            class: "input",
            id: frame.id.clone(),
            name,
            rows,
            maxlength,
            autocomplete,
            "aria-invalid": frame.invalid,
            "aria-describedby": frame.described_by.clone(),
            dangerous_inner_html: first,
        }
    };
    frame.around(&label, hint.as_deref(), optional, input)
}

/// A password, which can be shown once the client has arrived. It is never filled in again.
#[component]
pub fn PasswordField(
    form: Form,
    name: String,
    label: String,
    hint: Option<String>,
    /// `current-password` or `new-password`.
    #[props(default = "current-password")]
    autocomplete: &'static str,
) -> Element {
    let frame = use_frame(form, &name, hint.is_some(), false);
    let mut shown = use_signal(|| false);
    let (kind, verb) = if shown() {
        ("text", t!("ui-hide"))
    } else {
        ("password", t!("ui-show"))
    };
    let input = rsx! {
        div { class: "affixed",
            input {
                class: "input",
                id: frame.id.clone(),
                name,
                r#type: kind,
                autocomplete,
                autocapitalize: "none",
                spellcheck: "false",
                dir: "ltr",
                "aria-invalid": frame.invalid,
                "aria-describedby": frame.described_by.clone(),
            }
            button {
                class: "button second client-only",
                r#type: "button",
                "aria-controls": frame.id.clone(),
                onclick: move |_| shown.toggle(),
                "{verb}"
                span { class: "visually-hidden", " " {t!("ui-what-you-typed")} }
            }
        }
    };
    frame.around(&label, hint.as_deref(), false, input)
}

/// A file to send. Its form is `multipart`.
#[component]
pub fn FileField(
    form: Form,
    name: String,
    label: String,
    hint: Option<String>,
    #[props(default)] optional: bool,
    /// What may be chosen: `image/png,image/jpeg`.
    accept: Option<&'static str>,
) -> Element {
    let frame = use_frame(form, &name, hint.is_some(), optional);
    let input = rsx! {
        input {
            class: "input",
            id: frame.id.clone(),
            name,
            r#type: "file",
            accept,
            "aria-invalid": frame.invalid,
            "aria-describedby": frame.described_by.clone(),
        }
    };
    frame.around(&label, hint.as_deref(), optional, input)
}
