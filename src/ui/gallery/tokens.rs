//! Type, space, colours.

use dioxus::prelude::*;

use super::{part, shelf};

const COLOURS: [&str; 21] = [
    "paper",
    "surface",
    "sunken",
    "ink",
    "ink-2",
    "line",
    "line-strong",
    "accent",
    "accent-press",
    "accent-soft",
    "focus",
    "amber",
    "amber-soft",
    "green",
    "green-soft",
    "red",
    "red-soft",
    "violet",
    "violet-soft",
    "blue",
    "blue-soft",
];
const SPACES: [&str; 8] = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"];
const CORNERS: [&str; 3] = ["radius-s", "radius", "pill"];

/// A value, drawn with what the stylesheet says it is.
fn swatch(token: &str, width: &str, corner: &str, colour: &str) -> Element {
    rsx! {
        div { class: "small",
            svg { width: "72", height: "40", "aria-hidden": "true",
                rect { width, height: "40", rx: corner, fill: "var(--{colour})", stroke: "var(--line-strong)" }
            }
            p { "{token}" }
        }
    }
}

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
            {part("Type", rsx! {
                p { class: "small", "Small" }
                p { "As it is" }
                p { class: "large", "Large" }
                h2 { "A heading of a part" }
            })}
            {part("Colours", rsx! { div { class: "row top", for token in COLOURS { {swatch(token, "72", "0", token)} } } })}
            {part("Spaces", rsx! { div { class: "row top", for token in SPACES { {swatch(token, &format!("var(--{token})"), "0", "accent")} } } })}
            {part("Corners", rsx! { div { class: "row top", for token in CORNERS { {swatch(token, "72", &format!("var(--{token})"), "accent-soft")} } } })}
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
