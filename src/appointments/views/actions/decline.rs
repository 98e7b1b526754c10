//! Declining, with the reason.

use dioxus::prelude::*;

use super::{GROUP, back, basis, use_action_form};
use crate::appointments::model::Appointment;
use crate::ui::*;

#[component]
pub fn Decline(appointment: Appointment, onchange: EventHandler<()>) -> Element {
    let (id, version) = (appointment.id, appointment.version);
    let referrer = appointment.referral.map(|letter| letter.from);
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
                {basis(version)}
                TextArea { form, name: "reason", label: "Reason", rows: 3, maxlength: 1000, hint: "The patient reads it. The time is freed." }
                if let Some(referrer) = referrer {
                    TextArea { form, name: "advice", label: "Advice", rows: 3, maxlength: 1000, optional: true,
                        hint: "What you suggest instead. The patient and {referrer} read it." }
                }
                SubmitButton { form, label: "Decline", kind: ButtonKind::Danger }
            }
        }
    }
}
