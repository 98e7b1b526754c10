//! The form itself, and the hidden key that goes with it.

use dioxus::prelude::*;

use super::{Form, Values, slug};
use crate::ui::{ErrorSummary, browser};

/// A form that posts to the path of its [`Form`]. Without `onsubmit` it is left to the browser.
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
    /// For files.
    #[props(default)]
    multipart: bool,
    /// What the client does instead of posting.
    onsubmit: Option<EventHandler<Values>>,
    children: Element,
) -> Element {
    use_context_provider(|| form);
    let action = form.action();
    let id = form.id("form", &slug(&action));
    rsx! {
        form {
            id,
            class: class.unwrap_or("form"),
            method: "post",
            action,
            novalidate: true,
            enctype: multipart.then_some("multipart/form-data"),
            onsubmit: move |event: FormEvent| {
                let Some(onsubmit) = onsubmit else { return };
                event.prevent_default();
                if !*form.busy.peek() {
                    form.clear();
                    onsubmit.call(Values::of(&event));
                }
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
