//! What stands in calendar files.

use std::collections::HashSet;

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::feed::owner;
use super::read::{Row, rows, view};
use super::work::{Actor, terms};
use crate::appointments::calendar::{Entry, File, Method, Organiser, Standing};
use crate::appointments::entity::{appointment, event};
use crate::appointments::model::{Appointment, Part, Status};
use crate::directory::specialties;
use crate::error::{Answer, AppError};
use crate::server::state::App;
use crate::texts;
use crate::time::Instant;
use crate::ui::initials;

/// How long appointments that are over stay in a feed.
const PAST_DAYS: i64 = 90;
/// How long a feed goes on saying that an appointment was cancelled.
const CANCELLED_DAYS: i64 = 30;

/// The name and the file of one appointment: of an accepted one to be added to a calendar, of
/// one that was cancelled since to be taken out of it.
///
/// # Errors
/// 404 where it isn't this person's, or no calendar has anything to do with it.
pub async fn calendar_file(
    app: &App,
    part: Part,
    user_id: Uuid,
    id: Uuid,
) -> Answer<(String, File)> {
    let actor = Actor { id: user_id, part };
    let db = app.db.read();
    let at = app.now();
    let row = rows()
        .filter(appointment::Column::Id.eq(id))
        .into_model::<Row>()
        .one(db)
        .await?
        .filter(|row| actor.owns(&row.appointment))
        .ok_or_else(|| AppError::not_found("appointment"))?;
    let known = once_agreed(db, [&row]).await?;
    let missing = || AppError::not_found("calendar file");
    let entry = entry(app, row, actor, &known, at)?.ok_or_else(missing)?;
    let method = match entry.standing {
        // What is only suggested stands in feeds, which say by themselves when that changes.
        Standing::Tentative => return Err(missing()),
        Standing::Confirmed => Method::Publish,
        Standing::Cancelled => Method::Cancel,
    };
    let date = crate::time::Local::at(&entry.zone, entry.starts_at, entry.ends_at).date;
    let file = File {
        method,
        name: None,
        entries: vec![entry],
        at,
    };
    Ok((format!("appointment-{date}.ics"), file))
}

/// The calendar of whoever this secret was given to, in their language: what is to come and the last
/// 90 days.
///
/// # Errors
/// 404 where nobody has this address, or not any more.
pub async fn calendar_feed(app: &App, secret: &str) -> Answer<File> {
    let (actor, language) = owner(app, secret).await?;
    let at = app.now();
    let mine = match actor.part {
        Part::Doctor => appointment::Column::DoctorId,
        _ => appointment::Column::PatientId,
    };
    let stands = [
        Status::Proposed,
        Status::Accepted,
        Status::Completed,
        Status::NoShow,
    ]
    .map(Status::as_str);
    let cancelled = Condition::all()
        .add(appointment::Column::Status.eq(Status::Cancelled.as_str()))
        .add(appointment::Column::UpdatedAt.gte(at - TimeDelta::days(CANCELLED_DAYS)));
    let db = app.db.read();
    let rows = rows()
        .filter(mine.eq(actor.id))
        .filter(appointment::Column::StartsAt.gte(at - TimeDelta::days(PAST_DAYS)))
        .filter(
            Condition::any()
                .add(appointment::Column::Status.is_in(stands))
                .add(cancelled),
        )
        .order_by_asc(appointment::Column::StartsAt)
        .order_by_asc(appointment::Column::Id)
        .into_model::<Row>()
        .all(db)
        .await?;
    let known = once_agreed(db, &rows).await?;
    let entries = texts::scope(language, || {
        rows.into_iter()
            .filter_map(|row| entry(app, row, actor, &known, at).transpose())
            .collect::<Answer<_>>()
    })?;
    Ok(File {
        method: Method::Publish,
        name: Some("MedAppoint"),
        entries,
        at,
    })
}

/// Those of these that are cancelled, and had been accepted or suggested before: a calendar may
/// hold them. A request that was withdrawn is in none.
async fn once_agreed<C: ConnectionTrait>(
    db: &C,
    rows: impl IntoIterator<Item = &Row>,
) -> Answer<HashSet<Uuid>> {
    let (cases, ids): (Vec<Uuid>, Vec<Uuid>) = rows
        .into_iter()
        .map(|row| &row.appointment)
        .filter(|row| row.status == Status::Cancelled.as_str())
        .map(|row| (row.case_id, row.id))
        .unzip();
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let agreed = [Status::Accepted, Status::Proposed].map(Status::as_str);
    let known: Vec<Uuid> = event::Entity::find()
        .select_only()
        .column(event::Column::AppointmentId)
        .distinct()
        .filter(event::Column::CaseId.is_in(cases))
        .filter(event::Column::AppointmentId.is_in(ids))
        .filter(event::Column::ToStatus.is_in(agreed))
        .into_tuple()
        .all(db)
        .await?;
    Ok(known.into_iter().collect())
}

/// An appointment as a calendar shows it; nothing where no calendar does.
fn entry(
    app: &App,
    row: Row,
    actor: Actor,
    once_agreed: &HashSet<Uuid>,
    now: Instant,
) -> Answer<Option<Entry>> {
    let changed_at = row.appointment.updated_at;
    let a = view(row, actor, &terms(app, now))?;
    let standing = match a.status {
        Status::Proposed => Standing::Tentative,
        Status::Accepted | Status::Completed | Status::NoShow => Standing::Confirmed,
        Status::Cancelled if once_agreed.contains(&a.id) => Standing::Cancelled,
        _ => return Ok(None),
    };
    let origin = app.settings.origin();
    let host = app.settings.public_url.host_str().unwrap_or("localhost");
    let page = format!("{origin}/appointments/{}", a.id);
    let description = match standing {
        Standing::Tentative => ts!("appointments-ics-tentative", page = page),
        Standing::Confirmed => ts!("appointments-ics-confirmed", page = page),
        Standing::Cancelled => ts!("appointments-ics-cancelled", page = page),
    };
    Ok(Some(Entry {
        uid: format!("{}@{host}", a.id),
        sequence: a.version,
        standing,
        summary: summary(&a, actor.part),
        description,
        zone: a.local.zone,
        starts_at: a.starts_at,
        ends_at: a.ends_at,
        changed_at,
        location: a.location,
        page,
        organiser: Organiser {
            page: format!("{origin}/doctors/{}", a.doctor.id),
            name: a.doctor.full_name,
        },
    }))
}

/// What a calendar calls it. A patient's own calendar names the doctor. A doctor's says who is
/// meant to the doctor alone: calendars lie on servers that never agreed to keep a secret, and
/// that somebody sees a cardiologist is one. The page, behind the sign-in, has the name.
fn summary(a: &Appointment, part: Part) -> String {
    match part {
        Part::Doctor => ts!(
            "appointments-ics-doctor",
            initials = initials(&a.patient.full_name)
        ),
        _ => ts!(
            "appointments-ics-patient",
            doctor = a.doctor.full_name,
            specialty = specialties::name_of(&a.doctor.specialty)
        ),
    }
}
