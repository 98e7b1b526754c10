//! Who may do what, and when: the one table that the server enforces and the views ask.

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use chrono::TimeDelta;

use super::model::{Action, Part, Status};
use crate::notifications::model::Kind;
use crate::time::Instant;

/// The most requests that a patient may have open at once.
pub const OPEN_REQUESTS_MOST: u64 = 5;
/// How long somebody has to answer, unless a setting says otherwise.
pub const ANSWER_HOURS: u32 = 48;
/// How long after an accepted appointment its doctor may still read the patient's information.
pub const RECORD_OPEN_DAYS: i64 = 365;
/// How long a page that stays open may read a patient's information again by itself without its
/// being another look: a long working day.
pub const LOOK_HOURS: i64 = 12;
/// The longest reason, note, and description of symptoms, in characters.
pub const REASON_MOST: usize = 300;
pub const NOTE_MOST: usize = 1000;
pub const SYMPTOMS_MOST: usize = 2000;

/// The place of an appointment in a move that is not decided yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Moving {
    /// No move is open.
    #[default]
    Not,
    /// Another time is asked for in place of this one, which keeps its place until then.
    From,
    /// This one is asked for in place of another that still stands.
    To,
}

/// How an appointment stands: all of it that the table looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub status: Status,
    pub starts_at: Instant,
    /// By when whoever is asked answers.
    pub answer_by: Instant,
    pub moving: Moving,
}

impl Standing {
    /// When it is too late for whoever has not acted: to answer, where an answer is due, else
    /// its start.
    pub fn deadline(&self) -> Instant {
        match self.status {
            Status::Pending | Status::Proposed => self.starts_at.min(self.answer_by),
            _ => self.starts_at,
        }
    }
}

/// When, and on what terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub now: Instant,
    /// Until how long before the start a patient may cancel what was accepted.
    pub cancel_notice: TimeDelta,
}

/// One row: this action, by these, from these states, leads there.
struct Rule {
    action: Action,
    by: &'static [Part],
    from: &'static [Status],
    /// Nothing where it stays as it is.
    to: Option<Status>,
    when: When,
    /// In which places of a move.
    moving: &'static [Moving],
}

/// When a row holds.
#[derive(Clone, Copy, PartialEq)]
enum When {
    /// Before the start.
    Before,
    /// Before the start, and before the answer is due where one is.
    InTime,
    /// Once it is too late for that.
    Late,
    /// From the start on.
    After,
    Always,
}

const ANY: &[Moving] = &[Moving::Not, Moving::From, Moving::To];

/// The design's table of actions. `Request` is not in it: it begins an appointment.
const TABLE: [Rule; 11] = [
    Rule {
        action: Action::Accept,
        by: &[Part::Doctor],
        from: &[Status::Pending],
        to: Some(Status::Accepted),
        when: When::InTime,
        moving: ANY,
    },
    Rule {
        action: Action::Decline,
        by: &[Part::Doctor],
        from: &[Status::Pending],
        to: Some(Status::Declined),
        when: When::Always,
        moving: ANY,
    },
    // Not while a move is open: a case would have two owners.
    Rule {
        action: Action::Refer,
        by: &[Part::Doctor],
        from: &[Status::Pending],
        to: Some(Status::Referred),
        when: When::InTime,
        moving: &[Moving::Not],
    },
    // The patient has asked for another time already: that one is to be answered.
    Rule {
        action: Action::Suggest,
        by: &[Part::Doctor],
        from: &[Status::Pending, Status::Accepted],
        to: Some(Status::Proposed),
        when: When::InTime,
        moving: &[Moving::Not, Moving::To],
    },
    Rule {
        action: Action::Agree,
        by: &[Part::Patient],
        from: &[Status::Proposed],
        to: Some(Status::Accepted),
        when: When::InTime,
        moving: ANY,
    },
    // One open move a case.
    Rule {
        action: Action::Move,
        by: &[Part::Patient],
        from: &[Status::Pending, Status::Accepted],
        to: None,
        when: When::InTime,
        moving: &[Moving::Not],
    },
    Rule {
        action: Action::Cancel,
        by: &[Part::Patient, Part::Doctor],
        from: &Status::LIVE,
        to: Some(Status::Cancelled),
        when: When::Before,
        moving: ANY,
    },
    // With the other half of a move: see `Effect`.
    Rule {
        action: Action::Cancel,
        by: &[Part::System],
        from: &Status::LIVE,
        to: Some(Status::Cancelled),
        when: When::Always,
        moving: ANY,
    },
    Rule {
        action: Action::Complete,
        by: &[Part::Doctor],
        from: &[Status::Accepted],
        to: Some(Status::Completed),
        when: When::After,
        moving: ANY,
    },
    Rule {
        action: Action::NoShow,
        by: &[Part::Doctor],
        from: &[Status::Accepted],
        to: Some(Status::NoShow),
        when: When::After,
        moving: ANY,
    },
    Rule {
        action: Action::Expire,
        by: &[Part::System],
        from: &[Status::Pending, Status::Proposed],
        to: Some(Status::Expired),
        when: When::Late,
        moving: ANY,
    },
];

/// Why an action is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not for this part, in any state: 403.
    NotYours,
    /// Not from this state: 409.
    State(Status),
    /// Another time is asked for in its place, or it is asked for in place of another: 409.
    Moving,
    /// The appointment has begun: 409.
    Begun,
    /// The appointment has not begun yet: 409.
    NotBegun,
    /// The answer was due: 409.
    Overdue,
    /// The answer is not due yet: 409.
    NotDue,
    /// Too shortly before the start for a patient to cancel: 409.
    ShortNotice,
}

