//! Watching over the whole: the audit trail of who saw and changed what, and a doctor's reports.

#[cfg(feature = "server")]
mod audit;
#[cfg(feature = "server")]
mod entity;
pub mod reports;

#[cfg(feature = "server")]
pub use audit::{Entry, is_recorded, record};
