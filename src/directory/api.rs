//! The server functions of the directory, all public.

#[cfg(feature = "server")]
use dioxus::prelude::*;

#[cfg(feature = "server")]
use crate::accounts::identity::{Anyone, parse_id};
use crate::ask::reading;
use crate::directory::model::{DoctorProfile, Doctors, Soonest, Specialty};
#[cfg(feature = "server")]
use crate::directory::service::{self, Search};
use crate::error::Answer;
use crate::paging::Page;

reading! {
    /// All specialties, with what leads to each and how many doctors are listed.
    ///
    /// # Errors
    /// When the database does not answer.
    #[get("/api/specialties", anyone: Anyone)]
    pub async fn specialties() -> Answer<Page<Specialty>> {
        service::specialties(&anyone.app).await
    }
}

reading! {
    /// The specialties with the most doctors, and when the first of each is free: for the front page.
    ///
    /// # Errors
    /// When the database does not answer.
    #[get("/api/specialties/soonest", anyone: Anyone)]
    pub async fn soonest() -> Answer<Page<Soonest>> {
        service::soonest(&anyone.app).await
    }
}

reading! {
    /// Doctors by name, specialty, symptom, language, and whether they are free this week.
    ///
    /// # Errors
    /// 422 for a filter, `cursor` or `limit` that means nothing.
    #[get("/api/doctors?q&specialty&language&available&cursor&limit", anyone: Anyone)]
    pub async fn doctors(
        q: Option<String>,
        specialty: Option<String>,
        language: Option<String>,
        available: Option<String>,
        cursor: Option<String>,
        limit: Option<String>,
    ) -> Answer<Doctors> {
        let typed = [q, specialty, language, available, cursor, limit].map(Option::unwrap_or_default);
        service::doctors(&anyone.app, &Search::parse(&typed)?).await
    }
}

reading! {
    /// One doctor's public page.
    ///
    /// # Errors
    /// 404 where there is none, or it isn't listed.
    #[get("/api/doctors/{id}", anyone: Anyone)]
    pub async fn doctor(id: String) -> Answer<DoctorProfile> {
        service::doctor(&anyone.app, parse_id(&id, "doctor")?).await
    }
}
