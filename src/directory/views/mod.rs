//! Pages of the directory: the front door, the search, a doctor's own page.

mod doctor;
mod doctors;
mod filters;
mod landing;

pub use doctor::DoctorPage;
pub use doctors::DoctorsPage;
pub use landing::Landing;

use crate::app::Route;

/// The search for one specialty.
fn of_specialty(slug: &str) -> Route {
    Route::DoctorsPage {
        q: String::new(),
        specialty: slug.to_owned(),
        language: String::new(),
        available: String::new(),
        cursor: String::new(),
    }
}

/// The search with nothing asked.
fn everybody() -> Route {
    of_specialty("")
}
