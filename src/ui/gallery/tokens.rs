//! Type, space, colours.

use dioxus::prelude::*;

use super::shelf;

#[component]
pub fn Tokens() -> Element {
    shelf(
        "tokens",
        "Type and surfaces",
        rsx! {
            div { class: "card stack",
                p { class: "lede", "A lede says what a page is for." }
                p { class: "large", "Large text." }
                p { "Body text with ", a { href: "#tokens", "a link" }, ", ", strong { "strong" }, " and ", em { "emphasis" }, "." }
                p { class: "quiet", "Quiet text." }
                p { class: "small quiet", "Small quiet text." }
                p { class: "measure", "A line of reading text is never longer than forty em or so, however wide the window is, because the eye would lose its way back to the next one." }
            }
            div { class: "cards",
                div { class: "card", p { "A card" } }
                div { class: "card lift", p { "A raised card" } }
                div { class: "card sunken", p { "A sunken card" } }
            }
            div { class: "card row gap-2", span { class: "chips",
                a { class: "chip", href: "#tokens", "Chip" }
                a { class: "chip", href: "#tokens", "aria-current": "true", "Chosen chip" }
            } }
        },
    )
}
