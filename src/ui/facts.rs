//! What is known about something, as pairs.

use dioxus::prelude::*;

/// A list of [`Fact`]s.
#[component]
pub fn Facts(children: Element) -> Element {
    rsx! {
        dl { class: "facts lined", {children} }
    }
}

/// One pair: a label, and a text or whatever stands inside.
#[component]
pub fn Fact(label: String, value: Option<String>, children: Element) -> Element {
    rsx! {
        div {
            dt { "{label}" }
            dd {
                if let Some(value) = value {
                    "{value}"
                }
                {children}
            }
        }
    }
}
