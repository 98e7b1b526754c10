//! What people are told of a step.

use super::step::{Done, Span};
use crate::appointments::model::{Action, Appointment, Part, Status};
use crate::appointments::rules::{self, Moving};
use crate::notifications::model::Kind;
use crate::notifications::service::{Notice, Words};
use crate::texts::InEach;
use crate::time::Local;

/// A notice to the patient about their case, to be filled in.
pub fn to_patient(answer: &Appointment) -> Notice {
    Notice {
        user_id: answer.patient.id,
        kind: Kind::Accepted,
        words: InEach::say(Words::default),
        link: format!("/appointments/{}", answer.id),
        case_id: Some(answer.case_id),
        location: None,
    }
}

/// Everybody's notices of a step that made it `answer`.
pub fn notices(done: &Done, answer: &Appointment) -> Vec<Notice> {
    rules::told(done.action, done.by, done.moving)
        .into_iter()
        .map(|(reader, kind)| {
            let words = InEach::say(|| {
                let told = Told::new(done, answer);
                match reader {
                    Part::Doctor => told.doctor(kind),
                    _ => told.patient(),
                }
            });
            let where_to = matches!(kind, Kind::Accepted | Kind::Proposed);
            Notice {
                user_id: match reader {
                    Part::Doctor => answer.doctor.id,
                    _ => answer.patient.id,
                },
                kind,
                words,
                link: match &done.other {
                    // What is still to be answered.
                    Some(other) if kind == Kind::Moved && done.action != Action::Move => {
                        format!("/appointments/{}", other.id)
                    }
                    _ => format!("/appointments/{}", answer.id),
                },
                location: answer.location.clone().filter(|_| where_to),
                ..to_patient(answer)
            }
        })
        .collect()
}

/// Why, and, on a line of its own, what is advised instead.
pub fn with_advice(reason: &str, advice: Option<&str>) -> String {
    match advice {
        Some(advice) => {
            let advice = ts!("notifications-outcome-advice", advice = advice);
            [reason, "\n", &advice].concat()
        }
        None => reason.to_owned(),
    }
}

/// A step, with what the sentences about it are made of.
struct Told<'a> {
    done: &'a Done,
    answer: &'a Appointment,
    doctor: &'a str,
    patient: &'a str,
    when: String,
    /// The other half of the move, briefly.
    other: String,
    reason: String,
}

impl<'a> Told<'a> {
    fn new(done: &'a Done, answer: &'a Appointment) -> Self {
        let other = done.other.as_ref();
        Self {
            done,
            answer,
            doctor: &answer.doctor.full_name,
            patient: &answer.patient.full_name,
            when: answer.local.in_words(),
            other: other.map_or_else(String::new, |other| other.local().briefly()),
            reason: with_advice(
                done.reason.as_deref().unwrap_or_default(),
                done.advice.as_deref(),
            ),
        }
    }

    /// The time before the step, briefly.
    fn was(&self) -> String {
        let zone = &self.answer.local.zone;
        let was = |(from, until): Span| Local::at(zone, from, until).briefly();
        self.done.was.map(was).unwrap_or_default()
    }

    /// What stays, where a move came to nothing, or went on alone.
    fn rest(&self) -> String {
        let other = &self.other;
        match self.done.moving {
            Moving::Not => String::new(),
            Moving::To => ts!("notifications-stays", other = other),
            Moving::From => ts!("notifications-still-waits", other = other),
        }
    }

