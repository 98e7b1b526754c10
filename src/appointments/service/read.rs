//! Reading: one appointment, and lists.

use std::collections::HashMap;

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryOrder, QuerySelect, RelationDef, RelationTrait, Select,
    sea_query::{Expr, ExprTrait, IntoCondition},
};
use uuid::Uuid;

use super::letters;
use super::step::{WAITING, standing};
use super::timeline::timeline;
use super::work::{Actor, Work, terms};
use crate::accounts::entity::{doctor, patient, user};
use crate::accounts::rules::age;
use crate::appointments::entity::appointment;
use crate::appointments::model::{Appointment, Counterpart, DoctorName, Part, PatientName, Status};
use crate::appointments::rules::{self, Moving, Terms};
use crate::availability::entity::clinic;
use crate::availability::model::VisitType;
use crate::error::{Answer, AppError, Problems};
use crate::paging::{self, Page};
use crate::place::Location;
use crate::server::media;
use crate::server::state::App;
use crate::time::{Instant, Local, parse_instant, rfc3339};

/// An appointment with the names that go with it, from one query.
#[derive(FromQueryResult)]
pub struct Row {
    #[sea_orm(nested)]
    pub appointment: appointment::Model,
    doctor_name: String,
    doctor_photo: Option<String>,
    doctor_specialty: String,
    patient_name: String,
    patient_photo: Option<String>,
    patient_born: chrono::NaiveDate,
    earlier_status: Option<String>,
    earlier_starts_at: Option<Instant>,
    earlier_ends_at: Option<Instant>,
    earlier_zone: Option<String>,
    later_id: Option<Uuid>,
    later_status: Option<String>,
    later_starts_at: Option<Instant>,
    later_ends_at: Option<Instant>,
    later_zone: Option<String>,
}

/// Appointments with their names, what they were moved from, and what is asked for in their
/// place.
pub fn rows() -> Select<appointment::Entity> {
    let column = |table: &'static str, column: user::Column| Expr::col((table, column));
    appointment::Entity::find()
        .join_as(
            JoinType::InnerJoin,
            appointment::Relation::DoctorUser.def(),
            "du",
        )
        .join_as(
            JoinType::InnerJoin,
            appointment::Relation::PatientUser.def(),
            "pu",
        )
        .join(JoinType::InnerJoin, appointment::Relation::Doctor.def())
        .join(JoinType::InnerJoin, appointment::Relation::Patient.def())
        .expr_as(column("du", user::Column::FullName), "doctor_name")
        .expr_as(column("du", user::Column::Photo), "doctor_photo")
        .column_as(doctor::Column::Specialty, "doctor_specialty")
        .expr_as(column("pu", user::Column::FullName), "patient_name")
        .expr_as(column("pu", user::Column::Photo), "patient_photo")
        .column_as(patient::Column::DateOfBirth, "patient_born")
        .join_as(
            JoinType::LeftJoin,
            appointment::Relation::MovedFrom.def(),
            "earlier",
        )
        .join_as(JoinType::LeftJoin, open_move(), "later")
        .expr_as(
            half("earlier", appointment::Column::Status),
            "earlier_status",
        )
        .expr_as(
            half("earlier", appointment::Column::StartsAt),
            "earlier_starts_at",
        )
        .expr_as(
            half("earlier", appointment::Column::EndsAt),
            "earlier_ends_at",
        )
        .expr_as(
            half("earlier", appointment::Column::TimeZone),
            "earlier_zone",
        )
        .expr_as(half("later", appointment::Column::Id), "later_id")
        .expr_as(half("later", appointment::Column::Status), "later_status")
        .expr_as(
            half("later", appointment::Column::StartsAt),
            "later_starts_at",
        )
        .expr_as(half("later", appointment::Column::EndsAt), "later_ends_at")
        .expr_as(half("later", appointment::Column::TimeZone), "later_zone")
}

fn half(table: &'static str, column: appointment::Column) -> Expr {
    Expr::col((table, column))
}

/// From an appointment to what is asked for in its place, as long as that waits.
fn open_move() -> RelationDef {
    appointment::Relation::MovedFrom
        .def()
        .rev()
        .on_condition(|_, later| {
            Expr::col((later, appointment::Column::Status))
                .is_in(WAITING)
                .into_condition()
        })
}

