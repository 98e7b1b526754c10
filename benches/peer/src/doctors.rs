//! `/doctors` and `/api/doctors`.

use askama::Template;
use axum::Json;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Html;
use chrono::{SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use uuid::Uuid;

use crate::frame::Frame;
use crate::free::{FreeTime, diaries};
use crate::people::photo;
use crate::{Answer, App, session};

/// Slug, name, who practises it.
pub const SPECIALTIES: [(&str, &str, &str); 28] = [
    ("allergology", "Allergology", "Allergist"),
    ("cardiology", "Cardiology", "Cardiologist"),
    ("dentistry", "Dentistry", "Dentist"),
    ("dermatology", "Dermatology", "Dermatologist"),
    ("endocrinology", "Endocrinology", "Endocrinologist"),
    ("gastroenterology", "Gastroenterology", "Gastroenterologist"),
    (
        "general-practice",
        "General practice",
        "General practitioner",
    ),
    ("general-surgery", "General surgery", "General surgeon"),
    ("geriatrics", "Geriatrics", "Geriatrician"),
    ("gynaecology", "Gynaecology", "Gynaecologist"),
    ("haematology", "Haematology", "Haematologist"),
    (
        "infectious-diseases",
        "Infectious diseases",
        "Infectious disease specialist",
    ),
    ("internal-medicine", "Internal medicine", "Internist"),
    ("nephrology", "Nephrology", "Nephrologist"),
    ("neurology", "Neurology", "Neurologist"),
    ("nutrition", "Nutrition", "Nutrition physician"),
    ("oncology", "Oncology", "Oncologist"),
    ("ophthalmology", "Ophthalmology", "Ophthalmologist"),
    ("orthopaedics", "Orthopaedics", "Orthopaedic surgeon"),
    (
        "otolaryngology",
        "Otolaryngology",
        "Ear, nose and throat doctor",
    ),
    ("paediatrics", "Paediatrics", "Paediatrician"),
    (
        "physical-medicine",
        "Physical medicine",
        "Rehabilitation physician",
    ),
    ("psychiatry", "Psychiatry", "Psychiatrist"),
    ("pulmonology", "Pulmonology", "Pulmonologist"),
    ("rheumatology", "Rheumatology", "Rheumatologist"),
    ("sleep-medicine", "Sleep medicine", "Sleep physician"),
    ("urology", "Urology", "Urologist"),
    (
        "vascular-medicine",
        "Vascular medicine",
        "Vascular specialist",
    ),
];

const LANGUAGES: [&str; 24] = [
    "Arabic",
    "Bengali",
    "Chinese",
    "Czech",
    "Dutch",
    "English",
    "French",
    "German",
    "Greek",
    "Hindi",
    "Hungarian",
    "Italian",
    "Japanese",
    "Korean",
    "Persian",
    "Polish",
    "Portuguese",
    "Romanian",
    "Russian",
    "Spanish",
    "Swedish",
    "Turkish",
    "Ukrainian",
    "Urdu",
];

#[derive(Serialize)]
struct SpecialtyName {
    slug: String,
    name: String,
}

#[derive(Serialize)]
struct ClinicName {
    name: String,
    address: String,
}

#[derive(Serialize)]
struct Card {
    id: Uuid,
    full_name: String,
    specialty: SpecialtyName,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    languages: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    clinics: Vec<ClinicName>,
    accepting: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_free: Option<FreeTime>,
}

impl Card {
    fn practised(&self) -> &'static str {
        SPECIALTIES
            .iter()
            .find(|entry| entry.0 == self.specialty.slug)
            .map_or("Doctor", |entry| entry.2)
    }

    /// The languages as they read.
    fn speaks(&self) -> String {
        let named = |name: &String| {
            let mut known = LANGUAGES.iter();
            let known = known.find(|known| name.eq_ignore_ascii_case(known));
            known.map_or_else(|| name.clone(), |known| (*known).to_owned())
        };
        let names: Vec<String> = self.languages.iter().map(named).collect();
        names.join(", ")
    }

    fn request(&self, free: &FreeTime) -> String {
        let start = free.starts_at.to_rfc3339_opts(SecondsFormat::AutoSi, true);
        format!("/doctors/{}/request?start={start}", self.id)
    }
}

#[derive(Serialize)]
pub struct Found {
    items: Vec<Card>,
    next: Option<String>,
}

