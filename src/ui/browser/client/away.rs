//! While the server is out of reach.

use wasm_bindgen::JsCast;

use super::{document, pause};

/// Notes on the root element that the server is out of reach; when it is in reach again, what
/// could not be shown is asked for anew.
pub fn note(name: &str, away: bool) {
    let Some(document) = document() else { return };
    let Some(root) = document.document_element() else {
        return;
    };
    if root.has_attribute(name) == away {
        return;
    }
    let _ = root.toggle_attribute_with_force(name, away);
    if !away {
        wasm_bindgen_futures::spawn_local(async {
            pause().await;
            try_again();
        });
    }
}

fn try_again() {
    let retries = document().and_then(|it| it.query_selector_all("[data-retry]").ok());
    let Some(retries) = retries else { return };
    for n in 0..retries.length() {
        let retry = retries.item(n);
        if let Some(retry) = retry.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            retry.click();
        }
    }
}
