//! The figures as a file.

use std::collections::HashMap;

use serde_json::Value;

use crate::harness::Reply;

use super::{DAYS, ten, world};

fn read(reply: &Reply) -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(false)
        .from_reader(reply.text.as_bytes());
    (
        reader.headers().unwrap().clone(),
        reader.records().map(Result::unwrap).collect(),
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_holds_the_same_figures() {
    let (app, doctor, patient) = world().await;
    ten(&app, &doctor, &patient).await;
    let report = doctor.get(format!("/api/reports{DAYS}")).await.ok();
    let file = doctor.get(format!("/api/reports.csv{DAYS}")).await.is(200);
    assert_eq!(
        file.header("content-type"),
        "text/csv; charset=utf-8; header=present"
    );
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"reports-2026-11-02-to-2026-11-22.csv\""
    );
    // RFC 4180: lines end in CR LF, the last one too.
    assert_eq!(
        file.text.matches('\n').count(),
        file.text.matches("\r\n").count()
    );
    assert!(file.text.ends_with("\r\n"));
    let (heads, lines) = read(&file);
    let cell = |line: &csv::StringRecord, name: &str| {
        let nth = heads.iter().position(|head| head == name).unwrap();
        line[nth].to_owned()
    };
    let of = |kind: &str| {
        lines
            .iter()
            .filter(|line| &line[0] == kind)
            .collect::<Vec<_>>()
    };
    let names: HashMap<&str, &str> = [
        ("Requests", "requests"),
        ("Accepted", "accepted"),
        ("Another time suggested", "suggested"),
        ("Referred", "referred"),
        ("Declined", "declined"),
        ("Expired", "expired"),
        ("Withdrawn", "withdrawn"),
        ("Waiting", "waiting"),
        ("Appointments made", "confirmed"),
        ("Cancelled by patient", "cancelled_by_patient"),
        ("Cancelled by doctor", "cancelled_by_doctor"),
        ("Moved", "moved"),
        ("Completed", "completed"),
        ("No-show", "no_show"),
    ]
    .into();
    let same = |line: &csv::StringRecord, counts: &Value| {
        for (head, name) in &names {
            assert_eq!(cell(line, head), counts[*name].to_string(), "{head}");
        }
    };
    let total = of("total")[0];
    same(total, &report["totals"]);
    assert_eq!(cell(total, "Time zone"), "Europe/Madrid");
    assert_eq!(cell(total, "Median minutes to answer"), "240");
    let weeks = of("week");
    assert_eq!(weeks.len(), 3);
    for (line, week) in weeks.into_iter().zip(report["periods"].as_array().unwrap()) {
        same(line, week);
        assert_eq!(cell(line, "From"), week["from"].as_str().unwrap());
    }
    let hours: Vec<(String, String, String)> = of("hour")
        .into_iter()
        .map(|line| {
            (
                cell(line, "Weekday"),
                cell(line, "Hour"),
                cell(line, "Requests"),
            )
        })
        .collect();
    assert_eq!(hours.len(), 5);
    assert!(hours.contains(&("Tuesday".into(), "18:00".into(), "5".into())));
    assert_eq!(lines.len(), 1 + 3 + 5);
}
