//! `/doctors`: the search.

use dioxus::prelude::*;

use super::filters::{Asked, filters};
use super::{EVERYBODY, GUIDE, of_specialty};
use crate::availability::views::request_page;
use crate::directory::model::{DoctorCard, Doctors};
use crate::directory::service::{self, Search};
use crate::directory::specialties;
use crate::error::{Answer, ErrorKind};
use crate::served::{Query, ServedPage};
use crate::server::state::App;
use crate::time::rfc3339;
use crate::ui::*;

/// How many doctors a page shows.
const SHOWN: &str = "20";

/// `/doctors?q=&specialty=&language=&available=&cursor=`. What can't be asked is told on the page.
///
/// # Errors
/// When the database does not answer.
pub async fn doctors(app: &App, query: &Query) -> Answer<ServedPage> {
    let asked = Asked::read(query);
    let title = title(&asked);
    let (content, status) = match find(app, &asked, query.get("cursor")).await {
        Ok(found) => (found_part(&asked, &found), 200),
        Err(error) if error.kind == ErrorKind::Invalid => (rsx! { Trouble { error } }, 422),
        Err(error) => return Err(error),
    };
    let page = rsx! {
        div { class: "stack gap-5",
            PageHeader { title: title.clone() }
            {filters(&asked)}
            p { class: "small quiet",
                "Not sure who to see? "
                a { href: GUIDE, "Answer a few questions" }
                "."
            }
            {content}
        }
    };
    Ok(ServedPage::new(title, page).status(status))
}

async fn find(app: &App, asked: &Asked, cursor: String) -> Answer<Doctors> {
    let Asked {
        q,
        specialty,
        language,
        available,
    } = asked.clone();
    let typed = [q, specialty, language, available, cursor, SHOWN.to_owned()];
    service::doctors(app, &Search::parse(&typed)?).await
}

fn title(asked: &Asked) -> String {
    match specialties::by_slug(&asked.specialty) {
        Some(entry) => format!("Doctors: {}", entry.name),
        None => "Find a doctor".to_owned(),
    }
}

/// What was found.
fn found_part(asked: &Asked, found: &Doctors) -> Element {
    if found.items.is_empty() {
        return nobody(asked, found);
    }
    let led_to: Vec<_> = found
        .specialties
        .iter()
        .filter_map(|slug| specialties::by_slug(slug))
        .collect();
    rsx! {
        if !led_to.is_empty() && asked.specialty.is_empty() {
            p { class: "row gap-2",
                span { class: "quiet", "This leads to" }
                for entry in led_to {
                    a { class: "chip", href: of_specialty(entry.slug), "{entry.name}" }
                }
            }
        }
        div { class: "card flush",
            ul { class: "list",
                for found in &found.items {
                    {card(found)}
                }
            }
        }
        if let Some(cursor) = &found.next {
            LoadMore { href: asked.page(cursor) }
        }
        if asked.is_empty() {
            Disclosure { summary: "All specialties",
                ul { class: "chips",
                    for entry in &specialties::ALL {
                        li {
                            a { class: "chip", href: of_specialty(entry.slug), "{entry.name}" }
                        }
                    }
                }
            }
        }
    }
}

/// A doctor in the list.
fn card(card: &DoctorCard) -> Element {
    let id = card.id.to_string();
    let page = format!("/doctors/{id}");
    let kind = specialties::doctor_of(&card.specialty.slug).to_owned();
    rsx! {
        li { class: "result",
            {portrait(&card.full_name, card.photo.clone(), "big")}
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
                            href: request_page(&id, "", &rfc3339(free.starts_at)),
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
fn nobody(asked: &Asked, found: &Doctors) -> Element {
    let near: Vec<_> = found
        .specialties
        .iter()
        .filter_map(|slug| specialties::by_slug(slug))
        .collect();
    let without_day = Asked {
        available: String::new(),
        ..asked.clone()
    };
    rsx! {
        div { class: "card",
            Empty { icon: IconName::Search, title: "Nobody fits that search",
                if let Some(next) = &found.next {
                    p { "The list goes on; the next doctors may fit." }
                    div { class: "row", a { class: "button second", href: asked.page(next), "Look further" } }
                } else if asked.is_empty() {
                    p { "No doctor is listed here yet. Come back in a while." }
                } else if !asked.available.is_empty() {
                    p { "Perhaps somebody is free a little later." }
                    div { class: "row", a { class: "button second", href: without_day.page(""), "Search without a day" } }
                } else if !near.is_empty() {
                    p { "Try fewer words, or look under:" }
                    div { class: "row",
                        for entry in near {
                            a { class: "chip", href: of_specialty(entry.slug), "{entry.name}" }
                        }
                    }
                } else {
                    p { "Try another word for it, leave a filter out, or start with a general practitioner." }
                    div { class: "row",
                        a { class: "button second", href: of_specialty("general-practice"), "General practice" }
                        a { class: "button second", href: EVERYBODY, "All doctors" }
                    }
                }
            }
        }
    }
}
