//! Pages of the directory: the front door, the search, a doctor's own page.

mod doctor;
mod doctors;
mod filters;
mod guide;
mod landing;

pub use doctor::DoctorPage;
pub use doctors::DoctorsPage;
pub use guide::GuidePage;
#[cfg(feature = "server")]
pub use guide::guide_step;
pub use landing::Landing;

use crate::app::Route;

/// The search for one specialty.
fn of_specialty(slug: &str) -> String {
    format!("/doctors?specialty={slug}")
}

/// The symptom guide from its beginning.
const GUIDE: &str = "/guide";

/// The search with nothing asked.
fn everybody() -> String {
    "/doctors".to_owned()
}

/// A page's address without the questions that are empty.
fn lean(page: &Route) -> String {
    let full = page.to_string();
    let Some((path, query)) = full.split_once('?') else {
        return full;
    };
    let asked: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.ends_with('='))
        .collect();
    if asked.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", asked.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_only_what_is_asked() {
        let page = |q: &str, specialty: &str| Route::DoctorsPage {
            q: q.to_owned(),
            specialty: specialty.to_owned(),
            language: String::new(),
            available: String::new(),
            cursor: String::new(),
        };
        assert_eq!(lean(&page("", "")), everybody());
        assert_eq!(lean(&page("", "cardiology")), of_specialty("cardiology"));
        assert_eq!(lean(&Route::Landing {}), "/");
        let back = |address: &str| address.parse::<Route>().unwrap();
        let asked = page("a=b ñ c", "cardiology");
        assert_eq!(back(&lean(&asked)), asked);
        assert_eq!(back("/doctors"), page("", ""));
    }
}
