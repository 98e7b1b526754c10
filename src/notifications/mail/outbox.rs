//! The outbox: letters that wait, and for a while those that have left.

use chrono::TimeDelta;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveValue::Set, DatabaseTransaction};

use crate::error::Answer;
use crate::server::state::App;
use crate::texts::Language;
use crate::time::Instant;

/// How long it is kept when a letter left or was given up.
const KEPT_DAYS: i64 = 7;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// One of [`Letter`]'s words.
    pub kind: String,
    /// Whose letter it is, where that is known.
    pub user_id: Option<Uuid>,
    /// What somebody typed as theirs, in lower case; gone once it is dealt with.
    pub address: Option<String>,
    /// The path of the page it is about.
    pub link: Option<String>,
    /// The language of whoever asked for it, where that is who gets it; else theirs counts.
    pub language: Option<String>,
    pub attempts: i32,
    pub created_at: DateTimeUtc,
    /// When it is to be tried next.
    pub due_at: DateTimeUtc,
    pub sent_at: Option<DateTimeUtc>,
    pub given_up_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(super) const RESET_LINK: &str = "reset_link";
pub(super) const PASSWORD_CHANGED: &str = "password_changed";
pub(super) const NEWS: &str = "news";

/// Something that somebody should learn by e-mail.
#[derive(Clone, Debug, PartialEq)]
pub enum Letter {
    /// A link to a new password, to whoever has this address, if anybody has.
    ResetLink { email_key: String },
    /// Their password was changed.
    PasswordChanged { user_id: Uuid },
    /// Something became of an appointment, to be read at this path.
    News { user_id: Uuid, link: String },
}

/// Writes a letter in the caller's transaction, in place of an equal one that still waits.
/// Without a mail server there is nothing to write.
///
/// # Errors
/// When the database refuses.
pub async fn post(app: &App, tx: &DatabaseTransaction, letter: Letter, now: Instant) -> Answer<()> {
    if app.mailer.is_none() {
        return Ok(());
    }
    let (kind, user_id, address, link) = match letter {
        Letter::ResetLink { email_key } => (RESET_LINK, None, Some(email_key), None),
        Letter::PasswordChanged { user_id } => (PASSWORD_CHANGED, Some(user_id), None, None),
        Letter::News { user_id, link } => (NEWS, Some(user_id), None, Some(link)),
    };
    let own = kind != NEWS;
    let language = own.then(|| Language::current().code().to_owned());
    let mut waiting = Entity::delete_many()
        .filter(Column::Kind.eq(kind))
        .filter(Column::SentAt.is_null())
        .filter(Column::GivenUpAt.is_null());
    waiting = match &address {
        Some(address) => waiting.filter(Column::Address.eq(address)),
        None => waiting.filter(Column::UserId.eq(user_id)),
    };
    if let Some(link) = &link {
        waiting = waiting.filter(Column::Link.eq(link));
    }
    waiting.exec(tx).await?;
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        kind: Set(kind.to_owned()),
        user_id: Set(user_id),
        address: Set(address),
        link: Set(link),
        language: Set(language),
        attempts: Set(0),
        created_at: Set(now),
        due_at: Set(now),
        sent_at: Set(None),
        given_up_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Posts a link to a new password for whoever has this address. Whether anybody has is seen when
/// the letter is to leave: here known and unknown addresses take the same way.
///
/// # Errors
/// When the database does not answer.
pub async fn ask_for_link(app: &App, email_key: String) -> Answer<()> {
    let tx = app.db.begin().await?;
    post(app, &tx, Letter::ResetLink { email_key }, app.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Forgets old letters, sent or not.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(app: &App) -> Answer<()> {
    Entity::delete_many()
        .filter(Column::CreatedAt.lt(app.now() - TimeDelta::days(KEPT_DAYS)))
        .exec(app.db.write())
        .await?;
    Ok(())
}