/// The other half of a move, where there is one.
fn counterpart(
    id: Option<Uuid>,
    status: Option<String>,
    starts_at: Option<Instant>,
    ends_at: Option<Instant>,
    zone: Option<String>,
) -> Option<Counterpart> {
    let (starts_at, ends_at) = (starts_at?, ends_at?);
    Some(Counterpart {
        id: id?,
        status: Status::parse(&status?)?,
        starts_at,
        local: Local::at(&zone?, starts_at, ends_at),
    })
}

/// A row as this person sees it.
///
/// # Errors
/// When the database holds a status that this build does not know.
pub fn view(row: Row, actor: Actor, terms: &Terms) -> Answer<Appointment> {
    let Row { appointment: a, .. } = row;
    let status = a.status()?;
    let moved_from = counterpart(
        a.moved_from,
        row.earlier_status,
        row.earlier_starts_at,
        row.earlier_ends_at,
        row.earlier_zone,
    );
    let open_move = counterpart(
        row.later_id,
        row.later_status,
        row.later_starts_at,
        row.later_ends_at,
        row.later_zone,
    )
    .filter(|_| status.is_live());
    let moving = match (&moved_from, &open_move) {
        _ if !status.is_live() => Moving::Not,
        (Some(earlier), _) if earlier.status.is_live() => Moving::To,
        (_, Some(_)) => Moving::From,
        _ => Moving::Not,
    };
    let actions = rules::actions(actor.part, &standing(&a, moving)?, terms);
    let cancel_until = a.starts_at - terms.cancel_notice;
    let short_notice = status == Status::Accepted
        && actor.part == Part::Patient
        && terms.cancel_notice > TimeDelta::zero()
        && a.starts_at > terms.now;
    let location = a.location_address.map(|address| Location {
        name: a.location_name.unwrap_or_default(),
        address,
        latitude: a.location_latitude,
        longitude: a.location_longitude,
    });
    let photo = |reference: Option<String>| reference.as_deref().and_then(media::url);
    Ok(Appointment {
        id: a.id,
        case_id: a.case_id,
        status,
        starts_at: a.starts_at,
        ends_at: a.ends_at,
        local: Local::at(&a.time_zone, a.starts_at, a.ends_at),
        doctor: DoctorName {
            id: a.doctor_id,
            full_name: row.doctor_name,
            specialty: row.doctor_specialty,
            photo: photo(row.doctor_photo),
        },
        patient: PatientName {
            id: a.patient_id,
            full_name: row.patient_name,
            age: age(row.patient_born, terms.now.date_naive()),
            photo: photo(row.patient_photo),
        },
        reason: a.reason,
        symptoms: a.symptoms,
        visit_type: a
            .visit_type_id
            .zip(a.visit_type)
            .map(|(id, name)| VisitType {
                id,
                name,
                minutes: u16::try_from((a.ends_at - a.starts_at).num_minutes()).unwrap_or_default(),
            }),
        location,
        note: a.note,
        clinic_id: a.clinic_id,
        referred: a.referred_from.is_some(),
        answer_by: a.answer_by,
        answer_by_local: Local::at(&a.time_zone, a.answer_by, a.answer_by),
        version: a.version,
        actions,
        timeline: Vec::new(),
        continued_as: a.moved_to,
        moved_from,
        open_move,
        cancel_until: short_notice.then(|| Local::at(&a.time_zone, cancel_until, cancel_until)),
        referral: None,
        passed_on: None,
        clinic: None,
    })
}

/// One appointment as this person sees it, inside a transaction.
///
/// # Errors
/// 404 where there is none of theirs.
pub async fn one(work: &Work<'_>, actor: Actor, id: Uuid) -> Answer<Appointment> {
    let mut answer = view(row(&work.tx, actor, id).await?, actor, &work.terms())?;
    letters::attach(&work.tx, actor, std::slice::from_mut(&mut answer)).await?;
    Ok(answer)
}

async fn row<C: ConnectionTrait>(db: &C, actor: Actor, id: Uuid) -> Answer<Row> {
    let row = rows()
        .filter(appointment::Column::Id.eq(id))
        .into_model::<Row>()
        .one(db)
        .await?;
    row.filter(|row| actor.owns(&row.appointment))
        .ok_or_else(|| AppError::not_found("appointment"))
}

/// One appointment with its case's timeline.
///
/// # Errors
/// 404 where it isn't this person's.
pub async fn get(app: &App, id: Uuid, part: Part, user_id: Uuid) -> Answer<Appointment> {
    let actor = Actor { id: user_id, part };
    let db = app.db.read();
    let row = row(db, actor, id).await?;
    let timeline = timeline(db, actor, &row.appointment).await?;
    let continued_as = continued_as(db, &row.appointment, part).await?;
    let clinic = match part {
        Part::Patient => clinic_of(db, &row.appointment).await?,
        _ => None,
    };
    let mut answer = Appointment {
        timeline,
        continued_as,
        clinic,
        ..view(row, actor, &terms(app, app.now()))?
    };
    letters::attach(db, actor, std::slice::from_mut(&mut answer)).await?;
    Ok(answer)
}

