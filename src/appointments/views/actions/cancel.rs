//! Cancelling, by either side.

use dioxus::prelude::*;

use super::{GROUP, back, basis, use_action_form};
use crate::appointments::model::{Appointment, Part};
use crate::appointments::views::list::briefly;
use crate::ui::*;

#[component]
pub fn Cancel(appointment: Appointment, part: Part, onchange: EventHandler<()>) -> Element {
    let (id, version) = (appointment.id, appointment.version);
    let form = use_action_form(id, "cancel");
    let toasts = use_toasts();
    let rest = rest(&appointment, part);
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
                if let Some(rest) = rest {
                    p { "{rest}" }
                }
                {basis(version)}
                TextArea { form, name: "reason", label: "Reason", rows: 2, maxlength: 1000, optional }
                SubmitButton { form, label: "Cancel appointment", kind: ButtonKind::Danger }
            }
        }
    }
}

/// What becomes of the other half of a move.
fn rest(a: &Appointment, part: Part) -> Option<String> {
    let doctor = part == Part::Doctor;
    let (half, earlier) = match (&a.open_move, &a.moved_from) {
        (Some(later), _) => (later, false),
        (_, Some(earlier)) if earlier.status.is_live() => (earlier, true),
        _ => return None,
    };
    let when = briefly(&half.local);
    Some(match (earlier, doctor) {
        (true, false) => format!("You keep {when}."),
        (true, true) => format!("The patient keeps {when}."),
        (false, false) => format!("Your request for {when} is withdrawn too."),
        (false, true) => format!("The request for {when} still waits for your answer."),
    })
}
