//! The end of the guide: a specialty, how soon, and who is free.

use dioxus::prelude::*;

use super::parts::{numbers, summary};
use crate::availability::views::request_page;
use crate::directory::guide::answers::{Answers, signs};
use crate::directory::guide::data::Urgency;
use crate::directory::guide::outcome::{End, Lead};
use crate::directory::guide::words;
use crate::directory::model::DoctorCard;
use crate::directory::specialties;
use crate::directory::views::of_specialty;
use crate::time::rfc3339;
use crate::ui::*;

pub(super) fn end(answers: &Answers, end: &End, doctors: &[DoctorCard]) -> Element {
    rsx! {
        div { class: "split",
            div { class: "stack gap-6",
                {how_soon(end)}
                p { class: "small quiet", {words::NO_DIAGNOSIS} }
                {who_is_free(&end.first, doctors)}
                if let Some(second) = &end.second {
                    {another(second)}
                }
                section { class: "stack gap-2", aria_labelledby: "meanwhile",
                    h2 { id: "meanwhile", "Until you are seen" }
                    div { class: "prose",
                        ul {
                            for line in end.topic.meanwhile {
                                li { {*line} }
                            }
                        }
                    }
                }
                {call_if(answers, end)}
            }
            div { class: "stack",
                {summary(answers)}
                p { class: "small quiet", {words::PRIVACY} }
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
        Banner { kind, title: title.to_owned(),
            p { {text} }
            if let Some(also) = words::also(end.who) {
                p { {also} }
            }
        }
    }
}

fn who_is_free(lead: &Lead, doctors: &[DoctorCard]) -> Element {
    let entry = lead.specialty;
    let all = of_specialty(entry.slug);
    rsx! {
        section { class: "stack gap-3", aria_labelledby: "free",
            h2 { id: "free", "{entry.name}: who is free first" }
            if doctors.is_empty() {
                p { "Nobody of this specialty has a free time here at present. "
                    a { href: all, "See who is listed" }
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
                p { a { href: all, "All doctors of {entry.name}" } }
            }
        }
    }
}

/// A doctor and the next free time.
fn row(card: &DoctorCard) -> Element {
    let id = card.id.to_string();
    let page = format!("/doctors/{id}");
    let kind = specialties::doctor_of(&card.specialty.slug);
    rsx! {
        li { class: "result",
            {portrait(&card.full_name, card.photo.clone(), "big")}
            div { class: "stack gap-1",
                h3 { a { href: page.clone(), {card.full_name.as_str()} } }
                p {
                    {kind}
                    if !card.languages.is_empty() {
                        span { class: "quiet", " · speaks {card.languages.join(\", \")}" }
                    }
                }
                if let Some(clinic) = card.clinics.first() {
                    p { class: "small quiet", "{clinic.name}, {clinic.address}" }
                }
            }
            if let Some(free) = &card.next_free {
                div { class: "stack gap-2",
                    p { class: "small quiet", "Next free, {free.local.zone_name()}" }
                    a {
                        class: "time",
                        href: request_page(&id, "", &rfc3339(free.starts_at)),
                        "{free.local.short_day()}, {free.local.time}"
                        span { class: "visually-hidden", " with {card.full_name}" }
                    }
                    a { class: "small", href: page.clone(),
                        "All times"
                        span { class: "visually-hidden", " of {card.full_name}" }
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
            h2 { id: "another", "Who else may fit" }
            p { {lead.why.as_str()} " " a { href: of_specialty(entry.slug), "Doctors: {entry.name}" } }
        }
    }
}

/// What would make it an emergency after all.
fn call_if(answers: &Answers, end: &End) -> Element {
    rsx! {
        section { class: "emergency stack gap-2", aria_labelledby: "call",
            h2 { id: "call", "Call your emergency number if this happens" }
            div { class: "prose",
                ul {
                    for sign in signs(end.topic, answers.who) {
                        li { {sign.label} }
                    }
                }
            }
            p { "Call " {numbers()} "." }
        }
    }
}
