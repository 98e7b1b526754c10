//! What was held for long enough goes on.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{offer_by_id, turn, words};
use crate::appointments::service::Work;
use crate::error::Answer;
use crate::server::state::App;
use crate::waiting::entity::offer;
use crate::waiting::model::OfferStatus;

#[derive(FromQueryResult)]
struct Due {
    id: Uuid,
    patient_id: Uuid,
    doctor_id: Uuid,
}

/// Ends offers that were held for long enough, a transaction each.
pub async fn lapse_due(app: &App) -> Answer<u64> {
    let due: Vec<Due> = offer::Entity::find()
        .select_only()
        .columns([
            offer::Column::Id,
            offer::Column::PatientId,
            offer::Column::DoctorId,
        ])
        // Word for word as in the index of what is due.
        .filter(Expr::cust("status = 'open'"))
        .filter(offer::Column::HeldUntil.lte(app.now()))
        .order_by_asc(offer::Column::HeldUntil)
        .into_model()
        .all(app.db.read())
        .await?;
    let mut lapsed = 0;
    for one in due {
        if app.stopping.is_cancelled() {
            break;
        }
        match lapse(app, &one).await {
            Ok(done) => lapsed += u64::from(done),
            Err(error) => {
                tracing::warn!(%error, offer = %one.id, "an offer stays for the next round");
            }
        }
    }
    Ok(lapsed)
}

/// Ends one, if it still is to be, and tells the patient.
async fn lapse(app: &App, due: &Due) -> Answer<bool> {
    let mut work = Work::begin(app, &[due.patient_id, due.doctor_id]).await?;
    let Some(offer) = offer_by_id(&work, due.id).await? else {
        return Ok(false);
    };
    if offer.status()? != OfferStatus::Open || work.now < offer.held_until {
        return Ok(false);
    }
    let offer = turn(&work, offer, OfferStatus::Expired, None).await?;
    let told = words::lapsed(&work, &offer).await?;
    work.tell(vec![told]).await?;
    work.commit().await?;
    Ok(true)
}
