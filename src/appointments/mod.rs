//! The heart: requests and all that becomes of them.
//!
//! An appointment is one doctor, one patient, one time. Appointments that continue each other
//! share a case, of which the patient sees one timeline. `rules` holds the one table of who
//! may do what and when; `service` turns each row of it into one transaction.

pub mod api;
#[cfg(feature = "server")]
pub mod calendar;
#[cfg(feature = "server")]
pub mod downloads;
#[cfg(feature = "server")]
pub mod entity;
pub mod model;
pub mod rules;
#[cfg(feature = "server")]
pub mod service;
#[cfg(feature = "server")]
pub mod times;
pub mod views;
#[cfg(feature = "server")]
pub mod week;
