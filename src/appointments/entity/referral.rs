//! What goes with a referral: one row for each doctor to whom a case was referred.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "referrals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// The colleague to whom it went.
    #[sea_orm(primary_key, auto_increment = false)]
    pub doctor_id: Uuid,
    /// The appointment that was passed on.
    pub from_id: Uuid,
    /// The doctor who passed it on.
    pub referrer_id: Uuid,
    pub urgent: bool,
    /// The patient reads it, and every doctor who has the case from here on.
    pub reason: String,
    /// The two doctors read it, nobody else.
    pub note: Option<String>,
    /// Of the colleague who declined: the patient and the referrer read it.
    pub advice: Option<String>,
    pub created_at: DateTimeUtc,
    /// When the referrer was told what became of it.
    pub answered_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "crate::accounts::entity::user::Entity",
        from = "Column::DoctorId",
        to = "crate::accounts::entity::user::Column::Id"
    )]
    Colleague,
    #[sea_orm(
        belongs_to = "crate::accounts::entity::user::Entity",
        from = "Column::ReferrerId",
        to = "crate::accounts::entity::user::Column::Id"
    )]
    Referrer,
}

impl ActiveModelBehavior for ActiveModel {}
