//! In a browser.

mod away;
mod fields;
mod focus;
mod keys;
mod made;

pub use away::note;
pub use fields::{
    copy, press_from_middle, reset_form, set_dialog, show_picture, type_in, typed_in,
};
pub use focus::{arrive, catch_focus, focus, focused_in_made, refocus};
pub use keys::listen;
pub use made::{asked_by, fill_in, fill_in_soon, link_under};

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

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

pub fn address() -> Option<String> {
    let location = web_sys::window()?.location();
    Some(location.pathname().ok()? + &location.search().ok()?)
}

/// How long [`pause`] takes, in milliseconds.
const PAUSE: i32 = 25;

async fn pause() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PAUSE);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

pub fn in_a_task_of_its_own(run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    if let Some(window) = web_sys::window() {
        let _ = window.set_timeout_with_callback(run.unchecked_ref());
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
