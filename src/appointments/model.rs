//! Appointments, as both sides know them.

mod case;
mod practice;
mod words;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::availability::model::VisitType;
use crate::place::Location;
use crate::time::{FreeTime, Instant, Local};
use crate::typed::Typed;
use crate::wire::wire;

pub use case::{Actor, Letter, Step};
pub use practice::{Dashboard, PatientEntry, PatientRecord, Week};
pub use words::{Action, Part, Priority, Status};

/// A doctor, as an appointment names them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DoctorName {
    pub id: Uuid,
    pub full_name: String,
    /// Slug.
    pub specialty: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
}

wire!(DoctorName {
    id,
    full_name,
    specialty,
    photo
});

/// A patient, as an appointment names them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PatientName {
    pub id: Uuid,
    pub full_name: String,
    /// Whole years today.
    pub age: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
}

wire!(PatientName {
    id,
    full_name,
    age,
    photo
});

/// An appointment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Appointment {
    pub id: Uuid,
    pub case_id: Uuid,
    pub status: Status,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub local: Local,
    pub doctor: DoctorName,
    pub patient: PatientName,
    pub reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symptoms: Option<String>,
    /// The kind of visit that was asked for, by its name then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visit_type: Option<VisitType>,
    /// Where it is, once accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The clinic whose hours the time is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clinic_id: Option<Uuid>,
    /// Came by referral.
    pub referred: bool,
    /// By when the doctor answers.
    pub answer_by: Instant,
    /// `answer_by`, as it reads at the clinic.
    pub answer_by_local: Local,
    /// Rises with each change.
    pub version: i32,
    /// What whoever asks may do now.
    pub actions: Vec<Action>,
    /// The case's steps, oldest first: where one appointment is asked for, not in lists.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub timeline: Vec<Step>,
    /// The appointment that continues this one: that it was moved to, or, where the patient
    /// asks, that it was referred to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continued_as: Option<Uuid>,
    /// How it came to the doctor who asks, where a colleague referred it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referral: Option<Letter>,
    /// How the doctor who asks referred it, and what became of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passed_on: Option<Letter>,
    /// The clinic whose hours the time is of, while the place is not agreed: where the patient
    /// asks for one appointment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clinic: Option<Location>,
    /// The one in whose place this one was asked for. While that is live it keeps its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<Counterpart>,
    /// The one that is asked for in place of this one, while that is not decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_move: Option<Counterpart>,
    /// Until when the patient may cancel, where that is before the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cancel_until: Option<Local>,
}

wire!(Appointment {
    id, case_id, status, starts_at, ends_at, local, doctor, patient, reason, symptoms, visit_type,
    location,
    note, clinic_id, referred = default, answer_by, answer_by_local, version, actions,
    timeline = default, continued_as, referral, passed_on, clinic, moved_from, open_move,
    cancel_until,
});

/// The other half of a move.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Counterpart {
    pub id: Uuid,
    pub status: Status,
    pub starts_at: Instant,
    pub local: Local,
}

wire!(Counterpart {
    id,
    status,
    starts_at,
    local
});

/// A colleague to whom an appointment can be referred.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Colleague {
    pub id: Uuid,
    pub full_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    pub languages: Vec<String>,
    /// Free at the time of the appointment.
    pub same_time_free: bool,
    /// Their next free times.
    pub next_free: Vec<FreeTime>,
}

wire!(Colleague {
    id,
    full_name,
    photo,
    languages,
    same_time_free,
    next_free
});

/// The private address from which somebody's calendar program fetches their appointments.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CalendarFeed {
    /// When it was made; nothing where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Instant>,
    /// The address itself, where it is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

wire!(CalendarFeed { since, address });

/// A place typed for one appointment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LocationDraft {
    pub name: Typed,
    pub address: Typed,
    pub latitude: Typed,
    pub longitude: Typed,
}
