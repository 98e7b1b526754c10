//! `/`: the front door.

use dioxus::prelude::*;

use super::filters::{WHEN, pick, search};
use super::{EVERYBODY, GUIDE, of_specialty};
use crate::directory::model::Soonest;
use crate::directory::service;
use crate::directory::specialties::{self, Entry};
use crate::error::Answer;
use crate::served::ServedPage;
use crate::server::state::App;

/// How many specialties stand on the front page.
const SHOWN: usize = 8;

/// `/`
///
/// # Errors
/// None: the front door opens even where it isn't known who is free.
pub async fn landing(app: &App) -> Answer<ServedPage> {
    let known = service::soonest(app).await;
    let known = known.map(|page| page.items).unwrap_or_default();
    let page = rsx! {
        {finder()}
        div { class: "stack gap-7",
            section { class: "stack gap-5", aria_labelledby: "specialties",
                div { class: "row apart",
                    h2 { id: "specialties", "By what it is about" }
                    a { class: "small", href: EVERYBODY, "All {specialties::ALL.len()} specialties" }
                }
                ul { class: "specialties",
                    for (entry , free) in shown(&known) {
                        li {
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
            {steps()}
        }
    };
    Ok(ServedPage::new("Find a doctor", page))
}

/// What this is, and the search.
fn finder() -> Element {
    rsx! {
        section { class: "hero stack gap-5",
            h1 { id: "page-title", tabindex: "-1", "Ask for a doctor’s time. Know the answer today." }
            p { class: "lead",
                "Tell us what troubles you, pick a time, and see at once when the doctor accepts, where to go, or who can see you sooner."
            }
            form { class: "card lift finder", method: "get", action: EVERYBODY, role: "search",
                {search("")}
                {pick("available", "When", when(), "")}
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
fn steps() -> Element {
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
