//! Asking for a time.

use chrono::{NaiveDate, TimeDelta};
use dioxus::prelude::*;

use crate::answer::use_answer;
use crate::app::{Problem, Route};
use crate::availability::model::VisitType;
use crate::availability::views::{SlotPicker, chosen_visit, request_page, visit_choices};
use crate::directory::model::DoctorProfile;
use crate::time::{FreeTime, parse_instant, rfc3339};
use crate::ui::*;

/// Where a request leads; the id is the new appointment's, from the answer. A constant, since rsx
/// would put a variable of this name into a literal.
const CONFIRMATION: &str = "/appointments/{id}?requested=yes";

/// The heading of the form.
const HEADING: &str = "request";

/// `/doctors/:id/request?start=`
#[component]
pub fn RequestPage(id: ReadSignal<String>, start: ReadSignal<String>) -> Element {
    rsx! {
        RequestVisitPage { id, visit: String::new(), start }
    }
}

/// `/doctors/:id/request/:visit?start=`
#[component]
pub fn RequestVisitPage(
    id: ReadSignal<String>,
    visit: ReadSignal<String>,
    start: ReadSignal<String>,
) -> Element {
    let doctor = use_answer(move || crate::directory::api::doctor(id.read().clone()))?;
    match &*doctor.read() {
        Ok(profile) => {
            let kind = chosen_visit(&profile.visit_types, &visit.read()).cloned();
            rsx! {
                Asking {
                    profile: profile.clone(),
                    start: start.read().clone(),
                    visit: kind.as_ref().map(|kind| kind.id.to_string()).unwrap_or_default(),
                    kind,
                }
            }
        }
        Err(error) => rsx! { Problem { error: error.clone() } },
    }
}

/// What kind of visit, which time, and why.
#[component]
fn Asking(
    profile: DoctorProfile,
    start: ReadSignal<String>,
    /// The id of the kind of visit; empty where the doctor has none to choose from.
    visit: ReadSignal<String>,
    kind: Option<VisitType>,
) -> Element {
    let id = profile.id.to_string();
    let times = {
        let id = id.clone();
        use_answer(move || {
            // The clinic's date may be the day before or after the one in UTC.
            let from = parse_instant(&start.read())
                .map(|at| (at - TimeDelta::days(1)).date_naive().to_string());
            let (days, visit) = (Some("3".to_owned()), Some(visit.read().clone()));
            crate::availability::api::slots(id.clone(), from, days, visit, None)
        })?
    };
    let wanted = parse_instant(&start.read());
    let times = times.get().map(|page| page.items).unwrap_or_default();
    let chosen = times
        .into_iter()
        .find(|time| Some(time.starts_at) == wanted);
    let from: Option<NaiveDate> = chosen
        .as_ref()
        .map(|time| time.local.date)
        .or(wanted.map(|at| at.date_naive()))
        .or(profile.next_free.as_ref().map(|time| time.local.date));
    let page = |visit: String| request_page(profile.id.to_string(), visit, start.read().clone());
    rsx! {
        PageTitle { text: "Request an appointment" }
        div { class: "stack gap-5",
            div { class: "row keep gap-4",
                Avatar { name: profile.full_name.clone(), image: profile.photo.clone(), size: "big" }
                PageHeader {
                    title: format!("Request an appointment with {}", profile.full_name),
                    lede: profile.specialty.name.clone(),
                    back: (Route::DoctorPage { id: id.clone(), from: String::new(), visit: visit.read().clone() }.to_string(), profile.full_name.clone()),
                }
            }
            if kind.is_some() {
                section { class: "stack", aria_labelledby: "kinds",
                    h2 { id: "kinds", "What kind of visit is it?" }
                    {visit_choices(&profile.visit_types, kind.as_ref(), page)}
                }
            }
            div { class: "split even",
                // The form first: whoever chose a time has come for it.
                RequestForm { profile: profile.clone(), chosen: chosen.clone(), start: start.read().clone(), kind: kind.clone() }
                section { class: "card stack", aria_labelledby: "times",
                    h2 { id: "times", "Choose a time" }
                    if let Some(from) = from {
                        SlotPicker {
                            doctor: id,
                            from,
                            visit,
                            clinics: profile.clinics.clone(),
                            chosen: chosen.as_ref().map(|time| time.starts_at),
                            first: profile.next_free.as_ref().map(|time| time.local.date),
                        }
                    } else {
                        Empty { icon: IconName::Calendar, title: "No free time at present",
                            p { "Everything that can be asked for is taken." }
                        }
                    }
                }
            }
        }
    }
}

