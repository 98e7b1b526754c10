//! The specialties: what they are called, what they are about, who practises them.
//!
//! One list for registration, search and pages, so it is compiled into both sides. What
//! leads to a specialty (`guide`) is on the server alone.

/// A specialty in words that patients use.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// How it is stored and linked: `cardiology`.
    pub slug: &'static str,
    /// "Cardiology"
    pub name: &'static str,
    /// "Heart and circulation"
    pub about: &'static str,
    /// Who practises it: "Cardiologist"
    pub doctor: &'static str,
}

const fn entry(
    slug: &'static str,
    name: &'static str,
    about: &'static str,
    doctor: &'static str,
) -> Entry {
    Entry {
        slug,
        name,
        about,
        doctor,
    }
}

/// All of them, by name.
pub static ALL: [Entry; 28] = [
    entry("allergology", "Allergology", "Allergies", "Allergist"),
    entry(
        "cardiology",
        "Cardiology",
        "Heart and circulation",
        "Cardiologist",
    ),
    entry("dentistry", "Dentistry", "Teeth and gums", "Dentist"),
    entry(
        "dermatology",
        "Dermatology",
        "Skin, hair, nails",
        "Dermatologist",
    ),
    entry(
        "endocrinology",
        "Endocrinology",
        "Hormones and diabetes",
        "Endocrinologist",
    ),
    entry(
        "gastroenterology",
        "Gastroenterology",
        "Stomach and bowel",
        "Gastroenterologist",
    ),
    entry(
        "general-practice",
        "General practice",
        "Anything, or not sure",
        "General practitioner",
    ),
    entry(
        "general-surgery",
        "General surgery",
        "Hernias, lumps, gallbladder",
        "General surgeon",
    ),
    entry(
        "geriatrics",
        "Geriatrics",
        "Health in older age",
        "Geriatrician",
    ),
    entry(
        "gynaecology",
        "Gynaecology",
        "Women’s health",
        "Gynaecologist",
    ),
    entry("haematology", "Haematology", "Blood", "Haematologist"),
    entry(
        "infectious-diseases",
        "Infectious diseases",
        "Infections and travel",
        "Infectious disease specialist",
    ),
    entry(
        "internal-medicine",
        "Internal medicine",
        "Several illnesses at once",
        "Internist",
    ),
    entry("nephrology", "Nephrology", "Kidneys", "Nephrologist"),
    entry("neurology", "Neurology", "Brain and nerves", "Neurologist"),
    entry(
        "nutrition",
        "Nutrition",
        "Food and weight",
        "Nutrition physician",
    ),
    entry("oncology", "Oncology", "Cancer", "Oncologist"),
    entry("ophthalmology", "Ophthalmology", "Eyes", "Ophthalmologist"),
    entry(
        "orthopaedics",
        "Orthopaedics",
        "Bones and joints",
        "Orthopaedic surgeon",
    ),
    entry(
        "otolaryngology",
        "Otolaryngology",
        "Ear, nose, throat",
        "Ear, nose and throat doctor",
    ),
    entry("paediatrics", "Paediatrics", "Children", "Paediatrician"),
    entry(
        "physical-medicine",
        "Physical medicine",
        "Movement after illness or injury",
        "Rehabilitation physician",
    ),
    entry("psychiatry", "Psychiatry", "Mind and mood", "Psychiatrist"),
    entry(
        "pulmonology",
        "Pulmonology",
        "Lungs and breathing",
        "Pulmonologist",
    ),
    entry(
        "rheumatology",
        "Rheumatology",
        "Inflamed joints and muscles",
        "Rheumatologist",
    ),
    entry(
        "sleep-medicine",
        "Sleep medicine",
        "Sleep",
        "Sleep physician",
    ),
    entry(
        "urology",
        "Urology",
        "Bladder, prostate, men’s health",
        "Urologist",
    ),
    entry(
        "vascular-medicine",
        "Vascular medicine",
        "Veins and arteries",
        "Vascular specialist",
    ),
];

/// The specialty of a slug.
pub fn by_slug(slug: &str) -> Option<&'static Entry> {
    ALL.iter().find(|entry| entry.slug == slug)
}

/// The name of a slug; the slug itself where the list no longer has it.
pub fn name_of(slug: &str) -> &str {
    by_slug(slug).map_or(slug, |entry| entry.name)
}

/// Who practises the specialty of a slug: "Cardiologist".
pub fn doctor_of(slug: &str) -> &str {
    by_slug(slug).map_or("Doctor", |entry| entry.doctor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_complete() {
        assert!(ALL.windows(2).all(|two| two[0].name < two[1].name));
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
            for text in [entry.name, entry.about, entry.doctor] {
                assert!(!text.is_empty() && !text.ends_with('.'), "{}", entry.slug);
            }
        }
    }

    #[test]
    fn unknown_slugs_read_as_they_are() {
        assert_eq!(name_of("cardiology"), "Cardiology");
        assert_eq!(name_of("magic"), "magic");
        assert_eq!(doctor_of("dermatology"), "Dermatologist");
    }
}
