//! A doctor's patients.

use dioxus::prelude::*;
use uuid::Uuid;

use super::list::{Show, row};
use crate::accounts::identity::parse_id;
use crate::appointments::model::PatientRecord;
use crate::appointments::service::{self, Look};
use crate::error::Answer;
use crate::served::{Query, ServedPage};
use crate::server::state::App;
use crate::time::long_date;
use crate::ui::*;

/// `/patients?cursor=`
///
/// # Errors
/// 422 for a `cursor` that means nothing.
pub async fn patients(app: &App, doctor_id: Uuid, query: &Query) -> Answer<ServedPage> {
    let cursor = query.some("cursor");
    let list = service::patients(app, doctor_id, cursor.as_deref(), None).await?;
    let page = rsx! {
        div { class: "stack gap-5",
            PageHeader { title: t!("app-nav-patients"), lede: ts!("appointments-patients-lede") }
            if list.items.is_empty() {
                Empty { icon: IconName::Person, title: ts!("appointments-patients-none"), p { {ts!("appointments-patients-none-about")} } }
            } else {
                ul { class: "cards",
                    for patient in list.items {
                        li { class: "card person",
                            {portrait(&patient.full_name, patient.photo, "")}
                            div {
                                h2 { a { href: "/patients/{patient.id}", bdi { "{patient.full_name}" } } }
                                p { class: "small quiet", {years(patient.age)} }
                            }
                        }
                    }
                }
                if let Some(next) = list.next {
                    LoadMore { href: ["/patients?cursor=", &crate::ask::encoded(&next)].concat() }
                }
            }
        }
    };
    Ok(ServedPage::new(t!("app-nav-patients"), page))
}

/// `/patients/{id}`
///
/// # Errors
/// 404 for anybody else's patient.
pub async fn patient(app: &App, doctor_id: Uuid, id: &str) -> Answer<ServedPage> {
    let record = service::patient(app, doctor_id, parse_id(id, "patient")?, Look::Opened).await?;
    let name = record.full_name.clone();
    let page = rsx! {
        div { class: "stack gap-5",
            div { class: "row keep gap-4",
                {portrait(&name, record.photo.clone(), "big")}
                PageHeader { title: name.clone(), back: ("/patients".to_owned(), t!("app-nav-patients")) }
            }
            {information(record.clone())}
            section { class: "card flush", aria_labelledby: "visits",
                div { class: "card-head", h2 { id: "visits", {ts!("appointments-patient-visits")} } }
                ul { class: "requests",
                    for appointment in &record.appointments {
                        {row(appointment, Show::Patient)}
                    }
                }
            }
        }
    };
    Ok(ServedPage::new(name, page))
}

fn years(age: u32) -> String {
    ts!("appointments-patient-age", count = age)
}

/// What a doctor may know of a patient.
pub fn information(record: PatientRecord) -> Element {
    let or_none =
        |text: Option<String>| text.unwrap_or_else(|| ts!("appointments-patient-nothing"));
    rsx! {
        section { class: "card stack", aria_labelledby: "information",
            h2 { id: "information", {ts!("appointments-patient-information")} }
            Facts {
                Fact { label: t!("accounts-date-of-birth"), value: ts!("appointments-patient-born", date = long_date(record.date_of_birth), age = years(record.age)) }
                if let Some(phone) = record.phone {
                    Fact { label: t!("accounts-phone"), a { href: "tel:{phone}", dir: "ltr", "{phone}" } }
                }
                Fact { label: t!("accounts-email"), a { href: "mailto:{record.email}", dir: "ltr", "{record.email}" } }
                if let Some(address) = record.address {
                    Fact { label: t!("accounts-address"), span { dir: "auto", "{address}" } }
                }
                Fact { label: t!("accounts-conditions"), span { dir: "auto", {or_none(record.conditions)} } }
                Fact { label: t!("accounts-allergies"), span { dir: "auto", {or_none(record.allergies)} } }
                Fact { label: t!("accounts-medicines"), span { dir: "auto", {or_none(record.medicines)} } }
            }
            p { class: "small quiet", {ts!("appointments-patient-looks")} }
        }
    }
}
