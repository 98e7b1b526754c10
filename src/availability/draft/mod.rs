//! Clinics and hours as typed, and how they become the real thing.
//!
//! Parsing names every field that is wrong, at once: `weekly.0.from` is the start of the
//! first row. Rows that a form left empty are no rows.

mod clinic;
mod exception;
mod fields;
mod visit_type;
mod weekly;
mod whole;

pub use clinic::{ClinicDetails, ClinicDraft};
pub use exception::ExceptionDraft;
pub use visit_type::{VisitTypeDetails, VisitTypeDraft};
pub use weekly::WeeklyDraft;
pub use whole::{AvailabilityDraft, HoursDetails};

#[cfg(test)]
mod tests;
