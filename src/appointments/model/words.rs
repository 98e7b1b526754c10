//! What has one word in the database and on the wire.

use serde::Serialize;

use crate::wire::word;

/// What an appointment is at the moment (after HL7 FHIR's `AppointmentStatus`, in plainer words).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Pending,
    Proposed,
    Accepted,
    Referred,
    Declined,
    Cancelled,
    Completed,
    NoShow,
    Expired,
}

word!(Status, Status::parse, Status::Pending);

impl Status {
    /// Every status.
    pub const ALL: [Self; 9] = [
        Self::Pending,
        Self::Proposed,
        Self::Accepted,
        Self::Referred,
        Self::Declined,
        Self::Cancelled,
        Self::Completed,
        Self::NoShow,
        Self::Expired,
    ];

    /// Those that hold their time. The database's guards name the same three.
    pub const LIVE: [Self; 3] = [Self::Pending, Self::Proposed, Self::Accepted];

    /// Those whose time was given up: it ends without a visit.
    #[cfg(feature = "server")]
    pub const GIVEN_UP: [Self; 4] = [
        Self::Referred,
        Self::Declined,
        Self::Cancelled,
        Self::Expired,
    ];

    /// Holds its time: no other live appointment may overlap it.
    pub fn is_live(self) -> bool {
        Self::LIVE.contains(&self)
    }

    /// The word in the database and on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Referred => "referred",
            Self::Declined => "declined",
            Self::Cancelled => "cancelled",
            Self::Completed => "completed",
            Self::NoShow => "no_show",
            Self::Expired => "expired",
        }
    }

    /// The status of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// As people read it.
    pub fn label(self) -> String {
        match self {
            Self::Pending => t!("appointments-status-pending"),
            Self::Proposed => t!("appointments-status-proposed"),
            Self::Accepted => t!("appointments-status-accepted"),
            Self::Referred => t!("appointments-status-referred"),
            Self::Declined => t!("appointments-status-declined"),
            Self::Cancelled => t!("appointments-status-cancelled"),
            Self::Completed => t!("appointments-status-completed"),
            Self::NoShow => t!("appointments-status-no-show"),
            Self::Expired => t!("appointments-status-expired"),
        }
    }
}

/// Something that somebody does to an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    Request,
    Accept,
    Decline,
    Refer,
    /// The doctor suggests another time.
    Suggest,
    /// The patient agrees to it.
    Agree,
    /// The patient asks for another time, and keeps the one they have until it is accepted.
    Move,
    Cancel,
    /// The visit took place.
    Complete,
    /// The patient did not come.
    NoShow,
    /// Nobody answered in time.
    Expire,
}

word!(Action, Action::parse, Action::Request);

impl Action {
    /// Every action.
    pub const ALL: [Self; 11] = [
        Self::Request,
        Self::Accept,
        Self::Decline,
        Self::Refer,
        Self::Suggest,
        Self::Agree,
        Self::Move,
        Self::Cancel,
        Self::Complete,
        Self::NoShow,
        Self::Expire,
    ];

    /// The word in the database and on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Accept => "accept",
            Self::Decline => "decline",
            Self::Refer => "refer",
            Self::Suggest => "suggest",
            Self::Agree => "agree",
            Self::Move => "move",
            Self::Cancel => "cancel",
            Self::Complete => "complete",
            Self::NoShow => "no_show",
            Self::Expire => "expire",
        }
    }

    /// The action of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.as_str() == word)
    }
}

/// In which part somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Patient,
    /// The doctor whose appointment it is.
    Doctor,
    /// Nobody: what time, or another step, brings about.
    System,
}

word!(Part, Part::parse, Part::Patient);

impl Part {
    /// Every part.
    pub const ALL: [Self; 3] = [Self::Patient, Self::Doctor, Self::System];

    /// The word in the database and on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Patient => "patient",
            Self::Doctor => "doctor",
            Self::System => "system",
        }
    }

    /// The part of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == word)
    }
}

/// How soon a referral wants to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    Routine,
    Urgent,
}

word!(Priority, Priority::parse, Priority::Routine);

impl Priority {
    /// The priority of a word.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "routine" => Some(Self::Routine),
            "urgent" => Some(Self::Urgent),
            _ => None,
        }
    }
}
