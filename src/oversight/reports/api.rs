//! The server functions of reports. The table as a file is in `csv.rs`.

#[cfg(feature = "server")]
use dioxus::prelude::*;

use super::model::ReportPart;
#[cfg(feature = "server")]
use super::{
    model::Report,
    service::{self, Chosen},
};
#[cfg(feature = "server")]
use crate::accounts::identity::AsDoctor;
use crate::ask::reading;
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

reading! {
    /// The same as the page shows it: `range` is `30-days`, `90-days`, `12-months` or `own`.
    ///
    /// # Errors
    /// When the database does not answer; days that can't be are told in the part.
    #[get("/api/reports/page?range&from&to", doctor: AsDoctor)]
    pub async fn report_part(
        range: Option<String>,
        from: Option<String>,
        to: Option<String>,
    ) -> Answer<ReportPart> {
        let text = |typed: Option<String>| typed.unwrap_or_default().trim().to_owned();
        let chosen = Chosen { length: text(range), from: text(from), to: text(to) };
        service::page(&doctor.app, doctor.id, chosen).await
    }
}
