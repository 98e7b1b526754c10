//! What is typed into single fields.

use uuid::Uuid;

use crate::availability::model::{Clinic, TimeOfDay};
use crate::typed::Typed;

/// One of the doctor's clinics.
pub fn own_clinic(typed: &Typed, clinics: &[Clinic]) -> Result<Uuid, String> {
    typed
        .text()
        .parse()
        .ok()
        .filter(|id| clinics.iter().any(|clinic| clinic.id == *id))
        .ok_or_else(|| ts!("availability-need-own-clinic"))
}

/// A time of day.
pub fn time(text: &str) -> Result<TimeOfDay, String> {
    text.parse().map_err(|()| ts!("availability-need-time"))
}

/// Where hours end. Browsers can't say 24:00: midnight, as an end, is the end of the day.
pub fn end(text: &str) -> Result<TimeOfDay, String> {
    time(text).map(|time| {
        if time.minutes() == 0 {
            TimeOfDay::END
        } else {
            time
        }
    })
}

/// Whether nothing was typed.
pub fn is_blank(typed: &Typed) -> bool {
    typed.text().is_empty()
}

/// A whole number within bounds, else a sentence; the usual one where nothing was typed.
pub fn whole(
    typed: &Typed,
    usual: u32,
    least: u32,
    most: u32,
    sentence: impl FnOnce() -> String,
) -> Result<u32, String> {
    match typed.some() {
        None => Ok(usual),
        Some(text) => text
            .parse()
            .ok()
            .filter(|n| (least..=most).contains(n))
            .ok_or_else(sentence),
    }
}

/// The length of an appointment.
pub fn length(typed: &Typed, usual: u32) -> Result<u16, String> {
    whole(typed, usual, 10, 120, || ts!("availability-need-length"))
        .map(|minutes| u16::try_from(minutes).unwrap_or(u16::MAX))
}

/// A text that must be there and is not too long.
pub fn required(typed: &Typed, most: usize, missing: String) -> Result<String, String> {
    if is_blank(typed) {
        Err(missing)
    } else {
        at_most(typed, most)
    }
}

pub fn at_most(typed: &Typed, most: usize) -> Result<String, String> {
    let text = typed.text();
    if text.chars().count() > most {
        Err(ts!("availability-too-long", most = most))
    } else if text.contains('\0') {
        // PostgreSQL can't keep it.
        Err(ts!("availability-unshowable"))
    } else {
        Ok(text.to_owned())
    }
}
