//! The table of actions as the design has it, written out a second time: what the checker believes.

use chrono::TimeDelta;

use crate::words::{Action, Part, Status};

/// How long somebody has to answer.
pub const ANSWER_WITHIN: TimeDelta = TimeDelta::hours(48);
/// How long a time is held for somebody who waits.
pub const HELD_FOR: TimeDelta = TimeDelta::hours(4);
/// How many wishes a patient may have open at once.
pub const WISHES_MOST: usize = 5;

/// The place of an appointment in a move that is not decided yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// There is no such move.
    Alone,
    /// Another time is asked for in place of this one.
    Earlier,
    /// This one is asked for in place of another.
    Later,
}

/// When an action is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before the start.
    Before,
    /// Before the start, and before an answer is due.
    InTime,
    /// Once it is too late for that.
    Late,
    /// From the start on.
    Since,
    Always,
}

/// Where an action of a part leads from a status, and when; nothing where it is not allowed.
///
/// What ends the other half of a move comes after that end: acceptance of the later one finds it
/// alone.
pub fn step(
    action: Action,
    by: Part,
    from: Option<Status>,
    place: Place,
) -> Option<(Status, When)> {
    use Part::{Doctor, Patient, System};
    use Place::{Alone, Earlier, Later};
    use Status::{Accepted, Cancelled, Completed, Declined, Expired};
    use Status::{NoShow, Pending, Proposed, Referred};
    let Some(from) = from else {
        let begins = matches!(action, Action::Request | Action::Move) && by == Patient;
        return begins.then_some((Pending, When::Before));
    };
    match (from, action, by, place) {
        (Pending, Action::Accept, Doctor, Alone | Earlier) => Some((Accepted, When::InTime)),
        (Pending, Action::Decline, Doctor, _) => Some((Declined, When::Always)),
        (Pending, Action::Refer, Doctor, Alone) => Some((Referred, When::InTime)),
        (Pending | Accepted, Action::Suggest, Doctor, Alone | Later) => {
            Some((Proposed, When::InTime))
        }
        (Proposed, Action::Agree, Patient, Alone) => Some((Accepted, When::InTime)),
        (Pending | Proposed | Accepted, Action::Cancel, Patient, Alone | Later)
        | (Pending | Proposed | Accepted, Action::Cancel, Doctor, _) => {
            Some((Cancelled, When::Before))
        }
        (Pending | Proposed | Accepted, Action::Cancel, System, Earlier | Later) => {
            Some((Cancelled, When::Always))
        }
        (Accepted, Action::Complete, Doctor, Alone) => Some((Completed, When::Since)),
        (Accepted, Action::NoShow, Doctor, Alone) => Some((NoShow, When::Since)),
        (Pending | Proposed, Action::Expire, System, _) => Some((Expired, When::Late)),
        _ => None,
    }
}

/// Whether the end of this half of a move is due to such a step of the other half.
pub fn ends(half: Place, action: Action, by: Part) -> bool {
    match half {
        Place::Earlier => matches!(action, Action::Accept | Action::Agree),
        Place::Later => {
            (action, by) == (Action::Cancel, Part::Patient)
                || matches!(action, Action::Complete | Action::NoShow)
        }
        Place::Alone => false,
    }
}

/// Whether a part takes this action at all.
pub fn is_of(part: Part, action: Action) -> bool {
    match action {
        Action::Request | Action::Agree | Action::Move => part == Part::Patient,
        action if action.is_of_list() => part == Part::Patient,
        Action::Cancel => part != Part::System,
        Action::Expire => part == Part::System,
        _ => part == Part::Doctor,
    }
}

/// Which appointment a notice leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    This,
    /// The one that a referral began.
    Next,
    /// The other half of a move.
    Other,
}

/// Who is told of a step, as what, and about which appointment.
pub fn told(action: Action, by: Part, place: Place) -> Vec<(Part, &'static str, About)> {
    use About::{Next, Other, This};
    use Part::{Doctor, Patient};
    let mut told = match action {
        Action::Request => vec![(Doctor, "requested", This)],
        Action::Accept => vec![(Patient, "accepted", This)],
        Action::Decline => vec![(Patient, "declined", This)],
        Action::Refer => vec![(Patient, "referred", Next), (Doctor, "requested", Next)],
        Action::Suggest => vec![(Patient, "proposed", This)],
        Action::Agree => vec![(Doctor, "agreed", This)],
        Action::Move => vec![(Doctor, "moved", This)],
        Action::Cancel if by == Patient => vec![(Doctor, "cancelled", This)],
        Action::Cancel if by == Doctor => vec![(Patient, "cancelled", This)],
        // Told with the step that it is due to.
        Action::Cancel => vec![],
        Action::Complete => vec![(Patient, "completed", This)],
        Action::NoShow => vec![(Patient, "no_show", This)],
        Action::Expire => vec![(Patient, "expired", This), (Doctor, "expired", This)],
        // No step of a case: `list` says who is told.
        Action::Wait | Action::Leave | Action::Take | Action::Pass => vec![],
    };
    // The request for another time still waits.
    if place == Place::Earlier && by == Doctor && matches!(action, Action::Decline | Action::Cancel)
    {
        told.push((Doctor, "moved", Other));
    }
    told
}
