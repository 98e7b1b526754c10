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
use crate::waiting::model::DayPart;

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

fn part_named(part: DayPart) -> String {
    match part {
        DayPart::Morning => ts!("waiting-morning-hours"),
        DayPart::Afternoon => ts!("waiting-afternoon-hours"),
        DayPart::Evening => ts!("waiting-evening-hours"),
    }
}

/// For one doctor.
pub fn of_doctor(doctor: &DoctorProfile, visit: &str) -> Element {
    let kind = chosen_visit(&doctor.visit_types, visit).map(|kind| kind.id.to_string());
    let id = doctor.id.to_string();
    rsx! {
        div { class: "narrow stack gap-5",
            PageHeader {
                title: ts!("waiting-with-doctor", name = doctor.full_name),
                lede: ts!("waiting-with-doctor-about"),
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
    let name = entry.name.said();
    rsx! {
        div { class: "narrow stack gap-5",
            PageHeader {
                title: ts!("waiting-in-specialty", specialty = name),
                lede: ts!("waiting-in-specialty-about"),
                back: (format!("/doctors?specialty={}", entry.slug), name.clone()),
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
            Choice::new(kind.id.to_string(), &kind.name)
                .hint(ts!("waiting-minutes", count = kind.minutes))
        })
        .collect();
    rsx! {
        PostForm { form, to: "/waiting?done=joined", back, class: "form card",
            Hidden { name, value }
            {key()}
            if !kinds.is_empty() {
                RadioCards { form, name: "visit_type", label: ts!("waiting-kind"), options: kinds, value: kind }
            }
            fieldset { class: "field",
                legend { {ts!("waiting-days")} }
                p { class: "hint", {ts!("waiting-days-hint")} }
                div { class: "checks",
                    for (n , day) in DAYS.into_iter().enumerate() {
                        Checkbox { form, name: "weekdays.{n}", value: "{n + 1}", label: weekday_name(day) }
                    }
                }
            }
            fieldset { class: "field",
                legend { {ts!("waiting-times")} }
                p { class: "hint", {ts!("waiting-times-hint")} }
                div { class: "checks few",
                    for (n , part) in DayPart::ALL.into_iter().enumerate() {
                        Checkbox { form, name: "times.{n}", value: part.as_str(), label: part_named(part) }
                    }
                }
            }
            div { class: "form-row",
                TextField { form, name: "earliest", label: ts!("waiting-from"), kind: "date", width: "w-16", optional: true, hint: ts!("waiting-from-hint") }
                TextField { form, name: "latest", label: ts!("waiting-until"), kind: "date", width: "w-16", optional: true, hint: ts!("waiting-until-hint") }
            }
            TextField { form, name: "reason", label: ts!("waiting-reason"), maxlength: 300, hint: ts!("waiting-reason-hint") }
            TextArea { form, name: "symptoms", label: ts!("waiting-symptoms"), rows: 4, maxlength: 2000, optional: true,
                hint: ts!("waiting-symptoms-hint") }
            SubmitButton { form, label: ts!("waiting-join") }
            p { class: "small quiet",
                {ts!("waiting-who-first")}
            }
        }
    }
}
