//! Appointments that a doctor's hours have left behind.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait,
};
use uuid::Uuid;

use super::diary::diary;
use crate::accounts::entity::user;
use crate::availability::entity::taken;
use crate::availability::model::{MOST_OUTSIDE, Outside};
use crate::availability::slots::{Held, Span};
use crate::error::Answer;
use crate::time::{Instant, Local};

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    case_id: Uuid,
    clinic_id: Option<Uuid>,
    starts_at: Instant,
    ends_at: Instant,
    time_zone: String,
    full_name: String,
}

/// The doctor's live appointments to come that the hours, as they are now, would not allow, by start:
/// the first hundred.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn outside<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    now: Instant,
) -> Answer<Vec<Outside>> {
    // Nothing of what is taken: that comes below, with names.
    let Some(diary) = diary(db, doctor_id, Some(now..now), now).await? else {
        return Ok(Vec::new());
    };
    // One that is under way can be too close to the next. The index bounds the start.
    let rows: Vec<Row> = taken::Entity::find()
        .select_only()
        .columns([
            taken::Column::Id,
            taken::Column::CaseId,
            taken::Column::ClinicId,
            taken::Column::StartsAt,
            taken::Column::EndsAt,
            taken::Column::TimeZone,
        ])
        .column(user::Column::FullName)
        .join(JoinType::InnerJoin, taken::Relation::Patient.def())
        .filter(taken::Column::DoctorId.eq(doctor_id))
        .filter(taken::Column::Status.is_in(taken::LIVE))
        .filter(taken::Column::StartsAt.gt(now - TimeDelta::days(1)))
        .order_by_asc(taken::Column::StartsAt)
        .order_by_asc(taken::Column::Id)
        .into_model()
        .all(db)
        .await?;
    let held: Vec<Held> = rows
        .iter()
        .map(|row| Held {
            span: Span {
                starts_at: row.starts_at,
                ends_at: row.ends_at,
            },
            case_id: row.case_id,
            clinic_id: row.clinic_id,
        })
        .collect();
    let found = diary.schedule.left_behind(&held);
    let outside = rows
        .into_iter()
        .zip(found)
        .filter(|(row, _)| row.starts_at > now)
        .filter_map(|(row, why)| {
            Some(Outside {
                appointment_id: row.id,
                starts_at: row.starts_at,
                local: Local::at(&row.time_zone, row.starts_at, row.ends_at),
                patient_name: row.full_name,
                why: why?,
            })
        });
    Ok(outside.take(MOST_OUTSIDE).collect())
}
