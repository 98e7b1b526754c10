//! Reading: appointments with what goes with them, as somebody sees them.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    RelationDef, RelationTrait, Select,
    sea_query::{Expr, ExprTrait, IntoCondition},
};
use uuid::Uuid;

use super::letters;
use super::step::{WAITING, standing};
use super::work::{Actor, Work};
use crate::accounts::entity::{doctor, patient, user};
use crate::accounts::rules::age;
use crate::appointments::entity::appointment;
use crate::appointments::model::{Appointment, Counterpart, DoctorName, Part, PatientName, Status};
use crate::appointments::rules::{self, Moving, Terms};
use crate::availability::model::VisitType;
use crate::error::{Answer, AppError};
use crate::place::Location;
use crate::server::media;
use crate::time::{Instant, Local};

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
    let local = a.local();
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
        local,
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

/// Rows as this person sees them.
///
/// # Errors
/// When the database holds a status that this build does not know.
pub fn views(rows: Vec<Row>, actor: Actor, terms: &Terms) -> Answer<Vec<Appointment>> {
    rows.into_iter()
        .map(|row| view(row, actor, terms))
        .collect()
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

/// The row of an appointment of this person's.
///
/// # Errors
/// 404 where it isn't theirs.
pub async fn row<C: ConnectionTrait>(db: &C, actor: Actor, id: Uuid) -> Answer<Row> {
    let row = rows()
        .filter(appointment::Column::Id.eq(id))
        .into_model::<Row>()
        .one(db)
        .await?;
    row.filter(|row| actor.owns(&row.appointment))
        .ok_or_else(|| AppError::not_found("appointment"))
}
