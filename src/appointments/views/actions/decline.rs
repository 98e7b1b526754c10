//! Declining, with the reason.

use dioxus::prelude::*;

use super::{GROUP, basis, use_action_form};
use crate::appointments::model::Appointment;
use crate::appointments::views::list::path_of;
use crate::ui::*;

#[component]
pub fn Decline(appointment: Appointment, onchange: EventHandler<()>) -> Element {
    let (id, version) = (appointment.id, appointment.version);
    let referrer = appointment.referral.map(|letter| letter.from);
    let form = use_action_form(id, "decline");
    let toasts = use_toasts();
    rsx! {
        ActionPanel { label: t!("appointments-decline"), kind: ButtonKind::Plain, open: form.failed(), group: GROUP,
            PostForm {
                form,
                to: path_of(id),
                back: path_of(id),
                onsaved: move |_: Saved| {
                    toasts.info(t!("appointments-declined"));
                    onchange.call(());
                },
                {basis(version)}
                TextArea { form, name: "reason", label: t!("appointments-reason"), rows: 3, maxlength: 1000, hint: t!("appointments-decline-hint") }
                if let Some(referrer) = referrer {
                    TextArea { form, name: "advice", label: t!("appointments-advice"), rows: 3, maxlength: 1000, optional: true,
                        hint: t!("appointments-advice-hint", name = referrer) }
                }
                SubmitButton { form, label: t!("appointments-decline"), kind: ButtonKind::Danger }
            }
        }
    }
}
