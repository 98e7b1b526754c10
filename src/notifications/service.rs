//! Use cases: tell people, list what they were told, mark it read.

mod tell;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

pub use self::tell::{Notice, Words, tell};
use super::entity::{Column, Entity, Model};
use super::model::{Kind, Notification, Unread};
use crate::accounts::entity::user;
use crate::accounts::identity::parse_id;
use crate::error::{Answer, AppError, Problems};
use crate::paging::{self, Page};
use crate::place::Location;
use crate::server::state::App;
use crate::server::wake::Call;
use crate::texts::{Language, kept};
use crate::time::Instant;

/// The row as it goes over the wire, to somebody who reads this language.
fn shown(row: Model, language: Language) -> Answer<Notification> {
    let kind = Kind::parse(&row.kind).ok_or_else(|| {
        tracing::error!(id = %row.id, kind = row.kind, "a notification of an unknown kind");
        AppError::internal()
    })?;
    let location = row.location_address.map(|address| Location {
        name: row.location_name.unwrap_or_default(),
        address,
        latitude: row.location_latitude,
        longitude: row.location_longitude,
    });
    let english: Words = (row.title, row.body);
    let (title, body) = kept(language, english, row.other_languages.as_deref());
    Ok(Notification {
        id: row.id,
        number: row.number,
        kind,
        title,
        body,
        link: row.link,
        location,
        read: row.read_at.is_some(),
        created_at: row.created_at,
        case_id: row.case_id,
    })
}

/// What a caller wants of the list: as typed in the query.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// `true` for the unread alone.
    pub unread: Option<String>,
    pub cursor: Option<String>,
    pub limit: Option<String>,
}

/// Your notifications, the newest first.
///
/// # Errors
/// 422 where the query is not valid.
pub async fn list(app: &App, user_id: Uuid, wanted: Wanted) -> Answer<Page<Notification>> {
    list_in(app.db.read(), user_id, wanted).await
}

async fn list_in<C: ConnectionTrait>(
    db: &C,
    user_id: Uuid,
    wanted: Wanted,
) -> Answer<Page<Notification>> {
    let mut problems = Problems::default();
    let unread = problems.take("unread", parse_switch(wanted.unread.as_deref()));
    let before = problems.take(
        "cursor",
        parse_number(wanted.cursor.as_deref(), || {
            ts!("notifications-not-a-number-cursor")
        }),
    );
    let limit = problems.take("limit", paging::parse_limit(wanted.limit.as_deref()));
    let (Some(unread), Some(before), Some(limit)) = (unread, before, limit) else {
        return Err(problems.into_error());
    };
    let mut query = Entity::find().filter(Column::UserId.eq(user_id));
    if unread {
        query = query.filter(Column::ReadAt.is_null());
    }
    if let Some(before) = before {
        query = query.filter(Column::Number.lt(before));
    }
    let rows = query
        .order_by_desc(Column::Number)
        .limit(limit + 1)
        .all(db)
        .await?;
    let language = Language::current();
    let items = rows
        .into_iter()
        .map(|row| shown(row, language))
        .collect::<Answer<Vec<_>>>()?;
    Ok(paging::cut(items, limit, |item| item.number.to_string()))
}

/// What came after a number, oldest first, in this language; at most `limit` of them.
///
/// # Errors
/// When the database does not answer.
pub async fn after<C: ConnectionTrait>(
    db: &C,
    user_id: Uuid,
    number: i64,
    limit: u64,
    language: Language,
) -> Answer<Vec<Notification>> {
    let rows = Entity::find()
        .filter(Column::UserId.eq(user_id))
        .filter(Column::Number.gt(number))
        .order_by_asc(Column::Number)
        .limit(limit)
        .all(db)
        .await?;
    rows.into_iter().map(|row| shown(row, language)).collect()
}

/// The number of somebody's newest notification; 0 where there is none.
///
/// # Errors
/// When the database does not answer.
pub async fn newest<C: ConnectionTrait>(db: &C, user_id: Uuid) -> Answer<i64> {
    let number: Option<i64> = user::Entity::find_by_id(user_id)
        .select_only()
        .column(user::Column::LastNotification)
        .into_tuple()
        .one(db)
        .await?;
    Ok(number.unwrap_or(0))
}

