//! What went wrong with a form, above it.

use dioxus::prelude::*;

use super::{Form, browser};

/// "There is a problem", with a link to each field that has one. It takes the focus
/// whenever an error appears.
#[component]
pub fn ErrorSummary(form: Form) -> Element {
    let id = form.id("errors", "");
    let target = id.clone();
    use_effect(move || {
        if form.failed() {
            browser::focus(&target);
        }
    });
    let Some(error) = form.error() else {
        return VNode::empty();
    };
    let fields = form.errors_in_order();
    rsx! {
        div { class: "error-summary", id: "{id}", role: "alert", tabindex: "-1", aria_labelledby: "{id}-title",
            // Where the server sends it with the page.
            autofocus: true,
            h2 { id: "{id}-title", {t!("ui-problem")} }
            if fields.is_empty() {
                p { "{error.message}" }
            } else {
                ul {
                    for (name , sentence) in fields {
                        li { key: "{name}",
                            FieldLink { id: form.id("field", &name), sentence }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn FieldLink(id: String, sentence: String) -> Element {
    let href = ["#", id.as_str()].concat();
    rsx! {
        a {
            href,
            onclick: move |event| {
                event.prevent_default();
                browser::focus(&id);
            },
            "{sentence}"
        }
    }
}
