//! Pages of the directory: the front door, the search, a doctor's own page, the guide. None of them
//! has more than links and GET forms, so the server makes them all.

mod card;
mod doctor;
mod doctors;
mod filters;
mod guide;
mod landing;
mod request;
mod urgent;

pub use doctor::doctor;
pub use doctors::doctors;
pub use guide::{guide, guide_told};
pub use landing::landing;
pub use request::request_view;

use dioxus::prelude::*;

use crate::directory::specialties::name_of;

/// The search for one specialty.
pub fn of_specialty(slug: &str) -> String {
    format!("/doctors?specialty={slug}")
}

/// The symptom guide from its beginning.
const GUIDE: &str = "/guide";

/// The search with nothing asked.
const EVERYBODY: &str = "/doctors";

/// Where anybody may begin.
const GP: &str = "general-practice";

/// The way on where nobody of a specialty is listed: to general practice, where that is among the
/// specialties with doctors, else to everybody.
fn instead(listed: &[&str]) -> Element {
    if listed.contains(&GP) {
        rsx! {
            a { class: "button second", href: of_specialty(GP), {name_of(GP)} }
        }
    } else {
        rsx! {
            a { class: "button second", href: EVERYBODY, {ts!("directory-all-doctors")} }
        }
    }
}
