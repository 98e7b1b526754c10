//! A doctor's patients.

use dioxus::prelude::*;
use uuid::Uuid;

use super::list::{Show, row};
use crate::accounts::identity::parse_id;
use crate::appointments::model::PatientRecord;
use crate::appointments::service;
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
            PageHeader { title: "Patients", lede: "People with whom you have an appointment, or had one within a year." }
            if list.items.is_empty() {
                Empty { icon: IconName::Person, title: "No patients yet", p { "Whoever asks for your time appears here." } }
            } else {
                ul { class: "cards",
                    for patient in list.items {
                        li { class: "card person",
                            {portrait(&patient.full_name, patient.photo, "")}
                            div {
                                h2 { a { href: "/patients/{patient.id}", "{patient.full_name}" } }
                                p { class: "small quiet", "{patient.age} years" }
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
    Ok(ServedPage::new("Patients", page))
}

/// `/patients/{id}`
///
/// # Errors
/// 404 for anybody else's patient.
pub async fn patient(app: &App, doctor_id: Uuid, id: &str) -> Answer<ServedPage> {
    let record = service::patient(app, doctor_id, parse_id(id, "patient")?).await?;
    let name = record.full_name.clone();
    let page = rsx! {
        div { class: "stack gap-5",
            div { class: "row keep gap-4",
                {portrait(&name, record.photo.clone(), "big")}
                PageHeader { title: name.clone(), back: ("/patients".to_owned(), "Patients".to_owned()) }
            }
            {information(record.clone())}
            section { class: "card flush", aria_labelledby: "visits",
                div { class: "card-head", h2 { id: "visits", "Appointments with you" } }
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

/// What a doctor may know of a patient.
pub fn information(record: PatientRecord) -> Element {
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "Nothing entered".to_owned());
    rsx! {
        section { class: "card stack", aria_labelledby: "information",
            h2 { id: "information", "Patient’s information" }
            Facts {
                Fact { label: "Date of birth", value: format!("{} ({} years)", long_date(record.date_of_birth), record.age) }
                if let Some(phone) = record.phone {
                    Fact { label: "Phone", a { href: "tel:{phone}", "{phone}" } }
                }
                Fact { label: "Email", a { href: "mailto:{record.email}", "{record.email}" } }
                if let Some(address) = record.address {
                    Fact { label: "Address", value: address }
                }
                Fact { label: "Conditions", value: or_none(record.conditions) }
                Fact { label: "Allergies", value: or_none(record.allergies) }
                Fact { label: "Medicines", value: or_none(record.medicines) }
            }
            p { class: "small quiet", "Each look at this is recorded for the patient." }
        }
    }
}
