//! One doctor, one patient, one time.

use sea_orm::entity::prelude::*;

use crate::appointments::model::Status;
use crate::error::{Answer, AppError};
use crate::time::Local;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "appointments")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Shared by appointments that continue each other.
    pub case_id: Uuid,
    pub doctor_id: Uuid,
    pub patient_id: Uuid,
    /// The clinic whose hours the time is of.
    pub clinic_id: Option<Uuid>,
    /// The appointment that was referred and became this one.
    pub referred_from: Option<Uuid>,
    /// Came by an urgent referral, so that it stands first at the desk.
    pub urgent: bool,
    /// The appointment in whose place this one was asked for.
    pub moved_from: Option<Uuid>,
    /// The appointment that took this one's place.
    pub moved_to: Option<Uuid>,
    /// A word of [`Status`].
    pub status: String,
    pub starts_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    /// The clinic's IANA zone when the time was taken.
    pub time_zone: String,
    pub reason: String,
    pub symptoms: Option<String>,
    /// The kind of visit that was asked for, and its name then.
    pub visit_type_id: Option<Uuid>,
    pub visit_type: Option<String>,
    pub location_name: Option<String>,
    pub location_address: Option<String>,
    pub location_latitude: Option<f64>,
    pub location_longitude: Option<f64>,
    pub note: Option<String>,
    pub answer_by: DateTimeUtc,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl Model {
    /// The status of its word.
    ///
    /// # Errors
    /// When the database holds a word that this build does not know.
    pub fn status(&self) -> Answer<Status> {
        Status::parse(&self.status).ok_or_else(|| {
            tracing::error!(id = %self.id, status = self.status, "an appointment of an unknown status");
            AppError::internal()
        })
    }

    /// How its time reads at the clinic.
    pub fn local(&self) -> Local {
        Local::at(&self.time_zone, self.starts_at, self.ends_at)
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "crate::accounts::entity::user::Entity",
        from = "Column::DoctorId",
        to = "crate::accounts::entity::user::Column::Id"
    )]
    DoctorUser,
    #[sea_orm(
        belongs_to = "crate::accounts::entity::user::Entity",
        from = "Column::PatientId",
        to = "crate::accounts::entity::user::Column::Id"
    )]
    PatientUser,
    #[sea_orm(
        belongs_to = "crate::accounts::entity::doctor::Entity",
        from = "Column::DoctorId",
        to = "crate::accounts::entity::doctor::Column::UserId"
    )]
    Doctor,
    #[sea_orm(
        belongs_to = "crate::accounts::entity::patient::Entity",
        from = "Column::PatientId",
        to = "crate::accounts::entity::patient::Column::UserId"
    )]
    Patient,
    #[sea_orm(belongs_to = "Entity", from = "Column::MovedFrom", to = "Column::Id")]
    MovedFrom,
}

impl ActiveModelBehavior for ActiveModel {}
