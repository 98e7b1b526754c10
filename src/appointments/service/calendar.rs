//! What stands in calendar files.

use std::collections::HashSet;

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::feed::owner;
use super::read::{Row, row, rows, view};
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
/// How long a feed goes on saying that an appointment does not take place.
const CANCELLED_DAYS: i64 = 30;

/// How calendars are to show an appointment, if at all. It `stood` in one where it was agreed
/// before, or for a feed at least suggested: then it must also be taken out again, however it
/// ended.
fn standing(status: Status, stood: bool) -> Option<Standing> {
    match status {
        Status::Proposed => Some(Standing::Tentative),
        Status::Accepted | Status::Completed | Status::NoShow => Some(Standing::Confirmed),
        _ if stood && Status::GIVEN_UP.contains(&status) => Some(Standing::Cancelled),
        _ => None,
    }
}

/// How its own file has an appointment, which was `agreed` before or not. What has only been
/// suggested stands in feeds alone, which say by themselves when that changes. What was agreed may
/// have been added from a file: suggesting gives its old time up, so a file moves it.
fn standing_in_file(status: Status, agreed: bool) -> Option<Standing> {
    standing(status, agreed).filter(|standing| agreed || *standing != Standing::Tentative)
}

/// What the file of an appointment does to a calendar, where there is one.
///
/// # Errors
/// When the database does not answer.
pub async fn in_calendars(app: &App, of: &Appointment) -> Answer<Option<Standing>> {
    let agreed = once(app.db.read(), [(of.case_id, of.id)], &[Status::Accepted]).await?;
    Ok(standing_in_file(of.status, agreed.contains(&of.id)))
}

/// The name and the file of one appointment: of an accepted one to be added to a calendar, of one
/// that has another time suggested since to be moved in it, and of one that ended since to be
/// taken out of it.
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
    let row = row(db, actor, id).await?;
    let agreed = once(db, [of(&row)], &[Status::Accepted]).await?;
    let standing = standing_in_file(row.appointment.status()?, agreed.contains(&id))
        .ok_or_else(|| AppError::not_found("calendar file"))?;
    let entry = entry(app, row, actor, standing, at)?;
    let method = match standing {
        Standing::Tentative | Standing::Confirmed => Method::Publish,
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
        .add(appointment::Column::Status.is_in(Status::GIVEN_UP.map(Status::as_str)))
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
    let ended = rows
        .iter()
        .filter(|row| !stands.contains(&row.appointment.status.as_str()));
    let stood = once(db, ended.map(of), &[Status::Accepted, Status::Proposed]).await?;
    let entries = texts::scope(language, || -> Answer<Vec<Entry>> {
        let mut entries = Vec::with_capacity(rows.len());
        for row in rows {
            let known = stood.contains(&row.appointment.id);
            if let Some(standing) = standing(row.appointment.status()?, known) {
                entries.push(entry(app, row, actor, standing, at)?);
            }
        }
        Ok(entries)
    })?;
    Ok(File {
        method: Method::Publish,
        name: Some("MedAppoint"),
        entries,
        at,
    })
}

/// The case and the id of a row.
fn of(row: &Row) -> (Uuid, Uuid) {
    (row.appointment.case_id, row.appointment.id)
}

/// Which of these appointments, each with its case, once had one of these states.
async fn once<C: ConnectionTrait>(
    db: &C,
    appointments: impl IntoIterator<Item = (Uuid, Uuid)>,
    states: &[Status],
) -> Answer<HashSet<Uuid>> {
    let (cases, ids): (Vec<Uuid>, Vec<Uuid>) = appointments.into_iter().unzip();
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let states = states.iter().map(|status| status.as_str());
    let known: Vec<Uuid> = event::Entity::find()
        .select_only()
        .column(event::Column::AppointmentId)
        .distinct()
        .filter(event::Column::CaseId.is_in(cases))
        .filter(event::Column::AppointmentId.is_in(ids))
        .filter(event::Column::ToStatus.is_in(states))
        .into_tuple()
        .all(db)
        .await?;
    Ok(known.into_iter().collect())
}

/// An appointment as a calendar shows it.
fn entry(app: &App, row: Row, actor: Actor, standing: Standing, now: Instant) -> Answer<Entry> {
    let changed_at = row.appointment.updated_at;
    let a = view(row, actor, &terms(app, now))?;
    let origin = app.settings.origin();
    let host = app.settings.public_url.host_str().unwrap_or("localhost");
    let page = format!("{origin}/appointments/{}", a.id);
    let description = match standing {
        Standing::Tentative => ts!("appointments-ics-tentative", page = page),
        Standing::Confirmed => ts!("appointments-ics-confirmed", page = page),
        Standing::Cancelled => ts!("appointments-ics-cancelled", page = page),
    };
    Ok(Entry {
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
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_agreed_is_taken_out_however_it_ended() {
        for status in Status::ALL {
            let (wanted, in_file) = match status {
                Status::Pending => (None, None),
                Status::Proposed => (Some(Standing::Tentative), None),
                Status::Accepted | Status::Completed | Status::NoShow => {
                    (Some(Standing::Confirmed), Some(Standing::Confirmed))
                }
                _ => (None, None),
            };
            assert_eq!(standing(status, false), wanted, "{status:?}");
            assert_eq!(standing_in_file(status, false), in_file, "{status:?}");
            let ended = Status::GIVEN_UP.contains(&status);
            let wanted = ended.then_some(Standing::Cancelled).or(wanted);
            assert_eq!(standing(status, true), wanted, "{status:?}");
            assert_eq!(standing_in_file(status, true), wanted, "{status:?}");
        }
        // Nothing but a visit that took its course ends otherwise.
        let others = Status::ALL
            .into_iter()
            .filter(|status| !status.is_live() && !Status::GIVEN_UP.contains(status));
        assert!(others.eq([Status::Completed, Status::NoShow]));
    }
}
