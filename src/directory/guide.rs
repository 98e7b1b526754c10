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
pub mod outcome;
mod shared;
pub mod told;
pub mod topics;
pub mod walk;
pub mod words;

#[cfg(test)]
mod text_tests;
#[cfg(test)]
mod walk_tests;

use crate::directory::rules::{fit, normalise, telling_words};
use crate::directory::specialties::{self, Entry};

/// Slug, then what people come with.
const COMPLAINTS: [(&str, &[&str]); 28] = [
    (
        "allergology",
        &[
            "Hay fever",
            "Sneezing and itchy eyes in spring",
            "Food that I can't tolerate",
            "Hives or nettle rash",
            "Reaction to an insect sting",
            "Reaction to a medicine",
            "Asthma with animals or dust",
            "Allergy test",
        ],
    ),
    (
        "cardiology",
        &[
            "Palpitations",
            "Racing or irregular heartbeat",
            "Chest tightness on effort",
            "High blood pressure",
            "Swollen legs",
            "Short of breath on stairs",
            "Fainting",
            "Heart murmur",
            "Heart check in the family",
        ],
    ),
    (
        "dentistry",
        &[
            "Toothache",
            "Bleeding gums",
            "Broken tooth",
            "Lost filling",
            "Sensitive teeth",
            "Wisdom tooth",
            "Bad breath",
            "Grinding teeth at night",
            "Dental check",
        ],
    ),
    (
        "dermatology",
        &[
            "Rash",
            "Itchy skin",
            "Acne or spots",
            "A mole that changes",
            "Eczema",
            "Psoriasis",
            "Hair loss",
            "Warts",
            "Nail fungus",
            "Dry or flaky skin",
            "Skin check",
        ],
    ),
    (
        "endocrinology",
        &[
            "Diabetes",
            "High blood sugar",
            "Thyroid trouble",
            "Lump in the neck at the thyroid",
            "Always thirsty",
            "Weight change without a reason",
            "Hot flushes and sweating",
            "Weak bones",
            "Unusual hair growth",
        ],
    ),
    (
        "gastroenterology",
        &[
            "Stomach ache",
            "Heartburn or acid reflux",
            "Bloating",
            "Diarrhoea",
            "Constipation",
            "Blood in the stool",
            "Nausea",
            "Trouble swallowing",
            "Liver values",
            "Colonoscopy",
        ],
    ),
    (
        "general-practice",
        &[
            "Fever",
            "Cold, cough or flu",
            "Sore throat",
            "Tiredness",
            "Headache",
            "Back pain",
            "Check-up",
            "Vaccination",
            "Prescription",
            "Sick note",
            "Not sure who to see",
        ],
    ),
    (
        "general-surgery",
        &[
            "Hernia",
            "Lump under the skin",
            "Gallstones",
            "Appendix trouble before",
            "Haemorrhoids or piles",
            "Ingrown toenail",
            "Wound that does not heal",
            "Abscess",
        ],
    ),
    (
        "geriatrics",
        &[
            "Falls in older age",
            "Many medicines at once",
            "Memory in older age",
            "Frailty",
            "Losing weight in older age",
            "Unsteady walking",
            "Planning care for a parent",
        ],
    ),
    (
        "gynaecology",
        &[
            "Painful periods",
            "Heavy or irregular periods",
            "Pregnancy",
            "Contraception",
            "Menopause",
            "Vaginal discharge",
            "Pelvic pain",
            "Lump in the breast",
            "Trouble getting pregnant",
            "Smear test",
        ],
    ),
    (
        "haematology",
        &[
            "Anaemia",
            "Easy bruising",
            "Bleeding that does not stop easily",
            "Swollen lymph nodes",
            "Blood clots before",
            "Unusual blood count",
            "Low iron",
        ],
    ),
    (
        "infectious-diseases",
        &[
            "Fever after travel",
            "Travel vaccination",
            "Tick bite",
            "Infection that comes back",
            "HIV test or care",
            "Hepatitis",
            "Sexually transmitted infection",
            "Tuberculosis contact",
        ],
    ),
    (
        "internal-medicine",
        &[
            "Several illnesses at once",
            "Tiredness that stays",
            "Fever without a reason",
            "High blood pressure",
            "Weight loss without a reason",
            "Unusual blood test",
            "Swollen legs",
            "Night sweats",
        ],
    ),
    (
        "nephrology",
        &[
            "Kidney values",
            "Kidney stones",
            "Foamy urine",
            "Blood in the urine",
            "Swelling around the eyes or ankles",
            "Dialysis",
            "High blood pressure with kidney trouble",
        ],
    ),
    (
        "neurology",
        &[
            "Headache that comes back",
            "Migraine",
            "Dizziness",
            "Numbness or tingling",
            "Tremor or shaking hands",
            "Memory loss",
            "Fits or seizures",
            "Weakness in an arm or leg",
            "Trouble with balance",
        ],
    ),
    (
        "nutrition",
        &[
            "Losing weight",
            "Gaining weight",
            "Eating plan for an illness",
            "High cholesterol",
            "Vitamin deficiency",
            "Coeliac diet",
            "Eating well as an athlete",
        ],
    ),
    (
        "oncology",
        &[
            "Cancer care",
            "Second opinion on cancer",
            "Follow-up after cancer",
            "Chemotherapy",
            "Cancer in the family",
            "A finding that needs a specialist",
        ],
    ),
    (
        "ophthalmology",
        &[
            "Blurred vision",
            "Red or itchy eye",
            "Dry eyes",
            "Floaters or flashes",
            "Double vision",
            "Cataract",
            "Glaucoma check",
            "New glasses",
            "Watery eyes",
        ],
    ),
    (
        "orthopaedics",
        &[
            "Knee pain",
            "Hip pain",
            "Shoulder pain",
            "Back pain",
            "Foot or ankle pain",
            "Sports injury",
            "Broken bone, after first care",
            "Sprain that stays",
            "Carpal tunnel",
            "Worn joint",
        ],
    ),
    (
        "otolaryngology",
        &[
            "Earache",
            "Hearing loss",
            "Ringing in the ear",
            "Blocked nose",
            "Sinus trouble",
            "Hoarse voice",
            "Sore throat that comes back",
            "Nosebleeds",
            "Snoring",
            "Spinning dizziness",
        ],
    ),
    (
        "paediatrics",
        &[
            "Child with fever",
            "Child with a cough",
            "Child with a rash",
            "Baby check",
            "Child's vaccination",
            "Growth and development",
            "Bed-wetting",
            "Child with a tummy ache",
            "Feeding a baby",
        ],
    ),
    (
        "physical-medicine",
        &[
            "Recovery after surgery",
            "Recovery after a stroke",
            "Stiff neck",
            "Long-standing back pain",
            "Learning to walk again",
            "Muscle weakness after illness",
            "Sports injury",
            "Prosthesis",
        ],
    ),
    (
        "psychiatry",
        &[
            "Low mood",
            "Depression",
            "Anxiety or worry",
            "Panic attacks",
            "Trouble sleeping",
            "Burn-out or stress",
            "Trouble concentrating, ADHD",
            "Addiction",
            "Trouble with eating",
            "Grief",
        ],
    ),
    (
        "pulmonology",
        &[
            "Cough that stays",
            "Short of breath",
            "Wheezing",
            "Asthma",
            "Smoker's cough",
            "COPD",
            "Coughing up blood, after first care",
            "Stopping smoking",
            "Lung check",
        ],
    ),
    (
        "rheumatology",
        &[
            "Swollen joints",
            "Stiff joints in the morning",
            "Gout",
            "Arthritis",
            "Muscle pain all over",
            "White or blue fingers in the cold",
            "Lupus",
            "Back pain that is worse at night",
        ],
    ),
    (
        "sleep-medicine",
        &[
            "Snoring",
            "Pauses in breathing at night",
            "Trouble sleeping",
            "Sleepy in the day",
            "Restless legs",
            "Sleepwalking",
            "Shift work and sleep",
        ],
    ),
    (
        "urology",
        &[
            "Burning when passing urine",
            "Passing urine often",
            "Blood in the urine",
            "Trouble holding urine",
            "Prostate check",
            "Kidney stones",
            "Trouble with erections",
            "Lump in the testicle",
            "Vasectomy",
        ],
    ),
    (
        "vascular-medicine",
        &[
            "Varicose veins",
            "Heavy or swollen legs",
            "Leg pain when walking",
            "Wound on the leg that does not heal",
            "Cold feet",
            "Blood clot in the leg before",
            "Aneurysm check",
        ],
    ),
];

