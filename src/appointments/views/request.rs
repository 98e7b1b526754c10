//! Asking for a time.

use dioxus::prelude::*;

use super::list::pair;
use crate::answer::use_answer;
use crate::app::Problem;
use crate::availability::views::request_page;
use crate::directory::model::RequestView;
use crate::time::{FreeTime, rfc3339};
use crate::ui::*;

/// Where a request leads; the id is the new appointment's, from the answer. A constant, since rsx
/// would put a variable of this name into a literal.
const CONFIRMATION: &str = "/appointments/{id}?requested=yes";

/// The heading of the form.
const HEADING: &str = "request";

/// `/doctors/:id/request?start=` and `/doctors/:id/request/:visit?start=`: what kind of visit, which time, and why.
#[component]
pub fn RequestPage(
    id: ReadSignal<String>,
    visit: ReadSignal<String>,
    start: ReadSignal<String>,
) -> Element {
    let asked = use_answer(move || {
        let [id, visit, start] = [id, visit, start].map(|asked| asked.read().clone());
        crate::directory::api::request_view(id, Some(visit), Some(start))
    })?;
    let view = match &*asked.read() {
        Ok(view) => view.clone(),
        Err(error) => return rsx! { Problem { error: error.clone() } },
    };
    let mut back = ["/doctors/", view.doctor_id.as_str()].concat();
    if !view.visit.is_empty() {
        back = [back.as_str(), "?visit=", view.visit.as_str()].concat();
    }
    rsx! {
        PageTitle { text: t!("appointments-request") }
        div { class: "stack gap-5",
            div { class: "row keep gap-4",
                {portrait(&view.full_name, view.photo.clone(), "big")}
                PageHeader {
                    title: t!("appointments-request-with", name = view.full_name),
                    lede: view.specialty.clone(),
                    back: (back, view.full_name.clone()),
                }
            }
            if !view.kinds.is_empty() {
                section { class: "stack", aria_labelledby: "kinds",
                    h2 { id: "kinds", {t!("appointments-request-kind")} }
                    Made { part: view.kinds.clone() }
                }
            }
            div { class: "split even",
                // The form first: whoever chose a time has come for it.
                RequestForm { view: view.clone(), start: start.read().clone() }
                section { class: "card stack", aria_labelledby: "times",
                    h2 { id: "times", {t!("appointments-choose-time")} }
                    Made { class: "stack", part: view.times }
                }
            }
        }
    }
}

/// The form beside the times. It stays as it is when another time is chosen.
#[component]
fn RequestForm(view: RequestView, start: String) -> Element {
    let form = use_form("/api/appointments");
    use_focus_on_change(&start, HEADING, false);
    let navigator = use_navigator();
    let nearest = form.error().map(|error| error.nearest).unwrap_or_default();
    rsx! {
        section { class: "card stack", aria_labelledby: HEADING,
            h2 { id: HEADING, tabindex: "-1", {t!("appointments-request-yours")} }
            Made { part: view.told }
            PostForm {
                form,
                to: CONFIRMATION,
                back: request_page(&view.doctor_id, &view.visit, &start),
                onsaved: move |made: Saved| {
                    navigator.replace(["/appointments/", made.text("id").as_str(), "?requested=yes"].concat());
                },
                Hidden { name: "doctor_id", value: view.doctor_id.clone() }
                Hidden { name: "visit_type", value: view.visit.clone() }
                IdempotencyKey {}
                if nearest.is_empty() {
                    Hidden { name: "starts_at", value: view.starts_at }
                } else {
                    RadioCards { form, name: "starts_at", label: t!("appointments-another-time"), options: times(&nearest), hint: t!("appointments-nearest") }
                }
                TextField { form, name: "reason", label: t!("appointments-reason"), maxlength: 300, hint: t!("appointments-reason-hint") }
                TextArea { form, name: "symptoms", label: t!("appointments-symptoms"), rows: 4, maxlength: 2000, optional: true,
                    hint: t!("appointments-symptoms-hint") }
                SubmitButton { form, label: t!("appointments-request-send") }
                p { class: "small quiet",
                    {t!("appointments-answers", name = view.full_name, count = view.answer_hours)}
                    " "
                    {t!("appointments-held")}
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
            let label = pair(&time.local.short_day(), time.local.hours());
            Choice::new(rfc3339(time.starts_at), label)
                .hint(time.local.zone_name())
                .time(time.starts_at, &time.local)
        })
        .collect()
}
