//! MedAppoint: a patient asks for a doctor's time, exactly one doctor owns the
//! answer at every moment, and everybody concerned learns of each step at once.
//!
//! One folder a feature, each with the same rooms: `model` (the types both sides
//! share), `rules` (pure decisions), `entity` (the tables), `service` (use cases,
//! one transaction each), `api` (the server functions) and `views`. Arrows point
//! one way: views → api → service → rules. See `docs/ARCHITECTURE.md`.

#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

// First: its macros are for all that follow.
#[macro_use]
pub mod texts;

pub mod accounts;
pub mod answer;
pub mod app;
pub mod appointments;
pub mod ask;
pub mod availability;
pub mod directory;
pub mod error;
pub mod notifications;
pub mod oversight;
pub mod paging;
pub mod place;
pub mod served;
#[cfg(feature = "server")]
pub mod server;
pub mod time;
pub mod typed;
pub mod ui;
pub mod waiting;
pub mod wire;
