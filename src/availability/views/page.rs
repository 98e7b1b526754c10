//! `/availability`: where and when a doctor works.

use dioxus::prelude::*;

use super::clinics::Clinics;
use super::hours::HoursEditor;
use crate::answer::use_answer;
use crate::availability::api;
use crate::ui::*;

/// The path of this page, where its forms lead back to.
pub(super) const PATH: &str = "/availability";

const TITLE: &str = "Hours and clinics";

/// `/availability`
#[component]
pub fn AvailabilityPage() -> Element {
    let mut clinics = use_answer(api::clinics)?;
    let mut hours = use_answer(api::availability)?;
    // Counts what was saved, so that the forms start anew from what the server kept.
    let mut revision = use_signal(|| 0_u32);
    let (places, times) = match (clinics.get(), hours.get()) {
        (Ok(places), Ok(times)) => (places.items, times),
        (Err(error), _) | (_, Err(error)) => return rsx! {
            PageTitle { text: TITLE }
            PageHeader { title: TITLE }
            Trouble {
                error,
                onretry: move |()| {
                    clinics.restart();
                    hours.restart();
                },
            }
        },
    };
    rsx! {
        PageTitle { text: TITLE }
        div { class: "stack gap-6",
            PageHeader {
                title: TITLE,
                lede: "Patients can ask for the times that you offer here. What they have asked for already stays as it is.",
            }
            Clinics {
                clinics: places.clone(),
                revision: revision(),
                onchange: move |()| {
                    clinics.restart();
                    // Removing a clinic removes its hours.
                    hours.restart();
                    revision += 1;
                },
            }
            section { class: "stack", aria_labelledby: "hours-title",
                h2 { id: "hours-title", tabindex: "-1", "Hours" }
                if places.is_empty() {
                    div { class: "card",
                        Empty { icon: IconName::Clock, title: "First, a clinic",
                            p { "Hours belong to a clinic, since 09:00 is 09:00 on its wall. Add one above." }
                        }
                    }
                } else {
                    // A list of one: a new key starts the editor anew.
                    for n in [revision()] {
                        HoursEditor {
                            key: "{n}",
                            clinics: places.clone(),
                            hours: times.clone(),
                            onsaved: move |saved| {
                                hours.set(Ok(saved));
                                revision += 1;
                            },
                        }
                    }
                }
            }
        }
    }
}
