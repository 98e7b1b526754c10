//! Short messages about what has just happened. They are announced politely, wait while
//! somebody points at them or reads them by keyboard, and go by themselves: nothing stands
//! in a toast that can't be found elsewhere.

use dioxus::prelude::*;

use super::{Icon, IconName, browser};

#[derive(Clone, PartialEq)]
struct Toast {
    number: u32,
    class: &'static str,
    icon: IconName,
    text: String,
    link: Option<(String, String)>,
}

/// Sends toasts to the [`ToastRegion`].
#[derive(Clone, Copy, PartialEq)]
pub struct Toasts {
    shown: Signal<Vec<Toast>>,
    number: CopyValue<u32>,
}

/// The toasts of this application; a root component has called `provide_ui`.
pub fn use_toasts() -> Toasts {
    use_context()
}

impl Toasts {
    pub(super) fn new() -> Self {
        Self {
            shown: Signal::new(Vec::new()),
            number: CopyValue::new(0),
        }
    }

    /// Something to know.
    pub fn info(self, text: impl Into<String>) {
        self.show("toast", IconName::Info, text.into(), None);
    }

    /// Something that worked.
    pub fn success(self, text: impl Into<String>) {
        self.show("toast success", IconName::Check, text.into(), None);
    }

    /// Something that did not.
    pub fn error(self, text: impl Into<String>) {
        self.show("toast error", IconName::Warning, text.into(), None);
    }

    /// Something to know, and where to see it.
    pub fn link(self, text: impl Into<String>, href: impl Into<String>, label: impl Into<String>) {
        self.show(
            "toast",
            IconName::Bell,
            text.into(),
            Some((href.into(), label.into())),
        );
    }

    fn show(
        mut self,
        class: &'static str,
        icon: IconName,
        text: String,
        link: Option<(String, String)>,
    ) {
        let number = *self.number.peek() + 1;
        self.number.set(number);
        let mut shown = self.shown.write();
        // Nobody reads five at once.
        if shown.len() == 4 {
            shown.remove(0);
        }
        shown.push(Toast {
            number,
            class,
            icon,
            text,
            link,
        });
    }

    fn remove(mut self, number: u32) {
        self.shown.write().retain(|toast| toast.number != number);
    }
}

/// Where toasts appear; once, in the root layout.
#[component]
pub fn ToastRegion() -> Element {
    let toasts = use_toasts();
    let shown = toasts.shown.read().clone();
    rsx! {
        div { class: "toasts", role: "log", "aria-live": "polite", "aria-label": t!("ui-messages"),
            for Toast { number , class , icon , text , link } in shown {
                div { key: "{number}", class, onanimationend: move |_| toasts.remove(number),
                    Icon { name: icon }
                    p {
                        "{text}"
                        if let Some((href, label)) = link {
                            " "
                            a { href, onclick: move |_| toasts.remove(number), "{label}" }
                        }
                    }
                    button {
                        class: "icon-button",
                        r#type: "button",
                        "aria-label": t!("ui-dismiss"),
                        onclick: move |_| {
                            toasts.remove(number);
                            browser::focus_quietly("content");
                        },
                        Icon { name: IconName::Cross, class: "icon s" }
                    }
                }
            }
        }
    }
}
