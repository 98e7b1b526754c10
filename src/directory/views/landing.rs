//! `/`: the front door.

use dioxus::prelude::*;

use super::filters::{pick, search, when};
use super::{EVERYBODY, GUIDE, of_specialty};
use crate::directory::model::Soonest;
use crate::directory::specialties::{self, Entry};
use crate::directory::{about, service};
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
                    h2 { id: "specialties", {ts!("directory-by-about")} }
                    a { class: "small", href: EVERYBODY, {ts!("directory-all-of-them", count = specialties::ALL.len())} }
                }
                ul { class: "specialties",
                    for (entry , free) in shown(&known) {
                        li {
                            a { href: of_specialty(entry.slug),
                                div {
                                    {about::about(entry.slug)}
                                    span { {entry.name.said()} }
                                }
                                if let Some(day) = free {
                                    span { class: "nowrap", {ts!("directory-free", day = day)} }
                                }
                            }
                        }
                    }
                }
            }
            {steps()}
        }
    };
    Ok(ServedPage::new(ts!("directory-find"), page))
}

/// What this is, and the search.
fn finder() -> Element {
    rsx! {
        section { class: "hero stack gap-5",
            h1 { id: "page-title", tabindex: "-1", {ts!("directory-hero")} }
            p { class: "lead",
                {ts!("directory-hero-lead")}
            }
            form { class: "card lift finder", method: "get", action: EVERYBODY, role: "search",
                {search("")}
                {pick("available", ts!("directory-when"), first_day(), "")}
                button { class: "button", r#type: "submit", {ts!("directory-find")} }
            }
            p { class: "small quiet",
                {ts!("directory-not-sure")}
                " "
                a { href: GUIDE, {ts!("directory-to-guide")} }
                " "
                {ts!("directory-to-guide-why")}
            }
        }
    }
}

/// How it works, in three steps.
fn steps() -> Element {
    rsx! {
        section { aria_labelledby: "steps",
            h2 { class: "visually-hidden", id: "steps", {ts!("directory-steps")} }
            ol { class: "steps",
                li {
                    h3 { {ts!("directory-step-ask")} }
                    p { class: "quiet", {ts!("directory-step-ask-how")} }
                }
                li {
                    h3 { {ts!("directory-step-answer")} }
                    p { class: "quiet", {ts!("directory-step-answer-how")} }
                }
                li {
                    h3 { {ts!("directory-step-know")} }
                    p { class: "quiet", {ts!("directory-step-know-how")} }
                }
            }
        }
    }
}

/// The days to choose from; here no day means the first.
fn first_day() -> Vec<(String, String)> {
    let mut days = when();
    if let Some((_, label)) = days.first_mut() {
        *label = ts!("directory-soonest");
    }
    days
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
