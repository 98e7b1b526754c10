//! Everyday words that lead to a specialty beside what people come with: adjectives, other spellings.
//! They are for the search alone and shown to nobody.

use crate::texts::Say;

/// Words and phrases between bars, by specialty.
const WORDS: [(&str, Say); 25] = [
    ("allergology", says!("directory-allergology-words")),
    ("cardiology", says!("directory-cardiology-words")),
    ("dentistry", says!("directory-dentistry-words")),
    ("dermatology", says!("directory-dermatology-words")),
    ("endocrinology", says!("directory-endocrinology-words")),
    (
        "gastroenterology",
        says!("directory-gastroenterology-words"),
    ),
    (
        "general-practice",
        says!("directory-general-practice-words"),
    ),
    ("general-surgery", says!("directory-general-surgery-words")),
    ("geriatrics", says!("directory-geriatrics-words")),
    ("gynaecology", says!("directory-gynaecology-words")),
    ("haematology", says!("directory-haematology-words")),
    (
        "infectious-diseases",
        says!("directory-infectious-diseases-words"),
    ),
    ("nephrology", says!("directory-nephrology-words")),
    ("neurology", says!("directory-neurology-words")),
    ("nutrition", says!("directory-nutrition-words")),
    ("ophthalmology", says!("directory-ophthalmology-words")),
    ("orthopaedics", says!("directory-orthopaedics-words")),
    ("otolaryngology", says!("directory-otolaryngology-words")),
    ("paediatrics", says!("directory-paediatrics-words")),
    ("psychiatry", says!("directory-psychiatry-words")),
    ("pulmonology", says!("directory-pulmonology-words")),
    ("rheumatology", says!("directory-rheumatology-words")),
    ("sleep-medicine", says!("directory-sleep-medicine-words")),
    ("urology", says!("directory-urology-words")),
    (
        "vascular-medicine",
        says!("directory-vascular-medicine-words"),
    ),
];

/// The everyday words of a specialty; few have none.
pub fn words(slug: &str) -> Vec<String> {
    let mut all = WORDS.iter().filter(|(of, _)| *of == slug);
    let words = all.next().map(|(_, words)| words.said());
    words
        .iter()
        .flat_map(|words| words.split(" | "))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::guide::leads_to;
    use crate::directory::specialties;
    use crate::texts::{Language, scope};

    /// What people type, and a specialty it has to lead to.
    const ENGLISH: [(&str, &str); 25] = [
        ("dizzy", "neurology"),
        ("I feel dizzy", "otolaryngology"),
        ("depressed", "psychiatry"),
        ("sad", "psychiatry"),
        ("anxious", "psychiatry"),
        ("stressed", "psychiatry"),
        ("can't sleep", "sleep-medicine"),
        ("kidney stones", "urology"),
        ("itchy", "dermatology"),
        ("tired", "general-practice"),
        ("pregnant", "gynaecology"),
        ("constipated", "gastroenterology"),
        ("nauseous", "gastroenterology"),
        ("throwing up", "gastroenterology"),
        ("numb", "neurology"),
        ("forgetful", "neurology"),
        ("deaf", "otolaryngology"),
        ("breathless", "pulmonology"),
        ("overweight", "nutrition"),
        ("diabetic", "endocrinology"),
        ("allergic", "allergology"),
        ("anemic", "haematology"),
        ("stiff", "rheumatology"),
        ("blurry", "ophthalmology"),
        ("sprained", "orthopaedics"),
    ];

    const SPANISH: [(&str, &str); 25] = [
        ("mareado", "neurology"),
        ("mareada", "otolaryngology"),
        ("estoy deprimida", "psychiatry"),
        ("triste", "psychiatry"),
        ("ansiosa", "psychiatry"),
        ("estresado", "psychiatry"),
        ("no puedo dormir", "sleep-medicine"),
        ("piedras en el riñón", "urology"),
        ("cálculos renales", "nephrology"),
        ("picazón", "dermatology"),
        ("cansada", "general-practice"),
        ("embarazada", "gynaecology"),
        ("estreñido", "gastroenterology"),
        ("vómitos", "gastroenterology"),
        ("hinchada", "gastroenterology"),
        ("entumecido", "neurology"),
        ("olvidadiza", "geriatrics"),
        ("sordo", "otolaryngology"),
        ("asmático", "pulmonology"),
        ("sobrepeso", "nutrition"),
        ("diabética", "endocrinology"),
        ("alérgica", "allergology"),
        ("anémica", "haematology"),
        ("veo borroso", "ophthalmology"),
        ("esguince", "orthopaedics"),
    ];

    const ARABIC: [(&str, &str); 25] = [
        ("دوخة", "neurology"),
        ("دايخ", "otolaryngology"),
        ("مكتئب", "psychiatry"),
        ("مكتئبة", "psychiatry"),
        ("حزين", "psychiatry"),
        ("متوتر", "psychiatry"),
        ("لا أستطيع النوم", "sleep-medicine"),
        ("حصوات الكلى", "urology"),
        ("حصوة", "nephrology"),
        ("حكة", "dermatology"),
        ("تعبان", "general-practice"),
        ("أنا متعبة", "general-practice"),
        ("حامل", "gynaecology"),
        ("إمساك", "gastroenterology"),
        ("استفراغ", "gastroenterology"),
        ("مغص", "gastroenterology"),
        ("تنميل", "neurology"),
        ("نسيان", "neurology"),
        ("طنين", "otolaryngology"),
        ("كحة", "pulmonology"),
        ("سمنة", "nutrition"),
        ("سكري", "endocrinology"),
        ("أنيميا", "haematology"),
        ("زغللة", "ophthalmology"),
        ("رضيع", "paediatrics"),
    ];

    #[test]
    fn everyday_words_lead_where_their_nouns_do() {
        let languages = [Language::En, Language::Es, Language::Ar];
        let mut lost = Vec::new();
        for (language, words) in languages.into_iter().zip([ENGLISH, SPANISH, ARABIC]) {
            for (word, slug) in words {
                let found = scope(language, || leads_to(word));
                if !found.iter().any(|entry| entry.slug == slug) {
                    let found: Vec<_> = found.iter().map(|entry| entry.slug).collect();
                    lost.push(format!("{language:?} {word} → {slug}: {found:?}"));
                }
            }
        }
        assert!(lost.is_empty(), "{lost:#?}");
    }

    #[test]
    fn they_are_words_of_known_specialties() {
        for language in Language::ALL {
            for (slug, said) in WORDS {
                assert!(specialties::by_slug(slug).is_some(), "{slug}");
                let said = scope(language, || said.said());
                let mut each = said.split(" | ");
                assert!(
                    each.all(|word| word.trim() == word && word.len() > 2),
                    "{said}"
                );
            }
        }
        assert!(words("magic").is_empty());
    }
}
