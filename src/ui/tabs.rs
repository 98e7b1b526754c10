//! Tabs: parts of a page that are pages of their own. They are links in a navigation, the present
//! one with `aria-current`, and so work before the client arrives, open in another tab of the
//! browser, and can be kept as a bookmark.

use dioxus::prelude::*;

/// The parts of a page that are pages of their own; the children are links, the present
/// one with `aria-current`.
#[component]
pub fn Subnav(label: String, children: Element) -> Element {
    rsx! {
        nav { class: "subnav", "aria-label": label, {children} }
    }
}
