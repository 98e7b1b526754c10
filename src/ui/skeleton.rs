//! What stands where something is on its way, in the size of what comes.

use dioxus::prelude::*;

/// Rows of a list on their way.
#[component]
pub fn SkeletonRows(#[props(default = 3)] rows: u8, label: Option<String>) -> Element {
    rsx! {
        div { role: "status",
            span { class: "visually-hidden", {label.unwrap_or_else(|| t!("ui-loading"))} }
            ul { class: "list", "aria-hidden": "true",
                for n in 0..rows {
                    li { key: "{n}", class: "person",
                        span { class: "skeleton disc" }
                        div { class: "grow",
                            span { class: "skeleton half" }
                            span { class: "skeleton long" }
                        }
                    }
                }
            }
        }
    }
}

/// A card on its way.
#[component]
pub fn SkeletonCard(label: Option<String>) -> Element {
    rsx! {
        div { class: "card", role: "status",
            span { class: "visually-hidden", {label.unwrap_or_else(|| t!("ui-loading"))} }
            div { "aria-hidden": "true",
                span { class: "skeleton title" }
                span { class: "skeleton long" }
                span { class: "skeleton half" }
                span { class: "skeleton short" }
            }
        }
    }
}

/// Lines of text on their way.
#[component]
pub fn SkeletonText(#[props(default = 3)] lines: u8, label: Option<String>) -> Element {
    rsx! {
        div { role: "status",
            span { class: "visually-hidden", {label.unwrap_or_else(|| t!("ui-loading"))} }
            div { "aria-hidden": "true",
                for n in 0..lines {
                    span { key: "{n}", class: if n + 1 == lines { "skeleton half" } else { "skeleton" } }
                }
            }
        }
    }
}
