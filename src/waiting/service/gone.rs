//! Wishes for a kind of visit that its doctor does not offer any more: nothing will fit them, so they
//! end, and their patients are told.

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{close, kind_of, record, release, wish_by_id, words};
use crate::appointments::model::Part;
use crate::appointments::service::{Actor, Work};
use crate::availability::entity::visit_type;
use crate::error::Answer;
use crate::server::state::App;
use crate::waiting::entity::wish;
use crate::waiting::model::WishStatus;

#[derive(FromQueryResult)]
struct Gone {
    id: Uuid,
    patient_id: Uuid,
    doctor_id: Option<Uuid>,
}

/// Ends such wishes, a transaction each. One that fails is logged and left for the next round.
pub async fn end_gone(app: &App) -> Answer<u64> {
    let removed = Query::select()
        .expr(Expr::val(1))
        .from(visit_type::Entity)
        .and_where(
            Expr::col((visit_type::Entity, visit_type::Column::Id))
                .equals((wish::Entity, wish::Column::VisitTypeId)),
        )
        .and_where(Expr::col((visit_type::Entity, visit_type::Column::RemovedAt)).is_not_null())
        .to_owned();
    let gone: Vec<Gone> = wish::Entity::find()
        .select_only()
        .columns([
            wish::Column::Id,
            wish::Column::PatientId,
            wish::Column::DoctorId,
        ])
        // Word for word as in the index of what is open.
        .filter(Expr::cust("waiting_wishes.status = 'open'"))
        .filter(wish::Column::VisitTypeId.is_not_null())
        .filter(Expr::exists(removed))
        .order_by_asc(wish::Column::CreatedAt)
        .order_by_asc(wish::Column::Id)
        .into_model()
        .all(app.db.read())
        .await?;
    let mut ended = 0;
    for one in gone {
        if app.stopping.is_cancelled() {
            break;
        }
        match end_one(app, &one).await {
            Ok(done) => ended += u64::from(done),
            Err(error) => {
                tracing::warn!(%error, wish = %one.id, "a wish waits for the next round");
            }
        }
    }
    Ok(ended)
}

async fn end_one(app: &App, found: &Gone) -> Answer<bool> {
    let mut people = vec![found.patient_id];
    people.extend(found.doctor_id);
    let work = Work::begin(app, &people).await?;
    let Some(wish) = wish_by_id(&work, found.id)
        .await?
        .filter(|wish| wish.status == WishStatus::Open.as_str())
    else {
        return Ok(false);
    };
    let Some(kind) = kind(&work, &wish).await? else {
        return Ok(false);
    };
    end(work, wish, &kind).await?;
    Ok(true)
}

/// The kind of visit that is wished for, where its doctor does not offer it any more.
pub async fn kind(work: &Work<'_>, wish: &wish::Model) -> Answer<Option<visit_type::Model>> {
    let kind = kind_of(&work.tx, wish).await?;
    Ok(kind.filter(|kind| kind.removed_at.is_some()))
}

/// Ends an open wish for this kind of visit, and takes back what is held for it. Its patient and its
/// doctor are locked.
pub async fn end(mut work: Work<'_>, wish: wish::Model, kind: &visit_type::Model) -> Answer<()> {
    work.part = Part::System;
    let held = release(&work, wish.id).await?;
    record(&work, Actor::system(), "end_wish", wish.patient_id, wish.id).await?;
    let told = words::gone(&work, &wish, kind, held).await?;
    close(&work, wish, WishStatus::Ended).await?;
    work.tell(vec![told]).await?;
    work.commit().await
}
