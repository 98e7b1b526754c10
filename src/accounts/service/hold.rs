//! Whose turn it is: everything that takes, gives or removes somebody's time holds that person first.

use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::LockType,
};
use uuid::Uuid;

use crate::accounts::entity::user;
use crate::error::Answer;
use crate::server::state::App;

/// Begins a transaction that holds these people until it ends, locked in the order of their ids,
/// so that two on the same people wait for each other instead of blocking each other.
///
/// # Errors
/// When the database does not answer.
pub async fn begin_holding(app: &App, people: &[Uuid]) -> Answer<DatabaseTransaction> {
    let tx = app.db.begin().await?;
    // SQLite has one writer, who is us.
    if !app.db.is_sqlite() {
        user::Entity::find()
            .select_only()
            .column(user::Column::Id)
            .filter(user::Column::Id.is_in(people.iter().copied()))
            .order_by_asc(user::Column::Id)
            .lock(LockType::NoKeyUpdate)
            .into_tuple::<Uuid>()
            .all(&tx)
            .await?;
    }
    Ok(tx)
}
