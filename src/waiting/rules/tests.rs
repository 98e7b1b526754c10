use super::*;
use crate::time::{parse_date, parse_instant};

fn date(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn at(text: &str) -> Instant {
    parse_instant(text).unwrap()
}

/// Any time between two dates.
fn any() -> When {
    When {
        weekdays: AnyOf::default(),
        parts: AnyOf::default(),
        earliest: date("2026-11-25"),
        latest: date("2026-12-05"),
    }
}

fn fits(when: &When, zone: &str, start: &str) -> bool {
    let start = at(start);
    when.fits(&Local::at(zone, start, start + TimeDelta::minutes(30)))
}

#[test]
fn nothing_said_is_any_day_and_time_between_the_dates() {
    for (start, wanted) in [
        ("2026-11-24T12:00:00Z", false),
        ("2026-11-25T00:00:00Z", true),
        ("2026-11-29T23:30:00Z", true),
        ("2026-12-05T23:30:00Z", true),
        ("2026-12-06T00:00:00Z", false),
    ] {
        assert_eq!(fits(&any(), "UTC", start), wanted, "{start}");
    }
}

#[test]
fn weekdays_are_those_of_the_clinics_wall() {
    let mondays_and_fridays = When {
        weekdays: AnyOf::of_days([1, 5]),
        ..any()
    };
    for (zone, start, wanted) in [
        ("UTC", "2026-11-27T09:00:00Z", true),
        ("UTC", "2026-11-28T09:00:00Z", false),
        ("UTC", "2026-11-30T09:00:00Z", true),
        // Monday evening in New York is Tuesday in UTC already.
        ("America/New_York", "2026-12-01T00:30:00Z", true),
        ("UTC", "2026-12-01T00:30:00Z", false),
        // And Sunday evening in UTC is Monday in Tokyo.
        ("Asia/Tokyo", "2026-11-29T23:00:00Z", true),
    ] {
        assert_eq!(
            fits(&mondays_and_fridays, zone, start),
            wanted,
            "{zone} {start}"
        );
    }
}

#[test]
fn parts_of_the_day_begin_at_noon_and_at_five() {
    for (time, part) in [
        ("00:00", DayPart::Morning),
        ("11:59", DayPart::Morning),
        ("12:00", DayPart::Afternoon),
        ("16:59", DayPart::Afternoon),
        ("17:00", DayPart::Evening),
        ("23:59", DayPart::Evening),
    ] {
        assert_eq!(part_of(time.parse().unwrap()), part, "{time}");
    }
    let evenings = When {
        parts: AnyOf::of_parts([DayPart::Evening]),
        ..any()
    };
    // 16:00 in UTC is 17:00 in Madrid.
    assert!(fits(&evenings, "Europe/Madrid", "2026-11-26T16:00:00Z"));
    assert!(!fits(&evenings, "UTC", "2026-11-26T16:00:00Z"));
    let but_the_afternoon = When {
        parts: AnyOf::of_parts([DayPart::Morning, DayPart::Evening]),
        ..any()
    };
    assert!(!fits(&but_the_afternoon, "UTC", "2026-11-26T12:00:00Z"));
    assert!(fits(&but_the_afternoon, "UTC", "2026-11-26T11:30:00Z"));
}

#[test]
fn sets_come_back_as_they_were_kept() {
    for days in [
        vec![],
        vec![1],
        vec![7],
        vec![2, 3, 6],
        vec![1, 2, 3, 4, 5, 6, 7],
    ] {
        let kept = AnyOf::of_days(days.clone()).number();
        assert!((0..=127).contains(&kept));
        assert_eq!(AnyOf::from_number(kept).days(), days);
    }
    for parts in [vec![], vec![DayPart::Morning], DayPart::ALL.to_vec()] {
        let kept = AnyOf::of_parts(parts.clone()).number();
        assert!((0..=7).contains(&kept));
        assert_eq!(AnyOf::from_number(kept).parts(), parts);
    }
}

#[test]
fn dates_are_from_today_to_the_horizon() {
    let today = date("2026-11-24");
    let all = dates(None, None, today, 60).unwrap();
    assert_eq!(all, (today, date("2027-01-23")));
    let some = dates(
        Some(date("2026-12-01")),
        Some(date("2026-12-01")),
        today,
        60,
    );
    assert_eq!(some.unwrap().0, date("2026-12-01"));
    let wrong = |earliest, latest| {
        dates(Some(date(earliest)), Some(date(latest)), today, 60)
            .unwrap_err()
            .0
    };
    assert_eq!(wrong("2026-11-22", "2026-12-01"), "earliest");
    assert_eq!(wrong("2027-02-01", "2027-02-02"), "earliest");
    assert_eq!(wrong("2026-12-01", "2027-01-25"), "latest");
    assert_eq!(wrong("2026-12-02", "2026-12-01"), "latest");
    // Where it is yesterday still, or tomorrow already.
    assert!(
        dates(
            Some(date("2026-11-23")),
            Some(date("2027-01-24")),
            today,
            60
        )
        .is_ok()
    );
}

#[test]
fn a_wish_is_over_once_its_last_date_is_over_everywhere() {
    assert_eq!(over_before(at("2026-11-24T08:00:00Z")), date("2026-11-23"));
}

#[test]
fn a_time_is_held_for_so_long_but_not_into_its_notice() {
    let now = at("2026-11-24T08:00:00Z");
    let held =
        |starts_at: &str| held_until(now, TimeDelta::hours(4), at(starts_at), TimeDelta::hours(2));
    assert_eq!(
        held("2026-11-26T08:00:00Z"),
        Some(at("2026-11-24T12:00:00Z"))
    );
    assert_eq!(
        held("2026-11-24T13:00:00Z"),
        Some(at("2026-11-24T11:00:00Z"))
    );
    assert_eq!(
        held("2026-11-24T10:30:00Z"),
        Some(at("2026-11-24T08:30:00Z"))
    );
    assert_eq!(held("2026-11-24T10:29:00Z"), None);
    assert_eq!(held("2026-11-24T09:00:00Z"), None);
}

#[test]
fn only_an_open_offer_that_is_held_still_may_be_answered() {
    let until = at("2026-11-24T12:00:00Z");
    let before = until - TimeDelta::milliseconds(1);
    assert_eq!(too_late(OfferStatus::Open, until, before), None);
    assert!(too_late(OfferStatus::Open, until, until).is_some());
    for status in [
        OfferStatus::Accepted,
        OfferStatus::Declined,
        OfferStatus::Expired,
        OfferStatus::Withdrawn,
    ] {
        assert!(too_late(status, until, before).is_some(), "{status:?}");
    }
}

#[test]
fn nobody_is_offered_more_than_they_could_accept() {
    assert!(has_room(0, 0) && has_room(4, 0) && has_room(2, 2) && has_room(0, 4));
    assert!(!has_room(5, 0) && !has_room(4, 1) && !has_room(0, 5) && !has_room(6, 0));
}
