//! The pieces of a story: a row that begins, a step in it, somebody who is told.

use chrono::TimeDelta;
use uuid::Uuid;

use super::story::Teller;
use super::visits::Visit;
use super::world::{Doctor, World};
use crate::appointments::entity::{appointment, event};
use crate::appointments::model::{Action, Part, Status};
use crate::appointments::rules;
use crate::availability::slots::Slot;
use crate::notifications::entity as notification;
use crate::notifications::model::Kind;
use crate::notifications::service::Words;
use crate::place::Location;
use crate::texts::InEach;
use crate::time::Instant;

impl Teller<'_> {
    /// A request as it begins.
    pub fn row(
        &mut self,
        visit: &Visit,
        doctor: usize,
        slot: Slot,
        case_id: Uuid,
        created_at: Instant,
    ) -> appointment::Model {
        let doctor = &self.world.doctors[doctor];
        appointment::Model {
            id: self.ids.next(),
            case_id,
            doctor_id: doctor.id,
            patient_id: self.world.patients[visit.patient].0,
            clinic_id: Some(slot.clinic_id),
            referred_from: None,
            urgent: false,
            moved_from: None,
            moved_to: None,
            status: Status::Pending.as_str().to_owned(),
            starts_at: slot.span.starts_at,
            ends_at: slot.span.ends_at,
            time_zone: doctor.zone.name().to_owned(),
            reason: visit.reason.to_owned(),
            symptoms: text(visit.symptoms),
            visit_type_id: None,
            visit_type: None,
            location_name: None,
            location_address: None,
            location_latitude: None,
            location_longitude: None,
            note: None,
            answer_by: answer_by(created_at, slot.span.starts_at),
            version: 1,
            created_at,
            updated_at: created_at,
        }
    }

    pub fn turn(&self, row: &mut appointment::Model, at: Instant, to: Status) {
        row.status = to.as_str().to_owned();
        row.version += 1;
        row.updated_at = at.min(self.world.now);
    }

    pub fn step(
        &mut self,
        row: &appointment::Model,
        at: Instant,
        by: Part,
        action: Action,
        from: Option<Status>,
        to: Status,
        reason: Option<String>,
    ) {
        self.rows.events.push(event::Model {
            id: Uuid::nil(),
            case_id: row.case_id,
            appointment_id: row.id,
            at,
            actor_id: match by {
                Part::Patient => Some(row.patient_id),
                Part::Doctor => Some(row.doctor_id),
                Part::System => None,
            },
            actor_role: by.as_str().to_owned(),
            action: action.as_str().to_owned(),
            from_status: from.map(|status| status.as_str().to_owned()),
            to_status: to.as_str().to_owned(),
            reason,
            other_languages: None,
            was_from: None,
            was_until: None,
            now_from: None,
            now_until: None,
        });
    }

    pub fn notify(
        &mut self,
        row: &appointment::Model,
        user_id: Uuid,
        at: Instant,
        kind: Kind,
        words: InEach<Words>,
    ) {
        let (title, body) = words.english().clone();
        let location = Some(row)
            .filter(|_| matches!(kind, Kind::Accepted | Kind::Proposed))
            .and_then(location);
        self.rows.notifications.push(notification::Model {
            id: Uuid::nil(),
            user_id,
            number: 0,
            kind: kind.as_str().to_owned(),
            title,
            body,
            other_languages: Some(words.others()),
            link: format!("/appointments/{}", row.id),
            case_id: Some(row.case_id),
            location_name: location.as_ref().map(|place| place.name.clone()),
            location_address: location.as_ref().map(|place| place.address.clone()),
            location_latitude: location.as_ref().and_then(|place| place.latitude),
            location_longitude: location.as_ref().and_then(|place| place.longitude),
            read_at: None,
            created_at: at,
        });
    }

    pub fn patient_name(&self, row: &appointment::Model) -> &'static str {
        let found = self
            .world
            .patients
            .iter()
            .find(|(id, _)| *id == row.patient_id);
        found.map_or("", |(_, person)| person.name)
    }
}

/// By when something asked then is answered.
pub fn answer_by(asked_at: Instant, starts_at: Instant) -> Instant {
    let within = TimeDelta::hours(i64::from(rules::ANSWER_HOURS));
    rules::answer_by(asked_at, within, starts_at)
}

pub fn doctor_name(world: &World, n: usize) -> &'static str {
    world.doctors[n].person.name
}

/// Gives it the place of the clinic whose hours the time is of.
pub fn place(doctor: &Doctor, row: &mut appointment::Model) {
    if let Some(place) = row.clinic_id.and_then(|id| doctor.place(id)) {
        row.location_name = Some(place.name.to_owned());
        row.location_address = Some(place.address.to_owned());
        row.location_latitude = Some(place.point.0);
        row.location_longitude = Some(place.point.1);
    }
}

fn location(row: &appointment::Model) -> Option<Location> {
    Some(Location {
        name: row.location_name.clone()?,
        address: row.location_address.clone()?,
        latitude: row.location_latitude,
        longitude: row.location_longitude,
    })
}

pub fn text(text: &str) -> Option<String> {
    Some(text)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}
