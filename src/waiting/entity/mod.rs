//! The tables of the waiting list.

pub mod offer;
pub mod wish;
