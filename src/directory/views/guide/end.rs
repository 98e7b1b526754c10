//! The end of the guide: a specialty, how soon, and who is free.

use dioxus::prelude::*;

use super::parts::{numbers, summary};
use crate::availability::views::request_page;
use crate::directory::guide::answers::{Answers, signs};
use crate::directory::guide::data::Urgency;
use crate::directory::guide::outcome::{End, Lead};
use crate::directory::guide::words;
use crate::directory::model::DoctorCard;
use crate::directory::views::of_specialty;
use crate::directory::{about, languages};
use crate::time::rfc3339;
use crate::ui::*;

pub(super) fn end(answers: &Answers, end: &End, doctors: &[DoctorCard]) -> Element {
    rsx! {
        div { class: "split",
            div { class: "stack gap-6",
                {how_soon(end)}
                p { class: "small quiet", {words::NO_DIAGNOSIS.said()} }
                {who_is_free(&end.first, doctors)}
                if let Some(second) = &end.second {
                    {another(second)}
                }
                section { class: "stack gap-2", aria_labelledby: "meanwhile",
                    h2 { id: "meanwhile", {ts!("guide-meanwhile")} }
                    div { class: "prose",
                        ul {
                            for line in end.topic.meanwhile {
                                li { {line.said()} }
                            }
                        }
                    }
                }
                {call_if(answers, end)}
            }
            div { class: "stack",
                {summary(answers)}
                p { class: "small quiet", {words::PRIVACY.said()} }
            }
        }
    }
}

fn how_soon(end: &End) -> Element {
    let (title, text) = words::urgency(end.urgency, end.fresh);
    let kind = match end.urgency {
        Urgency::Today => BannerKind::Warning,
        Urgency::Week | Urgency::Routine => BannerKind::Info,
    };
    rsx! {
        Banner { kind, title: title.said(),
            p { {text.said()} }
            if let Some(also) = words::also(end.who) {
                p { {also.said()} }
            }
        }
    }
}

fn who_is_free(lead: &Lead, doctors: &[DoctorCard]) -> Element {
    let entry = lead.specialty;
    let all = of_specialty(entry.slug);
    rsx! {
        section { class: "stack gap-3", aria_labelledby: "free",
            h2 { id: "free", {ts!("guide-free-first", specialty = entry.name.said())} }
            if doctors.is_empty() {
                p {
                    {ts!("guide-nobody-free")}
                    " "
                    a { href: all, {ts!("guide-who-is-listed")} }
                    "."
                }
            } else {
                div { class: "card flush",
                    ul { class: "list",
                        for card in doctors {
                            {row(card)}
                        }
                    }
                }
                p { a { href: all, {ts!("guide-all-doctors", specialty = entry.name.said())} } }
            }
        }
    }
}

/// A doctor and the next free time.
fn row(card: &DoctorCard) -> Element {
    let id = card.id.to_string();
    let page = format!("/doctors/{id}");
    let kind = about::doctor_of(&card.specialty.slug);
    rsx! {
        li { class: "result",
            {portrait(&card.full_name, card.photo.clone(), "big")}
            div { class: "stack gap-1",
                h3 { a { href: page.clone(), {card.full_name.as_str()} } }
                p {
                    {kind}
                    if !card.languages.is_empty() {
                        span { class: "quiet",
                            " · "
                            {ts!("directory-card-speaks", languages = languages::list(&card.languages))}
                        }
                    }
                }
                if let Some(clinic) = card.clinics.first() {
                    p { class: "small quiet", dir: "auto", "{clinic.name}, {clinic.address}" }
                }
            }
            if let Some(free) = &card.next_free {
                div { class: "stack gap-2",
                    p { class: "small quiet", {ts!("directory-card-next-free", zone = free.local.zone_name())} }
                    a {
                        class: "time",
                        href: request_page(&id, "", &rfc3339(free.starts_at)),
                        {free.local.briefly()}
                        span { class: "visually-hidden",
                            " "
                            {ts!("directory-card-with", doctor = card.full_name)}
                        }
                    }
                    a { class: "small", href: page.clone(),
                        {ts!("directory-card-all-times")}
                        span { class: "visually-hidden",
                            " "
                            {ts!("directory-card-of", doctor = card.full_name)}
                        }
                    }
                }
            }
        }
    }
}

fn another(lead: &Lead) -> Element {
    let entry = lead.specialty;
    rsx! {
        section { class: "stack gap-2", aria_labelledby: "another",
            h2 { id: "another", {ts!("guide-another")} }
            p {
                {lead.why.as_str()}
                " "
                a { href: of_specialty(entry.slug), {ts!("directory-doctors-of", specialty = entry.name.said())} }
            }
        }
    }
}

/// What would make it an emergency after all.
fn call_if(answers: &Answers, end: &End) -> Element {
    rsx! {
        section { class: "emergency stack gap-2", aria_labelledby: "call",
            h2 { id: "call", {ts!("guide-call-if")} }
            div { class: "prose",
                ul {
                    for sign in signs(end.topic, answers.who) {
                        li { {sign.label.said()} }
                    }
                }
            }
            p { {ts!("guide-call")} " " {numbers()} }
        }
    }
}
