//! What nobody answers in time ends by itself.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use super::read::one;
use super::words;
use super::work::{Actor, Work};
use crate::appointments::entity::appointment;
use crate::appointments::model::Action;
use crate::error::Answer;
use crate::server::state::App;
use crate::time::Instant;

/// How many are looked up at once.
const SOME: u64 = 100;

/// What is overdue, and since when.
type Due = (Uuid, Instant);

/// Expires what is overdue, a transaction each, and says how many. Whoever comes second, be it
/// another instance or the person who was asked, finds it done. One that fails is logged and left
/// for the next time; so is the rest, once the server begins to stop.
///
/// # Errors
/// When what is overdue can't be looked up.
pub async fn expire_overdue(app: &App) -> Answer<u64> {
    let (mut expired, mut last) = (0, None);
    loop {
        let some = overdue(app, last).await?;
        for (id, _) in &some {
            if app.stopping.is_cancelled() {
                return Ok(expired);
            }
            match expire(app, *id).await {
                Ok(done) => expired += u64::from(done),
                Err(error) => {
                    tracing::warn!(%error, %id, "an overdue appointment stays for the next time");
                }
            }
        }
        match some.last() {
            Some((id, since)) if some.len() as u64 == SOME => last = Some((*since, *id)),
            _ => return Ok(expired),
        }
    }
}

/// Some of what is overdue, the longest first, after those that were looked at already.
async fn overdue(app: &App, last: Option<(Instant, Uuid)>) -> Answer<Vec<Due>> {
    let (answer_by, id) = (appointment::Column::AnswerBy, appointment::Column::Id);
    let mut query = appointment::Entity::find()
        .select_only()
        .columns([id, answer_by])
        // Word for word as in the index of what is due.
        .filter(Expr::cust("status in ('pending', 'proposed')"))
        .filter(answer_by.lte(app.now()))
        .order_by_asc(answer_by)
        .order_by_asc(id)
        .limit(SOME);
    if let Some((at, after)) = last {
        query = query.filter(
            Condition::any()
                .add(answer_by.gt(at))
                .add(Condition::all().add(answer_by.eq(at)).add(id.gt(after))),
        );
    }
    Ok(query.into_tuple().all(app.db.read()).await?)
}

/// Expires one, if it still is to be. With everybody concerned locked nobody else acts on it
/// meanwhile.
async fn expire(app: &App, id: Uuid) -> Answer<bool> {
    let (actor, action) = (Actor::system(), Action::Expire);
    let by_id = || appointment::Entity::find_by_id(id);
    let Some(found) = by_id().one(app.db.read()).await? else {
        return Ok(false);
    };
    let mut work = Work::about(app, &found, &[]).await?;
    work.part = actor.part;
    let Some(row) = by_id().one(&work.tx).await? else {
        return Ok(false);
    };
    if work.allows(actor, action, &row).await.is_err() {
        return Ok(false);
    }
    let doctor = Actor::doctor(row.doctor_id);
    let done = work.step(actor, action, row, None, |_| ()).await?;
    let answer = one(&work, doctor, id).await?;
    work.tell(words::notices(&done, &answer)).await?;
    work.commit().await?;
    Ok(true)
}
