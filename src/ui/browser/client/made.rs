//! Links and GET forms, and what the server could not fill in.

use std::sync::atomic::{AtomicBool, Ordering};

use dioxus::prelude::{FormEvent, MouseEvent};
use dioxus::web::WebEventExt;
use wasm_bindgen::JsCast;

use super::{document, in_a_task_of_its_own};
use crate::time::short_weekday_name;
use crate::ui::clock;

pub fn link_under(event: &MouseEvent) -> Option<String> {
    let target = event.data().try_as_web_event()?.target()?;
    let target = target.dyn_into::<web_sys::Element>().ok()?;
    let link = target.closest("a[href^='/']:not([download]):not([target])");
    let to = link.ok()??.get_attribute("href")?;
    // Files and feeds are for the browser itself.
    (!to.starts_with("/api/")).then_some(to)
}

pub fn asked_by(event: &FormEvent) -> Option<String> {
    let target = event.data().try_as_web_event()?.target()?;
    let form = target.dyn_into::<web_sys::HtmlFormElement>().ok()?;
    if form.method() != "get" {
        return None;
    }
    let fields = web_sys::FormData::new_with_form(&form).ok()?;
    let query = web_sys::UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
    let query = String::from(query.to_string());
    let filled: Vec<&str> = query.split('&').filter(|it| !it.ends_with('=')).collect();
    let path = form.get_attribute("action")?;
    Some(if filled.is_empty() {
        path
    } else {
        [path, filled.join("&")].join("?")
    })
}

/// Whether times were rendered that have not been looked at. One look is for all of them.
static AWAITED: AtomicBool = AtomicBool::new(false);

pub fn fill_in() {
    // A browser that first reads a clock loads its zones, which takes a phone long enough to be a task
    // of its own.
    if !AWAITED.swap(true, Ordering::Relaxed) {
        in_a_task_of_its_own(|| {
            AWAITED.store(false, Ordering::Relaxed);
            look_at_clock();
        });
    }
}

pub fn fill_in_soon() {
    dioxus::core::queue_effect(fill_in);
}

fn look_at_clock() {
    let Some(document) = document() else { return };
    let Ok(all) = document.query_selector_all("[data-instant][hidden]") else {
        return;
    };
    let mut some = false;
    for n in 0..all.length() {
        let element = all.item(n).and_then(|it| it.dyn_into().ok());
        some |= element.is_some_and(|it: web_sys::Element| own_clock(&it).is_some());
    }
    if some && let Ok(Some(note)) = document.query_selector("[data-own-clock][hidden]") {
        let _ = note.remove_attribute("hidden");
    }
}

/// Puts what this browser's clock shows at an instant beside what the clinic's reads.
fn own_clock(element: &web_sys::Element) -> Option<()> {
    // Read by the browser: our own reading of numbers with a point has large tables.
    let own = js_sys::Date::new(&element.get_attribute("data-instant")?.into());
    let time = format!("{:02}:{:02}", own.get_hours(), own.get_minutes());
    let day = chrono::Weekday::try_from((own.get_day() as u8 + 6) % 7).ok()?;
    let reads = element.get_attribute("data-reads")?;
    let text = clock::differing(&reads, &short_weekday_name(day), &time)?;
    element.insert_adjacent_text("afterbegin", &text).ok()?;
    element.remove_attribute("hidden").ok()
}
