//! What happened, the newest first.

use dioxus::prelude::*;

/// A line of events.
#[component]
pub fn Timeline(children: Element) -> Element {
    rsx! {
        ol { class: "line", {children} }
    }
}

/// One event. `state` is `done`, `waiting`, `ended` or empty.
#[component]
pub fn TimelineItem(
    title: String,
    /// When, in words, with the place or other circumstances.
    when: Option<String>,
    #[props(default = "done")] state: &'static str,
    /// What somebody said about it.
    quote: Option<String>,
    children: Element,
) -> Element {
    rsx! {
        li { class: state,
            h3 { "{title}" }
            if let Some(when) = when {
                p { class: "small quiet", "{when}" }
            }
            if let Some(quote) = quote {
                blockquote { class: "small", dir: "auto", "{quote}" }
            }
            {children}
        }
    }
}
