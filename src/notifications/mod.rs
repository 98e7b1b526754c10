//! Telling people: the centre, the bell, the live stream.
//!
//! A notification is a row, written in the transaction that causes it and numbered
//! per recipient without gaps. The table is the truth: the live stream reads it from
//! the number that a browser has seen last, so nothing is lost over a broken
//! connection and nothing comes twice.
//!
//! Its public face: on the server [`service::tell`], for whoever causes something
//! worth knowing, and `stream::routes`; in pages [`views::Bell`],
//! [`views::NotificationsPage`] and [`views::use_live`], by which open pages learn
//! that they should look again.

pub mod api;
#[cfg(feature = "server")]
pub mod entity;
#[cfg(feature = "server")]
pub mod mail;
pub mod model;
#[cfg(feature = "server")]
pub mod service;
#[cfg(feature = "server")]
pub mod stream;
pub mod views;
