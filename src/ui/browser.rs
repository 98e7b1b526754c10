//! The few things that a page asks of its browser. On a server each of them does nothing.

/// Whether the client has rendered its first page. What comes later was made here, not
/// by the server: it has no replay, and takes the focus.
pub fn is_hydrated() -> bool {
    imp::is_hydrated()
}

/// Notes that the client is in charge, as `data-hydrated="true"` on the root element.
pub fn mark_hydrated() {
    imp::mark_hydrated();
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    imp::set_title(title);
}

/// Moves the focus to the element with this id, scrolling it into view.
pub fn focus(id: &str) {
    imp::focus(id, false);
}

/// Moves the focus to the element with this id and leaves the scroll position alone.
pub fn focus_quietly(id: &str) {
    imp::focus(id, true);
}

/// Gives every field of the form with this id its first value again.
pub fn reset_form(id: &str) {
    imp::reset_form(id);
}

/// Opens or closes the `<dialog>` with this id, as a modal.
pub fn set_dialog(id: &str, open: bool) {
    imp::set_dialog(id, open);
}

/// A fresh random key, for telling a repeated submission from a new one.
pub fn random_key() -> String {
    imp::random_key()
}

#[cfg(all(feature = "web", not(feature = "server")))]
mod imp {
    use std::cell::Cell;

    use wasm_bindgen::{JsCast, JsValue};

    thread_local! {
        static HYDRATED: Cell<bool> = const { Cell::new(false) };
    }

    fn document() -> Option<web_sys::Document> {
        web_sys::window().and_then(|window| window.document())
    }

    fn element<T: JsCast>(id: &str) -> Option<T> {
        document()?.get_element_by_id(id)?.dyn_into().ok()
    }

    pub fn is_hydrated() -> bool {
        HYDRATED.get()
    }

    pub fn mark_hydrated() {
        HYDRATED.set(true);
        if let Some(root) = document().and_then(|document| document.document_element()) {
            let _ = root.set_attribute("data-hydrated", "true");
        }
    }

    pub fn set_title(title: &str) {
        if let Some(document) = document() {
            document.set_title(title);
        }
    }

    pub fn focus(id: &str, quietly: bool) {
        let Some(element) = element::<web_sys::HtmlElement>(id) else {
            return;
        };
        if !quietly {
            let _ = element.focus();
            return;
        }
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(
            &options,
            &JsValue::from_str("preventScroll"),
            &JsValue::TRUE,
        );
        if let Ok(focus) = js_sys::Reflect::get(&element, &JsValue::from_str("focus"))
            && let Some(focus) = focus.dyn_ref::<js_sys::Function>()
        {
            let _ = focus.call1(&element, &options);
        }
    }

    pub fn reset_form(id: &str) {
        if let Some(form) = element::<web_sys::HtmlFormElement>(id) {
            form.reset();
        }
    }

    pub fn set_dialog(id: &str, open: bool) {
        let Some(dialog) = element::<web_sys::HtmlDialogElement>(id) else {
            return;
        };
        match (open, dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    }

    pub fn random_key() -> String {
        const DIGITS: &[u8; 32] = b"0123456789abcdefghijkmnpqrstuvwx";
        (0..24)
            .map(|_| {
                let at = (js_sys::Math::random() * 32.0) as usize;
                char::from(DIGITS[at & 31])
            })
            .collect()
    }
}

#[cfg(not(all(feature = "web", not(feature = "server"))))]
mod imp {
    pub fn is_hydrated() -> bool {
        false
    }

    pub fn mark_hydrated() {}

    pub fn set_title(title: &str) {
        #[cfg(feature = "server")]
        dioxus::document::document().set_title(title.to_owned());
        #[cfg(not(feature = "server"))]
        let _ = title;
    }

    pub fn focus(_id: &str, _quietly: bool) {}

    pub fn reset_form(_id: &str) {}

    pub fn set_dialog(_id: &str, _open: bool) {}

    pub fn random_key() -> String {
        #[cfg(feature = "server")]
        return uuid::Uuid::now_v7().simple().to_string();
        #[cfg(not(feature = "server"))]
        String::new()
    }
}
