//! Calendar, charts and a map: what the server draws.

use dioxus::prelude::*;

use super::{PATH, part, shelf};
use crate::ui::calendar::{Block, CalendarDay, calendar};
use crate::ui::chart::{Bar, Column, Field, bars, columns, grid};
use crate::ui::map::{MapTile, map, map_figure};

/// A tile of streets, as a picture in its own address.
const TILE: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='256' height='256'%3E%3Cpath fill='%23e9eee9' d='M0 0h256v256H0z'/%3E%3Cpath stroke='%23fff' stroke-width='14' d='M0 90h256M120 0v256'/%3E%3C/svg%3E";

#[component]
pub fn PictureParts() -> Element {
    shelf(
        "pictures",
        "Pictures",
        rsx! {
            {part("A calendar", calendar(&week(), |block, _| block.what.clone()))}
            {part("A calendar of seven days, with one that is closed", calendar(&whole_week(), |block, _| block.what.clone()))}
            {part("Columns", rsx! {
                ul { class: "legend-list",
                    for (class , name) in [("s1", "Accepted"), ("s2 mid", "Answered otherwise"), ("hollow", "Not answered")] {
                        li { key: "{class}",
                            svg { "aria-hidden": "true", rect { class, width: "100%", height: "100%", rx: "3" } }
                            "{name}"
                        }
                    }
                }
                {columns("columns", "Requests", "A column for each week.", &weeks(6), &["s1", "s2 mid", "hollow"])}
            })}
            {part("Many columns", columns("many", "Requests", "A column for each week.", &weeks(40), &["s1", "s2 mid", "hollow"]))}
            {part("Columns of nothing", columns("none", "Requests", "No requests yet.", &[], &["s1"]))}
            {part("Bars", bars("bars", "How requests go", "Accepted: two thirds.", &shares()))}
            {part("A grid", hours())}
            div { class: "split even",
                {part("A map", map_figure(tiles(2), PATH.to_owned(), rsx! { "© OpenStreetMap contributors" }))}
                {part("A map whose tiles do not come", map_figure(tiles(0), PATH.to_owned(), rsx! { "© OpenStreetMap contributors" }))}
            }
        },
    )
}

fn slot(state: &'static str, time: &'static str, name: &'static str) -> Element {
    rsx! {
        a { class: "slot {state}", href: PATH,
            strong { "{time}" }
            " {name}"
        }
    }
}

fn day(name: &str, date: &str, blocks: Vec<(i32, i32, Element)>) -> CalendarDay<Element> {
    let blocks = blocks.into_iter();
    CalendarDay {
        name: name.to_owned(),
        date: date.to_owned(),
        today: false,
        closed: false,
        blocks: blocks
            .map(|(from, to, what)| Block {
                from: from * 60,
                to: to * 60,
                what,
            })
            .collect(),
        nothing: "Nothing planned".to_owned(),
    }
}

fn week() -> Vec<CalendarDay<Element>> {
    let free = || rsx! { div { class: "slot free", "Free" } };
    let mut days = vec![
        day(
            "Mon",
            "23 Nov",
            vec![
                (9, 10, slot("accepted", "09:00", "Ana Reyes")),
                (10, 12, slot("pending", "10:00", "Bo Lindqvist")),
                (14, 17, free()),
            ],
        ),
        day(
            "Tue",
            "24 Nov · today",
            vec![
                (8, 9, slot("proposed", "08:00", "Chidi Abara")),
                (9, 11, slot("completed", "09:00", "Dalia Costa")),
                (12, 13, slot("no_show", "12:00", "Emeka Eriksen")),
            ],
        ),
        day("Wed", "25 Nov", vec![(8, 18, free())]),
        day("Thu", "26 Nov", Vec::new()),
        day(
            "Fri",
            "27 Nov",
            vec![(
                9,
                17,
                rsx! { div { class: "slot shut", "Closed 09:00–17:00" } },
            )],
        ),
    ];
    days[1].today = true;
    days
}

fn whole_week() -> Vec<CalendarDay<Element>> {
    let mut days = week();
    let mut saturday = day(
        "Sat",
        "28 Nov",
        vec![(19, 21, slot("accepted", "19:00", "Late Abara"))],
    );
    let quarters = [
        (21 * 60, slot("accepted", "21:00", "Farouk Garnier")),
        (21 * 60 + 15, slot("pending", "21:15", "Hana Ivanov")),
    ];
    saturday.blocks.extend(quarters.map(|(from, what)| Block {
        from,
        to: from + 15,
        what,
    }));
    days.push(saturday);
    let mut sunday = day("Sun", "29 Nov · closed", Vec::new());
    sunday.closed = true;
    sunday.nothing = "Closed".to_owned();
    days.push(sunday);
    days
}

fn weeks(n: u64) -> Vec<Column> {
    let week = |nth: u64| Column {
        label: format!("W{nth}"),
        parts: vec![nth * 7 % 11, nth % 3, nth * 5 % 4],
        words: format!("Week {nth}"),
    };
    (1..=n).map(week).collect()
}

fn shares() -> Vec<Bar> {
    let bar = |label: &str, figure: &str, share: f64, class| Bar {
        label: label.to_owned(),
        figure: figure.to_owned(),
        share,
        class,
    };
    vec![
        bar("Accepted", "67 % · 8 of 12", 0.67, "s1"),
        bar("Referred", "25 % · 3 of 12", 0.25, "s2"),
        bar("Declined", "0 % · 0 of 12", 0.0, "s4"),
        bar("Cancelled", "100 % · 2 of 2", 1.0, "s3"),
    ]
}

fn hours() -> Element {
    let rows: Vec<String> = (9..13).map(|hour| format!("{hour:02}:00")).collect();
    let fields: Vec<Field> = (0..12)
        .map(|n| Field {
            column: n * 3 % 7,
            row: n % 4,
            count: n as u64 + 1,
            words: format!("{} requests", n + 1),
        })
        .collect();
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    grid(
        "grid",
        "Busiest hours",
        "A field for each hour.",
        &days,
        &rows,
        &fields,
    )
}

fn tiles(n: i64) -> Element {
    let tiles: Vec<MapTile> = (0..n)
        .map(|nth| MapTile {
            src: TILE.to_owned(),
            left: nth * 256,
            top: 0,
        })
        .collect();
    map(
        &tiles,
        256,
        (512, 256),
        Some("Map of the clinic".to_owned()),
    )
}
