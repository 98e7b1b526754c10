//! What patients are told of offers, and of wishes that have ended.

use sea_orm::{EntityTrait, QuerySelect};
use uuid::Uuid;

use super::read;
use crate::accounts::entity::user;
use crate::appointments::service::Work;
use crate::availability::entity::visit_type;
use crate::error::Answer;
use crate::notifications::model::Kind;
use crate::notifications::service::Notice;
use crate::texts::InEach;
use crate::time::Local;
use crate::waiting::entity::{offer, wish};

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
    Ok(Notice {
        user_id: offer.patient_id,
        kind: Kind::Offer,
        words: InEach::say(|| {
            let (when, day, time) = (offer.local().in_words(), until.short_day(), &until.time);
            let body = match &location {
                Some(location) => {
                    let place = &location.name;
                    ts!(
                        "notifications-offer-body-at",
                        when = when,
                        place = place,
                        day = day,
                        time = time
                    )
                }
                None => ts!(
                    "notifications-offer-body",
                    when = when,
                    day = day,
                    time = time
                ),
            };
            (ts!("notifications-offer", doctor = doctor), body)
        }),
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
        words: InEach::say(|| {
            let body = ts!(
                "notifications-offer-lapsed-body",
                when = offer.local().in_words()
            );
            (ts!("notifications-offer-lapsed", doctor = doctor), body)
        }),
        link: "/waiting".to_owned(),
        case_id: None,
        location: None,
    })
}

/// Tells a patient that their wish has ended, since its doctor does not offer this kind of visit
/// any more; and that what was `held` for it is so no more. The link leads to where another is left.
pub async fn gone(
    work: &Work<'_>,
    wish: &wish::Model,
    kind: &visit_type::Model,
    held: bool,
) -> Answer<Notice> {
    let doctor = doctor_name(work, kind.doctor_id).await?;
    Ok(Notice {
        user_id: wish.patient_id,
        kind: Kind::WishEnded,
        words: InEach::say(|| {
            let mut body = ts!("notifications-wish-ended-body", kind = kind.name);
            if held {
                body = [&body, " ", &ts!("notifications-wish-ended-held")].concat();
            }
            (ts!("notifications-wish-ended", doctor = doctor), body)
        }),
        link: format!("/waiting?doctor={}", kind.doctor_id),
        case_id: None,
        location: None,
    })
}
