//! The form of the search: a plain GET form, which the client sends without a reload.

use dioxus::html::FormValue;
use dioxus::prelude::*;

use super::lean;
use crate::app::Route;
use crate::directory::specialties;

/// What is searched for, as it stands in the address.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Query {
    pub q: String,
    pub specialty: String,
    pub language: String,
    pub available: String,
}

impl Query {
    /// Nothing is asked for.
    pub fn is_empty(&self) -> bool {
        [&self.q, &self.specialty, &self.language, &self.available]
            .into_iter()
            .all(String::is_empty)
    }

    /// The address of its page; `cursor` names a later part of the list.
    pub fn page(&self, cursor: String) -> String {
        let Self {
            q,
            specialty,
            language,
            available,
        } = self.clone();
        lean(&Route::DoctorsPage {
            q,
            specialty,
            language,
            available,
            cursor,
        })
    }

    fn of(form: &FormEvent) -> Self {
        let mut query = Self::default();
        for (name, value) in form.values() {
            let FormValue::Text(text) = value else {
                continue;
            };
            // The router reads a query as a whole before it takes it apart, so that these would
            // end a value; to the search they mean nothing.
            let text = text.replace(['&', '#', '%', '+'], " ").trim().to_owned();
            match name.as_str() {
                "q" => query.q = text,
                "specialty" => query.specialty = text,
                "language" => query.language = text,
                "available" => query.available = text,
                _ => {}
            }
        }
        query
    }
}

/// Languages to choose from, by their English names; the search takes any.
const LANGUAGES: [&str; 24] = [
    "Arabic",
    "Bengali",
    "Chinese",
    "Czech",
    "Dutch",
    "English",
    "French",
    "German",
    "Greek",
    "Hindi",
    "Hungarian",
    "Italian",
    "Japanese",
    "Korean",
    "Persian",
    "Polish",
    "Portuguese",
    "Romanian",
    "Russian",
    "Spanish",
    "Swedish",
    "Turkish",
    "Ukrainian",
    "Urdu",
];

/// When a doctor should be free, as asked and as read.
pub(super) const WHEN: [(&str, &str); 3] = [
    ("", "Any day"),
    ("today", "Today"),
    ("this-week", "This week"),
];

/// The form above the list. Give it a new key where the query changes, so that it shows it.
#[component]
pub(super) fn Filters(query: Query) -> Element {
    let specialties = specialties::ALL
        .iter()
        .map(|entry| (entry.slug, entry.name));
    let mut languages: Vec<(String, String)> = LANGUAGES
        .iter()
        .map(|name| (name.to_ascii_lowercase(), (*name).to_owned()))
        .collect();
    let spoken = query.language.to_ascii_lowercase();
    if !spoken.is_empty() && !languages.iter().any(|(value, _)| *value == spoken) {
        languages.push((spoken.clone(), query.language.clone()));
    }
    rsx! {
        SearchForm { class: "card filters",
            div { class: "field",
                label { r#for: "q", "What is it about?" }
                input { class: "input", id: "q", name: "q", r#type: "search", maxlength: "100", autocomplete: "off", placeholder: "Symptom, specialty or name", "value": query.q.clone() }
            }
            Pick { name: "specialty", label: "Specialty",
                options: [("".to_owned(), "Any".to_owned())].into_iter().chain(specialties.map(owned)).collect::<Vec<_>>(),
                chosen: query.specialty.clone(),
            }
            Pick { name: "language", label: "Language",
                options: [("".to_owned(), "Any".to_owned())].into_iter().chain(languages).collect::<Vec<_>>(),
                chosen: spoken,
            }
            Pick { name: "available", label: "When", options: WHEN.map(owned).to_vec(), chosen: query.available.clone() }
            button { class: "button", r#type: "submit", "Search" }
        }
    }
}

fn owned((value, label): (&str, &str)) -> (String, String) {
    (value.to_owned(), label.to_owned())
}

/// A GET form to the search.
#[component]
pub(super) fn SearchForm(class: &'static str, children: Element) -> Element {
    let navigator = use_navigator();
    rsx! {
        form {
            class,
            method: "get",
            action: "/doctors",
            role: "search",
            onsubmit: move |event: FormEvent| {
                event.prevent_default();
                navigator.push(Query::of(&event).page(String::new()));
            },
            {children}
        }
    }
}

/// A list to choose from.
#[component]
pub(super) fn Pick(
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: String,
) -> Element {
    rsx! {
        div { class: "field",
            label { r#for: name, "{label}" }
            select { class: "input", id: name, name,
                for (value , label) in options {
                    option { key: "{value}", "selected": value == chosen, "value": value.clone(), "{label}" }
                }
            }
        }
    }
}
