//! The doctor's desk: who waits for an answer, today, and what is to come.

use dioxus::prelude::*;
use uuid::Uuid;

use super::letter;
use super::list::{Show, more, other_half, pair, path_of, row, when};
use crate::answer::use_answer;
use crate::app::Problem;
use crate::appointments::api;
use crate::appointments::model::{Appointment, Dashboard};
use crate::notifications::views::{Live, use_live};
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
        Err(error) => {
            return rsx! { Problem { error: error.clone(), onretry: move |()| figures.restart() } };
        }
    };
    let shown = status.read().clone();
    let title = t!("appointments-waiting", count = board.pending);
    rsx! {
        PageTitle { text: t!("app-nav-requests") }
        div { class: "stack gap-5",
            PageHeader { title, eyebrow: format!("{} · {}", time::long_day(board.date), time::place(&board.zone)) }
            Figures {
                Figure { label: t!("appointments-figure-pending"), value: board.pending.to_string() }
                Figure { label: t!("appointments-today"), value: board.today.to_string() }
                Figure { label: t!("appointments-this-week"), value: board.this_week.to_string() }
                Figure { label: t!("app-nav-patients"), value: board.patients.to_string() }
            }
            {tabs(&shown)}
            div { class: "split",
                Appointments { status, cursor }
                Agenda { board }
            }
        }
    }
}

/// Requests, the week, what is to come, what was: where a doctor is among them.
pub fn tabs(shown: &str) -> Element {
    let tab = |status: &str, label: String| {
        let here = match shown {
            "week" | "accepted" | "past" => shown == status,
            _ => status.is_empty(),
        };
        let to = match status {
            "week" => "/appointments?view=week".to_owned(),
            "" => "/appointments".to_owned(),
            status => format!("/appointments?status={status}"),
        };
        rsx! {
            a { href: to, aria_current: here.then_some("page"), "{label}" }
        }
    };
    rsx! {
        Subnav { label: t!("appointments-which"),
            {tab("", t!("app-nav-requests"))}
            {tab("week", t!("appointments-week"))}
            {tab("accepted", t!("appointments-to-come"))}
            {tab("past", t!("appointments-earlier"))}
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
            "accepted" => (Some("accepted,proposed"), "upcoming"),
            _ => (Some("pending"), "upcoming"),
        };
        api::list(
            status.map(str::to_owned),
            Some(when.to_owned()),
            None,
            None,
            Some(cursor.read().clone()),
            None,
        )
    })?;
    let press = use_press(live);
    let shown = status.read().clone();
    let requests = shown != "accepted" && shown != "past";
    let heading = match shown.as_str() {
        "accepted" => t!("appointments-to-come"),
        "past" => t!("appointments-earlier"),
        _ => t!("appointments-waiting-you"),
    };
    let page = answer.read();
    match &*page {
        Err(error) => {
            rsx! { Trouble { error: error.clone(), onretry: move |()| answer.restart() } }
        }
        Ok(page) if page.items.is_empty() => match shown.as_str() {
            "accepted" => rsx! {
                Empty { icon: IconName::Calendar, title: t!("appointments-to-come-none"), p { {t!("appointments-to-come-none-why")} } }
            },
            "past" => rsx! {
                Empty { icon: IconName::History, title: t!("appointments-earlier-none"), p { {t!("appointments-earlier-none-why")} } }
            },
            _ => rsx! {
                Empty { icon: IconName::Inbox, title: t!("appointments-requests-none"),
                    p { {t!("appointments-requests-none-why")} }
                    div { class: "row", a { class: "button second", href: "/availability", {t!("appointments-requests-go")} } }
                }
            },
        },
        Ok(page) => rsx! {
            section { class: "card flush", aria_labelledby: "list",
                div { class: "card-head",
                    h2 { id: "list", tabindex: "-1", "{heading}" }
                    if requests {
                        span { class: "small quiet", {t!("appointments-requests-order")} }
                    }
                }
                ul { class: "requests",
                    for appointment in &page.items {
                        if requests {
                            {request(appointment, press)}
                        } else {
                            {row(appointment, Show::Patient)}
                        }
                    }
                }
                if let Some(next) = &page.next {
                    LoadMore { href: more(&shown, next) }
                }
            }
        },
    }
}

/// One press accepts a request at the clinic whose time it is; all else is on its page.
#[derive(Clone, Copy)]
struct Press {
    /// The request that is being answered.
    busy: Signal<Option<Uuid>>,
    /// The request that could not be accepted, and why.
    failed: Signal<Option<(Uuid, String)>>,
    toasts: Toasts,
    live: Live,
}

fn use_press(live: Live) -> Press {
    Press {
        busy: use_signal(|| None),
        failed: use_signal(|| None),
        toasts: use_toasts(),
        live,
    }
}

