//! What people are told of a step.

use super::step::{Done, Span};
use crate::appointments::entity::appointment;
use crate::appointments::model::{Action, Appointment, Part, Status};
use crate::appointments::rules::{self, Moving};
use crate::notifications::model::Kind;
use crate::notifications::service::Notice;
use crate::time::Local;

/// "Wed 25 Nov, 09:30–10:00 Madrid time (UTC+1)"
pub fn when(row: &appointment::Model) -> String {
    in_words(&Local::at(&row.time_zone, row.starts_at, row.ends_at))
}

fn in_words(local: &Local) -> String {
    format!(
        "{}, {} {}",
        local.short_day(),
        local.hours(),
        local.zone_name()
    )
}

/// "Wed 25 Nov, 09:30"
fn briefly(local: &Local) -> String {
    format!("{}, {}", local.short_day(), local.time)
}

/// A notice to the patient about their case, to be filled in.
pub fn to_patient(answer: &Appointment) -> Notice {
    Notice {
        user_id: answer.patient.id,
        kind: Kind::Accepted,
        title: String::new(),
        body: String::new(),
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
            let told = Told::new(done, answer);
            let (title, body) = match reader {
                Part::Doctor => told.doctor(kind),
                _ => told.patient(),
            };
            let where_to = matches!(kind, Kind::Accepted | Kind::Proposed);
            Notice {
                user_id: match reader {
                    Part::Doctor => answer.doctor.id,
                    _ => answer.patient.id,
                },
                kind,
                title,
                body,
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

/// A step, with what the sentences about it are made of.
struct Told<'a> {
    done: &'a Done,
    answer: &'a Appointment,
    doctor: &'a str,
    patient: &'a str,
    when: String,
    /// The other half of the move, briefly.
    other: String,
    reason: &'a str,
}

impl<'a> Told<'a> {
    fn new(done: &'a Done, answer: &'a Appointment) -> Self {
        let other = done.other.as_ref();
        Self {
            done,
            answer,
            doctor: &answer.doctor.full_name,
            patient: &answer.patient.full_name,
            when: in_words(&answer.local),
            other: other.map_or_else(String::new, |other| {
                briefly(&Local::at(&other.time_zone, other.starts_at, other.ends_at))
            }),
            reason: done.reason.as_deref().unwrap_or_default(),
        }
    }

    /// The time before the step, briefly.
    fn was(&self) -> String {
        let zone = &self.answer.local.zone;
        let was = |(from, until): Span| briefly(&Local::at(zone, from, until));
        self.done.was.map(was).unwrap_or_default()
    }

    /// What stays, where a move came to nothing, or went on alone.
    fn rest(&self) -> String {
        let other = &self.other;
        match self.done.moving {
            Moving::Not => String::new(),
            Moving::To => format!("Your appointment on {other} stays as it was."),
            Moving::From => format!("Your request for {other} still waits for an answer."),
        }
    }

    fn patient(&self) -> (String, String) {
        let Self {
            doctor,
            when,
            other,
            reason,
            ..
        } = self;
        let local = &self.answer.local;
        let long = format!(
            "{}, {} {}",
            local.long_day(),
            local.hours(),
            local.zone_name()
        );
        let to = self.done.moving == Moving::To;
        match self.done.action {
            Action::Accept if to => (
                format!("{doctor} accepted the new time"),
                format!("{long}. Your earlier time, {other}, is free again."),
            ),
            Action::Accept => (
                format!("{doctor} accepted your appointment"),
                match self.done.moving {
                    Moving::From => sentences([format!("{long}."), self.rest()]),
                    _ => long,
                },
            ),
            Action::Decline if to => (
                format!("{doctor} can’t take the new time"),
                sentences([self.rest(), (*reason).to_owned()]),
            ),
            Action::Decline => (
                format!("{doctor} can’t take your appointment"),
                sentences([self.rest(), (*reason).to_owned()]),
            ),
            Action::Suggest => {
                let by = &self.answer.answer_by_local;
                let until = if to {
                    format!("Until you agree, {other} stays yours.")
                } else {
                    String::new()
                };
                (
                    format!("{doctor} suggests another time"),
                    sentences([
                        format!("{when}, in place of {}.", self.was()),
                        format!("Please answer by {} {}.", by.short_day(), by.time),
                        until,
                        (*reason).to_owned(),
                    ]),
                )
            }
            Action::NoShow => (
                format!("{doctor} noted that you did not come"),
                local.long_day(),
            ),
            Action::Complete => (
                format!("Your visit to {doctor} is complete"),
                local.long_day(),
            ),
            Action::Expire => {
                let (title, advice) = match self.done.from {
                    Status::Proposed => (
                        format!("The time that {doctor} suggested has lapsed"),
                        "Nobody agreed to it in time. Ask for another one.",
                    ),
                    _ => (
                        format!("{doctor} did not answer in time"),
                        "The time is free again; ask for another one, or ask a colleague.",
                    ),
                };
                let rest = match self.done.moving {
                    Moving::Not => advice.to_owned(),
                    _ => self.rest(),
                };
                (title, sentences([format!("{when}."), rest]))
            }
            _ => (
                format!("{doctor} cancelled the appointment"),
                sentences([
                    format!("{when}{}", if reason.is_empty() { "" } else { "." }),
                    self.rest(),
                    (*reason).to_owned(),
                ]),
            ),
        }
    }

    fn doctor(&self, kind: Kind) -> (String, String) {
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
                    format!("The earlier time, {other}, is free again.")
                } else {
                    String::new()
                };
                (
                    format!("{patient} agrees to the time that you suggested"),
                    sentences([format!("{when}."), rest]),
                )
            }
            Action::Move => (
                format!("{patient} asks to move the appointment"),
                sentences([format!("From {other} to {when}."), (*reason).to_owned()]),
            ),
            Action::Expire => {
                let title = match self.done.from {
                    Status::Proposed => {
                        format!("{patient} did not answer your suggestion in time")
                    }
                    _ => format!("A request of {patient} has expired"),
                };
                (title, when.clone())
            }
            _ if kind == Kind::Moved => (
                format!("{patient} still asks for another time"),
                format!("{other}. It waits for your answer."),
            ),
            _ if to => (
                format!("{patient} keeps the earlier time"),
                sentences([
                    format!("The request for {when} is withdrawn; {other} stays."),
                    (*reason).to_owned(),
                ]),
            ),
            _ => {
                let rest = match self.done.moving {
                    Moving::From => format!("The request for {other} is withdrawn too."),
                    _ => String::new(),
                };
                (
                    format!("{patient} cancelled the appointment"),
                    sentences([
                        format!("{when}{}", if reason.is_empty() { "" } else { "." }),
                        rest,
                        (*reason).to_owned(),
                    ]),
                )
            }
        }
    }
}

/// Those that say something, after each other.
fn sentences<const N: usize>(parts: [String; N]) -> String {
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(" ")
}
