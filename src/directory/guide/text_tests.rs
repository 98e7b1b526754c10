//! What the guide says: plain, careful, and never a diagnosis.

use std::collections::BTreeSet;

use super::answers::{Ask, NO_SIGN};
use super::data::{Help, How, Kind, Sign, Since, Topic, Urgency, Who};
use super::{shared, topics, words};

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

/// What may be said all the same: what the guide is not, and what people know of themselves.
const KNOWN: [&str; 3] = [
    "This is not a diagnosis",
    "cancer treatment",
    "lumps of blood",
];

fn signs() -> impl Iterator<Item = &'static Sign> {
    let own = topics::ALL.iter().flat_map(|topic| topic.signs);
    own.chain(&shared::OF_CHILDREN).chain(&shared::OF_PREGNANCY)
}

fn kinds() -> impl Iterator<Item = (&'static Topic, &'static Kind)> {
    let all = topics::ALL.iter();
    all.flat_map(|topic| topic.kinds.iter().map(|kind| (*topic, kind)))
}

/// Whole sentences.
fn sentences() -> Vec<&'static str> {
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
    all.extend(
        Ask::ALL
            .map(words::hint)
            .into_iter()
            .filter(|hint| !hint.is_empty()),
    );
    for urgency in [Urgency::Today, Urgency::Week, Urgency::Routine] {
        all.push(words::urgency(urgency, true).1);
        all.push(words::urgency(urgency, false).1);
    }
    for help in [Help::Emergency, Help::Maternity, Help::Crisis] {
        all.push(words::whom_to_call(help));
        all.extend(words::until_help(help));
    }
    all
}

/// Labels, and parts of sentences.
fn labels() -> Vec<&'static str> {
    let mut all: Vec<&str> = signs().map(|sign| sign.label).collect();
    for (topic, kind) in kinds() {
        // Where people come with what they know already they may name it.
        if !topic.is_of_wishes() {
            all.extend([kind.label, kind.people]);
        }
        all.extend(kind.or.map(|(_, when)| when));
    }
    all.extend(
        topics::ALL
            .iter()
            .flat_map(|topic| [topic.label, topic.hint]),
    );
    all.extend(Since::ALL.map(words::since));
    all.extend(
        How::ALL
            .into_iter()
            .flat_map(|how| <[_; 2]>::from(words::how(how))),
    );
    all.extend(Who::ALL.into_iter().map(|who| words::who(who).0));
    all.extend(Ask::ALL.map(words::short));
    all
}

#[test]
fn nothing_is_a_diagnosis() {
    for text in sentences().into_iter().chain(labels()) {
        let mut plain = text.to_owned();
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
        for word in DIAGNOSES {
            assert!(
                !format!(" {plain} ").contains(&format!(" {word}")),
                "“{word}” in “{text}”"
            );
        }
    }
}

#[test]
fn it_says_what_it_is_and_what_it_is_not() {
    assert!(words::NO_DIAGNOSIS.contains("This is not a diagnosis"));
    assert!(words::NO_DIAGNOSIS.contains("only somebody who examines you"));
}

#[test]
fn sentences_are_short_and_whole() {
    for text in sentences() {
        assert!(text.ends_with(['.', '?', '”']), "{text}");
        for sentence in text.split_inclusive(['.', '?', ':', ';']) {
            let words = sentence.split_whitespace().count();
            assert!(words <= 26, "{words} words: {sentence}");
        }
    }
    for text in sentences().into_iter().chain(labels()) {
        assert!(!text.contains("  ") && text.trim() == text, "{text}");
        assert!(!text.contains('\''), "a straight apostrophe: {text}");
        assert!(!text.contains("please"), "{text}");
    }
    for text in labels() {
        assert!(!text.ends_with('.'), "{text}");
        assert!(text.chars().count() <= 100, "{text}");
    }
}

#[test]
fn parts_of_sentences_fit() {
    for (_, kind) in kinds() {
        let first = kind.people.split(' ').next().unwrap();
        assert!(
            ["with", "who", "whose", "after", "around", "in"].contains(&first),
            "People {} …",
            kind.people
        );
        if let Some((_, when)) = kind.or {
            let first = when.split(' ').next().unwrap();
            assert!(
                ["when", "for", "from", "after", "below"].contains(&first),
                "… may fit better {when}"
            );
        }
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
