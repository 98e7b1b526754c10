//! The figures behind each chart.

use dioxus::prelude::*;

use super::words::{between_in_full, lasting_or_dash, number, percent, period};
use crate::oversight::reports::model::{Hour, Report, Share, Unit};
use crate::time::weekday_name;
use crate::ui::table::{Narrow, table};

/// Requests by week or month.
pub fn periods(report: &Report) -> Element {
    let rows = report
        .periods
        .iter()
        .map(|row| {
            let counts = &row.counts;
            let numbers = [
                counts.requests,
                counts.accepted,
                counts.suggested,
                counts.referred,
                counts.declined,
                counts.expired,
                counts.withdrawn,
                counts.waiting,
            ];
            let times = [row.median_minutes, row.ninetieth_minutes];
            [period(row)]
                .into_iter()
                .chain(numbers.map(number))
                .chain(times.map(lasting_or_dash))
                .collect()
        })
        .collect();
    table(
        &match report.unit {
            Unit::Week => ts!("oversight-requests-by-week"),
            Unit::Month => ts!("oversight-requests-by-month"),
        },
        &[
            ts!("oversight-days"),
            ts!("oversight-requests"),
            ts!("oversight-accepted"),
            ts!("oversight-other-time"),
            ts!("oversight-referred"),
            ts!("oversight-declined"),
            ts!("oversight-expired"),
            ts!("oversight-withdrawn"),
            ts!("oversight-waiting"),
            ts!("oversight-median-answer"),
            ts!("oversight-nine-in-ten"),
        ],
        rows,
        Narrow::Cards,
    )
}

/// How long answers took.
pub fn waits(report: &Report) -> Element {
    let time = &report.answer_time;
    let rows = time
        .spread
        .iter()
        .map(|wait| {
            vec![
                between_in_full(wait),
                number(wait.answers),
                percent(Share::new(wait.answers, time.answers)),
            ]
        })
        .collect();
    table(
        &ts!("oversight-how-long"),
        &[
            ts!("oversight-answer-time"),
            ts!("oversight-answers"),
            ts!("oversight-share"),
        ],
        rows,
        Narrow::Scrolls,
    )
}

/// How requests went.
pub fn rates(rows: &[(String, Share, String)]) -> Element {
    let rows = rows
        .iter()
        .map(|(name, share, of)| {
            vec![
                name.clone(),
                percent(*share),
                number(share.count),
                of.clone(),
            ]
        })
        .collect();
    table(
        &ts!("oversight-rates-table"),
        &[
            ts!("oversight-what-happened"),
            ts!("oversight-share"),
            ts!("oversight-count"),
            ts!("oversight-of"),
        ],
        rows,
        Narrow::Cards,
    )
}

/// Requests by weekday and hour.
pub fn hours(days: &[u8], hours: &[u8], fields: &[Hour]) -> Element {
    let count = |weekday: u8, hour: u8| {
        let found = fields
            .iter()
            .find(|field| field.weekday == weekday && field.hour == hour);
        found.map_or_else(|| "0".to_owned(), |field| number(field.requests))
    };
    let rows = hours
        .iter()
        .map(|hour| {
            [format!("{hour:02}:00")]
                .into_iter()
                .chain(days.iter().map(|day| count(*day, *hour)))
                .collect()
        })
        .collect();
    let heads: Vec<String> = [ts!("oversight-hour")]
        .into_iter()
        .chain(days.iter().map(|day| day_name(*day)))
        .collect();
    let caption = ts!("oversight-requests-by-hour");
    table(&caption, &heads, rows, Narrow::Scrolls)
}

/// "Monday" of 1.
pub fn day_name(weekday: u8) -> String {
    chrono::Weekday::try_from(weekday.saturating_sub(1))
        .map_or_else(|_| String::new(), weekday_name)
}
