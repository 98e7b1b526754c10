//! Who is free where the guide has led.

use dioxus::server::axum::{extract::FromRequestParts, http::request::Parts};

use super::search::{Search, doctors};
use crate::accounts::identity::Anyone;
use crate::directory::guide::answers::Answers;
use crate::directory::model::DoctorCard;
use crate::error::{Answer, AppError};
use crate::server::state::App;

/// A call of the guide: whatever its query is, it means something or nothing, and is never
/// refused.
pub struct GuideCall {
    pub app: App,
    pub answers: Answers,
}

impl<S: Sync> FromRequestParts<S> for GuideCall {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AppError> {
        let answers = Answers::read(parts.uri.query().unwrap_or_default());
        let Anyone { app, .. } = Anyone::from_request_parts(parts, state).await?;
        Ok(Self { app, answers })
    }
}

/// How many doctors are looked at, to find those who are free first.
const LOOKED_AT: &str = "50";

/// The `n` doctors of a specialty who are free soonest: of those free this week, or, where
/// there are none, of all.
///
/// # Errors
/// When the database does not answer.
pub async fn free_soonest(app: &App, specialty: &str, n: usize) -> Answer<Vec<DoctorCard>> {
    for available in ["this-week", ""] {
        let search = ["", specialty, "", available, "", LOOKED_AT].map(str::to_owned);
        let found = doctors(app, &Search::parse(&search)?).await?;
        let mut free: Vec<DoctorCard> = found
            .items
            .into_iter()
            .filter(|card| card.next_free.is_some())
            .collect();
        if !free.is_empty() {
            free.sort_by_key(|card| card.next_free.as_ref().map(|free| free.starts_at));
            free.truncate(n);
            return Ok(free);
        }
    }
    Ok(Vec::new())
}
