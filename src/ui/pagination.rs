//! The rest of a long list.

use dioxus::prelude::*;

use super::button::{ButtonKind, class};

/// Leads to the next part of a list: a link, which the client may follow in place.
#[component]
pub fn LoadMore(
    /// The page with the next part.
    href: String,
    label: Option<String>,
    #[props(default)] busy: bool,
    /// Adds the next part to this page instead.
    onmore: Option<EventHandler<()>>,
) -> Element {
    rsx! {
        nav { class: "more", "aria-label": t!("ui-more-of-list"),
            a {
                class: class(ButtonKind::Second, false, false),
                href,
                rel: "next",
                "aria-busy": busy.then_some("true"),
                onclick: move |event| {
                    if let Some(onmore) = onmore {
                        event.prevent_default();
                        if !busy {
                            onmore.call(());
                        }
                    }
                },
                {label.unwrap_or_else(|| t!("ui-load-more"))}
            }
        }
    }
}
