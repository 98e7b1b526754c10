//! What stands where there is nothing: what to do about it.

use dioxus::prelude::*;

use super::{Banner, BannerKind, Icon, IconName};
use crate::error::AppError;

/// Nothing there yet; the children say what to do.
#[component]
pub fn Empty(
    #[props(default = IconName::Inbox)] icon: IconName,
    title: String,
    children: Element,
) -> Element {
    rsx! {
        div { class: "empty",
            Icon { name: icon }
            h2 { "{title}" }
            {children}
        }
    }
}

/// It could not be loaded; trying again is one press. Without the client, the press loads
/// the page again.
#[component]
pub fn Trouble(error: AppError, onretry: Option<EventHandler<()>>) -> Element {
    rsx! {
        Banner { kind: BannerKind::Error,
            p { "{error.message}" }
            a {
                class: "button second",
                href: "",
                // Pressed for one when the server is in reach again.
                "data-retry": onretry.is_some().then_some(""),
                onclick: move |event| {
                    if let Some(onretry) = onretry {
                        event.prevent_default();
                        onretry.call(());
                    }
                },
                {t!("ui-try-again")}
            }
        }
    }
}
