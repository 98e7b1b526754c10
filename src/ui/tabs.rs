//! Tabs: parts of a page that are pages of their own. They are links in a navigation, the present
//! one with `aria-current`, and so work before the client arrives, open in another tab of the
//! browser, and can be kept as a bookmark.

use dioxus::prelude::*;

/// A link in a navigation, which says itself whether it leads to where one is: the router's own
/// link compares whole addresses, and a page may have several.
#[component]
pub fn NavLink(
    to: String,
    /// `page` for the present page, `true` for what is chosen on it.
    current: Option<&'static str>,
    class: Option<&'static str>,
    children: Element,
) -> Element {
    let target = to.clone();
    rsx! {
        a {
            href: to,
            class,
            "aria-current": current,
            onclick: move |event| follow(&event, &target),
            {children}
        }
    }
}

/// Follows a link within the application. With another button or a modifier the browser
/// opens it elsewhere, as it does with any link.
pub fn follow(event: &MouseEvent, to: &str) {
    let plain = event.trigger_button() == Some(dioxus::html::input_data::MouseButton::Primary);
    if plain && event.modifiers().is_empty() {
        event.prevent_default();
        navigator().push(to);
    }
}

/// The parts of a page that are pages of their own; the children are links, the present
/// one with `aria-current`.
#[component]
pub fn Subnav(label: String, children: Element) -> Element {
    rsx! {
        nav { class: "subnav", "aria-label": label, {children} }
    }
}
