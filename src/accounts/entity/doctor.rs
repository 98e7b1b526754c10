//! What only doctors have.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "doctors")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Uuid,
    /// The name as search compares it: lower case, without diacritics.
    pub name_key: String,
    /// A slug of [`crate::directory::specialties`].
    pub specialty: String,
    pub licence_number: String,
    /// Names of languages, separated by commas.
    pub languages: String,
    pub biography: Option<String>,
    /// Takes new requests.
    pub accepting: bool,
    /// Not listed and not requestable until then.
    pub verified_at: Option<DateTimeUtc>,
    pub minimum_notice_minutes: i32,
    pub horizon_days: i32,
    /// Minutes that the doctor needs before and after each appointment.
    pub buffer_before_minutes: i32,
    pub buffer_after_minutes: i32,
    /// The most appointments on one date; none where it is not bounded.
    pub daily_cap: Option<i32>,
    /// Rises each time the hours are saved.
    pub hours_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::user::Entity",
        from = "Column::UserId",
        to = "super::user::Column::Id"
    )]
    User,
}

impl Related<super::user::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::User.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
