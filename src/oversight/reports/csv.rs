//! The figures as a file for spreadsheets: `GET /api/reports.csv?from=&to=` (RFC 4180).
//!
//! One table: the whole range, then each week or month, then each hour of the week. Every
//! line has all columns; what does not apply to it is empty.

use chrono::NaiveDate;
use dioxus::server::axum::{
    Router,
    extract::RawQuery,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use url::form_urlencoded;

use super::model::{Counts, Report};
use super::service;
use crate::accounts::identity::AsDoctor;
use crate::error::Answer;
use crate::texts::{self, Language};
use crate::time::weekday_name;

/// Where the file is.
pub const PATH: &str = "/api/reports.csv";

/// The route of the file.
pub fn routes() -> Router {
    Router::new().route(PATH, get(download))
}

async fn download(doctor: AsDoctor, RawQuery(query): RawQuery) -> Answer<Response> {
    let query = query.unwrap_or_default();
    let find = |wanted: &str| {
        form_urlencoded::parse(query.as_bytes())
            .find_map(|(name, value)| (name == wanted).then(|| value.into_owned()))
    };
    let (from, to) = (find("from"), find("to"));
    let report = service::report(&doctor.app, doctor.id, from.as_deref(), to.as_deref()).await?;
    let headers = [
        (
            header::CONTENT_TYPE,
            "text/csv; charset=utf-8; header=present".to_owned(),
        ),
        (
            header::CONTENT_DISPOSITION,
            format!(
                "attachment; filename=\"reports-{}-to-{}.csv\"",
                report.from, report.to
            ),
        ),
    ];
    // Programs read it, too: it is the same in every language.
    let table = texts::scope(Language::En, || table(&report));
    Ok((headers, table).into_response())
}

const COLUMNS: [&str; 23] = [
    "Row",
    "From",
    "To",
    "Time zone",
    "Weekday",
    "Hour",
    "Requests",
    "Accepted",
    "Another time suggested",
    "Referred",
    "Declined",
    "Expired",
    "Withdrawn",
    "Waiting",
    "Appointments made",
    "Cancelled by patient",
    "Cancelled by doctor",
    "Moved",
    "Completed",
    "No-show",
    "Answers",
    "Median minutes to answer",
    "90th percentile minutes to answer",
];

type Line = [String; COLUMNS.len()];

fn table(report: &Report) -> String {
    let mut csv = String::new();
    write(&mut csv, &COLUMNS.map(str::to_owned));
    let times = &report.answer_time;
    let mut whole = line(
        "total",
        (report.from, report.to),
        &report.totals,
        (times.median_minutes, times.ninetieth_minutes),
    );
    whole[3].clone_from(&report.zone);
    write(&mut csv, &whole);
    for period in &report.periods {
        let times = (period.median_minutes, period.ninetieth_minutes);
        let days = (period.from, period.to);
        write(
            &mut csv,
            &line(report.unit.as_str(), days, &period.counts, times),
        );
    }
    for hour in &report.hours {
        let mut line = Line::default();
        line[0] = "hour".to_owned();
        line[1] = report.from.to_string();
        line[2] = report.to.to_string();
        let weekday = chrono::Weekday::try_from(hour.weekday.saturating_sub(1));
        line[4] = weekday.map_or_else(|_| String::new(), weekday_name);
        line[5] = format!("{:02}:00", hour.hour);
        line[6] = hour.requests.to_string();
        write(&mut csv, &line);
    }
    csv
}

fn line(
    kind: &str,
    (from, to): (NaiveDate, NaiveDate),
    counts: &Counts,
    (median, ninetieth): (Option<i64>, Option<i64>),
) -> Line {
    let minutes = |minutes: Option<i64>| minutes.map_or_else(String::new, |n| n.to_string());
    [
        kind.to_owned(),
        from.to_string(),
        to.to_string(),
        String::new(),
        String::new(),
        String::new(),
        counts.requests.to_string(),
        counts.accepted.to_string(),
        counts.suggested.to_string(),
        counts.referred.to_string(),
        counts.declined.to_string(),
        counts.expired.to_string(),
        counts.withdrawn.to_string(),
        counts.waiting.to_string(),
        counts.confirmed.to_string(),
        counts.cancelled_by_patient.to_string(),
        counts.cancelled_by_doctor.to_string(),
        counts.moved.to_string(),
        counts.completed.to_string(),
        counts.no_show.to_string(),
        counts.answered().to_string(),
        minutes(median),
        minutes(ninetieth),
    ]
}

fn write(csv: &mut String, line: &Line) {
    for (n, cell) in line.iter().enumerate() {
        if n > 0 {
            csv.push(',');
        }
        csv.push_str(&quoted(cell));
    }
    csv.push_str("\r\n");
}

/// A cell as it stands in the file. What a spreadsheet would take for a formula gets an
/// apostrophe before it (OWASP, "CSV Injection"); a number below zero is none.
fn quoted(cell: &str) -> String {
    let number = cell
        .strip_prefix('-')
        .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number;
    let cell = if formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        for (cell, written) in [
            ("", ""),
            ("12", "12"),
            ("-12", "-12"),
            ("Europe/Madrid", "Europe/Madrid"),
            ("a, b", "\"a, b\""),
            ("a \"b\"", "\"a \"\"b\"\"\""),
            ("a\r\nb", "\"a\r\nb\""),
        ] {
            assert_eq!(quoted(cell), written);
        }
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+1+1", "'+1+1"),
            ("-1+1", "'-1+1"),
            ("-inf", "'-inf"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            (
                "=HYPERLINK(\"x\",\"y\")",
                "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
            ),
        ] {
            assert_eq!(quoted(cell), written);
        }
    }
}
