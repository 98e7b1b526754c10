//! One chart a card, with its figures.

use dioxus::prelude::*;

use super::tables;
use super::words::{beneath, between, between_in_full, lasting, percent, period};
use crate::oversight::reports::model::{Counts, Report, Share, Unit};
use crate::ui::chart::{self, Bar, Column};
use crate::ui::*;

/// A card: heading, a sentence, the chart, its table.
pub(super) fn card(
    id: &str,
    title: String,
    sentence: String,
    chart: Element,
    table: Element,
) -> Element {
    rsx! {
        section { class: "card stack", aria_labelledby: "{id}",
            div { class: "stack gap-1",
                h2 { id: "{id}", "{title}" }
                p { class: "quiet", "{sentence}" }
            }
            {chart}
            Disclosure { summary: ts!("oversight-table"), {table} }
        }
    }
}

/// A part of a column of requests.
struct Part {
    class: &'static str,
    name: String,
    of: fn(&Counts) -> u64,
}

/// What a column is made of, from below.
fn parts() -> [Part; 3] {
    [
        Part {
            class: "s1",
            name: ts!("oversight-accepted"),
            of: |counts| counts.accepted,
        },
        Part {
            class: "s2 mid",
            name: ts!("oversight-answered-otherwise"),
            of: |counts| counts.answered() - counts.accepted,
        },
        Part {
            class: "hollow",
            name: ts!("oversight-not-answered"),
            of: |counts| counts.requests - counts.answered(),
        },
    ]
}

/// Requests by week or month.
pub fn over_time(report: &Report) -> Element {
    let parts = parts();
    let columns: Vec<Column> = report
        .periods
        .iter()
        .enumerate()
        .map(|(nth, row)| Column {
            label: beneath(report.unit, row, nth == 0),
            parts: parts.iter().map(|part| (part.of)(&row.counts)).collect(),
            words: ts!(
                "oversight-period-words",
                period = period(row),
                count = row.counts.requests,
                accepted = row.counts.accepted
            ),
        })
        .collect();
    let most = report.periods.iter().max_by_key(|row| row.counts.requests);
    let (mut sentence, desc) = match report.unit {
        Unit::Week => (ts!("oversight-by-week"), ts!("oversight-column-week")),
        Unit::Month => (ts!("oversight-by-month"), ts!("oversight-column-month")),
    };
    if let Some(most) = most.filter(|_| report.periods.len() > 1) {
        sentence.push(' ');
        sentence.push_str(&ts!(
            "oversight-most-came",
            period = period(most),
            count = most.counts.requests
        ));
    }
    let title = ts!("oversight-over-time");
    let desc = format!("{desc} {sentence}");
    let classes = parts.each_ref().map(|part| part.class);
    let chart = rsx! {
        ul { class: "legend-list",
            for part in &parts {
                li {
                    svg { "aria-hidden": "true", rect { class: part.class, width: "100%", height: "100%", rx: "3" } }
                    "{part.name}"
                }
            }
        }
        {chart::columns("over-time", &title, &desc, &columns, &classes)}
    };
    card(
        "over-time-heading",
        title,
        sentence,
        chart,
        tables::periods(report),
    )
}

/// How long answers took.
pub fn answer_time(report: &Report) -> Element {
    let time = &report.answer_time;
    let sentence = match (time.median_minutes, time.ninetieth_minutes) {
        (Some(median), Some(ninetieth)) => ts!(
            "oversight-answered-in",
            median = lasting(median),
            ninetieth = lasting(ninetieth),
            count = time.answers
        ),
        _ => ts!("oversight-not-answered-yet"),
    };
    let sentence = match report.totals.expired {
        0 => sentence,
        n => [sentence, ts!("oversight-expired-unanswered", count = n)].join(" "),
    };
    let columns: Vec<Column> = time
        .spread
        .iter()
        .map(|wait| Column {
            label: between(wait),
            parts: vec![wait.answers],
            words: ts!(
                "oversight-wait-words",
                wait = between_in_full(wait),
                count = wait.answers
            ),
        })
        .collect();
    let desc = [ts!("oversight-column-wait"), sentence.clone()].join(" ");
    let title = ts!("oversight-answer-time");
    let chart = rsx! {
        p { class: "small quiet", {ts!("oversight-answers-by-hours")} }
        {chart::columns("answer-time", &title, &desc, &columns, &["s1"])}
    };
    card(
        "answer-time-heading",
        title,
        sentence,
        chart,
        tables::waits(report),
    )
}

/// How requests were answered, and how appointments ended.
pub fn rates(report: &Report) -> Element {
    let rates = &report.rates;
    let answered = |share: Share| ts!("oversight-of-answered", count = share.of);
    let answered_or_expired = ts!("oversight-of-answered-or-expired", count = rates.expiry.of);
    let made = ts!("oversight-of-made", count = rates.cancellation.of);
    let visits = ts!("oversight-of-visits-all", count = rates.no_show.of);
    let (acceptance, suggestion) = (rates.acceptance, rates.suggestion);
    let (referral, decline) = (rates.referral, rates.decline);
    // Its name, the share, what it is a share of, and its colour.
    let rows: [(String, Share, String, &'static str); 7] = [
        (
            ts!("oversight-accepted"),
            acceptance,
            answered(acceptance),
            "s1",
        ),
        (
            ts!("oversight-other-time"),
            suggestion,
            answered(suggestion),
            "s5",
        ),
        (
            ts!("oversight-referred"),
            referral,
            answered(referral),
            "s2",
        ),
        (ts!("oversight-declined"), decline, answered(decline), "s4"),
        (
            ts!("oversight-expired"),
            rates.expiry,
            answered_or_expired,
            "s6",
        ),
        (ts!("oversight-cancelled"), rates.cancellation, made, "s3"),
        (ts!("oversight-no-show"), rates.no_show, visits, "s4"),
    ];
    let bars: Vec<Bar> = rows
        .iter()
        .map(|(label, share, _, class)| Bar {
            label: label.clone(),
            figure: ts!(
                "oversight-share-of",
                percent = percent(*share),
                count = share.count,
                of = share.of
            ),
            share: share.rate.unwrap_or(0.0),
            class,
        })
        .collect();
    let sentence = ts!(
        "oversight-became",
        count = report.totals.requests,
        made = report.totals.confirmed
    );
    let title = ts!("oversight-rates");
    let said: Vec<String> = bars
        .iter()
        .map(|bar| ts!("oversight-labelled", label = bar.label, figure = bar.figure))
        .collect();
    let chart = chart::bars("rates", &title, &said.join(". "), &bars);
    let table: Vec<_> = rows
        .iter()
        .map(|(name, share, of, _)| (name.clone(), *share, of.clone()))
        .collect();
    card(
        "rates-heading",
        title,
        sentence,
        chart,
        tables::rates(&table),
    )
}
