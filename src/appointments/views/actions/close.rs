//! After the visit.

use dioxus::prelude::*;

use super::{GROUP, basis, use_action_form};
use crate::appointments::model::{Action, Appointment};
use crate::appointments::views::list::path_of;
use crate::ui::*;

#[component]
pub fn Close(appointment: Appointment, how: Action, onchange: EventHandler<()>) -> Element {
    let (id, version) = (appointment.id, appointment.version);
    let came = how == Action::Complete;
    let form = use_action_form(id, if came { "complete" } else { "no-show" });
    let (label, kind) = if came {
        (t!("appointments-took-place"), ButtonKind::Primary)
    } else {
        (t!("appointments-no-show"), ButtonKind::Danger)
    };
    let close = rsx! {
        PostForm {
            form,
            to: path_of(id),
            back: path_of(id),
            class: "row",
            onsaved: move |_: Saved| onchange.call(()),
            if !came {
                p { {t!("appointments-no-show-told", name = appointment.patient.full_name)} }
            }
            {basis(version)}
            SubmitButton { form, label: label.clone(), kind }
        }
    };
    if came {
        return close;
    }
    rsx! {
        ActionPanel { label, open: form.failed(), group: GROUP, {close} }
    }
}
