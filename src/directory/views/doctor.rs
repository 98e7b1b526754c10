//! `/doctors/:id`: one doctor, and when to see them.

use chrono::{Datelike, NaiveDate};
use dioxus::prelude::*;
use serde::Serialize;

use super::{everybody, of_specialty};
use crate::answer::use_answer;
use crate::app::Route;
use crate::availability::model::Clinic;
use crate::availability::views::{SlotPicker, chosen_visit, maps_of, visit_choices};
use crate::directory::api;
use crate::directory::model::DoctorProfile;
use crate::directory::specialties;
use crate::error::{Answer, ErrorKind};
use crate::time;
use crate::ui::*;
use crate::wire::wire;

/// `/doctors/:id?from=&visit=`
#[component]
pub fn DoctorPage(
    id: ReadSignal<String>,
    from: ReadSignal<String>,
    visit: ReadSignal<String>,
) -> Element {
    let mut answer = use_answer(move || load(id.read().clone()))?;
    match &*answer.read() {
        Ok(view) => rsx! {
            Profile { view: view.clone(), from: date(&from.read()), visit: visit.read().clone() }
        },
        Err(error) if error.kind == ErrorKind::NotFound => rsx! {
            PageTitle { text: "No such doctor" }
            PageHeader { title: "This doctor isn’t listed" }
            p { "The address may be wrong, or the doctor has left. " a { href: everybody(), "Find another doctor" } }
        },
        Err(error) => rsx! {
            PageTitle { text: "Doctor" }
            Trouble { error: error.clone(), onretry: move |()| answer.restart() }
        },
    }
}

/// All that the page shows but the times, loaded as one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProfileView {
    pub profile: DoctorProfile,
    /// Of the clinics, in their order.
    pub maps: Vec<Html>,
}

wire!(ProfileView { profile, maps });

async fn load(id: String) -> Answer<ProfileView> {
    let profile = api::doctor(id).await?;
    let maps = maps_of(&profile.clinics).await;
    Ok(ProfileView { profile, maps })
}

#[component]
fn Profile(view: ProfileView, from: Option<NaiveDate>, visit: String) -> Element {
    let ProfileView { profile, maps } = view;
    let first = profile.next_free.as_ref().map(|free| free.local.date);
    let visit = chosen_visit(&profile.visit_types, &visit);
    let page = |visit: String| {
        let id = profile.id.to_string();
        let from = from.map(|from| from.to_string()).unwrap_or_default();
        Route::DoctorPage { id, from, visit }.to_string()
    };
    let kind = specialties::doctor_of(&profile.specialty.slug).to_owned();
    rsx! {
        PageTitle { text: profile.full_name.clone() }
        div { class: "stack gap-5",
            nav { aria_label: "Breadcrumb",
                ol { class: "crumbs",
                    li { a { href: everybody(), "Doctors" } }
                    li { a { href: of_specialty(&profile.specialty.slug), "{profile.specialty.name}" } }
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
                                    a { class: "button second", href: of_specialty(&profile.specialty.slug), "{profile.specialty.name}" }
                                }
                            }
                        },
                        (true, None) => rsx! {
                            Empty { icon: IconName::Calendar, title: "No free time at present",
                                p { "Everything that can be asked for is taken. Look again tomorrow, or see who else is free." }
                                div { class: "row",
                                    a { class: "button second", href: of_specialty(&profile.specialty.slug), "{profile.specialty.name}" }
                                }
                            }
                        },
                        (true, Some(from)) => rsx! {
                            if let Some(visit) = visit {
                                {visit_choices(&profile.visit_types, Some(visit), page)}
                            }
                            SlotPicker {
                                doctor: profile.id.to_string(),
                                from,
                                visit: visit.map(|visit| visit.id.to_string()).unwrap_or_default(),
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
                            for (clinic , map) in profile.clinics.clone().into_iter().zip(maps) {
                                ClinicPlace { key: "{clinic.id}", clinic, map }
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
fn ClinicPlace(clinic: Clinic, map: Html) -> Element {
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
        if !map.is_empty() {
            Made { part: map }
        }
    }
}

/// A date of this age, so that counting on from it can't run off the calendar.
fn date(text: &str) -> Option<NaiveDate> {
    time::parse_date(text).filter(|date| (2000..2200).contains(&date.year()))
}
