//! A doctor's clinics.

use chrono_tz::{TZ_VARIANTS, Tz};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::hours::changed;
use crate::accounts::service::begin_holding;
use crate::availability::draft::{ClinicDetails, ClinicDraft, is_clinic_of};
use crate::availability::entity::{clinic, hour_exception, taken, weekly_hours};
use crate::availability::model::{Clinic, MOST_CLINICS};
use crate::error::{Answer, AppError};
use crate::paging::Page;
use crate::server::idempotency::Key;
use crate::server::state::App;
use crate::typed::Typed;

/// A doctor's clinics in the order in which they were added.
///
/// # Errors
/// When the database does not answer.
pub async fn clinics(app: &App, doctor_id: Uuid) -> Answer<Page<Clinic>> {
    Ok(Page::whole(live_clinics(app.db.read(), doctor_id).await?))
}

/// The zone of a doctor's first clinic, in which their days begin; UTC without one.
///
/// # Errors
/// When the database does not answer.
pub async fn zone<C: ConnectionTrait>(db: &C, doctor_id: Uuid) -> Answer<Tz> {
    let name: Option<String> = live(doctor_id)
        .select_only()
        .column(clinic::Column::TimeZone)
        .order_by_asc(clinic::Column::Id)
        .into_tuple()
        .one(db)
        .await?;
    Ok(name.and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC))
}

/// Adds a clinic, once under the key that was sent.
///
/// # Errors
/// 422 with what is wrong with it; 409 where there are as many as there may be.
pub async fn create_clinic(
    app: &App,
    doctor_id: Uuid,
    draft: &ClinicDraft,
    key: &Typed,
) -> Answer<Clinic> {
    let details = draft.parse(is_zone)?;
    let key = Key::new(doctor_id, key.text(), "add a clinic", draft)?;
    let tx = begin_holding(app, &[doctor_id]).await?;
    if let Some(answer) = key.earlier(&tx).await? {
        return Ok(answer);
    }
    let count = live(doctor_id).count(&tx).await?;
    if count >= MOST_CLINICS {
        return Err(AppError::conflict(ts!(
            "availability-clinics-most",
            count = count
        )));
    }
    let now = app.now();
    let mut row = clinic::ActiveModel {
        id: Set(Uuid::now_v7()),
        doctor_id: Set(doctor_id),
        created_at: Set(now),
        removed_at: Set(None),
        version: Set(1),
        ..Default::default()
    };
    fill(&mut row, details);
    let clinic = Clinic::from(row.insert(&tx).await?);
    key.keep(&tx, &clinic, now).await?;
    tx.commit().await?;
    Ok(clinic)
}

/// Changes a clinic. Appointments keep the place and zone that they were given.
///
/// # Errors
/// 404 where it isn't the doctor's; 409 where it was changed since the version that was seen; 422
/// with what is wrong.
pub async fn change_clinic(
    app: &App,
    doctor_id: Uuid,
    id: Uuid,
    seen: &Typed,
    draft: &ClinicDraft,
) -> Answer<Clinic> {
    let tx = begin_holding(app, &[doctor_id]).await?;
    let row = own_clinic(&tx, doctor_id, id).await?;
    is_clinic_of(seen, row.version)?;
    let version = row.version + 1;
    let mut row = row.into_active_model();
    fill(&mut row, draft.parse(is_zone)?);
    row.version = Set(version);
    let row = row.update(&tx).await?;
    tx.commit().await?;
    changed(app, doctor_id).await;
    Ok(row.into())
}

/// Removes a clinic and the hours there.
///
/// # Errors
/// 404 where it isn't the doctor's; 409 while open appointments are there, or where it was changed
/// since the version that was seen.
pub async fn remove_clinic(app: &App, doctor_id: Uuid, id: Uuid, seen: &Typed) -> Answer<()> {
    // Nobody asks for a time there meanwhile.
    let tx = begin_holding(app, &[doctor_id]).await?;
    let row = own_clinic(&tx, doctor_id, id).await?;
    is_clinic_of(seen, row.version)?;
    let mut row = row.into_active_model();
    let open = taken::Entity::find()
        .filter(taken::Column::DoctorId.eq(doctor_id))
        .filter(taken::Column::Status.is_in(taken::LIVE))
        .filter(taken::Column::ClinicId.eq(id))
        .count(&tx)
        .await?;
    if open > 0 {
        let sentence = ts!("availability-clinic-in-use", count = open);
        return Err(AppError::conflict(sentence));
    }
    weekly_hours::Entity::delete_many()
        .filter(weekly_hours::Column::ClinicId.eq(id))
        .exec(&tx)
        .await?;
    hour_exception::Entity::delete_many()
        .filter(hour_exception::Column::ClinicId.eq(id))
        .exec(&tx)
        .await?;
    row.removed_at = Set(Some(app.now()));
    row.update(&tx).await?;
    tx.commit().await?;
    Ok(())
}

/// The names of all time zones, by name.
pub fn time_zones() -> Vec<String> {
    TZ_VARIANTS
        .iter()
        .map(|zone| zone.name().to_owned())
        .collect()
}

/// Whether there is a time zone of this name.
pub fn is_zone(name: &str) -> bool {
    name.parse::<Tz>().is_ok()
}

/// The clinics of a doctor that were not removed.
pub(super) async fn live_clinics<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
) -> Answer<Vec<Clinic>> {
    let rows = live(doctor_id)
        .order_by_asc(clinic::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(Clinic::from).collect())
}

fn live(doctor_id: Uuid) -> sea_orm::Select<clinic::Entity> {
    clinic::Entity::find()
        .filter(clinic::Column::DoctorId.eq(doctor_id))
        .filter(clinic::Column::RemovedAt.is_null())
}

async fn own_clinic<C: ConnectionTrait>(
    db: &C,
    doctor_id: Uuid,
    id: Uuid,
) -> Answer<clinic::Model> {
    live(doctor_id)
        .filter(clinic::Column::Id.eq(id))
        .one(db)
        .await?
        .ok_or_else(|| AppError::not_found("clinic"))
}

fn fill(row: &mut clinic::ActiveModel, details: ClinicDetails) {
    row.name = Set(details.name);
    row.address = Set(details.address);
    row.latitude = Set(details.point.map(|(latitude, _)| latitude));
    row.longitude = Set(details.point.map(|(_, longitude)| longitude));
    row.time_zone = Set(details.time_zone);
    row.notes = Set(details.notes);
}
