//! The types both sides share: specialties, doctors as a patient finds them.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::availability::model::Clinic;
use crate::time::FreeTime;

/// A specialty as clients learn of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Specialty {
    pub slug: String,
    pub name: String,
    /// In plain words: "Heart and circulation".
    pub about: String,
    /// Who practises it: "Cardiologist".
    pub doctor: String,
    /// What people come with.
    pub symptoms: Vec<String>,
    /// How many doctors of it are listed.
    pub doctors: u64,
}

/// A specialty that has doctors, and when the first of them is free.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Soonest {
    pub slug: String,
    /// "today", "tomorrow", "Thursday"; none in the next days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<String>,
}

/// A specialty by slug and name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpecialtyName {
    pub slug: String,
    pub name: String,
}

/// A clinic by name and address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClinicName {
    pub name: String,
    pub address: String,
}

/// A doctor in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoctorCard {
    pub id: Uuid,
    pub full_name: String,
    pub specialty: SpecialtyName,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clinics: Vec<ClinicName>,
    /// Takes new requests.
    pub accepting: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_free: Option<FreeTime>,
}

/// A page of doctors, and what else may help who searched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doctors {
    pub items: Vec<DoctorCard>,
    pub next: Option<String>,
    /// Slugs of the specialties that the query led to, the best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub specialties: Vec<String>,
}

/// A doctor's public page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoctorProfile {
    pub id: Uuid,
    pub full_name: String,
    pub specialty: SpecialtyName,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub biography: Option<String>,
    /// Takes new requests.
    pub accepting: bool,
    /// Without the arrival notes, which are for patients with an appointment.
    pub clinics: Vec<Clinic>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_free: Option<FreeTime>,
}
