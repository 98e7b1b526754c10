//! The waiting list: wishes of patients, and offers that hold a time for one of them.

use crate::script;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        script::run(manager, include_str!("sql/000007_waiting.sql")).await?;
        let guards = match manager.get_database_backend() {
            DbBackend::Postgres => include_str!("sql/000007_guards_postgres.sql"),
            _ => include_str!("sql/000007_guards_sqlite.sql"),
        };
        script::run(manager, guards).await
    }
}
