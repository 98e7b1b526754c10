//! What is said of specialties beside their names, which registration and lists need too.

use crate::texts::Say;

/// A specialty in words that patients use.
#[derive(Clone, Copy)]
struct About {
    slug: &'static str,
    /// "Heart and circulation"
    about: Say,
    /// Who practises it, as on a doctor's page: "Cardiologist"
    doctor: Say,
    /// As in a sentence: "a cardiologist"
    some: Say,
    /// What people come with, between bars. Each language has its own words for them, as many
    /// as people look for.
    complaints: Say,
}

const fn row(slug: &'static str, about: Say, doctor: Say, some: Say, complaints: Say) -> About {
    About {
        slug,
        about,
        doctor,
        some,
        complaints,
    }
}

const ALL: [About; 28] = [
    row(
        "allergology",
        says!("directory-allergology-about"),
        says!("directory-allergology-doctor"),
        says!("directory-allergology-some"),
        says!("directory-allergology-symptoms"),
    ),
    row(
        "cardiology",
        says!("directory-cardiology-about"),
        says!("directory-cardiology-doctor"),
        says!("directory-cardiology-some"),
        says!("directory-cardiology-symptoms"),
    ),
    row(
        "dentistry",
        says!("directory-dentistry-about"),
        says!("directory-dentistry-doctor"),
        says!("directory-dentistry-some"),
        says!("directory-dentistry-symptoms"),
    ),
    row(
        "dermatology",
        says!("directory-dermatology-about"),
        says!("directory-dermatology-doctor"),
        says!("directory-dermatology-some"),
        says!("directory-dermatology-symptoms"),
    ),
    row(
        "endocrinology",
        says!("directory-endocrinology-about"),
        says!("directory-endocrinology-doctor"),
        says!("directory-endocrinology-some"),
        says!("directory-endocrinology-symptoms"),
    ),
    row(
        "gastroenterology",
        says!("directory-gastroenterology-about"),
        says!("directory-gastroenterology-doctor"),
        says!("directory-gastroenterology-some"),
        says!("directory-gastroenterology-symptoms"),
    ),
    row(
        "general-practice",
        says!("directory-general-practice-about"),
        says!("directory-general-practice-doctor"),
        says!("directory-general-practice-some"),
        says!("directory-general-practice-symptoms"),
    ),
    row(
        "general-surgery",
        says!("directory-general-surgery-about"),
        says!("directory-general-surgery-doctor"),
        says!("directory-general-surgery-some"),
        says!("directory-general-surgery-symptoms"),
    ),
    row(
        "geriatrics",
        says!("directory-geriatrics-about"),
        says!("directory-geriatrics-doctor"),
        says!("directory-geriatrics-some"),
        says!("directory-geriatrics-symptoms"),
    ),
    row(
        "gynaecology",
        says!("directory-gynaecology-about"),
        says!("directory-gynaecology-doctor"),
        says!("directory-gynaecology-some"),
        says!("directory-gynaecology-symptoms"),
    ),
    row(
        "haematology",
        says!("directory-haematology-about"),
        says!("directory-haematology-doctor"),
        says!("directory-haematology-some"),
        says!("directory-haematology-symptoms"),
    ),
    row(
        "infectious-diseases",
        says!("directory-infectious-diseases-about"),
        says!("directory-infectious-diseases-doctor"),
        says!("directory-infectious-diseases-some"),
        says!("directory-infectious-diseases-symptoms"),
    ),
    row(
        "internal-medicine",
        says!("directory-internal-medicine-about"),
        says!("directory-internal-medicine-doctor"),
        says!("directory-internal-medicine-some"),
        says!("directory-internal-medicine-symptoms"),
    ),
    row(
        "nephrology",
        says!("directory-nephrology-about"),
        says!("directory-nephrology-doctor"),
        says!("directory-nephrology-some"),
        says!("directory-nephrology-symptoms"),
    ),
    row(
        "neurology",
        says!("directory-neurology-about"),
        says!("directory-neurology-doctor"),
        says!("directory-neurology-some"),
        says!("directory-neurology-symptoms"),
    ),
    row(
        "nutrition",
        says!("directory-nutrition-about"),
        says!("directory-nutrition-doctor"),
        says!("directory-nutrition-some"),
        says!("directory-nutrition-symptoms"),
    ),
    row(
        "oncology",
        says!("directory-oncology-about"),
        says!("directory-oncology-doctor"),
        says!("directory-oncology-some"),
        says!("directory-oncology-symptoms"),
    ),
    row(
        "ophthalmology",
        says!("directory-ophthalmology-about"),
        says!("directory-ophthalmology-doctor"),
        says!("directory-ophthalmology-some"),
        says!("directory-ophthalmology-symptoms"),
    ),
    row(
        "orthopaedics",
        says!("directory-orthopaedics-about"),
        says!("directory-orthopaedics-doctor"),
        says!("directory-orthopaedics-some"),
        says!("directory-orthopaedics-symptoms"),
    ),
    row(
        "otolaryngology",
        says!("directory-otolaryngology-about"),
        says!("directory-otolaryngology-doctor"),
        says!("directory-otolaryngology-some"),
        says!("directory-otolaryngology-symptoms"),
    ),
    row(
        "paediatrics",
        says!("directory-paediatrics-about"),
        says!("directory-paediatrics-doctor"),
        says!("directory-paediatrics-some"),
        says!("directory-paediatrics-symptoms"),
    ),
    row(
        "physical-medicine",
        says!("directory-physical-medicine-about"),
        says!("directory-physical-medicine-doctor"),
        says!("directory-physical-medicine-some"),
        says!("directory-physical-medicine-symptoms"),
    ),
    row(
        "psychiatry",
        says!("directory-psychiatry-about"),
        says!("directory-psychiatry-doctor"),
        says!("directory-psychiatry-some"),
        says!("directory-psychiatry-symptoms"),
    ),
    row(
        "pulmonology",
        says!("directory-pulmonology-about"),
        says!("directory-pulmonology-doctor"),
        says!("directory-pulmonology-some"),
        says!("directory-pulmonology-symptoms"),
    ),
    row(
        "rheumatology",
        says!("directory-rheumatology-about"),
        says!("directory-rheumatology-doctor"),
        says!("directory-rheumatology-some"),
        says!("directory-rheumatology-symptoms"),
    ),
    row(
        "sleep-medicine",
        says!("directory-sleep-medicine-about"),
        says!("directory-sleep-medicine-doctor"),
        says!("directory-sleep-medicine-some"),
        says!("directory-sleep-medicine-symptoms"),
    ),
    row(
        "urology",
        says!("directory-urology-about"),
        says!("directory-urology-doctor"),
        says!("directory-urology-some"),
        says!("directory-urology-symptoms"),
    ),
    row(
        "vascular-medicine",
        says!("directory-vascular-medicine-about"),
        says!("directory-vascular-medicine-doctor"),
        says!("directory-vascular-medicine-some"),
        says!("directory-vascular-medicine-symptoms"),
    ),
];