    fn patient(&self) -> Words {
        let Self {
            doctor,
            when,
            other,
            reason,
            ..
        } = self;
        let local = &self.answer.local;
        let to = self.done.moving == Moving::To;
        match self.done.action {
            Action::Accept if to => (
                ts!("notifications-accepted-new", doctor = doctor),
                ts!(
                    "notifications-accepted-new-body",
                    when = local.at_length(),
                    other = other
                ),
            ),
            Action::Accept => (
                ts!("notifications-accepted", doctor = doctor),
                match self.done.moving {
                    Moving::From => sentences([stop(&local.at_length()), self.rest()]),
                    _ => local.at_length(),
                },
            ),
            Action::Decline if to => (
                ts!("notifications-declined-new", doctor = doctor),
                sentences([self.rest(), reason.clone()]),
            ),
            Action::Decline => (
                ts!("notifications-declined", doctor = doctor),
                sentences([self.rest(), reason.clone()]),
            ),
            Action::Suggest => (
                ts!("notifications-suggested", doctor = doctor),
                self.suggestion(to),
            ),
            Action::NoShow => (
                ts!("notifications-no-show", doctor = doctor),
                local.long_day(),
            ),
            Action::Complete => (
                ts!("notifications-completed", doctor = doctor),
                local.long_day(),
            ),
            Action::Expire => {
                let (title, advice) = match self.done.from {
                    Status::Proposed => (
                        ts!("notifications-expired-suggested", doctor = doctor),
                        ts!("notifications-expired-suggested-advice"),
                    ),
                    _ => (
                        ts!("notifications-expired-asked", doctor = doctor),
                        ts!("notifications-expired-asked-advice"),
                    ),
                };
                let rest = match self.done.moving {
                    Moving::Not => advice,
                    _ => self.rest(),
                };
                (title, sentences([stop(when), rest]))
            }
            // Of the rest a patient is told elsewhere, or does it: see `rules::told`.
            Action::Cancel | Action::Request | Action::Refer | Action::Agree | Action::Move => (
                ts!("notifications-cancelled-by-doctor", doctor = doctor),
                self.cancelled(self.rest()),
            ),
        }
    }

    /// The other time, by when to answer, and what holds meanwhile.
    fn suggestion(&self, to: bool) -> String {
        let by = &self.answer.answer_by_local;
        sentences([
            ts!(
                "notifications-suggested-body",
                when = self.when,
                was = self.was()
            ),
            ts!(
                "notifications-answer-by",
                day = by.short_day(),
                time = by.time
            ),
            if to {
                ts!("notifications-until", other = self.other)
            } else {
                String::new()
            },
            self.reason.clone(),
        ])
    }

    /// Which time, what becomes of the rest, and why.
    fn cancelled(&self, rest: String) -> String {
        let when = if self.reason.is_empty() {
            self.when.clone()
        } else {
            stop(&self.when)
        };
        sentences([when, rest, self.reason.clone()])
    }

    fn doctor(&self, kind: Kind) -> Words {
        let Self {
            patient,
            when,
            other,
            reason,
            ..
        } = self;
        let to = self.done.moving == Moving::To;
        match self.done.action {
            Action::Agree => {
                let rest = if to {
                    ts!("notifications-agreed-other", other = other)
                } else {
                    String::new()
                };
                (
                    ts!("notifications-agreed", patient = patient),
                    sentences([stop(when), rest]),
                )
            }
            Action::Move => (
                ts!("notifications-move", patient = patient),
                sentences([
                    ts!("notifications-move-body", other = other, when = when),
                    reason.clone(),
                ]),
            ),
            Action::Expire => {
                let title = match self.done.from {
                    Status::Proposed => {
                        ts!("notifications-expired-suggestion", patient = patient)
                    }
                    _ => ts!("notifications-expired-request", patient = patient),
                };
                (title, when.clone())
            }
            Action::Decline | Action::Cancel if kind == Kind::Moved => (
                ts!("notifications-still-asks", patient = patient),
                ts!("notifications-still-asks-body", other = other),
            ),
            Action::Cancel if to => (
                ts!("notifications-keeps", patient = patient),
                sentences([
                    ts!("notifications-keeps-body", when = when, other = other),
                    reason.clone(),
                ]),
            ),
            // Of the rest a doctor is told elsewhere, or does it: see `rules::told`.
            Action::Cancel
            | Action::Request
            | Action::Accept
            | Action::Decline
            | Action::Refer
            | Action::Suggest
            | Action::Complete
            | Action::NoShow => {
                let rest = match self.done.moving {
                    Moving::From => ts!("notifications-cancelled-too", other = other),
                    _ => String::new(),
                };
                (
                    ts!("notifications-cancelled-by-patient", patient = patient),
                    self.cancelled(rest),
                )
            }
        }
    }
}

/// As a sentence.
pub fn stop(text: &str) -> String {
    [text, "."].concat()
}

/// Those that say something, after each other.
fn sentences<const N: usize>(parts: [String; N]) -> String {
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(" ")
}
