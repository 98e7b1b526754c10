//! Reading: wishes with what was offered for them, as their patient sees them.

use std::collections::HashMap;

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::accounts::entity::{doctor, user};
use crate::appointments::model::DoctorName;
use crate::availability::entity::{clinic, visit_type};
use crate::directory::model::SpecialtyName;
use crate::directory::specialties::name_of;
use crate::error::{Answer, AppError};
use crate::paging::Page;
use crate::place::Location;
use crate::server::media;
use crate::server::state::App;
use crate::time::Local;
use crate::waiting::entity::{offer, wish};
use crate::waiting::model::{Offer, Wish, WishStatus};

/// How long what is over stays in the list.
const OVER_FOR: TimeDelta = TimeDelta::days(14);
/// The most entries of it.
const MOST: u64 = 50;

/// A patient's waiting list: what is open and what was until lately, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list(app: &App, patient_id: Uuid) -> Answer<Page<Wish>> {
    let db = app.db.read();
    let over = [WishStatus::Fulfilled, WishStatus::Ended].map(WishStatus::as_str);
    let rows = wish::Entity::find()
        .filter(wish::Column::PatientId.eq(patient_id))
        .filter(
            Condition::any()
                .add(wish::Column::Status.eq(WishStatus::Open.as_str()))
                .add(
                    Condition::all()
                        .add(wish::Column::Status.is_in(over))
                        .add(wish::Column::UpdatedAt.gt(app.now() - OVER_FOR)),
                ),
        )
        .order_by_desc(wish::Column::CreatedAt)
        .order_by_desc(wish::Column::Id)
        .limit(MOST)
        .all(db)
        .await?;
    Ok(Page::whole(views(db, rows).await?))
}

/// One wish of a patient's.
///
/// # Errors
/// 404 where it isn't theirs.
pub async fn one<C: ConnectionTrait>(db: &C, patient_id: Uuid, id: Uuid) -> Answer<Wish> {
    let row = wish::Entity::find_by_id(id)
        .filter(wish::Column::PatientId.eq(patient_id))
        .all(db)
        .await?;
    views(db, row)
        .await?
        .pop()
        .ok_or_else(|| AppError::not_found("entry in your waiting list"))
}

async fn views<C: ConnectionTrait>(db: &C, rows: Vec<wish::Model>) -> Answer<Vec<Wish>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let offers = offer::Entity::find()
        .filter(offer::Column::WishId.is_in(rows.iter().map(|row| row.id)))
        .order_by_desc(offer::Column::CreatedAt)
        .order_by_desc(offer::Column::Id)
        .all(db)
        .await?;
    let doctors = rows.iter().filter_map(|row| row.doctor_id);
    let doctors: Vec<Uuid> = doctors
        .chain(offers.iter().map(|offer| offer.doctor_id))
        .collect();
    let doctors = names(db, &doctors).await?;
    let places = places(db, offers.iter().map(|offer| offer.clinic_id)).await?;
    let kinds = rows.iter().filter_map(|row| row.visit_type_id);
    let kinds: HashMap<Uuid, visit_type::Model> = visit_type::Entity::find()
        .filter(visit_type::Column::Id.is_in(kinds))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let mut of_wish: HashMap<Uuid, Vec<Offer>> = HashMap::new();
    for offer in offers {
        let wish_id = offer.wish_id;
        if let Some(offer) = view(offer, &doctors, &places)? {
            of_wish.entry(wish_id).or_default().push(offer);
        }
    }
    rows.into_iter()
        .map(|row| {
            let when = row.when();
            Ok(Wish {
                id: row.id,
                status: WishStatus::parse(&row.status).ok_or_else(AppError::internal)?,
                doctor: row.doctor_id.and_then(|id| doctors.get(&id).cloned()),
                specialty: row.specialty.map(|slug| SpecialtyName {
                    name: name_of(&slug),
                    slug,
                }),
                visit_type: row
                    .visit_type_id
                    .and_then(|id| kinds.get(&id).cloned())
                    .map(Into::into),
                weekdays: when.weekdays.days(),
                times: when.parts.parts(),
                earliest: row.earliest,
                latest: row.latest,
                reason: row.reason,
                symptoms: row.symptoms,
                created_at: row.created_at,
                offers: of_wish.remove(&row.id).unwrap_or_default(),
            })
        })
        .collect()
}

fn view(
    row: offer::Model,
    doctors: &HashMap<Uuid, DoctorName>,
    places: &HashMap<Uuid, Location>,
) -> Answer<Option<Offer>> {
    let status = row.status()?;
    let (Some(doctor), Some(location)) = (doctors.get(&row.doctor_id), places.get(&row.clinic_id))
    else {
        return Ok(None);
    };
    Ok(Some(Offer {
        id: row.id,
        status,
        doctor: doctor.clone(),
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        local: row.local(),
        location: location.clone(),
        held_until: row.held_until,
        held_until_local: Local::at(&row.time_zone, row.held_until, row.held_until),
        appointment_id: row.appointment_id,
    }))
}

async fn names<C: ConnectionTrait>(db: &C, doctors: &[Uuid]) -> Answer<HashMap<Uuid, DoctorName>> {
    let rows = doctor::Entity::find()
        .find_also_related(user::Entity)
        .filter(doctor::Column::UserId.is_in(doctors.iter().copied()))
        .all(db)
        .await?;
    let named = rows.into_iter().filter_map(|(doctor, user)| {
        let user = user?;
        let name = DoctorName {
            id: user.id,
            full_name: user.full_name,
            specialty: doctor.specialty,
            photo: user.photo.as_deref().and_then(media::url),
        };
        Some((name.id, name))
    });
    Ok(named.collect())
}

/// Where clinics are, removed ones too.
pub(super) async fn places<C: ConnectionTrait>(
    db: &C,
    clinics: impl Iterator<Item = Uuid>,
) -> Answer<HashMap<Uuid, Location>> {
    let rows = clinic::Entity::find()
        .filter(clinic::Column::Id.is_in(clinics))
        .all(db)
        .await?;
    let place = |row: clinic::Model| Location {
        name: row.name,
        address: row.address,
        latitude: row.latitude,
        longitude: row.longitude,
    };
    Ok(rows.into_iter().map(|row| (row.id, place(row))).collect())
}
