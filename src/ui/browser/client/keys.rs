//! What keys and presses do on every page.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::away::note;
use super::document;
use super::focus::note_return;

pub fn listen() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listen = |event: &str, heard: fn(web_sys::Event)| {
        let heard = Closure::<dyn Fn(web_sys::Event)>::new(heard).into_js_value();
        let _ = window.add_event_listener_with_callback(event, heard.unchecked_ref());
    };
    listen("popstate", |_| note_return());
    listen("keydown", |event| {
        // What fills in a form may say "keydown" without a key.
        let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else {
            return;
        };
        match event.key().as_str() {
            _ if event.default_prevented() => {}
            "Escape" => {
                close_around_focus();
                put_away();
            }
            key if press_by_key(key, &event).is_some() => event.prevent_default(),
            key if walk(key, &event).is_some() => event.prevent_default(),
            _ => {}
        }
    });
    listen("focusin", |event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        close_menu_left_behind(target.as_ref());
        bring_back();
    });
    listen("offline", |_| note("data-offline", true));
    listen("online", |_| note("data-offline", false));
    listen("click", |event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        close_menu_elsewhere(target.as_ref());
    });
}

/// Moves the focus among links that stand in rows with the attribute `data-walk`: to the one
/// before or behind with the arrows, to the row above or below with up and down.
fn walk(key: &str, event: &web_sys::KeyboardEvent) -> Option<()> {
    if event.shift_key() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    // What comes next stands to the left where one reads from the right.
    let root = document()?.document_element()?;
    let onward = if root.get_attribute("dir").is_some() {
        -1
    } else {
        1
    };
    let (step, row) = match key {
        "ArrowLeft" => (-onward, false),
        "ArrowRight" => (onward, false),
        "ArrowUp" => (-1, true),
        "ArrowDown" => (1, true),
        _ => return None,
    };
    let focused = document()?.active_element()?;
    focused.closest("[data-walk] > a").ok()??;
    let kind = if row {
        "[data-walk] > a:first-child"
    } else {
        "[data-walk] > a"
    };
    let all = document()?.query_selector_all(kind).ok()?;
    let own = if row {
        focused.parent_element()?.first_element_child()?
    } else {
        focused
    };
    let here = (0..all.length()).find(|n| all.item(*n).is_some_and(|it| it == *own))?;
    let there = all.item(here.checked_add_signed(step)?)?;
    there.dyn_into::<web_sys::HtmlElement>().ok()?.focus().ok()
}

/// Presses the button beside what has the focus that this key stands for.
fn press_by_key(key: &str, event: &web_sys::KeyboardEvent) -> Option<()> {
    // Only these can be a part of a selector as they are.
    let plain = key
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "+=-_".contains(c));
    if !plain || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let focused = document()?.active_element()?;
    let around = focused.closest("[data-keys]").ok()??.parent_element()?;
    let button = around
        .query_selector(&format!("[data-key~='{key}']"))
        .ok()??;
    let press = web_sys::MouseEventInit::new();
    press.set_bubbles(true);
    press.set_cancelable(true);
    press.set_shift_key(event.shift_key());
    let press = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &press).ok()?;
    button.dispatch_event(&press).ok().map(drop)
}

/// Closes the disclosure that has the focus, and leaves the focus on what opens it. Not around a field:
/// what is typed there would be out of sight.
fn close_around_focus() {
    let focused = document().and_then(|document| document.active_element());
    let focused = focused.filter(|it| {
        it.matches("input, textarea, select")
            .is_ok_and(|field| !field)
    });
    let open = focused.and_then(|element| element.closest("details[open]").ok()?);
    let Some(open) = open else { return };
    let _ = open.remove_attribute("open");
    let summary = open.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = summary.focus();
    }
}

/// A block of a doctor's week that shows more than its time has room for, over what stands below it,
/// shows no more than that (WCAG 2.2, 1.4.13) until the focus goes elsewhere.
fn put_away() {
    const SHOWN: &str = ".week .slot:is(:hover, :focus-visible)";
    let shown = document().and_then(|document| document.query_selector(SHOWN).ok()?);
    if let Some(block) = shown {
        let _ = block.set_attribute("data-put-away", "");
    }
}

fn bring_back() {
    let away = document().and_then(|it| it.query_selector("[data-put-away]").ok()?);
    if let Some(block) = away {
        let _ = block.remove_attribute("data-put-away");
    }
}

/// The menu that is open.
fn open_menu() -> Option<web_sys::Element> {
    document().and_then(|it| it.query_selector("details.menu[open]").ok()?)
}

/// A menu is closed when the focus goes elsewhere: it would cover what has it.
fn close_menu_left_behind(target: Option<&web_sys::Node>) {
    if let Some(menu) = open_menu()
        && !menu.contains(target)
    {
        let _ = menu.remove_attribute("open");
    }
}

/// A menu is closed by a press anywhere else, and by following what stands in it.
fn close_menu_elsewhere(target: Option<&web_sys::Element>) {
    let Some(menu) = open_menu() else { return };
    let on_summary = target.is_some_and(|target| {
        let summary = target.closest("summary").ok().flatten();
        summary.is_some_and(|summary| menu.contains(Some(&summary)))
    });
    let inside = target.is_some_and(|target| menu.contains(Some(target)));
    let link = target
        .and_then(|target| target.closest("a").ok()?)
        .is_some();
    if !on_summary && (!inside || link) {
        let _ = menu.remove_attribute("open");
    }
}
