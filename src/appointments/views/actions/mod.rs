//! What can be done with an appointment: a panel an action, as the table of rules allows.

mod accept;
mod agree;
mod another;
mod cancel;
mod close;
mod decline;
mod refer;

use dioxus::prelude::*;

use super::detail::CaseView;
use crate::appointments::model::{Action, Part};
use crate::ui::*;

/// The panels of whatever is possible now. `onchange` is called when something was done.
#[component]
pub fn Panels(view: CaseView, part: Part, onchange: EventHandler<()>) -> Element {
    let CaseView {
        appointment: a,
        clinics,
        colleagues,
        colleague,
        free,
        from,
        ..
    } = view;
    if a.actions.is_empty() {
        return VNode::empty();
    }
    let can = |action| a.actions.contains(&action);
    let another = can(Action::Suggest) || can(Action::Move);
    rsx! {
        if can(Action::Agree) {
            agree::Agree { id: a.id, version: a.version, onchange }
        }
        if can(Action::Accept) {
            accept::Accept { appointment: a.clone(), clinics, onchange }
        }
        if another && !free.is_empty() {
            another::Another { appointment: a.clone(), part, free: free.clone(), from, onchange }
        }
        Actions {
            if can(Action::Refer) {
                refer::Refer { appointment: a.clone(), colleagues, sought: colleague, onchange }
            }
            if another && free.is_empty() {
                {another::opener(a.id, part)}
            }
            if can(Action::Decline) {
                decline::Decline { appointment: a.clone(), onchange }
            }
            if can(Action::Complete) {
                close::Close { appointment: a.clone(), how: Action::Complete, onchange }
            }
            if can(Action::NoShow) {
                close::Close { appointment: a.clone(), how: Action::NoShow, onchange }
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

/// What an action rests on: a second press is the same one, and it is meant for the appointment as
/// it is shown.
fn basis(version: i32) -> Element {
    rsx! {
        IdempotencyKey {}
        Hidden { name: "version", value: version.to_string() }
    }
}

/// The form of one action of an appointment.
fn use_action_form(id: uuid::Uuid, action: &str) -> Form {
    use_form_in(&format!("/api/appointments/{id}/{action}"), action)
}
