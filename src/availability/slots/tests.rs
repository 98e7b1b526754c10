//! Free times in zones with and without clock changes. What each zone does on these dates is
//! in the tz database; the comments say it.

use chrono::Days;

use super::*;

const CLINIC: Uuid = Uuid::from_u128(1);
const OTHER: Uuid = Uuid::from_u128(2);

fn at(text: &str) -> Instant {
    crate::time::parse_instant(text).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(from: &str, to: &str) -> Span {
    Span {
        starts_at: at(from),
        ends_at: at(to),
    }
}

/// The same hours on every day of the week.
fn every_day(clinic_id: Uuid, from: &str, to: &str, slot_minutes: u16) -> Vec<WeeklyHours> {
    (1..=7)
        .map(|weekday| WeeklyHours {
            clinic_id,
            weekday,
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            slot_minutes,
        })
        .collect()
}

fn schedule(zone: &str, from: &str, to: &str, slot_minutes: u16) -> Schedule {
    Schedule {
        zones: BTreeMap::from([(CLINIC, zone.parse().unwrap())]),
        weekly: every_day(CLINIC, from, to, slot_minutes),
        exceptions: Vec::new(),
        minimum_notice: TimeDelta::hours(2),
        horizon: TimeDelta::days(60),
        gap: TimeDelta::zero(),
        daily_cap: None,
        visit_minutes: None,
    }
}

/// What is taken, each on the date of its start in Madrid.
fn busy(spans: &[Span]) -> Busy {
    let zone: Tz = "Europe/Madrid".parse().unwrap();
    let date = |span: &Span| span.starts_at.with_timezone(&zone).date_naive();
    Busy::new(spans.iter().map(|span| (*span, date(span))))
}

fn exception(
    kind: ExceptionKind,
    on: &str,
    clinic_id: Option<Uuid>,
    hours: Option<(&str, &str)>,
) -> HourException {
    HourException {
        date: date(on),
        until: None,
        kind,
        clinic_id,
        from: hours.map(|(from, _)| from.parse().unwrap()),
        to: hours.map(|(_, to)| to.parse().unwrap()),
    }
}

/// Start and end of each slot of a date, in UTC: "00:30-01:00".
fn utc(schedule: &Schedule, on: &str) -> Vec<String> {
    let time = |at: Instant| at.format("%H:%M").to_string();
    schedule
        .day(date(on))
        .into_iter()
        .map(|slot| format!("{}-{}", time(slot.span.starts_at), time(slot.span.ends_at)))
        .collect()
}

/// How the starts read on the clinic's wall.
fn wall(schedule: &Schedule, on: &str) -> Vec<String> {
    let zone = schedule.zones[&CLINIC];
    let slots = schedule.day(date(on));
    slots
        .iter()
        .map(|slot| {
            slot.span
                .starts_at
                .with_timezone(&zone)
                .format("%H:%M")
                .to_string()
        })
        .collect()
}

#[test]
fn nine_stays_nine_across_both_changes() {
    for (zone, days) in [
        // Forward on 29 March, back on 25 October 2026.
        (
            "Europe/Madrid",
            [
                ("2026-03-28", "08:00"),
                ("2026-03-29", "07:00"),
                ("2026-10-24", "07:00"),
                ("2026-10-25", "08:00"),
            ],
        ),
        // Forward on 8 March, back on 1 November.
        (
            "America/New_York",
            [
                ("2026-03-07", "14:00"),
                ("2026-03-08", "13:00"),
                ("2026-10-31", "13:00"),
                ("2026-11-01", "14:00"),
            ],
        ),
        // Back by half an hour on 5 April, forward on 4 October; nine there is the day before in UTC.
        (
            "Australia/Lord_Howe",
            [
                ("2026-04-04", "22:00"),
                ("2026-04-05", "22:30"),
                ("2026-10-03", "22:30"),
                ("2026-10-04", "22:00"),
            ],
        ),
        // No changes.
        (
            "Asia/Kolkata",
            [
                ("2026-03-28", "03:30"),
                ("2026-03-29", "03:30"),
                ("2026-10-24", "03:30"),
                ("2026-11-01", "03:30"),
            ],
        ),
    ] {
        let schedule = schedule(zone, "09:00", "09:30", 30);
        for (day, start) in days {
            assert_eq!(wall(&schedule, day), ["09:00"], "{zone} {day}");
            assert!(
                utc(&schedule, day)[0].starts_with(start),
                "{zone} {day}: {:?}",
                utc(&schedule, day)
            );
        }
    }
}

#[test]
fn a_time_that_does_not_exist_gives_no_slot() {
    // 02:00 becomes 03:00.
    let madrid = schedule("Europe/Madrid", "01:00", "04:00", 30);
    assert_eq!(
        wall(&madrid, "2026-03-29"),
        ["01:00", "01:30", "03:00", "03:30"]
    );
    assert_eq!(
        utc(&madrid, "2026-03-29"),
        ["00:00-00:30", "00:30-01:00", "01:00-01:30", "01:30-02:00"]
    );
    let new_york = schedule("America/New_York", "01:00", "04:00", 60);
    assert_eq!(wall(&new_york, "2026-03-08"), ["01:00", "03:00"]);
    // 02:00 becomes 02:30.
    let lord_howe = schedule("Australia/Lord_Howe", "01:30", "03:30", 30);
    assert_eq!(wall(&lord_howe, "2026-10-04"), ["01:30", "02:30", "03:00"]);
}

#[test]
fn a_time_that_exists_twice_gives_its_first() {
    // 03:00 becomes 02:00.
    let madrid = schedule("Europe/Madrid", "01:00", "04:00", 30);
    assert_eq!(
        wall(&madrid, "2026-10-25"),
        ["01:00", "01:30", "02:00", "02:30", "03:00", "03:30"]
    );
    assert_eq!(
        utc(&madrid, "2026-10-25"),
        [
            "23:00-23:30",
            "23:30-00:00",
            "00:00-00:30",
            "00:30-01:00",
            "02:00-02:30",
            "02:30-03:00"
        ]
    );
    // 02:00 becomes 01:00.
    let new_york = schedule("America/New_York", "01:00", "02:00", 30);
    assert_eq!(utc(&new_york, "2026-11-01"), ["05:00-05:30", "05:30-06:00"]);
    // 02:00 becomes 01:30.
    let lord_howe = schedule("Australia/Lord_Howe", "01:00", "02:30", 30);
    assert_eq!(
        utc(&lord_howe, "2026-04-05"),
        ["14:00-14:30", "14:30-15:00", "15:30-16:00"]
    );
}

#[test]
fn a_leap_of_the_clock_never_makes_slots_overlap() {
    // 02:00 becomes 02:30: the slot from 01:50 ends at 02:40, so 02:30 comes too soon.
    let lord_howe = schedule("Australia/Lord_Howe", "01:30", "03:30", 20);
    assert_eq!(
        wall(&lord_howe, "2026-10-04"),
        ["01:30", "01:50", "02:50", "03:10"]
    );
    for (zone, change) in [
        ("Europe/Madrid", "2026-03-29"),
        ("Europe/Madrid", "2026-10-25"),
        ("America/New_York", "2026-03-08"),
        ("America/New_York", "2026-11-01"),
        ("Australia/Lord_Howe", "2026-04-05"),
        ("Australia/Lord_Howe", "2026-10-04"),
        // Changes at midnight: there is no 00:00 on 24 April 2026.
        ("Africa/Cairo", "2026-04-24"),
        ("Africa/Cairo", "2026-10-30"),
    ] {
        for minutes in [10, 15, 25, 35, 45, 60, 90, 120] {
            let schedule = schedule(zone, "00:00", "24:00", minutes);
            let slots = schedule.free(
                date(change) - Days::new(2),
                5,
                &Busy::default(),
                at("2026-01-01T00:00:00Z"),
            );
            assert!(
                slots
                    .windows(2)
                    .all(|two| two[0].span.ends_at <= two[1].span.starts_at),
                "{zone} {change} {minutes}"
            );
        }
    }
}

#[test]
fn hours_across_midnight_in_utc_keep_their_local_date() {
    let auckland = schedule("Pacific/Auckland", "23:00", "24:00", 30);
    let slots = auckland.day(date("2026-07-01"));
    assert_eq!(slots.len(), 2);
    assert_eq!(
        slots[1].span,
        span("2026-07-01T11:30:00Z", "2026-07-01T12:00:00Z")
    );
    let los_angeles = schedule("America/Los_Angeles", "20:00", "21:00", 60);
    let slots = los_angeles.day(date("2026-07-01"));
    assert_eq!(
        (slots[0].date, slots[0].span.starts_at),
        (date("2026-07-01"), at("2026-07-02T03:00:00Z"))
    );
}

#[test]
fn two_clinics_never_offer_overlapping_times() {
    let mut schedule = schedule("Europe/Madrid", "09:00", "11:00", 30);
    schedule
        .zones
        .insert(OTHER, "Europe/Madrid".parse().unwrap());
    schedule
        .weekly
        .extend(every_day(OTHER, "10:00", "12:00", 45));
    let slots = schedule.day(date("2026-06-01"));
    let times: Vec<_> = slots
        .iter()
        .map(|slot| (slot.clinic_id == CLINIC, slot.span.starts_at))
        .collect();
    let day = |time| at(&format!("2026-06-01T{time}:00Z"));
    assert_eq!(
        times,
        // 10:45 at the other clinic (08:45 in UTC) would begin before 11:00, when this one ends.
        [
            (true, day("07:00")),
            (true, day("07:30")),
            (true, day("08:00")),
            (true, day("08:30"))
        ]
    );
}

#[test]
fn clinics_in_two_zones_never_offer_overlapping_times() {
    let mut schedule = schedule("America/New_York", "18:00", "23:00", 60);
    schedule.zones.insert(OTHER, "Asia/Tokyo".parse().unwrap());
    schedule
        .weekly
        .extend(every_day(OTHER, "08:00", "14:00", 25));
    let now = at("2026-06-01T00:00:00Z");
    let slots = schedule.free(date("2026-06-02"), 10, &Busy::default(), now);
    assert!(
        slots
            .windows(2)
            .all(|two| two[0].span.ends_at <= two[1].span.starts_at)
    );
    // What is offered over days can be asked for one by one, and the first comes first.
    for slot in &slots {
        assert_eq!(
            schedule.free_at(slot.span.starts_at, &Busy::default(), now),
            Some(*slot)
        );
    }
    let all = schedule.free(date("2026-05-31"), 10, &Busy::default(), now);
    assert_eq!(
        schedule.first_free(&Busy::default(), now),
        all.first().copied()
    );
}

#[test]
fn what_is_taken_is_not_free() {
    let schedule = schedule("Europe/Madrid", "09:00", "11:00", 30);
    let now = at("2026-06-01T00:00:00Z");
    // Half of 09:30 and all of 10:30 on a summer's day; what only touches a slot leaves it free.
    let taken = busy(&[
        span("2026-06-02T08:30:00Z", "2026-06-02T09:00:00Z"),
        span("2026-06-02T07:45:00Z", "2026-06-02T08:00:00Z"),
        span("2026-06-02T06:00:00Z", "2026-06-02T07:00:00Z"),
    ]);
    let free: Vec<_> = schedule
        .free(date("2026-06-02"), 1, &taken, now)
        .iter()
        .map(|slot| slot.span.starts_at)
        .collect();
    assert_eq!(
        free,
        [at("2026-06-02T07:00:00Z"), at("2026-06-02T08:00:00Z")]
    );
    assert_eq!(
        schedule.free_at(at("2026-06-02T07:30:00Z"), &taken, now),
        None
    );
    assert!(
        schedule
            .free_at(at("2026-06-02T08:00:00Z"), &taken, now)
            .is_some()
    );
    // Not on the grid.
    assert_eq!(
        schedule.free_at(at("2026-06-02T08:05:00Z"), &taken, now),
        None
    );
    // A long one that began long before the many short ones.
    let long = busy(&[
        span("2026-06-02T00:00:00Z", "2026-06-02T23:00:00Z"),
        span("2026-06-02T06:00:00Z", "2026-06-02T06:10:00Z"),
        span("2026-06-02T06:20:00Z", "2026-06-02T06:30:00Z"),
    ]);
    assert!(schedule.free(date("2026-06-02"), 1, &long, now).is_empty());
}

#[test]
fn notice_and_horizon_bound_what_is_free() {
    let mut schedule = schedule("Europe/Madrid", "09:00", "11:00", 30);
    schedule.horizon = TimeDelta::days(1);
    let now = at("2026-06-01T06:00:00Z");
    let free: Vec<_> = schedule
        .free(date("2026-06-01"), 30, &Busy::default(), now)
        .iter()
        .map(|slot| slot.span.starts_at)
        .collect();
    // Two hours of notice leave 10:00 and 10:30; the horizon ends at 08:00 of the next day.
    assert_eq!(
        free,
        [at("2026-06-01T08:00:00Z"), at("2026-06-01T08:30:00Z")]
    );
    assert_eq!(
        schedule
            .first_free(&Busy::default(), now)
            .map(|slot| slot.span.starts_at),
        Some(free[0])
    );
    let none = busy(&[span("2026-06-01T00:00:00Z", "2026-06-03T00:00:00Z")]);
    assert_eq!(schedule.first_free(&none, now), None);
}

#[test]
fn closed_days_and_extra_hours() {
    let mut schedule = schedule("Europe/Madrid", "09:00", "11:00", 30);
    schedule.exceptions = vec![
        exception(ExceptionKind::Closed, "2026-06-02", None, None),
        exception(
            ExceptionKind::Closed,
            "2026-06-03",
            Some(CLINIC),
            Some(("09:15", "10:00")),
        ),
        exception(ExceptionKind::Closed, "2026-06-04", Some(OTHER), None),
        // Extra hours stand on a closed day, and where they repeat the usual ones add nothing.
        exception(
            ExceptionKind::Extra,
            "2026-06-02",
            Some(CLINIC),
            Some(("16:00", "17:00")),
        ),
        exception(
            ExceptionKind::Extra,
            "2026-06-05",
            Some(CLINIC),
            Some(("10:30", "11:30")),
        ),
    ];
    assert_eq!(wall(&schedule, "2026-06-02"), ["16:00", "16:30"]);
    assert_eq!(wall(&schedule, "2026-06-03"), ["10:00", "10:30"]);
    assert_eq!(wall(&schedule, "2026-06-04").len(), 4);
    assert_eq!(
        wall(&schedule, "2026-06-05"),
        ["09:00", "09:30", "10:00", "10:30", "11:00"]
    );
}

#[test]
fn the_nearest_are_the_nearest() {
    let schedule = schedule("Europe/Madrid", "09:00", "11:00", 30);
    let now = at("2026-06-01T00:00:00Z");
    let taken = busy(&[span("2026-06-02T08:00:00Z", "2026-06-02T08:30:00Z")]);
    let nearest: Vec<_> = schedule
        .nearest(at("2026-06-02T08:00:00Z"), 4, &taken, now)
        .iter()
        .map(|slot| slot.span.starts_at)
        .collect();
    assert_eq!(
        nearest,
        [
            at("2026-06-02T07:00:00Z"),
            at("2026-06-02T07:30:00Z"),
            at("2026-06-02T08:30:00Z"),
            at("2026-06-03T07:00:00Z")
        ]
    );
}

#[test]
fn hours_at_a_clinic_that_is_gone_count_for_nothing() {
    let mut schedule = schedule("Europe/Madrid", "09:00", "11:00", 30);
    schedule.zones.clear();
    let now = at("2026-06-01T00:00:00Z");
    assert!(schedule.day(date("2026-06-02")).is_empty());
    assert_eq!(schedule.first_free(&Busy::default(), now), None);
    assert_eq!(
        schedule.free_at(at("2026-06-02T07:00:00Z"), &Busy::default(), now),
        None
    );
}
