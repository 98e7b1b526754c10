//! Where things stand, and what happens to them where they are long.

use dioxus::prelude::*;

use super::{PATH, part, shelf};
use crate::ui::table::{Narrow, table};
use crate::ui::*;

#[component]
pub fn LayoutParts() -> Element {
    let boxes = |n: usize| {
        rsx! {
            for nth in 1..=n {
                div { key: "{nth}", class: "card sunken", "{nth}" }
            }
        }
    };
    shelf(
        "layout",
        "Layout",
        rsx! {
            {part("Stack", rsx! { div { class: "stack gap-2", {boxes(2)} } })}
            {part("Cluster", rsx! {
                div { class: "row gap-2", {boxes(9)} }
                div { class: "row apart", span { "One at each end" } Button { label: "There", small: true } }
            })}
            {part("Grid, as many columns as there is room for", rsx! { div { class: "columns", {boxes(5)} } })}
            {part("Grid of cards, all of one width", rsx! { div { class: "cards", {boxes(2)} } })}
            {part("Two halves", rsx! { div { class: "split even", {boxes(2)} } })}
            {part("Tabs", rsx! {
                Subnav { label: "Which appointments",
                    a { href: PATH, "aria-current": "page", "Requests" }
                    a { href: PATH, "Week" }
                    a { href: PATH, "To come " span { class: "count", "3" } }
                    a { href: PATH, "Earlier" }
                    a { href: PATH, "Suggested" }
                    a { href: PATH, "Referred" }
                }
            })}
            {part("Where a page hangs", rsx! {
                Crumbs { items: vec![(PATH.to_owned(), "Patients".to_owned()), ("/gallery/2".to_owned(), "Ana Reyes".to_owned())] }
            })}
        },
    )
}

const NAME: &str = "María de los Ángeles Fernández-Castellanos y Villanueva de la Serena";
const WORD: &str =
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

/// Names, words and lists that are longer than anybody expected.
#[component]
pub fn LongParts() -> Element {
    let form = use_form_in("/gallery/long", "long");
    let rows = ["Monday", WORD]
        .map(|day| vec![day.to_owned(), "1,000,000,000".to_owned(), NAME.to_owned()])
        .to_vec();
    shelf(
        "long",
        "Long content",
        rsx! {
            {part("A long name", rsx! {
                div { class: "person",
                    Avatar { name: NAME }
                    div {
                        p { class: "strong", "{NAME}" }
                        p { class: "small quiet", "{WORD}" }
                    }
                }
                div { class: "row gap-2",
                    StatusPill { kind: "pending", label: "Waiting for an answer" }
                    Badge { label: NAME }
                    Badge { label: WORD, tone: "blue" }
                }
                div { class: "row gap-2", Button { label: "Ask {NAME} for another time" } }
                Banner { kind: BannerKind::Info, title: WORD, p { "{NAME} {WORD}" } }
            })}
            {part("A long word in a field", rsx! {
                PostForm { form, to: PATH, back: PATH,
                    TextField { form, name: "word", label: WORD, hint: WORD, value: WORD }
                    SelectField { form, name: "chosen", label: NAME, options: vec![Choice::new("a", WORD)] }
                    RadioCards { form, name: "card", label: "Which?", options: vec![Choice::new("a", WORD).hint(NAME)] }
                    Checkbox { form, name: "tick", label: WORD, hint: NAME }
                }
            })}
            {part("Long figures and facts", rsx! {
                Figures {
                    Figure { label: WORD, value: "1,000,000,000", note: NAME }
                    Figure { label: "Today", value: "0" }
                }
                Facts {
                    Fact { label: WORD, value: NAME }
                    Fact { label: "Address", value: WORD }
                }
                Timeline {
                    TimelineItem { title: NAME, when: "Wednesday 23 September 2026, 09:12 Greenwich Mean Time", state: "done", quote: WORD }
                }
            })}
            {part("A long table", table("Visits of a long name", &["Day", "Visits", WORD], rows, Narrow::Cards))}
            {part("A long list", rsx! {
                ul { class: "list tight",
                    for n in 1..=30 {
                        li { key: "{n}", class: "row apart", span { "{n}. {NAME}" } span { class: "quiet", "{n}:00" } }
                    }
                }
                LoadMore { href: PATH }
            })}
        },
    )
}
