//! Pages of availability, and the picker of free times that other pages show.

mod clinics;
mod failing;
mod hours;
mod page;
mod slot_picker;

pub use page::AvailabilityPage;
pub use slot_picker::SlotPicker;
