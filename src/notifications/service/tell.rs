//! Telling people: rows in the transaction that causes them.

use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, EntityTrait,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use crate::accounts::entity::user;
use crate::error::Answer;
use crate::notifications::entity::{ActiveModel, Entity};
use crate::notifications::model::Kind;
use crate::place::Location;
use crate::server::wake::Call;
use crate::texts::InEach;
use crate::time::Instant;

/// What is said: a title and a text.
pub type Words = (String, String);

/// Something to tell somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub user_id: Uuid,
    pub kind: Kind,
    /// In each language: the recipient's is not known yet.
    pub words: InEach<Words>,
    /// The path of the page it is about.
    pub link: String,
    pub case_id: Option<Uuid>,
    pub location: Option<Location>,
}

/// Writes notices in the caller's transaction, and answers whom to wake once it is committed.
///
/// The number comes from the recipient's own row, which stays locked until the commit: numbers
/// have no gaps, and appear in their order. Recipients are taken in the order of their ids, as
/// everybody must who locks several people.
///
/// # Errors
/// When the database refuses.
pub async fn tell<C: ConnectionTrait>(
    db: &C,
    now: Instant,
    mut notices: Vec<Notice>,
) -> Answer<Vec<Call>> {
    notices.sort_by_key(|notice| notice.user_id);
    let mut calls: Vec<Call> = Vec::with_capacity(notices.len());
    for notice in notices {
        // The account was deleted meanwhile: there is nobody to tell.
        let Some(number) = next_number(db, notice.user_id).await? else {
            continue;
        };
        let call = Call {
            user_id: notice.user_id,
            case_id: notice.case_id,
        };
        Entity::insert(row(notice, number, now))
            .exec_without_returning(db)
            .await?;
        if !calls.contains(&call) {
            calls.push(call);
        }
    }
    Ok(calls)
}

/// Counts a recipient's row up, and answers the number that is theirs now.
async fn next_number<C: ConnectionTrait>(db: &C, user_id: Uuid) -> Answer<Option<i64>> {
    let count_up = Query::update()
        .table(user::Entity)
        .value(
            user::Column::LastNotification,
            Expr::col(user::Column::LastNotification).add(1),
        )
        .and_where(Expr::col(user::Column::Id).eq(user_id))
        .returning_col(user::Column::LastNotification)
        .to_owned();
    let counted = db.query_one(&count_up).await?;
    Ok(counted
        .map(|row| row.try_get("", "last_notification"))
        .transpose()?)
}

fn row(notice: Notice, number: i64, now: Instant) -> ActiveModel {
    let (name, address, latitude, longitude) = match notice.location {
        Some(place) => (
            Some(place.name),
            Some(place.address),
            place.latitude,
            place.longitude,
        ),
        None => (None, None, None, None),
    };
    let others = notice.words.others();
    let (title, body) = notice.words.english().clone();
    ActiveModel {
        id: Set(Uuid::now_v7()),
        user_id: Set(notice.user_id),
        number: Set(number),
        kind: Set(notice.kind.as_str().to_owned()),
        title: Set(title),
        body: Set(body),
        other_languages: Set(Some(others)),
        link: Set(notice.link),
        case_id: Set(notice.case_id),
        location_name: Set(name),
        location_address: Set(address),
        location_latitude: Set(latitude),
        location_longitude: Set(longitude),
        read_at: Set(None),
        created_at: Set(now),
    }
}
