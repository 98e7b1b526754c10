//! The table of actions as the design has it, written out a second time: what the checker believes.

use crate::words::{Action, Part, Status};

/// When an action is allowed, by the appointment's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Before,
    Since,
    Always,
}

/// Where an action of a part leads from a status, and when; nothing where it is not allowed.
pub fn step(action: Action, by: Part, from: Option<Status>) -> Option<(Status, When)> {
    use Status::{Accepted, Cancelled, Completed, Declined, NoShow, Pending, Proposed, Referred};
    match (from, action, by) {
        (None, Action::Request, Part::Patient) => Some((Pending, When::Before)),
        (Some(Pending), Action::Accept, Part::Doctor) => Some((Accepted, When::Before)),
        (Some(Pending), Action::Decline, Part::Doctor) => Some((Declined, When::Always)),
        (Some(Pending), Action::Refer, Part::Doctor) => Some((Referred, When::Before)),
        (Some(Pending | Proposed | Accepted), Action::Cancel, Part::Patient | Part::Doctor) => {
            Some((Cancelled, When::Before))
        }
        (Some(Accepted), Action::Complete, Part::Doctor) => Some((Completed, When::Since)),
        (Some(Accepted), Action::NoShow, Part::Doctor) => Some((NoShow, When::Since)),
        _ => None,
    }
}

/// Whether a part takes this action at all.
pub fn is_of(part: Part, action: Action) -> bool {
    match action {
        Action::Request => part == Part::Patient,
        Action::Cancel => part != Part::System,
        _ => part == Part::Doctor,
    }
}

/// Who is told of a step: the other side, and as what. Of a referral the colleague is told as well.
pub fn told(action: Action, by: Part) -> Vec<(Part, &'static str)> {
    match action {
        Action::Request => vec![(Part::Doctor, "requested")],
        Action::Accept => vec![(Part::Patient, "accepted")],
        Action::Decline => vec![(Part::Patient, "declined")],
        Action::Refer => vec![(Part::Patient, "referred"), (Part::Doctor, "requested")],
        Action::Cancel if by == Part::Patient => vec![(Part::Doctor, "cancelled")],
        Action::Cancel => vec![(Part::Patient, "cancelled")],
        Action::Complete => vec![(Part::Patient, "completed")],
        Action::NoShow => vec![(Part::Patient, "no_show")],
    }
}
