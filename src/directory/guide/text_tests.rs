//! What the guide says: plain, careful, and never a diagnosis.

use std::collections::BTreeSet;

use super::answers::{Ask, NO_SIGN};
use super::data::{Help, How, Kind, Sign, Since, Topic, Urgency, Who};
use super::{shared, topics, words};
use crate::texts::{Language, Say, scope};

/// Words that name an illness, or tell somebody what they have.
const DIAGNOSES: [&str; 44] = [
    "diagnos",
    "you have",
    "you may have",
    "you might have",
    "you probably",
    "likely",
    "suffer",
    "disease",
    "disorder",
    "syndrome",
    "heart attack",
    "infarct",
    "angina",
    "stroke",
    "clot ",
    "clots",
    "embol",
    "thromb",
    "aneurysm",
    "cancer",
    "tumour",
    "infection",
    "sepsis",
    "mening",
    "pneumon",
    "flu ",
    "migraine",
    "epilep",
    "concussion",
    "asthma",
    "bronch",
    "append",
    "ulcer",
    "hernia",
    "fracture",
    "arthrit",
    "gout",
    "eczema",
    "psoriasis",
    "depression",
    "dementia",
    "diabet",
    "anaemia",
    "allergic to",
];

/// The same in Spanish.
const DIAGNOSES_ES: [&str; 40] = [
    "diagn",
    "usted tiene",
    "tiene usted",
    "podría tener",
    "probablemente",
    "sufre",
    "enfermedad de",
    "trastorno",
    "síndrome",
    "infarto",
    "angina",
    "ictus",
    "trombo",
    "embol",
    "aneurisma",
    "cáncer",
    "tumor",
    "infección",
    "sepsis",
    "mening",
    "neumon",
    "gripe",
    "migraña",
    "epilep",
    "conmoción",
    "asma",
    "bronq",
    "apendic",
    "úlcera",
    "hernia",
    "fractura",
    "artritis",
    "gota ",
    "eccema",
    "psoriasis",
    "depresión",
    "demencia",
    "diabet",
    "anemia",
    "alergia a",
];

/// And in Arabic, where a word may begin with an article.
const DIAGNOSES_AR: [&str; 30] = [
    "تشخيص",
    "لديك مرض",
    "من المحتمل",
    "تعاني",
    "متلازمة",
    "اضطراب",
    "نوبة قلبية",
    "احتشاء",
    "ذبحة",
    "سكتة",
    "جلطة",
    "انصمام",
    "سرطان",
    "ورم",
    "عدوى",
    "إنتان",
    "سحايا",
    "إنفلونزا",
    "شقيقة",
    "صرع",
    "ارتجاج",
    "ربو",
    "قرحة",
    "فتق",
    "نقرس",
    "إكزيما",
    "صدفية",
    "اكتئاب",
    "خرف",
    "سكري",
];

fn diagnoses(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => &DIAGNOSES,
        Language::Es => &DIAGNOSES_ES,
        Language::Ar => &DIAGNOSES_AR,
    }
}

/// What may be said all the same: what the guide is not, and what people know of themselves.
const KNOWN: [&str; 7] = [
    "This is not a diagnosis",
    "cancer treatment",
    "lumps of blood",
    "Esto no es un diagnóstico",
    "tratamiento del cáncer",
    "هذا ليس تشخيصًا",
    "علاج السرطان",
];

fn signs() -> impl Iterator<Item = &'static Sign> {
    let own = topics::ALL.iter().flat_map(|topic| topic.signs);
    own.chain(&shared::OF_CHILDREN).chain(&shared::OF_PREGNANCY)
}

fn kinds() -> impl Iterator<Item = (&'static Topic, &'static Kind)> {
    let all = topics::ALL.iter();
    all.flat_map(|topic| topic.kinds.iter().map(|kind| (*topic, kind)))
}

/// In each language.
fn spoken(test: impl Fn(Language)) {
    for language in Language::ALL {
        scope(language, || test(language));
    }
}

/// Whole sentences.
fn sentences() -> Vec<String> {
    let mut all = vec![
        words::WHAT_IT_IS,
        words::NO_DIAGNOSIS,
        words::PRIVACY,
        words::EMERGENCY,
    ];
    all.extend(signs().map(|sign| sign.why));
    all.extend(
        kinds()
            .filter_map(|(_, kind)| kind.worst)
            .map(|worst| worst.why),
    );
    all.extend(topics::ALL.iter().flat_map(|topic| topic.meanwhile));
    all.extend(Who::ALL.into_iter().filter_map(words::also));
    all.extend(Ask::ALL.into_iter().filter_map(words::hint));
    for urgency in [Urgency::Today, Urgency::Week, Urgency::Routine] {
        all.push(words::urgency(urgency, true).1);
        all.push(words::urgency(urgency, false).1);
    }
    for help in [Help::Emergency, Help::Maternity, Help::Crisis] {
        all.push(words::whom_to_call(help));
        all.extend(words::until_help(help));
    }
    all.into_iter().map(Say::said).collect()
}

/// Labels, and parts of sentences.
fn labels() -> Vec<String> {
    let mut all: Vec<Say> = signs().map(|sign| sign.label).collect();
    for (topic, kind) in kinds() {
        // Where people come with what they know already they may name it.
        if !topic.is_of_wishes() {
            all.extend([kind.label, kind.people]);
        }
        all.extend(kind.or.map(|(_, when)| when));
    }
    let topics = topics::ALL.iter();
    all.extend(topics.flat_map(|topic| [topic.label, topic.hint]));
    all.extend(Since::ALL.map(words::since));
    for (label, hint) in How::ALL.map(words::how) {
        all.push(label);
        all.extend(hint);
    }
    all.extend(Who::ALL.into_iter().map(|who| words::who(who).0));
    all.extend(Ask::ALL.map(words::short));
    all.into_iter().map(Say::said).collect()
}

