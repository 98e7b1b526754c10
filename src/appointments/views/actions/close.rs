//! After the visit.

use dioxus::prelude::*;
use uuid::Uuid;

use super::{back, use_action_form};
use crate::appointments::model::Action;
use crate::ui::*;

#[component]
pub fn Close(id: Uuid, how: Action, onchange: EventHandler<()>) -> Element {
    let came = how == Action::Complete;
    let form = use_action_form(id, if came { "complete" } else { "no-show" });
    rsx! {
        PostForm {
            form,
            to: back(id),
            back: back(id),
            class: "row",
            onsaved: move |_: Saved| onchange.call(()),
            IdempotencyKey {}
            SubmitButton {
                form,
                label: if came { "The visit took place" } else { "The patient did not come" },
                kind: if came { ButtonKind::Primary } else { ButtonKind::Second },
            }
        }
    }
}
