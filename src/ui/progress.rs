//! How far something has come.

use dioxus::prelude::*;

/// A bar with its name: so many of so many, or only that it goes on.
pub fn progress(label: &str, done: Option<(u32, u32)>) -> Element {
    let (value, max) = done.unzip();
    rsx! {
        label { class: "progress",
            span { "{label}" }
            progress { class: "meter", value, max }
        }
    }
}

/// The bar alone, where a text beside it says the same.
#[cfg(feature = "server")]
pub fn progress_bar(done: usize, of: usize) -> Element {
    rsx! {
        progress { class: "meter measure", "aria-hidden": "true", value: "{done}", max: "{of}" }
    }
}
