//! Buttons, and links that look like them.

use dioxus::prelude::*;

use super::{Form, Icon, IconName};

/// How much a button weighs. One primary button a page or panel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum ButtonKind {
    /// What most people came for.
    #[default]
    Primary,
    /// Another way.
    Second,
    /// Without a frame.
    Plain,
    /// What can't be undone.
    Danger,
    /// Leads to what can't be undone.
    QuietDanger,
    /// Looks like a link.
    Link,
}

/// The classes of a button.
pub(super) fn class(kind: ButtonKind, small: bool, block: bool) -> String {
    let kind = match kind {
        ButtonKind::Primary => "button",
        ButtonKind::Second => "button second",
        ButtonKind::Plain => "button plain",
        ButtonKind::Danger => "button danger",
        ButtonKind::QuietDanger => "button quiet-danger",
        ButtonKind::Link => "button link",
    };
    [
        kind,
        if small { " small" } else { "" },
        if block { " block" } else { "" },
    ]
    .concat()
}

/// A button that does something in the browser.
#[component]
pub fn Button(
    label: Option<String>,
    #[props(default)] kind: ButtonKind,
    #[props(default)] small: bool,
    #[props(default)] block: bool,
    /// Under way: it shows so and takes no further press.
    #[props(default)]
    busy: bool,
    icon: Option<IconName>,
    onclick: Option<EventHandler<MouseEvent>>,
    children: Element,
) -> Element {
    rsx! {
        button {
            class: class(kind, small, block),
            r#type: "button",
            "aria-busy": busy.then_some("true"),
            "aria-disabled": busy.then_some("true"),
            onclick: move |event| {
                if let Some(onclick) = onclick
                    && !busy
                {
                    onclick.call(event);
                }
            },
            if let Some(name) = icon {
                Icon { name, class: "icon s" }
            }
            if let Some(label) = label {
                "{label}"
            }
            {children}
        }
    }
}

/// The button that sends a form. It keeps the focus while the form is under way.
#[component]
pub fn SubmitButton(
    form: Form,
    label: String,
    /// What it is about, for whoever hears it without what stands around it.
    about: Option<String>,
    #[props(default)] kind: ButtonKind,
    #[props(default)] small: bool,
    #[props(default)] block: bool,
) -> Element {
    let busy = form.busy();
    rsx! {
        button {
            class: class(kind, small, block),
            r#type: "submit",
            "aria-busy": busy.then_some("true"),
            "aria-disabled": busy.then_some("true"),
            "aria-label": about.map(|about| format!("{label}: {about}")),
            "{label}"
        }
    }
}

/// A link that looks like a button.
#[component]
pub fn ButtonLink(
    to: String,
    label: String,
    #[props(default = ButtonKind::Second)] kind: ButtonKind,
    #[props(default)] small: bool,
    #[props(default)] block: bool,
    icon: Option<IconName>,
    /// Leaves the pages of this application: a file, a map, a mail.
    #[props(default)]
    external: bool,
) -> Element {
    let class = class(kind, small, block);
    let inner = rsx! {
        if let Some(name) = icon {
            Icon { name, class: "icon s" }
        }
        "{label}"
    };
    if external {
        rsx! {
            a { class, href: to, {inner} }
        }
    } else {
        rsx! {
            a { class, href: to, {inner} }
        }
    }
}
