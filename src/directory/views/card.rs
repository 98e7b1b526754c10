//! What a doctor's card says in the list and at the end of the guide.

use dioxus::prelude::*;

use crate::availability::views::request_page;
use crate::directory::model::DoctorCard;
use crate::directory::{about, languages};
use crate::time::{FreeTime, rfc3339};

/// What kind of doctor it is, and which languages they speak.
pub(super) fn kind(card: &DoctorCard) -> Element {
    let kind = about::doctor_of(&card.specialty.slug);
    rsx! {
        p { {kind} }
        if !card.languages.is_empty() {
            p { class: "small quiet", {ts!("directory-card-speaks", languages = languages::list(&card.languages))} }
        }
    }
}

/// The next free time, which leads to a request for it, and the way to the others.
pub(super) fn next_free(card: &DoctorCard, free: &FreeTime) -> Element {
    let id = card.id.to_string();
    rsx! {
        p { class: "small quiet", {ts!("directory-card-next-free", zone = free.local.zone_name())} }
        a { class: "time", href: request_page(&id, "", &rfc3339(free.starts_at)),
            {free.local.briefly()}
            span { class: "visually-hidden",
                " "
                {ts!("directory-card-with", doctor = card.full_name)}
            }
        }
        a { class: "small", href: "/doctors/{id}",
            {ts!("directory-card-all-times")}
            span { class: "visually-hidden",
                " "
                {ts!("directory-card-of", doctor = card.full_name)}
            }
        }
    }
}