/// Where an appointment that was referred or moved stands now: the end of the chain. Where a
/// referral led is not for the doctor who referred to open.
async fn continued_as<C: ConnectionTrait>(
    db: &C,
    row: &appointment::Model,
    reader: Part,
) -> Answer<Option<Uuid>> {
    let rows = appointment::Entity::find()
        .filter(appointment::Column::CaseId.eq(row.case_id))
        .all(db)
        .await?;
    let live = |id: Uuid| {
        let found = rows.iter().find(|row| row.id == id);
        found.is_some_and(|row| row.status().is_ok_and(Status::is_live))
    };
    let ended = [Status::Declined, Status::Cancelled, Status::Expired].map(Status::as_str);
    let next: HashMap<Uuid, Uuid> = rows
        .iter()
        .filter_map(|row| {
            // A move leads on once it has outlived what it was to replace.
            let outlived = row.moved_to.is_some() || !ended.contains(&row.status.as_str());
            let moved = row.moved_from.filter(|from| outlived && !live(*from));
            let referred = row.referred_from.filter(|_| reader == Part::Patient);
            Some((moved.or(referred)?, row.id))
        })
        .collect();
    // Each of them continues one that is older, so there is no circle.
    let chain = std::iter::successors(next.get(&row.id), |id| next.get(id));
    Ok(chain.last().copied())
}

/// The clinic whose hours the time is of, where no place is agreed yet.
async fn clinic_of<C: ConnectionTrait>(
    db: &C,
    row: &appointment::Model,
) -> Answer<Option<Location>> {
    let Some(id) = row
        .clinic_id
        .filter(|_| row.status == Status::Pending.as_str())
    else {
        return Ok(None);
    };
    let clinic = clinic::Entity::find_by_id(id).one(db).await?;
    Ok(clinic.map(|clinic| Location {
        name: clinic.name,
        address: clinic.address,
        latitude: clinic.latitude,
        longitude: clinic.longitude,
    }))
}

/// What a list is asked for, as typed in the query.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Words of [`Status`], separated by commas; all of them where empty.
    pub status: Option<String>,
    /// `upcoming`: live and not over; `past`: the rest; all of them where empty.
    pub when: Option<String>,
    /// Not before this instant (RFC 3339).
    pub from: Option<String>,
    /// Before this instant.
    pub to: Option<String>,
    pub cursor: Option<String>,
    pub limit: Option<String>,
}

