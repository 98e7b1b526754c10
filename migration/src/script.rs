//! Runs a step written once in SQL for both databases.
//!
//! The text names column types in braces (`{uuid}`, `{instant}`, …); each
//! becomes the type that the database at hand stores it as. Parts that exist
//! on one database alone are scripts of their own.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, DbErr};

/// Column type by name: on PostgreSQL, on SQLite.
///
/// SQLite keeps instants and dates as RFC 3339 text in UTC, which sorts by time.
const TYPES: [(&str, &str, &str); 6] = [
    ("{uuid}", "uuid", "blob"),
    ("{instant}", "timestamptz", "text"),
    ("{date}", "date", "text"),
    ("{bigint}", "bigint", "integer"),
    ("{float}", "double precision", "real"),
    ("{bool}", "boolean", "boolean"),
];

/// The statements of a script end in a semicolon at the end of a line that is
/// followed by an empty line or the end, so that a trigger's body, which holds
/// semicolons of its own, stays whole.
pub async fn run(manager: &SchemaManager<'_>, text: &str) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    let postgres = manager.get_database_backend() == DbBackend::Postgres;
    let mut text = text.to_owned();
    for (name, on_postgres, on_sqlite) in TYPES {
        text = text.replace(name, if postgres { on_postgres } else { on_sqlite });
    }
    for statement in text.split(";\n\n") {
        let statement = statement.trim().trim_end_matches(';');
        if !statement.is_empty() {
            connection.execute_unprepared(statement).await?;
        }
    }
    Ok(())
}
