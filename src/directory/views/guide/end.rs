//! The end of the guide: a specialty, how soon, and who is free.

use dioxus::prelude::*;

use super::parts::{numbers, summary};
use crate::directory::guide::answers::{Answers, signs};
use crate::directory::guide::data::Urgency;
use crate::directory::guide::outcome::{End, Lead};
use crate::directory::guide::words;
use crate::directory::model::DoctorCard;
use crate::directory::views::card::{kind, next_free};
use crate::directory::views::{GP, instead, of_specialty};
use crate::ui::*;

pub(super) fn end(
    answers: &Answers,
    end: &End,
    doctors: &[DoctorCard],
    listed: &[&str],
) -> Element {
    rsx! {
        div { class: "split",
            div { class: "stack gap-6",
                {how_soon(end, listed)}
                p { class: "small quiet", {words::NO_DIAGNOSIS.said()} }
                {who_is_free(&end.first, doctors, listed)}
                if let Some(second) = &end.second {
                    {another(second, listed)}
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

fn how_soon(end: &End, listed: &[&str]) -> Element {
    let (title, text) = words::urgency(end.urgency, end.fresh);
    let text = text.said();
    let ask = words::ASK_GP.said();
    let with_gp = text.split_once(ask.as_str());
    let with_gp = with_gp.filter(|_| listed.contains(&GP));
    let kind = match end.urgency {
        Urgency::Today => BannerKind::Warning,
        Urgency::Week | Urgency::Routine => BannerKind::Info,
    };
    rsx! {
        Banner { kind, title: title.said(),
            if let Some((before, after)) = with_gp {
                p {
                    "{before}"
                    a { href: of_specialty(GP), "{ask}" }
                    "{after}"
                }
            } else {
                p { "{text}" }
            }
            if let Some(also) = words::also(end.who) {
                p { {also.said()} }
            }
        }
    }
}

fn who_is_free(lead: &Lead, doctors: &[DoctorCard], listed: &[&str]) -> Element {
    let entry = lead.specialty;
    let all = of_specialty(entry.slug);
    rsx! {
        section { class: "stack gap-3", aria_labelledby: "free",
            h2 { id: "free", {ts!("guide-free-first", specialty = entry.name.said())} }
            if !listed.contains(&entry.slug) {
                p { {ts!("directory-none-listed")} "." }
                if listed.contains(&GP) {
                    p { {ts!("directory-gp-instead")} }
                }
                div { class: "row", {instead(listed)} }
            } else if doctors.is_empty() {
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
    rsx! {
        li { class: "result",
            {portrait(&card.full_name, card.photo.clone(), "big")}
            div { class: "stack gap-1",
                h3 { a { href: "/doctors/{card.id}", {card.full_name.as_str()} } }
                {kind(card)}
                if let Some(clinic) = card.clinics.first() {
                    p { class: "small quiet", dir: "auto", "{clinic.name}, {clinic.address}" }
                }
            }
            if let Some(free) = &card.next_free {
                div { class: "stack gap-2",
                    {next_free(card, free)}
                }
            }
        }
    }
}

fn another(lead: &Lead, listed: &[&str]) -> Element {
    let entry = lead.specialty;
    rsx! {
        section { class: "stack gap-2", aria_labelledby: "another",
            h2 { id: "another", {ts!("guide-another")} }
            p {
                {lead.why.as_str()}
                " "
                if listed.contains(&entry.slug) {
                    a { href: of_specialty(entry.slug), {ts!("directory-doctors-of", specialty = entry.name.said())} }
                } else {
                    {ts!("directory-none-listed")}
                    "."
                }
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
