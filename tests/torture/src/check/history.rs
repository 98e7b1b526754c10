//! Every case's timeline, replayed step by step against the table of actions.

use std::collections::HashMap;

use uuid::Uuid;

use super::replay::Replay;
use super::{Findings, Kind, lines};
use crate::book::{Appointment, Book, Event};
use crate::words::{Action, Status};

/// How an appointment stood for a while. The first is of version 1, the next of version 2.
#[derive(Clone, Debug)]
pub struct Stage {
    /// On the machine's clock, in milliseconds: when the step's id was made.
    pub since: i64,
    pub status: Status,
}

/// The life of an appointment.
#[derive(Debug)]
pub struct Life<'a> {
    pub row: &'a Appointment,
    pub stages: Vec<Stage>,
}

impl Life<'_> {
    pub fn status(&self) -> Option<Status> {
        self.stages.last().map(|stage| stage.status)
    }
}

/// A step of a timeline that could be read.
#[derive(Debug)]
pub struct Taken<'a> {
    pub event: &'a Event,
    pub action: Action,
    pub row: &'a Appointment,
    /// The appointment that a referral began.
    pub began: Option<&'a Appointment>,
    /// The version that the step made of its appointment.
    pub version: i64,
}

/// All of it.
#[derive(Debug, Default)]
pub struct History<'a> {
    pub lives: HashMap<Uuid, Life<'a>>,
    pub steps: Vec<Taken<'a>>,
}

/// Replays the timelines of all cases.
pub fn replay<'a>(book: &'a Book, findings: &mut Findings) -> History<'a> {
    let mut replay = Replay::of(book);
    let mut steps = Vec::new();
    for event in &book.events {
        steps.extend(replay.take(event, findings));
    }
    for life in replay.lives.values() {
        let row = life.row;
        findings.hold_by(
            life.status() == Some(row.status),
            Kind::Row,
            || {
                format!(
                    "{} is {:?}, but its timeline leads to {:?}",
                    row.id,
                    row.status,
                    life.status()
                )
            },
            || lines(&of(book, row.case_id)),
        );
        findings.hold_by(
            i64::try_from(life.stages.len()).ok() == Some(row.version),
            Kind::Row,
            || {
                format!(
                    "{} has version {} after {} steps",
                    row.id,
                    row.version,
                    life.stages.len()
                )
            },
            || lines(&of(book, row.case_id)),
        );
        let placed = life
            .stages
            .iter()
            .any(|stage| stage.status == Status::Accepted);
        findings.hold_by(
            placed == row.location_address.is_some(),
            Kind::Row,
            || {
                format!(
                    "{} has an address: {}; it was accepted: {placed}",
                    row.id, !placed
                )
            },
            || lines(&of(book, row.case_id)),
        );
    }
    History {
        lives: replay.lives,
        steps,
    }
}

/// The timeline of a case.
pub fn of(book: &Book, case_id: Uuid) -> Vec<&Event> {
    book.events
        .iter()
        .filter(|event| event.case_id == case_id)
        .collect()
}

/// When a UUID of version 7 was made, in milliseconds since 1970.
pub fn made_at(id: Uuid) -> i64 {
    i64::try_from(id.as_u128() >> 80).unwrap_or_default()
}