impl Press {
    fn accept(mut self, a: &Asked) {
        if self.busy.peek().is_some() {
            return;
        }
        self.busy.set(Some(a.id));
        self.failed.set(None);
        let (id, name) = (a.id, a.name.clone());
        let fields = [
            ("clinic_id", &a.clinic),
            ("idempotency_key", &a.key),
            ("version", &a.version),
        ]
        .map(|(field, text)| (field.to_owned(), text.clone()));
        let call = send(
            "POST",
            format!("/api/appointments/{id}/accept"),
            fields.into(),
        );
        spawn(async move {
            match call.await {
                Ok(_) => {
                    self.toasts
                        .success(t!("appointments-accepted", name = name));
                    self.live.tick += 1;
                    // The row goes, and what was pressed with it.
                    browser::focus_quietly("list");
                }
                Err(error) => self.failed.set(Some((id, error.message))),
            }
            self.busy.set(None);
        });
    }
}

/// What the press sends.
struct Asked {
    id: Uuid,
    name: String,
    clinic: String,
    /// Pressing twice is one answer to this request as it stands.
    key: String,
    /// As it stands in the row.
    version: String,
}

/// A request as a row. Not a component: see [`crate::ui::portrait`].
fn request(a: &Appointment, press: Press) -> Element {
    let asked = Asked {
        id: a.id,
        name: a.patient.full_name.clone(),
        clinic: a.clinic_id.map(|id| id.to_string()).unwrap_or_default(),
        key: format!("accept-{}-{}", a.id, a.version),
        version: a.version.to_string(),
    };
    let page = path_of(a.id);
    let busy = (*press.busy.read() == Some(a.id)).then_some("true");
    let failed = press
        .failed
        .read()
        .as_ref()
        .filter(|(id, _)| *id == a.id)
        .map(|(_, why)| why.clone());
    rsx! {
        li { key: "{a.id}", class: "request",
            {when(a)}
            div { class: "who",
                {portrait(&a.patient.full_name, a.patient.photo.clone(), "")}
                div {
                    h3 { a { href: "{page}", {pair(&a.patient.full_name, a.patient.age)} }
                        " "
                        {letter::urgency(a.referral.as_ref())}
                    }
                    p { class: "quiet clamp", dir: "auto", "{a.reason}" }
                    {other_half(a)}
                    if let Some(letter) = &a.referral {
                        p { class: "small clamp", {t!("appointments-referred-by", name = letter.from, reason = letter.reason)} }
                        if let Some(note) = &letter.note {
                            p { class: "small clamp", {t!("appointments-note-to-you", note = note)} }
                        }
                    }
                    p { class: "small quiet",
                        {t!("appointments-answer-by", day = a.answer_by_local.short_day(), time = a.answer_by_local.time)}
                    }
                }
            }
            div { class: "acts",
                form { class: "row gap-2", method: "post", action: "/api/appointments/{a.id}/accept",
                    input { r#type: "hidden", name: "_to", value: "/appointments" }
                    input { r#type: "hidden", name: "_back", value: "{page}" }
                    input { r#type: "hidden", name: "clinic_id", value: "{asked.clinic}" }
                    input { r#type: "hidden", name: "idempotency_key", value: "{asked.key}" }
                    input { r#type: "hidden", name: "version", value: "{asked.version}" }
                    button { class: "button small", r#type: "submit", "aria-busy": busy, "aria-disabled": busy,
                        onclick: move |event: MouseEvent| {
                            event.prevent_default();
                            press.accept(&asked);
                        },
                        {t!("appointments-accept")}
                        span { class: "visually-hidden", " " bdi { "{a.patient.full_name}" } }
                    }
                }
                a { class: "button second small", href: "{page}", {t!("appointments-more")}
                    span { class: "visually-hidden", " " {t!("appointments-more-about", name = a.patient.full_name)} }
                }
            }
            if let Some(why) = failed {
                div { class: "full", Banner { kind: BannerKind::Error, p { role: "alert", "{why}" } } }
            }
        }
    }
}

/// Today, in order.
#[component]
fn Agenda(board: Dashboard) -> Element {
    rsx! {
        aside { class: "card stack", aria_labelledby: "agenda",
            h2 { id: "agenda", {t!("appointments-today")} }
            if board.agenda.is_empty() {
                p { class: "quiet", {t!("appointments-today-none")} }
            } else {
                p { class: "small quiet", {t!("appointments-count", count = board.today)} }
                ol { class: "rail",
                    for a in board.agenda {
                        li { key: "{a.id}",
                            time { "{a.local.time}" }
                            div { class: "slot {a.status.as_str()}",
                                h3 { a { href: path_of(a.id), bdi { "{a.patient.full_name}" } } }
                                p { class: "small quiet",
                                    bdi { "{a.reason}" }
                                    if let Some(place) = a.location { " · " bdi { "{place.name}" } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
