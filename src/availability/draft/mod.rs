//! Clinics and hours as typed, and how they become the real thing.
//!
//! Parsing names every field that is wrong, at once: `weekly.0.from` is the start of the
//! first row. Rows that a form left empty are no rows.

#[cfg(feature = "server")]
mod clinic;
#[cfg(feature = "server")]
mod exception;
#[cfg(feature = "server")]
mod fields;
mod rows;
#[cfg(feature = "server")]
mod visit_type;
#[cfg(feature = "server")]
mod weekly;
#[cfg(feature = "server")]
mod whole;

#[cfg(feature = "server")]
pub use clinic::{ClinicDetails, ClinicDraft, is_clinic_of};
pub use rows::{ExceptionDraft, VisitTypeDraft, WeeklyDraft};
#[cfg(feature = "server")]
pub use visit_type::VisitTypeDetails;
#[cfg(feature = "server")]
pub use whole::{AvailabilityDraft, HoursDetails};

#[cfg(all(test, feature = "server"))]
mod tests;
