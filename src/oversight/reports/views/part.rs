//! What stands below the heading: the form for days of one's own, and the report.

use dioxus::prelude::*;

use super::words::{clock, days, lasting, lasting_or_dash, number, percent};
use super::{busiest, cards};
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
                    h2 { id: "days-problem", {t!("ui-problem")} }
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
            form { class: "card filters", method: "get", action: "/reports", aria_label: ts!("oversight-own-days"),
                input { r#type: "hidden", name: "range", value: "own" }
                {field("from", &ts!("oversight-first-day"), from, of("from"))}
                {field("to", &ts!("oversight-last-day"), to, of("to"))}
                button { class: "button", r#type: "submit", {ts!("oversight-show")} }
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
                        span { class: "quiet", " · " {clock(&report.zone)} }
                    }
                    a { class: "button second small", href: "{csv::PATH}?from={from}&to={to}", download: "",
                        Icon { name: IconName::Download, class: "icon s" }
                        {ts!("oversight-download")}
                    }
                }
                {figures(report)}
                {cards::over_time(report)}
                div { class: "split even",
                    {cards::answer_time(report)}
                    {cards::rates(report)}
                }
                {busiest::busiest(report)}
                {method(report)}
            }
        }
    }
}

fn figures(report: &Report) -> Element {
    let (totals, rates, time) = (&report.totals, &report.rates, &report.answer_time);
    let waiting = match totals.waiting {
        0 => ts!("oversight-none-waits"),
        n => ts!("oversight-waiting-for-you", count = n),
    };
    let ninetieth = time
        .ninetieth_minutes
        .map(|minutes| ts!("oversight-nine-in-ten-within", time = lasting(minutes)));
    let accepted = ts!(
        "oversight-of-answers",
        count = rates.acceptance.count,
        of = rates.acceptance.of
    );
    let no_show = ts!(
        "oversight-of-visits",
        count = rates.no_show.count,
        of = rates.no_show.of
    );
    rsx! {
        Figures {
            Figure { label: ts!("oversight-requests"), value: number(totals.requests), note: waiting }
            Figure { label: ts!("oversight-median"), value: lasting_or_dash(time.median_minutes), note: ninetieth }
            Figure { label: ts!("oversight-accepted"), value: percent(rates.acceptance), note: accepted }
            Figure { label: ts!("oversight-no-show"), value: percent(rates.no_show), note: no_show }
        }
    }
}

/// No requests on these days.
fn nothing(newcomer: bool) -> Element {
    rsx! {
        div { class: "card",
            if newcomer {
                Empty { icon: IconName::Chart, title: ts!("oversight-newcomer"),
                    p { class: "measure", {ts!("oversight-newcomer-what")} }
                    div { class: "row",
                        a { class: "button second", href: "/availability", {ts!("oversight-newcomer-go")} }
                    }
                }
            } else {
                Empty { icon: IconName::Chart, title: ts!("oversight-nothing"),
                    p { {ts!("oversight-nothing-what")} }
                    div { class: "row",
                        a { class: "button second", href: "/reports?range=12-months", {ts!("oversight-nothing-go")} }
                    }
                }
            }
        }
    }
}

/// How it is counted.
fn method(report: &Report) -> Element {
    rsx! {
        Disclosure { summary: ts!("oversight-method"),
            ul { class: "prose",
                li { {ts!("oversight-method-days", place = place(&report.zone))} }
                li { {ts!("oversight-method-time")} }
                li { {ts!("oversight-method-answered")} }
                li { {ts!("oversight-method-made")} }
                li { {ts!("oversight-method-hours")} }
            }
        }
    }
}
