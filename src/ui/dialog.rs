//! A modal dialog, once the client has arrived.

use dioxus::prelude::*;

use super::{Icon, IconName, browser};

/// The browser's own modal `<dialog>`: it keeps the focus inside, closes with Escape and
/// gives the focus back. Whatever it offers has another way for people without the client.
#[component]
pub fn Dialog(
    /// Sets its ids apart from those of other dialogs.
    #[props(default = "dialog")]
    id: &'static str,
    open: Signal<bool>,
    /// Open in its place, where there is no client to open it: as an example of its looks.
    #[props(default)]
    example: bool,
    title: String,
    children: Element,
) -> Element {
    let mut open = open;
    use_effect(move || browser::set_dialog(id, open()));
    rsx! {
        dialog {
            class: "dialog",
            id,
            open: example,
            "aria-labelledby": "{id}-title",
            oncancel: move |_| open.set(false),
            div { class: "dialog-head",
                h2 { id: "{id}-title", "{title}" }
                button {
                    class: "icon-button",
                    r#type: "button",
                    "aria-label": t!("ui-close"),
                    onclick: move |_| open.set(false),
                    Icon { name: IconName::Cross }
                }
            }
            div { class: "dialog-body",
                if open() {
                    {children}
                }
            }
        }
    }
}
