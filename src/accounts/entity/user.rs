//! A person who can sign in.

use sea_orm::entity::prelude::*;

use crate::texts::Language;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// As typed.
    pub email: String,
    /// Lower case: what is unique.
    pub email_key: String,
    pub password_hash: String,
    /// One of [`crate::accounts::model::Role`]'s words.
    pub role: String,
    pub full_name: String,
    /// A reference that `server::media` turns into an address.
    pub photo: Option<String>,
    /// The number of this person's newest notification.
    pub last_notification: i64,
    /// The code of the language in which they last read here; what reaches them elsewhere speaks it.
    pub language: Option<String>,
    pub suspended_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    /// Goes up with each change that they make to their profile.
    pub profile_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(has_one = "super::doctor::Entity")]
    Doctor,
    #[sea_orm(has_one = "super::patient::Entity")]
    Patient,
}

impl Related<super::doctor::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Doctor.def()
    }
}

impl Related<super::patient::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Patient.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// In which language letters and calendars speak to them: English, until they have read here.
    pub fn language(&self) -> Language {
        let code = self.language.as_deref();
        code.and_then(Language::parse).unwrap_or_default()
    }
}
