//! Where the focus is, and where a page was left.

use std::cell::Cell;

use wasm_bindgen::{JsCast, JsValue};

use super::{document, element, pause};

thread_local! {
    /// When the browser last went back or forward, in milliseconds.
    static CAME_BACK: Cell<f64> = const { Cell::new(0.0) };
}

/// The browser has gone back or forward.
pub fn note_return() {
    CAME_BACK.set(js_sys::Date::now());
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

/// How often a page that is not there yet is looked for, with a [`pause`] between.
const LOOKS: u32 = 80;

pub async fn arrive(id: &str) {
    let place = place_in_history();
    for _ in 0..LOOKS {
        // What takes the focus is seen, unless somebody comes back to where they were.
        focus(id, place > 0.0);
        let there = document().and_then(|document| document.active_element());
        if there.is_some_and(|element| element.id() == id) {
            return come_back_to(place).await;
        }
        pause().await;
    }
}

/// How long after a step back its page may still be waited for, in milliseconds.
const PATIENCE: f64 = 2500.0;

/// How far down somebody was when they left this entry of the history, where they have just come
/// back to it: the router keeps it there. (A new entry begins with that of the page before.)
fn place_in_history() -> f64 {
    if js_sys::Date::now() - CAME_BACK.get() > PATIENCE {
        return 0.0;
    }
    let state = web_sys::window().and_then(|window| window.history().ok()?.state().ok());
    let place = state.and_then(|state| js_sys::Reflect::get_u32(&state, 1).ok());
    place.and_then(|place| place.as_f64()).unwrap_or(0.0)
}

/// The page may grow meanwhile, as its parts come.
async fn come_back_to(place: f64) {
    let Some(window) = web_sys::window().filter(|_| place > 0.0) else {
        return;
    };
    for _ in 0..LOOKS / 4 {
        window.scroll_to_with_x_and_y(0.0, place);
        if window.scroll_y().is_ok_and(|now| (now - place).abs() < 2.0) {
            return;
        }
        pause().await;
    }
}

pub fn catch_focus() {
    wasm_bindgen_futures::spawn_local(async {
        for _ in 0..LOOKS {
            pause().await;
            let there = document().and_then(|document| document.active_element());
            if there.is_none_or(|element| element.tag_name() == "BODY") {
                focus("page-title", false);
                return;
            }
        }
    });
}

pub fn focused_in_made() -> Option<String> {
    let focused = document()?.active_element()?;
    focused.closest("[data-made]").ok()??;
    let named = |name: &str| {
        let value = focused.get_attribute(name)?;
        Some(["[data-made] [", name, "=\"", value.as_str(), "\"]"].concat())
    };
    // What has neither is found nowhere again.
    Some(named("id").or_else(|| named("href")).unwrap_or_default())
}

pub fn refocus(named: &str) {
    let Some(document) = document() else { return };
    let lost = document
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY");
    if !lost {
        return;
    }
    let again = document.query_selector(named).ok().flatten();
    match again.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        Some(element) => {
            let _ = element.focus();
        }
        None => focus("page-title", true),
    }
}
