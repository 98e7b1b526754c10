//! What we write is read here by another library than the one that writes it.

use std::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, Utc, Weekday};
use icalendar::{Calendar, CalendarComponent, Component, Event};

use super::*;
use crate::time::parse_instant;

fn entry(zone: &str, starts_at: &str, minutes: i64) -> Entry {
    let starts_at = parse_instant(starts_at).unwrap();
    Entry {
        uid: "0190-7@clinic.example".into(),
        sequence: 3,
        standing: Standing::Confirmed,
        zone: zone.into(),
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(minutes),
        changed_at: parse_instant("2026-11-20T08:00:00Z").unwrap(),
        summary: "Appointment with Dr Omar Haddad, Cardiology".into(),
        description: "Details and changes: https://clinic.example/appointments/0190-7".into(),
        location: Some(Location {
            name: "Clínica Sol".into(),
            address: "Calle Mayor 1; 2º, Madrid".into(),
            latitude: Some(40.416_812_345),
            longitude: Some(-3.7038),
        }),
        page: "https://clinic.example/appointments/0190-7".into(),
        organiser: Organiser {
            name: "Dr Omar Haddad".into(),
            page: "https://clinic.example/doctors/7".into(),
        },
    }
}

fn file(entries: Vec<Entry>) -> String {
    File {
        method: Method::Publish,
        name: None,
        entries,
        at: parse_instant("2026-11-24T12:00:00Z").unwrap(),
    }
    .to_string()
}

fn read(text: &str) -> Calendar {
    // The reader of this library unfolds by itself, and refuses what is not well-formed.
    text.parse()
        .unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn event(calendar: &Calendar) -> &Event {
    calendar
        .components
        .iter()
        .find_map(CalendarComponent::as_event)
        .unwrap()
}

fn zone_of<'a>(calendar: &'a Calendar, name: &str) -> Option<&'a (impl Component + use<>)> {
    calendar
        .components
        .iter()
        .find_map(|component| match component {
            CalendarComponent::Other(other)
                if other.component_kind() == "VTIMEZONE"
                    && other.property_value("TZID") == Some(name) =>
            {
                Some(other)
            }
            _ => None,
        })
}

/// `+0130` in seconds.
fn seconds(offset: &str) -> i64 {
    let sign = if offset.starts_with('-') { -1 } else { 1 };
    let number = |range: std::ops::Range<usize>| offset[range].parse::<i64>().unwrap();
    sign * (number(1..3) * 3600 + number(3..5) * 60)
}

fn wall(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").unwrap()
}

/// The `n`th such day of a month, from its end where `n` is negative.
fn nth(year: i32, month: u32, n: i32, weekday: Weekday) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
    let days: Vec<NaiveDate> = first
        .iter_days()
        .take_while(|day| day.month() == month)
        .filter(|day| day.weekday() == weekday)
        .collect();
    let place = if n < 0 { days.len() as i32 + n } else { n - 1 };
    days[place as usize]
}

/// When a part of a definition begins to hold, on the wall before it, in the years around.
fn onsets(part: &impl Component, until: i32) -> Vec<NaiveDateTime> {
    let first = wall(part.property_value("DTSTART").unwrap());
    let Some(rule) = part.property_value("RRULE") else {
        return vec![first];
    };
    let value = |name: &str| {
        rule.split(';')
            .find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    };
    assert_eq!(value("FREQ"), Some("YEARLY"), "{rule}");
    let month = value("BYMONTH").unwrap().parse().unwrap();
    let (n, day) = value("BYDAY")
        .unwrap()
        .split_at(value("BYDAY").unwrap().len() - 2);
    let weekday = Weekday::from_str(match day {
        "MO" => "Mon",
        "TU" => "Tue",
        "WE" => "Wed",
        "TH" => "Thu",
        "FR" => "Fri",
        "SA" => "Sat",
        "SU" => "Sun",
        other => panic!("{other}"),
    })
    .unwrap();
    let last = value("UNTIL").map(|until| wall(until.trim_end_matches('Z')));
    (first.year()..=until)
        .map(|year| nth(year, month, n.parse().unwrap(), weekday).and_time(first.time()))
        .filter(|at| *at >= first)
        .filter(|at| last.is_none_or(|last| *at <= last))
        .collect()
}

