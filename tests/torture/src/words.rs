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
    Suggest,
    Agree,
    Move,
    Cancel,
    Complete,
    NoShow,
    /// Joins the waiting list.
    Wait,
    /// Leaves it.
    Leave,
    /// Accepts what is held for one who waits.
    Take,
    /// Declines it.
    Pass,
    Expire,
}

impl Action {
    /// Every action; the last is nobody's but the system's.
    pub const ALL: [Self; 15] = [
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
        Self::Wait,
        Self::Leave,
        Self::Take,
        Self::Pass,
        Self::Expire,
    ];

    /// It is about the waiting list, and no step of a case.
    pub fn is_of_list(self) -> bool {
        matches!(self, Self::Wait | Self::Leave | Self::Take | Self::Pass)
    }

    /// The word in the database.
    pub fn word(self) -> &'static str {
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
            Self::Wait => "wait",
            Self::Leave => "stop_waiting",
            Self::Take => "accept_offer",
            Self::Pass => "decline_offer",
            Self::Expire => "expire",
        }
    }

    /// The last part of its address.
    pub fn path(self) -> &'static str {
        match self {
            Self::NoShow => "no-show",
            Self::Take => "accept",
            Self::Pass => "decline",
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
        self.is_waiting() || self == Self::Accepted
    }

    /// Somebody is to answer.
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Pending | Self::Proposed)
    }
}

/// What a wish on the waiting list is at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WishStatus {
    Open,
    Fulfilled,
    Ended,
    Removed,
}

/// What an offer is at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferStatus {
    /// It holds its time.
    Open,
    Accepted,
    Declined,
    Expired,
    Withdrawn,
}
