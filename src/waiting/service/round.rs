//! A round: what was held for too long goes on, wishes end whose dates are over or whose kind of
//! visit is gone, and what is free is offered to the first whose wishes it fits.
//!
//! Rounds run in every instance, and at the same time. What is to be done is found by reading
//! alone; each step is then one transaction with the patient and the doctor held, that looks again.

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::gone::end_gone;
use super::hold::{Held, hold};
use super::known::Known;
use super::lapse::lapse_due;
use super::times::Times;
use crate::error::Answer;
use crate::server::state::App;
use crate::time::{FreeTime, Instant};
use crate::waiting::entity::{offer, wish};
use crate::waiting::model::{OfferStatus, WishStatus};
use crate::waiting::rules;

/// How many are looked at together.
const SOME: u64 = 200;
/// How many times are tried for one wish: somebody may be quicker.
const TRIES: usize = 3;

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// Times that are held for somebody now.
    pub offered: u64,
    /// Offers that ran out.
    pub lapsed: u64,
    /// Wishes that ended.
    pub ended: u64,
}

/// Runs a round. One step that fails is logged and left for the next.
///
/// # Errors
/// When what is to be done can't be looked up.
pub async fn match_waiting(app: &App) -> Answer<Matched> {
    // First of all: nobody is told that they wait on for what is gone.
    let ended = end_gone(app).await?;
    let mut done = Matched {
        lapsed: lapse_due(app).await?,
        ended,
        ..Matched::default()
    };
    let mut times = Times::default();
    let mut after = None;
    loop {
        let wishes = waiting(app, after).await?;
        let Some(last) = wishes.last().map(|wish| (wish.created_at, wish.id)) else {
            break;
        };
        after = Some(last);
        let full = wishes.len() as u64 == SOME;
        let over = rules::over_before(app.now());
        let (ended, wishes): (Vec<_>, Vec<_>) =
            wishes.into_iter().partition(|wish| wish.latest < over);
        done.ended += end(app, &ended).await?;
        done.offered += offer_some(app, &wishes, &mut times).await?;
        if !full || app.stopping.is_cancelled() {
            break;
        }
    }
    Ok(done)
}

/// Open wishes for which nothing is held, in the order in which they were left.
async fn waiting(app: &App, after: Option<(Instant, Uuid)>) -> Answer<Vec<wish::Model>> {
    let held = Query::select()
        .expr(Expr::val(1))
        .from(offer::Entity)
        .and_where(
            Expr::col((offer::Entity, offer::Column::WishId))
                .equals((wish::Entity, wish::Column::Id)),
        )
        .and_where(offer::Column::Status.eq(OfferStatus::Open.as_str()))
        .to_owned();
    let (at, id) = (wish::Column::CreatedAt, wish::Column::Id);
    let mut query = wish::Entity::find()
        // Word for word as in the index of what is open.
        .filter(Expr::cust("waiting_wishes.status = 'open'"))
        .filter(Expr::exists(held).not())
        .order_by_asc(at)
        .order_by_asc(id)
        .limit(SOME);
    if let Some((then, last)) = after {
        query = query.filter(
            Condition::any()
                .add(at.gt(then))
                .add(Condition::all().add(at.eq(then)).add(id.gt(last))),
        );
    }
    Ok(query.all(app.db.read()).await?)
}

/// Ends wishes whose last date is over.
async fn end(app: &App, wishes: &[wish::Model]) -> Answer<u64> {
    if wishes.is_empty() {
        return Ok(0);
    }
    let ended = wish::Entity::update_many()
        .col_expr(
            wish::Column::Status,
            Expr::value(WishStatus::Ended.as_str()),
        )
        .col_expr(wish::Column::UpdatedAt, Expr::value(app.now()))
        .filter(wish::Column::Id.is_in(wishes.iter().map(|wish| wish.id)))
        .filter(wish::Column::Status.eq(WishStatus::Open.as_str()))
        .exec(app.db.write())
        .await?;
    Ok(ended.rows_affected)
}

/// Offers what is free for these wishes, one after the other.
async fn offer_some(app: &App, wishes: &[wish::Model], times: &mut Times) -> Answer<u64> {
    if wishes.is_empty() {
        return Ok(0);
    }
    let mut known = Known::read(app, wishes).await?;
    let mut offered = 0;
    for wish in wishes {
        if app.stopping.is_cancelled() {
            break;
        }
        let doctors = known.asked(wish);
        for _ in 0..TRIES {
            times.read(app, &doctors).await?;
            let now = app.now();
            let may = |doctor, time: &FreeTime| known.may(wish.patient_id, doctor, time, now);
            let Some((doctor, time)) = times.first(&doctors, wish, may) else {
                break;
            };
            // Whatever comes of it, this time is not tried again for this patient, and the
            // doctor's day is not what it was.
            known.note_offer(wish.patient_id, doctor, time.starts_at);
            match hold(app, wish, doctor, time.starts_at).await {
                Ok(Held::Yes(until)) => {
                    known.note_busy(wish.patient_id, time.starts_at, until);
                    times.forget(doctor);
                    offered += 1;
                    break;
                }
                // By now, though it wasn't when it was found: a later one may do.
                Ok(Held::TooSoon) => {}
                Ok(Held::Gone) => times.forget(doctor),
                Ok(Held::NotWaiting) => break,
                Err(error) => {
                    tracing::warn!(%error, wish = %wish.id, "a wish waits for the next round");
                    break;
                }
            }
        }
    }
    Ok(offered)
}
