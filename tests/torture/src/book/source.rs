//! How the rows are read.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

use super::{Appointment, Book, Offer};

/// A table: which columns are ids, and which are anything else.
struct Table {
    name: &'static str,
    ids: &'static [&'static str],
    others: &'static [&'static str],
    order: &'static str,
}

const USERS: Table = Table {
    name: "users",
    ids: &["id"],
    others: &["last_notification"],
    order: "id",
};
const DOCTORS: Table = Table {
    name: "doctors",
    ids: &["user_id"],
    others: &["specialty"],
    order: "user_id",
};
const APPOINTMENTS: Table = Table {
    name: "appointments",
    ids: &[
        "id",
        "case_id",
        "doctor_id",
        "patient_id",
        "referred_from",
        "moved_from",
        "moved_to",
    ],
    others: &[
        "status",
        "starts_at",
        "ends_at",
        "answer_by",
        "version",
        "location_address",
    ],
    order: "id",
};
const EVENTS: Table = Table {
    name: "timeline_events",
    ids: &["id", "case_id", "appointment_id", "actor_id"],
    others: &[
        "at",
        "actor_role",
        "action",
        "from_status",
        "to_status",
        "reason",
        "was_from",
        "was_until",
        "now_from",
        "now_until",
    ],
    order: "id",
};
const NOTIFICATIONS: Table = Table {
    name: "notifications",
    ids: &["user_id", "case_id"],
    others: &["number", "kind", "link"],
    order: "user_id, number",
};
const KEYS: Table = Table {
    name: "idempotency_keys",
    ids: &["user_id"],
    others: &["key"],
    order: "user_id, key",
};
const AUDIT: Table = Table {
    name: "audit_entries",
    ids: &["actor_id", "object_id"],
    others: &["action"],
    order: "id",
};

const WISHES: Table = Table {
    name: "waiting_wishes",
    ids: &["id", "patient_id", "doctor_id"],
    others: &[
        "specialty",
        "weekdays",
        "day_parts",
        "earliest",
        "latest",
        "reason",
        "status",
        "created_at",
        "updated_at",
    ],
    order: "id",
};
const OFFERS: Table = Table {
    name: "waiting_offers",
    ids: &["id", "wish_id", "patient_id", "doctor_id", "appointment_id"],
    others: &[
        "starts_at",
        "ends_at",
        "held_until",
        "status",
        "created_at",
        "updated_at",
    ],
    order: "id",
};

/// A database to read from.
pub enum Source {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Source {
    pub async fn open(url: &str) -> Result<Self> {
        Ok(if url.starts_with("sqlite:") {
            Self::Sqlite(SqlitePool::connect(url).await?)
        } else {
            Self::Postgres(PgPool::connect(url).await?)
        })
    }

    /// Lets go of it.
    pub async fn close(self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// Reads everything.
    pub async fn book(&self) -> Result<Book> {
        Ok(Book {
            users: self.rows(&USERS).await?,
            doctors: self.rows(&DOCTORS).await?,
            appointments: self.rows(&APPOINTMENTS).await?,
            events: self.rows(&EVENTS).await?,
            notifications: self.rows(&NOTIFICATIONS).await?,
            keys: self.rows(&KEYS).await?,
            audit: self.rows(&AUDIT).await?,
            wishes: self.rows(&WISHES).await?,
            offers: self.rows(&OFFERS).await?,
            started: None,
        })
    }

    /// The appointments alone.
    pub async fn appointments(&self) -> Result<Vec<Appointment>> {
        self.rows(&APPOINTMENTS).await
    }

    /// The offers alone.
    pub async fn offers(&self) -> Result<Vec<Offer>> {
        self.rows(&OFFERS).await
    }

    async fn rows<T: DeserializeOwned + Serialize>(&self, table: &Table) -> Result<Vec<T>> {
        let texts: Vec<String> = match self {
            Self::Sqlite(pool) => {
                sqlx::query_scalar(AssertSqlSafe(table.in_sqlite()))
                    .fetch_all(pool)
                    .await?
            }
            Self::Postgres(pool) => {
                sqlx::query_scalar(AssertSqlSafe(table.in_postgres()))
                    .fetch_all(pool)
                    .await?
            }
        };
        let row = |text: &String| -> Result<T> {
            let row: T = serde_json::from_str(text)?;
            // A column that was not asked for would read as empty.
            let (read, asked) = (keys(&serde_json::to_string(&row)?)?, keys(text)?);
            ensure!(read == asked, "{asked:?} was read as {read:?}");
            Ok(row)
        };
        let rows = texts
            .iter()
            .map(|text| row(text).with_context(|| format!("{}: {text}", table.name)));
        rows.collect()
    }
}

/// The names of an object's members.
fn keys(text: &str) -> Result<BTreeSet<String>> {
    let object: BTreeMap<String, serde::de::IgnoredAny> = serde_json::from_str(text)?;
    Ok(object.into_keys().collect())
}

impl Table {
    /// Each row as JSON. Ids are bytes there.
    fn in_sqlite(&self) -> String {
        let ids = self
            .ids
            .iter()
            .map(|id| format!("'{id}', iif({id} is null, null, lower(hex({id})))"));
        let others = self
            .others
            .iter()
            .map(|other| format!("'{other}', {other}"));
        let members: Vec<String> = ids.chain(others).collect();
        format!(
            "select json_object({}) from {} order by {}",
            members.join(", "),
            self.name,
            self.order
        )
    }

    fn in_postgres(&self) -> String {
        let columns: Vec<&str> = self.ids.iter().chain(self.others).copied().collect();
        format!(
            "select row_to_json(found)::text from (select {} from {} order by {}) as found",
            columns.join(", "),
            self.name,
            self.order
        )
    }
}
