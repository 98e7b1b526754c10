//! A case's timeline: what happened, and which of it concerns whoever reads.

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait, sea_query::Expr,
};
use uuid::Uuid;

use super::work::Actor;
use crate::accounts::entity::user;
use crate::appointments::entity::{appointment, event};
use crate::appointments::model::{Action, Actor as Person, Part, Status, Step};
use crate::error::{Answer, AppError};
use crate::time::Local;

/// A step with the names that go with it.
#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    event: event::Model,
    actor_name: Option<String>,
    doctor_name: String,
}

/// The case's steps, oldest first. The patient reads all of it. A doctor reads the reasons up to
/// their own part, and of what came after only what happened: the outcome, not the notes.
///
/// # Errors
/// When the database does not answer.
pub async fn timeline<C: ConnectionTrait>(
    db: &C,
    actor: Actor,
    own: &appointment::Model,
) -> Answer<Vec<Step>> {
    let rows = steps(db, &[own.case_id]).await?;
    let referred: Vec<(Option<Uuid>, String)> = appointment::Entity::find()
        .select_only()
        .column(appointment::Column::ReferredFrom)
        .join_as(
            JoinType::InnerJoin,
            appointment::Relation::DoctorUser.def(),
            "du",
        )
        .expr_as(Expr::col(("du", user::Column::FullName)), "doctor_name")
        .filter(appointment::Column::CaseId.eq(own.case_id))
        .filter(appointment::Column::ReferredFrom.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let concerns = match actor.part {
                Part::Patient => true,
                Part::Doctor => {
                    row.event.appointment_id == own.id || row.event.at <= own.created_at
                }
            };
            let colleague = referred.iter().find(|(from, _)| {
                row.event.action == Action::Refer.as_str()
                    && *from == Some(row.event.appointment_id)
            });
            let step = read(row, &own.time_zone)?;
            Ok(Step {
                reason: step.reason.filter(|_| concerns),
                colleague: colleague.map(|(_, name)| name.clone()),
                ..step
            })
        })
        .collect()
}

/// The steps of cases, oldest first.
async fn steps<C: ConnectionTrait>(db: &C, cases: &[Uuid]) -> Answer<Vec<Row>> {
    let rows = event::Entity::find()
        .filter(event::Column::CaseId.is_in(cases.iter().copied()))
        .join_as(JoinType::LeftJoin, event::Relation::Actor.def(), "actor")
        .join(JoinType::InnerJoin, event::Relation::Appointment.def())
        .join_as(
            JoinType::InnerJoin,
            appointment::Relation::DoctorUser.def(),
            "du",
        )
        .expr_as(Expr::col(("actor", user::Column::FullName)), "actor_name")
        .expr_as(Expr::col(("du", user::Column::FullName)), "doctor_name")
        .order_by_asc(event::Column::Id)
        .into_model()
        .all(db)
        .await?;
    Ok(rows)
}

/// A row as a step, with all that it says.
fn read(row: Row, zone: &str) -> Answer<Step> {
    let Row { event, .. } = row;
    let unknown = || {
        tracing::error!(id = %event.id, "a step that this build does not know");
        AppError::internal()
    };
    Ok(Step {
        at: event.at,
        local: Local::at(zone, event.at, event.at),
        actor: Person {
            role: Part::parse(&event.actor_role).ok_or_else(unknown)?,
            full_name: row.actor_name.unwrap_or_default(),
        },
        action: Action::parse(&event.action).ok_or_else(unknown)?,
        from: event.from_status.as_deref().and_then(Status::parse),
        to: Status::parse(&event.to_status).ok_or_else(unknown)?,
        reason: event.reason,
        doctor: row.doctor_name,
        colleague: None,
    })
}
