//! Pages of availability, and what other pages show of it: the picker of free times, and maps.

mod clinics;
mod failing;
mod hours;
mod map;
mod page;
mod picker;
pub mod slot_picker;
mod visits;

pub use map::{map_of, maps_of};
pub use page::AvailabilityPage;
pub use slot_picker::SlotPicker;
pub use visits::{chosen_visit, request_page, visit_choices};
