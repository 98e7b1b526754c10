//! The server functions of appointments.

use dioxus::prelude::*;

#[cfg(feature = "server")]
use super::downloads;
#[cfg(feature = "server")]
use super::model::{Action, Part};
use super::model::{
    Appointment, CalendarFeed, Colleague, Dashboard, LocationDraft, PatientEntry, PatientRecord,
    Week,
};
#[cfg(feature = "server")]
use super::service::{
    self, Acceptance, Move, Once, Referral, Refusal, Request, Sought, Suggestion, Wanted,
};
#[cfg(feature = "server")]
use super::times;
#[cfg(feature = "server")]
use super::views;
use super::views::CaseView;
#[cfg(feature = "server")]
use crate::accounts::identity::{Anyone, AsDoctor, AsPatient, SignedIn, parse_id};
#[cfg(feature = "server")]
use crate::accounts::model::Role;
use crate::ask::reading;
use crate::error::Answer;
#[cfg(feature = "server")]
use crate::error::AppError;
use crate::paging::Page;
use crate::typed::Typed;
use crate::ui::Html;

/// The part that a role plays in appointments.
#[cfg(feature = "server")]
pub(super) fn part(role: Role) -> Answer<Part> {
    match role {
        Role::Patient => Ok(Part::Patient),
        Role::Doctor => Ok(Part::Doctor),
        Role::Administrator => Err(AppError::forbidden()),
    }
}

/// What makes a call one call.
#[cfg(feature = "server")]
fn once(key: Option<Typed>, version: Option<Typed>) -> Once {
    Once {
        key: text(key),
        version: text(version),
    }
}

#[cfg(feature = "server")]
fn text(typed: Option<Typed>) -> String {
    typed.unwrap_or_default().0
}

/// Requests an appointment: 201.
///
/// # Errors
/// See [`super::service::request`].
#[post("/api/appointments", patient: AsPatient)]
pub async fn request(
    doctor_id: Option<Typed>,
    starts_at: Option<Typed>,
    reason: Option<Typed>,
    symptoms: Option<Typed>,
    visit_type: Option<Typed>,
    idempotency_key: Option<Typed>,
) -> Answer<Appointment> {
    let typed = Request {
        doctor_id: text(doctor_id),
        starts_at: text(starts_at),
        reason: text(reason),
        symptoms: text(symptoms),
        visit_type: text(visit_type),
        once: once(idempotency_key, None),
    };
    let answer = service::request(&patient.app, patient.id, typed).await?;
    patient.reply.created();
    Ok(answer)
}

reading! {
    /// Your appointments: a patient's cases, a doctor's requests and calendar.
    ///
    /// # Errors
    /// 422 with the query's field that is not valid.
    #[get("/api/appointments?status&when&from&to&cursor&limit", caller: SignedIn)]
    pub async fn list(
        status: Option<String>,
        when: Option<String>,
        from: Option<String>,
        to: Option<String>,
        cursor: Option<String>,
        limit: Option<String>,
    ) -> Answer<Page<Appointment>> {
        let wanted = Wanted {
            status,
            when,
            from,
            to,
            cursor,
            limit,
        };
        service::list(&caller.app, part(caller.role)?, caller.id, wanted).await
    }
}

reading! {
    /// One appointment with its case's timeline.
    ///
    /// # Errors
    /// 404 where it isn't yours.
    #[get("/api/appointments/{id}", caller: SignedIn)]
    pub async fn detail(id: String) -> Answer<Appointment> {
        service::get(
            &caller.app,
            parse_id(&id, "appointment")?,
            part(caller.role)?,
            caller.id,
        )
        .await
    }
}

reading! {
    /// The page of one appointment: with the times to move it to from the date `from` on, where that
    /// is given, and colleagues whose names are like `colleague`. A page that is open and asks once
    /// more, since something has changed, says so by anything in `again`.
    ///
    /// # Errors
    /// 404 where it isn't yours; 422 where `from` is no date.
    #[get("/api/appointments/{id}/page?colleague&from&again", caller: SignedIn)]
    pub async fn case_view(
        id: String,
        colleague: Option<String>,
        from: Option<String>,
        again: Option<String>,
    ) -> Answer<CaseView> {
        let (who, id) = ((part(caller.role)?, caller.id), parse_id(&id, "appointment")?);
        let [colleague, from] = [colleague, from].map(Option::unwrap_or_default);
        let look = match again.unwrap_or_default().as_str() {
            "" => service::Look::Opened,
            _ => service::Look::Again,
        };
        views::case_view(&caller.app, who, id, (colleague, from), look).await
    }
}

