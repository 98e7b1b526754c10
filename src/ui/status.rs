//! States, told by a shape and a word before a colour.

use dioxus::prelude::*;

/// The state of something. `kind` names the shape in the stylesheet.
#[component]
pub fn StatusPill(kind: String, label: String) -> Element {
    pill(&kind, &label)
}

/// What [`StatusPill`] shows, for the rows of long lists; see [`crate::ui::portrait`].
pub fn pill(kind: &str, label: &str) -> Element {
    rsx! {
        span { class: "status {kind}", "{label}" }
    }
}

/// A word about something. `tone` is empty, `accent`, `amber`, `green`, `red` or `blue`.
#[component]
pub fn Badge(label: String, #[props(default)] tone: &'static str) -> Element {
    rsx! {
        span { class: "badge {tone}", "{label}" }
    }
}
