//! The page of reports. What it shows is made on the server, charts included; the client has
//! the heading, the choice of days, and the place for it.

#[cfg(feature = "server")]
mod busiest;
#[cfg(feature = "server")]
mod cards;
#[cfg(feature = "server")]
mod page;
#[cfg(feature = "server")]
pub mod part;
#[cfg(feature = "server")]
mod tables;
#[cfg(feature = "server")]
mod words;

#[cfg(feature = "server")]
pub use page::reports;
