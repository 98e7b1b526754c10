//! The database of one run: a file in its folder, or a new database of a PostgreSQL that is there
//! for tests.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use chrono::{DateTime, Utc};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tokio::time::sleep;

use crate::book::{Book, Source};

/// Names the PostgreSQL in which databases may be made: as for the other tests.
const VARIABLE: &str = "MEDAPPOINT_TEST_DATABASE_URL";

/// Where the servers keep everything.
pub struct Store {
    pub url: String,
    /// The address of the whole PostgreSQL, and the name of our database there.
    postgres: Option<(String, String)>,
}

impl Store {
    pub async fn make(folder: &Path, postgres: bool) -> Result<Self> {
        if !postgres {
            let file = folder.join("medappoint.db");
            let url = format!("sqlite://{}?mode=rwc", file.display());
            return Ok(Self {
                url,
                postgres: None,
            });
        }
        let server = std::env::var(VARIABLE)
            .with_context(|| format!("{VARIABLE} is not set; script/torture sets it"))?;
        let name = format!("medappoint_torture_{}", uuid::Uuid::new_v4().simple());
        let (start, _) = server
            .rsplit_once('/')
            .context("an address without a database")?;
        let url = format!("{start}/{name}");
        say(&server, &format!("create database {name}")).await?;
        Ok(Self {
            url,
            postgres: Some((server, name)),
        })
    }

    /// Waits until nothing is overdue of what was at this time, for a while.
    pub async fn wait_for_expiry(&self, started: DateTime<Utc>) -> Result<()> {
        let source = Source::open(&self.url).await?;
        for _ in 0..100 {
            let rows = source.appointments().await?;
            let offers = source.offers().await?;
            if !rows.iter().any(|row| row.is_overdue(started))
                && !offers.iter().any(|offer| offer.is_overdue(started))
            {
                break;
            }
            sleep(Duration::from_millis(200)).await;
        }
        source.close().await;
        Ok(())
    }

    /// Reads everything, once the last statement of the servers that were killed has ended.
    pub async fn read(&self) -> Result<Book> {
        if let Some((server, name)) = &self.postgres {
            nobody_is_left(server, name).await?;
        }
        let source = Source::open(&self.url).await?;
        let book = source.book().await;
        source.close().await;
        book
    }

    /// Removes what is not in the folder.
    pub async fn drop(self) -> Result<()> {
        match self.postgres {
            Some((server, name)) => {
                say(&server, &format!("drop database {name} with (force)")).await
            }
            None => Ok(()),
        }
    }
}

async fn say(server: &str, statement: &str) -> Result<()> {
    let mut connection = PgConnection::connect(server).await?;
    sqlx::query(AssertSqlSafe(statement))
        .execute(&mut connection)
        .await?;
    Ok(connection.close().await?)
}

async fn nobody_is_left(server: &str, name: &str) -> Result<()> {
    let mut connection = PgConnection::connect(server).await?;
    for _ in 0..300 {
        let left: i64 =
            sqlx::query_scalar("select count(*) from pg_stat_activity where datname = $1")
                .bind(name)
                .fetch_one(&mut connection)
                .await?;
        if left == 0 {
            return Ok(connection.close().await?);
        }
        sleep(Duration::from_millis(100)).await;
    }
    bail!("connections of servers that were killed are still there after half a minute")
}
