//! `/doctors`: the search.

use dioxus::prelude::*;

use super::filters::{Filters, Query};
use super::{GUIDE, everybody, of_specialty};
use crate::answer::use_answer;
use crate::app::Route;
use crate::directory::api;
use crate::directory::model::{DoctorCard, Doctors};
use crate::directory::specialties;
use crate::time::rfc3339;
use crate::ui::*;

/// How many doctors a page shows.
const SHOWN: &str = "20";

/// `/doctors?q=&specialty=&language=&available=&cursor=`
#[component]
pub fn DoctorsPage(
    q: ReadSignal<String>,
    specialty: ReadSignal<String>,
    language: ReadSignal<String>,
    available: ReadSignal<String>,
    cursor: ReadSignal<String>,
) -> Element {
    let query = use_memo(move || Query {
        q: unspaced(&q.read()),
        specialty: specialty.read().clone(),
        language: unspaced(&language.read()),
        available: available.read().clone(),
    });
    let mut answer = use_answer(move || find(query(), unspaced(&cursor.read())))?;
    let asked = query();
    let title = title(&asked);
    let content = match &*answer.read() {
        Ok(found) => rsx! {
            // A list of one: another answer is another list, to which more is added anew.
            for _ in [()] {
                Found { key: "{mark(found)}", query: asked.clone(), found: found.clone() }
            }
        },
        Err(error) => rsx! {
            Trouble { error: error.clone(), onretry: move |()| answer.restart() }
        },
    };
    rsx! {
        PageTitle { text: title.clone() }
        div { class: "stack gap-5",
            PageHeader { title }
            for _ in [()] {
                Filters { key: "{asked.page(String::new())}", query: asked.clone() }
            }
            p { class: "small quiet",
                "Not sure who to see? "
                a { href: GUIDE, "Answer a few questions" }
                "."
            }
            {content}
        }
    }
}

/// Tells one answer from another. The address would not: it changes before the answer does.
fn mark(found: &Doctors) -> String {
    let first = found
        .items
        .first()
        .map(|card| card.id.to_string())
        .unwrap_or_default();
    format!(
        "{first} {} {}",
        found.items.len(),
        found.next.as_deref().unwrap_or_default()
    )
}

/// Browsers that send the form themselves write a space as `+`, which the router leaves alone.
fn unspaced(text: &str) -> String {
    text.replace('+', " ")
}

/// The call for a part of the list.
async fn find(query: Query, cursor: String) -> crate::error::Answer<Doctors> {
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let Query {
        q,
        specialty,
        language,
        available,
    } = query;
    api::doctors(
        some(q),
        some(specialty),
        some(language),
        some(available),
        some(cursor),
        some(SHOWN.to_owned()),
    )
    .await
}

fn title(query: &Query) -> String {
    match specialties::by_slug(&query.specialty) {
        Some(entry) => format!("Doctors: {}", entry.name),
        None => "Find a doctor".to_owned(),
    }
}

/// What was found; more is added below.
#[component]
fn Found(query: Query, found: Doctors) -> Element {
    let mut more = use_signal(Vec::<DoctorCard>::new);
    let first_next = found.next.clone();
    let mut next = use_signal(|| first_next);
    let mut busy = use_signal(|| false);
    let mut failed = use_signal(|| None);
    if found.items.is_empty() {
        return rsx! { Nobody { query, found } };
    }
    let led_to: Vec<_> = found
        .specialties
        .iter()
        .filter_map(|slug| specialties::by_slug(slug))
        .collect();
    let asked = query.clone();
    rsx! {
        if !led_to.is_empty() && query.specialty.is_empty() {
            p { class: "row gap-2",
                span { class: "quiet", "This leads to" }
                for entry in led_to {
                    a { key: "{entry.slug}", class: "chip", href: of_specialty(entry.slug), "{entry.name}" }
                }
            }
        }
        div { class: "card flush",
            ul { class: "list",
                for card in found.items.iter().cloned().chain(more()) {
                    Card { key: "{card.id}", card }
                }
            }
        }
        if let Some(error) = failed() {
            Trouble { error }
        }
        if let Some(cursor) = next() {
            LoadMore {
                href: query.page(cursor.clone()),
                busy: busy(),
                onmore: move |()| {
                    let (query, cursor) = (asked.clone(), cursor.clone());
                    busy.set(true);
                    spawn(async move {
                        match find(query, cursor).await {
                            Ok(page) => {
                                more.write().extend(page.items);
                                next.set(page.next);
                                failed.set(None);
                            }
                            Err(error) => failed.set(Some(error)),
                        }
                        busy.set(false);
                    });
                },
            }
        }
        if query.is_empty() {
            Disclosure { summary: "All specialties",
                ul { class: "chips",
                    for entry in &specialties::ALL {
                        li { key: "{entry.slug}",
                            a { class: "chip", href: of_specialty(entry.slug), "{entry.name}" }
                        }
                    }
                }
            }
        }
    }
}

