//! The waiting list, as both sides know it.

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::appointments::model::DoctorName;
use crate::availability::model::VisitType;
use crate::directory::model::SpecialtyName;
use crate::place::Location;
use crate::time::{Instant, Local};
use crate::wire::{wire, word};

/// A part of the day, on the clinic's wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    /// Before 12:00.
    Morning,
    /// From 12:00, before 17:00.
    Afternoon,
    /// From 17:00.
    Evening,
}

word!(DayPart, DayPart::parse, DayPart::Morning);

impl DayPart {
    /// Every part, in the order of the day.
    pub const ALL: [Self; 3] = [Self::Morning, Self::Afternoon, Self::Evening];

    /// The word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
        }
    }

    /// The part of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == word)
    }
}

/// Where a wish stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WishStatus {
    /// It waits.
    Open,
    /// An offer was accepted.
    Fulfilled,
    /// Its last date has passed, or its kind of visit is not offered any more.
    Ended,
    /// The patient took it back.
    Removed,
}

word!(WishStatus, WishStatus::parse, WishStatus::Open);

impl WishStatus {
    const ALL: [Self; 4] = [Self::Open, Self::Fulfilled, Self::Ended, Self::Removed];

    /// The word in the database and on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Fulfilled => "fulfilled",
            Self::Ended => "ended",
            Self::Removed => "removed",
        }
    }

    /// The status of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }
}

/// Where an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferStatus {
    /// It holds its time.
    Open,
    /// It became a request.
    Accepted,
    /// The patient did not want it.
    Declined,
    /// Nobody answered.
    Expired,
    /// The wish was removed or has ended, or the time does not exist any more.
    Withdrawn,
}

word!(OfferStatus, OfferStatus::parse, OfferStatus::Open);

impl OfferStatus {
    const ALL: [Self; 5] = [
        Self::Open,
        Self::Accepted,
        Self::Declined,
        Self::Expired,
        Self::Withdrawn,
    ];

    /// The word in the database and on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Expired => "expired",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The status of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }
}

/// What a patient waits for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Wish {
    pub id: Uuid,
    pub status: WishStatus,
    /// The doctor; else any of `specialty`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doctor: Option<DoctorName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub specialty: Option<SpecialtyName>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visit_type: Option<VisitType>,
    /// ISO, 1 is Monday; none is any.
    pub weekdays: Vec<u8>,
    /// None is any.
    pub times: Vec<DayPart>,
    /// The dates between which the time may be, both included.
    pub earliest: NaiveDate,
    pub latest: NaiveDate,
    pub reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symptoms: Option<String>,
    pub created_at: Instant,
    /// The newest first.
    pub offers: Vec<Offer>,
}

wire!(Wish {
    id,
    status,
    doctor,
    specialty,
    visit_type,
    weekdays,
    times,
    earliest,
    latest,
    reason,
    symptoms,
    created_at,
    offers
});

/// A time that is, or was, held for a patient.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Offer {
    pub id: Uuid,
    pub status: OfferStatus,
    pub doctor: DoctorName,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub local: Local,
    pub location: Location,
    /// Until when it is held.
    pub held_until: Instant,
    /// That, as it reads at the clinic.
    pub held_until_local: Local,
    /// What it became.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appointment_id: Option<Uuid>,
}

wire!(Offer {
    id,
    status,
    doctor,
    starts_at,
    ends_at,
    local,
    location,
    held_until,
    held_until_local,
    appointment_id
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_for_one_thing() {
        for part in DayPart::ALL {
            assert_eq!(DayPart::parse(part.as_str()), Some(part));
            assert_eq!(serde_json::to_value(part).unwrap(), part.as_str());
        }
        for status in WishStatus::ALL {
            assert_eq!(WishStatus::parse(status.as_str()), Some(status));
            assert_eq!(serde_json::to_value(status).unwrap(), status.as_str());
        }
        for status in OfferStatus::ALL {
            assert_eq!(OfferStatus::parse(status.as_str()), Some(status));
            assert_eq!(serde_json::to_value(status).unwrap(), status.as_str());
        }
        assert_eq!(DayPart::parse("night"), None);
    }
}
