//! The server functions of availability.

use dioxus::prelude::*;

#[cfg(feature = "server")]
use crate::accounts::identity::{Anyone, AsDoctor, parse_id};
use crate::ask::reading;
#[cfg(feature = "server")]
use crate::availability::draft::{AvailabilityDraft, ClinicDraft};
use crate::availability::draft::{ExceptionDraft, VisitTypeDraft, WeeklyDraft};
use crate::availability::model::{Availability, Clinic};
#[cfg(feature = "server")]
use crate::availability::{
    map,
    service::{self, Question},
};
use crate::error::Answer;
use crate::paging::Page;
use crate::time::FreeTime;
use crate::typed::Typed;
use crate::ui::Html;

reading! {
    /// The doctor's clinics.
    ///
    /// # Errors
    /// 401 for nobody, 403 for who is no doctor.
    #[get("/api/clinics", doctor: AsDoctor)]
    pub async fn clinics() -> Answer<Page<Clinic>> {
        service::clinics(&doctor.app, doctor.id).await
    }
}

/// Adds a clinic: 201.
///
/// # Errors
/// 422 with the fields that are not valid; 409 where there are as many as there may be.
#[post("/api/clinics", doctor: AsDoctor)]
pub async fn create_clinic(
    name: Option<Typed>,
    address: Option<Typed>,
    latitude: Option<Typed>,
    longitude: Option<Typed>,
    time_zone: Option<Typed>,
    notes: Option<Typed>,
    idempotency_key: Option<Typed>,
) -> Answer<Clinic> {
    let draft = ClinicDraft::typed([name, address, latitude, longitude, time_zone, notes]);
    let key = idempotency_key.unwrap_or_default();
    let clinic = service::create_clinic(&doctor.app, doctor.id, &draft, &key).await?;
    doctor.reply.created();
    Ok(clinic)
}

/// Changes a clinic: what is left out is emptied.
///
/// # Errors
/// 404 where it isn't the doctor's; 422 with the fields that are not valid; 409 where it is not as
/// in `version` any more.
#[allow(
    clippy::too_many_arguments,
    reason = "a body has one key an argument; the macro adds one more on a server"
)]
#[put("/api/clinics/{id}", doctor: AsDoctor)]
pub async fn change_clinic(
    id: String,
    name: Option<Typed>,
    address: Option<Typed>,
    latitude: Option<Typed>,
    longitude: Option<Typed>,
    time_zone: Option<Typed>,
    notes: Option<Typed>,
    version: Option<Typed>,
) -> Answer<Clinic> {
    let id = parse_id(&id, "clinic")?;
    let draft = ClinicDraft::typed([name, address, latitude, longitude, time_zone, notes]);
    let seen = version.unwrap_or_default();
    service::change_clinic(&doctor.app, doctor.id, id, &seen, &draft).await
}

/// Removes a clinic and the hours there.
///
/// # Errors
/// 404 where it isn't the doctor's; 409 while open appointments are there, or where it is not as in
/// `version` any more.
#[delete("/api/clinics/{id}", doctor: AsDoctor)]
pub async fn remove_clinic(id: String, version: Option<Typed>) -> Answer<()> {
    let id = parse_id(&id, "clinic")?;
    let seen = version.unwrap_or_default();
    service::remove_clinic(&doctor.app, doctor.id, id, &seen).await
}

reading! {
    /// The doctor's hours.
    ///
    /// # Errors
    /// 401 for nobody, 403 for who is no doctor.
    #[get("/api/availability", doctor: AsDoctor)]
    pub async fn availability() -> Answer<Availability> {
        service::availability(&doctor.app, doctor.id).await
    }
}

/// Replaces the doctor's hours. Buffers, cap and kinds of visits stay where they are left out.
/// With `ask_first`, hours that would leave appointments out are not saved before they are `confirmed`.
///
/// # Errors
/// 422 with the fields that are not valid, rows by their number: `weekly.0.from`; 409 where the hours
/// are not those of `version` any more.
#[allow(clippy::too_many_arguments, reason = "a body has one key an argument")]
#[put("/api/availability", doctor: AsDoctor)]
pub async fn replace_availability(
    weekly: Option<Vec<WeeklyDraft>>,
    exceptions: Option<Vec<ExceptionDraft>>,
    minimum_notice_minutes: Option<Typed>,
    horizon_days: Option<Typed>,
    buffer_before_minutes: Option<Typed>,
    buffer_after_minutes: Option<Typed>,
    daily_cap: Option<Typed>,
    visit_types: Option<Vec<VisitTypeDraft>>,
    version: Option<Typed>,
    ask_first: Option<Typed>,
    confirmed: Option<Typed>,
) -> Answer<Availability> {
    let draft = AvailabilityDraft {
        weekly,
        exceptions: exceptions.unwrap_or_default(),
        minimum_notice_minutes: minimum_notice_minutes.unwrap_or_default(),
        horizon_days: horizon_days.unwrap_or_default(),
        buffer_before_minutes,
        buffer_after_minutes,
        daily_cap,
        visit_types,
        version: version.unwrap_or_default(),
        ask_first: ask_first.unwrap_or_default(),
        confirmed: confirmed.unwrap_or_default(),
    };
    service::replace_availability(&doctor.app, doctor.id, &draft).await
}

reading! {
    /// The free times of a doctor: `days` dates from the date `from` on, for this kind of visit.
    /// With `ahead`, `next` is the date of the first free time after them.
    ///
    /// # Errors
    /// 404 where the doctor isn't listed or takes no requests; 422 for what is not valid.
    #[get("/api/doctors/{id}/slots?from&days&visit_type&ahead", anyone: Anyone)]
    pub async fn slots(
        id: String,
        from: Option<String>,
        days: Option<String>,
        visit_type: Option<String>,
        ahead: Option<String>,
    ) -> Answer<Page<FreeTime>> {
        let question = Question {
            from,
            days,
            visit_type,
            ahead,
        };
        service::public_slots(&anyone.app, parse_id(&id, "doctor")?, &question).await
    }
}

reading! {
    /// The names of all time zones.
    ///
    /// # Errors
    /// When the server can't be reached.
    #[get("/api/time-zones", anyone: Anyone)]
    pub async fn time_zones() -> Answer<Page<String>> {
        let _ = anyone;
        Ok(Page::whole(service::time_zones()))
    }
}

reading! {
    /// A map around a point, as HTML; of a place, where it has a name. Empty where no source of
    /// tiles is set.
    ///
    /// # Errors
    /// 422 for a `latitude`, `longitude` or `zoom` that means nothing, and a long `name` or `address`.
    #[get("/api/map?latitude&longitude&zoom&name&address", anyone: Anyone)]
    pub async fn map_picture(
        latitude: Option<String>,
        longitude: Option<String>,
        zoom: Option<String>,
        name: Option<String>,
        address: Option<String>,
    ) -> Answer<Html> {
        let asked = [latitude, longitude, zoom, name, address].map(Option::unwrap_or_default);
        let view = map::View::parse(&asked)?;
        Ok(map::picture(anyone.app.settings.maps.source(), &view))
    }
}
