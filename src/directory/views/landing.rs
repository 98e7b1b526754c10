//! `/`: the front door.

use dioxus::prelude::*;

use super::filters::{Pick, SearchForm, WHEN};
use super::{GUIDE, everybody, of_specialty};
use crate::answer::use_answer;
use crate::directory::api;
use crate::directory::model::Soonest;
use crate::directory::specialties::{self, Entry};
use crate::ui::*;

/// How many specialties stand on the front page.
const SHOWN: usize = 8;

/// `/`
#[component]
pub fn Landing() -> Element {
    let soonest = use_answer(api::soonest)?;
    // The front door opens even where it isn't known who is free.
    let known = soonest.get().map(|page| page.items).unwrap_or_default();
    rsx! {
        PageTitle { text: "Find a doctor" }
        Finder {}
        div { class: "stack gap-7",
            section { class: "stack gap-5", aria_labelledby: "specialties",
                div { class: "row apart",
                    h2 { id: "specialties", "By what it is about" }
                    a { class: "small", href: everybody(), "All {specialties::ALL.len()} specialties" }
                }
                ul { class: "specialties",
                    for (entry , free) in shown(&known) {
                        li { key: "{entry.slug}",
                            a { href: of_specialty(entry.slug),
                                div { "{entry.about}" span { "{entry.name}" } }
                                if let Some(day) = free {
                                    span { class: "nowrap", "free {day}" }
                                }
                            }
                        }
                    }
                }
            }
            Steps {}
        }
    }
}

/// What this is, and the search.
#[component]
fn Finder() -> Element {
    rsx! {
        section { class: "hero stack gap-5",
            h1 { id: "page-title", tabindex: "-1", "Ask for a doctor’s time. Know the answer today." }
            p { class: "lead",
                "Tell us what troubles you, pick a time, and see at once when the doctor accepts, where to go, or who can see you sooner."
            }
            SearchForm { class: "card lift finder",
                div { class: "field",
                    label { r#for: "q", "What is it about?" }
                    input {
                        class: "input",
                        id: "q",
                        name: "q",
                        r#type: "search",
                        maxlength: "100",
                        autocomplete: "off",
                        placeholder: "Symptom, specialty or name",
                    }
                }
                Pick { name: "available", label: "When", options: when(), chosen: "" }
                button { class: "button", r#type: "submit", "Find a doctor" }
            }
            p { class: "small quiet",
                "Not sure who to see? "
                a { href: GUIDE, "Answer a few questions" }
                " and see which kind of doctor fits. In an emergency call your local emergency number."
            }
        }
    }
}

/// How it works, in three steps.
#[component]
fn Steps() -> Element {
    rsx! {
        section { aria_labelledby: "steps",
            h2 { class: "visually-hidden", id: "steps", "How it works" }
            ol { class: "steps",
                li {
                    h3 { "You ask" }
                    p { class: "quiet", "Pick a free time and say why. It is held for you until the doctor answers." }
                }
                li {
                    h3 { "The doctor answers" }
                    p { class: "quiet", "Accepted with the place, or passed to a colleague of the same specialty, with the reason." }
                }
                li {
                    h3 { "You know" }
                    p { class: "quiet", "On your page and at the bell, the moment it happens, without a reload." }
                }
            }
        }
    }
}

/// The days to choose from; here no day means the first.
fn when() -> Vec<(String, String)> {
    let named = |(value, label): (&str, &str)| {
        (
            value.to_owned(),
            if value.is_empty() {
                "As soon as possible"
            } else {
                label
            }
            .to_owned(),
        )
    };
    WHEN.map(named).to_vec()
}

/// The specialties to show: those with doctors, then others until there are enough.
fn shown(known: &[Soonest]) -> Vec<(&'static Entry, Option<String>)> {
    let with_doctors = known
        .iter()
        .filter_map(|one| Some((specialties::by_slug(&one.slug)?, one.free.clone())));
    let others = specialties::ALL
        .iter()
        .filter(|entry| !known.iter().any(|one| one.slug == entry.slug));
    with_doctors
        .chain(others.map(|entry| (entry, None)))
        .take(SHOWN)
        .collect()
}
