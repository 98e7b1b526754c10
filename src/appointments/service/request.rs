//! A patient asks for a doctor's time.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Serialize;
use uuid::Uuid;

use super::idempotency::{Key, Once};
use super::read::one;
use super::words::stop;
use super::work::{Actor, Work, slot_taken};
use crate::accounts::entity::{doctor, user};
use crate::accounts::rules::{optional_text, required_text};
use crate::appointments::entity::appointment;
use crate::appointments::model::{Action, Appointment, Priority, Status};
use crate::appointments::rules;
use crate::availability::model::VisitType;
use crate::availability::service::{self as availability, Visit};
use crate::error::{Answer, AppError, ErrorKind, Problems};
use crate::notifications::model::Kind;
use crate::notifications::service::Notice;
use crate::server::state::App;
use crate::texts::InEach;
use crate::time::{FreeTime, Instant, parse_instant};

/// What a patient typed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Request {
    pub doctor_id: String,
    pub starts_at: String,
    pub reason: String,
    pub symptoms: String,
    /// The id of one of the doctor's kinds of visits; empty for the usual length.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub visit_type: String,
    #[serde(skip)]
    pub once: Once,
}

/// How many free times a refusal names.
pub const NEAREST: usize = 6;

/// Requests an appointment. The doctor is told in the same transaction.
///
/// # Errors
/// 422 with the fields; 404 for a doctor who isn't listed; 409 where the time is taken (with the
/// nearest free ones), the patient has another appointment then, or five open requests already.
pub async fn request(app: &App, patient_id: Uuid, typed: Request) -> Answer<Appointment> {
    let mut problems = Problems::default();
    let doctor_id: Option<Uuid> = problems.take(
        "doctor_id",
        typed
            .doctor_id
            .trim()
            .parse()
            .map_err(|_| ts!("appointments-err-doctor")),
    );
    let starts_at = problems.take(
        "starts_at",
        parse_instant(&typed.starts_at).ok_or_else(|| ts!("appointments-err-time")),
    );
    let reason = problems.take(
        "reason",
        required_text(
            &typed.reason,
            &ts!("appointments-err-the-reason"),
            &ts!("appointments-err-ask-visit-reason"),
            rules::REASON_MOST,
        ),
    );
    let symptoms = problems.take(
        "symptoms",
        optional_text(
            &typed.symptoms,
            &ts!("appointments-err-symptoms"),
            rules::SYMPTOMS_MOST,
        ),
    );
    let (Some(doctor_id), Some(starts_at), Some(reason), Some(symptoms)) =
        (doctor_id, starts_at, reason, symptoms)
    else {
        return Err(problems.into_error());
    };
    let key = Key::new(patient_id, &typed.once, "request", &typed)?;
    let wish = Asked {
        patient_id,
        doctor_id,
        starts_at,
        visit_type: typed.visit_type,
        reason,
        symptoms,
    };
    match take(app, &wish, &key).await {
        Err(error) if error.kind == ErrorKind::SlotTaken => Err(AppError {
            nearest: wish.nearest(app).await?,
            ..error
        }),
        asked => asked,
    }
}

/// A time that a patient asks for, as far as it can be understood without the database.
pub struct Asked {
    pub patient_id: Uuid,
    pub doctor_id: Uuid,
    pub starts_at: Instant,
    /// The id of one of the doctor's kinds of visits, as typed.
    pub visit_type: String,
    pub reason: String,
    pub symptoms: Option<String>,
}

impl Asked {
    /// The free times nearest to the one that is not.
    async fn nearest(&self, app: &App) -> Answer<Vec<FreeTime>> {
        let db = app.db.read();
        let kind = availability::visit_type(db, self.doctor_id, &self.visit_type).await?;
        let visit = visit(kind.as_ref());
        let (around, now) = (self.starts_at, app.now());
        availability::nearest_free_for(db, self.doctor_id, around, NEAREST, visit, now).await
    }
}

/// A visit of this kind.
fn visit(kind: Option<&VisitType>) -> Visit {
    Visit {
        minutes: kind.map(|kind| kind.minutes),
        ..Visit::default()
    }
}

async fn take(app: &App, wish: &Asked, key: &Key) -> Answer<Appointment> {
    let mut work = Work::begin(app, &[wish.patient_id, wish.doctor_id]).await?;
    if let Some(answer) = key.earlier(&work, None).await? {
        return Ok(answer);
    }
    let answer = request_in(&mut work, wish).await?;
    key.keep(&work, &answer).await?;
    work.commit().await?;
    Ok(answer)
}

