//! Where a path ends: at a specialty, why, how soon, and what else may fit.

use super::answers::Answers;
use super::data::{How, Kind, Since, Topic, Urgency, Who};
use super::words::{a_doctor, capital};
use crate::directory::specialties;

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
    match who {
        Who::Child if !same => {
            let why = format!(
                "Children {} usually see a paediatrician first.",
                kind.people
            );
            let other = "when a paediatrician has looked at it already";
            (("paediatrics", why), other_than("paediatrics", kind, other))
        }
        Who::Pregnant if !same => {
            let why = format!(
                "In pregnancy, people {} usually see a gynaecologist or a midwife first.",
                kind.people
            );
            let other = "when your maternity team has looked at it already";
            (("gynaecology", why), other_than("gynaecology", kind, other))
        }
        _ if kind.gp_first && !lasts => {
            let why = format!(
                "In the first days, people {} usually see a general practitioner.",
                kind.people
            );
            let second = (kind.to, fits(kind.to, "when it lasts or comes back"));
            ((GP, why), Some(second))
        }
        _ => {
            let people = if who == Who::Child {
                "Children"
            } else {
                "People"
            };
            let why = format!(
                "{people} {} usually see {}.",
                kind.people,
                a_doctor(kind.to)
            );
            let second = match kind.or {
                Some((slug, when)) => Some((slug, fits(slug, when))),
                None if kind.gp_first => Some((GP, fits(GP, "to talk it over first"))),
                None => None,
            };
            ((kind.to, why), second)
        }
    }
}

/// The specialty of a complaint, unless it is the one that comes first anyway.
fn other_than(first: Slug, kind: &Kind, when: &str) -> Option<(Slug, String)> {
    (kind.to != first).then(|| (kind.to, fits(kind.to, when)))
}

fn fits(slug: &str, when: &str) -> String {
    format!("{} may fit better {when}.", capital(&a_doctor(slug)))
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
