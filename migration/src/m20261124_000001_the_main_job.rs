//! People, places, hours, appointments and what is told of them.

use crate::script;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        script::run(manager, include_str!("sql/000001_tables.sql")).await?;
        let guards = match manager.get_database_backend() {
            DbBackend::Postgres => include_str!("sql/000001_guards_postgres.sql"),
            _ => include_str!("sql/000001_guards_sqlite.sql"),
        };
        script::run(manager, guards).await
    }
}
