//! What patients are told of offers.

use sea_orm::{EntityTrait, QuerySelect};
use uuid::Uuid;

use super::read;
use crate::accounts::entity::user;
use crate::appointments::service::Work;
use crate::error::Answer;
use crate::notifications::model::Kind;
use crate::notifications::service::Notice;
use crate::time::Local;
use crate::waiting::entity::offer;

/// "Wed 25 Nov, 09:30–10:00 Madrid time (UTC+1)"
fn when(offer: &offer::Model) -> String {
    let local = Local::at(&offer.time_zone, offer.starts_at, offer.ends_at);
    format!(
        "{}, {} {}",
        local.short_day(),
        local.hours(),
        local.zone_name()
    )
}

async fn doctor_name(work: &Work<'_>, id: Uuid) -> Answer<String> {
    let name: Option<String> = user::Entity::find_by_id(id)
        .select_only()
        .column(user::Column::FullName)
        .into_tuple()
        .one(&work.tx)
        .await?;
    Ok(name.unwrap_or_default())
}

/// Tells a patient of a time that is held for them.
pub async fn offered(work: &Work<'_>, offer: &offer::Model) -> Answer<Notice> {
    let until = Local::at(&offer.time_zone, offer.held_until, offer.held_until);
    let doctor = doctor_name(work, offer.doctor_id).await?;
    let mut places = read::places(&work.tx, std::iter::once(offer.clinic_id)).await?;
    let location = places.remove(&offer.clinic_id);
    let place = location
        .as_ref()
        .map_or(String::new(), |place| format!(" at {}", place.name));
    Ok(Notice {
        user_id: offer.patient_id,
        kind: Kind::Offer,
        title: format!("{doctor} has a time for you"),
        body: format!(
            "{}{place}. It is held for you until {}, {}.",
            when(offer),
            until.short_day(),
            until.time
        ),
        link: "/waiting".to_owned(),
        case_id: None,
        location,
    })
}

/// Tells a patient that it is held no more.
pub async fn lapsed(work: &Work<'_>, offer: &offer::Model) -> Answer<Notice> {
    let doctor = doctor_name(work, offer.doctor_id).await?;
    Ok(Notice {
        user_id: offer.patient_id,
        kind: Kind::OfferExpired,
        title: format!("The time that {doctor} had for you is not held any more"),
        body: format!("{}. You stay on the waiting list.", when(offer)),
        link: "/waiting".to_owned(),
        case_id: None,
        location: None,
    })
}
