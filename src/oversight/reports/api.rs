//! The server functions of reports. The table as a file is in `csv.rs`.

#[cfg(feature = "server")]
use dioxus::prelude::*;

#[cfg(feature = "server")]
use super::{model::Report, service};
#[cfg(feature = "server")]
use crate::accounts::identity::AsDoctor;
#[cfg(feature = "server")]
use crate::error::Answer;

/// A doctor's figures from one day to another, both included: without `to` up to today, without
/// `from` of 30 days.
///
/// # Errors
/// 422 with the day that can't be.
#[cfg(feature = "server")]
#[get("/api/reports?from&to", doctor: AsDoctor)]
pub async fn report(from: Option<String>, to: Option<String>) -> Answer<Report> {
    service::report(&doctor.app, doctor.id, from.as_deref(), to.as_deref()).await
}
