//! Appointments, as both sides know them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::availability::model::VisitType;
use crate::place::Location;
use crate::time::{FreeTime, Instant, Local};
use crate::typed::Typed;
use crate::ui::Html;
use crate::wire::{wire, word};

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

/// A referral, for the doctor who wrote it and the one to whom it came.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Letter {
    /// Who referred.
    pub from: String,
    /// To whom.
    pub to: String,
    pub priority: Priority,
    pub reason: String,
    /// For these two alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The latest that happened since, for whoever referred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Step>,
}

wire!(Letter {
    from,
    to,
    priority,
    reason,
    note,
    outcome
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

/// One step of a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    pub at: Instant,
    /// `at`, as it reads at the clinic.
    pub local: Local,
    pub actor: Actor,
    pub action: Action,
    pub from: Option<Status>,
    pub to: Status,
    /// Left out where it does not concern whoever asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The doctor whose appointment the step is of.
    pub doctor: String,
    /// The colleague to whom a referral led.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colleague: Option<String>,
    /// The referral was urgent. Left out where it does not concern whoever asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// What whoever declined a referral advises instead, for the patient and whoever referred.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
    /// The time before a step that changes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<Local>,
    /// The time that is suggested or asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub becomes: Option<Local>,
}

wire!(Step {
    at,
    local,
    actor,
    action,
    from,
    to,
    reason,
    doctor,
    colleague,
    priority,
    advice,
    was,
    becomes
});

/// Who took a step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Actor {
    pub role: Part,
    pub full_name: String,
}

wire!(Actor { role, full_name });

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

/// The figures at the top of the doctor's dashboard.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Dashboard {
    /// Requests that wait for an answer.
    pub pending: u64,
    /// Accepted appointments today, on the doctor's wall.
    pub today: u64,
    /// Accepted appointments this week, Monday to Sunday.
    pub this_week: u64,
    /// People with whom the doctor has, or within a year had, an accepted appointment.
    pub patients: u64,
    /// Today's date on the doctor's wall.
    pub date: NaiveDate,
    pub zone: String,
    /// Today's accepted appointments.
    pub agenda: Vec<Appointment>,
}

wire!(Dashboard {
    pending,
    today,
    this_week,
    patients,
    date,
    zone,
    agenda
});

/// What a doctor may know of a patient.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PatientRecord {
    pub id: Uuid,
    pub full_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    pub date_of_birth: NaiveDate,
    pub age: u32,
    pub email: String,
    pub phone: Option<String>,
    pub address: Option<String>,
    pub conditions: Option<String>,
    pub allergies: Option<String>,
    pub medicines: Option<String>,
    /// Their appointments with this doctor, newest first.
    pub appointments: Vec<Appointment>,
}

wire!(PatientRecord {
    id,
    full_name,
    photo,
    date_of_birth,
    age,
    email,
    phone,
    address,
    conditions,
    allergies,
    medicines,
    appointments,
});

/// A patient in the doctor's list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PatientEntry {
    pub id: Uuid,
    pub full_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    pub age: u32,
}

wire!(PatientEntry {
    id,
    full_name,
    photo,
    age
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

/// A doctor's week, drawn by the server.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Week {
    /// "23–29 November 2026"
    pub title: String,
    /// The Mondays before and after.
    pub previous: NaiveDate,
    pub next: NaiveDate,
    /// Today is in it.
    pub current: bool,
    pub calendar: Html,
}

wire!(Week {
    title,
    previous,
    next,
    current,
    calendar
});

/// A place typed for one appointment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LocationDraft {
    pub name: Typed,
    pub address: Typed,
    pub latitude: Typed,
    pub longitude: Typed,
}
