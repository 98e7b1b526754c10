//! The database's history, one file a step. A step that has been released is never edited.

#![forbid(unsafe_code)]

use sea_orm_migration::prelude::MigrationTrait;
pub use sea_orm_migration::prelude::MigratorTrait;

mod m20261124_000001_the_main_job;
mod m20261124_000002_moves;
mod m20261124_000003_hours;
mod m20261124_000004_calendar_feeds;
mod m20261124_000005_referrals;
mod m20261124_000006_taken;
mod m20261124_000007_waiting;
mod m20261124_000008_mail;
mod m20261124_000009_languages;
mod m20261124_000010_own_language;
mod m20261124_000011_hours_version;
mod m20261124_000012_clinic_version;
mod m20261124_000013_profile_version;
mod script;

/// Every step in its order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261124_000001_the_main_job::Migration),
            Box::new(m20261124_000002_moves::Migration),
            Box::new(m20261124_000003_hours::Migration),
            Box::new(m20261124_000005_referrals::Migration),
            Box::new(m20261124_000004_calendar_feeds::Migration),
            Box::new(m20261124_000006_taken::Migration),
            Box::new(m20261124_000007_waiting::Migration),
            Box::new(m20261124_000008_mail::Migration),
            Box::new(m20261124_000009_languages::Migration),
            Box::new(m20261124_000010_own_language::Migration),
            Box::new(m20261124_000011_hours_version::Migration),
            Box::new(m20261124_000012_clinic_version::Migration),
            Box::new(m20261124_000013_profile_version::Migration),
        ]
    }
}
