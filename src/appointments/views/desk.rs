//! The doctor's desk: who waits for an answer, today, and what is to come.

use dioxus::prelude::*;

use super::count;
use super::list::{Row, Show, page_of};
use crate::answer::use_answer;
use crate::app::{Problem, Route};
use crate::appointments::api;
use crate::appointments::model::{Appointment, Dashboard};
use crate::notifications::views::use_live;
use crate::time;
use crate::ui::*;

/// What the query asks for: `accepted`, `past`, else the requests.
#[component]
pub fn Desk(status: ReadSignal<String>, cursor: ReadSignal<String>) -> Element {
    let live = use_live();
    let mut figures = use_answer(move || {
        live.tick.read();
        api::dashboard()
    })?;
    let board = match &*figures.read() {
        Ok(board) => board.clone(),
        Err(error) => return rsx! { Problem { error: error.clone(), onretry: move |()| figures.restart() } },
    };
    let shown = status.read().clone();
    let tab = |status: &str| Route::AppointmentsPage { status: status.to_owned(), cursor: String::new() }.to_string();
    let title = match board.pending {
        0 => "Nobody waits for your answer".to_owned(),
        1 => "One person waits for your answer".to_owned(),
        n => format!("{n} people wait for your answer"),
    };
    rsx! {
        PageTitle { text: "Requests" }
        div { class: "stack gap-5",
            PageHeader { title, eyebrow: format!("{} {} · {}", time::weekday(board.date), time::long_date(board.date), time::place(&board.zone)) }
            Figures {
                Figure { label: "Pending", value: board.pending.to_string() }
                Figure { label: "Today", value: board.today.to_string() }
                Figure { label: "This week", value: board.this_week.to_string() }
                Figure { label: "Patients", value: board.patients.to_string() }
            }
            Subnav { label: "Which appointments",
                NavLink { to: tab(""), current: (shown != "accepted" && shown != "past").then_some("page"), "Requests" }
                NavLink { to: tab("accepted"), current: (shown == "accepted").then_some("page"), "To come" }
                NavLink { to: tab("past"), current: (shown == "past").then_some("page"), "Earlier" }
            }
            div { class: "split",
                Appointments { status, cursor }
                Agenda { board }
            }
        }
    }
}

/// The list that the tab names.
#[component]
fn Appointments(status: ReadSignal<String>, cursor: ReadSignal<String>) -> Element {
    let live = use_live();
    let mut answer = use_answer(move || {
        live.tick.read();
        let (status, when) = match status.read().as_str() {
            "past" => (None, "past"),
            "accepted" => (Some("accepted"), "upcoming"),
            _ => (Some("pending"), "upcoming"),
        };
        api::list(status.map(str::to_owned), Some(when.to_owned()), None, None, Some(cursor.read().clone()), None)
    })?;
    let shown = status.read().clone();
    let requests = shown != "accepted" && shown != "past";
    let heading = match shown.as_str() {
        "accepted" => "Accepted, to come",
        "past" => "Earlier",
        _ => "Waiting for you",
    };
    let page = answer.read();
    match &*page {
        Err(error) => rsx! { Problem { error: error.clone(), onretry: move |()| answer.restart() } },
        Ok(page) if page.items.is_empty() => match shown.as_str() {
            "accepted" => rsx! {
                Empty { icon: IconName::Calendar, title: "Nothing accepted to come", p { "Requests that you accept stand here until they are over." } }
            },
            "past" => rsx! {
                Empty { icon: IconName::History, title: "Nothing earlier", p { "What is over is kept here." } }
            },
            _ => rsx! {
                Empty { icon: IconName::Inbox, title: "No requests",
                    p { "New requests appear here by themselves. Patients see the free times of your hours." }
                    div { class: "row", Link { class: "button second", to: "/availability", "Look at your hours" } }
                }
            },
        },
        Ok(page) => rsx! {
            section { class: "card flush", aria_labelledby: "list",
                div { class: "card-head",
                    h2 { id: "list", "{heading}" }
                    if requests {
                        span { class: "small quiet", "the soonest first" }
                    }
                }
                ul { class: "requests",
                    for appointment in page.items.clone() {
                        if requests {
                            Request { key: "{appointment.id}", appointment }
                        } else {
                            Row { key: "{appointment.id}", appointment, show: Show::Patient }
                        }
                    }
                }
                if let Some(next) = &page.next {
                    LoadMore { href: Route::AppointmentsPage { status: shown.clone(), cursor: next.clone() }.to_string() }
                }
            }
        },
    }
}

/// A request. One press accepts it at the clinic whose time it is; all else is on its page.
#[component]
fn Request(appointment: Appointment) -> Element {
    let a = &appointment;
    let form = use_form_in(&format!("/api/appointments/{}/accept", a.id), &a.id.to_string());
    let toasts = use_toasts();
    let mut live = use_live();
    let id = a.id;
    let name = a.patient.full_name.clone();
    let clinic = a.clinic_id.map(|id| id.to_string()).unwrap_or_default();
    rsx! {
        li { class: "request",
            div { class: "when",
                strong { "{a.local.short_day()}" }
                span { class: "nowrap", "{a.local.hours()}" }
                " "
                span { class: "quiet small", "{a.local.zone_name()}" }
            }
            div { class: "who",
                Avatar { name: a.patient.full_name.clone(), image: a.patient.photo.clone() }
                div {
                    h3 { Link { to: page_of(id), "{a.patient.full_name}, {a.patient.age}" } }
                    p { class: "quiet clamp", "{a.reason}" }
                    p { class: "small quiet",
                        if a.referred { "Referred by a colleague · " }
                        "answer by {a.answer_by_local.short_day()} {a.answer_by_local.time}"
                    }
                }
            }
            div { class: "acts",
                PostForm {
                    form,
                    to: "/appointments",
                    back: format!("/appointments/{id}"),
                    class: "row gap-2",
                    summary: false,
                    onsubmit: move |typed: Values| {
                        let call = api::accept(id.to_string(), Some(typed.get("clinic_id").into()), None, None, Some(typed.get("idempotency_key").into()));
                        let name = name.clone();
                        form.run(call, move |_| {
                            toasts.success(format!("{name} knows that you accepted."));
                            live.tick += 1;
                        });
                    },
                    Hidden { name: "clinic_id", value: clinic }
                    // Pressing twice is one answer to this request as it stands.
                    Hidden { name: "idempotency_key", value: format!("accept-{id}-{}", a.version) }
                    SubmitButton { form, label: "Accept", small: true }
                }
                Link { class: "button second small", to: page_of(id), "More"
                    span { class: "visually-hidden", " about {a.patient.full_name}" }
                }
            }
            if let Some(error) = form.error() {
                div { class: "full", Banner { kind: BannerKind::Error, p { "{error.message}" } } }
            }
        }
    }
}

/// Today, in order.
#[component]
fn Agenda(board: Dashboard) -> Element {
    rsx! {
        aside { class: "card stack", aria_labelledby: "agenda",
            h2 { id: "agenda", "Today" }
            if board.agenda.is_empty() {
                p { class: "quiet", "No appointments today." }
            } else {
                p { class: "small quiet", {count(board.today, "appointment", "appointments")} }
                ol { class: "rail",
                    for a in board.agenda {
                        li { key: "{a.id}",
                            time { "{a.local.time}" }
                            div { class: "slot {a.status.as_str()}",
                                h3 { Link { to: page_of(a.id), "{a.patient.full_name}" } }
                                p { class: "small quiet",
                                    "{a.reason}"
                                    if let Some(place) = a.location { " · {place.name}" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
