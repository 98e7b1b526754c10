//! What leads to which specialty, in the words of patients.
//!
//! A signpost, not a diagnosis: it names what people come with, never what it means. The
//! same complaint may lead to several. What can't wait belongs to the emergency number,
//! which every page of the search names.
//!
//! Beside the words for the search stands the guided path: [`topics`] are its questions as
//! data, [`walk::next`] leads from what was answered to the next one, to a red flag, or to a
//! specialty.

pub mod answers;
pub mod data;
mod everyday;
pub mod outcome;
mod shared;
pub mod told;
pub mod topics;
pub mod urgent;
pub mod walk;
pub mod words;

#[cfg(test)]
mod text_tests;
#[cfg(test)]
mod walk_tests;

use std::sync::LazyLock;

use crate::directory::about::{about, complaints, doctor_of, some_doctor};
use crate::directory::rules::{comparable, fit, telling_words};
use crate::directory::specialties::{self, Entry};
use crate::texts::{self, Language};

/// A specialty in the words of a language, as queries are compared with them.
struct Words {
    entry: &'static Entry,
    /// Its name, what it is about, who practises it.
    named: Vec<String>,
    complaints: Vec<String>,
}

/// In the languages' order.
static WORDS: LazyLock<[Vec<Words>; 3]> =
    LazyLock::new(|| Language::ALL.map(|language| texts::scope(language, words_of_all)));

fn words_of_all() -> Vec<Words> {
    let words = |entry: &'static Entry| {
        let of_it = [about, doctor_of, some_doctor].map(|said| said(entry.slug));
        let named = [entry.name.said()].into_iter().chain(of_it);
        Words {
            entry,
            named: named.map(|text| comparable(&text)).collect(),
            complaints: complaints(entry.slug)
                .iter()
                .chain(&everyday::words(entry.slug))
                .map(|text| comparable(text))
                .collect(),
        }
    };
    specialties::ALL.iter().map(words).collect()
}

/// The words of this language, and the English ones, which people know from elsewhere.
fn words() -> Vec<&'static Words> {
    let current = Language::current();
    let english = Some(Language::En).filter(|english| *english != current);
    [Some(current), english]
        .into_iter()
        .flatten()
        .flat_map(|language| &WORDS[language as usize])
        .collect()
}

/// The specialties that a query leads to, the best first. A query leads to a specialty when
/// all its telling words are in its name, in what it is about, in who practises it, or in
/// one thing that people come with.
pub fn leads_to(query: &str) -> Vec<&'static Entry> {
    let typed = telling_words(query);
    let mut found: Vec<(usize, &'static Entry)> = words()
        .into_iter()
        .filter_map(|words| {
            let fits = |text: &&String| fit(&typed, text) == 100;
            let named = words.named.iter().any(|text| fits(&text));
            // The shortest phrase that holds the query fits it most closely.
            let complaints = words.complaints.iter().filter(fits);
            let closest = complaints.map(String::len).min();
            let distance = if named { Some(0) } else { closest };
            distance.map(|distance| (distance, words.entry))
        })
        .collect();
    found.sort_by_key(|(distance, _)| *distance);
    let mut entries: Vec<&'static Entry> = Vec::new();
    for (_, entry) in found {
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    entries
}

/// Specialties that have something to do with a query that leads nowhere as a whole, the
/// best first. A word that few specialties know says more than one that many know.
pub fn related_to(query: &str) -> Vec<&'static Entry> {
    let mut scores = [0_u32; specialties::ALL.len()];
    let said = words();
    for word in telling_words(query) {
        let knowing: Vec<usize> = (0..specialties::ALL.len())
            .filter(|n| {
                let mut of_it = said.iter().skip(*n).step_by(specialties::ALL.len());
                of_it.any(|words| knows(words, &word))
            })
            .collect();
        for n in &knowing {
            scores[*n] += 100 / u32::try_from(knowing.len()).unwrap_or(100);
        }
    }
    let best = scores.iter().copied().max().unwrap_or_default();
    let mut found: Vec<usize> = (0..scores.len())
        .filter(|n| best > 0 && scores[*n] * 2 > best)
        .collect();
    found.sort_by_key(|n| std::cmp::Reverse(scores[*n]));
    found.truncate(3);
    found.into_iter().map(|n| &specialties::ALL[n]).collect()
}

