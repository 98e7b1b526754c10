//! Appointments in rows: when, who and why, what to do.

use dioxus::prelude::*;

use crate::app::Route;
use crate::appointments::model::Appointment;
use crate::ui::*;

/// Whose face stands in a row.
#[derive(Clone, Copy, PartialEq)]
pub enum Show {
    Doctor,
    Patient,
}

/// The page of an appointment.
pub fn page_of(id: uuid::Uuid) -> Route {
    Route::AppointmentPage { id: id.to_string(), requested: String::new() }
}

/// One appointment as a row that leads to its page.
#[component]
pub fn Row(appointment: Appointment, show: Show) -> Element {
    let a = &appointment;
    let (name, photo, about) = match show {
        Show::Doctor => {
            let specialty = crate::directory::specialties::name_of(&a.doctor.specialty);
            (a.doctor.full_name.clone(), a.doctor.photo.clone(), specialty.to_owned())
        }
        Show::Patient => {
            (format!("{}, {}", a.patient.full_name, a.patient.age), a.patient.photo.clone(), a.reason.clone())
        }
    };
    rsx! {
        li { class: "request",
            div { class: "when",
                strong { "{a.local.short_day()}" }
                span { class: "nowrap", "{a.local.hours()}" }
                " "
                span { class: "quiet small", "{a.local.zone_name()}" }
            }
            div { class: "who",
                Avatar { name: name.clone(), image: photo }
                div {
                    h3 { Link { to: page_of(a.id), "{name}" } }
                    p { class: "quiet clamp", "{about}" }
                    if let Some(place) = &a.location {
                        p { class: "small quiet", "{place.name}, {place.address}" }
                    }
                }
            }
            div { class: "acts", StatusPill { kind: a.status.as_str(), label: a.status.label() } }
        }
    }
}
