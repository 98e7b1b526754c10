//! Pages of availability, and what other pages show of it: the picker of free times, and maps.

mod clinics;
mod failing;
mod hours;
mod map;
mod page;
mod picker;
#[cfg(feature = "server")]
pub mod slot_picker;
mod visits;

#[cfg(feature = "server")]
pub use map::map_made;
pub use map::map_of;
pub use page::AvailabilityPage;
#[cfg(feature = "server")]
pub use slot_picker::{Picker, date_shown, doctor_page, join, slot_picker};
pub use visits::request_page;
#[cfg(feature = "server")]
pub use visits::{chosen_visit, visit_choices};
