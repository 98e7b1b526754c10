//! `/doctors/{id}`: one doctor, and when to see them.

use dioxus::prelude::*;

use super::{EVERYBODY, of_specialty};
use crate::accounts::identity::parse_id;
use crate::availability::model::Clinic;
use crate::availability::views::{
    Picker, chosen_visit, date_shown, doctor_page, join, map_made, slot_picker, visit_choices,
};
use crate::directory::model::DoctorProfile;
use crate::directory::{about, languages, service};
use crate::error::{Answer, ErrorKind};
use crate::served::{Query, ServedPage};
use crate::server::state::App;
use crate::time;
use crate::ui::*;

/// `/doctors/{id}?from=&visit=`
///
/// # Errors
/// When the database does not answer. That there is no such doctor is a page, too.
pub async fn doctor(app: &App, id: &str, query: &Query) -> Answer<ServedPage> {
    let found = match parse_id(id, "doctor") {
        Ok(id) => service::doctor(app, id).await,
        Err(error) => Err(error),
    };
    match found {
        Ok(profile) => {
            let times = times(app, &profile, query).await?;
            let page = page(app, &profile, times);
            Ok(ServedPage::new(profile.full_name, page))
        }
        Err(error) if error.kind == ErrorKind::NotFound => {
            let page = rsx! {
                PageHeader { title: ts!("directory-not-listed") }
                p {
                    {ts!("directory-not-listed-why")}
                    " "
                    a { href: EVERYBODY, {ts!("directory-find-another")} }
                }
            };
            Ok(ServedPage::new(ts!("directory-no-doctor-title"), page).status(404))
        }
        Err(error) => Err(error),
    }
}

fn page(app: &App, profile: &DoctorProfile, times: Element) -> Element {
    let kind = about::doctor_of(&profile.specialty.slug);
    rsx! {
        div { class: "stack gap-5",
            nav { aria_label: ts!("directory-breadcrumb"),
                ol { class: "crumbs",
                    li { a { href: EVERYBODY, {ts!("directory-doctors")} } }
                    li { {specialty(profile, "")} }
                }
            }
            div { class: "row keep gap-4",
                {portrait(&profile.full_name, profile.photo.clone(), "huge")}
                PageHeader {
                    title: profile.full_name.clone(),
                    lede: match profile.languages.as_slice() {
                        [] => kind,
                        spoken => ts!("directory-lede", doctor = kind, languages = languages::list(spoken)),
                    },
                }
            }
            div { class: "split",
                section { class: "card stack", aria_labelledby: "times",
                    h2 { id: "times", {ts!("directory-choose-time")} }
                    {times}
                }
                div { class: "stack",
                    if let Some(biography) = &profile.biography {
                        section { class: "card stack", aria_labelledby: "about",
                            h2 { id: "about", {ts!("directory-about")} }
                            p { class: "pre-line", dir: "auto", "{biography}" }
                        }
                    }
                    if !profile.clinics.is_empty() {
                        section { class: "card stack", aria_labelledby: "places",
                            h2 { id: "places",
                                if profile.clinics.len() == 1 {
                                    {ts!("directory-clinic")}
                                } else {
                                    {ts!("directory-clinics")}
                                }
                            }
                            for clinic in &profile.clinics {
                                {clinic_place(app, clinic)}
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Who else there is.
fn specialty(profile: &DoctorProfile, class: &'static str) -> Element {
    let class = Some(class).filter(|class| !class.is_empty());
    rsx! {
        a { class, href: of_specialty(&profile.specialty.slug), "{profile.specialty.name}" }
    }
}

/// The free times, or why there are none.
async fn times(app: &App, profile: &DoctorProfile, query: &Query) -> Answer<Element> {
    let first = profile.next_free.as_ref().map(|free| free.local.date);
    let asked = date_shown(&query.get("from"));
    let from = match (profile.accepting, asked.or(first)) {
        (true, Some(from)) => from,
        (accepting, _) => return Ok(none(profile, accepting)),
    };
    let visit = chosen_visit(&profile.visit_types, &query.get("visit"));
    let picker = Picker {
        doctor: profile.id,
        from,
        visit: visit.map(|visit| visit.id.to_string()).unwrap_or_default(),
        clinics: &profile.clinics,
        chosen: None,
        first,
    };
    let times = slot_picker(app, picker).await?;
    Ok(rsx! {
        if visit.is_some() {
            {visit_choices(&profile.visit_types, visit, |visit| doctor_page(profile.id, asked, visit))}
        }
        {times}
    })
}

fn none(profile: &DoctorProfile, accepting: bool) -> Element {
    let (title, else_) = if accepting {
        (ts!("directory-no-time"), ts!("directory-no-time-else"))
    } else {
        (
            ts!("directory-not-accepting"),
            ts!("directory-not-accepting-else"),
        )
    };
    rsx! {
        Empty { icon: IconName::Calendar, title,
            p { "{else_}" }
            if accepting {
                {join(profile.id, "")}
            }
            div { class: "row", {specialty(profile, "button second")} }
        }
    }
}

/// Where a clinic is.
fn clinic_place(app: &App, clinic: &Clinic) -> Element {
    let map = map_made(app, &clinic.place());
    rsx! {
        div { class: "place",
            Icon { name: IconName::Pin }
            div { class: "stack gap-1",
                h3 { dir: "auto", "{clinic.name}" }
                p { dir: "auto", "{clinic.address}" }
                p { class: "small quiet", {ts!("directory-place-time", place = time::place(&clinic.time_zone))} }
                p { class: "small",
                    a { href: clinic.map_link(), rel: "noopener noreferrer", target: "_blank",
                        {ts!("directory-map")}
                        span { class: "visually-hidden",
                            " "
                            {ts!("directory-map-of", clinic = clinic.name)}
                        }
                    }
                }
            }
        }
        if !map.is_empty() {
            Made { part: map }
        }
    }
}
