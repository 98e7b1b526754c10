//! `/`: the front door.

use dioxus::prelude::*;

use super::doctors::not_sure;
use super::filters::{pick, search, when};
use super::{EVERYBODY, of_specialty};
use crate::directory::model::Soonest;
use crate::directory::specialties::{self, Entry};
use crate::directory::{about, service};
use crate::error::Answer;
use crate::served::ServedPage;
use crate::server::state::App;

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
                if !known.is_empty() {
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
                {pick("available", ts!("directory-when"), when(), "")}
                button { class: "button", r#type: "submit", {ts!("directory-find")} }
            }
            {not_sure()}
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

/// The specialties to show, and when somebody of each is free: those with doctors, no other.
fn shown(known: &[Soonest]) -> Vec<(&'static Entry, Option<String>)> {
    known
        .iter()
        .filter_map(|one| Some((specialties::by_slug(&one.slug)?, one.free.clone())))
        .collect()
}
