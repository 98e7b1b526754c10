//! The figures behind each chart.

use dioxus::prelude::*;

use super::words::{between_in_full, lasting_or_dash, percent, period};
use crate::oversight::reports::model::{Hour, Report, Share};
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
                .chain(numbers.map(|number| number.to_string()))
                .chain(times.map(lasting_or_dash))
                .collect()
        })
        .collect();
    table(
        &format!("Requests by {}", report.unit.as_str()),
        &[
            "Days",
            "Requests",
            "Accepted",
            "Other time",
            "Referred",
            "Declined",
            "Expired",
            "Withdrawn",
            "Waiting",
            "Median answer",
            "Nine in ten",
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
                wait.answers.to_string(),
                percent(Share::new(wait.answers, time.answers)),
            ]
        })
        .collect();
    table(
        "How long answers took",
        &["Time to answer", "Answers", "Share"],
        rows,
        Narrow::Scrolls,
    )
}

/// How requests went.
pub fn rates(rows: &[(&'static str, Share, &'static str)]) -> Element {
    let rows = rows
        .iter()
        .map(|(name, share, of)| {
            vec![
                (*name).to_owned(),
                percent(*share),
                share.count.to_string(),
                format!("{} {of}", share.of),
            ]
        })
        .collect();
    table(
        "How requests go, as shares",
        &["What happened", "Share", "Number", "Of"],
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
        found.map_or_else(|| "0".to_owned(), |field| field.requests.to_string())
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
    let names: Vec<String> = days.iter().map(|day| day_name(*day)).collect();
    let heads: Vec<&str> = ["Hour"]
        .into_iter()
        .chain(names.iter().map(String::as_str))
        .collect();
    table(
        "Requests by hour and weekday",
        &heads,
        rows,
        Narrow::Scrolls,
    )
}

/// "Monday" of 1.
pub fn day_name(weekday: u8) -> String {
    chrono::Weekday::try_from(weekday.saturating_sub(1))
        .map_or_else(|_| String::new(), weekday_name)
}
