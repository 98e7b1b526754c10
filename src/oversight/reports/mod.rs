//! Reports for a doctor: how many requests come and when, how long an answer takes, and how
//! requests end. Numbers and dates alone: nobody's name, and nothing of anybody's health.
//!
//! All figures are about the requests that came in on the chosen days. The database puts
//! each request together with its steps; what needs a wall clock or a percentile is counted
//! here, since neither of the two databases can do both. Charts are drawn on the server.

pub mod api;
#[cfg(feature = "server")]
mod csv;
pub mod model;
#[cfg(feature = "server")]
mod range;
#[cfg(feature = "server")]
mod rules;
#[cfg(feature = "server")]
mod service;
pub mod views;

#[cfg(feature = "server")]
pub use csv::routes;