/// The form beside the times. It stays as it is when another time is chosen.
#[component]
fn RequestForm(
    profile: DoctorProfile,
    chosen: Option<FreeTime>,
    start: String,
    kind: Option<VisitType>,
) -> Element {
    let form = use_form("/api/appointments");
    use_focus_on_change(&start, HEADING, false);
    let navigator = use_navigator();
    let id = profile.id.to_string();
    let visit = kind
        .as_ref()
        .map(|kind| kind.id.to_string())
        .unwrap_or_default();
    let nearest = form.error().map(|error| error.nearest).unwrap_or_default();
    let clinic = chosen.as_ref().and_then(|time| {
        profile
            .clinics
            .iter()
            .find(|clinic| clinic.id == time.clinic_id)
            .map(|clinic| clinic.name.clone())
    });
    rsx! {
        section { class: "card stack", aria_labelledby: HEADING,
            h2 { id: HEADING, tabindex: "-1", "Your request" }
            match &chosen {
                Some(time) => rsx! {
                    p {
                        strong { "{time.local.long_day()}, {time.local.hours()}" }
                        br {}
                        span { class: "quiet small",
                            "{time.local.zone_name()}"
                            if let Some(clinic) = clinic { " · {clinic}" }
                            if let Some(kind) = &kind { " · {kind.name}" }
                        }
                    }
                },
                None if start.is_empty() => rsx! { p { class: "quiet", "Choose a time first." } },
                None => rsx! {
                    Banner { kind: BannerKind::Warning,
                        p {
                            if let Some(kind) = &kind {
                                "That time is not free for “{kind.name}”. Choose another one."
                            } else {
                                "That time is no longer free. Choose another one."
                            }
                        }
                    }
                },
            }
            PostForm {
                form,
                to: CONFIRMATION,
                back: request_page(id.clone(), visit.clone(), start.clone()),
                onsaved: move |made: Saved| {
                    navigator.replace(Route::AppointmentPage { id: made.text("id"), requested: "yes".into(), colleague: String::new(), from: String::new() });
                },
                Hidden { name: "doctor_id", value: id }
                Hidden { name: "visit_type", value: visit }
                IdempotencyKey {}
                if nearest.is_empty() {
                    Hidden { name: "starts_at", value: chosen.as_ref().map(|time| rfc3339(time.starts_at)).unwrap_or(start) }
                } else {
                    RadioCards { form, name: "starts_at", label: "Another time", options: times(&nearest), hint: "The nearest that are free" }
                }
                TextField { form, name: "reason", label: "Reason", maxlength: 300, hint: "One line that tells the doctor what it is about" }
                TextArea { form, name: "symptoms", label: "Symptoms", rows: 4, maxlength: 2000, optional: true,
                    hint: "Since when, how often, how badly" }
                SubmitButton { form, label: "Request appointment" }
                p { class: "small quiet",
                    "{profile.full_name} answers within {profile.answer_hours} hours, and before the appointment. The time is held for you until then. Only this doctor, and one you are referred to, can read what you write."
                }
            }
        }
    }
}

/// Whoever chooses another time, or other days, on a page goes on with the form: the times change,
/// and what was pressed may be gone. A form that only `appears` on the page takes the focus then.
pub fn use_focus_on_change(chosen: &str, heading: &'static str, appears: bool) {
    let mut before = use_hook(|| {
        let appeared = appears && crate::ui::browser::is_hydrated();
        CopyValue::new(if appeared {
            String::new()
        } else {
            chosen.to_owned()
        })
    });
    use_effect(use_reactive((&chosen.to_owned(),), move |(chosen,)| {
        if *before.peek() != chosen {
            before.set(chosen);
            spawn(crate::ui::browser::arrive(heading));
        }
    }));
}

/// Free times as answers to choose from.
pub fn times(free: &[FreeTime]) -> Vec<Choice> {
    free.iter()
        .map(|time| {
            let label = format!("{}, {}", time.local.short_day(), time.local.hours());
            Choice::new(rfc3339(time.starts_at), label).hint(time.local.zone_name())
        })
        .collect()
}
