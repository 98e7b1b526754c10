//! Use cases of the waiting list.

mod answer;
mod gone;
mod hold;
mod known;
mod lapse;
mod leave;
mod read;
mod round;
mod times;
mod words;

pub use answer::{accept, decline};
pub use leave::{Wishing, leave, remove};
pub use read::{list, one};
pub use round::{Matched, match_waiting};

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use uuid::Uuid;

use super::entity::{offer, wish};
use super::model::{OfferStatus, WishStatus};
use crate::appointments::service::{Actor, Work};
use crate::availability::entity::visit_type;
use crate::availability::service::Visit;
use crate::error::Answer;
use crate::oversight;
use crate::server::state::App;
use crate::server::wake::Call;

/// Gives an offer another status.
async fn turn(
    work: &Work<'_>,
    offer: offer::Model,
    to: OfferStatus,
    appointment_id: Option<Uuid>,
) -> Answer<offer::Model> {
    let mut next = offer.into_active_model();
    next.status = Set(to.as_str().to_owned());
    next.appointment_id = Set(appointment_id);
    next.updated_at = Set(work.now);
    Ok(next.update(&work.tx).await?)
}

/// Gives a wish another status.
async fn close(work: &Work<'_>, wish: wish::Model, to: WishStatus) -> Answer<()> {
    let mut next = wish.into_active_model();
    next.status = Set(to.as_str().to_owned());
    next.updated_at = Set(work.now);
    if to == WishStatus::Removed {
        // Nobody will read it any more.
        next.reason = Set(String::new());
        next.symptoms = Set(None);
    }
    next.update(&work.tx).await?;
    Ok(())
}

/// Takes back what is held for a wish: whether anything was.
async fn release(work: &Work<'_>, wish_id: Uuid) -> Answer<bool> {
    let offers = offer::Entity::find()
        .filter(offer::Column::WishId.eq(wish_id))
        .filter(offer::Column::Status.eq(OfferStatus::Open.as_str()))
        .all(&work.tx)
        .await?;
    let any = !offers.is_empty();
    for offer in offers {
        turn(work, offer, OfferStatus::Withdrawn, None).await?;
    }
    Ok(any)
}

/// The kind of visit that is wished for, also one that its doctor does not offer any more.
async fn kind_of<C: ConnectionTrait>(
    db: &C,
    wish: &wish::Model,
) -> Answer<Option<visit_type::Model>> {
    match wish.visit_type_id {
        Some(id) => Ok(visit_type::Entity::find_by_id(id).one(db).await?),
        None => Ok(None),
    }
}

/// A visit of this kind; where none is wished for, the hours say how long it takes.
fn visit(kind: Option<&visit_type::Model>) -> Visit {
    Visit {
        minutes: kind.and_then(|kind| u16::try_from(kind.minutes).ok()),
        ..Visit::default()
    }
}

/// A wish as it is now.
async fn wish_by_id(work: &Work<'_>, id: Uuid) -> Answer<Option<wish::Model>> {
    Ok(wish::Entity::find_by_id(id).one(&work.tx).await?)
}

/// An offer as it is now.
async fn offer_by_id(work: &Work<'_>, id: Uuid) -> Answer<Option<offer::Model>> {
    Ok(offer::Entity::find_by_id(id).one(&work.tx).await?)
}

/// Writes what somebody did to the audit trail.
async fn record(
    work: &Work<'_>,
    actor: Actor,
    action: &str,
    patient_id: Uuid,
    object_id: Uuid,
) -> Answer<()> {
    let entry = oversight::Entry {
        actor_id: actor.user_id(),
        actor_role: actor.part.as_str(),
        action,
        patient_id,
        object_id: Some(object_id),
    };
    oversight::record(&work.tx, work.now, entry).await
}

/// The list has changed: the bell on open pages of this patient counts anew, and whoever is next gets what
/// is free.
async fn changed(app: &App, patient_id: Uuid) {
    let call = Call {
        user_id: patient_id,
        case_id: None,
    };
    app.wake.call(&[call]).await;
}
