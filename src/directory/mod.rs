//! Finding a doctor: specialties, what leads to each, search, public profiles.
//!
//! Everything here is public. It lists verified doctors who are not suspended, and
//! nobody else. Its public face: [`specialties`], the list that registration, search and
//! appointments share, and [`rules::normalise`], the form in which names are compared.

#[cfg(feature = "server")]
pub mod about;
pub mod api;
#[cfg(feature = "server")]
pub mod guide;
#[cfg(feature = "server")]
pub mod languages;
pub mod model;
#[cfg(feature = "server")]
pub mod rules;
#[cfg(feature = "server")]
pub mod service;
pub mod specialties;
#[cfg(feature = "server")]
pub mod views;
