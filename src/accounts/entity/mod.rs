//! The tables of people and their sessions.

pub mod doctor;
pub mod failure;
pub mod patient;
pub mod reset;
pub mod session;
pub mod user;
