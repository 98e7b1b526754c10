//! Moves and suggestions: what an appointment was moved from and to, and the times of a step.
//! No appointment is longer than a day, so that SQLite's guards need not look back further.

use crate::script;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        script::run(manager, include_str!("sql/000002_moves.sql")).await?;
        let guards = match manager.get_database_backend() {
            DbBackend::Postgres => include_str!("sql/000002_guards_postgres.sql"),
            _ => include_str!("sql/000002_guards_sqlite.sql"),
        };
        script::run(manager, guards).await
    }
}
