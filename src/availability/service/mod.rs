//! Use cases of a doctor's places and hours, and the question everybody asks: what is free?

mod clinics;
mod diary;
mod free;
mod hours;

pub use clinics::{change_clinic, clinics, create_clinic, is_zone, remove_clinic, time_zones};
pub use diary::{Diary, diaries, diaries_until, diaries_within, diary};
pub use free::{DEFAULT_DAYS, MOST_DAYS, free_times, is_free, nearest_free, public_slots};
pub use hours::{availability, replace_availability};

#[cfg(test)]
pub(crate) mod scratch;
#[cfg(test)]
mod tests;
