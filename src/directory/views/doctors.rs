//! `/doctors`: the search.

use dioxus::prelude::*;

use super::card::{kind, next_free};
use super::filters::{Asked, filters};
use super::{EVERYBODY, GUIDE, of_specialty};
use crate::directory::model::{DoctorCard, Doctors};
use crate::directory::service::{self, Search};
use crate::directory::specialties;
use crate::error::{Answer, ErrorKind};
use crate::served::{Query, ServedPage};
use crate::server::state::App;
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
                {ts!("directory-not-sure")}
                " "
                a { href: GUIDE, {ts!("directory-to-guide")} }
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
        Some(entry) => ts!("directory-doctors-of", specialty = entry.name.said()),
        None => ts!("directory-find"),
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
                span { class: "quiet", {ts!("directory-leads-to")} }
                for entry in led_to {
                    a { class: "chip", href: of_specialty(entry.slug), {entry.name.said()} }
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
            Disclosure { summary: ts!("directory-all-specialties"),
                ul { class: "chips",
                    for (entry , name) in specialties::by_name() {
                        li {
                            a { class: "chip", href: of_specialty(entry.slug), {name} }
                        }
                    }
                }
            }
        }
    }
}

/// A doctor in the list.
fn card(card: &DoctorCard) -> Element {
    rsx! {
        li { class: "result",
            {portrait(&card.full_name, card.photo.clone(), "big")}
            div { class: "stack gap-1",
                h2 { a { href: "/doctors/{card.id}", "{card.full_name}" } }
                {kind(card)}
                for clinic in card.clinics.iter().take(2) {
                    p { class: "small quiet", dir: "auto", "{clinic.name}, {clinic.address}" }
                }
                if card.clinics.len() > 2 {
                    p { class: "small quiet", {ts!("directory-card-more", count = card.clinics.len() - 2)} }
                }
            }
            div { class: "stack gap-2",
                match &card.next_free {
                    Some(free) => next_free(card, free),
                    None if card.accepting => rsx! {
                        p { class: "small quiet", {ts!("directory-no-time")} }
                    },
                    None => rsx! {
                        p { class: "small quiet", {ts!("directory-not-accepting")} }
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
            Empty { icon: IconName::Search, title: ts!("directory-nobody"),
                if let Some(next) = &found.next {
                    p { {ts!("directory-nobody-yet")} }
                    div { class: "row", a { class: "button second", href: asked.page(next), {ts!("directory-look-further")} } }
                } else if asked.is_empty() {
                    p { {ts!("directory-nobody-at-all")} }
                } else if !asked.available.is_empty() {
                    p { {ts!("directory-nobody-that-day")} }
                    div { class: "row", a { class: "button second", href: without_day.page(""), {ts!("directory-without-day")} } }
                    if !asked.specialty.is_empty() {
                        p { class: "small", a { href: "/waiting?specialty={asked.specialty}", {ts!("waiting-join-link")} } }
                    }
                } else if !near.is_empty() {
                    p { {ts!("directory-nobody-near")} }
                    div { class: "row",
                        for entry in near {
                            a { class: "chip", href: of_specialty(entry.slug), {entry.name.said()} }
                        }
                    }
                } else {
                    p { {ts!("directory-nobody-else")} }
                    div { class: "row",
                        a { class: "button second", href: of_specialty("general-practice"), {specialties::name_of("general-practice")} }
                        a { class: "button second", href: EVERYBODY, {ts!("directory-all-doctors")} }
                    }
                }
            }
        }
    }
}
