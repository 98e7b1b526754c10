//! Use cases of a doctor's places and hours, and the question everybody asks: what is free?

mod clinics;
mod diary;
mod free;
mod held;
mod hours;
mod load;
mod outside;
mod visit_types;

pub use clinics::{
    change_clinic, clinics, create_clinic, is_zone, remove_clinic, time_zones, zone,
};
pub use diary::{Diary, Visit, diaries, diaries_until, diaries_within, diary, diary_for};
pub use free::{
    DEFAULT_DAYS, MOST_DAYS, Question, free_times, is_free, is_free_for, is_held_for, nearest_free,
    nearest_free_for, parse_from, public_slots,
};
pub use held::{HeldTime, held_times};
pub use hours::{availability, replace_availability};
pub use visit_types::visit_type;

#[cfg(test)]
pub(crate) mod scratch;
#[cfg(test)]
mod tests;
