//! One chart a card, with its figures.

use dioxus::prelude::*;

use super::tables::{self, day_name};
use super::words::{beneath, between, between_in_full, count, lasting, percent, period};
use crate::oversight::reports::model::{Counts, Hour, Report, Share};
use crate::ui::chart::{self, Bar, Column, Field};
use crate::ui::*;

/// A card: heading, a sentence, the chart, its table.
fn card(id: &str, title: &str, sentence: String, chart: Element, table: Element) -> Element {
    rsx! {
        section { class: "card stack", aria_labelledby: "{id}",
            div { class: "stack gap-1",
                h2 { id: "{id}", "{title}" }
                p { class: "quiet", "{sentence}" }
            }
            {chart}
            Disclosure { summary: "The figures as a table", {table} }
        }
    }
}

/// A part of a column of requests.
struct Part {
    class: &'static str,
    name: &'static str,
    of: fn(&Counts) -> u64,
}

/// What a column is made of, from below.
const PARTS: [Part; 3] = [
    Part {
        class: "s1",
        name: "Accepted",
        of: |counts| counts.accepted,
    },
    Part {
        class: "s2 mid",
        name: "Answered otherwise",
        of: |counts| counts.answered() - counts.accepted,
    },
    Part {
        class: "hollow",
        name: "Not answered",
        of: |counts| counts.requests - counts.answered(),
    },
];

/// Requests by week or month.
pub fn over_time(report: &Report) -> Element {
    let unit = report.unit.as_str();
    let columns: Vec<Column> = report
        .periods
        .iter()
        .enumerate()
        .map(|(nth, row)| Column {
            label: beneath(report.unit, row, nth == 0),
            parts: PARTS.iter().map(|part| (part.of)(&row.counts)).collect(),
            words: format!(
                "{}: {}, {} accepted",
                period(row),
                count(row.counts.requests, "request", "requests"),
                row.counts.accepted
            ),
        })
        .collect();
    let most = report.periods.iter().max_by_key(|row| row.counts.requests);
    let sentence = match most {
        Some(most) if report.periods.len() > 1 => format!(
            "By {unit}. Most came from {}: {}.",
            period(most),
            most.counts.requests
        ),
        _ => format!("By {unit}."),
    };
    let classes = PARTS.map(|part| part.class);
    let chart = rsx! {
        ul { class: "legend-list",
            for part in PARTS {
                li {
                    svg { "aria-hidden": "true", rect { class: part.class, width: "100%", height: "100%", rx: "3" } }
                    "{part.name}"
                }
            }
        }
        {chart::columns("over-time", "Requests over time", &format!("A column for each {unit}, of what was accepted, answered otherwise and not answered. {sentence}"), &columns, &classes)}
    };
    card(
        "over-time-heading",
        "Requests over time",
        sentence,
        chart,
        tables::periods(report),
    )
}

/// How long answers took.
pub fn answer_time(report: &Report) -> Element {
    let time = &report.answer_time;
    let sentence = match (time.median_minutes, time.ninetieth_minutes) {
        (Some(median), Some(ninetieth)) => format!(
            "Median {}, 90th percentile {}, of {}.",
            lasting(median),
            lasting(ninetieth),
            count(time.answers, "answer", "answers")
        ),
        _ => "You have not answered any of these requests yet.".to_owned(),
    };
    let sentence = match report.totals.expired {
        0 => sentence,
        1 => format!("{sentence} One request expired without an answer."),
        n => format!("{sentence} {n} requests expired without an answer."),
    };
    let columns: Vec<Column> = time
        .spread
        .iter()
        .map(|wait| Column {
            label: between(wait),
            parts: vec![wait.answers],
            words: format!(
                "{}: {}",
                between_in_full(wait),
                count(wait.answers, "answer", "answers")
            ),
        })
        .collect();
    let desc = format!("A column for each length of time, of how many answers took it. {sentence}");
    let chart = rsx! {
        p { class: "small quiet", "Answers, by the hours that they took" }
        {chart::columns("answer-time", "Time to answer", &desc, &columns, &["s1"])}
    };
    card(
        "answer-time-heading",
        "Time to answer",
        sentence,
        chart,
        tables::waits(report),
    )
}

