//! Every path of the guide, walked.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::{Answers, Ask, address, signs};
use super::data::{Help, Urgency};
use super::outcome::End;
use super::walk::{Next, RedFlag, next};
use super::{shared, topics};
use crate::directory::about::some_doctor;
use crate::directory::specialties;
use crate::texts::{Language, scope};

type Pairs = Vec<(&'static str, &'static str)>;

/// The answers as they come out of an address.
fn read(pairs: &Pairs) -> Answers {
    Answers::read(
        address(pairs)
            .split_once('?')
            .map_or("", |(_, query)| query),
    )
}

fn after(query: &str) -> Next {
    next(&Answers::read(query))
}

#[track_caller]
fn asks(query: &str) -> Ask {
    match after(query) {
        Next::Question(question) => question.ask,
        other => panic!("{query}: {other:?}"),
    }
}

#[track_caller]
fn ends(query: &str) -> End {
    match after(query) {
        Next::End(end) => end,
        other => panic!("{query}: {other:?}"),
    }
}

#[track_caller]
fn raises(query: &str) -> RedFlag {
    match after(query) {
        Next::RedFlag(flag) => flag,
        other => panic!("{query}: {other:?}"),
    }
}

/// Answers everything in every way. Each question is asked once on a path, each answer is
/// understood, and after at most six of them the path is at its end.
fn walk(pairs: &Pairs, seen: &mut dyn FnMut(&Pairs, &Answers, Next)) {
    let answers = read(pairs);
    let step = next(&answers);
    if let Next::Question(question) = &step {
        assert!(pairs.len() < 6, "{pairs:?} goes on");
        assert!(question.offers.len() > 1, "{pairs:?}: nothing to choose");
        assert_eq!(question.number, pairs.len() + 1, "{pairs:?}");
        assert!(question.number <= question.of);
        for offer in &question.offers {
            let mut longer = pairs.clone();
            longer.push((question.ask.name(), offer.value));
            assert_eq!(
                read(&longer).value(question.ask),
                Some(offer.value),
                "{longer:?} is not understood"
            );
            walk(&longer, seen);
        }
    }
    seen(pairs, &answers, step);
}

#[test]
fn every_path_ends_at_a_specialty_or_a_red_flag() {
    let (mut led_to, mut beside, mut raised) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut paths = 0;
    walk(&Vec::new(), &mut |pairs, _, step| match step {
        Next::Question(_) => {}
        Next::RedFlag(flag) => {
            paths += 1;
            raised.insert(flag.why);
            assert!(!flag.said.said().is_empty());
        }
        Next::End(end) => {
            paths += 1;
            led_to.insert(end.first.specialty.slug);
            if let Some(second) = &end.second {
                assert_ne!(second.specialty, end.first.specialty, "{pairs:?}");
                beside.insert(second.specialty.slug);
            }
            let doctor = some_doctor(end.first.specialty.slug);
            let doctor = doctor.split_once(' ').unwrap().1;
            let why = &end.first.why;
            assert!(
                why.to_lowercase().contains(&doctor.to_lowercase()),
                "{pairs:?}: {why}"
            );
            for lead in [Some(&end.first), end.second.as_ref()]
                .into_iter()
                .flatten()
            {
                assert!(
                    lead.why.ends_with('.') && !lead.why.contains("  "),
                    "{pairs:?}: {}",
                    lead.why
                );
            }
        }
    });
    assert!(paths > 3000, "{paths}");
    let all: BTreeSet<_> = specialties::ALL.iter().map(|entry| entry.slug).collect();
    assert_eq!(led_to, all, "a specialty that no path leads to");
    assert!(beside.len() > 10, "{beside:?}");
    let kinds = topics::ALL.iter().flat_map(|topic| topic.kinds);
    let flags = topics::ALL
        .iter()
        .flat_map(|topic| topic.signs)
        .chain(&shared::OF_CHILDREN)
        .chain(&shared::OF_PREGNANCY)
        .map(|sign| sign.why)
        .chain(kinds.filter_map(|kind| kind.worst).map(|worst| worst.why));
    assert_eq!(raised, flags.collect(), "a red flag that no path raises");
}

#[test]
fn every_sign_and_complaint_is_offered_to_somebody_and_leads_somewhere() {
    let mut offered: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    walk(&Vec::new(), &mut |pairs, _, step| {
        if let (Next::Question(question), Some((_, topic))) = (step, pairs.first()) {
            let values = question.offers.iter().map(|offer| offer.value);
            let name = question.ask.name();
            offered.entry((topic, name)).or_default().extend(values);
        }
    });
    for topic in topics::ALL {
        for sign in topic.signs {
            assert!(
                offered[&(topic.key, "signs")].contains(sign.key),
                "{sign:?}"
            );
        }
        for kind in topic.kinds {
            assert!(offered[&(topic.key, "what")].contains(kind.key), "{kind:?}");
        }
    }
}

