//! A picture to send, which is seen before it goes.

use dioxus::prelude::*;

use super::use_frame;
use crate::ui::{Form, browser, progress};

/// A picture to send, with the one that it takes the place of. Its form is `multipart`. With the
/// client, what was chosen is shown before it is sent, and that it is on its way.
#[component]
pub fn PictureField(
    form: Form,
    name: String,
    label: String,
    hint: Option<String>,
    /// What may be chosen: `image/png,image/jpeg`.
    accept: &'static str,
    /// What is there now.
    children: Element,
) -> Element {
    let frame = use_frame(form, &name, hint.is_some(), false);
    let id = frame.id.clone();
    let preview = [id.as_str(), "-preview"].concat();
    let mut chosen = use_signal(|| false);
    // An emptied form holds no picture any more.
    use_effect(move || {
        form.resets();
        chosen.set(false);
    });
    let shown = preview.clone();
    let input = rsx! {
        div { class: "picture-field",
            // The browser puts what it reads from the file into it.
            img { id: preview, class: "preview", alt: "", width: "112", height: "112", hidden: !chosen() }
            if !chosen() {
                {children}
            }
            div { class: "stack gap-2 grow",
                input {
                    class: "input",
                    id: frame.id.clone(),
                    name,
                    r#type: "file",
                    accept,
                    "aria-invalid": frame.invalid,
                    "aria-describedby": frame.described_by.clone(),
                    onchange: move |_| chosen.set(browser::show_picture(&id, &shown)),
                }
                p { class: "small quiet", role: "status",
                    if chosen() {
                        {t!("ui-picture-chosen")}
                    }
                }
                if form.busy() {
                    {progress(&t!("ui-picture-sending"), None)}
                }
            }
        }
    };
    frame.around(&label, hint.as_deref(), false, input)
}