/// A person's appointments: live ones by time to come, otherwise the latest first; of a doctor's
/// requests that wait those that are urgent come first. A patient's referred and moved ones are
/// left out, since the appointment that continues them stands for the case.
///
/// # Errors
/// 422 with the query's field that is not valid.
pub async fn list(
    app: &App,
    part: Part,
    user_id: Uuid,
    wanted: Wanted,
) -> Answer<Page<Appointment>> {
    let actor = Actor { id: user_id, part };
    let mut problems = Problems::default();
    let statuses = problems.take("status", statuses(wanted.status.as_deref()));
    let upcoming = problems.take("when", upcoming(wanted.when.as_deref()));
    let from = problems.take("from", instant(wanted.from.as_deref(), "From"));
    let to = problems.take("to", instant(wanted.to.as_deref(), "To"));
    let after = problems.take("cursor", cursor(wanted.cursor.as_deref()));
    let limit = problems.take("limit", paging::parse_limit(wanted.limit.as_deref()));
    let (Some(statuses), Some(upcoming), Some(from), Some(to), Some(after), Some(limit)) =
        (statuses, upcoming, from, to, after, limit)
    else {
        return Err(problems.into_error());
    };
    let ascending =
        upcoming.unwrap_or(!statuses.is_empty() && statuses.iter().all(|status| status.is_live()));
    let now = app.now();
    let mine = match part {
        Part::Patient => appointment::Column::PatientId,
        _ => appointment::Column::DoctorId,
    };
    let mut query = rows().filter(mine.eq(user_id));
    if !statuses.is_empty() {
        query = query.filter(
            appointment::Column::Status.is_in(statuses.iter().map(|status| status.as_str())),
        );
    }
    let live = Status::LIVE.map(Status::as_str);
    query = match upcoming {
        None => query,
        Some(true) => query
            .filter(appointment::Column::Status.is_in(live))
            .filter(appointment::Column::EndsAt.gt(now)),
        Some(false) => query.filter(
            Condition::any()
                .add(appointment::Column::Status.is_not_in(live))
                .add(appointment::Column::EndsAt.lte(now)),
        ),
    };
    if part == Part::Patient {
        query = query
            .filter(appointment::Column::Status.ne(Status::Referred.as_str()))
            .filter(appointment::Column::MovedTo.is_null());
    }
    if let Some(from) = from {
        query = query.filter(appointment::Column::StartsAt.gte(from));
    }
    if let Some(to) = to {
        query = query.filter(appointment::Column::StartsAt.lt(to));
    }
    // Those who wait are equal but for this: which can wait least.
    let by_urgency = part == Part::Doctor && statuses == [Status::Pending] && ascending;
    let urgent = appointment::Column::Urgent;
    let (starts_at, id) = (appointment::Column::StartsAt, appointment::Column::Id);
    if let Some((was_urgent, at, last)) = after {
        let beyond = if ascending {
            Condition::any()
                .add(starts_at.gt(at))
                .add(Condition::all().add(starts_at.eq(at)).add(id.gt(last)))
        } else {
            Condition::any()
                .add(starts_at.lt(at))
                .add(Condition::all().add(starts_at.eq(at)).add(id.lt(last)))
        };
        let beyond = match (by_urgency, was_urgent) {
            (false, _) => beyond,
            (true, false) => Condition::all().add(beyond).add(urgent.eq(false)),
            (true, true) => Condition::any()
                .add(urgent.eq(false))
                .add(Condition::all().add(beyond).add(urgent.eq(true))),
        };
        query = query.filter(beyond);
    }
    if by_urgency {
        query = query.order_by_desc(urgent);
    }
    query = if ascending {
        query.order_by_asc(starts_at).order_by_asc(id)
    } else {
        query.order_by_desc(starts_at).order_by_desc(id)
    };
    let found = query
        .limit(limit + 1)
        .into_model::<Row>()
        .all(app.db.read())
        .await?;
    let page = paging::cut(found, limit, |row| {
        let urgent = by_urgency && row.appointment.urgent;
        format!(
            "{}{}_{}",
            if urgent { URGENT } else { "" },
            rfc3339(row.appointment.starts_at),
            row.appointment.id
        )
    });
    let mut items = page
        .items
        .into_iter()
        .map(|row| view(row, actor, &terms(app, now)))
        .collect::<Answer<Vec<_>>>()?;
    letters::attach(app.db.read(), actor, &mut items).await?;
    Ok(Page {
        items,
        next: page.next,
    })
}

fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

fn statuses(text: Option<&str>) -> Result<Vec<Status>, String> {
    given(text)
        .map(|text| text.split(',').map(|word| Status::parse(word.trim())).collect::<Option<Vec<_>>>())
        .unwrap_or(Some(Vec::new()))
        .ok_or_else(|| "Status must be one or more of pending, proposed, accepted, referred, declined, cancelled, completed, no_show, expired.".into())
}

fn upcoming(text: Option<&str>) -> Result<Option<bool>, String> {
    match given(text) {
        None => Ok(None),
        Some("upcoming") => Ok(Some(true)),
        Some("past") => Ok(Some(false)),
        Some(_) => Err("When must be upcoming or past.".into()),
    }
}

fn instant(text: Option<&str>, what: &str) -> Result<Option<Instant>, String> {
    match given(text) {
        None => Ok(None),
        Some(text) => parse_instant(text)
            .map(Some)
            .ok_or_else(|| format!("{what} must be an instant, like 2026-12-24T09:00:00Z.")),
    }
}

/// Before the cursor of one that is urgent, where the list is by urgency.
const URGENT: &str = "urgent_";

/// The last one of the page before: whether it was urgent, its start, its id.
fn cursor(text: Option<&str>) -> Result<Option<(bool, Instant, Uuid)>, String> {
    let Some(text) = given(text) else {
        return Ok(None);
    };
    let (urgent, rest) = match text.strip_prefix(URGENT) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let parsed = rest
        .split_once('_')
        .and_then(|(at, id)| Some((urgent, parse_instant(at)?, id.parse().ok()?)));
    parsed
        .map(Some)
        .ok_or_else(|| "Cursor must be the `next` of an earlier page.".into())
}
