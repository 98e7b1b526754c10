//! The walk: from what was answered to the next question, a red flag, or the end.

use super::answers::{Answers, Ask, NO_SIGN, kinds, signs};
use super::data::{Help, How, Since, Who};
use super::outcome::{End, end};
use super::{topics, words};
use crate::texts::Say;

/// What comes next.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    Question(Question),
    RedFlag(RedFlag),
    End(End),
}

/// An answer that is offered.
#[derive(Debug, PartialEq, Eq)]
pub struct Offer {
    pub value: &'static str,
    pub label: Say,
    /// None where the label says all.
    pub hint: Option<Say>,
}

/// A question, and the answers to choose from.
#[derive(Debug, PartialEq, Eq)]
pub struct Question {
    pub ask: Ask,
    pub offers: Vec<Offer>,
    /// The answer so far, where it is asked again.
    pub chosen: Option<&'static str>,
    /// Which question it is, and how many there are at most.
    pub number: usize,
    pub of: usize,
}

/// Something that can't wait for an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RedFlag {
    /// The question whose answer it is.
    pub ask: Ask,
    /// What was said that is one.
    pub said: Say,
    pub why: Say,
    pub help: Help,
}

/// What comes after these answers: the question that is asked again, else a red flag, else
/// the first question without an answer, else the end.
pub fn next(answers: &Answers) -> Next {
    for ask in Ask::ALL.into_iter().filter(|ask| answers.asks(*ask)) {
        if answers.value(ask).is_none() || answers.at == Some(ask) {
            return Next::Question(question(answers, ask));
        }
        if let Some(flag) = red_flag(answers, ask) {
            return Next::RedFlag(flag);
        }
    }
    match end(answers) {
        Some(end) => Next::End(end),
        // Without a topic or a kind the loop has asked for it.
        None => Next::Question(question(answers, Ask::Where)),
    }
}

/// The red flag that the answer to this question raises, with those before it.
fn red_flag(answers: &Answers, ask: Ask) -> Option<RedFlag> {
    match ask {
        Ask::Signs => answers.sign.flatten().map(|sign| RedFlag {
            ask,
            said: sign.label,
            why: sign.why,
            help: sign.help,
        }),
        Ask::How => {
            let kind = answers.kind?;
            let worst = kind.worst?;
            let fresh = answers.since == Some(Since::Today);
            let raised = answers.how == Some(How::Severe) && (fresh || !worst.fresh);
            raised.then_some(RedFlag {
                ask,
                said: kind.label,
                why: worst.why,
                help: match answers.whom() {
                    Who::Pregnant => Help::Maternity,
                    _ => Help::Emergency,
                },
            })
        }
        _ => None,
    }
}

fn question(answers: &Answers, ask: Ask) -> Question {
    let path: Vec<Ask> = Ask::ALL
        .into_iter()
        .filter(|ask| answers.asks(*ask))
        .collect();
    Question {
        ask,
        offers: offers(answers, ask),
        chosen: answers.value(ask),
        number: path.iter().take_while(|other| **other < ask).count() + 1,
        of: path.len(),
    }
}

fn offers(answers: &Answers, ask: Ask) -> Vec<Offer> {
    let plain = |value, label| Offer {
        value,
        label,
        hint: None,
    };
    let topic = answers.topic;
    match ask {
        Ask::Where => topics::ALL
            .iter()
            .map(|topic| Offer {
                value: topic.key,
                label: topic.label,
                hint: Some(topic.hint),
            })
            .collect(),
        Ask::Who => topic
            .into_iter()
            .flat_map(|topic| topic.who)
            .map(|who| {
                let (label, hint) = words::who(*who);
                Offer {
                    value: who.key(),
                    label,
                    hint,
                }
            })
            .collect(),
        Ask::Signs => topic
            .into_iter()
            .flat_map(|topic| signs(topic, answers.who))
            .map(|sign| plain(sign.key, sign.label))
            .chain([plain(NO_SIGN, words::NO_SIGN)])
            .collect(),
        Ask::What => topic
            .into_iter()
            .flat_map(|topic| kinds(topic, answers.who))
            .map(|kind| plain(kind.key, kind.label))
            .collect(),
        Ask::Since => Since::ALL
            .into_iter()
            .map(|since| plain(since.key(), words::since(since)))
            .collect(),
        Ask::How => How::ALL
            .into_iter()
            .map(|how| {
                let (label, hint) = words::how(how);
                Offer {
                    value: how.key(),
                    label,
                    hint,
                }
            })
            .collect(),
    }
}

/// What was answered to a question, as people read it.
pub fn answered(answers: &Answers, ask: Ask) -> Option<Say> {
    let value = answers.value(ask)?;
    let mut offers = offers(answers, ask).into_iter();
    offers
        .find(|offer| offer.value == value)
        .map(|offer| offer.label)
}
