//! The languages that doctors speak, as they are kept (by their English names) and as they read.

use crate::directory::rules::normalise;
use crate::texts::{Language, Say};

/// Languages to choose from, by their English names; others are kept as somebody wrote them.
const KNOWN: [(&str, Say); 24] = [
    ("Arabic", says!("directory-language-arabic")),
    ("Bengali", says!("directory-language-bengali")),
    ("Chinese", says!("directory-language-chinese")),
    ("Czech", says!("directory-language-czech")),
    ("Dutch", says!("directory-language-dutch")),
    ("English", says!("directory-language-english")),
    ("French", says!("directory-language-french")),
    ("German", says!("directory-language-german")),
    ("Greek", says!("directory-language-greek")),
    ("Hindi", says!("directory-language-hindi")),
    ("Hungarian", says!("directory-language-hungarian")),
    ("Italian", says!("directory-language-italian")),
    ("Japanese", says!("directory-language-japanese")),
    ("Korean", says!("directory-language-korean")),
    ("Persian", says!("directory-language-persian")),
    ("Polish", says!("directory-language-polish")),
    ("Portuguese", says!("directory-language-portuguese")),
    ("Romanian", says!("directory-language-romanian")),
    ("Russian", says!("directory-language-russian")),
    ("Spanish", says!("directory-language-spanish")),
    ("Swedish", says!("directory-language-swedish")),
    ("Turkish", says!("directory-language-turkish")),
    ("Ukrainian", says!("directory-language-ukrainian")),
    ("Urdu", says!("directory-language-urdu")),
];

/// Those to choose from: the English name, and how it reads.
pub fn known() -> Vec<(&'static str, String)> {
    let mut known = KNOWN.map(|(name, text)| (name, text.said())).to_vec();
    known.sort_by_key(|(_, name)| normalise(name));
    known
}

/// Languages one after another, as they read.
pub fn list(names: &[String]) -> String {
    let said: Vec<String> = names.iter().map(|name| named(name)).collect();
    said.join(Language::current().comma())
}

fn named(name: &str) -> String {
    let known = KNOWN
        .iter()
        .find(|(known, _)| name.eq_ignore_ascii_case(known));
    known.map_or_else(|| name.to_owned(), |(_, text)| text.said())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::scope;

    #[test]
    fn languages_read_in_the_language_of_the_reader() {
        let names = ["Spanish", "english", "Quechua"].map(str::to_owned);
        assert_eq!(list(&names), "Spanish, English, Quechua");
        let said = scope(Language::Es, || list(&names));
        assert_eq!(said, "español, inglés, Quechua");
        let said = scope(Language::Ar, || list(&names));
        assert_eq!(said, "الإسبانية، الإنجليزية، Quechua");
        for language in Language::ALL {
            let known = scope(language, known);
            assert_eq!(known.len(), KNOWN.len());
        }
    }
}
