//! The table of notifications.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notifications")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The recipient.
    pub user_id: Uuid,
    /// 1, 2, 3, … per recipient: the event id of the live stream.
    pub number: i64,
    /// One of [`crate::notifications::model::Kind`]'s words.
    pub kind: String,
    /// In English, as is the body.
    pub title: String,
    pub body: String,
    /// Both in the other languages: see [`crate::texts::InEach`].
    pub other_languages: Option<String>,
    /// A path of ours.
    pub link: String,
    /// The case it is about; the appointment may be gone, so it isn't a foreign key.
    pub case_id: Option<Uuid>,
    pub location_name: Option<String>,
    pub location_address: Option<String>,
    #[sea_orm(column_type = "Double", nullable)]
    pub location_latitude: Option<f64>,
    #[sea_orm(column_type = "Double", nullable)]
    pub location_longitude: Option<f64>,
    pub read_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "crate::accounts::entity::user::Entity",
        from = "Column::UserId",
        to = "crate::accounts::entity::user::Column::Id"
    )]
    User,
}

impl Related<crate::accounts::entity::user::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::User.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
