//! When and where a doctor works: clinics, weekly hours, exceptions, free times.
//!
//! A doctor keeps clinics, each in a time zone, and hours of the week at them. From
//! these, less what is closed and what is taken, come the times that a patient can ask
//! for. Instants are in UTC; hours are on the clinic's wall, so that 09:00 stays 09:00
//! across both clock changes.
//!
//! Where a clinic has coordinates, a map shows it: [`views::map_of`].
//!
//! Its public face: [`model`] for the types, and on the server [`service::free_times`],
//! [`service::is_free`], [`service::nearest_free`] and, for many doctors at once,
//! [`service::diaries`]. All of these run inside a caller's transaction.

pub mod api;
pub mod draft;
#[cfg(feature = "server")]
pub mod entity;
#[cfg(feature = "server")]
pub mod map;
pub mod model;
#[cfg(feature = "server")]
pub mod rules;
#[cfg(feature = "server")]
pub mod service;
#[cfg(feature = "server")]
pub mod slots;
pub mod views;
