//! The tables of appointments and what happened to them.

pub mod appointment;
pub mod calendar_feed;
pub mod event;
pub mod referral;
