//! Agreeing to what the doctor suggests.

use dioxus::prelude::*;
use uuid::Uuid;

use super::{basis, use_action_form};
use crate::appointments::views::list::path_of;
use crate::ui::*;

#[component]
pub fn Agree(id: Uuid, version: i32, onchange: EventHandler<()>) -> Element {
    let form = use_action_form(id, "agree");
    let toasts = use_toasts();
    rsx! {
        PostForm {
            form,
            to: path_of(id),
            back: path_of(id),
            onsaved: move |_: Saved| {
                toasts.success(t!("appointments-agreed"));
                onchange.call(());
            },
            {basis(version)}
            SubmitButton { form, label: t!("appointments-agree") }
        }
    }
}
