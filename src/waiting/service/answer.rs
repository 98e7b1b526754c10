//! A patient answers an offer.

use sea_orm::EntityTrait;
use uuid::Uuid;

use super::{changed, close, gone, kind_of, offer_by_id, read, record, turn, visit, wish_by_id};
use crate::appointments::model::Appointment;
use crate::appointments::service::{Actor, Asked, Key, NEAREST, Once, Work, request_in};
use crate::availability::service as availability;
use crate::error::{Answer, AppError, ErrorKind};
use crate::server::state::App;
use crate::time::FreeTime;
use crate::waiting::entity::{offer, wish};
use crate::waiting::model::{OfferStatus, Wish, WishStatus};
use crate::waiting::rules;

/// Accepts an offer: the time becomes a request like any other, in the same transaction.
///
/// # Errors
/// 404 where it isn't this patient's; 409 where it is held no more, its kind of visit is gone (which
/// ends the wish), or the time can't be asked for any more (with the nearest that can).
pub async fn accept(app: &App, patient_id: Uuid, id: Uuid, once: &Once) -> Answer<Appointment> {
    let key = Key::new(patient_id, once, "accept an offer", &id)?;
    let found = own(app, patient_id, id).await?;
    match take(app, &found, &key).await {
        // The doctor's hours are not what they were. The patient waits on, for another one.
        Err(error) if error.kind == ErrorKind::SlotTaken => {
            withdraw(app, &found).await?;
            let nearest = nearest(app, &found).await?;
            Err(AppError { nearest, ..error })
        }
        answer => answer,
    }
}

/// The free times nearest to one that was offered, for such visits as are wished for.
async fn nearest(app: &App, found: &offer::Model) -> Answer<Vec<FreeTime>> {
    let (db, now) = (app.db.read(), app.now());
    let kind = match wish::Entity::find_by_id(found.wish_id).one(db).await? {
        Some(wish) => kind_of(db, &wish).await?,
        None => None,
    };
    let (doctor, around, visit) = (found.doctor_id, found.starts_at, visit(kind.as_ref()));
    availability::nearest_free_for(db, doctor, around, NEAREST, visit, now).await
}

async fn take(app: &App, found: &offer::Model, key: &Key) -> Answer<Appointment> {
    let mut work = Work::begin(app, &[found.patient_id, found.doctor_id]).await?;
    if let Some(answer) = key.earlier(&work, None).await? {
        return Ok(answer);
    }
    let (offer, wish) = held(&work, found.id).await?;
    if let Some(gone) = gone::kind(&work, &wish).await? {
        gone::end(work, wish, &gone).await?;
        return Err(AppError::conflict(ts!("waiting-visit-ended")));
    }
    let asked = Asked {
        patient_id: offer.patient_id,
        doctor_id: offer.doctor_id,
        starts_at: offer.starts_at,
        visit_type: wish
            .visit_type_id
            .map(|id| id.to_string())
            .unwrap_or_default(),
        reason: wish.reason.clone(),
        symptoms: wish.symptoms.clone(),
    };
    // It frees its time first: it is the request's now.
    let offer = turn(&work, offer, OfferStatus::Accepted, None).await?;
    let answer = request_in(&mut work, &asked).await.map_err(refused)?;
    turn(&work, offer, OfferStatus::Accepted, Some(answer.id)).await?;
    close(&work, wish, WishStatus::Fulfilled).await?;
    key.keep(&work, &answer).await?;
    work.commit().await?;
    changed(app, found.patient_id).await;
    Ok(answer)
}

/// What went wrong, where nothing was typed that could be put right.
fn refused(error: AppError) -> AppError {
    match error.kind {
        ErrorKind::Invalid | ErrorKind::NotFound => AppError::conflict(ts!("waiting-visit-gone")),
        _ => error,
    }
}

/// Declines an offer: the time goes to the next, and the patient waits on.
///
/// # Errors
/// 404 where it isn't this patient's; 409 where it is held no more.
pub async fn decline(app: &App, patient_id: Uuid, id: Uuid, once: &Once) -> Answer<Wish> {
    let key = Key::new(patient_id, once, "decline an offer", &id)?;
    let found = own(app, patient_id, id).await?;
    let work = Work::begin(app, &[patient_id, found.doctor_id]).await?;
    if let Some(answer) = key.earlier(&work, None).await? {
        return Ok(answer);
    }
    let (offer, wish) = held(&work, id).await?;
    turn(&work, offer, OfferStatus::Declined, None).await?;
    let actor = Actor::patient(patient_id);
    record(&work, actor, "decline_offer", patient_id, id).await?;
    let answer = read::one(&work.tx, patient_id, wish.id).await?;
    key.keep(&work, &answer).await?;
    work.commit().await?;
    changed(app, patient_id).await;
    Ok(answer)
}

/// An offer to this patient.
async fn own(app: &App, patient_id: Uuid, id: Uuid) -> Answer<offer::Model> {
    offer::Entity::find_by_id(id)
        .one(app.db.read())
        .await?
        .filter(|offer| offer.patient_id == patient_id)
        .ok_or_else(|| AppError::not_found("offer"))
}

/// An offer that may be answered now, and its wish.
async fn held(work: &Work<'_>, id: Uuid) -> Answer<(offer::Model, wish::Model)> {
    let missing = || AppError::not_found("offer");
    let offer = offer_by_id(work, id).await?.ok_or_else(missing)?;
    if let Some(sentence) = rules::too_late(offer.status()?, offer.held_until, work.now) {
        return Err(AppError::conflict(sentence));
    }
    let wish = wish_by_id(work, offer.wish_id).await?.ok_or_else(missing)?;
    Ok((offer, wish))
}

/// Takes back an offer of a time that does not exist any more.
async fn withdraw(app: &App, found: &offer::Model) -> Answer<()> {
    let work = Work::begin(app, &[found.patient_id, found.doctor_id]).await?;
    if let Some(offer) = offer_by_id(&work, found.id).await?
        && offer.status()? == OfferStatus::Open
    {
        turn(&work, offer, OfferStatus::Withdrawn, None).await?;
        work.commit().await?;
        changed(app, found.patient_id).await;
    }
    Ok(())
}
