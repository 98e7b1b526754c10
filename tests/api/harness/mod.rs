//! What tests stand on: an application with a database of its own, and people who use it.

mod app;
mod browser;
mod client;
mod database;
mod live;
mod people;
mod program;
mod proxy;

pub use app::{PASSWORD, TestApp};
pub use browser::Browser;
pub use client::{Client, Reply, at_once};
pub use live::Live;
pub use people::{Doctor, Patient, Person, starts_at};
pub use program::{Program, Running};
pub use proxy::Proxy;
