//! The application under test.

use std::net::SocketAddr;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use medappoint::accounts::entity::user;
use medappoint::accounts::{service, session};
use medappoint::server::settings::Settings;
use medappoint::server::startup;
use medappoint::server::state::App;
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, Statement,
    Value as SqlValue,
};
use serde_json::json;
use uuid::Uuid;

use super::client::Client;
use super::database::TestDatabase;
use super::live::Live;
use super::people::{Administrator, Anonymous, Doctor, Patient};

/// Everybody's password.
pub const PASSWORD: &str = "copper lantern river";

/// An application with a database and a folder of its own.
pub struct TestApp {
    app: App,
    /// Nobody in particular.
    pub client: Client,
    people: AtomicU64,
    // Dropped last, in this order.
    _database: TestDatabase,
    _folder: Folder,
}

impl TestApp {
    /// As most tests want it: doctors are verified at once, nobody is slowed down.
    pub async fn start() -> Self {
        Self::with(&[]).await
    }

    /// With these settings on top.
    pub async fn with(settings: &[(&str, &str)]) -> Self {
        Self::between(settings, |url| url).await
    }

    /// With the database's address changed by `way`, as by a proxy in front of it.
    pub async fn between(settings: &[(&str, &str)], way: impl FnOnce(String) -> String) -> Self {
        let folder = Folder::create();
        let database = TestDatabase::create(&folder.0).await;
        let url = way(database.url.clone());
        let data = folder.0.display().to_string();
        let read = |name: &str| {
            if let Some((_, value)) = settings.iter().find(|(key, _)| *key == name) {
                return Some((*value).to_owned());
            }
            let value = match name {
                "DATABASE_URL" => &url,
                "MEDAPPOINT_DATA_DIR" => &data,
                "MEDAPPOINT_DATABASE_CONNECTIONS" => "5",
                "MEDAPPOINT_JWT_SECRET" => "the secret of the integration tests",
                "MEDAPPOINT_RATE_LIMITS" => "off",
                "MEDAPPOINT_VERIFY_DOCTORS" => "at-once",
                "MEDAPPOINT_PUBLIC_URL" => "http://localhost:8080",
                "PORT" => "0",
                _ => return None,
            };
            Some(value.to_owned())
        };
        let app = startup::prepare(Settings::read(read).unwrap())
            .await
            .unwrap();
        let client = Client::new(startup::router(&app));
        Self {
            app,
            client,
            people: AtomicU64::new(0),
            _database: database,
            _folder: folder,
        }
    }

    /// Somebody who is not signed in.
    pub fn anonymous(&self) -> Anonymous {
        Anonymous(self.client.clone())
    }

