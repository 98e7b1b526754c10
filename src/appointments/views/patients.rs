//! A doctor's patients.

use dioxus::prelude::*;

use super::list::{Show, row};
use crate::answer::use_answer;
use crate::app::{Problem, Route};
use crate::appointments::api;
use crate::appointments::model::PatientRecord;
use crate::time::long_date;
use crate::ui::*;

/// `/patients?cursor=`
#[component]
pub fn PatientsPage(cursor: ReadSignal<String>) -> Element {
    let mut answer = use_answer(move || api::patients(Some(cursor.read().clone()), None))?;
    rsx! {
        PageTitle { text: "Patients" }
        div { class: "stack gap-5",
            PageHeader { title: "Patients", lede: "People with whom you have an appointment, or had one within a year." }
            match &*answer.read() {
                Err(error) => rsx! { Problem { error: error.clone(), onretry: move |()| answer.restart() } },
                Ok(page) if page.items.is_empty() => rsx! {
                    Empty { icon: IconName::Person, title: "No patients yet", p { "Whoever asks for your time appears here." } }
                },
                Ok(page) => rsx! {
                    ul { class: "cards",
                        for patient in page.items.clone() {
                            li { key: "{patient.id}", class: "card person",
                                Avatar { name: patient.full_name.clone(), image: patient.photo.clone() }
                                div {
                                    h2 { Link { to: Route::PatientPage { id: patient.id.to_string() }, "{patient.full_name}" } }
                                    p { class: "small quiet", "{patient.age} years" }
                                }
                            }
                        }
                    }
                    if let Some(next) = &page.next {
                        LoadMore { href: Route::PatientsPage { cursor: next.clone() }.to_string() }
                    }
                },
            }
        }
    }
}

/// `/patients/:id`
#[component]
pub fn PatientPage(id: ReadSignal<String>) -> Element {
    let mut answer = use_answer(move || api::patient(id.read().clone()))?;
    match &*answer.read() {
        Err(error) => {
            rsx! { Problem { error: error.clone(), onretry: move |()| answer.restart() } }
        }
        Ok(record) => rsx! {
            PageTitle { text: record.full_name.clone() }
            div { class: "stack gap-5",
                div { class: "row keep gap-4",
                    Avatar { name: record.full_name.clone(), image: record.photo.clone(), size: "big" }
                    PageHeader { title: record.full_name.clone(), back: ("/patients".to_owned(), "Patients".to_owned()) }
                }
                Information { record: record.clone() }
                section { class: "card flush", aria_labelledby: "visits",
                    div { class: "card-head", h2 { id: "visits", "Appointments with you" } }
                    ul { class: "requests",
                        for appointment in &record.appointments {
                            {row(appointment, Show::Patient)}
                        }
                    }
                }
            }
        },
    }
}

/// What a doctor may know of a patient.
#[component]
pub fn Information(record: PatientRecord) -> Element {
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
