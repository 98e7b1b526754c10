//! The steps of the guide, made on the server.

use dioxus::prelude::*;

use super::end::end;
use crate::directory::about::some_doctor;
use crate::directory::guide::answers::{Answers, Ask, PAGE, address};
use crate::directory::guide::data::Help;
use crate::directory::guide::walk::{Next, Offer, Question, RedFlag, answered};
use crate::directory::guide::words;
use crate::directory::model::{DoctorCard, GuideStep};
use crate::texts::Say;
use crate::ui::*;

/// What the page shows of a step; the doctors are those of its end, and `listed` the
/// specialties it names that have doctors.
pub fn guide_step(
    answers: &Answers,
    next: &Next,
    doctors: &[DoctorCard],
    listed: &[&str],
) -> GuideStep {
    match next {
        Next::Question(question) => GuideStep {
            title: words::question(question.ask, answers.topic).said(),
            eyebrow: Some(ts!(
                "guide-question",
                number = question.number,
                of = question.of
            )),
            lede: words::hint(question.ask).map(Say::said),
            back: answers.before(question.ask).map(|ask| answers.again(ask)),
            part: Html::of(rsx! {
                div { class: "stack gap-5",
                    {progress_bar(question.number, question.of)}
                    {asked(answers, question)}
                }
            }),
        },
        Next::RedFlag(flag) => GuideStep {
            title: words::call(flag.help).said(),
            eyebrow: None,
            lede: None,
            back: Some(answers.again(flag.ask)),
            part: Html::of(raised(answers, *flag)),
        },
        Next::End(found) => GuideStep {
            title: ts!(
                "guide-start-with",
                doctor = some_doctor(found.first.specialty.slug)
            ),
            eyebrow: Some(ts!("guide-answers-lead")),
            lede: Some(found.first.why.clone()),
            back: answers.last().map(|ask| answers.again(ask)),
            part: Html::of(end(answers, found, doctors, listed)),
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
                                p { class: "quiet", {ts!("guide-or")} }
                            }
                            {choice(question, n, offer)}
                        }
                    }
                }
                div { class: "form-actions",
                    button { class: "button", r#type: "submit", {ts!("guide-continue")} }
                }
            }
            {summary(answers)}
        }
    }
}

fn choice(question: &Question, n: usize, offer: &Offer) -> Element {
    let name = question.ask.name();
    let more = offer.hint.map(|_| format!("{name}-{n}-more"));
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
            span { id: "{name}-{n}", {offer.label.said()} }
            if let Some((id, hint)) = more.clone().zip(offer.hint) {
                span { class: "hint", id, {hint.said()} }
            }
        }
    }
}

/// The first question: links, so that a press is an answer.
fn topics(question: &Question) -> Element {
    rsx! {
        div { class: "stack gap-5",
            p { class: "measure", {words::WHAT_IT_IS.said()} " " {words::NO_DIAGNOSIS.said()} }
            p { class: "emergency measure",
                {words::EMERGENCY.said()}
                " "
                {ts!("guide-emergency-call")}
                " "
                {numbers()}
            }
            ul { class: "specialties",
                for offer in &question.offers {
                    li {
                        a {
                            href: address(&[(question.ask.name(), offer.value)]),
                            "aria-current": (question.chosen == Some(offer.value)).then_some("true"),
                            div {
                                {offer.label.said()}
                                span { {offer.hint.map(Say::said)} }
                            }
                        }
                    }
                }
            }
            p { class: "small quiet measure", {words::PRIVACY.said()} }
        }
    }
}

/// Numbers to call in a sentence, as links that a phone dials.
pub fn numbers() -> Element {
    rsx! {
        for (n , number) in words::NUMBERS.into_iter().enumerate() {
            if n > 0 {
                " "
            }
            a { href: "tel:{number.digits}", {number.digits} }
            " "
            {number.whence.said()}
        }
    }
}

/// People who listen.
pub fn crisis_line() -> Element {
    rsx! {
        p {
            a { href: words::CRISIS_LINES, rel: "noopener noreferrer", target: "_blank",
                {ts!("guide-crisis-line")}
                span { class: "visually-hidden",
                    " "
                    {ts!("directory-new-tab")}
                }
            }
        }
    }
}

fn raised(answers: &Answers, flag: RedFlag) -> Element {
    rsx! {
        div { class: "split",
            div { class: "stack gap-5",
                div { class: "emergency stack gap-3",
                    p { class: "large", {flag.why.said()} }
                    p { {words::whom_to_call(flag.help).said()} }
                    ul { class: "stack gap-2",
                        for number in words::NUMBERS {
                            li {
                                a { class: "button danger", href: "tel:{number.digits}", {number.call.said()} }
                            }
                        }
                    }
                    if flag.help == Help::Crisis {
                        {crisis_line()}
                    }
                }
                section { class: "stack gap-2", aria_labelledby: "until",
                    h2 { id: "until", {ts!("guide-until-help")} }
                    div { class: "prose",
                        ul {
                            for line in words::until_help(flag.help) {
                                li { {line.said()} }
                            }
                        }
                    }
                }
                p {
                    {ts!("guide-because", said = flag.said.said())}
                    " "
                    a { href: answers.again(flag.ask), {ts!("guide-change-answer")} }
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
            h2 { id: "answers", {ts!("guide-answers")} }
            dl { class: "answers",
                for (ask , answer) in given {
                    div {
                        dt { {words::short(ask).said()} }
                        dd { {answer.said()} }
                        dd {
                            a { href: answers.again(ask),
                                {ts!("guide-change")}
                                span { class: "visually-hidden", ": {words::short(ask).said()}" }
                            }
                        }
                    }
                }
            }
            p { class: "small", a { href: PAGE, {ts!("guide-start-again")} } }
        }
    }
}
