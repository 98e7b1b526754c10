//! What a page says while the server is out of reach.

use dioxus::prelude::*;

/// Stands in the frame of every page and says so while the server is out of reach. Which of its
/// sentences is seen, the stylesheet decides by what [`super::browser`] notes on the root element,
/// so that it costs the client nothing; as a part of a live region it is announced.
pub fn offline_note() -> Element {
    rsx! {
        div { class: "offline", role: "status",
            p { class: "wide no-network", {t!("ui-offline")} }
            p { class: "wide no-server", {t!("ui-server-away")} }
        }
    }
}
