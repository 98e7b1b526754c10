//! The words of the product's contract, written down a second time.

use serde::{Deserialize, Serialize};

/// In which part somebody acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Patient,
    Doctor,
    System,
}

/// Something that is done to an appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    Request,
    Accept,
    Decline,
    Refer,
    Cancel,
    Complete,
    NoShow,
}

impl Action {
    /// Those that clients take.
    pub const ALL: [Self; 7] = [
        Self::Request,
        Self::Accept,
        Self::Decline,
        Self::Refer,
        Self::Cancel,
        Self::Complete,
        Self::NoShow,
    ];

    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Accept => "accept",
            Self::Decline => "decline",
            Self::Refer => "refer",
            Self::Cancel => "cancel",
            Self::Complete => "complete",
            Self::NoShow => "no_show",
        }
    }

    /// The last part of its address.
    pub fn path(self) -> &'static str {
        match self {
            Self::NoShow => "no-show",
            other => other.word(),
        }
    }
}

/// What an appointment is at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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

impl Status {
    /// Holds its time.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Pending | Self::Proposed | Self::Accepted)
    }
}
