//! Where an appointment will be, as a doctor types it.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::work::Work;
use crate::accounts::rules::{optional_text, required_text};
use crate::appointments::entity::appointment;
use crate::appointments::model::LocationDraft;
use crate::appointments::rules::NOTE_MOST;
use crate::availability::entity::clinic;
use crate::error::{Answer, AppError, Problems};
use crate::place::{Location, coordinates};

/// A place, as far as it can be read without the database.
pub enum Place {
    /// Nothing was typed: the clinic whose hours the time is of.
    OfTheSlot,
    /// A saved clinic, as typed.
    Clinic(String),
    /// For this once.
    Elsewhere(Location),
}

impl Place {
    /// Reads a clinic's id or a place of its own. What is wrong goes to `problems`.
    pub fn read(
        clinic_id: &str,
        draft: Option<LocationDraft>,
        problems: &mut Problems,
    ) -> Option<Self> {
        let draft = draft.filter(|draft| *draft != LocationDraft::default());
        match (clinic_id.trim(), draft) {
            ("" | "elsewhere", Some(draft)) => location(&draft, problems).map(Self::Elsewhere),
            ("", None) => Some(Self::OfTheSlot),
            ("elsewhere", None) => {
                problems.add("clinic_id", ts!("appointments-err-place-or-clinic"));
                None
            }
            (_, Some(_)) => {
                problems.add("clinic_id", ts!("appointments-err-two-places"));
                None
            }
            (clinic, None) => Some(Self::Clinic(clinic.to_owned())),
        }
    }

    /// The place itself; a clinic must be one of this doctor's own.
    ///
    /// # Errors
    /// 422 where it isn't.
    pub async fn find(
        self,
        work: &Work<'_>,
        doctor_id: Uuid,
        of_the_slot: Option<Uuid>,
    ) -> Answer<Location> {
        let unknown = || AppError::field("clinic_id", ts!("appointments-err-own-clinic"));
        let id = match self {
            Self::Elsewhere(place) => return Ok(place),
            Self::Clinic(typed) => typed.parse().map_err(|_| unknown())?,
            Self::OfTheSlot => of_the_slot.ok_or_else(unknown)?,
        };
        let row = clinic::Entity::find_by_id(id)
            .filter(clinic::Column::DoctorId.eq(doctor_id))
            .filter(clinic::Column::RemovedAt.is_null())
            .one(&work.tx)
            .await?
            .ok_or_else(unknown)?;
        Ok(Location {
            name: row.name,
            address: row.address,
            latitude: row.latitude,
            longitude: row.longitude,
        })
    }
}

/// Gives an appointment its place.
pub fn set_place(next: &mut appointment::ActiveModel, place: Location) {
    next.location_name = Set(Some(place.name));
    next.location_address = Set(Some(place.address));
    next.location_latitude = Set(place.latitude);
    next.location_longitude = Set(place.longitude);
}

fn location(draft: &LocationDraft, problems: &mut Problems) -> Option<Location> {
    let name = required_text(
        draft.name.text(),
        &ts!("appointments-err-the-name"),
        &ts!("appointments-err-ask-name"),
        120,
    );
    let address = required_text(
        draft.address.text(),
        &ts!("appointments-err-the-address"),
        &ts!("appointments-err-ask-address"),
        300,
    );
    let name = problems.take("location.name", name);
    let address = problems.take("location.address", address);
    let point = coordinates(draft.latitude.text(), draft.longitude.text())
        .map_err(|(field, sentence)| problems.add(&format!("location.{field}"), sentence))
        .ok()?;
    Some(Location {
        name: name?,
        address: address?,
        latitude: point.map(|(latitude, _)| latitude),
        longitude: point.map(|(_, longitude)| longitude),
    })
}

/// Reads the note that goes with a step, which may be left out. What is wrong goes to `problems`.
pub fn note(typed: &str, problems: &mut Problems) -> Option<Option<String>> {
    let what = ts!("appointments-err-the-note");
    problems.take("note", optional_text(typed, &what, NOTE_MOST))
}
