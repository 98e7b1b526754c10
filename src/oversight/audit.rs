//! The audit trail: who saw and changed what.

use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
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
