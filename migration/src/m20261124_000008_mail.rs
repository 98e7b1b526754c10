//! Letters that wait to be sent, links that let somebody choose a new password, and whose sign-in
//! is being slowed down, so that a new password ends it.

use crate::script;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        script::run(manager, include_str!("sql/000008_mail.sql")).await
    }
}
