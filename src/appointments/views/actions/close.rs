//! After the visit.

use dioxus::prelude::*;
use uuid::Uuid;

use super::{back, basis, use_action_form};
use crate::appointments::model::Action;
use crate::ui::*;

#[component]
pub fn Close(id: Uuid, version: i32, how: Action, onchange: EventHandler<()>) -> Element {
    let came = how == Action::Complete;
    let form = use_action_form(id, if came { "complete" } else { "no-show" });
    rsx! {
        PostForm {
            form,
            to: back(id),
            back: back(id),
            class: "row",
            onsaved: move |_: Saved| onchange.call(()),
            {basis(version)}
            SubmitButton {
                form,
                label: if came { "The visit took place" } else { "The patient did not come" },
                kind: if came { ButtonKind::Primary } else { ButtonKind::Second },
            }
        }
    }
}
