//! What tests stand on: an application with a database of its own, and people who use it.

mod app;
mod browser;
mod client;
mod database;
mod live;
mod people;
mod proxy;

pub use app::{PASSWORD, TestApp};
pub use browser::Browser;
pub use client::{Client, Reply, at_once, encode};
pub use live::{Live, Stream};
pub use people::{Administrator, Anonymous, Doctor, Patient};
pub use proxy::Proxy;
