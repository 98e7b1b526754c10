//! What can be done with an appointment: a panel an action, as the table of rules allows.

mod accept;
mod cancel;
mod close;
mod decline;
mod refer;

use dioxus::prelude::*;

use crate::appointments::model::{Action, Appointment, Part};
use crate::ui::*;

/// The panels of whatever is possible now. `onchange` is called when something was done.
#[component]
pub fn Panels(appointment: Appointment, part: Part, onchange: EventHandler<()>) -> Element {
    let a = appointment;
    if a.actions.is_empty() {
        return VNode::empty();
    }
    let can = |action| a.actions.contains(&action);
    rsx! {
        if can(Action::Accept) {
            SuspenseBoundary { fallback: |_| rsx! { SkeletonCard {} },
                accept::Accept { appointment: a.clone(), onchange }
            }
        }
        Actions {
            if can(Action::Refer) {
                SuspenseBoundary { fallback: |_| VNode::empty(),
                    refer::Refer { appointment: a.clone(), onchange }
                }
            }
            if can(Action::Decline) {
                decline::Decline { id: a.id, onchange }
            }
            if can(Action::Complete) {
                close::Close { id: a.id, how: Action::Complete, onchange }
            }
            if can(Action::NoShow) {
                close::Close { id: a.id, how: Action::NoShow, onchange }
            }
            // A doctor declines what still waits for an answer.
            if can(Action::Cancel) && !can(Action::Decline) {
                cancel::Cancel { appointment: a.clone(), part, onchange }
            }
        }
    }
}

/// Of these panels one is open at a time.
const GROUP: &str = "appointment-actions";

/// The page of an appointment, where its forms return to.
fn back(id: uuid::Uuid) -> String {
    format!("/appointments/{id}")
}

/// The form of one action of an appointment.
fn use_action_form(id: uuid::Uuid, action: &str) -> Form {
    use_form_in(&format!("/api/appointments/{id}/{action}"), action)
}
