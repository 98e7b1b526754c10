//! Agreeing to what the doctor suggests.

use dioxus::prelude::*;
use uuid::Uuid;

use super::{back, basis, use_action_form};
use crate::ui::*;

#[component]
pub fn Agree(id: Uuid, version: i32, onchange: EventHandler<()>) -> Element {
    let form = use_action_form(id, "agree");
    let toasts = use_toasts();
    rsx! {
        PostForm {
            form,
            to: back(id),
            back: back(id),
            onsaved: move |_: Saved| {
                toasts.success("The appointment is agreed.");
                onchange.call(());
            },
            {basis(version)}
            SubmitButton { form, label: "Agree to this time" }
        }
    }
}