    /// A number that nobody else in this application has.
    pub fn number(&self) -> u64 {
        self.people.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// A new patient.
    pub async fn patient(&self) -> Patient {
        let number = self.number();
        self.patient_named(&format!("Patient {}", word(number)))
            .await
    }

    /// A new patient of this name.
    pub async fn patient_named(&self, name: &str) -> Patient {
        let email = format!("patient{}@example.org", self.number());
        let typed = json!({
            "full_name": name, "email": email, "password": PASSWORD, "date_of_birth": "1984-03-09",
        });
        let tokens = self
            .client
            .post("/api/auth/register/patient", typed)
            .await
            .is(201)
            .json;
        Patient::new(&self.client, &tokens, email)
    }

    /// Several new patients.
    pub async fn patients(&self, how_many: usize) -> Vec<Patient> {
        let mut patients = Vec::new();
        for _ in 0..how_many {
            patients.push(self.patient().await);
        }
        patients
    }

    /// A new cardiologist without hours.
    pub async fn doctor(&self) -> Doctor {
        self.doctor_of("cardiology").await
    }

    /// A new doctor of this specialty without hours.
    pub async fn doctor_of(&self, specialty: &str) -> Doctor {
        let name = format!("Dr {}", word(self.number()));
        self.doctor_named(&name, specialty).await
    }

    /// A new doctor of this name without hours.
    pub async fn doctor_named(&self, name: &str, specialty: &str) -> Doctor {
        let number = self.number();
        let email = format!("doctor{number}@example.org");
        let typed = json!({
            "full_name": name, "email": email, "password": PASSWORD, "specialty": specialty,
            "licence_number": format!("MD-{number:05}"),
        });
        let tokens = self
            .client
            .post("/api/auth/register/doctor", typed)
            .await
            .is(201)
            .json;
        Doctor::new(&self.client, &tokens, email)
    }

    /// A new cardiologist who works every day in Madrid.
    pub async fn working_doctor(&self) -> Doctor {
        self.doctor().await.with_hours("Europe/Madrid").await
    }

    /// A patient with a request that waits for a doctor, and its id.
    pub async fn request(&self) -> (Patient, Doctor, String) {
        let (patient, doctor) = (self.patient().await, self.working_doctor().await);
        let slot = doctor.slot(0).await;
        let id = patient.asked(&doctor, &slot).await;
        (patient, doctor, id)
    }

    /// An administrator. They are made on the command line, not by a call.
    pub async fn administrator(&self) -> Administrator {
        let email = format!("administrator{}@example.org", self.number());
        let row = user::Model {
            id: Uuid::now_v7(),
            email: email.clone(),
            email_key: email,
            password_hash: String::new(),
            role: "administrator".into(),
            full_name: "Alex Reyes".into(),
            photo: None,
            last_notification: 0,
            language: None,
            suspended_at: None,
            created_at: self.now(),
            profile_version: 1,
        };
        user::Entity::insert(row.clone().into_active_model().reset_all())
            .exec_without_returning(self.db.write())
            .await
            .unwrap();
        let tokens = session::begin(&self.app, self.db.write(), &row)
            .await
            .unwrap();
        Administrator(self.client.bearing(&tokens.access_token))
    }

    /// As the command line does it.
    pub async fn verify(&self, doctor: &Doctor) {
        service::verify_doctor(&self.app, &doctor.email)
            .await
            .unwrap();
    }

    /// Sets the clock.
    pub fn set_clock(&self, to: &str) {
        let to: DateTime<Utc> = to.parse().unwrap();
        self.clock.advance(to - self.now());
    }

    /// Runs a statement past every rule but the database's own.
    pub async fn sql(&self, text: &str, values: Vec<SqlValue>) -> Result<u64, DbErr> {
        let db = self.db.write();
        let statement = Statement::from_sql_and_values(db.get_database_backend(), text, values);
        db.execute_raw(statement)
            .await
            .map(|done| done.rows_affected())
    }

    /// The number that a query answers.
    pub async fn count(&self, text: &str, values: Vec<SqlValue>) -> i64 {
        let db = self.db.write();
        let statement = Statement::from_sql_and_values(db.get_database_backend(), text, values);
        db.query_one_raw(statement)
            .await
            .unwrap()
            .unwrap()
            .try_get_by_index(0)
            .unwrap()
    }

    /// A column of text of what a query answers.
    pub async fn texts(&self, text: &str, column: &str) -> Vec<String> {
        let db = self.db.write();
        let statement = Statement::from_string(db.get_database_backend(), text);
        let rows = db.query_all_raw(statement).await.unwrap();
        rows.iter()
            .map(|row| row.try_get("", column).unwrap())
            .collect()
    }

    /// A server on a free port, beside the calls in this process.
    pub async fn listen(&self) -> Live {
        Live::start(&self.app).await
    }
}

impl Deref for TestApp {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}

/// A folder that goes with its test.
struct Folder(PathBuf);

impl Folder {
    fn create() -> Self {
        let path =
            std::env::temp_dir().join(format!("medappoint-test-{}", Uuid::new_v4().simple()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A number as a name, in letters.
fn word(number: u64) -> String {
    number
        .to_string()
        .bytes()
        .map(|digit| char::from(digit - b'0' + b'A'))
        .collect()
}

/// An address that documentation may use (RFC 5737), one for each number.
pub fn address(number: u8) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, number], 40_000))
}
