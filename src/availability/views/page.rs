//! `/availability`: where and when a doctor works.

use dioxus::prelude::*;
use serde::Serialize;

use super::clinics::Clinics;
use super::failing::use_failing_provider;
use super::hours::HoursEditor;
use super::map::{are_maps_on, maps_of};
use crate::answer::use_answer;
use crate::availability::api;
use crate::availability::model::{Clinic, MOST_OUTSIDE, Outside};
use crate::error::Answer;
use crate::texts::Language;
use crate::ui::*;
use crate::wire::wire;

/// The path of this page, where its forms lead back to.
pub(super) const PATH: &str = "/availability";

/// The clinics and what shows where they are, loaded as one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct ClinicsView {
    pub clinics: Vec<Clinic>,
    /// Of the clinics, in their order.
    pub maps: Vec<Html>,
    /// Whether a place can be chosen on a map.
    pub maps_on: bool,
}

wire!(ClinicsView {
    clinics,
    maps,
    maps_on
});

async fn load_clinics() -> Answer<ClinicsView> {
    let clinics = api::clinics().await?.items;
    let maps = maps_of(&clinics).await;
    let maps_on = are_maps_on(&maps).await;
    Ok(ClinicsView {
        clinics,
        maps,
        maps_on,
    })
}

/// `/availability`
#[component]
pub fn AvailabilityPage() -> Element {
    let failing = use_failing_provider();
    let mut clinics = use_answer(load_clinics)?;
    let mut hours = use_answer(api::availability)?;
    // Count what was saved, so that forms start anew from what the server kept.
    let mut clinics_saved = use_signal(|| 0_u32);
    let mut hours_saved = use_signal(|| 0_u32);
    let title = t!("availability-title");
    let (view, times) = match (clinics.get(), hours.get()) {
        (Ok(view), Ok(times)) => (view, times),
        (Err(error), _) | (_, Err(error)) => {
            return rsx! {
                PageTitle { text: title.clone() }
                PageHeader { title }
                Trouble {
                    error,
                    onretry: move |()| {
                        clinics.restart();
                        hours.restart();
                    },
                }
            };
        }
    };
    let places = view.clinics.clone();
    rsx! {
        PageTitle { text: if failing { [&t!("ui-error"), " ", &title].concat() } else { title.clone() } }
        div { class: "stack gap-6",
            PageHeader {
                title,
                lede: t!("availability-lede"),
            }
            {outside(&times.outside)}
            Clinics {
                view,
                revision: clinics_saved(),
                onchange: move |()| {
                    spawn(async move {
                        clinics.set(load_clinics().await);
                        clinics_saved += 1;
                        // A clinic that went took its hours along; else rows that are being typed stay.
                        let kept = api::availability().await;
                        if kept.is_ok() && kept != hours.get() {
                            hours.set(kept);
                            hours_saved += 1;
                        }
                    });
                },
            }
            section { class: "stack", aria_labelledby: "hours-title",
                h2 { id: "hours-title", tabindex: "-1", {t!("availability-hours")} }
                if places.is_empty() {
                    div { class: "card",
                        Empty { icon: IconName::Clock, title: t!("availability-no-clinic"),
                            p { {t!("availability-no-clinic-why")} }
                        }
                    }
                } else {
                    // A list of one: a new key starts the editor anew.
                    for n in [hours_saved()] {
                        HoursEditor {
                            key: "{n}",
                            clinics: places.clone(),
                            hours: times.clone(),
                            onsaved: move |saved| {
                                hours.set(Ok(saved));
                                hours_saved += 1;
                            },
                        }
                    }
                }
            }
        }
    }
}

/// Appointments that the hours would not allow any more, where there are any.
fn outside(left: &[Outside]) -> Element {
    if left.is_empty() {
        return rsx! {};
    }
    let comma = Language::current().comma();
    rsx! {
        section { class: "card stack", aria_labelledby: "outside-title",
            h2 { id: "outside-title", {t!("availability-outside")} }
            p { class: "quiet", {t!("availability-outside-stay")} }
            ul { class: "list tight",
                for one in left {
                    li { key: "{one.appointment_id}", class: "row apart",
                        span {
                            a { href: "/appointments/{one.appointment_id}", bdi { "{one.patient_name}" } }
                            br {}
                            "{one.local.short_day()}{comma}{one.local.hours()} "
                            span { class: "quiet small", "{one.local.zone_name()}" }
                        }
                        span { class: "badge amber", {one.why.label()} }
                    }
                }
            }
            if left.len() == MOST_OUTSIDE {
                p { class: "small quiet", {t!("availability-outside-first", count = MOST_OUTSIDE)} }
            }
        }
    }
}
