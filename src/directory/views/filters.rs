//! The form of the search: a plain GET form.

use dioxus::prelude::*;

use super::EVERYBODY;
use crate::ask::encoded;
use crate::directory::{languages, specialties};
use crate::served::Query;

/// What is searched for, as it stands in the address.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Asked {
    pub q: String,
    pub specialty: String,
    pub language: String,
    pub available: String,
}

impl Asked {
    pub fn read(query: &Query) -> Self {
        Self {
            q: query.get("q"),
            specialty: query.get("specialty"),
            language: query.get("language"),
            available: query.get("available"),
        }
    }

    /// Nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The address of its page, without the questions that are empty; `cursor` names a later part of
    /// the list.
    pub fn page(&self, cursor: &str) -> String {
        let asked = [
            ("q", self.q.as_str()),
            ("specialty", &self.specialty),
            ("language", &self.language),
            ("available", &self.available),
            ("cursor", cursor),
        ];
        let asked: Vec<String> = asked
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        if asked.is_empty() {
            EVERYBODY.to_owned()
        } else {
            format!("{EVERYBODY}?{}", asked.join("&"))
        }
    }
}

/// When a doctor should be free, as asked and as read.
pub(super) fn when() -> Vec<(String, String)> {
    [
        ("", ts!("directory-any-day")),
        ("today", ts!("directory-when-today")),
        ("this-week", ts!("directory-this-week")),
    ]
    .map(|(value, label)| (value.to_owned(), label))
    .to_vec()
}

/// The form above the list.
pub(super) fn filters(asked: &Asked) -> Element {
    let specialties = specialties::by_name();
    let specialties = specialties
        .into_iter()
        .map(|(entry, name)| (entry.slug.to_owned(), name));
    let mut languages: Vec<(String, String)> = languages::known()
        .into_iter()
        .map(|(name, label)| (name.to_ascii_lowercase(), label))
        .collect();
    let spoken = asked.language.to_ascii_lowercase();
    if !spoken.is_empty() && !languages.iter().any(|(value, _)| *value == spoken) {
        languages.push((spoken.clone(), asked.language.clone()));
    }
    let any = || [(String::new(), ts!("directory-any"))].into_iter();
    let specialties = any().chain(specialties).collect();
    let languages = any().chain(languages).collect();
    rsx! {
        form { class: "card filters", method: "get", action: EVERYBODY, role: "search",
            {search(&asked.q)}
            {pick("specialty", ts!("directory-specialty"), specialties, &asked.specialty)}
            {pick("language", ts!("directory-language"), languages, &spoken)}
            {pick("available", ts!("directory-when"), when(), &asked.available)}
            button { class: "button", r#type: "submit", {ts!("directory-search")} }
        }
    }
}

/// The field that takes anything.
pub(super) fn search(q: &str) -> Element {
    rsx! {
        div { class: "field",
            label { r#for: "q", {ts!("directory-q")} }
            input { class: "input", id: "q", name: "q", r#type: "search", maxlength: "100", autocomplete: "off", placeholder: ts!("directory-q-example"), "value": q }
        }
    }
}

/// A list to choose from.
pub(super) fn pick(
    name: &'static str,
    label: String,
    options: Vec<(String, String)>,
    chosen: &str,
) -> Element {
    rsx! {
        div { class: "field",
            label { r#for: name, "{label}" }
            select { class: "input", id: name, name,
                for (value , label) in options {
                    option { "selected": value == chosen, "value": "{value}", "{label}" }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::views::of_specialty;

    #[test]
    fn addresses_hold_only_what_is_asked() {
        let asked = |q: &str, specialty: &str| Asked {
            q: q.to_owned(),
            specialty: specialty.to_owned(),
            ..Asked::default()
        };
        assert_eq!(asked("", "").page(""), EVERYBODY);
        assert_eq!(asked("", "cardiology").page(""), of_specialty("cardiology"));
        assert_eq!(
            asked("a&b ñ", "").page("c"),
            "/doctors?q=a%26b%20%C3%B1&cursor=c"
        );
    }
}
