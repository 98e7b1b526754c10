//! What a doctor sees of their practice: the day, the week, the patients.

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use super::Appointment;
use crate::ui::Html;
use crate::wire::wire;

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
