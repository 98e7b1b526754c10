//! For which hours of the week people ask: the card of it.

use dioxus::prelude::*;

use super::cards::card;
use super::tables::{self, day_name};
use super::words::requests;
use crate::oversight::reports::model::{Hour, Report};
use crate::time::short_weekday_name;
use crate::ui::chart::{self, Field};

const DAYS: [u8; 7] = [1, 2, 3, 4, 5, 6, 7];

/// For which hours people ask.
pub fn busiest(report: &Report) -> Element {
    let hours = hours_shown(&report.hours);
    let first = hours.first().copied().unwrap_or(0);
    let labels: Vec<String> = hours.iter().map(|hour| format!("{hour:02}:00")).collect();
    let names = DAYS.map(|day| {
        chrono::Weekday::try_from(day - 1).map_or_else(|_| String::new(), short_weekday_name)
    });
    let days = names.each_ref().map(String::as_str);
    let title = ts!("oversight-busiest");
    let fields: Vec<Field> = report
        .hours
        .iter()
        .map(|hour| Field {
            column: usize::from(hour.weekday.saturating_sub(1)),
            row: usize::from(hour.hour.saturating_sub(first)),
            count: hour.requests,
            words: ts!(
                "oversight-hour-words",
                hour = name(hour),
                count = hour.requests
            ),
        })
        .collect();
    let busiest = top(&report.hours);
    let sentence = match busiest.first() {
        Some(hour) => ts!("oversight-busiest-what", hour = name(hour)),
        None => String::new(),
    };
    let desc = [ts!("oversight-field-hour"), sentence.clone()].join(" ");
    let chart = rsx! {
        div { class: "split",
            {chart::grid("busiest", &title, &desc, &days, &labels, &fields)}
            div { class: "stack gap-2",
                h3 { {ts!("oversight-most-asked-for")} }
                ol { class: "list tight",
                    for hour in &busiest {
                        li { class: "row apart",
                            span { {name(hour)} }
                            strong { {requests(hour.requests)} }
                        }
                    }
                }
            }
        }
    };
    card(
        "busiest-heading",
        title,
        sentence,
        chart,
        tables::hours(&DAYS, &hours, &report.hours),
    )
}

/// "Tuesday 10:00"
fn name(hour: &Hour) -> String {
    ts!(
        "oversight-hour-of-week",
        weekday = day_name(hour.weekday),
        time = format!("{:02}:00", hour.hour)
    )
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
