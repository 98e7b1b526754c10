//! The types both sides share: specialties, doctors as a patient finds them.

use serde::Serialize;
use uuid::Uuid;

use crate::availability::model::{Clinic, VisitType};
use crate::time::FreeTime;
use crate::ui::Html;
use crate::wire::wire;

/// A specialty as clients learn of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
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

wire!(Specialty {
    slug,
    name,
    about,
    doctor,
    symptoms,
    doctors
});

/// A specialty that has doctors, and when the first of them is free.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Soonest {
    pub slug: String,
    /// "today", "tomorrow", "Thursday"; none in the next days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free: Option<String>,
}

wire!(Soonest { slug, free });

/// A specialty by slug and name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SpecialtyName {
    pub slug: String,
    pub name: String,
}

wire!(SpecialtyName { slug, name });

/// A clinic by name and address.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClinicName {
    pub name: String,
    pub address: String,
}

wire!(ClinicName { name, address });

/// A doctor in a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DoctorCard {
    pub id: Uuid,
    pub full_name: String,
    pub specialty: SpecialtyName,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clinics: Vec<ClinicName>,
    /// Takes new requests.
    pub accepting: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_free: Option<FreeTime>,
}

wire!(DoctorCard {
    id, full_name, specialty, languages = default, photo, clinics = default, accepting, next_free,
});

/// A page of doctors, and what else may help who searched.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Doctors {
    pub items: Vec<DoctorCard>,
    pub next: Option<String>,
    /// Slugs of the specialties that the query led to, the best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub specialties: Vec<String>,
}

wire!(Doctors { items, next, specialties = default });

/// A doctor's public page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DoctorProfile {
    pub id: Uuid,
    pub full_name: String,
    pub specialty: SpecialtyName,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub biography: Option<String>,
    /// Takes new requests.
    pub accepting: bool,
    /// Without the arrival notes, which are for patients with an appointment.
    pub clinics: Vec<Clinic>,
    /// The kinds of visits to choose from; where there are none, the hours say how long one takes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub visit_types: Vec<VisitType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_free: Option<FreeTime>,
    /// How long an answer to a request may take.
    pub answer_hours: i64,
}

wire!(DoctorProfile {
    id, full_name, specialty, languages = default, photo, biography, accepting, clinics,
    visit_types = default, next_free, answer_hours,
});

/// What a page that asks for a time shows of the doctor, and of what can be asked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RequestView {
    pub doctor_id: String,
    pub full_name: String,
    pub photo: Option<String>,
    /// Its name.
    pub specialty: String,
    /// The id of the kind of visit; empty where the doctor has none to choose from.
    pub visit: String,
    /// The kinds to choose from.
    pub kinds: Html,
    /// The time that is chosen, or that it is not free.
    pub told: Html,
    /// The start that is chosen, or what was asked for instead of one.
    pub starts_at: String,
    /// The times to choose from.
    pub times: Html,
    /// How long an answer may take.
    pub answer_hours: i64,
}

wire!(RequestView {
    doctor_id,
    full_name,
    photo,
    specialty,
    visit,
    kinds,
    told,
    starts_at,
    times,
    answer_hours,
});

/// A step of the symptom guide as its page shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GuideStep {
    /// The question, or where it has led.
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eyebrow: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lede: Option<String>,
    /// The address of the question before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub back: Option<String>,
    pub part: Html,
}

wire!(GuideStep {
    title,
    eyebrow,
    lede,
    back,
    part
});