/// Whether a word is in anything that is said of a specialty.
fn knows(words: &Words, word: &str) -> bool {
    let word = [word.to_owned()];
    let mut texts = words.named.iter().chain(&words.complaints);
    texts.any(|text| fit(&word, text) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slugs(entries: Vec<&'static Entry>) -> Vec<&'static str> {
        entries.into_iter().map(|entry| entry.slug).collect()
    }

    #[test]
    fn what_people_write_leads_somewhere() {
        for (query, first) in [
            ("palpitations", "cardiology"),
            ("palpitations at night", ""),
            ("heart", "cardiology"),
            ("cardiologist", "cardiology"),
            ("Cardiology", "cardiology"),
            ("skin", "dermatology"),
            ("my child has a fever", "paediatrics"),
            ("child fever", "paediatrics"),
            ("I have a toothache", "dentistry"),
            ("migraines", "neurology"),
            ("knee pain", "orthopaedics"),
            ("eyes", "ophthalmology"),
            ("depression", "psychiatry"),
            ("prostate", "urology"),
            ("blood", "haematology"),
            ("asthma", "pulmonology"),
            ("zzz", ""),
            ("", ""),
        ] {
            assert_eq!(
                slugs(leads_to(query)).first().copied().unwrap_or_default(),
                first,
                "{query}"
            );
        }
        assert!(slugs(leads_to("back pain")).contains(&"orthopaedics"));
    }

    #[test]
    fn every_language_finds_in_its_own_words_and_in_english() {
        for (language, query, first) in [
            (Language::Es, "Cardiología", "cardiology"),
            (Language::Es, "cardiologia", "cardiology"),
            (Language::Es, "cardióloga", "cardiology"),
            (Language::Es, "médico de familia", "general-practice"),
            (Language::Es, "me duele la cabeza", "general-practice"),
            (Language::Es, "migrañas", "neurology"),
            (Language::Es, "mi niña tiene fiebre", "paediatrics"),
            (Language::Es, "dolor de rodilla", "orthopaedics"),
            (Language::Es, "piel", "dermatology"),
            (Language::Es, "dolor en el pecho", ""),
            (Language::Es, "opresión en el pecho", "cardiology"),
            (Language::Es, "alergias", "allergology"),
            (Language::Es, "palpitations", "cardiology"),
            (Language::Es, "toothache", "dentistry"),
            (Language::Es, "zzz", ""),
            (Language::Ar, "خفقان", "cardiology"),
            (Language::Ar, "الخفقان", "cardiology"),
            (Language::Ar, "القلب", "cardiology"),
            (Language::Ar, "طبيب أسنان", "dentistry"),
            (Language::Ar, "ألم الأسنان", "dentistry"),
            (Language::Ar, "الم في الاسنان", "dentistry"),
            (Language::Ar, "ألم في الركبة", "orthopaedics"),
            (Language::Ar, "حُمّى", "general-practice"),
            (Language::Ar, "عندي صداع", "general-practice"),
            (Language::Ar, "للأطفال", "paediatrics"),
            (Language::Ar, "cardiologist", "cardiology"),
            (Language::Ar, "ززز", ""),
            // Whoever reads English is not led by the words of other languages.
            (Language::En, "rodilla", ""),
        ] {
            let found = texts::scope(language, || slugs(leads_to(query)));
            let best = found.first().copied().unwrap_or_default();
            assert_eq!(best, first, "{language:?} {query}: {found:?}");
        }
        let related = |language, query| texts::scope(language, || slugs(related_to(query)));
        assert_eq!(related(Language::Es, "palpitaciones raras"), ["cardiology"]);
        assert_eq!(related(Language::Ar, "خفقان غريب"), ["cardiology"]);
    }

    #[test]
    fn a_part_of_a_query_still_suggests() {
        assert_eq!(slugs(related_to("palpitations at night")), ["cardiology"]);
        assert_eq!(slugs(related_to("my knee hurts badly")), ["orthopaedics"]);
        assert_eq!(related_to("zzz").len(), 0);
        assert!(related_to("pain everywhere").len() <= 3);
    }
}
