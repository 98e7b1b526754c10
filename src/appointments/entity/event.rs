//! A step of a case, never changed once written.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "timeline_events")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub case_id: Uuid,
    pub appointment_id: Uuid,
    pub at: DateTimeUtc,
    pub actor_id: Option<Uuid>,
    /// A word of [`crate::appointments::model::Part`].
    pub actor_role: String,
    /// A word of [`crate::appointments::model::Action`].
    pub action: String,
    pub from_status: Option<String>,
    pub to_status: String,
    pub reason: Option<String>,
    /// A reason that the system gives, in other languages: see [`crate::texts::InEach`].
    pub other_languages: Option<String>,
    /// The time before a step that changes it.
    pub was_from: Option<DateTimeUtc>,
    pub was_until: Option<DateTimeUtc>,
    /// The time that is suggested or asked for.
    pub now_from: Option<DateTimeUtc>,
    pub now_until: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::appointment::Entity",
        from = "Column::AppointmentId",
        to = "super::appointment::Column::Id"
    )]
    Appointment,
    #[sea_orm(
        belongs_to = "crate::accounts::entity::user::Entity",
        from = "Column::ActorId",
        to = "crate::accounts::entity::user::Column::Id"
    )]
    Actor,
}

impl ActiveModelBehavior for ActiveModel {}
