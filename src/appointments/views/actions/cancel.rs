//! Cancelling, by either side.

use dioxus::prelude::*;

use super::{GROUP, back, use_action_form};
use crate::appointments::model::{Appointment, Part};
use crate::ui::*;

#[component]
pub fn Cancel(appointment: Appointment, part: Part, onchange: EventHandler<()>) -> Element {
    let id = appointment.id;
    let form = use_action_form(id, "cancel");
    let toasts = use_toasts();
    let (other, optional) = match part {
        Part::Patient => (appointment.doctor.full_name, true),
        _ => (appointment.patient.full_name, false),
    };
    let told = other.clone();
    rsx! {
        ActionPanel { label: "Cancel appointment", kind: ButtonKind::QuietDanger, open: form.failed(), group: GROUP,
            PostForm {
                form,
                to: back(id),
                back: back(id),
                onsaved: move |_: Saved| {
                    toasts.info(format!("Cancelled. {told} has been told."));
                    onchange.call(());
                },
                p { "{other} is told at once, and the time is freed for others. This can’t be undone." }
                IdempotencyKey {}
                TextArea { form, name: "reason", label: "Reason", rows: 2, maxlength: 1000, optional }
                SubmitButton { form, label: "Cancel appointment", kind: ButtonKind::Danger }
            }
        }
    }
}
