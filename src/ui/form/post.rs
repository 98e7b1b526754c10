//! The form itself, and the hidden key that goes with it.

use dioxus::html::FormValue;
use dioxus::prelude::*;

use super::send::as_json;
use super::{Fields, Form, Saved, slug};
use crate::ask::Body;
use crate::ui::{ErrorSummary, browser};

/// A form that posts to the path of its [`Form`]. Without `onsaved` it is left to the browser.
#[component]
pub fn PostForm(
    form: Form,
    /// Where success leads; `{id}` becomes the id in the answer.
    to: String,
    /// The path of this page, where failure returns to.
    back: String,
    /// `PUT` or `DELETE`, where the call isn't a POST.
    method: Option<&'static str>,
    /// Classes instead of `form`.
    class: Option<&'static str>,
    /// Whether the error summary stands at the top of the form; else the page places it.
    #[props(default = true)]
    summary: bool,
    /// For files: what it holds is sent as it is, not as JSON.
    #[props(default)]
    multipart: bool,
    /// What the client does after success. Then it sends the fields itself, and the page stays.
    onsaved: Option<EventHandler<Saved>>,
    /// The id of what takes the focus when the client sends the fields: for a form that goes
    /// with its success, maybe before the answer is there.
    focus_to: Option<String>,
    children: Element,
) -> Element {
    use_context_provider(|| form);
    let action = form.action();
    let id = form.id("form", &slug(&action));
    let own = id.clone();
    rsx! {
        form {
            id,
            class: class.unwrap_or("form"),
            method: "post",
            action,
            novalidate: true,
            enctype: multipart.then_some("multipart/form-data"),
            onsubmit: move |event: FormEvent| {
                let Some(onsaved) = onsaved else { return };
                event.prevent_default();
                if *form.busy.peek() {
                    return;
                }
                if let Some(id) = &focus_to {
                    browser::focus_quietly(id);
                }
                let body = if multipart {
                    Body::Form(own.clone())
                } else {
                    as_json(typed(&event))
                };
                form.submit(method.unwrap_or("POST"), body, onsaved);
            },
            input { r#type: "hidden", name: "_to", "value": to }
            input { r#type: "hidden", name: "_back", "value": back }
            if let Some(method) = method {
                input { r#type: "hidden", name: "_method", "value": method }
            }
            if summary {
                ErrorSummary { form }
            }
            {children}
        }
    }
}

/// What was typed; files are left to the browser.
fn typed(event: &FormData) -> Fields {
    let texts = event
        .values()
        .into_iter()
        .filter_map(|(name, value)| match value {
            FormValue::Text(text) => Some((name, text)),
            FormValue::File(_) => None,
        });
    texts.collect()
}

/// A hidden key, made once per view of the page, by which the server tells a repeated
/// submission from a new one. Stands inside a [`PostForm`].
#[component]
pub fn IdempotencyKey() -> Element {
    let first = use_server_cached(browser::random_key);
    let mut key = use_signal(|| first);
    let form = use_hook(try_consume_context::<Form>);
    use_effect(move || {
        if form.is_some_and(|form| form.resets() > 0) {
            key.set(browser::random_key());
        }
    });
    rsx! {
        input { r#type: "hidden", name: "idempotency_key", "value": "{key}" }
    }
}