#[derive(FromRow)]
struct Row {
    user_id: Uuid,
    full_name: String,
    name_key: String,
    specialty: String,
    languages: String,
    photo: Option<String>,
    accepting: bool,
}

/// The first so many doctors by name.
async fn find(app: &App, limit: usize) -> Answer<Found> {
    let mut rows: Vec<Row> = sqlx::query_as(
        "select d.user_id, d.name_key, d.specialty, d.languages, d.accepting, u.full_name, u.photo \
         from doctors d join users u on u.id = d.user_id \
         where d.verified_at is not null and u.suspended_at is null order by d.name_key, d.user_id limit ?",
    )
    .bind(i64::try_from(limit + 1).unwrap_or(51))
    .fetch_all(&app.db)
    .await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| format!("{}-{}", row.user_id.simple(), row.name_key));
    let ids: Vec<Uuid> = rows.iter().map(|row| row.user_id).collect();
    let now = Utc::now();
    let mut diaries = diaries(app, &ids, now).await?;
    let card = |row: Row| {
        let diary = diaries.remove(&row.user_id).unwrap_or_default();
        let name = SPECIALTIES
            .iter()
            .find(|entry| entry.0 == row.specialty)
            .map_or(row.specialty.as_str(), |entry| entry.1)
            .to_owned();
        Card {
            id: row.user_id,
            full_name: row.full_name,
            specialty: SpecialtyName {
                slug: row.specialty,
                name,
            },
            languages: row
                .languages
                .split(',')
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect(),
            photo: photo(row.photo),
            accepting: row.accepting,
            next_free: if row.accepting {
                diary.first_free(now)
            } else {
                None
            },
            clinics: diary
                .clinics
                .into_iter()
                .map(|clinic| ClinicName {
                    name: clinic.name,
                    address: clinic.address,
                })
                .collect(),
        }
    };
    Ok(Found {
        items: rows.into_iter().map(card).collect(),
        next,
    })
}

#[derive(Deserialize)]
pub struct Wanted {
    limit: Option<usize>,
}

pub async fn list(
    State(app): State<App>,
    headers: HeaderMap,
    Query(wanted): Query<Wanted>,
) -> Answer<Json<Found>> {
    session::identity(&app, &headers).await?;
    Ok(Json(find(&app, wanted.limit.unwrap_or(50).min(100)).await?))
}

/// The slugs of the specialties in which somebody is listed.
async fn listed(app: &App) -> Answer<Vec<String>> {
    let slugs = sqlx::query_scalar(
        "select distinct d.specialty from doctors d join users u on u.id = d.user_id \
         where d.verified_at is not null and u.suspended_at is null",
    )
    .fetch_all(&app.db)
    .await?;
    Ok(slugs)
}

#[derive(Template)]
#[template(path = "doctors.html")]
struct Page {
    frame: Frame,
    found: Found,
    languages: Vec<(String, &'static str)>,
    specialties: &'static [(&'static str, &'static str, &'static str)],
    listed: Vec<String>,
}

impl Page {
    fn how_many(&self) -> String {
        match (self.found.items.len(), &self.found.next) {
            (0, _) => "No doctors found".to_owned(),
            (1, Some(_)) => "The first doctor".to_owned(),
            (count, Some(_)) => format!("The first {count} doctors"),
            (1, None) => "1 doctor".to_owned(),
            (count, None) => format!("{count} doctors"),
        }
    }

    fn is_listed(&self, slug: &str) -> bool {
        self.listed.iter().any(|listed| listed == slug)
    }

    /// The names of the specialties without doctors.
    fn without(&self) -> String {
        let without = self.specialties.iter();
        let without = without.filter(|entry| !self.is_listed(entry.0));
        without.map(|entry| entry.1).collect::<Vec<_>>().join(", ")
    }
}

pub async fn page(State(app): State<App>, headers: HeaderMap) -> Answer<Html<String>> {
    let viewer = match session::identity(&app, &headers).await? {
        Some(identity) => session::viewer(&app, &identity).await?,
        None => None,
    };
    let page = Page {
        frame: Frame {
            title: "Find a doctor".to_owned(),
            path: "/doctors",
            viewer,
        },
        found: find(&app, 20).await?,
        languages: LANGUAGES
            .iter()
            .map(|name| (name.to_lowercase(), *name))
            .collect(),
        specialties: &SPECIALTIES,
        listed: listed(&app).await?,
    };
    Ok(Html(page.render()?))
}
