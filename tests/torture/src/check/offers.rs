//! Each offer is one that its wish asked for, made while that was open, and over in time; one that
//! was accepted is an appointment, exactly one.

use std::collections::HashMap;

use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc};
use uuid::Uuid;

use super::history::History;
use super::list::List;
use super::rules::HELD_FOR;
use super::{Findings, Kind};
use crate::book::{Offer, Wish};
use crate::words::{Action, OfferStatus, Status, WishStatus};

/// How far ahead of UTC the clinics are, in winter and in summer: all are in Madrid.
const ZONE: [TimeDelta; 2] = [TimeDelta::hours(1), TimeDelta::hours(2)];

pub fn check(list: &List<'_>, history: &History<'_>, findings: &mut Findings) {
    let specialties = list.book.doctors.iter();
    let specialties: HashMap<Uuid, &str> = specialties
        .map(|doctor| (doctor.user_id, doctor.specialty.as_str()))
        .collect();
    for offer in &list.book.offers {
        let wish = list.wishes.get(&offer.wish_id).copied();
        let specialty = specialties.get(&offer.doctor_id).copied();
        let asked = wish.is_some_and(|wish| {
            wish.patient_id == offer.patient_id
                && wish.created_at <= offer.created_at
                && is_of(wish, offer, specialty)
                && ZONE
                    .iter()
                    .any(|ahead| fits(wish, offer.starts_at + *ahead))
        });
        findings.hold(
            asked,
            Kind::Illegal,
            || format!("the offer {} is not what was wished for", offer.id),
            &[format!("{offer:?}"), format!("{wish:?}")],
        );
        in_time(list, offer, findings);
        withdrawn(list, offer, wish, findings);
        became(list, offer, history, findings);
    }
    once(list, findings);
}

fn is_of(wish: &Wish, offer: &Offer, specialty: Option<&str>) -> bool {
    match wish.doctor_id {
        Some(doctor) => doctor == offer.doctor_id,
        None => wish.specialty.is_some() && wish.specialty.as_deref() == specialty,
    }
}

/// Whether a time is one of those that were wished for, by what the clinic's wall shows.
fn fits(wish: &Wish, wall: DateTime<Utc>) -> bool {
    let part = match wall.hour() {
        ..12 => 1,
        12..17 => 2,
        _ => 4,
    };
    let day = 1 << wall.weekday().num_days_from_monday();
    (wish.earliest..=wish.latest).contains(&wall.date_naive())
        && (wish.weekdays == 0 || wish.weekdays & day != 0)
        && (wish.day_parts == 0 || wish.day_parts & part != 0)
}

/// It is held as long as may be, and answered before that is over, or never.
fn in_time(list: &List<'_>, offer: &Offer, findings: &mut Findings) {
    let longest = offer.starts_at.min(offer.created_at + HELD_FOR);
    let bounded = offer.created_at < offer.held_until && offer.held_until <= longest;
    let what = || format!("the offer {} is held for too long, or not at all", offer.id);
    findings.hold(bounded, Kind::Illegal, what, &[offer]);
    let answered = matches!(offer.status, OfferStatus::Accepted | OfferStatus::Declined);
    findings.hold(
        !answered || offer.updated_at < offer.held_until,
        Kind::Late,
        || format!("the offer {} was answered once it was over", offer.id),
        &[offer],
    );
    let expired = offer.status == OfferStatus::Expired;
    findings.hold(
        !expired || offer.updated_at >= offer.held_until,
        Kind::Illegal,
        || format!("the offer {} ran out before its time", offer.id),
        &[offer],
    );
    if let Some(started) = list.book.started {
        let what = || {
            format!(
                "the offer {} was over at the last start, {started}",
                offer.id
            )
        };
        findings.hold(!offer.is_overdue(started), Kind::Overdue, what, &[offer]);
    }
}

/// It is only taken back with its wish, or where it was to be accepted and its time is gone.
fn withdrawn(list: &List<'_>, offer: &Offer, wish: Option<&Wish>, findings: &mut Findings) {
    if offer.status != OfferStatus::Withdrawn {
        return;
    }
    let removed = wish.is_some_and(|wish| wish.status == WishStatus::Removed);
    let mut tried = list.sent(Action::Take, offer.id);
    let what = || format!("the offer {} was taken back without a reason", offer.id);
    findings.hold(
        removed || tried.any(|op| op.actor == offer.patient_id),
        Kind::Illegal,
        what,
        &[offer],
    );
}

/// Accepted, it is a request of that time, made at that moment, in the words of the wish.
fn became(list: &List<'_>, offer: &Offer, history: &History<'_>, findings: &mut Findings) {
    let accepted = offer.status == OfferStatus::Accepted;
    let life = offer.appointment_id.and_then(|id| history.lives.get(&id));
    let kind = match (accepted, life) {
        (true, None) => Kind::Lost,
        _ => Kind::Row,
    };
    let fits = life.is_some_and(|life| {
        let first = life.stages.first();
        life.row.patient_id == offer.patient_id
            && life.row.doctor_id == offer.doctor_id
            && first.is_some_and(|stage| {
                let asked = (stage.status, stage.at) == (Status::Pending, offer.updated_at);
                asked && stage.time.0 == offer.starts_at
            })
    });
    findings.hold(
        match accepted {
            true => fits,
            false => offer.appointment_id.is_none(),
        },
        kind,
        || {
            format!(
                "the offer {} is {:?}, and no request came of it, or another",
                offer.id, offer.status
            )
        },
        &[format!("{offer:?}"), format!("{life:?}")],
    );
    let Some(wish) = list.wishes.get(&offer.wish_id) else {
        return;
    };
    if wish.status == WishStatus::Removed {
        return;
    }
    let request = history
        .steps
        .iter()
        .find(|step| Some(step.row.id) == offer.appointment_id && step.action == Action::Request);
    if let Some(step) = request {
        let what = || format!("the request of the offer {} says something else", offer.id);
        let same = step.event.reason.as_deref() == Some(wish.reason.as_str());
        findings.hold(same, Kind::Row, what, &[step.event]);
    }
}

/// An appointment comes of one offer.
fn once(list: &List<'_>, findings: &mut Findings) {
    let mut of: HashMap<Uuid, Vec<&Offer>> = HashMap::new();
    for offer in &list.book.offers {
        if let Some(id) = offer.appointment_id {
            of.entry(id).or_default().push(offer);
        }
    }
    for (id, offers) in of {
        let what = || format!("{id} came of {} offers", offers.len());
        findings.hold(offers.len() == 1, Kind::Twice, what, &offers);
    }
}