#[test]
fn nothing_is_a_diagnosis() {
    spoken(|language| {
        for text in sentences().into_iter().chain(labels()) {
            let mut plain = text.clone();
            for known in KNOWN {
                plain = plain.replace(known, "");
            }
            // A word counts from its beginning, so that a cloth is no clot.
            let apart = |letter: char| {
                if letter.is_alphanumeric() {
                    letter
                } else {
                    ' '
                }
            };
            let plain: String = plain.to_lowercase().chars().map(apart).collect();
            let plain = format!(" {plain} ").replace(" ال", " ");
            for word in diagnoses(language) {
                assert!(!plain.contains(&format!(" {word}")), "“{word}” in “{text}”");
            }
        }
    });
}

#[test]
fn it_says_what_it_is_and_what_it_is_not() {
    for (language, no_diagnosis, examined) in [
        (
            Language::En,
            "This is not a diagnosis",
            "only somebody who examines you",
        ),
        (
            Language::Es,
            "Esto no es un diagnóstico",
            "solo quien le examine",
        ),
        (Language::Ar, "هذا ليس تشخيصًا", "إلا من يفحصك"),
    ] {
        let said = scope(language, || words::NO_DIAGNOSIS.said());
        assert!(
            said.contains(no_diagnosis) && said.contains(examined),
            "{said}"
        );
    }
}

#[test]
fn sentences_are_short_and_whole() {
    spoken(|language| {
        // Spanish needs more and longer words for the same.
        let (most, longest) = match language {
            Language::Es => (30, 110),
            Language::En | Language::Ar => (26, 100),
        };
        for text in sentences() {
            assert!(text.ends_with(['.', '?', '؟', '”']), "{text}");
            for sentence in text.split_inclusive(['.', '?', '؟', ':', ';', '؛']) {
                let words = sentence.split_whitespace().count();
                assert!(words <= most, "{words} words: {sentence}");
            }
        }
        for text in sentences().into_iter().chain(labels()) {
            assert!(!text.contains("  ") && text.trim() == text, "{text}");
            assert!(!text.contains('\''), "a straight apostrophe: {text}");
            assert!(!text.contains("please"), "{text}");
        }
        for text in labels() {
            assert!(!text.ends_with('.'), "{text}");
            assert!(text.chars().count() <= longest, "{text}");
        }
    });
}

#[test]
fn parts_of_sentences_fit() {
    spoken(|language| {
        let (people, when): (&[&str], &[&str]) = match language {
            Language::En => (
                &["with", "who", "whose", "after", "around", "in"],
                &["when", "for", "from", "after", "below"],
            ),
            Language::Es => (
                &["con", "que", "a quienes", "en"],
                &["cuando", "para", "a partir de", "después", "por debajo"],
            ),
            Language::Ar => (&["الذين"], &["إذا", "بعد", "للرجال", "من سن", "دون سن"]),
        };
        let begins = |text: &str, firsts: &[&str]| {
            let mut firsts = firsts.iter();
            firsts.any(|first| {
                text.strip_prefix(first)
                    .is_some_and(|rest| rest.starts_with([' ', '،']) || rest.is_empty())
            })
        };
        for (_, kind) in kinds() {
            let said = kind.people.said();
            assert!(begins(&said, people), "People {said} …");
            if let Some(said) = kind.or.map(|(_, when)| when.said()) {
                assert!(begins(&said, when), "… may fit better {said}");
            }
        }
    });
}

#[test]
fn emergencies_are_unmistakable_in_every_language() {
    for (language, now) in [
        (Language::En, "now"),
        (Language::Es, "ahora"),
        (Language::Ar, "الآن"),
    ] {
        scope(language, || {
            for help in [Help::Emergency, Help::Maternity, Help::Crisis] {
                let heading = words::call(help).said();
                assert!(heading.contains(now), "{heading}");
            }
            assert!(ts!("guide-emergency-call").contains(now));
            for number in words::NUMBERS {
                let call = number.call.said();
                assert!(call.contains(number.digits), "{call}");
                let whence = number.whence.said();
                let whence = whence.trim_end_matches(['.', ',', '،']);
                assert!(call.ends_with(whence), "{call} / {whence}");
            }
        });
    }
}

#[test]
fn keys_are_plain_and_told_apart() {
    let plain =
        |key: &str| !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let unique = |keys: Vec<&'static str>| {
        assert!(keys.iter().all(|key| plain(key)), "{keys:?}");
        assert_eq!(
            keys.iter().collect::<BTreeSet<_>>().len(),
            keys.len(),
            "{keys:?}"
        );
    };
    unique(topics::ALL.iter().map(|topic| topic.key).collect());
    for topic in topics::ALL {
        let own = topic.signs.iter();
        let all = own.chain(&shared::OF_CHILDREN).chain(&shared::OF_PREGNANCY);
        unique(all.map(|sign| sign.key).chain([NO_SIGN]).collect());
        unique(topic.kinds.iter().map(|kind| kind.key).collect());
        assert!((2..=4).contains(&topic.meanwhile.len()), "{}", topic.key);
        assert!(
            topic.kinds.len() <= 12 && topic.signs.len() <= 7,
            "{}",
            topic.key
        );
    }
    unique(Since::ALL.map(Since::key).to_vec());
    unique(How::ALL.map(How::key).to_vec());
    unique(Who::ALL.map(Who::key).to_vec());
}
