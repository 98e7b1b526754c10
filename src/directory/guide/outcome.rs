//! Where a path ends: at a specialty, why, how soon, and what else may fit.

use super::answers::Answers;
use super::data::{How, Kind, Since, Topic, Urgency, Who};
use crate::directory::about::some_doctor;
use crate::directory::specialties;
use crate::texts::Say;

const GP: &str = "general-practice";

/// The end of a path.
#[derive(Debug, PartialEq, Eq)]
pub struct End {
    pub topic: &'static Topic,
    pub who: Who,
    pub first: Lead,
    pub second: Option<Lead>,
    pub urgency: Urgency,
    /// It began in these days.
    pub fresh: bool,
}

/// A specialty, and a sentence that says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    pub specialty: &'static specialties::Entry,
    pub why: String,
}

/// The end of a path with all its answers.
pub fn end(answers: &Answers) -> Option<End> {
    let topic = answers.topic?;
    let kind = answers.kind?;
    let who = answers.whom();
    let lasts = answers.since.is_some_and(Since::lasts);
    let (first, second) = leads(kind, who, kind.timed && lasts);
    Some(End {
        topic,
        who,
        first: lead(first.0, first.1)?,
        second: second.and_then(|(slug, why)| lead(slug, why)),
        urgency: urgency(answers, kind),
        fresh: kind.timed && !lasts,
    })
}

fn lead(slug: &str, why: String) -> Option<Lead> {
    Some(Lead {
        specialty: specialties::by_slug(slug)?,
        why,
    })
}

type Slug = &'static str;

/// The first and perhaps a second specialty, each with its reason.
fn leads(kind: &Kind, who: Who, lasts: bool) -> ((Slug, String), Option<(Slug, String)>) {
    let same = kind.same_for.contains(&who);
    let people = kind.people.said();
    match who {
        Who::Child if !same => {
            let why = ts!("guide-why-child", people = people);
            let other = says!("guide-when-child-seen");
            (("paediatrics", why), other_than("paediatrics", kind, other))
        }
        Who::Pregnant if !same => {
            let why = ts!("guide-why-pregnant", people = people);
            let other = says!("guide-when-pregnant-seen");
            (("gynaecology", why), other_than("gynaecology", kind, other))
        }
        _ if kind.gp_first && !lasts => {
            let why = ts!("guide-why-first-days", people = people);
            let second = fits(kind.to, says!("guide-when-lasts"));
            ((GP, why), Some((kind.to, second)))
        }
        _ => {
            let doctor = some_doctor(kind.to);
            let why = match who {
                Who::Child => ts!("guide-why-children", people = people, doctor = doctor),
                _ => ts!("guide-why", people = people, doctor = doctor),
            };
            let second = match kind.or {
                Some((slug, when)) => Some((slug, fits(slug, when))),
                None if kind.gp_first => Some((GP, fits(GP, says!("guide-when-talk")))),
                None => None,
            };
            ((kind.to, why), second)
        }
    }
}

/// The specialty of a complaint, unless it is the one that comes first anyway.
fn other_than(first: Slug, kind: &Kind, when: Say) -> Option<(Slug, String)> {
    (kind.to != first).then(|| (kind.to, fits(kind.to, when)))
}

fn fits(slug: &str, when: Say) -> String {
    let doctor = capital(&some_doctor(slug));
    ts!("guide-fits", doctor = doctor, when = when.said())
}

/// With a capital first letter, where the script has such.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    first + letters.as_str()
}

fn urgency(answers: &Answers, kind: &Kind) -> Urgency {
    if !kind.timed {
        return kind.within;
    }
    let by_badness = match answers.how {
        Some(How::Severe) => Urgency::Today,
        Some(How::Bad) => Urgency::Week,
        _ => Urgency::Routine,
    };
    let by_beginning = match answers.since {
        Some(Since::Today) => kind.fresh,
        _ => Urgency::Routine,
    };
    by_badness.max(by_beginning).max(kind.within)
}
