//! What the database holds in the end, read once: the same rows from SQLite and from PostgreSQL.

mod source;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use source::Source;

use crate::words::{OfferStatus, Part, Status, WishStatus};

/// All rows that the checker looks at.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Book {
    pub users: Vec<User>,
    pub doctors: Vec<Doctor>,
    pub appointments: Vec<Appointment>,
    /// In the order of their ids, which is the order in which people read them.
    pub events: Vec<Event>,
    pub notifications: Vec<Notification>,
    pub keys: Vec<Key>,
    pub audit: Vec<Audit>,
    pub wishes: Vec<Wish>,
    pub offers: Vec<Offer>,
    /// When the servers were started for the last time, on their clock: what was overdue then
    /// has had its time to expire.
    pub started: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct User {
    pub id: Uuid,
    pub last_notification: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Doctor {
    pub user_id: Uuid,
    pub specialty: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Appointment {
    pub id: Uuid,
    pub case_id: Uuid,
    pub doctor_id: Uuid,
    pub patient_id: Uuid,
    pub referred_from: Option<Uuid>,
    /// The one in whose place it was asked for.
    pub moved_from: Option<Uuid>,
    /// The one that took its place.
    pub moved_to: Option<Uuid>,
    pub status: Status,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub answer_by: DateTime<Utc>,
    pub version: i64,
    pub location_address: Option<String>,
}

impl Appointment {
    /// Somebody was to answer by then.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.status.is_waiting() && self.answer_by <= now
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Event {
    pub id: Uuid,
    pub case_id: Uuid,
    pub appointment_id: Uuid,
    pub at: DateTime<Utc>,
    pub actor_id: Option<Uuid>,
    pub actor_role: Part,
    pub action: String,
    pub from_status: Option<Status>,
    pub to_status: Status,
    pub reason: Option<String>,
    /// The time before a step that changes it.
    pub was_from: Option<DateTime<Utc>>,
    pub was_until: Option<DateTime<Utc>>,
    /// The time after it.
    pub now_from: Option<DateTime<Utc>>,
    pub now_until: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Notification {
    pub user_id: Uuid,
    pub number: i64,
    pub kind: String,
    pub link: String,
    pub case_id: Option<Uuid>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Key {
    pub user_id: Uuid,
    pub key: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Audit {
    pub actor_id: Option<Uuid>,
    pub action: String,
    pub object_id: Option<Uuid>,
}

/// Of somebody on the waiting list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Wish {
    pub id: Uuid,
    pub patient_id: Uuid,
    /// The doctor; else any of the specialty.
    pub doctor_id: Option<Uuid>,
    pub specialty: Option<String>,
    /// A bit each, Monday first; none is any.
    pub weekdays: u8,
    /// A bit each, the morning first; none is any.
    pub day_parts: u8,
    pub earliest: NaiveDate,
    pub latest: NaiveDate,
    pub reason: String,
    pub status: WishStatus,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// A time that is, or was, held for a wish.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Offer {
    pub id: Uuid,
    pub wish_id: Uuid,
    pub patient_id: Uuid,
    pub doctor_id: Uuid,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub held_until: DateTime<Utc>,
    pub status: OfferStatus,
    /// What it became.
    pub appointment_id: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    /// When it was over, where it is.
    pub updated_at: DateTime<Utc>,
}

impl Offer {
    /// It was to be over by then.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.status == OfferStatus::Open && self.held_until <= now
    }
}
