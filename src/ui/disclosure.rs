//! What opens in place, with or without the client.

use dioxus::prelude::*;

use super::button::{ButtonKind, class};
use super::{Icon, IconName};

/// A row of actions. A panel that opens takes the whole row below the others.
#[component]
pub fn Actions(children: Element) -> Element {
    rsx! {
        div { class: "actions", {children} }
    }
}

/// A button that opens the form of an action below it.
#[component]
pub fn ActionPanel(
    label: String,
    #[props(default = ButtonKind::Second)] kind: ButtonKind,
    /// Open at first: the form inside has an error, say.
    #[props(default)]
    open: bool,
    /// Of the panels in one group only one is open.
    group: Option<String>,
    children: Element,
) -> Element {
    rsx! {
        details { class: "action", open, "name": group,
            summary { class: class(kind, false, false),
                "{label}"
                Icon { name: IconName::Chevron, class: "icon s chevron" }
            }
            div { class: "action-body", {children} }
        }
    }
}

/// More about something, for those who ask.
#[component]
pub fn Disclosure(summary: String, #[props(default)] open: bool, children: Element) -> Element {
    rsx! {
        details { class: "disclosure", open,
            summary { "{summary}" }
            div { {children} }
        }
    }
}
