//! `/doctors/:id`: one doctor, and when to see them.

use chrono::{Datelike, NaiveDate};
use dioxus::prelude::*;

use super::{everybody, of_specialty};
use crate::answer::use_answer;
use crate::availability::model::Clinic;
use crate::availability::views::SlotPicker;
use crate::directory::api;
use crate::directory::model::DoctorProfile;
use crate::directory::specialties;
use crate::error::ErrorKind;
use crate::time;
use crate::ui::*;

/// `/doctors/:id?from=`
#[component]
pub fn DoctorPage(id: ReadSignal<String>, from: ReadSignal<String>) -> Element {
    let mut answer = use_answer(move || api::doctor(id.read().clone()))?;
    match &*answer.read() {
        Ok(profile) => rsx! {
            Profile { profile: profile.clone(), from: date(&from.read()) }
        },
        Err(error) if error.kind == ErrorKind::NotFound => rsx! {
            PageTitle { text: "No such doctor" }
            PageHeader { title: "This doctor isn’t listed" }
            p { "The address may be wrong, or the doctor has left. " Link { to: everybody(), "Find another doctor" } }
        },
        Err(error) => rsx! {
            PageTitle { text: "Doctor" }
            Trouble { error: error.clone(), onretry: move |()| answer.restart() }
        },
    }
}

#[component]
fn Profile(profile: DoctorProfile, from: Option<NaiveDate>) -> Element {
    let first = profile.next_free.as_ref().map(|free| free.local.date);
    let kind = specialties::doctor_of(&profile.specialty.slug).to_owned();
    rsx! {
        PageTitle { text: profile.full_name.clone() }
        div { class: "stack gap-5",
            nav { aria_label: "Breadcrumb",
                ol { class: "crumbs",
                    li { Link { to: everybody(), "Doctors" } }
                    li { Link { to: of_specialty(&profile.specialty.slug), "{profile.specialty.name}" } }
                }
            }
            div { class: "row keep gap-4",
                Avatar { name: profile.full_name.clone(), image: profile.photo.clone(), size: "huge" }
                PageHeader {
                    title: profile.full_name.clone(),
                    lede: match profile.languages.as_slice() {
                        [] => kind,
                        languages => format!("{kind} · speaks {}", languages.join(", ")),
                    },
                }
            }
            div { class: "split",
                section { class: "card stack", aria_labelledby: "times",
                    h2 { id: "times", "Choose a time" }
                    match (profile.accepting, from.or(first)) {
                        (false, _) => rsx! {
                            Empty { icon: IconName::Calendar, title: "Takes no new requests at present",
                                p { "Somebody of the same specialty may." }
                                div { class: "row",
                                    Link { class: "button second", to: of_specialty(&profile.specialty.slug), "{profile.specialty.name}" }
                                }
                            }
                        },
                        (true, None) => rsx! {
                            Empty { icon: IconName::Calendar, title: "No free time at present",
                                p { "Everything that can be asked for is taken. Look again tomorrow, or see who else is free." }
                                div { class: "row",
                                    Link { class: "button second", to: of_specialty(&profile.specialty.slug), "{profile.specialty.name}" }
                                }
                            }
                        },
                        (true, Some(from)) => rsx! {
                            SlotPicker {
                                doctor: profile.id.to_string(),
                                from,
                                clinics: profile.clinics.clone(),
                                first,
                            }
                        },
                    }
                }
                div { class: "stack",
                    if let Some(biography) = &profile.biography {
                        section { class: "card stack", aria_labelledby: "about",
                            h2 { id: "about", "About" }
                            p { class: "pre-line", "{biography}" }
                        }
                    }
                    if !profile.clinics.is_empty() {
                        section { class: "card stack", aria_labelledby: "places",
                            h2 { id: "places", if profile.clinics.len() == 1 { "Clinic" } else { "Clinics" } }
                            for clinic in profile.clinics.clone() {
                                ClinicPlace { key: "{clinic.id}", clinic }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Where a clinic is.
#[component]
fn ClinicPlace(clinic: Clinic) -> Element {
    rsx! {
        div { class: "place",
            Icon { name: IconName::Pin }
            div { class: "stack gap-1",
                h3 { "{clinic.name}" }
                p { "{clinic.address}" }
                p { class: "small quiet", "{time::place(&clinic.time_zone)} time" }
                p { class: "small",
                    a { href: clinic.map_link(), rel: "noopener noreferrer", target: "_blank",
                        "Show on a map"
                        span { class: "visually-hidden", " ({clinic.name}, opens a new tab)" }
                    }
                }
            }
        }
    }
}

/// A date of this age, so that counting on from it can't run off the calendar.
fn date(text: &str) -> Option<NaiveDate> {
    time::parse_date(text).filter(|date| (2000..2200).contains(&date.year()))
}
