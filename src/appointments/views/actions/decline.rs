//! Declining, with the reason.

use dioxus::prelude::*;
use uuid::Uuid;

use super::{GROUP, back, use_action_form};
use crate::ui::*;

#[component]
pub fn Decline(id: Uuid, onchange: EventHandler<()>) -> Element {
    let form = use_action_form(id, "decline");
    let toasts = use_toasts();
    rsx! {
        ActionPanel { label: "Decline", kind: ButtonKind::Plain, open: form.failed(), group: GROUP,
            PostForm {
                form,
                to: back(id),
                back: back(id),
                onsaved: move |_: Saved| {
                    toasts.info("Declined. The patient has been told why.");
                    onchange.call(());
                },
                IdempotencyKey {}
                TextArea { form, name: "reason", label: "Reason", rows: 3, maxlength: 1000, hint: "The patient reads it. The time is freed." }
                SubmitButton { form, label: "Decline", kind: ButtonKind::Danger }
            }
        }
    }
}