fn said(slug: &str, text: impl Fn(&About) -> Say) -> String {
    let known = ALL.iter().find(|about| about.slug == slug);
    known.map_or_else(String::new, |about| text(about).said())
}

/// What the specialty of a slug is about: "Heart and circulation".
pub fn about(slug: &str) -> String {
    said(slug, |it| it.about)
}

/// Who practises the specialty of a slug: "Cardiologist".
pub fn doctor_of(slug: &str) -> String {
    match said(slug, |it| it.doctor) {
        unknown if unknown.is_empty() => ts!("directory-doctor"),
        doctor => doctor,
    }
}

/// The same in a sentence: "a cardiologist", "an ear, nose and throat doctor".
pub fn some_doctor(slug: &str) -> String {
    said(slug, |it| it.some)
}

/// What people come with to a specialty.
pub fn complaints(slug: &str) -> Vec<String> {
    let all = said(slug, |it| it.complaints);
    all.split(" | ").map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::specialties;
    use crate::texts::{Language, scope};

    #[test]
    fn every_specialty_is_told_of_in_every_language() {
        let listed = specialties::ALL.each_ref().map(|entry| entry.slug);
        assert_eq!(ALL.map(|about| about.slug), listed);
        for (language, slug) in Language::ALL
            .into_iter()
            .flat_map(|language| listed.map(|slug| (language, slug)))
        {
            scope(language, || {
                let complaints = complaints(slug);
                assert!(
                    (6..=12).contains(&complaints.len()),
                    "{language:?} {slug}: {complaints:?}"
                );
                let texts = [about(slug), doctor_of(slug), some_doctor(slug)];
                for text in texts.iter().chain(&complaints) {
                    assert!(
                        text.trim() == text && text.chars().count() > 1 && !text.ends_with('.'),
                        "{language:?} {slug}: {text}"
                    );
                }
            });
        }
    }

    #[test]
    fn unknown_slugs_read_as_any_doctor() {
        assert_eq!(doctor_of("dermatology"), "Dermatologist");
        assert_eq!(
            some_doctor("otolaryngology"),
            "an ear, nose and throat doctor"
        );
        assert_eq!(doctor_of("magic"), "Doctor");
    }
}
