//! A few numbers at a glance.

use dioxus::prelude::*;

/// A strip of [`Figure`]s.
#[component]
pub fn Figures(children: Element) -> Element {
    rsx! {
        dl { class: "figures", {children} }
    }
}

/// One number and what it counts.
#[component]
pub fn Figure(label: String, value: String, note: Option<String>) -> Element {
    rsx! {
        div {
            dt { "{label}" }
            dd { "{value}" }
            if let Some(note) = note {
                dd { class: "note", "{note}" }
            }
        }
    }
}
