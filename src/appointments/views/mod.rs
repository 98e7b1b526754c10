//! Pages of appointments.

mod actions;
#[cfg(feature = "server")]
mod case;
#[cfg(feature = "server")]
mod cases;
mod desk;
mod detail;
#[cfg(feature = "server")]
mod ended;
mod feed;
mod history;
mod letter;
mod list;
#[cfg(feature = "server")]
mod patients;
mod request;
#[cfg(feature = "server")]
mod ticket;
#[cfg(feature = "server")]
mod week;

use dioxus::prelude::*;

#[cfg(feature = "server")]
pub use case::case_view;
#[cfg(feature = "server")]
pub use cases::cases;
pub use detail::{AppointmentPage, CaseView};
pub use feed::CalendarPage;
#[cfg(feature = "server")]
pub use patients::{patient, patients};
pub use request::RequestPage;
#[cfg(feature = "server")]
pub use week::week;

use crate::accounts::model::Role;
use crate::app::use_session;
use crate::notifications::views::use_live;
use crate::served;

/// `/appointments`: a patient's cases, a doctor's desk or, with `view=week`, their week. The desk has
/// buttons; the others are made by the server.
#[component]
pub fn AppointmentsPage(
    status: ReadSignal<String>,
    cursor: ReadSignal<String>,
    view: ReadSignal<String>,
    from: ReadSignal<String>,
) -> Element {
    let live = use_live();
    let role = use_session().viewer().map(|viewer| viewer.role);
    if role == Some(Role::Doctor) && *view.read() != "week" {
        return rsx! { desk::Desk { status, cursor } };
    }
    // The server is asked for the page at the address as it stands in the browser. What is read here
    // has this run again when a part of that address is another one.
    for part in [status, cursor, view, from] {
        part.read();
    }
    served::here(Some(live.tick))
}