/// What people come with to a specialty.
pub fn complaints(slug: &str) -> &'static [&'static str] {
    COMPLAINTS
        .iter()
        .find(|(known, _)| *known == slug)
        .map_or(&[], |(_, complaints)| complaints)
}

/// The specialties that a query leads to, the best first. A query leads to a specialty when
/// all its telling words are in its name, in what it is about, in who practises it, or in
/// one thing that people come with.
pub fn leads_to(query: &str) -> Vec<&'static Entry> {
    let words = telling_words(query);
    let mut found: Vec<(u32, &'static Entry)> = specialties::ALL
        .iter()
        .filter_map(|entry| {
            let named = [entry.name, entry.about, entry.doctor]
                .iter()
                .any(|text| fit(&words, text) == 100);
            let complaints = complaints(entry.slug);
            // The shortest phrase that holds the query fits it most closely.
            let closest = complaints
                .iter()
                .filter(|text| fit(&words, text) == 100)
                .map(|text| u32::try_from(normalise(text).len()).unwrap_or(u32::MAX))
                .min();
            if named {
                Some((0, entry))
            } else {
                closest.map(|length| (length, entry))
            }
        })
        .collect();
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// Specialties that have something to do with a query that leads nowhere as a whole, the
/// best first. A word that few specialties know says more than one that many know.
pub fn related_to(query: &str) -> Vec<&'static Entry> {
    let mut scores = [0_u32; specialties::ALL.len()];
    for word in telling_words(query) {
        let knowing: Vec<usize> = (0..specialties::ALL.len())
            .filter(|n| knows(&specialties::ALL[*n], &word))
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
fn knows(entry: &Entry, word: &str) -> bool {
    let word = [word.to_owned()];
    let texts = [entry.name, entry.about, entry.doctor].into_iter();
    texts
        .chain(complaints(entry.slug).iter().copied())
        .any(|text| fit(&word, text) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slugs(entries: Vec<&'static Entry>) -> Vec<&'static str> {
        entries.into_iter().map(|entry| entry.slug).collect()
    }

    #[test]
    fn every_specialty_has_its_complaints() {
        for entry in &specialties::ALL {
            let complaints = complaints(entry.slug);
            assert!(
                (6..=12).contains(&complaints.len()),
                "{}: {}",
                entry.slug,
                complaints.len()
            );
        }
        assert!(
            COMPLAINTS
                .iter()
                .all(|(slug, _)| specialties::by_slug(slug).is_some())
        );
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
    fn a_part_of_a_query_still_suggests() {
        assert_eq!(slugs(related_to("palpitations at night")), ["cardiology"]);
        assert_eq!(slugs(related_to("my knee hurts badly")), ["orthopaedics"]);
        assert_eq!(related_to("zzz").len(), 0);
        assert!(related_to("pain everywhere").len() <= 3);
    }
}
