//! The steps of the guide, made on the server.

use dioxus::prelude::*;

use super::end::end;
use crate::directory::guide::answers::{Answers, Ask, PAGE, address};
use crate::directory::guide::data::Help;
use crate::directory::guide::walk::{Next, Offer, Question, RedFlag, answered};
use crate::directory::guide::words::{self, a_doctor};
use crate::directory::model::{DoctorCard, GuideStep};
use crate::ui::*;

/// What the page shows of a step; the doctors are those of its end.
pub fn guide_step(answers: &Answers, next: &Next, doctors: &[DoctorCard]) -> GuideStep {
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    match next {
        Next::Question(question) => GuideStep {
            title: words::question(question.ask, answers.topic).to_owned(),
            eyebrow: Some(format!("Question {} of {}", question.number, question.of)),
            lede: text(words::hint(question.ask)),
            back: answers.before(question.ask).map(|ask| answers.again(ask)),
            part: Html::of(rsx! {
                div { class: "stack gap-5",
                    {progress_bar(question.number, question.of)}
                    {asked(answers, question)}
                }
            }),
        },
        Next::RedFlag(flag) => GuideStep {
            title: words::call(flag.help).to_owned(),
            eyebrow: None,
            lede: None,
            back: Some(answers.again(flag.ask)),
            part: Html::of(raised(answers, *flag)),
        },
        Next::End(found) => GuideStep {
            title: format!("Start with {}", a_doctor(found.first.specialty.slug)),
            eyebrow: Some("Where your answers lead".to_owned()),
            lede: text(&found.first.why),
            back: answers.last().map(|ask| answers.again(ask)),
            part: Html::of(end(answers, found, doctors)),
        },
    }
}

fn asked(answers: &Answers, question: &Question) -> Element {
    if question.ask == Ask::Where {
        return topics(question);
    }
    rsx! {
        div { class: "split",
            form { class: "form", method: "get", action: PAGE,
                for (name , value) in answers.beside(question.ask) {
                    input { r#type: "hidden", name, "value": value }
                }
                // The page's heading is the question, so it names the choices too.
                fieldset { class: "field", "aria-labelledby": "page-title",
                    div { class: "choices",
                        for (n , offer) in question.offers.iter().enumerate() {
                            if question.ask == Ask::Signs && n + 1 == question.offers.len() {
                                p { class: "quiet", "or" }
                            }
                            {choice(question, n, offer)}
                        }
                    }
                }
                div { class: "form-actions",
                    button { class: "button", r#type: "submit", "Continue" }
                }
            }
            {summary(answers)}
        }
    }
}

fn choice(question: &Question, n: usize, offer: &Offer) -> Element {
    let name = question.ask.name();
    let more = (!offer.hint.is_empty()).then(|| format!("{name}-{n}-more"));
    rsx! {
        label { class: "choice",
            input {
                r#type: "radio",
                name,
                "value": offer.value,
                "checked": question.chosen == Some(offer.value),
                required: true,
                "aria-labelledby": "{name}-{n}",
                "aria-describedby": more.clone(),
            }
            span { id: "{name}-{n}", {offer.label} }
            if let Some(id) = more.clone() {
                span { class: "hint", id, {offer.hint} }
            }
        }
    }
}

/// The first question: links, so that a press is an answer.
fn topics(question: &Question) -> Element {
    rsx! {
        div { class: "stack gap-5",
            p { class: "measure", {words::WHAT_IT_IS} " " {words::NO_DIAGNOSIS} }
            p { class: "emergency measure",
                {words::EMERGENCY}
                " Call your emergency number now: "
                {numbers()}
                "."
            }
            ul { class: "specialties",
                for offer in &question.offers {
                    li {
                        a {
                            href: address(&[(question.ask.name(), offer.value)]),
                            "aria-current": (question.chosen == Some(offer.value)).then_some("true"),
                            div { {offer.label} span { {offer.hint} } }
                        }
                    }
                }
            }
            p { class: "small quiet measure", {words::PRIVACY} }
        }
    }
}

/// Numbers to call in a sentence, as links that a phone dials.
pub(super) fn numbers() -> Element {
    rsx! {
        for (n , (number , whence)) in words::NUMBERS.into_iter().enumerate() {
            if n > 0 {
                ", "
            }
            a { href: "tel:{number}", {number} }
            " in {whence}"
        }
    }
}

fn raised(answers: &Answers, flag: RedFlag) -> Element {
    rsx! {
        div { class: "split",
            div { class: "stack gap-5",
                div { class: "emergency stack gap-3",
                    p { class: "large", {flag.why} }
                    p { {words::whom_to_call(flag.help)} }
                    ul { class: "stack gap-2",
                        for (number , whence) in words::NUMBERS {
                            li {
                                a { class: "button danger", href: "tel:{number}", "Call {number} in {whence}" }
                            }
                        }
                    }
                    if flag.help == Help::Crisis {
                        p {
                            a { href: words::CRISIS_LINES, rel: "noopener noreferrer", target: "_blank",
                                "Find a crisis line in your country"
                                span { class: "visually-hidden", " (opens a new tab)" }
                            }
                        }
                    }
                }
                section { class: "stack gap-2", aria_labelledby: "until",
                    h2 { id: "until", "Until help is there" }
                    div { class: "prose",
                        ul {
                            for line in words::until_help(flag.help) {
                                li { {*line} }
                            }
                        }
                    }
                }
                p {
                    "You are here because you answered “{flag.said}”. If that is not so, "
                    a { href: answers.again(flag.ask), "change this answer" }
                    "."
                }
            }
            {summary(answers)}
        }
    }
}

/// The answers, each with a way to change it.
pub(super) fn summary(answers: &Answers) -> Element {
    let given = Ask::ALL
        .into_iter()
        .filter(|ask| answers.asks(*ask))
        .filter_map(|ask| Some((ask, answered(answers, ask)?)));
    rsx! {
        section { class: "card stack gap-3", aria_labelledby: "answers",
            h2 { id: "answers", "Your answers" }
            dl { class: "answers",
                for (ask , answer) in given {
                    div {
                        dt { {words::short(ask)} }
                        dd { {answer} }
                        dd {
                            a { href: answers.again(ask),
                                "Change"
                                span { class: "visually-hidden", ": {words::short(ask)}" }
                            }
                        }
                    }
                }
            }
            p { class: "small", a { href: PAGE, "Start again" } }
        }
    }
}
