//! To whom a request can be referred, and who is free when.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::work::Actor;
use crate::accounts::entity::{doctor, user};
use crate::accounts::service::languages;
use crate::appointments::entity::appointment;
use crate::appointments::model::Colleague;
use crate::availability::service as availability;
use crate::error::{Answer, AppError};
use crate::paging::Page;
use crate::server::media;
use crate::server::state::App;

/// The most colleagues that one list names.
const MOST: u64 = 50;
/// How many free times of each.
const TIMES: usize = 4;

/// Doctors of the same specialty who take requests and have not had this case: those free at
/// the same time first, then by how soon they are free.
///
/// # Errors
/// 404 where the appointment isn't this doctor's.
pub async fn colleagues(app: &App, doctor_id: Uuid, id: Uuid) -> Answer<Page<Colleague>> {
    let db = app.db.read();
    let row = appointment::Entity::find_by_id(id)
        .one(db)
        .await?
        .filter(|row| Actor::doctor(doctor_id).owns(row))
        .ok_or_else(|| AppError::not_found("appointment"))?;
    let specialty = doctor::Entity::find_by_id(doctor_id)
        .one(db)
        .await?
        .map(|doctor| doctor.specialty)
        .ok_or_else(|| AppError::not_found("doctor"))?;
    let had: Vec<Uuid> = appointment::Entity::find()
        .select_only()
        .column(appointment::Column::DoctorId)
        .filter(appointment::Column::CaseId.eq(row.case_id))
        .into_tuple()
        .all(db)
        .await?;
    let found = doctor::Entity::find()
        .filter(doctor::Column::Specialty.eq(specialty))
        .filter(doctor::Column::VerifiedAt.is_not_null())
        .filter(doctor::Column::Accepting.eq(true))
        .filter(doctor::Column::UserId.is_not_in(had))
        .find_also_related(user::Entity)
        .filter(user::Column::SuspendedAt.is_null())
        .order_by_asc(doctor::Column::NameKey)
        .limit(MOST)
        .all(db)
        .await?;
    let now = app.now();
    let ids: Vec<Uuid> = found.iter().map(|(doctor, _)| doctor.user_id).collect();
    let diaries = availability::diaries(db, &ids, now).await?;
    let mut items: Vec<Colleague> = found
        .into_iter()
        .filter_map(|(doctor, user)| {
            let user = user?;
            let diary = diaries.get(&doctor.user_id)?;
            Some(Colleague {
                id: doctor.user_id,
                full_name: user.full_name,
                photo: user.photo.as_deref().and_then(media::url),
                languages: languages(&doctor.languages),
                same_time_free: diary.free_at(row.starts_at).is_some(),
                next_free: diary.nearest(now, TIMES),
            })
        })
        .collect();
    items.sort_by_key(|colleague| {
        let soonest = colleague.next_free.first().map(|time| time.starts_at);
        (!colleague.same_time_free, soonest.is_none(), soonest)
    });
    Ok(Page::whole(items))
}
