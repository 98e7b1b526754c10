//! What a doctor may know of patients, and for how long.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::read::{Row, rows, views};
use super::work::{Actor, terms};
use crate::accounts::entity::{patient, user};
use crate::accounts::rules::age;
use crate::appointments::entity::appointment;
use crate::appointments::model::{PatientEntry, PatientRecord, Status};
use crate::appointments::rules::{LOOK_HOURS, RECORD_OPEN_DAYS};
use crate::error::{Answer, AppError, Problems};
use crate::oversight;
use crate::paging::{self, Page};
use crate::server::media;
use crate::server::state::App;
use crate::time::Instant;

/// Appointments that open a patient's record to their doctor: live ones, and those that were
/// accepted and took their course within 365 days.
pub fn known_since(now: Instant) -> Condition {
    let course = [Status::Completed, Status::NoShow].map(Status::as_str);
    Condition::any()
        .add(
            Condition::all()
                .add(appointment::Column::Status.is_in([Status::Pending, Status::Proposed].map(Status::as_str)))
                // What was never answered opens nothing once its time has come.
                .add(appointment::Column::EndsAt.gt(now)),
        )
        .add(
            Condition::all()
                .add(appointment::Column::Status.is_in(course.into_iter().chain([Status::Accepted.as_str()])))
                .add(appointment::Column::StartsAt.gt(now - TimeDelta::days(RECORD_OPEN_DAYS))),
        )
}

/// How a patient's information comes to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Somebody opens it.
    Opened,
    /// A page on which it stands is read again, since something has changed.
    Again,
}

/// A patient's information, for a doctor who has or had an appointment with them. Each look is
/// written to the audit trail.
///
/// # Errors
/// 404 for anybody else's patient.
pub async fn patient(app: &App, doctor_id: Uuid, id: Uuid, look: Look) -> Answer<PatientRecord> {
    let now = app.now();
    let db = app.db.read();
    let appointments = rows()
        .filter(appointment::Column::DoctorId.eq(doctor_id))
        .filter(appointment::Column::PatientId.eq(id))
        .filter(known_since(now))
        .order_by_desc(appointment::Column::StartsAt)
        .limit(paging::MOST)
        .into_model::<Row>()
        .all(db)
        .await?;
    let appointments = views(appointments, Actor::doctor(doctor_id), &terms(app, now))?;
    let missing = || AppError::not_found("patient");
    if appointments.is_empty() {
        return Err(missing());
    }
    let (patient, user) = patient::Entity::find_by_id(id)
        .find_also_related(user::Entity)
        .one(db)
        .await?
        .ok_or_else(missing)?;
    let user = user.ok_or_else(missing)?;
    let entry = oversight::Entry {
        actor_id: Some(doctor_id),
        actor_role: "doctor",
        action: "look",
        patient_id: id,
        object_id: None,
    };
    // It is the client that says that it only reads again, so it is believed no longer than there
    // is a look of this reader to which that can belong.
    let since = now - TimeDelta::hours(LOOK_HOURS);
    let known = look == Look::Again && oversight::is_recorded(db, &entry, since).await?;
    if !known {
        oversight::record(app.db.write(), now, entry).await?;
    }
    Ok(PatientRecord {
        id,
        full_name: user.full_name,
        photo: user.photo.as_deref().and_then(media::url),
        date_of_birth: patient.date_of_birth,
        age: age(patient.date_of_birth, now.date_naive()),
        email: user.email,
        phone: patient.phone,
        address: patient.address,
        conditions: patient.conditions,
        allergies: patient.allergies,
        medicines: patient.medicines,
        appointments,
    })
}

/// The patients whose information a doctor may read, newest account first.
///
/// # Errors
/// 422 with the query's field that is not valid.
pub async fn patients(
    app: &App,
    doctor_id: Uuid,
    cursor: Option<&str>,
    limit: Option<&str>,
) -> Answer<Page<PatientEntry>> {
    let now = app.now();
    let mut problems = Problems::default();
    let limit = problems.take("limit", paging::parse_limit(limit));
    let after = match cursor.map(str::trim).filter(|text| !text.is_empty()) {
        None => Some(None),
        Some(text) => problems.take(
            "cursor",
            text.parse::<Uuid>()
                .map(Some)
                .map_err(|_| paging::no_cursor()),
        ),
    };
    let (Some(limit), Some(after)) = (limit, after) else {
        return Err(problems.into_error());
    };
    // Whose they are first, from the doctor's own appointments: a database that is asked for both
    // at once may go through all patients there are.
    let mut known = appointment::Entity::find()
        .select_only()
        .column(appointment::Column::PatientId)
        .filter(appointment::Column::DoctorId.eq(doctor_id))
        .filter(known_since(now))
        .distinct()
        .order_by_desc(appointment::Column::PatientId)
        .limit(limit + 1);
    if let Some(after) = after {
        known = known.filter(appointment::Column::PatientId.lt(after));
    }
    let known: Vec<Uuid> = known.into_tuple().all(app.db.read()).await?;
    let found = patient::Entity::find()
        .filter(patient::Column::UserId.is_in(known))
        .find_also_related(user::Entity)
        .order_by_desc(patient::Column::UserId)
        .all(app.db.read())
        .await?;
    let page = paging::cut(found, limit, |(patient, _)| patient.user_id.to_string());
    let today = now.date_naive();
    let items = page
        .items
        .into_iter()
        .filter_map(|(patient, user)| {
            let user = user?;
            Some(PatientEntry {
                id: user.id,
                full_name: user.full_name,
                photo: user.photo.as_deref().and_then(media::url),
                age: age(patient.date_of_birth, today),
            })
        })
        .collect();
    Ok(Page {
        items,
        next: page.next,
    })
}
