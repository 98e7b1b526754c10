//! Who you are: registration, sign-in, sessions, profile, photo.
//!
//! A sign-in makes a session row, a short-lived access token that names it and a
//! rotating refresh token; see `token` and `session`. Server functions ask
//! who calls through the extractors of `identity`, and nowhere else.

pub mod api;
#[cfg(feature = "server")]
pub mod door;
#[cfg(feature = "server")]
pub mod entity;
#[cfg(feature = "server")]
pub mod identity;
pub mod model;
#[cfg(feature = "server")]
pub mod password;
#[cfg(feature = "server")]
pub mod photo;
#[cfg(feature = "server")]
pub mod reset;
#[cfg(feature = "server")]
pub mod rules;
#[cfg(feature = "server")]
pub mod service;
#[cfg(feature = "server")]
pub mod session;
#[cfg(feature = "server")]
mod throttle;
#[cfg(feature = "server")]
pub mod token;
pub mod views;
