//! An application on a database of its own, with doctors in it: SQLite, or PostgreSQL where
//! `MEDAPPOINT_TEST_DATABASE_URL` names a server.

use chrono::TimeDelta;
use sea_orm::sea_query::{Alias, Query};
use sea_orm::{ActiveModelTrait, ConnectionTrait, Database, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::{create_clinic, replace_availability};
use crate::accounts::entity::{doctor, user};
use crate::availability::draft::ClinicDraft;
use crate::availability::model::Clinic;
use crate::directory::rules::normalise;
use crate::server::settings::Settings;
use crate::server::startup;
use crate::server::state::App;
use crate::time::{Instant, parse_instant};

pub(crate) struct Scratch {
    pub app: App,
    folder: std::path::PathBuf,
}

impl Scratch {
    /// The clock stands near this Tuesday morning.
    pub const NOW: &str = "2026-11-24T08:00:00Z";

    pub async fn new() -> Self {
        let name = format!("medappoint_{}", Uuid::now_v7().simple());
        let folder = std::env::temp_dir().join(&name);
        let postgres = match std::env::var("MEDAPPOINT_TEST_DATABASE_URL") {
            Ok(server) => {
                let db = Database::connect(&server).await.unwrap();
                db.execute_unprepared(&format!("create database {name}"))
                    .await
                    .unwrap();
                let mut url = url::Url::parse(&server).unwrap();
                url.set_path(&name);
                Some(url.to_string())
            }
            Err(_) => None,
        };
        let data = folder.display().to_string();
        let settings = Settings::read(|setting| match setting {
            "DATABASE_URL" => postgres.clone(),
            "MEDAPPOINT_DATA_DIR" => Some(data.clone()),
            _ => None,
        });
        let app = startup::prepare(settings.unwrap()).await.unwrap();
        app.clock
            .advance(parse_instant(Self::NOW).unwrap() - app.now());
        Self { app, folder }
    }

    /// A listed doctor of a specialty.
    pub async fn doctor(&self, name: &str, specialty: &str) -> Uuid {
        let id = Uuid::now_v7();
        self.person(id, name, "doctor").await;
        let row = doctor::Model {
            user_id: id,
            name_key: normalise(name),
            specialty: specialty.into(),
            licence_number: id.to_string(),
            languages: "Spanish, English".into(),
            biography: None,
            accepting: true,
            verified_at: Some(self.app.now()),
            minimum_notice_minutes: 120,
            horizon_days: 60,
            buffer_before_minutes: 0,
            buffer_after_minutes: 0,
            daily_cap: None,
            hours_version: 1,
        };
        doctor::Entity::insert(row.into_active_model().reset_all())
            .exec_without_returning(self.app.db.write())
            .await
            .unwrap();
        id
    }

    async fn person(&self, id: Uuid, name: &str, role: &str) {
        let row = user::Model {
            id,
            email: id.to_string(),
            email_key: id.to_string(),
            password_hash: String::new(),
            role: role.into(),
            full_name: name.into(),
            photo: None,
            last_notification: 0,
            language: None,
            suspended_at: None,
            created_at: self.app.now(),
            profile_version: 1,
        };
        user::Entity::insert(row.into_active_model().reset_all())
            .exec_without_returning(self.app.db.write())
            .await
            .unwrap();
    }

    /// Changes one column of a doctor.
    pub async fn set(&self, id: Uuid, change: impl FnOnce(&mut doctor::Model)) {
        let db = self.app.db.write();
        let mut row = doctor::Entity::find_by_id(id)
            .one(db)
            .await
            .unwrap()
            .unwrap();
        change(&mut row);
        row.into_active_model()
            .reset_all()
            .update(db)
            .await
            .unwrap();
    }

    /// A clinic in a zone.
    pub async fn clinic(&self, doctor: Uuid, name: &str, zone: &str) -> Clinic {
        let draft = ClinicDraft {
            name: name.into(),
            address: "Calle Mayor 1, Madrid".into(),
            latitude: "40.4168".into(),
            longitude: "-3.7038".into(),
            time_zone: zone.into(),
            notes: "Second floor".into(),
        };
        create_clinic(&self.app, doctor, &draft, &"".into())
            .await
            .unwrap()
    }

    /// A clinic in Madrid with hours from Monday to Friday, 09:00 to 11:00 in half hours.
    pub async fn working(&self, doctor: Uuid) -> Clinic {
        let clinic = self.clinic(doctor, "Clínica Sol", "Europe/Madrid").await;
        let rows: Vec<_> = (1..=5)
            .map(|day| json!({"clinic_id": clinic.id, "weekday": day, "from": "09:00", "to": "11:00", "slot_minutes": 30}))
            .collect();
        let draft = json!({"weekly": rows, "exceptions": [], "minimum_notice_minutes": 120, "horizon_days": 60});
        replace_availability(&self.app, doctor, &serde_json::from_value(draft).unwrap())
            .await
            .unwrap();
        clinic
    }

    /// An appointment of half an hour in a state, with a patient of its own.
    pub async fn appointment(
        &self,
        doctor: Uuid,
        clinic: Option<Uuid>,
        status: &str,
        starts_at: &str,
    ) {
        let (id, patient) = (Uuid::now_v7(), Uuid::now_v7());
        self.person(patient, "Ana Reyes", "patient").await;
        let db = self.app.db.write();
        let born: chrono::NaiveDate = "1984-03-09".parse().unwrap();
        let patients = Query::insert()
            .into_table(Alias::new("patients"))
            .columns(["user_id", "date_of_birth"].map(Alias::new))
            .values_panic([patient.into(), born.into()])
            .to_owned();
        db.execute(&patients).await.unwrap();
        let starts_at: Instant = parse_instant(starts_at).unwrap();
        let ends_at = starts_at + TimeDelta::minutes(30);
        let columns = [
            "id",
            "case_id",
            "doctor_id",
            "patient_id",
            "clinic_id",
            "status",
            "starts_at",
            "ends_at",
            "time_zone",
            "reason",
            "answer_by",
            "created_at",
            "updated_at",
        ];
        let now = self.app.now();
        let appointments = Query::insert()
            .into_table(Alias::new("appointments"))
            .columns(columns.map(Alias::new))
            .values_panic([
                id.into(),
                id.into(),
                doctor.into(),
                patient.into(),
                clinic.into(),
                status.into(),
                starts_at.into(),
                ends_at.into(),
                "Europe/Madrid".into(),
                "Palpitations".into(),
                ends_at.into(),
                now.into(),
                now.into(),
            ])
            .to_owned();
        db.execute(&appointments).await.unwrap();
    }

    /// Suspends a person.
    pub async fn suspend(&self, id: Uuid) {
        let db = self.app.db.write();
        let mut row = user::Entity::find_by_id(id).one(db).await.unwrap().unwrap();
        row.suspended_at = Some(self.app.now());
        row.into_active_model()
            .reset_all()
            .update(db)
            .await
            .unwrap();
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
