//! The specialties and what they are called.
//!
//! One list for registration, search and pages, so it is compiled into both sides. What else is
//! said of them (`about`) and what leads to them (`guide`) is on the server alone.

use crate::texts::Say;

/// A specialty.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// How it is stored and linked: `cardiology`.
    pub slug: &'static str,
    /// "Cardiology"
    pub name: Say,
}

const fn entry(slug: &'static str, name: Say) -> Entry {
    Entry { slug, name }
}

/// All of them, by name.
pub static ALL: [Entry; 28] = [
    entry("allergology", say!("directory-allergology")),
    entry("cardiology", say!("directory-cardiology")),
    entry("dentistry", say!("directory-dentistry")),
    entry("dermatology", say!("directory-dermatology")),
    entry("endocrinology", say!("directory-endocrinology")),
    entry("gastroenterology", say!("directory-gastroenterology")),
    entry("general-practice", say!("directory-general-practice")),
    entry("general-surgery", say!("directory-general-surgery")),
    entry("geriatrics", say!("directory-geriatrics")),
    entry("gynaecology", say!("directory-gynaecology")),
    entry("haematology", say!("directory-haematology")),
    entry("infectious-diseases", say!("directory-infectious-diseases")),
    entry("internal-medicine", say!("directory-internal-medicine")),
    entry("nephrology", say!("directory-nephrology")),
    entry("neurology", say!("directory-neurology")),
    entry("nutrition", say!("directory-nutrition")),
    entry("oncology", say!("directory-oncology")),
    entry("ophthalmology", say!("directory-ophthalmology")),
    entry("orthopaedics", say!("directory-orthopaedics")),
    entry("otolaryngology", say!("directory-otolaryngology")),
    entry("paediatrics", say!("directory-paediatrics")),
    entry("physical-medicine", say!("directory-physical-medicine")),
    entry("psychiatry", say!("directory-psychiatry")),
    entry("pulmonology", say!("directory-pulmonology")),
    entry("rheumatology", say!("directory-rheumatology")),
    entry("sleep-medicine", say!("directory-sleep-medicine")),
    entry("urology", say!("directory-urology")),
    entry("vascular-medicine", say!("directory-vascular-medicine")),
];

/// The specialty of a slug.
pub fn by_slug(slug: &str) -> Option<&'static Entry> {
    ALL.iter().find(|entry| entry.slug == slug)
}

/// All of them with their names, by these: their order is another in each language.
pub fn by_name() -> Vec<(&'static Entry, String)> {
    let mut all: Vec<_> = ALL.iter().map(|entry| (entry, entry.name.said())).collect();
    all.sort_by(|(_, one), (_, two)| one.cmp(two));
    all
}

/// The name of a slug; the slug itself where the list no longer has it.
pub fn name_of(slug: &str) -> String {
    by_slug(slug).map_or_else(|| slug.to_owned(), |entry| entry.name.said())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_complete() {
        let english = ALL.each_ref().map(|entry| entry.name.said());
        assert!(english.windows(2).all(|two| two[0] < two[1]));
        for entry in &ALL {
            assert!(by_slug(entry.slug) == Some(entry), "{}", entry.slug);
            assert!(
                entry
                    .slug
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{}",
                entry.slug
            );
        }
    }

    #[test]
    fn unknown_slugs_read_as_they_are() {
        assert_eq!(name_of("cardiology"), "Cardiology");
        assert_eq!(name_of("magic"), "magic");
    }
}
