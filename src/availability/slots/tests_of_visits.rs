//! Buffers, caps and kinds of visits, on days on which the clock changes too; holidays; and what
//! hours leave behind.

use chrono::Timelike;

use super::*;
use crate::availability::model::Why;

const CLINIC: Uuid = Uuid::from_u128(1);
const OTHER: Uuid = Uuid::from_u128(2);

/// Zones with the dates of their clock changes, each forward and back.
const CHANGES: [(&str, [&str; 2]); 3] = [
    ("Europe/Madrid", ["2026-03-29", "2026-10-25"]),
    ("America/New_York", ["2026-03-08", "2026-11-01"]),
    ("Australia/Lord_Howe", ["2026-10-04", "2026-04-05"]),
];

fn at(text: &str) -> Instant {
    crate::time::parse_instant(text).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn weekly(clinic_id: Uuid, hours: &[(&str, &str)]) -> Vec<WeeklyHours> {
    (1..=7)
        .flat_map(|weekday| {
            hours.iter().map(move |(from, to)| WeeklyHours {
                clinic_id,
                weekday,
                from: from.parse().unwrap(),
                to: to.parse().unwrap(),
                slot_minutes: 30,
            })
        })
        .collect()
}

fn schedule(zone: &str, hours: &[(&str, &str)]) -> Schedule {
    Schedule {
        zones: BTreeMap::from([(CLINIC, zone.parse().unwrap())]),
        weekly: weekly(CLINIC, hours),
        exceptions: Vec::new(),
        minimum_notice: TimeDelta::zero(),
        horizon: TimeDelta::days(365),
        gap: TimeDelta::zero(),
        daily_cap: None,
        visit_minutes: None,
    }
}

fn closed(from: &str, until: &str) -> HourException {
    HourException {
        date: date(from),
        until: Some(date(until)),
        kind: ExceptionKind::Closed,
        clinic_id: None,
        from: None,
        to: None,
    }
}

/// The starts of the free slots of a date on the wall.
fn wall(schedule: &Schedule, on: &str) -> Vec<String> {
    let slots = schedule.free(date(on), 1, &Busy::default(), at("2026-01-01T00:00:00Z"));
    let wall = |slot: &Slot| slot.span.starts_at.with_timezone(&schedule.zones[&CLINIC]);
    slots
        .iter()
        .map(|slot| wall(slot).format("%H:%M").to_string())
        .collect()
}

/// Numbers that look random and are the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

#[test]
fn a_visit_steps_by_its_own_length_and_the_buffers() {
    let mut plan = schedule("Europe/Madrid", &[("09:00", "11:00"), ("16:00", "17:10")]);
    assert_eq!(
        wall(&plan, "2026-06-02"),
        ["09:00", "09:30", "10:00", "10:30", "16:00", "16:30"]
    );
    plan.visit_minutes = Some(45);
    assert_eq!(wall(&plan, "2026-06-02"), ["09:00", "09:45", "16:00"]);
    plan.gap = TimeDelta::minutes(15);
    // The last one ends with the hours: the buffer after it may lie outside.
    assert_eq!(wall(&plan, "2026-06-02"), ["09:00", "10:00", "16:00"]);
    plan.visit_minutes = Some(10);
    assert_eq!(
        wall(&plan, "2026-06-02"),
        [
            "09:00", "09:25", "09:50", "10:15", "10:40", "16:00", "16:25", "16:50"
        ]
    );
    plan.visit_minutes = Some(120);
    assert_eq!(wall(&plan, "2026-06-02"), ["09:00"]);
    plan.visit_minutes = None;
    assert_eq!(
        wall(&plan, "2026-06-02"),
        ["09:00", "09:45", "10:30", "16:00"]
    );
}

#[test]
fn buffers_keep_what_is_taken_at_a_distance() {
    let mut plan = schedule("Europe/Madrid", &[("09:00", "12:00")]);
    plan.gap = TimeDelta::minutes(10);
    let now = at("2026-06-01T00:00:00Z");
    let taken = |from: &str, to: &str| {
        let span = Span {
            starts_at: at(&format!("2026-06-02T{from}:00Z")),
            ends_at: at(&format!("2026-06-02T{to}:00Z")),
        };
        let busy = Busy::new([(span, date("2026-06-02"))]);
        plan.free(date("2026-06-02"), 1, &busy, now)
            .iter()
            .map(|slot| slot.span.starts_at.format("%H:%M").to_string())
            .collect::<Vec<_>>()
    };
    // In UTC, two hours earlier: 07:00, 07:40, 08:20, 09:00.
    assert_eq!(taken("08:20", "08:50"), ["07:00", "07:40", "09:00"]);
    // Ten minutes before and after are enough, nine are not.
    assert_eq!(taken("08:19", "08:50"), ["07:00", "09:00"]);
    assert_eq!(taken("08:20", "08:51"), ["07:00", "07:40"]);
}

#[test]
fn a_day_that_is_full_has_no_free_time() {
    let mut plan = schedule("America/New_York", &[("18:00", "23:00")]);
    plan.daily_cap = Some(2);
    let now = at("2026-06-01T00:00:00Z");
    let days = [date("2026-06-02"), date("2026-06-03")];
    let slots: Vec<Slot> = plan.day(days[0]);
    let count = |taken: &[Slot]| {
        let busy = Busy::new(taken.iter().map(|slot| (slot.span, slot.date)));
        days.map(|day| plan.free(day, 1, &busy, now).len())
    };
    assert_eq!(count(&[]), [10, 10]);
    assert_eq!(count(&slots[..1]), [9, 10]);
    // 22:30 there is the next date in UTC, but not on the wall.
    assert_eq!(slots[9].span.starts_at, at("2026-06-03T02:30:00Z"));
    assert_eq!(count(&[slots[0], slots[9]]), [0, 10]);
}

#[test]
fn holidays_close_each_of_their_days_and_extra_hours_come_on_each() {
    let mut plan = schedule("Europe/Madrid", &[("09:00", "10:00")]);
    plan.exceptions = vec![
        closed("2026-06-02", "2026-06-04"),
        HourException {
            kind: ExceptionKind::Extra,
            clinic_id: Some(CLINIC),
            from: "16:00".parse().ok(),
            to: "16:30".parse().ok(),
            ..closed("2026-06-04", "2026-06-05")
        },
    ];
    let expected: [&[&str]; 6] = [
        &["09:00", "09:30"],
        &[],
        &[],
        &["16:00"],
        &["09:00", "09:30", "16:00"],
        &["09:00", "09:30"],
    ];
    for (day, times) in (1..).zip(expected) {
        assert_eq!(wall(&plan, &format!("2026-06-0{day}")), times, "{day}");
    }
}

/// Takes free times at random, for visits of all lengths, until none is left, and looks at each.
fn fill(zone: &str, change: &str, gap: i64, cap: Option<u32>, dice: &mut Dice) {
    let mut plan = schedule(
        zone,
        &[("00:00", "04:30"), ("09:10", "12:00"), ("20:00", "24:00")],
    );
    plan.gap = TimeDelta::minutes(gap);
    plan.daily_cap = cap;
    let case = format!("{zone} {change} {gap} {cap:?}");
    let now = at("2026-01-01T00:00:00Z");
    let first = date(change) - Days::new(1);
    let mut taken: Vec<Slot> = Vec::new();
    loop {
        let busy = Busy::new(taken.iter().map(|slot| (slot.span, slot.date)));
        let lengths = [None, Some(10), Some(20), Some(45), Some(75), Some(120)];
        let turn = dice.below(lengths.len());
        let offered = (0..lengths.len()).find_map(|n| {
            plan.visit_minutes = lengths[(turn + n) % lengths.len()];
            let free = plan.free(first, 3, &busy, now);
            (!free.is_empty()).then_some(free)
        });
        let Some(free) = offered else { break };
        // Two stretches of hours may touch; which of the two slots is taken decides.
        for pair in free.windows(2) {
            assert!(
                pair[0].span.ends_at <= pair[1].span.starts_at,
                "{case}: {pair:?}"
            );
        }
        let slot = free[dice.below(free.len())];
        assert_eq!(
            plan.free_at(slot.span.starts_at, &busy, now),
            Some(slot),
            "{case}"
        );
        let start = slot.span.starts_at.with_timezone(&plan.zones[&CLINIC]);
        let length = plan.visit_minutes.unwrap_or(30);
        let minute = i32::try_from(start.num_seconds_from_midnight() / 60).unwrap();
        assert_eq!(start.date_naive(), slot.date, "{case}");
        assert_eq!(
            (slot.span.ends_at - slot.span.starts_at).num_minutes(),
            i64::from(length)
        );
        assert!(
            plan.weekly
                .iter()
                .any(|hours| hours.from.minutes() <= minute
                    && minute + i32::from(length) <= hours.to.minutes()),
            "{case}: {slot:?}"
        );
        taken.push(slot);
    }
    assert!(!taken.is_empty(), "{case}");
    taken.sort_by_key(|slot| slot.span);
    for pair in taken.windows(2) {
        assert!(
            pair[0].span.ends_at + plan.gap <= pair[1].span.starts_at,
            "{case}: {pair:?}"
        );
    }
    let mut dates: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for slot in &taken {
        *dates.entry(slot.date).or_default() += 1;
    }
    assert_eq!(dates.len(), 3, "{case}");
    if let Some(cap) = cap {
        assert!(
            dates.values().all(|count| *count == cap),
            "{case}: {dates:?}"
        );
    }
    // None of all these is left behind by the hours that it was taken from.
    plan.visit_minutes = None;
    let held: Vec<Held> = taken.iter().map(|slot| held(slot.span)).collect();
    assert!(
        plan.left_behind(&held).iter().all(Option::is_none),
        "{case}"
    );
}

#[test]
fn whatever_is_taken_in_whatever_order_keeps_buffers_and_caps() {
    let mut dice = Dice(20_261_124);
    for (zone, changes) in CHANGES {
        for change in changes {
            for gap in [0, 5, 20, 60] {
                for cap in [None, Some(1), Some(3)] {
                    fill(zone, change, gap, cap, &mut dice);
                }
            }
        }
    }
}

fn held(span: Span) -> Held {
    Held {
        span,
        case_id: Uuid::now_v7(),
        clinic_id: Some(CLINIC),
    }
}

fn on(from: &str, to: &str) -> Held {
    held(Span {
        starts_at: at(from),
        ends_at: at(to),
    })
}

#[test]
fn what_no_hours_hold_is_left_behind() {
    let mut plan = schedule("Europe/Madrid", &[("09:00", "11:00"), ("11:00", "12:00")]);
    plan.zones.insert(OTHER, "Asia/Tokyo".parse().unwrap());
    plan.weekly.extend(weekly(OTHER, &[("20:00", "24:00")]));
    plan.exceptions = vec![
        closed("2026-06-03", "2026-06-04"),
        HourException {
            kind: ExceptionKind::Extra,
            clinic_id: Some(CLINIC),
            from: "16:00".parse().ok(),
            to: "17:00".parse().ok(),
            ..closed("2026-06-04", "2026-06-04")
        },
        HourException {
            until: None,
            from: "10:00".parse().ok(),
            to: "10:30".parse().ok(),
            ..closed("2026-06-05", "2026-06-05")
        },
    ];
    // Madrid is two hours ahead of UTC, Tokyo nine.
    for (from, to, why) in [
        ("2026-06-02T07:00:00Z", "2026-06-02T07:30:00Z", None),
        // Off the grid, and across two rows: within hours all the same.
        ("2026-06-02T07:05:00Z", "2026-06-02T07:40:00Z", None),
        ("2026-06-02T08:45:00Z", "2026-06-02T09:15:00Z", None),
        (
            "2026-06-02T06:45:00Z",
            "2026-06-02T07:15:00Z",
            Some(Why::Hours),
        ),
        (
            "2026-06-02T09:45:00Z",
            "2026-06-02T10:15:00Z",
            Some(Why::Hours),
        ),
        (
            "2026-06-02T12:00:00Z",
            "2026-06-02T12:30:00Z",
            Some(Why::Hours),
        ),
        (
            "2026-06-03T07:00:00Z",
            "2026-06-03T07:30:00Z",
            Some(Why::Closed),
        ),
        // Closed, but it would not have been open then anyway.
        (
            "2026-06-03T14:00:00Z",
            "2026-06-03T14:30:00Z",
            Some(Why::Hours),
        ),
        (
            "2026-06-04T07:00:00Z",
            "2026-06-04T07:30:00Z",
            Some(Why::Closed),
        ),
        ("2026-06-04T14:00:00Z", "2026-06-04T15:00:00Z", None),
        ("2026-06-05T07:30:00Z", "2026-06-05T08:00:00Z", None),
        (
            "2026-06-05T07:31:00Z",
            "2026-06-05T08:01:00Z",
            Some(Why::Closed),
        ),
        ("2026-06-05T08:30:00Z", "2026-06-05T09:00:00Z", None),
    ] {
        assert_eq!(plan.left_behind(&[on(from, to)]), [why], "{from}");
    }
    // At the other clinic, on its own clock, until midnight.
    let tokyo = Held {
        clinic_id: Some(OTHER),
        ..on("2026-06-02T14:00:00Z", "2026-06-02T15:00:00Z")
    };
    assert_eq!(plan.left_behind(&[tokyo]), [None]);
    let here = on("2026-06-02T14:00:00Z", "2026-06-02T15:00:00Z");
    assert_eq!(plan.left_behind(&[here]), [Some(Why::Hours)]);
    let gone = Held {
        clinic_id: Some(Uuid::from_u128(3)),
        ..on("2026-06-02T07:00:00Z", "2026-06-02T07:30:00Z")
    };
    assert_eq!(plan.left_behind(&[gone]), [Some(Why::Hours)]);
}

#[test]
fn what_stands_too_close_is_left_behind() {
    let mut plan = schedule("Europe/Madrid", &[("09:00", "18:00")]);
    plan.gap = TimeDelta::minutes(10);
    let one = on("2026-06-02T07:00:00Z", "2026-06-02T08:00:00Z");
    let close = on("2026-06-02T08:09:00Z", "2026-06-02T08:30:00Z");
    let far = on("2026-06-02T08:40:00Z", "2026-06-02T09:00:00Z");
    let same_case = Held {
        case_id: far.case_id,
        ..on("2026-06-02T08:45:00Z", "2026-06-02T09:15:00Z")
    };
    assert_eq!(
        plan.left_behind(&[one, close, far, same_case]),
        [Some(Why::Buffer), Some(Why::Buffer), None, None]
    );
}