impl Refusal {
    /// The sentence for whoever tried.
    #[cfg(feature = "server")]
    pub fn sentence(self) -> String {
        match self {
            Self::NotYours => ts!("error-forbidden"),
            Self::State(status) => match status {
                Status::Pending => ts!("appointments-rule-pending"),
                Status::Accepted => ts!("appointments-rule-accepted"),
                Status::Declined => ts!("appointments-rule-declined"),
                Status::Referred => ts!("appointments-rule-referred"),
                Status::Cancelled => ts!("appointments-rule-cancelled"),
                Status::Expired => ts!("appointments-rule-expired"),
                Status::Proposed => ts!("appointments-rule-proposed"),
                Status::Completed | Status::NoShow => ts!("appointments-rule-over"),
            },
            Self::Moving => ts!("appointments-rule-moving"),
            Self::Begun => ts!("appointments-rule-begun"),
            Self::NotBegun => ts!("appointments-rule-not-begun"),
            Self::Overdue => ts!("appointments-rule-overdue"),
            Self::NotDue => ts!("appointments-rule-not-due"),
            Self::ShortNotice => ts!("appointments-rule-short-notice"),
        }
    }
}

/// Where an action leads.
///
/// # Errors
/// When the table does not allow it.
pub fn transition(
    action: Action,
    by: Part,
    standing: &Standing,
    terms: &Terms,
) -> Result<Status, Refusal> {
    let rule = TABLE
        .iter()
        .find(|rule| rule.action == action && rule.by.contains(&by))
        .ok_or(Refusal::NotYours)?;
    if !rule.from.contains(&standing.status) {
        return Err(Refusal::State(standing.status));
    }
    if !rule.moving.contains(&standing.moving) {
        return Err(Refusal::Moving);
    }
    let (now, starts_at) = (terms.now, standing.starts_at);
    match rule.when {
        When::Before | When::InTime if now >= starts_at => return Err(Refusal::Begun),
        When::InTime if now >= standing.deadline() => return Err(Refusal::Overdue),
        When::After if now < starts_at => return Err(Refusal::NotBegun),
        When::Late if now < standing.deadline() => return Err(Refusal::NotDue),
        _ => {}
    }
    if (action, by) == (Action::Cancel, Part::Patient)
        && standing.status == Status::Accepted
        && now > starts_at - terms.cancel_notice
    {
        return Err(Refusal::ShortNotice);
    }
    Ok(rule.to.unwrap_or(standing.status))
}

/// All that this part may do now: the buttons to show.
pub fn actions(by: Part, standing: &Standing, terms: &Terms) -> Vec<Action> {
    TABLE
        .iter()
        .filter(|rule| rule.by.contains(&by))
        .map(|rule| rule.action)
        .filter(|action| transition(*action, by, standing, terms).is_ok())
        .collect()
}

/// What a step of one half of an open move does to the other half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing; the move stays open, or the earlier time simply stays.
    None,
    /// The system cancels the other half.
    Ends,
    /// The other half goes on alone, as a request of its own.
    Frees,
}

/// What this step does to the other half of the move.
pub fn effect(action: Action, by: Part, moving: Moving) -> Effect {
    match (moving, action, by) {
        (Moving::To, Action::Accept | Action::Agree, _)
        | (Moving::From, Action::Cancel, Part::Patient)
        | (Moving::From, Action::Complete | Action::NoShow, _) => Effect::Ends,
        (Moving::From, Action::Decline | Action::Cancel | Action::Expire, _) => Effect::Frees,
        _ => Effect::None,
    }
}

/// Who is told of a step, and as what. Whoever acts knows already. What a step does to the other
/// half of a move is told with it.
pub fn told(action: Action, by: Part, moving: Moving) -> Vec<(Part, Kind)> {
    let one = match action {
        Action::Request => (Part::Doctor, Kind::Requested),
        Action::Accept => (Part::Patient, Kind::Accepted),
        Action::Decline => (Part::Patient, Kind::Declined),
        Action::Refer => (Part::Patient, Kind::Referred),
        Action::Suggest => (Part::Patient, Kind::Proposed),
        Action::Agree => (Part::Doctor, Kind::Agreed),
        Action::Move => (Part::Doctor, Kind::Moved),
        Action::Cancel if by == Part::Patient => (Part::Doctor, Kind::Cancelled),
        Action::Cancel if by == Part::Doctor => (Part::Patient, Kind::Cancelled),
        Action::Cancel => return Vec::new(),
        Action::Complete => (Part::Patient, Kind::Completed),
        Action::NoShow => (Part::Patient, Kind::NoShow),
        Action::Expire => (Part::Patient, Kind::Expired),
    };
    let other = match (action, effect(action, by, moving)) {
        (Action::Expire, _) => Some((Part::Doctor, Kind::Expired)),
        // A doctor may take it for the end of the case.
        (_, Effect::Frees) => Some((Part::Doctor, Kind::Moved)),
        _ => None,
    };
    std::iter::once(one).chain(other).collect()
}

/// By when what is asked now is answered: within so long, or by its start where that is sooner.
pub fn answer_by(now: Instant, within: TimeDelta, starts_at: Instant) -> Instant {
    starts_at.min(now + within)
}
