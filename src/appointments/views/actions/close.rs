//! After the visit.

use dioxus::prelude::*;
use uuid::Uuid;

use super::{back, use_action_form};
use crate::appointments::api;
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
            onsubmit: move |typed: Values| {
                let key = Some(typed.get("idempotency_key").into());
                let done = move |_| onchange.call(());
                if came {
                    form.run(api::complete(id.to_string(), key), done);
                } else {
                    form.run(api::no_show(id.to_string(), key), done);
                }
            },
            IdempotencyKey {}
            SubmitButton {
                form,
                label: if came { "The visit took place" } else { "The patient did not come" },
                kind: if came { ButtonKind::Primary } else { ButtonKind::Second },
            }
        }
    }
}