/// Requests an appointment within a transaction that holds the patient and the doctor.
///
/// # Errors
/// Those of [`request`], without the nearest free times.
pub async fn request_in(work: &mut Work<'_>, wish: &Asked) -> Answer<Appointment> {
    let (patient_id, doctor_id) = (wish.patient_id, wish.doctor_id);
    let actor = Actor::patient(patient_id);
    requestable(work, doctor_id).await?;
    let kind = availability::visit_type(&work.tx, doctor_id, &wish.visit_type).await?;
    if open_requests(work, patient_id).await? >= rules::OPEN_REQUESTS_MOST {
        return Err(AppError::conflict(ts!(
            "appointments-err-many",
            count = rules::OPEN_REQUESTS_MOST
        )));
    }
    let visit = visit(kind.as_ref());
    let free =
        availability::is_free_for(&work.tx, doctor_id, wish.starts_at, visit, work.now).await?;
    let slot = match free {
        Some(slot) => slot,
        None if availability::is_held_for(&work.tx, patient_id, doctor_id, wish.starts_at)
            .await? =>
        {
            return Err(AppError::conflict(ts!("waiting-held-for-you")));
        }
        None => return Err(slot_taken()),
    };
    let row = pending(
        work,
        Uuid::now_v7(),
        doctor_id,
        patient_id,
        &slot,
        wish.reason.clone(),
        wish.symptoms.clone(),
    );
    let row = appointment::Model {
        visit_type_id: kind.as_ref().map(|kind| kind.id),
        visit_type: kind.map(|kind| kind.name),
        ..row
    };
    let row = work.insert(row).await?;
    work.write(
        actor,
        Action::Request,
        &row,
        None,
        Status::Pending,
        Some(&row.reason),
    )
    .await?;
    let answer = one(work, actor, row.id).await?;
    work.tell(vec![asked(&answer, None)]).await?;
    Ok(answer)
}

/// How many requests of a patient's, of times to come, wait for their doctors.
pub async fn open_requests(work: &Work<'_>, patient_id: Uuid) -> Answer<u64> {
    let open = appointment::Entity::find()
        .filter(appointment::Column::PatientId.eq(patient_id))
        .filter(appointment::Column::Status.eq(Status::Pending.as_str()))
        .filter(appointment::Column::StartsAt.gt(work.now))
        .count(&work.tx)
        .await?;
    Ok(open)
}

/// A new appointment in this slot, waiting for its doctor.
pub fn pending(
    work: &Work<'_>,
    case_id: Uuid,
    doctor_id: Uuid,
    patient_id: Uuid,
    slot: &FreeTime,
    reason: String,
    symptoms: Option<String>,
) -> appointment::Model {
    appointment::Model {
        id: Uuid::now_v7(),
        case_id,
        doctor_id,
        patient_id,
        clinic_id: Some(slot.clinic_id),
        referred_from: None,
        urgent: false,
        moved_from: None,
        moved_to: None,
        status: Status::Pending.as_str().to_owned(),
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        time_zone: slot.local.zone.clone(),
        reason,
        symptoms,
        visit_type_id: None,
        visit_type: None,
        location_name: None,
        location_address: None,
        location_latitude: None,
        location_longitude: None,
        note: None,
        answer_by: work.answer_by(work.now, slot.starts_at, None),
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    }
}

/// A doctor who may be asked: verified, not suspended (else 404), and taking requests (else 409).
pub async fn requestable(work: &Work<'_>, doctor_id: Uuid) -> Answer<doctor::Model> {
    match listed(work, doctor_id).await? {
        Some(doctor) if doctor.accepting => Ok(doctor),
        Some(_) => Err(AppError::conflict(ts!("appointments-err-no-requests"))),
        None => Err(AppError::not_found("doctor")),
    }
}

/// A doctor who is verified and not suspended.
pub async fn listed(work: &Work<'_>, doctor_id: Uuid) -> Answer<Option<doctor::Model>> {
    let found = doctor::Entity::find_by_id(doctor_id)
        .find_also_related(user::Entity)
        .one(&work.tx)
        .await?;
    Ok(match found {
        Some((doctor, Some(user)))
            if doctor.verified_at.is_some() && user.suspended_at.is_none() =>
        {
            Some(doctor)
        }
        _ => None,
    })
}

/// Tells a doctor that somebody asks for their time.
pub fn asked(answer: &Appointment, referred_by: Option<&str>) -> Notice {
    let name = &answer.patient.full_name;
    let urgent = answer
        .referral
        .as_ref()
        .is_some_and(|letter| letter.priority == Priority::Urgent);
    Notice {
        user_id: answer.doctor.id,
        kind: Kind::Requested,
        words: InEach::say(|| {
            let title = match referred_by {
                Some(colleague) if urgent => {
                    ts!(
                        "notifications-refers-urgent",
                        colleague = colleague,
                        patient = name
                    )
                }
                Some(colleague) => {
                    ts!(
                        "notifications-refers",
                        colleague = colleague,
                        patient = name
                    )
                }
                None => ts!("notifications-asked", patient = name),
            };
            let when = stop(&answer.local.in_words());
            (title, [&when, " ", &answer.reason].concat())
        }),
        link: format!("/appointments/{}", answer.id),
        case_id: Some(answer.case_id),
        location: None,
    }
}
