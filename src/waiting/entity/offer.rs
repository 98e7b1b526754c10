//! Times that are, or were, held for a patient.

use sea_orm::entity::prelude::*;

use crate::error::{Answer, AppError};
use crate::time::Local;
use crate::waiting::model::OfferStatus;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting_offers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub wish_id: Uuid,
    pub patient_id: Uuid,
    pub doctor_id: Uuid,
    /// The clinic whose hours the time is of.
    pub clinic_id: Uuid,
    pub starts_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    pub time_zone: String,
    pub held_until: DateTimeUtc,
    /// A word of [`OfferStatus`].
    pub status: String,
    /// What it became.
    pub appointment_id: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl Model {
    /// The status of its word.
    ///
    /// # Errors
    /// When the database holds a word that this build does not know.
    pub fn status(&self) -> Answer<OfferStatus> {
        OfferStatus::parse(&self.status).ok_or_else(|| {
            tracing::error!(id = %self.id, status = self.status, "an offer of an unknown status");
            AppError::internal()
        })
    }

    /// How its time reads at the clinic.
    pub fn local(&self) -> Local {
        Local::at(&self.time_zone, self.starts_at, self.ends_at)
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
