//! The database: one seam with SQLite or PostgreSQL behind it, chosen by the URL.
//!
//! This is the one file that knows how the two differ.

use std::time::Duration;

use migration::{Migrator, MigratorTrait};
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database as SeaOrm, DatabaseConnection,
    DatabaseTransaction, DbBackend, DbErr, IsolationLevel, RuntimeErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait, sqlx,
};

/// How long a call waits for a connection before it answers 503.
const ACQUIRE: Duration = Duration::from_secs(5);
/// How many rows SQLite's thread reads before it waits for whoever takes them. A whole list, so
/// that the two don't take turns for each handful of rows.
const ROWS_AHEAD: usize = 512;

/// Two handles on one database.
///
/// SQLite allows one writer at a time: a pool of one connection queues the writers fairly
/// and in our process, while readers go on beside it (WAL). On PostgreSQL both are one pool.
#[derive(Clone, Debug)]
pub struct Database {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
}

impl Database {
    /// Opens the database; it need not answer yet on PostgreSQL.
    ///
    /// # Errors
    /// When the URL can't be opened.
    pub async fn connect(url: &str, connections: u32) -> Result<Self, DbErr> {
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(connections)
            .acquire_timeout(ACQUIRE)
            .connect_timeout(ACQUIRE)
            .idle_timeout(Duration::from_secs(300))
            .sqlx_logging(false);
        if !url.starts_with("sqlite:") {
            let pool = SeaOrm::connect(options).await?;
            return Ok(Self {
                reader: pool.clone(),
                writer: pool,
            });
        }
        // WAL lets readers go on beside the writer; FULL makes an acknowledged write survive
        // a power cut (sqlite.org/pragma.html#pragma_synchronous).
        options.map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
                .synchronous(sqlx::sqlite::SqliteSynchronous::Full)
                .busy_timeout(ACQUIRE)
                .row_buffer_size(ROWS_AHEAD)
        });
        let mut one = options.clone();
        one.max_connections(1).min_connections(1);
        let writer = SeaOrm::connect(one).await?;
        let reader = SeaOrm::connect(options).await?;
        Ok(Self { reader, writer })
    }

    /// For reading outside a transaction.
    pub fn read(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// For a single statement that writes.
    pub fn write(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Begins a transaction that will write. On SQLite it takes the write lock at once, so
    /// that what it reads is what it decides on.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let sqlite = self.is_sqlite();
        self.writer
            .begin_with_options(TransactionOptions {
                isolation_level: (!sqlite).then_some(IsolationLevel::ReadCommitted),
                access_mode: (!sqlite).then_some(AccessMode::ReadWrite),
                sqlite_transaction_mode: sqlite.then_some(SqliteTransactionMode::Immediate),
            })
            .await
    }

    /// Brings the schema up to this build.
    ///
    /// # Errors
    /// When a step fails; on PostgreSQL none of them has happened then.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        if self.is_sqlite() {
            return Migrator::up(&self.writer, None).await;
        }
        // Instances that start together take turns; the lock goes with the transaction.
        let tx = self.begin().await?;
        tx.execute_unprepared("select pg_advisory_xact_lock(6331)")
            .await?;
        Migrator::up(&tx, None).await?;
        tx.commit().await
    }

    /// Whether it answers.
    ///
    /// # Errors
    /// When it doesn't.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.reader.execute_unprepared("select 1").await.map(drop)
    }

    /// Embedded SQLite, as opposed to PostgreSQL.
    pub fn is_sqlite(&self) -> bool {
        self.writer.get_database_backend() == DbBackend::Sqlite
    }

    /// PostgreSQL's pool, for `LISTEN`.
    pub fn postgres_pool(&self) -> Option<&sqlx::PgPool> {
        (!self.is_sqlite()).then(|| self.writer.get_postgres_connection_pool())
    }

    /// The same database, with each statement heard once it was sent: for whoever wants to know
    /// what it makes of them.
    pub fn heard(
        &self,
        hear: impl Fn(&sea_orm::Statement) + Clone + Send + Sync + 'static,
    ) -> Self {
        let mut both = self.clone();
        for connection in [&mut both.reader, &mut both.writer] {
            let hear = hear.clone();
            connection.set_metric_callback(move |sent| hear(sent.statement));
        }
        both
    }

    /// Closes all connections; on SQLite this also folds the write-ahead log in.
    pub async fn close(self) {
        // A connection that fails to close is gone either way.
        let _ = self.reader.close().await;
        let _ = self.writer.close().await;
    }
}

/// A rule that the database itself holds, whatever code runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// No two live appointments of different cases overlap for a doctor.
    DoctorOverlap,
    /// Likewise for a patient.
    PatientOverlap,
    /// No live appointment, and no other offer, overlaps a time of a doctor's that is held for
    /// somebody on the waiting list.
    Held,
    /// A value that must be unique is taken.
    Unique,
}

/// The guard that refused a statement, if one did.
///
/// PostgreSQL names the constraint (23P01, 23505); SQLite's triggers raise its name.
pub fn refused_by(error: &DbErr) -> Option<Guard> {
    let (DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause))) =
        error
    else {
        return None;
    };
    let sqlx::Error::Database(cause) = cause.as_ref() else {
        return None;
    };
    let message = cause.constraint().unwrap_or_else(|| cause.message());
    if message.contains("appointments_doctor_overlap") {
        Some(Guard::DoctorOverlap)
    } else if message.contains("appointments_patient_overlap") {
        Some(Guard::PatientOverlap)
    } else if message.contains("waiting_offers_doctor_overlap") {
        Some(Guard::Held)
    } else if cause.is_unique_violation() {
        Some(Guard::Unique)
    } else {
        None
    }
}