#[test]
fn any_answer_can_be_changed_and_changing_nothing_changes_nothing() {
    walk(&Vec::new(), &mut |pairs, answers, step| {
        if matches!(step, Next::Question(_)) {
            return;
        }
        for (name, value) in pairs {
            let ask = Ask::ALL
                .into_iter()
                .find(|ask| ask.name() == *name)
                .unwrap();
            let again = answers.again(ask);
            let query = again.split_once('?').unwrap().1;
            match after(query) {
                Next::Question(question) => {
                    assert_eq!((question.ask, question.chosen), (ask, Some(*value)));
                }
                other => panic!("{again}: {other:?}"),
            }
            let mut same = Answers::read(query).beside(ask);
            same.push((name, value));
            // Where and who decide what comes later, so it is asked anew.
            if !matches!(ask, Ask::Where | Ask::Who) {
                assert_eq!(next(&read(&same)), step, "{same:?}");
            } else {
                assert!(matches!(next(&read(&same)), Next::Question(_)), "{same:?}");
            }
        }
        let last = answers.last().unwrap();
        assert_eq!(pairs.last().unwrap().0, last.name());
        assert_eq!(answers.before(Ask::Where), None);
    });
}

#[test]
fn what_means_nothing_leads_to_the_first_question_without_an_answer() {
    for (query, ask) in [
        ("", Ask::Where),
        ("where=", Ask::Where),
        ("where=moon&who=adult&signs=none", Ask::Where),
        ("where=%3Cscript%3E", Ask::Where),
        ("who=child&what=pain", Ask::Where),
        ("where=chest", Ask::Who),
        ("where=chest&who=horse", Ask::Who),
        // The example of a short address: signs come before anything is said.
        ("where=chest&what=pain&since=days&how=bad", Ask::Who),
        (
            "where=chest&who=adult&what=pain&since=days&how=bad",
            Ask::Signs,
        ),
        // Signs of children mean nothing for an adult, nor those of another topic.
        ("where=chest&who=adult&signs=child-fit", Ask::Signs),
        ("where=chest&who=adult&signs=stuck-bulge", Ask::Signs),
        // Whoever was not asked who it is for was not asked for the right signs.
        ("where=chest&signs=none", Ask::Who),
        ("where=chest&who=adult&signs=none&what=toothache", Ask::What),
        ("where=urine&who=adult&signs=none&what=wetting", Ask::What),
        (
            "where=chest&who=adult&signs=none&what=beat&since=ever",
            Ask::Since,
        ),
        (
            "where=chest&who=adult&signs=none&what=beat&how=bad",
            Ask::Since,
        ),
        (
            "where=chest&who=adult&signs=none&what=beat&since=days&how=",
            Ask::How,
        ),
        // Of two answers the first counts.
        ("where=eyes&where=chest", Ask::Signs),
        // A question can be asked again only where it belongs to the path.
        ("where=eyes&at=who", Ask::Signs),
        ("where=eyes&at=how", Ask::Signs),
        ("where=eyes&at=moon", Ask::Signs),
        ("where=eyes&at=where", Ask::Where),
        (
            "where=eyes&signs=none&what=check&at=since&at=what",
            Ask::What,
        ),
    ] {
        if query.ends_with("at=what") {
            // The first `at` counts, and this path has no such question.
            assert!(matches!(after(query), Next::End(_)), "{query}");
        } else {
            assert_eq!(asks(query), ask, "{query}");
        }
    }
    for hostile in ["%", "%FF=%00", "&&&===", "where[]=eyes", "where=eyes%26who"] {
        assert_eq!(asks(hostile), Ask::Where, "{hostile}");
    }
}

#[test]
fn red_flags_come_before_anything_else() {
    let flag = raises("where=chest&who=adult&signs=crushing&what=beat&since=months&how=little");
    assert_eq!(flag.help, Help::Emergency);
    assert!(flag.said.said().contains("Crushing") && flag.why.said().contains("heart"));
    assert_eq!(raises("where=mind&who=child&signs=harm").help, Help::Crisis);
    assert_eq!(
        raises("where=belly&who=pregnant&signs=pregnant-baby").help,
        Help::Maternity
    );
    let bad = "where=head&who=adult&signs=none&what=headache&how=severe";
    assert_eq!(raises(&format!("{bad}&since=today")).ask, Ask::How);
    ends(&format!("{bad}&since=weeks"));
    raises("where=chest&who=adult&signs=none&what=pain&since=months&how=severe");
    // Each topic asks for signs, whoever it is about.
    for topic in topics::ALL {
        assert!(topic.signs.len() >= 2, "{}", topic.key);
        for who in topic.who {
            assert!(signs(topic, Some(*who)).len() >= 2, "{} {who:?}", topic.key);
        }
    }
}

