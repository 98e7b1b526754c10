//! Pages of the directory: the front door, the search, a doctor's own page, the guide. None of them
//! has more than links and GET forms, so the server makes them all.

mod card;
mod doctor;
mod doctors;
mod filters;
mod guide;
mod landing;
mod request;

pub use doctor::doctor;
pub use doctors::doctors;
pub use guide::{guide, guide_told};
pub use landing::landing;
pub use request::request_view;

/// The search for one specialty.
pub fn of_specialty(slug: &str) -> String {
    format!("/doctors?specialty={slug}")
}

/// The symptom guide from its beginning.
const GUIDE: &str = "/guide";

/// The search with nothing asked.
const EVERYBODY: &str = "/doctors";