/// How requests were answered, and how appointments ended.
pub fn rates(report: &Report) -> Element {
    let rates = &report.rates;
    let rows: [(&'static str, Share, &'static str, &'static str); 7] = [
        ("Accepted", rates.acceptance, "answered", "s1"),
        ("Other time", rates.suggestion, "answered", "s5"),
        ("Referred", rates.referral, "answered", "s2"),
        ("Declined", rates.decline, "answered", "s4"),
        ("Expired", rates.expiry, "answered or expired", "s6"),
        ("Cancelled", rates.cancellation, "made", "s3"),
        ("No-show", rates.no_show, "visits", "s4"),
    ];
    let bars: Vec<Bar> = rows
        .iter()
        .map(|(label, share, _, class)| Bar {
            label: (*label).to_owned(),
            figure: format!("{} · {} of {}", percent(*share), share.count, share.of),
            share: share.rate.unwrap_or(0.0),
            class,
        })
        .collect();
    let sentence = format!(
        "Of {}, {} became appointments.",
        count(report.totals.requests, "request", "requests"),
        report.totals.confirmed
    );
    let said: Vec<String> = bars
        .iter()
        .map(|bar| format!("{}: {}", bar.label, bar.figure))
        .collect();
    let chart = chart::bars("rates", "How requests go", &said.join(". "), &bars);
    let table: Vec<_> = rows
        .iter()
        .map(|(name, share, of, _)| (*name, *share, *of))
        .collect();
    card(
        "rates-heading",
        "How requests go",
        sentence,
        chart,
        tables::rates(&table),
    )
}

const DAYS: [u8; 7] = [1, 2, 3, 4, 5, 6, 7];

/// For which hours people ask.
pub fn busiest(report: &Report) -> Element {
    let hours = hours_shown(&report.hours);
    let first = hours.first().copied().unwrap_or(0);
    let labels: Vec<String> = hours.iter().map(|hour| format!("{hour:02}:00")).collect();
    let names = DAYS.map(|day| {
        chrono::Weekday::try_from(day - 1)
            .map_or_else(|_| String::new(), crate::time::short_weekday_name)
    });
    let days = names.each_ref().map(String::as_str);
    let fields: Vec<Field> = report
        .hours
        .iter()
        .map(|hour| Field {
            column: usize::from(hour.weekday.saturating_sub(1)),
            row: usize::from(hour.hour.saturating_sub(first)),
            count: hour.requests,
            words: format!(
                "{}: {}",
                name(hour),
                count(hour.requests, "request", "requests")
            ),
        })
        .collect();
    let busiest = top(&report.hours);
    let sentence = match busiest.first() {
        Some(hour) => format!(
            "When people ask to come, in the clinic’s own time. Most often: {}.",
            name(hour)
        ),
        None => String::new(),
    };
    let desc =
        format!("A field for each hour of the week, the stronger the more requests. {sentence}");
    let chart = rsx! {
        div { class: "split",
            {chart::grid("busiest", "Busiest hours", &desc, &days, &labels, &fields)}
            div { class: "stack gap-2",
                h3 { "Most asked for" }
                ol { class: "list tight",
                    for hour in &busiest {
                        li { class: "row apart",
                            span { {name(hour)} }
                            strong { {count(hour.requests, "request", "requests")} }
                        }
                    }
                }
            }
        }
    };
    card(
        "busiest-heading",
        "Busiest hours",
        sentence,
        chart,
        tables::hours(&DAYS, &hours, &report.hours),
    )
}

/// "Tuesday 10:00"
fn name(hour: &Hour) -> String {
    format!("{} {:02}:00", day_name(hour.weekday), hour.hour)
}

/// The five that are most asked for, those of the same number in the order of the week.
fn top(hours: &[Hour]) -> Vec<Hour> {
    let mut hours = hours.to_vec();
    hours.sort_by_key(|hour| std::cmp::Reverse(hour.requests));
    hours.truncate(5);
    hours
}

/// From the first to the last hour that anybody asks for.
fn hours_shown(hours: &[Hour]) -> Vec<u8> {
    let all = || hours.iter().map(|hour| hour.hour);
    match (all().min(), all().max()) {
        (Some(first), Some(last)) => (first..=last).collect(),
        _ => Vec::new(),
    }
}
