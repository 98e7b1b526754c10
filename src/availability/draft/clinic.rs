//! A clinic as typed.

use serde::{Deserialize, Serialize};

use super::fields::{at_most, required};
use crate::error::{Answer, AppError, Problems};
use crate::place::coordinates;
use crate::typed::Typed;

/// A clinic as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClinicDraft {
    pub name: Typed,
    pub address: Typed,
    pub latitude: Typed,
    pub longitude: Typed,
    pub time_zone: Typed,
    pub notes: Typed,
}

/// Whether the clinic that a page showed is still as it was.
///
/// # Errors
/// 409 where it was changed meanwhile.
pub fn is_clinic_of(seen: &Typed, latest: i32) -> Answer<()> {
    if seen.is_latest(latest) {
        return Ok(());
    }
    Err(AppError::conflict(ts!("availability-clinic-changed")))
}

/// What a clinic holds beside its id and version, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct ClinicDetails {
    pub name: String,
    pub address: String,
    pub point: Option<(f64, f64)>,
    pub time_zone: String,
    pub notes: Option<String>,
}

impl ClinicDraft {
    /// From what was typed into each field, in their order; what is missing is empty.
    pub fn typed(fields: [Option<Typed>; 6]) -> Self {
        let [name, address, latitude, longitude, time_zone, notes] =
            fields.map(Option::unwrap_or_default);
        Self {
            name,
            address,
            latitude,
            longitude,
            time_zone,
            notes,
        }
    }

    /// Checks what was typed; `is_zone` knows the names of time zones.
    ///
    /// # Errors
    /// 422 with each field that is wrong.
    pub fn parse(&self, is_zone: impl Fn(&str) -> bool) -> Answer<ClinicDetails> {
        let mut problems = Problems::default();
        let name = problems.take(
            "name",
            required(&self.name, 120, ts!("availability-need-name")),
        );
        let address = problems.take(
            "address",
            required(&self.address, 300, ts!("availability-need-address")),
        );
        let point = coordinates(self.latitude.text(), self.longitude.text())
            .map_err(|(field, sentence)| problems.add(field, sentence))
            .unwrap_or_default();
        let zone = self.time_zone.text();
        if zone.is_empty() {
            problems.add("time_zone", ts!("availability-need-zone"));
        } else if !is_zone(zone) {
            problems.add("time_zone", ts!("availability-no-such-zone"));
        }
        let notes = problems.take("notes", at_most(&self.notes, 1000));
        match (name, address, notes) {
            (Some(name), Some(address), Some(notes)) if problems.is_empty() => Ok(ClinicDetails {
                name,
                address,
                point,
                time_zone: zone.to_owned(),
                notes: Some(notes).filter(|notes| !notes.is_empty()),
            }),
            _ => Err(problems.into_error()),
        }
    }
}
