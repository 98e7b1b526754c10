//! `/doctors`: the search.

use dioxus::prelude::*;

use super::card::{kind, next_free};
use super::filters::{Asked, filters};
use super::urgent::urgent;
use super::{EVERYBODY, GP, GUIDE, instead, of_specialty};
use crate::directory::model::{DoctorCard, Doctors};
use crate::directory::service::{self, Search};
use crate::directory::specialties::{self, Entry};
use crate::error::{Answer, ErrorKind};
use crate::served::{Query, ServedPage};
use crate::server::state::App;
use crate::texts::Language;
use crate::ui::*;

/// How many doctors a page shows.
const SHOWN: &str = "20";

/// `/doctors?q=&specialty=&language=&available=&cursor=`. What can't be asked is told on the page.
///
/// # Errors
/// When the database does not answer.
pub async fn doctors(app: &App, query: &Query) -> Answer<ServedPage> {
    let asked = Asked::read(query);
    let cursor = query.get("cursor");
    let later = !cursor.is_empty();
    let (content, status) = match find(app, &asked, cursor).await {
        Ok(found) => {
            let listed = listed(app, &asked, &found).await?;
            let content = rsx! {
                p { class: "small", role: "status", {how_many(&found, later)} }
                {not_sure()}
                {urgent(&asked.q)}
                {found_part(&asked, &found, &listed)}
            };
            (content, 200)
        }
        Err(error) if error.kind == ErrorKind::Invalid => {
            let content = rsx! {
                {not_sure()}
                {urgent(&asked.q)}
                Trouble { error }
            };
            (content, 422)
        }
        Err(error) => return Err(error),
    };
    let title = title(&asked);
    let page = rsx! {
        div { class: "stack gap-5",
            PageHeader { title: title.clone() }
            {filters(&asked)}
            {content}
        }
    };
    // So that the searches in a browser's history can be told apart.
    let title = match asked.q.as_str() {
        "" => title,
        q => format!("{q} · {title}"),
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

/// The specialties with doctors, of those that the page may lead to.
async fn listed(app: &App, asked: &Asked, found: &Doctors) -> Answer<Vec<&'static str>> {
    if asked.is_empty() {
        return service::listed_specialties(app).await;
    }
    let led_to = found.specialties.iter().map(String::as_str);
    let slugs: Vec<&'static str> = led_to
        .chain([asked.specialty.as_str(), GP])
        .filter_map(specialties::by_slug)
        .map(|entry| entry.slug)
        .collect();
    service::with_doctors(app, &slugs).await
}

/// How many doctors the page shows; `later` is a page after the first.
fn how_many(found: &Doctors, later: bool) -> String {
    match (found.items.len(), &found.next) {
        (0, _) => ts!("directory-found-none"),
        (count, _) if later => ts!("directory-found-later", count = count),
        (count, Some(_)) => ts!("directory-found-first", count = count),
        (count, None) => ts!("directory-found", count = count),
    }
}

/// The way to the guide, and what is no matter for a search.
pub(super) fn not_sure() -> Element {
    rsx! {
        p { class: "small quiet",
            {ts!("directory-not-sure")}
            " "
            a { href: GUIDE, {ts!("directory-to-guide")} }
            " "
            {ts!("directory-to-guide-why")}
        }
    }
}

fn title(asked: &Asked) -> String {
    match specialties::by_slug(&asked.specialty) {
        Some(entry) => ts!("directory-doctors-of", specialty = entry.name.said()),
        None => ts!("directory-find"),
    }
}

/// What was found.
fn found_part(asked: &Asked, found: &Doctors, listed: &[&str]) -> Element {
    if found.items.is_empty() {
        return nobody(asked, found, listed);
    }
    let led_to = led_to(found, listed);
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
            {all_specialties(listed)}
        }
    }
}

/// The specialties that the query led to and that have doctors.
fn led_to(found: &Doctors, listed: &[&str]) -> Vec<&'static Entry> {
    let slugs = found.specialties.iter();
    slugs
        .filter(|slug| listed.contains(&slug.as_str()))
        .filter_map(|slug| specialties::by_slug(slug))
        .collect()
}

/// All specialties: those with doctors as links, then the names of the others.
fn all_specialties(listed: &[&str]) -> Element {
    let all = specialties::by_name().into_iter();
    let (with, without): (Vec<_>, Vec<_>) =
        all.partition(|(entry, _)| listed.contains(&entry.slug));
    let without: Vec<String> = without.into_iter().map(|(_, name)| name).collect();
    rsx! {
        Disclosure { summary: ts!("directory-all-specialties"),
            ul { class: "chips",
                for (entry , name) in with {
                    li {
                        a { class: "chip", href: of_specialty(entry.slug), {name} }
                    }
                }
            }
            if !without.is_empty() {
                p { class: "small quiet",
                    {ts!("directory-without-doctors", specialties = without.join(Language::current().comma()))}
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
fn nobody(asked: &Asked, found: &Doctors, listed: &[&str]) -> Element {
    let near = led_to(found, listed);
    let none_of_it = if asked.specialty.is_empty() {
        near.is_empty() && !found.specialties.is_empty()
    } else {
        !listed.contains(&asked.specialty.as_str())
    };
    if none_of_it && found.next.is_none() {
        return none_listed(asked, found, listed);
    }
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
                        {wait_for(&asked.specialty)}
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
                        if listed.contains(&GP) {
                            {instead(listed)}
                        }
                        a { class: "button second", href: EVERYBODY, {ts!("directory-all-doctors")} }
                    }
                }
            }
        }
    }
}

/// The way to the waiting list of a specialty.
fn wait_for(specialty: &str) -> Element {
    rsx! {
        p { class: "small", a { href: "/waiting?specialty={specialty}", {ts!("waiting-join-link")} } }
    }
}

/// No doctor of what is asked for is listed, however it is asked: who else may help.
fn none_listed(asked: &Asked, found: &Doctors, listed: &[&str]) -> Element {
    let names: Vec<String> = match specialties::by_slug(&asked.specialty) {
        Some(entry) => vec![entry.name.said()],
        None => found
            .specialties
            .iter()
            .map(|slug| specialties::name_of(slug))
            .collect(),
    };
    rsx! {
        div { class: "card",
            Empty { icon: IconName::Search, title: ts!("directory-none-listed"),
                p { class: "quiet", {names.join(Language::current().comma())} }
                if listed.contains(&GP) {
                    p { {ts!("directory-gp-instead")} }
                }
                div { class: "row", {instead(listed)} }
                if !asked.specialty.is_empty() {
                    {wait_for(&asked.specialty)}
                }
            }
        }
    }
}
