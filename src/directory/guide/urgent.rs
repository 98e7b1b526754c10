//! Words of a search that no appointment should wait for, and whom to call instead.

use super::data::Help;
use crate::directory::rules::comparable;
use crate::texts::{self, Language, Say};

/// What people type, between bars. A phrase is found when all its words are typed, in any order; a
/// word with a star is the beginning of others.
const PHRASES: [(Help, Say); 2] = [
    (Help::Crisis, says!("directory-urgent-crisis")),
    (Help::Emergency, says!("directory-urgent-emergency")),
];

/// Whom to call at once, where a query in the reader's language or in English says what can't wait.
pub fn help(query: &str) -> Option<Help> {
    let typed = comparable(query);
    let typed: Vec<&str> = typed.split(' ').collect();
    let told = |phrases: Say| {
        let languages = [Language::current(), Language::En];
        languages
            .into_iter()
            .any(|language| says(&texts::scope(language, || phrases.said()), &typed))
    };
    let mut all = PHRASES.into_iter();
    all.find(|(_, phrases)| told(*phrases))
        .map(|(help, _)| help)
}

/// Whether one of these phrases is typed.
fn says(phrases: &str, typed: &[&str]) -> bool {
    phrases.split(" | ").any(|phrase| {
        phrase.split(' ').all(|word| match word.strip_suffix('*') {
            Some(beginning) => {
                let beginning = comparable(beginning);
                typed.iter().any(|typed| typed.starts_with(&beginning))
            }
            None => typed.contains(&comparable(word).as_str()),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_wait_is_heard_in_each_language_and_in_english() {
        let emergency = Some(Help::Emergency);
        let crisis = Some(Help::Crisis);
        for (language, query, found) in [
            (Language::En, "chest pain", emergency),
            (Language::En, "I have a pain in my chest", emergency),
            (Language::En, "Can’t breathe!", emergency),
            (Language::En, "can't breathe", emergency),
            (Language::En, "I cannot breathe", emergency),
            (Language::En, "stroke", emergency),
            (Language::En, "heart attack", emergency),
            (Language::En, "suicide", crisis),
            (Language::En, "suicidal thoughts", crisis),
            (Language::En, "I want to die", crisis),
            (Language::En, "I want a diet", None),
            (Language::En, "headache", None),
            (Language::En, "knee pain", None),
            (Language::En, "chest", None),
            (Language::En, "", None),
            (Language::Es, "dolor en el pecho", emergency),
            (Language::Es, "Me duele el pecho", emergency),
            (Language::Es, "no puedo respirar", emergency),
            (Language::Es, "ictus", emergency),
            (Language::Es, "suicidio", crisis),
            (Language::Es, "chest pain", emergency),
            (Language::Es, "dolor de rodilla", None),
            (Language::Ar, "ألم في الصدر", emergency),
            (Language::Ar, "لا أستطيع التنفس", emergency),
            (Language::Ar, "سكتة دماغية", emergency),
            (Language::Ar, "الانتحار", crisis),
            (Language::Ar, "suicide", crisis),
            (Language::Ar, "صداع", None),
        ] {
            let heard = texts::scope(language, || help(query));
            assert_eq!(heard, found, "{language:?} {query}");
        }
    }
}
