//! Texts that are kept for somebody who may speak another language than whoever causes them: what
//! people are told, and what the system itself notes in a timeline. Each is kept in all languages, as
//! it read when it was written: in English in its own column, which programs read too, and in the
//! others beside it as JSON.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Language, scope};

/// What is said in each language.
#[derive(Clone, Debug, PartialEq)]
pub struct InEach<T>([T; 3]);

impl<T> InEach<T> {
    /// Says it in every language.
    pub fn say(say: impl Fn() -> T) -> Self {
        Self(Language::ALL.map(|language| scope(language, &say)))
    }

    /// In English.
    pub fn english(&self) -> &T {
        &self.0[Language::En as usize]
    }

    /// In all but English, by the codes of the languages.
    pub fn others(&self) -> String
    where
        T: Serialize,
    {
        let all = Language::ALL.iter().zip(&self.0);
        let others: BTreeMap<&str, &T> = all
            .filter(|(language, _)| **language != Language::En)
            .map(|(language, said)| (language.code(), said))
            .collect();
        // Strings by strings are always JSON.
        serde_json::to_string(&others).unwrap_or_default()
    }
}

/// What was kept, in this language; in English where it was not kept in that.
pub fn kept<T: DeserializeOwned>(language: Language, english: T, others: Option<&str>) -> T {
    let Some(others) = others.filter(|_| language != Language::En) else {
        return english;
    };
    serde_json::from_str::<BTreeMap<String, T>>(others)
        .ok()
        .and_then(|mut others| others.remove(language.code()))
        .unwrap_or(english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_reads_in_each_language() {
        let said = InEach::say(|| ts!("error-sign-in"));
        let others = said.others();
        let read = |language, others| kept(language, said.english().clone(), others);
        assert_eq!(read(Language::En, Some(&others)), "Sign in to do this.");
        assert_eq!(
            read(Language::Es, Some(&others)),
            "Inicie sesión para hacer esto."
        );
        for none in [None, Some("{}"), Some("[")] {
            assert_eq!(read(Language::Ar, none), "Sign in to do this.");
        }
    }
}
