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
        .ok_or_else(|| "Choose one of your clinics.".to_owned())
}

/// Where hours end. Browsers can't say 24:00: midnight, as an end, is the end of the day.
pub fn end(text: &str) -> Result<TimeOfDay, String> {
    text.parse().map(|time: TimeOfDay| {
        if time.minutes() == 0 {
            TimeOfDay::END
        } else {
            time
        }
    })
}

pub fn is_blank(typed: &Typed) -> bool {
    typed.text().is_empty()
}

/// A whole number within bounds; the usual one where nothing was typed.
pub fn whole(typed: &Typed, usual: u32, least: u32, most: u32, what: &str) -> Result<u32, String> {
    match typed.some() {
        None => Ok(usual),
        Some(text) => text
            .parse()
            .ok()
            .filter(|n| (least..=most).contains(n))
            .ok_or_else(|| format!("Enter a whole number of {what}.")),
    }
}

/// The length of an appointment.
pub fn length(typed: &Typed, usual: u32) -> Result<u16, String> {
    whole(typed, usual, 10, 120, "minutes, from 10 to 120")
        .map(|minutes| u16::try_from(minutes).unwrap_or(u16::MAX))
}

/// A text that must be there and is not too long.
pub fn required(typed: &Typed, most: usize, missing: &str) -> Result<String, String> {
    if is_blank(typed) {
        Err(missing.to_owned())
    } else {
        at_most(typed, most)
    }
}

pub fn at_most(typed: &Typed, most: usize) -> Result<String, String> {
    let text = typed.text();
    if text.chars().count() > most {
        Err(format!("Enter at most {most} characters."))
    } else if text.contains('\0') {
        // PostgreSQL can't keep it.
        Err("Remove the character that can’t be shown.".to_owned())
    } else {
        Ok(text.to_owned())
    }
}
