//! Cancelling, by either side.

use dioxus::prelude::*;

use super::{GROUP, basis, use_action_form};
use crate::appointments::model::{Appointment, Part};
use crate::appointments::views::list::path_of;
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
        ActionPanel { label: t!("appointments-cancel"), kind: ButtonKind::QuietDanger, open: form.failed(), group: GROUP,
            PostForm {
                form,
                to: path_of(id),
                back: path_of(id),
                onsaved: move |_: Saved| {
                    toasts.info(t!("appointments-cancelled", name = told));
                    onchange.call(());
                },
                p { {t!("appointments-cancel-told", name = other)} }
                if let Some(rest) = rest {
                    p { "{rest}" }
                }
                {basis(version)}
                TextArea { form, name: "reason", label: t!("appointments-reason"), rows: 2, maxlength: 1000, optional }
                SubmitButton { form, label: t!("appointments-cancel"), kind: ButtonKind::Danger }
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
    let when = half.local.briefly();
    Some(match (earlier, doctor) {
        (true, false) => t!("appointments-keep", when = when),
        (true, true) => t!("appointments-keep-patient", when = when),
        (false, false) => t!("appointments-withdrawn", when = when),
        (false, true) => t!("appointments-waits", when = when),
    })
}
