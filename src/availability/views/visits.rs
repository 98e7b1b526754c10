//! The choice of a kind of visit, by links: it works as it is without the client.

#[cfg(feature = "server")]
use dioxus::prelude::*;

use crate::ask::encoded;
#[cfg(feature = "server")]
use crate::availability::model::VisitType;

/// The kind of visit that a page's address names, else the first there is.
#[cfg(feature = "server")]
pub fn chosen_visit<'a>(kinds: &'a [VisitType], named: &str) -> Option<&'a VisitType> {
    kinds
        .iter()
        .find(|kind| kind.id.to_string() == named)
        .or(kinds.first())
}

/// The page that asks for this kind of visit, if there is one to choose, at this time. The kind is in
/// the path: a sign-in in between leads back by an address in a query, which holds one question only.
pub fn request_page(doctor: &str, visit: &str, start: &str) -> String {
    // What may stand as it is in a query, and reads better.
    let start = encoded(start).replace("%3A", ":");
    if visit.is_empty() {
        format!("/doctors/{doctor}/request?start={start}")
    } else {
        format!("/doctors/{doctor}/request/{visit}?start={start}")
    }
}

/// The kinds of visits as cards, each of which leads to the same page for it.
#[cfg(feature = "server")]
pub fn visit_choices(
    kinds: &[VisitType],
    chosen: Option<&VisitType>,
    page: impl Fn(&str) -> String,
) -> Element {
    rsx! {
        nav { class: "choices across", "aria-label": ts!("availability-visit-kind"),
            for kind in kinds {
                a {
                    id: "visit-{kind.id}",
                    class: "choice",
                    href: page(&kind.id.to_string()),
                    aria_current: chosen.is_some_and(|chosen| chosen.id == kind.id).then_some("true"),
                    span { bdi { "{kind.name}" } }
                    span { class: "hint", {ts!("availability-visit-minutes", count = kind.minutes)} }
                }
            }
        }
    }
}