/// How many somebody has not read yet.
///
/// # Errors
/// When the database does not answer.
pub async fn unread_count<C: ConnectionTrait>(db: &C, user_id: Uuid) -> Answer<u64> {
    // Counted from the partial index alone, which `count()` and its subquery would not be.
    let count: Option<i64> = Entity::find()
        .select_only()
        .column_as(Column::Number.count(), "unread")
        .filter(Column::UserId.eq(user_id))
        .filter(Column::ReadAt.is_null())
        .into_tuple()
        .one(db)
        .await?;
    Ok(count
        .and_then(|count| u64::try_from(count).ok())
        .unwrap_or(0))
}

/// Marks one of your notifications read; again is no harm.
///
/// # Errors
/// 404 where it is not yours.
pub async fn mark_read(app: &App, user_id: Uuid, id: &str) -> Answer<Notification> {
    let id = parse_id(id, "notification")?;
    let tx = app.db.begin().await?;
    let (notification, changed) = mark_read_in(&tx, app.now(), user_id, id).await?;
    tx.commit().await?;
    if changed {
        wake_tabs(app, user_id).await;
    }
    Ok(notification)
}

async fn mark_read_in<C: ConnectionTrait>(
    db: &C,
    now: Instant,
    user_id: Uuid,
    id: Uuid,
) -> Answer<(Notification, bool)> {
    let marked = Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(now))
        .filter(Column::Id.eq(id))
        .filter(Column::UserId.eq(user_id))
        .filter(Column::ReadAt.is_null())
        .exec(db)
        .await?;
    let row = Entity::find_by_id(id)
        .filter(Column::UserId.eq(user_id))
        .one(db)
        .await?
        .ok_or_else(|| AppError::not_found("notification"))?;
    Ok((shown(row, Language::current())?, marked.rows_affected > 0))
}

/// Marks all your notifications read: up to the number `through` where one is given, so that
/// one that arrived while the page was open is not swallowed unseen.
///
/// # Errors
/// 422 where `through` is not a number.
pub async fn mark_all_read(app: &App, user_id: Uuid, through: Option<&str>) -> Answer<Unread> {
    let through = parse_number(through, || ts!("notifications-not-a-number-through"))
        .map_err(|sentence| AppError::field("through", sentence))?;
    let tx = app.db.begin().await?;
    let changed = mark_all_read_in(&tx, app.now(), user_id, through).await?;
    let unread = unread_count(&tx, user_id).await?;
    tx.commit().await?;
    if changed {
        wake_tabs(app, user_id).await;
    }
    Ok(Unread { unread })
}

async fn mark_all_read_in<C: ConnectionTrait>(
    db: &C,
    now: Instant,
    user_id: Uuid,
    through: Option<i64>,
) -> Answer<bool> {
    let mut update = Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(now))
        .filter(Column::UserId.eq(user_id))
        .filter(Column::ReadAt.is_null());
    if let Some(through) = through {
        update = update.filter(Column::Number.lte(through));
    }
    Ok(update.exec(db).await?.rows_affected > 0)
}

/// The other open pages of the same person count again.
async fn wake_tabs(app: &App, user_id: Uuid) {
    app.wake
        .call(&[Call {
            user_id,
            case_id: None,
        }])
        .await;
}

fn parse_switch(text: Option<&str>) -> Result<bool, String> {
    match text.map(str::trim) {
        None | Some("" | "false" | "no") => Ok(false),
        Some("true" | "yes") => Ok(true),
        Some(_) => Err(ts!("notifications-unread-or-not")),
    }
}

fn parse_number(text: Option<&str>, wrong: impl Fn() -> String) -> Result<Option<i64>, String> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => match text.parse() {
            Ok(number) if number >= 0 => Ok(Some(number)),
            _ => Err(wrong()),
        },
    }
}

#[cfg(test)]
mod tests;
