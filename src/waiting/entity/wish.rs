//! What a patient waits for.

use sea_orm::entity::prelude::*;

use crate::waiting::rules::{AnyOf, When};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "waiting_wishes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub patient_id: Uuid,
    /// One of the two: this doctor, or any of this specialty, a slug.
    pub doctor_id: Option<Uuid>,
    pub specialty: Option<String>,
    /// A kind of visit of the doctor's.
    pub visit_type_id: Option<Uuid>,
    /// A [`AnyOf`] of days of the week.
    pub weekdays: i32,
    /// A [`AnyOf`] of parts of the day.
    pub day_parts: i32,
    pub earliest: Date,
    pub latest: Date,
    /// What a request is made of; emptied where the patient takes the wish back.
    pub reason: String,
    pub symptoms: Option<String>,
    /// A word of [`crate::waiting::model::WishStatus`].
    pub status: String,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

impl Model {
    /// When the patient could come.
    pub fn when(&self) -> When {
        When {
            weekdays: AnyOf::from_number(self.weekdays),
            parts: AnyOf::from_number(self.day_parts),
            earliest: self.earliest,
            latest: self.latest,
        }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
