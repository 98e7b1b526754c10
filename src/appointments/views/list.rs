//! Appointments in rows: when, who and why, what to do.

use dioxus::prelude::*;

use super::letter;
use crate::appointments::model::Appointment;
use crate::ask::encoded;
use crate::time::Local;
use crate::ui::*;

/// Whose face stands in a row.
#[derive(Clone, Copy, PartialEq)]
#[cfg_attr(not(feature = "server"), allow(dead_code))] // The client shows patients only.
pub enum Show {
    Doctor,
    Patient,
}

/// The path of the page of an appointment.
pub fn path_of(id: uuid::Uuid) -> String {
    format!("/appointments/{id}")
}

/// The next page of a list.
pub fn more(status: &str, cursor: &str) -> String {
    let [status, cursor] = [status, cursor].map(encoded);
    format!("/appointments?status={status}&cursor={cursor}")
}

/// The day and hours of a row.
pub fn when(a: &Appointment) -> Element {
    rsx! {
        div { class: "when",
            strong { "{a.local.short_day()}" }
            span { class: "nowrap", "{a.local.hours()}" }
            " "
            span { class: "quiet small", "{a.local.zone_name()}" }
            if let Some(kind) = &a.visit_type {
                " "
                span { class: "small", "{kind.name}" }
            }
        }
    }
}

/// One appointment as a row that leads to its page. Not a component: see [`crate::ui::portrait`].
pub fn row(a: &Appointment, show: Show) -> Element {
    let (person, name, photo, about) = match show {
        Show::Doctor => {
            let specialty = crate::directory::specialties::name_of(&a.doctor.specialty);
            (
                &a.doctor.full_name,
                a.doctor.full_name.clone(),
                a.doctor.photo.clone(),
                specialty.to_owned(),
            )
        }
        Show::Patient => {
            let name = format!("{}, {}", a.patient.full_name, a.patient.age);
            (
                &a.patient.full_name,
                name,
                a.patient.photo.clone(),
                a.reason.clone(),
            )
        }
    };
    let to = path_of(a.id);
    rsx! {
        li { key: "{a.id}", class: "request",
            {when(a)}
            div { class: "who",
                {portrait(person, photo, "")}
                div {
                    h3 { a { href: "{to}", "{name}" } }
                    p { class: "quiet clamp", "{about}" }
                    {other_half(a)}
                    if let Some(letter) = &a.passed_on {
                        p { class: "small", "Referred to {letter.to}. {letter::outcome(letter)}" }
                    }
                    if let Some(place) = &a.location {
                        p { class: "small quiet", "{place.name}, {place.address}" }
                    }
                }
            }
            div { class: "acts", {pill(a.status.as_str(), a.status.label())} }
        }
    }
}

/// What an open move is about, where there is one.
pub fn other_half(a: &Appointment) -> Element {
    let said = match (&a.open_move, &a.moved_from) {
        (Some(later), _) => format!("Another time is asked for: {}", briefly(&later.local)),
        (_, Some(earlier)) if a.status.is_live() && earlier.status.is_live() => {
            format!("In place of {}", briefly(&earlier.local))
        }
        _ => return VNode::empty(),
    };
    rsx! {
        p { class: "small", "{said}" }
    }
}

/// "Wed 25 Nov, 09:30"
pub fn briefly(local: &Local) -> String {
    format!("{}, {}", local.short_day(), local.time)
}
