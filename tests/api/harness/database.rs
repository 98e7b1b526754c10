//! A fresh database for each test, on SQLite or on PostgreSQL.

use std::path::Path;

use medappoint::server::database::Database;
use sea_orm::{ConnectionTrait, DbErr};
use tokio::sync::OnceCell;
use url::Url;
use uuid::Uuid;

/// Where the tests' PostgreSQL is, as its superuser; without it they run on SQLite.
const VARIABLE: &str = "MEDAPPOINT_TEST_DATABASE_URL";

/// The database of one test; gone when dropped.
pub struct TestDatabase {
    pub url: String,
    postgres: Option<(Url, String)>,
}

impl TestDatabase {
    /// Makes one. SQLite keeps it in `folder`.
    pub async fn create(folder: &Path) -> Self {
        match std::env::var(VARIABLE) {
            Ok(server) => Self::on_postgres(server.parse().unwrap()).await,
            Err(_) => Self::on_sqlite(folder).await,
        }
    }

    /// A file with the schema in it, made once and copied: each statement of the schema is a
    /// transaction of its own on SQLite.
    async fn on_sqlite(folder: &Path) -> Self {
        static TEMPLATE: OnceCell<Vec<u8>> = OnceCell::const_new();
        let file = folder.join("test.db");
        let url = format!("sqlite://{}?mode=rwc", file.display());
        let template = TEMPLATE
            .get_or_init(|| async {
                let db = Database::connect(&url, 1).await.unwrap();
                db.migrate().await.unwrap();
                db.close().await;
                std::fs::read(&file).unwrap()
            })
            .await;
        std::fs::write(&file, template).unwrap();
        Self {
            url,
            postgres: None,
        }
    }

    /// Copied from one with the schema in it, likewise. That one stays behind; the cluster that
    /// `script/test` makes goes with it.
    async fn on_postgres(server: Url) -> Self {
        static TEMPLATE: OnceCell<String> = OnceCell::const_new();
        let address = |name: &str| {
            let mut url = server.clone();
            url.set_path(name);
            String::from(url)
        };
        let template = TEMPLATE
            .get_or_init(|| async {
                let name = format!("medappoint_template_{}", Uuid::new_v4().simple());
                on_server(&server, &format!("create database {name}"))
                    .await
                    .unwrap();
                let db = Database::connect(&address(&name), 1).await.unwrap();
                db.migrate().await.unwrap();
                db.close().await;
                name
            })
            .await;
        let name = format!("medappoint_test_{}", Uuid::new_v4().simple());
        on_server(
            &server,
            &format!("create database {name} template {template}"),
        )
        .await
        .unwrap();
        Self {
            url: address(&name),
            postgres: Some((server, name)),
        }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Some((server, name)) = self.postgres.take() else {
            return;
        };
        // A runtime of its own: the test's is on its way out. What stays goes with the cluster.
        let _ = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(on_server(
                &server,
                &format!("drop database if exists {name} with (force)"),
            ))
        })
        .join();
    }
}

async fn on_server(server: &Url, statement: &str) -> Result<(), DbErr> {
    let db = sea_orm::Database::connect(server.as_str()).await?;
    db.execute_unprepared(statement).await?;
    db.close().await
}
