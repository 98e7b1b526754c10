//! The form that joins the waiting list.

use chrono::Weekday;
use dioxus::prelude::*;

use super::{JOIN, key};
use crate::availability::model::VisitType;
use crate::availability::views::chosen_visit;
use crate::directory::model::DoctorProfile;
use crate::directory::specialties::Entry;
use crate::time::weekday_name;
use crate::ui::*;

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

/// What is sent, and what people read.
const PARTS: [(&str, &str); 3] = [
    ("morning", "Morning, before 12:00"),
    ("afternoon", "Afternoon, 12:00 to 17:00"),
    ("evening", "Evening, from 17:00"),
];

/// For one doctor.
pub fn of_doctor(doctor: &DoctorProfile, visit: &str) -> Element {
    let kind = chosen_visit(&doctor.visit_types, visit).map(|kind| kind.id.to_string());
    let id = doctor.id.to_string();
    rsx! {
        div { class: "narrow stack gap-5",
            PageHeader {
                title: format!("Wait for a time with {}", doctor.full_name),
                lede: "Say when you could come. As soon as a time is free that fits, it is held for you, and you are told.",
                back: (format!("/doctors/{id}"), doctor.full_name.clone()),
            }
            Wish {
                name: "doctor_id",
                value: id.clone(),
                back: format!("/waiting?doctor={id}"),
                visit_types: doctor.visit_types.clone(),
                kind,
            }
        }
    }
}

/// For whoever practises a specialty.
pub fn of_specialty(entry: &'static Entry) -> Element {
    rsx! {
        div { class: "narrow stack gap-5",
            PageHeader {
                title: format!("Wait for a time in {}", entry.name.said()),
                lede: "Say when you could come. As soon as any doctor has a time that fits, it is held for you, and you are told.",
                back: (format!("/doctors?specialty={}", entry.slug), entry.name.said()),
            }
            Wish {
                name: "specialty",
                value: entry.slug,
                back: format!("/waiting?specialty={}", entry.slug),
                visit_types: Vec::new(),
            }
        }
    }
}

#[component]
fn Wish(
    name: String,
    value: String,
    back: String,
    visit_types: Vec<VisitType>,
    kind: Option<String>,
) -> Element {
    let form = use_form(JOIN);
    let kinds: Vec<Choice> = visit_types
        .iter()
        .map(|kind| {
            Choice::new(kind.id.to_string(), &kind.name).hint(format!("{} minutes", kind.minutes))
        })
        .collect();
    rsx! {
        PostForm { form, to: "/waiting?done=joined", back, class: "form card",
            Hidden { name, value }
            {key()}
            if !kinds.is_empty() {
                RadioCards { form, name: "visit_type", label: "Kind of visit", options: kinds, value: kind }
            }
            fieldset { class: "field",
                legend { "Days" }
                p { class: "hint", "Tick none for any day" }
                div { class: "row",
                    for (n , day) in DAYS.into_iter().enumerate() {
                        Checkbox { form, name: "weekdays.{n}", value: "{n + 1}", label: weekday_name(day) }
                    }
                }
            }
            fieldset { class: "field",
                legend { "Times of day" }
                p { class: "hint", "At the clinic. Tick none for any time" }
                div { class: "row",
                    for (n , (part , label)) in PARTS.into_iter().enumerate() {
                        Checkbox { form, name: "times.{n}", value: part, label }
                    }
                }
            }
            div { class: "form-row",
                TextField { form, name: "earliest", label: "From", kind: "date", width: "w-16", optional: true, hint: "Else from today" }
                TextField { form, name: "latest", label: "Until", kind: "date", width: "w-16", optional: true, hint: "Else as long as times are given" }
            }
            TextField { form, name: "reason", label: "Reason", maxlength: 300, hint: "One line that tells the doctor what it is about" }
            TextArea { form, name: "symptoms", label: "Symptoms", rows: 4, maxlength: 2000, optional: true,
                hint: "Since when, how often, how badly" }
            SubmitButton { form, label: "Join the waiting list" }
            p { class: "small quiet",
                "Who waits longest is asked first. A doctor reads what you write only once you accept a time."
            }
        }
    }
}