/// The instant of a wall time by the definition in the file: RFC 5545, section 3.6.5, done by hand.
fn by_definition(zone: &impl Component, at: NaiveDateTime) -> DateTime<Utc> {
    let last = zone
        .components()
        .iter()
        .flat_map(|part| {
            let offset = seconds(part.property_value("TZOFFSETTO").unwrap());
            let onsets = onsets(part, at.year() + 1);
            onsets.into_iter().map(move |onset| (onset, offset))
        })
        // An onset is on the wall before it, so that a wall time that comes twice is the first.
        .filter(|(onset, ..)| *onset <= at)
        .max_by_key(|(onset, ..)| *onset);
    let (_, offset) = last.unwrap_or_else(|| panic!("{at} is before all that is defined"));
    (at - TimeDelta::seconds(offset)).and_utc()
}

/// The instant that a property of an event stands for, by this file alone.
fn instant(calendar: &Calendar, event: &Event, name: &str) -> DateTime<Utc> {
    let property = &event.properties()[name];
    match property.params().get("TZID") {
        None => wall(property.value().strip_suffix('Z').unwrap()).and_utc(),
        Some(zone) => {
            let zone = zone_of(calendar, zone.value()).unwrap();
            by_definition(zone, wall(property.value()))
        }
    }
}

#[test]
fn an_appointment_says_when_where_and_whose_it_is() {
    let text = file(vec![entry("Europe/Madrid", "2026-11-25T08:30:00Z", 30)]);
    let calendar = read(&text);
    assert_eq!(calendar.property_value("VERSION"), Some("2.0"));
    assert_eq!(calendar.property_value("METHOD"), Some("PUBLISH"));
    let event = event(&calendar);
    for (name, value) in [
        ("UID", "0190-7@clinic.example"),
        ("SEQUENCE", "3"),
        ("STATUS", "CONFIRMED"),
        ("CLASS", "PRIVATE"),
        ("DTSTAMP", "20261124T120000Z"),
        ("LAST-MODIFIED", "20261120T080000Z"),
        ("DTSTART", "20261125T093000"),
        ("DTEND", "20261125T100000"),
        ("SUMMARY", "Appointment with Dr Omar Haddad, Cardiology"),
        ("LOCATION", "Clínica Sol, Calle Mayor 1; 2º, Madrid"),
        ("GEO", "40.416812;-3.7038"),
        ("URL", "https://clinic.example/appointments/0190-7"),
        ("ORGANIZER", "https://clinic.example/doctors/7"),
    ] {
        assert_eq!(event.property_value(name), Some(value), "{name}");
    }
    let zone = event.properties()["DTSTART"].params()["TZID"].value();
    assert_eq!(zone, "Europe/Madrid");
    let name = event.properties()["ORGANIZER"].params()["CN"].value();
    assert_eq!(name, "Dr Omar Haddad");
    // One rule for summer, one for winter: some programs read no more.
    let zone = zone_of(&calendar, "Europe/Madrid").unwrap();
    let parts: Vec<_> = zone
        .components()
        .iter()
        .map(Component::component_kind)
        .collect();
    assert_eq!(parts.len(), 2, "{text}");
    assert!(parts.contains(&"STANDARD".to_owned()) && parts.contains(&"DAYLIGHT".to_owned()));
}

#[test]
fn lines_are_folded_escaped_and_end_as_they_should() {
    let mut long = entry("Europe/Madrid", "2026-11-25T08:30:00Z", 30);
    let place = long.location.as_mut().unwrap();
    place.name = "Ärztehaus “Schöne Aussicht”, Praxis für Kardiologie; 3. Stock \\ links".into();
    place.address = "Straße der Freundschaft 117\r\nEND:VEVENT\nX:\u{0}\u{7}Düsseldorf".into();
    long.summary = "Appointment with Dr \"Quote\"; comma, and back\\slash".into();
    long.organiser.name = "Dr \"Quote\": Colón; Comma, \r\nATTENDEE:x".into();
    let text = file(vec![long]);
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(!text.contains(|c: char| c.is_control() && c != '\r' && c != '\n'));
    let calendar = read(&text);
    assert_eq!(calendar.components.len(), 2, "{text}");
    let event = event(&calendar);
    assert_eq!(
        event.property_value("LOCATION"),
        Some(
            "Ärztehaus “Schöne Aussicht”, Praxis für Kardiologie; 3. Stock \\ links, \
             Straße der Freundschaft 117, END:VEVENT, X:, Düsseldorf"
        )
    );
    assert_eq!(
        event.property_value("SUMMARY"),
        Some("Appointment with Dr \"Quote\"; comma, and back\\slash")
    );
    assert_eq!(
        event.properties()["ORGANIZER"].params()["CN"].value(),
        "Dr 'Quote': Colón; Comma,, ATTENDEE:x"
    );
}

