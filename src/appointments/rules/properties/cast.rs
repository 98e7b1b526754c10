//! Who plays, what they do, and what may become of it.

use chrono::TimeDelta;

use crate::appointments::model::{Action, Part, Status};
use crate::appointments::rules::Moving;
use crate::notifications::model::Kind;
use crate::time::Instant;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    Patient(usize),
    Doctor(usize),
    Nobody,
}

/// Who tries something on an appointment.
#[derive(Clone, Copy, Debug)]
pub enum Who {
    ItsDoctor,
    ItsPatient,
    System,
    Other(Person),
}

#[derive(Clone, Debug)]
pub enum Command {
    Request {
        patient: usize,
        doctor: usize,
        time: i32,
    },
    /// Somebody tries something on one of the appointments there are, with a colleague and
    /// another time for what needs them.
    Act {
        who: Who,
        action: Action,
        which: usize,
        doctor: usize,
        time: i32,
    },
    /// Hours pass.
    Pass(i64),
}

/// An appointment.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    pub case: usize,
    pub doctor: usize,
    pub patient: usize,
    pub status: Status,
    pub starts_at: Instant,
    pub answer_by: Instant,
    pub updated_at: Instant,
    pub moved_from: Option<usize>,
    pub referred_from: Option<usize>,
    pub version: u32,
}

impl Visit {
    pub fn overlaps(&self, starts_at: Instant) -> bool {
        (self.starts_at - starts_at).abs() < TimeDelta::hours(3)
    }
}

/// A notice about a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub to: Person,
    pub kind: Kind,
}

/// What happened to an appointment: by which row of the table it left a state for another.
pub type Change = (Action, Part, Option<Status>, Status);

/// A step that was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    pub who: Person,
    pub by: Part,
    pub action: Action,
    /// The appointment that it was tried on; the new one of a request.
    pub which: usize,
    pub moving: Moving,
    pub notices: Vec<Notice>,
    /// Of every appointment that changed.
    pub changed: Vec<Change>,
}

/// The design's table of actions: each way from one state to another. Nothing else may happen.
pub const TABLE: [Change; 22] = {
    use Action::{Accept, Agree, Cancel, Complete, Decline, Expire, Move, Refer, Request, Suggest};
    use Part::{Doctor, Patient, System};
    use Status::{
        Accepted, Cancelled, Completed, Declined, Expired, NoShow, Pending, Proposed, Referred,
    };
    [
        (Request, Patient, None, Pending),
        (Accept, Doctor, Some(Pending), Accepted),
        (Decline, Doctor, Some(Pending), Declined),
        (Refer, Doctor, Some(Pending), Referred),
        // The colleague's.
        (Refer, Doctor, None, Pending),
        (Suggest, Doctor, Some(Pending), Proposed),
        (Suggest, Doctor, Some(Accepted), Proposed),
        (Agree, Patient, Some(Proposed), Accepted),
        // The new one; the old one stays as it is.
        (Move, Patient, None, Pending),
        (Cancel, Patient, Some(Pending), Cancelled),
        (Cancel, Patient, Some(Proposed), Cancelled),
        (Cancel, Patient, Some(Accepted), Cancelled),
        (Cancel, Doctor, Some(Pending), Cancelled),
        (Cancel, Doctor, Some(Proposed), Cancelled),
        (Cancel, Doctor, Some(Accepted), Cancelled),
        // With the other half of a move.
        (Cancel, System, Some(Pending), Cancelled),
        (Cancel, System, Some(Proposed), Cancelled),
        (Cancel, System, Some(Accepted), Cancelled),
        (Complete, Doctor, Some(Accepted), Completed),
        (Action::NoShow, Doctor, Some(Accepted), NoShow),
        (Expire, System, Some(Pending), Expired),
        (Expire, System, Some(Proposed), Expired),
    ]
};
