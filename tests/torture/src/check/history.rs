//! Every case's timeline, replayed step by step against the table of actions.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::Findings;
use super::replay::Replay;
use super::rules::Place;
use crate::book::{Appointment, Book, Event};
use crate::words::{Action, Status};

/// A time, from its start to its end.
pub type Span = (DateTime<Utc>, DateTime<Utc>);

/// How an appointment stood for a while. The first is of version 1, the next of version 2.
#[derive(Clone, Debug)]
pub struct Stage {
    /// On the machine's clock, in milliseconds: when the step's id was made.
    pub since: i64,
    /// On the servers' clock.
    pub at: DateTime<Utc>,
    pub status: Status,
    pub time: Span,
    /// By when somebody answers, where somebody is to.
    pub due: DateTime<Utc>,
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

    pub fn version(&self) -> i64 {
        i64::try_from(self.stages.len()).unwrap_or(i64::MAX)
    }
}

/// A step of a timeline that could be read.
#[derive(Debug)]
pub struct Taken<'a> {
    pub event: &'a Event,
    pub action: Action,
    pub row: &'a Appointment,
    /// The appointment that a referral began.
    pub next: Option<&'a Appointment>,
    /// The version that the step made of its appointment.
    pub version: i64,
    /// The version, before it, of the appointment that it was taken on; 0 of a request.
    pub before: i64,
    /// Where the appointment was in a move, before what else the same transaction did.
    pub place: Place,
    /// The other half of that move.
    pub other: Option<&'a Appointment>,
    /// The other half lives on.
    pub goes_on: bool,
}

impl Taken<'_> {
    /// The appointment that the step was taken on; none for a request.
    pub fn target(&self) -> Option<Uuid> {
        match self.action {
            Action::Request => None,
            Action::Move => self.row.moved_from,
            _ => Some(self.row.id),
        }
    }
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
    replay.close(findings);
    History {
        lives: replay.lives,
        steps,
    }
}

/// The timeline of a case.
pub fn of(book: &Book, case_id: Uuid) -> Vec<&Event> {
    let events = book.events.iter();
    events.filter(|event| event.case_id == case_id).collect()
}

/// When a UUID of version 7 was made, in milliseconds since 1970.
pub fn made_at(id: Uuid) -> i64 {
    i64::try_from(id.as_u128() >> 80).unwrap_or_default()
}
