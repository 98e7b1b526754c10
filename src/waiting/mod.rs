//! The waiting list: a patient without a suitable time leaves wishes, and is offered what fits.
//!
//! A wish names a doctor or a specialty, and when one could come. Whenever a time is free that
//! fits, the first who waits for such a one gets an offer, which holds the time for a while;
//! once it is declined or runs out, the next does. An offer that is accepted becomes a request
//! like any other. Nobody is offered a time twice, and no time is offered to two at once.
//!
//! What is held is taken for everybody else: `availability` reads these offers, and the
//! database itself refuses an appointment in a time that is held, and an offer of one that is taken.

pub mod api;
#[cfg(feature = "server")]
pub mod entity;
pub mod model;
#[cfg(feature = "server")]
pub mod rules;
#[cfg(feature = "server")]
pub mod service;
#[cfg(feature = "server")]
pub mod views;