reading! {
    /// The free times of a week to which an appointment can be moved, or for which it can be
    /// suggested, as HTML: fields `starts_at` of a form. From the date `from` on, or from the
    /// first free time where that is `soonest`. Other programs ask for a doctor's slots.
    ///
    /// # Errors
    /// 404 where it isn't yours; 422 where `from` is no date.
    #[get("/api/appointments/{id}/times?from", caller: SignedIn)]
    pub async fn times(id: String, from: Option<String>) -> Answer<Html> {
        let (part, id) = (part(caller.role)?, parse_id(&id, "appointment")?);
        let from = from.unwrap_or_else(|| service::SOONEST.to_owned());
        let times = service::times(&caller.app, part, caller.id, id, &from).await?;
        Ok(times::choices(&times, part))
    }
}

/// Accepts a request, with a saved clinic or another place.
///
/// # Errors
/// See [`super::service::accept`].
#[post("/api/appointments/{id}/accept", doctor: AsDoctor)]
pub async fn accept(
    id: String,
    clinic_id: Option<Typed>,
    location: Option<LocationDraft>,
    note: Option<Typed>,
    idempotency_key: Option<Typed>,
    version: Option<Typed>,
) -> Answer<Appointment> {
    let typed = Acceptance {
        clinic_id: text(clinic_id),
        location,
        note: text(note),
        once: once(idempotency_key, version),
    };
    service::accept(&doctor.app, doctor.id, parse_id(&id, "appointment")?, typed).await
}

/// Declines a request, with a reason, and with advice where it came by referral.
///
/// # Errors
/// See [`super::service::decline`].
#[post("/api/appointments/{id}/decline", doctor: AsDoctor)]
pub async fn decline(
    id: String,
    reason: Option<Typed>,
    advice: Option<Typed>,
    idempotency_key: Option<Typed>,
    version: Option<Typed>,
) -> Answer<Appointment> {
    let typed = Refusal {
        reason: text(reason),
        advice: text(advice),
        once: once(idempotency_key, version),
    };
    service::decline(&doctor.app, doctor.id, parse_id(&id, "appointment")?, typed).await
}

/// Refers a request to a colleague of the same specialty.
///
/// # Errors
/// See [`super::service::refer`].
#[post("/api/appointments/{id}/refer", doctor: AsDoctor)]
pub async fn refer(
    id: String,
    doctor_id: Option<Typed>,
    priority: Option<Typed>,
    reason: Option<Typed>,
    note: Option<Typed>,
    starts_at: Option<Typed>,
    idempotency_key: Option<Typed>,
    version: Option<Typed>,
) -> Answer<Appointment> {
    let typed = Referral {
        doctor_id: text(doctor_id),
        priority: text(priority),
        reason: text(reason),
        note: text(note),
        starts_at: text(starts_at),
        once: once(idempotency_key, version),
    };
    service::refer(&doctor.app, doctor.id, parse_id(&id, "appointment")?, typed).await
}

/// Suggests another time and place, to which the patient agrees or not.
///
/// # Errors
/// See [`super::service::suggest`].
#[post("/api/appointments/{id}/suggest", doctor: AsDoctor)]
pub async fn suggest(
    id: String,
    starts_at: Option<Typed>,
    clinic_id: Option<Typed>,
    location: Option<LocationDraft>,
    note: Option<Typed>,
    idempotency_key: Option<Typed>,
    version: Option<Typed>,
) -> Answer<Appointment> {
    let typed = Suggestion {
        starts_at: text(starts_at),
        clinic_id: text(clinic_id),
        location,
        note: text(note),
        once: once(idempotency_key, version),
    };
    service::suggest(&doctor.app, doctor.id, parse_id(&id, "appointment")?, typed).await
}

/// Agrees to a suggested time.
///
/// # Errors
/// See [`super::service::agree`].
#[post("/api/appointments/{id}/agree", patient: AsPatient)]
pub async fn agree(
    id: String,
    idempotency_key: Option<Typed>,
    version: Option<Typed>,
) -> Answer<Appointment> {
    let id = parse_id(&id, "appointment")?;
    let once = once(idempotency_key, version);
    service::agree(&patient.app, patient.id, id, &once).await
}

/// Asks for another time of the same doctor; the answer is the new request.
///
/// # Errors
/// See [`super::service::move_to`].
#[post("/api/appointments/{id}/move", patient: AsPatient)]
pub async fn move_to(
    id: String,
    starts_at: Option<Typed>,
    reason: Option<Typed>,
    idempotency_key: Option<Typed>,
    version: Option<Typed>,
) -> Answer<Appointment> {
    let typed = Move {
        starts_at: text(starts_at),
        reason: text(reason),
        once: once(idempotency_key, version),
    };
    service::move_to(
        &patient.app,
        patient.id,
        parse_id(&id, "appointment")?,
        typed,
    )
    .await
}