#[test]
fn children_and_pregnancy_lead_to_those_who_know_them() {
    for (query, first, second) in [
        (
            "where=skin&who=adult&signs=none&what=rash&since=days&how=little",
            "general-practice",
            Some("dermatology"),
        ),
        (
            "where=skin&who=adult&signs=none&what=rash&since=weeks&how=little",
            "dermatology",
            Some("general-practice"),
        ),
        (
            "where=skin&who=child&signs=none&what=rash&since=weeks&how=little",
            "paediatrics",
            Some("dermatology"),
        ),
        (
            "where=skin&who=pregnant&signs=none&what=rash&since=days&how=little",
            "gynaecology",
            Some("dermatology"),
        ),
        (
            "where=skin&who=pregnant&signs=none&what=acne&since=weeks&how=little",
            "dermatology",
            None,
        ),
        (
            "where=urine&who=child&signs=none&what=wetting&since=months&how=little",
            "paediatrics",
            None,
        ),
        (
            "where=mouth&signs=none&what=tooth&since=days&how=bad",
            "dentistry",
            None,
        ),
        (
            "where=chest&who=adult&signs=none&what=short-breath&since=weeks&how=bad",
            "pulmonology",
            Some("cardiology"),
        ),
        (
            "where=intimate&who=pregnant&signs=none&what=pregnancy",
            "gynaecology",
            None,
        ),
        ("where=care&signs=none&what=cancer", "oncology", None),
    ] {
        let end = ends(query);
        let second_found = end.second.map(|lead| lead.specialty.slug);
        assert_eq!(
            (end.first.specialty.slug, second_found),
            (first, second),
            "{query}"
        );
    }
}

#[test]
fn why_is_said_in_a_plain_sentence() {
    for (query, why) in [
        (
            "where=chest&who=adult&signs=none&what=beat&since=weeks&how=bad",
            "People whose heart races or skips usually see a cardiologist.",
        ),
        (
            "where=ear-nose-throat&who=adult&signs=none&what=ear&since=months&how=bad",
            "People with earache or a blocked ear usually see an ear, nose and throat doctor.",
        ),
        (
            "where=back&who=adult&signs=none&what=spine&since=days&how=little",
            "In the first days, people with back or neck pain usually see a general practitioner.",
        ),
        (
            "where=ear-nose-throat&who=child&signs=none&what=ear&since=days&how=bad",
            "Children with earache or a blocked ear usually see a paediatrician first.",
        ),
    ] {
        assert_eq!(ends(query).first.why, why);
    }
}

#[test]
fn every_end_is_told_in_every_language() {
    for language in Language::ALL {
        scope(language, || {
            walk(&Vec::new(), &mut |pairs, _, step| match step {
                Next::Question(_) => {}
                Next::RedFlag(flag) => {
                    let why = flag.why.said();
                    assert!(!why.starts_with("guide-"), "{pairs:?}: {why}");
                }
                Next::End(end) => {
                    let doctor = some_doctor(end.first.specialty.slug);
                    let doctor = doctor.split_once(' ').unwrap().1;
                    for lead in [Some(&end.first), end.second.as_ref()]
                        .into_iter()
                        .flatten()
                    {
                        let why = &lead.why;
                        assert!(
                            why.ends_with('.') && !why.contains("  ") && !why.contains("guide-"),
                            "{pairs:?}: {why}"
                        );
                    }
                    let why = &end.first.why;
                    assert!(
                        language == Language::Ar || why.contains(doctor),
                        "{pairs:?}: {why}"
                    );
                }
            });
        });
    }
    let beat = "where=chest&who=adult&signs=none&what=short-breath&since=weeks&how=bad";
    let told = |language| {
        scope(language, || {
            let end = ends(beat);
            [end.first.why, end.second.unwrap().why]
                .map(|why| why.replace(['\u{2068}', '\u{2069}'], ""))
        })
    };
    assert_eq!(
        told(Language::Es),
        [
            "Las personas que notan falta de aire suelen acudir a un neumólogo.",
            "Un cardiólogo puede ser más adecuado cuando además se hinchan las piernas o se acelera el corazón.",
        ]
    );
    assert_eq!(
        told(Language::Ar),
        [
            "الأشخاص الذين يشعرون بضيق النفس يراجعون عادةً طبيب صدرية.",
            "قد يكون طبيب قلب أنسب إذا تورّمت الساقان أو تسارع القلب أيضًا.",
        ]
    );
}

#[test]
fn how_soon_goes_by_the_worst_of_what_was_said() {
    let beat = "where=chest&who=adult&signs=none&what=beat";
    for (query, urgency) in [
        (format!("{beat}&since=months&how=little"), Urgency::Routine),
        (format!("{beat}&since=months&how=bad"), Urgency::Week),
        (format!("{beat}&since=months&how=severe"), Urgency::Today),
        (
            "where=skin&who=adult&signs=none&what=mole&since=months&how=little".into(),
            Urgency::Week,
        ),
        (
            "where=eyes&signs=none&what=floaters&since=weeks&how=little".into(),
            Urgency::Today,
        ),
        (
            "where=eyes&signs=none&what=sight&since=today&how=little".into(),
            Urgency::Today,
        ),
        (
            "where=eyes&signs=none&what=sight&since=weeks&how=little".into(),
            Urgency::Routine,
        ),
        ("where=eyes&signs=none&what=check".into(), Urgency::Routine),
        ("where=mouth&signs=none&what=knocked".into(), Urgency::Today),
    ] {
        assert_eq!(ends(&query).urgency, urgency, "{query}");
    }
}
