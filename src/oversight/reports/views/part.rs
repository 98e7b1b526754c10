//! What stands below the heading: the form for days of one's own, and the report.

use dioxus::prelude::*;

use super::cards;
use super::words::{count, days, lasting, lasting_or_dash, percent};
use crate::error::AppError;
use crate::oversight::reports::csv;
use crate::oversight::reports::model::Report;
use crate::time::place;
use crate::ui::*;

/// The form for days of one's own: a GET form of the browser's. What is wrong stands at its
/// field and above, where the page begins to be read.
pub fn form(from: &str, to: &str, error: Option<&AppError>) -> Element {
    let of = |name: &str| error.and_then(|error| error.fields.get(name)).cloned();
    let fields = ["from", "to"].into_iter();
    let links: Vec<(String, &str)> = fields.filter_map(|name| Some((of(name)?, name))).collect();
    let message = error.map(|error| error.message.clone());
    rsx! {
        div { class: "stack",
            if let Some(message) = message {
                div { class: "error-summary", role: "alert", tabindex: "-1", autofocus: true, aria_labelledby: "days-problem",
                    h2 { id: "days-problem", "There is a problem" }
                    if links.is_empty() {
                        p { "{message}" }
                    } else {
                        ul {
                            for (sentence , name) in links {
                                li { a { href: "#{name}", "{sentence}" } }
                            }
                        }
                    }
                }
            }
            form { class: "card filters", method: "get", action: "/reports", aria_label: "Your own days",
                input { r#type: "hidden", name: "range", value: "own" }
                {field("from", "First day", from, of("from"))}
                {field("to", "Last day", to, of("to"))}
                button { class: "button", r#type: "submit", "Show these days" }
            }
        }
    }
}

fn field(name: &str, label: &str, value: &str, error: Option<String>) -> Element {
    let class = if error.is_some() {
        "field invalid"
    } else {
        "field"
    };
    // A browser that has a calendar shows nothing of a value that is no date.
    let kind = if error.is_some() && crate::time::parse_date(value).is_none() && !value.is_empty() {
        "text"
    } else {
        "date"
    };
    rsx! {
        div { class,
            label { r#for: "{name}", "{label}" }
            if let Some(sentence) = &error {
                p { class: "field-error", id: "{name}-error", "{sentence}" }
            }
            input {
                class: "input",
                id: "{name}",
                name: "{name}",
                r#type: kind,
                value: "{value}",
                aria_invalid: error.is_some().then_some("true"),
                aria_describedby: error.is_some().then(|| format!("{name}-error")),
            }
        }
    }
}

/// The report, below the form where there is one. A newcomer has never been asked.
pub fn whole(report: &Report, form: Option<Element>, newcomer: bool) -> Element {
    let (from, to) = (report.from, report.to);
    let empty = report.totals.requests == 0;
    rsx! {
        div { class: "stack gap-5",
            {form}
            if empty {
                {nothing(newcomer)}
            } else {
                div { class: "row apart",
                    p {
                        strong { {days(from, to)} }
                        span { class: "quiet", " · {place(&report.zone)} time" }
                    }
                    a { class: "button second small", href: "{csv::PATH}?from={from}&to={to}", download: "",
                        Icon { name: IconName::Download, class: "icon s" }
                        "Download as CSV"
                    }
                }
                {figures(report)}
                {cards::over_time(report)}
                div { class: "split even",
                    {cards::answer_time(report)}
                    {cards::rates(report)}
                }
                {cards::busiest(report)}
                {method(report)}
            }
        }
    }
}

fn figures(report: &Report) -> Element {
    let (totals, rates, time) = (&report.totals, &report.rates, &report.answer_time);
    let waiting = match totals.waiting {
        0 => "none waits for you".to_owned(),
        n => format!("{n} of them wait for you"),
    };
    let ninetieth = time
        .ninetieth_minutes
        .map(|minutes| format!("nine in ten within {}", lasting(minutes)));
    let accepted = format!(
        "{} of {}",
        rates.acceptance.count,
        count(rates.acceptance.of, "answer", "answers")
    );
    let no_show = format!(
        "{} of {}",
        rates.no_show.count,
        count(rates.no_show.of, "visit", "visits")
    );
    rsx! {
        Figures {
            Figure { label: "Requests", value: totals.requests.to_string(), note: waiting }
            Figure { label: "Median time to answer", value: lasting_or_dash(time.median_minutes), note: ninetieth }
            Figure { label: "Accepted", value: percent(rates.acceptance), note: accepted }
            Figure { label: "No-show", value: percent(rates.no_show), note: no_show }
        }
    }
}

/// No requests on these days.
fn nothing(newcomer: bool) -> Element {
    rsx! {
        div { class: "card",
            if newcomer {
                Empty { icon: IconName::Chart, title: "Nobody has asked you yet",
                    p { class: "measure", "Once requests come in, you will see here how many there are, how long your answers take, how requests end, and which hours people ask for." }
                    div { class: "row",
                        a { class: "button second", href: "/availability", "Look at your hours" }
                    }
                }
            } else {
                Empty { icon: IconName::Chart, title: "No requests came in on these days",
                    p { "Choose others, or look at a longer time." }
                    div { class: "row",
                        a { class: "button second", href: "/reports?range=12-months", "The last 12 months" }
                    }
                }
            }
        }
    }
}

/// How it is counted.
fn method(report: &Report) -> Element {
    rsx! {
        Disclosure { summary: "How this is counted",
            ul { class: "prose",
                li { "All figures are about the requests that came in on these days, referrals and moved appointments included. A day begins at midnight in {place(&report.zone)}, where your first clinic is." }
                li { "The time to answer runs from the request to your first answer: accepting, declining, referring, or suggesting another time. Requests that expired or were withdrawn before have none. Half of your answers took no longer than the median." }
                li { "“Accepted”, “other time”, “referred” and “declined” are shares of the requests that you answered. “Expired” is the share that nobody answered in time." }
                li { "“Cancelled” is the share of the appointments made that either side called off; one that was moved to another time is not among them. “No-show” is the share of the visits whose time has come." }
                li { "Hours are those on the wall of the clinic, by when the appointment begins." }
            }
        }
    }
}
