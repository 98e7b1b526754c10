//! What the database holds in the end, read once: the same rows from SQLite and from PostgreSQL.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, Utc};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};
use uuid::Uuid;

use crate::words::{Part, Status};

/// All rows that the checker looks at.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Book {
    pub users: Vec<User>,
    pub doctors: Vec<Doctor>,
    pub appointments: Vec<Appointment>,
    /// In the order of their ids, which is the order in which people read them.
    pub events: Vec<Event>,
    pub notifications: Vec<Notification>,
    pub keys: Vec<Key>,
    pub audit: Vec<Audit>,
    /// When the servers were started for the last time, on their clock: what was overdue then
    /// has had its time to expire.
    pub started: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct User {
    pub id: Uuid,
    pub last_notification: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Doctor {
    pub user_id: Uuid,
    pub specialty: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Appointment {
    pub id: Uuid,
    pub case_id: Uuid,
    pub doctor_id: Uuid,
    pub patient_id: Uuid,
    pub referred_from: Option<Uuid>,
    /// The one in whose place it was asked for.
    pub moved_from: Option<Uuid>,
    /// The one that took its place.
    pub moved_to: Option<Uuid>,
    pub status: Status,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub answer_by: DateTime<Utc>,
    pub version: i64,
    pub location_address: Option<String>,
}

impl Appointment {
    /// Somebody was to answer by then.
    pub fn is_overdue(&self, now: DateTime<Utc>) -> bool {
        self.status.is_waiting() && self.answer_by <= now
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Event {
    pub id: Uuid,
    pub case_id: Uuid,
    pub appointment_id: Uuid,
    pub at: DateTime<Utc>,
    pub actor_id: Option<Uuid>,
    pub actor_role: Part,
    pub action: String,
    pub from_status: Option<Status>,
    pub to_status: Status,
    pub reason: Option<String>,
    /// The time before a step that changes it.
    pub was_from: Option<DateTime<Utc>>,
    pub was_until: Option<DateTime<Utc>>,
    /// The time after it.
    pub now_from: Option<DateTime<Utc>>,
    pub now_until: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Notification {
    pub user_id: Uuid,
    pub number: i64,
    pub kind: String,
    pub link: String,
    pub case_id: Option<Uuid>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Key {
    pub user_id: Uuid,
    pub key: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Audit {
    pub actor_id: Option<Uuid>,
    pub action: String,
    pub object_id: Option<Uuid>,
}

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
            started: None,
        })
    }

    /// The appointments alone.
    pub async fn appointments(&self) -> Result<Vec<Appointment>> {
        self.rows(&APPOINTMENTS).await
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
