//! Holds a time for a wish.

use chrono::TimeDelta;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

use super::{kind_of, record, visit, wish_by_id, words};
use crate::appointments::entity::appointment;
use crate::appointments::model::{Part, Status};
use crate::appointments::service::{Actor, Work, open_requests, requestable};
use crate::availability::service as availability;
use crate::error::{Answer, ErrorKind};
use crate::server::database::{Guard, refused_by};
use crate::server::state::App;
use crate::time::{FreeTime, Instant};
use crate::waiting::entity::{offer, wish};
use crate::waiting::model::{OfferStatus, WishStatus};
use crate::waiting::rules;

/// What became of an attempt to hold a time.
pub enum Held {
    /// It is held; it ends then.
    Yes(Instant),
    /// Nobody would be in time to answer.
    TooSoon,
    /// Somebody was quicker.
    Gone,
    /// The wish is not open any more, something is held for it already, or its patient could not
    /// accept anything now.
    NotWaiting,
}

/// Holds a time for a wish, if all is as it was, and tells the patient.
pub async fn hold(
    app: &App,
    found: &wish::Model,
    doctor: Uuid,
    starts_at: Instant,
) -> Answer<Held> {
    let patient_id = found.patient_id;
    let mut work = Work::begin(app, &[patient_id, doctor]).await?;
    work.part = Part::System;
    let Some(wish) = wish_by_id(&work, found.id)
        .await?
        .filter(|wish| wish.status == WishStatus::Open.as_str())
    else {
        return Ok(Held::NotWaiting);
    };
    let offers = offer::Entity::find()
        .filter(offer::Column::PatientId.eq(patient_id))
        .filter(
            Condition::any()
                .add(offer::Column::Status.eq(OfferStatus::Open.as_str()))
                .add(
                    Condition::all()
                        .add(offer::Column::DoctorId.eq(doctor))
                        .add(offer::Column::StartsAt.eq(starts_at)),
                ),
        )
        .all(&work.tx)
        .await?;
    let open = OfferStatus::Open.as_str();
    if offers
        .iter()
        .any(|offer| offer.wish_id == wish.id && offer.status == open)
    {
        return Ok(Held::NotWaiting);
    }
    let held = offers.iter().filter(|offer| offer.status == open).count();
    let requests = open_requests(&work, patient_id).await?;
    if !rules::has_room(requests, held as u64) {
        return Ok(Held::NotWaiting);
    }
    let kind = kind_of(&work.tx, &wish).await?;
    if kind.as_ref().is_some_and(|kind| kind.removed_at.is_some()) {
        return Ok(Held::NotWaiting);
    }
    let terms = match requestable(&work, doctor).await {
        Ok(terms) => terms,
        Err(error) if matches!(error.kind, ErrorKind::NotFound | ErrorKind::Conflict) => {
            return Ok(Held::Gone);
        }
        Err(error) => return Err(error),
    };
    let visit = visit(kind.as_ref());
    let free = availability::is_free_for(&work.tx, doctor, starts_at, visit, work.now).await?;
    let Some(time) = free else {
        return Ok(Held::Gone);
    };
    let known = offers.iter().any(|offer| {
        let same = (offer.doctor_id, offer.starts_at) == (doctor, starts_at);
        same || (offer.starts_at < time.ends_at && time.starts_at < offer.ends_at)
    });
    if known || is_busy(&work, patient_id, &time).await? {
        return Ok(Held::Gone);
    }
    let notice = TimeDelta::minutes(terms.minimum_notice_minutes.into());
    let within = app.settings.offer_within;
    let Some(until) = rules::held_until(work.now, within, starts_at, notice) else {
        return Ok(Held::TooSoon);
    };
    let row = offer::Model {
        id: Uuid::now_v7(),
        wish_id: wish.id,
        patient_id,
        doctor_id: doctor,
        clinic_id: time.clinic_id,
        starts_at: time.starts_at,
        ends_at: time.ends_at,
        time_zone: time.local.zone.clone(),
        held_until: until,
        status: open.to_owned(),
        appointment_id: None,
        created_at: work.now,
        updated_at: work.now,
    };
    let inserted = row
        .clone()
        .into_active_model()
        .reset_all()
        .insert(&work.tx)
        .await;
    match inserted {
        Ok(_) => {}
        Err(error) if matches!(refused_by(&error), Some(Guard::Held | Guard::Unique)) => {
            return Ok(Held::Gone);
        }
        Err(error) => return Err(error.into()),
    }
    record(&work, Actor::system(), "offer", patient_id, row.id).await?;
    let told = words::offered(&work, &row).await?;
    work.tell(vec![told]).await?;
    work.commit().await?;
    Ok(Held::Yes(time.ends_at))
}

/// Whether the patient has a live appointment then.
async fn is_busy(work: &Work<'_>, patient_id: Uuid, time: &FreeTime) -> Answer<bool> {
    let row = appointment::Entity::find()
        .filter(appointment::Column::PatientId.eq(patient_id))
        .filter(appointment::Column::Status.is_in(Status::LIVE.map(Status::as_str)))
        .filter(appointment::Column::StartsAt.lt(time.ends_at))
        .filter(appointment::Column::EndsAt.gt(time.starts_at))
        .one(&work.tx)
        .await?;
    Ok(row.is_some())
}
