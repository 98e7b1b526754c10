//! The kinds of visits that a doctor offers.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use crate::availability::draft::VisitTypeDetails;
use crate::availability::entity::visit_type;
use crate::availability::model::VisitType;
use crate::error::{Answer, AppError};
use crate::time::Instant;

/// Those of doctors that were not removed, each doctor's in order.
pub(super) async fn visit_type_rows<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
) -> Answer<Vec<visit_type::Model>> {
    let rows = visit_type::Entity::find()
        .filter(visit_type::Column::DoctorId.is_in(doctors.iter().copied()))
        .filter(visit_type::Column::RemovedAt.is_null())
        .order_by_asc(visit_type::Column::Position)
        .order_by_asc(visit_type::Column::Id)
        .all(db)
        .await?;
    Ok(rows)
}

/// Those of one doctor.
pub(super) async fn visit_types<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
) -> Answer<Vec<VisitType>> {
    let rows = visit_type_rows(db, &[doctor_id]).await?;
    Ok(rows.into_iter().map(VisitType::from).collect())
}

/// The one of a doctor's that was chosen, if any was.
///
/// # Errors
/// 422 for `visit_type` where the doctor offers no such one.
pub async fn visit_type<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    typed: &str,
) -> Answer<Option<VisitType>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let unknown = || AppError::field("visit_type", ts!("availability-need-visit"));
    let id: Uuid = typed.parse().map_err(|_| unknown())?;
    let row = visit_type::Entity::find_by_id(id)
        .filter(visit_type::Column::DoctorId.eq(doctor_id))
        .filter(visit_type::Column::RemovedAt.is_null())
        .one(db)
        .await?
        .ok_or_else(unknown)?;
    Ok(Some(row.into()))
}

/// Makes these the doctor's, in this order. Those that are left out go; appointments keep the name.
pub(super) async fn replace<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    new: &[VisitTypeDetails],
    now: Instant,
) -> Answer<()> {
    let kept = new.iter().filter_map(|kind| kind.id);
    visit_type::Entity::update_many()
        .col_expr(visit_type::Column::RemovedAt, Expr::value(now))
        .filter(visit_type::Column::DoctorId.eq(doctor_id))
        .filter(visit_type::Column::RemovedAt.is_null())
        .filter(visit_type::Column::Id.is_not_in(kept))
        .exec(db)
        .await?;
    for (kind, position) in new.iter().zip(0..) {
        let row = visit_type::ActiveModel {
            id: Set(kind.id.unwrap_or_else(Uuid::now_v7)),
            doctor_id: Set(doctor_id),
            name: Set(kind.name.clone()),
            minutes: Set(i32::from(kind.minutes)),
            position: Set(position),
            removed_at: Set(None),
        };
        if kind.id.is_some() {
            row.update(db).await?;
        } else {
            row.insert(db).await?;
        }
    }
    Ok(())
}
