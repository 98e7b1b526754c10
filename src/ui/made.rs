//! Parts of a page that only the server makes: charts, calendars, long tables. What has no fields
//! and no state comes to the client as finished HTML, and its code need not.

use dioxus::prelude::*;
use serde::Serialize;

use super::browser;
use crate::wire::wire;

/// HTML that our own server made.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Html {
    html: String,
}

wire!(Html { html });

impl Html {
    /// Nothing was made: what it would show does not exist, or is turned off.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }
}

#[cfg(feature = "server")]
impl Html {
    /// Renders a part. It stands alone, without the page's context: its links are plain `a`
    /// elements, and nothing in it answers to events. Its texts are in the language of whoever asks.
    pub fn of(part: Element) -> Self {
        Self {
            html: crate::texts::scope(crate::texts::Language::current(), || {
                dioxus::ssr::render_element(part)
            }),
        }
    }
}

/// Shows what the server made. Where another part takes its place, what had the focus keeps it.
#[component]
pub fn Made(part: Html, class: Option<&'static str>) -> Element {
    let focused = browser::focused_in_made();
    dioxus::core::queue_effect(move || {
        browser::fill_in();
        if let Some(focused) = focused {
            browser::refocus(&focused);
        }
    });
    rsx! {
        div { class, "data-made": "", dangerous_inner_html: part.html }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_escaped_html() {
        let name = "<b>Ana</b>";
        let made = Html::of(rsx! { p { "{name}" } });
        assert_eq!(made.html, "<p>&#60;b&#62;Ana&#60;/b&#62;</p>");
    }
}
