//! After the visit.

use dioxus::prelude::*;
use uuid::Uuid;

use super::{basis, use_action_form};
use crate::appointments::model::Action;
use crate::appointments::views::list::path_of;
use crate::ui::*;

#[component]
pub fn Close(id: Uuid, version: i32, how: Action, onchange: EventHandler<()>) -> Element {
    let came = how == Action::Complete;
    let form = use_action_form(id, if came { "complete" } else { "no-show" });
    rsx! {
        PostForm {
            form,
            to: path_of(id),
            back: path_of(id),
            class: "row",
            onsaved: move |_: Saved| onchange.call(()),
            {basis(version)}
            SubmitButton {
                form,
                label: if came { t!("appointments-took-place") } else { t!("appointments-no-show") },
                kind: if came { ButtonKind::Primary } else { ButtonKind::Second },
            }
        }
    }
}