/// A doctor in the list.
#[component]
fn Card(card: DoctorCard) -> Element {
    let id = card.id.to_string();
    let page = format!("/doctors/{id}");
    let kind = specialties::doctor_of(&card.specialty.slug).to_owned();
    rsx! {
        li { class: "result",
            Avatar { name: card.full_name.clone(), image: card.photo.clone(), size: "big" }
            div { class: "stack gap-1",
                h2 { a { href: "{page}", "{card.full_name}" } }
                p {
                    "{kind}"
                    if !card.languages.is_empty() {
                        span { class: "quiet", " · speaks {card.languages.join(\", \")}" }
                    }
                }
                for clinic in card.clinics.iter().take(2) {
                    p { class: "small quiet", "{clinic.name}, {clinic.address}" }
                }
                if card.clinics.len() > 2 {
                    p { class: "small quiet", "and {card.clinics.len() - 2} more" }
                }
            }
            div { class: "stack gap-2",
                match &card.next_free {
                    Some(free) => rsx! {
                        p { class: "small quiet", "Next free, {free.local.zone_name()}" }
                        a {
                            class: "time",
                            href: Route::RequestPage { id, start: rfc3339(free.starts_at) }.to_string(),
                            "{free.local.short_day()}, {free.local.time}"
                            span { class: "visually-hidden", " with {card.full_name}" }
                        }
                        a { class: "small", href: "{page}",
                            "All times"
                            span { class: "visually-hidden", " of {card.full_name}" }
                        }
                    },
                    None if card.accepting => rsx! {
                        p { class: "small quiet", "No free time at present" }
                    },
                    None => rsx! {
                        p { class: "small quiet", "Takes no new requests at present" }
                    },
                }
            }
        }
    }
}

/// Nobody fits: what else one can do.
#[component]
fn Nobody(query: Query, found: Doctors) -> Element {
    let near: Vec<_> = found
        .specialties
        .iter()
        .filter_map(|slug| specialties::by_slug(slug))
        .collect();
    let without_day = Query {
        available: String::new(),
        ..query.clone()
    };
    rsx! {
        div { class: "card",
            Empty { icon: IconName::Search, title: "Nobody fits that search",
                if let Some(next) = found.next.clone() {
                    p { "The list goes on; the next doctors may fit." }
                    div { class: "row", a { class: "button second", href: query.page(next), "Look further" } }
                } else if query.is_empty() {
                    p { "No doctor is listed here yet. Come back in a while." }
                } else if !query.available.is_empty() {
                    p { "Perhaps somebody is free a little later." }
                    div { class: "row", a { class: "button second", href: without_day.page(String::new()), "Search without a day" } }
                } else if !near.is_empty() {
                    p { "Try fewer words, or look under:" }
                    div { class: "row",
                        for entry in near {
                            a { key: "{entry.slug}", class: "chip", href: of_specialty(entry.slug), "{entry.name}" }
                        }
                    }
                } else {
                    p { "Try another word for it, leave a filter out, or start with a general practitioner." }
                    div { class: "row",
                        a { class: "button second", href: of_specialty("general-practice"), "General practice" }
                        a { class: "button second", href: everybody(), "All doctors" }
                    }
                }
            }
        }
    }
}
