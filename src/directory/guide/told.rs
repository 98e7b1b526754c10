//! A step of the guide as programs read it, beside what its page shows.

use serde::{Deserialize, Serialize};

use super::answers::{Answers, Ask};
use super::outcome::{End, Lead};
use super::walk::{self, Next, Offer, Question, RedFlag};
use super::words;
use crate::directory::model::{DoctorCard, GuideStep};
use crate::texts::Say;

/// A step: one of a question, a red flag and an end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Told {
    /// `question`, `red-flag` or `end`.
    pub kind: String,
    /// What was answered, as far as it means something.
    pub answers: Vec<Answer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Asked>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub red_flag: Option<Flag>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Led>,
    /// What its page shows.
    #[serde(flatten)]
    pub step: GuideStep,
}

/// An answer: its name and value in the address, and how it reads.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Answer {
    pub name: String,
    pub value: String,
    pub label: String,
}

/// A question and what may be answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Asked {
    pub name: String,
    pub text: String,
    pub options: Vec<Choice>,
}

/// Something to answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub hint: String,
}

/// What can't wait, why, and whom to call.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Flag {
    pub said: String,
    pub why: String,
    pub call: String,
}

/// Where the answers lead.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Led {
    /// `routine`, `this-week` or `today`.
    pub urgency: String,
    /// The one to start with, then perhaps another.
    pub specialties: Vec<Why>,
    /// Who of the first is free soonest.
    pub doctors: Vec<DoctorCard>,
}

/// A specialty, and a sentence that says why.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Why {
    pub slug: String,
    pub name: String,
    pub why: String,
}

impl Told {
    /// What is told of a step that its page shows so.
    pub fn new(answers: &Answers, next: &Next, doctors: Vec<DoctorCard>, step: GuideStep) -> Self {
        let mut told = Self {
            kind: String::new(),
            answers: Ask::ALL
                .into_iter()
                .filter_map(|ask| answer(answers, ask))
                .collect(),
            question: None,
            red_flag: None,
            end: None,
            step,
        };
        match next {
            Next::Question(question) => {
                told.kind = "question".to_owned();
                told.question = Some(asked(question, &told.step.title));
            }
            Next::RedFlag(flag) => {
                told.kind = "red-flag".to_owned();
                told.red_flag = Some(raised(*flag));
            }
            Next::End(end) => {
                told.kind = "end".to_owned();
                told.end = Some(led(end, doctors));
            }
        }
        told
    }
}

fn answer(answers: &Answers, ask: Ask) -> Option<Answer> {
    Some(Answer {
        name: ask.name().to_owned(),
        value: answers.value(ask)?.to_owned(),
        label: walk::answered(answers, ask)?.said(),
    })
}

fn asked(question: &Question, text: &str) -> Asked {
    let choice = |offer: &Offer| Choice {
        value: offer.value.to_owned(),
        label: offer.label.said(),
        hint: offer.hint.map(Say::said).unwrap_or_default(),
    };
    Asked {
        name: question.ask.name().to_owned(),
        text: text.to_owned(),
        options: question.offers.iter().map(choice).collect(),
    }
}

fn raised(flag: RedFlag) -> Flag {
    Flag {
        said: flag.said.said(),
        why: flag.why.said(),
        call: words::call(flag.help).said(),
    }
}

fn led(end: &End, doctors: Vec<DoctorCard>) -> Led {
    let why = |lead: &Lead| Why {
        slug: lead.specialty.slug.to_owned(),
        name: lead.specialty.name.said(),
        why: lead.why.clone(),
    };
    Led {
        urgency: end.urgency.key().to_owned(),
        specialties: [Some(&end.first), end.second.as_ref()]
            .into_iter()
            .flatten()
            .map(why)
            .collect(),
        doctors,
    }
}
