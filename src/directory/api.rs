//! The server functions of the directory, all public.

#[cfg(feature = "server")]
use dioxus::prelude::*;

#[cfg(feature = "server")]
use crate::accounts::identity::{Anyone, parse_id};
use crate::ask::reading;
#[cfg(feature = "server")]
use crate::directory::guide::told::Told;
use crate::directory::model::{DoctorProfile, Doctors, RequestView, Soonest, Specialty};
#[cfg(feature = "server")]
use crate::directory::service::{self, GuideCall, Search};
#[cfg(feature = "server")]
use crate::directory::views::{self, guide_told};
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

reading! {
    /// The page that asks a doctor for a time: the time `start`, if it is free, for the kind of visit
    /// `visit`, and those to choose from, as HTML. Other programs ask for a doctor's slots.
    ///
    /// # Errors
    /// 404 where there is no such doctor, or they aren't listed.
    #[get("/api/doctors/{id}/request?visit&start", anyone: Anyone)]
    pub async fn request_view(
        id: String,
        visit: Option<String>,
        start: Option<String>,
    ) -> Answer<RequestView> {
        let [visit, start] = [visit, start].map(Option::unwrap_or_default);
        views::request_view(&anyone.app, parse_id(&id, "doctor")?, &visit, &start).await
    }
}

/// The step of the symptom guide after the answers in the query: `where`, `who`, `signs`,
/// `what`, `since`, `how`; `at` names a question to show again. Whatever means nothing is as
/// if it were not there. Nothing of it is kept.
///
/// # Errors
/// When the database does not answer where the doctors at the end come from.
#[cfg(feature = "server")]
#[get("/api/guide", call: GuideCall)]
pub async fn guided() -> Answer<Told> {
    guide_told(&call.app, &call.answers).await
}
