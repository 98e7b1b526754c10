//! Appointments in rows: when, who and why, what to do.

use dioxus::prelude::*;

use super::letter;
use crate::appointments::model::{Appointment, Letter};
use crate::ask::encoded;
use crate::texts::AsArg;
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
            span { class: "quiet small", "{a.local.zone_name()}" {clock::own_clock(a.starts_at, &a.local, false)} }
            if let Some(kind) = &a.visit_type {
                " "
                span { class: "small", dir: "auto", "{kind.name}" }
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
            let name = pair(&a.patient.full_name, a.patient.age);
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
                    h3 { a { href: "{to}", bdi { "{name}" } } }
                    p { class: "quiet clamp", dir: "auto", "{about}" }
                    {other_half(a)}
                    if let Some(letter) = &a.passed_on {
                        p { class: "small", {referred(letter)} }
                    }
                    if let Some(place) = &a.location {
                        p { class: "small quiet", dir: "auto", "{place.name}, {place.address}" }
                    }
                }
            }
            div { class: "acts", {pill(a.status.as_str(), &a.status.label())} }
        }
    }
}

/// To whom it was referred, and what became of that.
fn referred(letter: &Letter) -> String {
    let to = t!("appointments-referred-to", name = letter.to);
    [to.as_str(), letter::outcome(letter).as_str()].join(" ")
}

/// What an open move is about, where there is one.
pub fn other_half(a: &Appointment) -> Element {
    let said = match (&a.open_move, &a.moved_from) {
        (Some(later), _) => t!("appointments-move-asked", when = later.local.briefly()),
        (_, Some(earlier)) if a.status.is_live() && earlier.status.is_live() => {
            t!("appointments-in-place", when = earlier.local.briefly())
        }
        _ => return VNode::empty(),
    };
    rsx! {
        p { class: "small", "{said}" }
    }
}

/// Two of one thing, as a list: a day and a time, a name and an age, a place and its address.
pub fn pair(first: &str, second: impl AsArg) -> String {
    t!("appointments-pair", first = first, second = second)
}
