//! Pages of appointments.

mod actions;
mod cases;
mod desk;
mod detail;
mod feed;
mod history;
mod letter;
mod list;
mod patients;
mod request;
mod ticket;
mod week;

use dioxus::prelude::*;

pub use detail::AppointmentPage;
pub use feed::CalendarPage;
pub use patients::{PatientPage, PatientsPage};
pub use request::{RequestPage, RequestVisitPage};

use crate::accounts::model::Role;
use crate::app::use_session;

/// `/appointments`: a patient's cases, a doctor's desk or, with `view=week`, their week.
#[component]
pub fn AppointmentsPage(
    status: ReadSignal<String>,
    cursor: ReadSignal<String>,
    view: ReadSignal<String>,
    from: ReadSignal<String>,
) -> Element {
    match use_session().viewer().map(|viewer| viewer.role) {
        Some(Role::Doctor) if *view.read() == "week" => rsx! { week::WeekCalendar { from } },
        Some(Role::Doctor) => rsx! { desk::Desk { status, cursor } },
        _ => rsx! { cases::Cases { status, cursor } },
    }
}

/// "1 request", "2 requests"
fn count(n: u64, one: &str, many: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {many}")
    }
}
