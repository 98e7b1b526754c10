//! Bars that lie beneath each other, each a share of one.

use dioxus::prelude::*;

use super::{em, percent};

/// A bar: its name, the figure at its end, and how much of it is filled.
pub struct Bar {
    pub label: String,
    pub figure: String,
    pub share: f64,
    pub class: &'static str,
}

/// Bars that lie beneath each other, each full at one.
pub fn bars(id: &str, title: &str, desc: &str, bars: &[Bar]) -> Element {
    let each = 100.0 / bars.len().max(1) as f64;
    rsx! {
        svg { class: "chart", width: "100%", height: em(bars.len() as f64 * 2.75), role: "img", "aria-labelledby": "{id}-title {id}-desc",
            title { id: "{id}-title", "{title}" }
            desc { id: "{id}-desc", "{desc}" }
            for (nth , bar) in bars.iter().enumerate() {
                svg { y: percent(each * nth as f64), width: "100%", height: percent(each),
                    text { class: "label", y: "1em", "{bar.label}" }
                    text { class: "end value", x: "100%", y: "1em", "{bar.figure}" }
                    rect { class: "track", y: "1.35em", width: "100%", height: ".5em", rx: ".25em" }
                    if bar.share > 0.0 {
                        rect { class: bar.class, y: "1.35em", width: percent(bar.share * 100.0), height: ".5em", rx: ".25em" }
                    }
                }
            }
        }
    }
}