/// Cancels an appointment; a doctor gives a reason.
///
/// # Errors
/// See [`super::service::cancel`].
#[post("/api/appointments/{id}/cancel", caller: SignedIn)]
pub async fn cancel(
    id: String,
    reason: Option<Typed>,
    idempotency_key: Option<Typed>,
    version: Option<Typed>,
) -> Answer<Appointment> {
    let id = parse_id(&id, "appointment")?;
    let part = part(caller.role)?;
    service::cancel(
        &caller.app,
        part,
        caller.id,
        id,
        &text(reason),
        &once(idempotency_key, version),
    )
    .await
}

/// Says that the visit took place.
///
/// # Errors
/// See [`super::service::close`].
#[post("/api/appointments/{id}/complete", doctor: AsDoctor)]
pub async fn complete(
    id: String,
    idempotency_key: Option<Typed>,
    version: Option<Typed>,
) -> Answer<Appointment> {
    let id = parse_id(&id, "appointment")?;
    service::close(
        &doctor.app,
        doctor.id,
        id,
        Action::Complete,
        &once(idempotency_key, version),
    )
    .await
}

/// Says that the patient did not come.
///
/// # Errors
/// See [`super::service::close`].
#[post("/api/appointments/{id}/no-show", doctor: AsDoctor)]
pub async fn no_show(
    id: String,
    idempotency_key: Option<Typed>,
    version: Option<Typed>,
) -> Answer<Appointment> {
    let id = parse_id(&id, "appointment")?;
    service::close(
        &doctor.app,
        doctor.id,
        id,
        Action::NoShow,
        &once(idempotency_key, version),
    )
    .await
}

reading! {
    /// Doctors to whom a request can be referred, by how soon they are free.
    ///
    /// # Errors
    /// 404 where it isn't yours; 422 with the query's field that is not valid.
    #[get("/api/appointments/{id}/colleagues?q&cursor&limit", doctor: AsDoctor)]
    pub async fn colleagues(
        id: String,
        q: Option<String>,
        cursor: Option<String>,
        limit: Option<String>,
    ) -> Answer<Page<Colleague>> {
        let id = parse_id(&id, "appointment")?;
        service::colleagues(&doctor.app, doctor.id, id, Sought { q, cursor, limit }).await
    }
}

reading! {
    /// The figures and the agenda at the top of a doctor's dashboard.
    ///
    /// # Errors
    /// When the database does not answer.
    #[get("/api/dashboard", doctor: AsDoctor)]
    pub async fn dashboard() -> Answer<Dashboard> {
        service::dashboard(&doctor.app, doctor.id).await
    }
}

reading! {
    /// The patients whose information you may read.
    ///
    /// # Errors
    /// 422 with the query's field that is not valid.
    #[get("/api/patients?cursor&limit", doctor: AsDoctor)]
    pub async fn patients(cursor: Option<String>, limit: Option<String>) -> Answer<Page<PatientEntry>> {
        service::patients(&doctor.app, doctor.id, cursor.as_deref(), limit.as_deref()).await
    }
}

reading! {
    /// A patient's information.
    ///
    /// # Errors
    /// 404 for anybody else's patient.
    #[get("/api/patients/{id}", doctor: AsDoctor)]
    pub async fn patient(id: String) -> Answer<PatientRecord> {
        service::patient(&doctor.app, doctor.id, parse_id(&id, "patient")?, service::Look::Opened).await
    }
}

reading! {
    /// The week in which the date `from` lies, drawn: appointments, free hours, exceptions. This
    /// week without a date.
    ///
    /// # Errors
    /// 422 where it is no date.
    #[get("/api/calendar/week?from", doctor: AsDoctor)]
    pub async fn week(from: Option<String>) -> Answer<Week> {
        let plan = service::week(&doctor.app, doctor.id, from.as_deref()).await?;
        Ok(super::week::shown(&plan))
    }
}

reading! {
    /// Whether you have a private calendar address. The address itself is in this answer once,
    /// on the page after it was made.
    ///
    /// # Errors
    /// 401 for nobody, 403 for who has no appointments.
    #[get("/api/calendar-feed", caller: Anyone)]
    pub async fn calendar_feed() -> Answer<CalendarFeed> {
        downloads::shown_once(&caller).await
    }
}

/// Makes a private calendar address, in place of the one before: 201. The answer is the only
/// place where it is told.
///
/// # Errors
/// 401 for nobody, 403 for who has no appointments.
#[post("/api/calendar-feed", caller: SignedIn)]
pub async fn open_calendar_feed() -> Answer<CalendarFeed> {
    downloads::open(&caller).await
}

/// Removes your private calendar address.
///
/// # Errors
/// 401 for nobody, 403 for who has no appointments.
#[delete("/api/calendar-feed", caller: SignedIn)]
pub async fn close_calendar_feed() -> Answer<()> {
    part(caller.role)?;
    service::close_feed(&caller.app, caller.id).await
}
