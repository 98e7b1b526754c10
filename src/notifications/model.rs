//! Notifications, as both sides know them.

use serde::Serialize;
use uuid::Uuid;

use crate::place::Location;
use crate::time::Instant;
use crate::wire::{wire, word};

/// What happened, as the recipient sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A patient asks for a time.
    Requested,
    /// The doctor says yes.
    Accepted,
    /// The doctor says no.
    Declined,
    /// The request went to another doctor.
    Referred,
    /// One side called it off.
    Cancelled,
    /// The doctor suggests another time.
    Proposed,
    /// The patient agrees to the suggested time.
    Agreed,
    /// The patient asks for another time in place of the one they have.
    Moved,
    /// The visit took place.
    Completed,
    /// The patient did not come.
    NoShow,
    /// Nobody answered in time.
    Expired,
    /// What became of a request that the recipient referred.
    ReferralOutcome,
    /// A time is held for the recipient, who is on the waiting list.
    Offer,
    /// It was held, and is not any more.
    OfferExpired,
    /// What the recipient waited for is not to be had any more.
    WishEnded,
}

word!(Kind, Kind::parse, Kind::Requested);

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Requested,
        Self::Accepted,
        Self::Declined,
        Self::Referred,
        Self::Cancelled,
        Self::Proposed,
        Self::Agreed,
        Self::Moved,
        Self::Completed,
        Self::NoShow,
        Self::Expired,
        Self::ReferralOutcome,
        Self::Offer,
        Self::OfferExpired,
        Self::WishEnded,
    ];

    /// The word kept in the database and sent on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Referred => "referred",
            Self::Cancelled => "cancelled",
            Self::Proposed => "proposed",
            Self::Agreed => "agreed",
            Self::Moved => "moved",
            Self::Completed => "completed",
            Self::NoShow => "no_show",
            Self::Expired => "expired",
            Self::ReferralOutcome => "referral_outcome",
            Self::Offer => "offer",
            Self::OfferExpired => "offer_expired",
            Self::WishEnded => "wish_ended",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Something that one person should know.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Notification {
    pub id: Uuid,
    /// 1, 2, 3, … per recipient, without gaps: the event id of the live stream.
    pub number: i64,
    pub kind: Kind,
    pub title: String,
    pub body: String,
    /// The path of the page it is about.
    pub link: String,
    /// Where to go, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    pub read: bool,
    pub created_at: Instant,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_id: Option<Uuid>,
}

wire!(Notification {
    id,
    number,
    kind,
    title,
    body,
    link,
    location,
    read,
    created_at,
    case_id
});

/// How many notifications a person has not read yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Unread {
    pub unread: u64,
}

wire!(Unread { unread });

/// A case that changed: whoever shows it should look again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CaseChanged {
    /// Absent where the stream fell behind: any case may have changed.
    pub case_id: Option<Uuid>,
}

wire!(CaseChanged { case_id });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_word_everywhere() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        assert_eq!(Kind::parse("seen"), None);
    }

    #[test]
    fn a_notification_reads_as_the_contract_says() {
        let sent = Notification {
            id: Uuid::from_u128(1),
            number: 7,
            kind: Kind::NoShow,
            title: "Title".into(),
            body: "Body".into(),
            link: "/appointments/1".into(),
            location: None,
            read: false,
            created_at: crate::time::parse_instant("2026-11-25T08:30:00Z").unwrap(),
            case_id: None,
        };
        let json = serde_json::to_value(&sent).unwrap();
        assert_eq!(json["kind"], "no_show");
        assert_eq!(json["created_at"], "2026-11-25T08:30:00Z");
        assert!(json.get("location").is_none());
        assert_eq!(serde_json::from_value::<Notification>(json).unwrap(), sent);
    }
}