#[test]
fn how_an_appointment_stands_is_told_in_calendars_words() {
    let standing = |standing, method| {
        let entry = Entry {
            standing,
            ..entry("Europe/Madrid", "2026-11-25T08:30:00Z", 30)
        };
        let at = entry.changed_at;
        let file = File {
            method,
            name: Some("MedAppoint"),
            entries: vec![entry],
            at,
        };
        read(&file.to_string())
    };
    for (how, method, status, busy) in [
        (Standing::Tentative, Method::Publish, "TENTATIVE", "OPAQUE"),
        (Standing::Confirmed, Method::Publish, "CONFIRMED", "OPAQUE"),
        (
            Standing::Cancelled,
            Method::Cancel,
            "CANCELLED",
            "TRANSPARENT",
        ),
    ] {
        let calendar = standing(how, method);
        let method = if method == Method::Cancel {
            "CANCEL"
        } else {
            "PUBLISH"
        };
        assert_eq!(calendar.property_value("METHOD"), Some(method));
        assert_eq!(event(&calendar).property_value("STATUS"), Some(status));
        assert_eq!(event(&calendar).property_value("TRANSP"), Some(busy));
        assert_eq!(calendar.property_value("NAME"), Some("MedAppoint"));
        assert_eq!(calendar.get_ttl(), Some(TimeDelta::hours(1)));
    }
}

/// Zones of every kind: north, south and none; half hours; rules that are none; a change at midnight.
const ZONES: [&str; 28] = [
    "Europe/Madrid",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Chisinau",
    "America/New_York",
    "America/Phoenix",
    "America/St_Johns",
    "America/Havana",
    "America/Santiago",
    "America/Nuuk",
    "America/Sao_Paulo",
    "America/Adak",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Jerusalem",
    "Asia/Gaza",
    "Asia/Beirut",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Asia/Tehran",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Pacific/Easter",
    "Antarctica/Troll",
    "Atlantic/Azores",
];

#[test]
fn times_mean_the_same_by_the_file_alone() {
    let begin = parse_instant("2026-01-01T00:00:00Z").unwrap();
    for name in ZONES {
        let zone: Tz = name.parse().unwrap();
        // Two years in steps that visit every hour of the day, and the hours around each change.
        let mut instants: Vec<Instant> = (0..24)
            .map(|step| begin + TimeDelta::hours(step * (30 * 24 + 5)))
            .collect();
        let offset = |at: Instant| at.with_timezone(&zone).offset().fix();
        for hour in 0..24 * 730 {
            let at = begin + TimeDelta::hours(hour);
            if offset(at) != offset(at + TimeDelta::hours(1)) {
                instants.extend((-6..=6).map(|half| at + TimeDelta::minutes(30 * half)));
            }
        }
        let entries: Vec<Entry> = instants
            .iter()
            .map(|at| entry(name, &at.to_rfc3339(), 45))
            .collect();
        let one_by_one = entries.iter().map(|entry| vec![entry.clone()]);
        for entries in one_by_one.chain([entries.clone()]) {
            let text = file(entries.clone());
            let calendar = read(&text);
            let events: Vec<&Event> = calendar.events().collect();
            assert_eq!(events.len(), entries.len());
            for (event, entry) in events.into_iter().zip(entries) {
                let [starts_at, ends_at] =
                    ["DTSTART", "DTEND"].map(|property| instant(&calendar, event, property));
                assert_eq!(starts_at, entry.starts_at, "{name}: {text}");
                assert_eq!(ends_at, entry.ends_at, "{name}: {text}");
            }
        }
    }
}

#[test]
fn each_zone_is_defined_once_and_for_all_its_times() {
    let text = file(vec![
        entry("Europe/Madrid", "2026-08-25T08:30:00Z", 30),
        entry("America/New_York", "2026-11-25T08:30:00Z", 30),
        entry("Europe/Madrid", "2027-01-25T08:30:00Z", 30),
        entry("UTC", "2026-11-25T08:30:00Z", 30),
        entry("Mars/Olympus", "2026-11-25T08:30:00Z", 30),
    ]);
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 2);
    assert_eq!(text.matches("DTSTART:20261125T083000Z").count(), 2);
    let events = text.find("BEGIN:VEVENT").unwrap();
    assert!(text.rfind("END:VTIMEZONE").unwrap() < events);
    let calendar = read(&text);
    let madrid = zone_of(&calendar, "Europe/Madrid").unwrap();
    for (at, instant) in [
        ("20260825T103000", "2026-08-25T08:30:00Z"),
        ("20270125T093000", "2027-01-25T08:30:00Z"),
    ] {
        assert_eq!(
            by_definition(madrid, wall(at)),
            parse_instant(instant).unwrap()
        );
    }
}
