//! Choosing a language.

use dioxus::prelude::*;

use super::Language;

/// Every language by its own name. The page is loaded anew in the one that is pressed.
#[component]
pub fn Languages(
    /// The page to come back to.
    to: String,
) -> Element {
    let current = Language::current();
    rsx! {
        form { class: "languages", method: "post", action: "/language", aria_label: t!("app-language"),
            input { r#type: "hidden", name: "_to", "value": to }
            for language in Language::ALL {
                button {
                    key: "{language.code()}",
                    class: "button link small",
                    name: "language",
                    value: language.code(),
                    lang: language.code(),
                    dir: language.direction(),
                    aria_current: (language == current).then_some("true"),
                    {language.own_name()}
                }
            }
        }
    }
}
