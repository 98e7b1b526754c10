//! The audit trail: who saw and changed what.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::entity;
use crate::error::Answer;
use crate::time::Instant;

/// An entry to write: who did what to whose information.
pub struct Entry<'a> {
    /// Nothing where the system acts by itself.
    pub actor_id: Option<Uuid>,
    pub actor_role: &'a str,
    pub action: &'a str,
    pub patient_id: Uuid,
    /// The appointment it was about.
    pub object_id: Option<Uuid>,
}

/// Writes an entry, in the caller's transaction where it has one.
///
/// # Errors
/// When the database does not answer: what can't be written down does not happen.
pub async fn record<C: ConnectionTrait>(db: &C, at: Instant, entry: Entry<'_>) -> Answer<()> {
    entity::Entity::insert(entity::ActiveModel {
        id: Set(Uuid::now_v7()),
        at: Set(at),
        actor_id: Set(entry.actor_id),
        actor_role: Set(entry.actor_role.to_owned()),
        action: Set(entry.action.to_owned()),
        patient_id: Set(Some(entry.patient_id)),
        object_id: Set(entry.object_id),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}

/// Whether such an entry has been written since then.
///
/// # Errors
/// When the database does not answer.
pub async fn is_recorded<C: ConnectionTrait>(
    db: &C,
    entry: &Entry<'_>,
    since: Instant,
) -> Answer<bool> {
    // The newest first, by the index of a patient's entries: ids rise with time.
    let found: Option<Uuid> = entity::Entity::find()
        .select_only()
        .column(entity::Column::Id)
        .filter(entity::Column::PatientId.eq(entry.patient_id))
        .filter(entity::Column::ActorId.eq(entry.actor_id))
        .filter(entity::Column::Action.eq(entry.action))
        .filter(entity::Column::At.gt(since))
        .order_by_desc(entity::Column::Id)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.is_some())
}
