use chrono::TimeDelta;

use super::*;
use crate::oversight::reports::model::Unit;
use crate::time::{parse_date, parse_instant};

const MADRID: Tz = Tz::Europe__Madrid;

fn at(text: &str) -> Instant {
    parse_instant(text).unwrap()
}

fn range(from: &str, to: &str) -> Range {
    Range {
        from: parse_date(from).unwrap(),
        to: parse_date(to).unwrap(),
    }
}

/// A request that waits.
fn asked(asked_at: &str) -> Request {
    let asked_at = at(asked_at);
    Request {
        asked_at,
        starts_at: asked_at + TimeDelta::days(3),
        zone: MADRID,
        status: Status::Pending,
        reply: None,
        confirmed: false,
        cancelled_by: None,
    }
}

impl Request {
    fn replied(mut self, reply: Reply, after_minutes: i64, status: Status) -> Self {
        self.reply = Some((reply, self.asked_at + TimeDelta::minutes(after_minutes)));
        self.confirmed = reply == Reply::Accept;
        self.status = status;
        self
    }

    fn cancelled(mut self, by: By) -> Self {
        self.status = Status::Cancelled;
        self.cancelled_by = Some(by);
        self
    }

    fn is(mut self, status: Status) -> Self {
        self.status = status;
        self
    }
}

#[test]
fn percentiles_of_few_values() {
    for percent in [0, 50, 90, 100] {
        assert_eq!(percentile(&[], percent), None);
        assert_eq!(percentile(&[7], percent), Some(7));
    }
    assert_eq!(percentile(&[10, 20], 50), Some(15));
    assert_eq!(percentile(&[10, 20], 90), Some(19));
    assert_eq!(percentile(&[10, 20, 90], 50), Some(20));
    assert_eq!(percentile(&[10, 20, 90], 90), Some(76));
    let ten: Vec<i64> = (1..=10).map(|n| n * 100).collect();
    assert_eq!(percentile(&ten, 50), Some(550));
    assert_eq!(percentile(&ten, 90), Some(910));
    let hundred: Vec<i64> = (0..=100).collect();
    for percent in 0..=100 {
        assert_eq!(percentile(&hundred, percent), Some(percent));
    }
}

#[test]
fn nothing_gives_no_figure_and_no_division_by_it() {
    let empty = report(&[], range("2026-11-01", "2026-11-24"), MADRID);
    assert_eq!(empty.totals, Counts::default());
    assert_eq!(empty.answer_time.median_minutes, None);
    assert_eq!(empty.answer_time.ninetieth_minutes, None);
    assert!(
        empty
            .answer_time
            .spread
            .iter()
            .all(|wait| wait.answers == 0)
    );
    assert_eq!(empty.rates.acceptance, Share::new(0, 0));
    assert_eq!(empty.rates.no_show.rate, None);
    assert_eq!((empty.periods.len(), empty.hours.len()), (5, 0));
}

#[test]
fn each_request_is_counted_once_by_its_first_answer() {
    let when = "2026-11-10T09:00:00Z";
    let requests = [
        asked(when).replied(Reply::Accept, 30, Status::Accepted),
        asked(when).replied(Reply::Accept, 60, Status::Completed),
        asked(when).replied(Reply::Accept, 90, Status::NoShow),
        asked(when)
            .replied(Reply::Accept, 120, Status::Accepted)
            .cancelled(By::Patient),
        asked(when)
            .replied(Reply::Accept, 150, Status::Accepted)
            .cancelled(By::Doctor),
        asked(when)
            .replied(Reply::Accept, 180, Status::Accepted)
            .cancelled(By::System),
        // Another time was suggested, which ran out, or was called off: no appointment came of it.
        asked(when).replied(Reply::Suggest, 210, Status::Expired),
        asked(when)
            .replied(Reply::Suggest, 240, Status::Proposed)
            .cancelled(By::Patient),
        asked(when).replied(Reply::Refer, 270, Status::Referred),
        asked(when).replied(Reply::Decline, 300, Status::Declined),
        asked(when).is(Status::Expired),
        asked(when).cancelled(By::Patient),
        asked(when).cancelled(By::Doctor),
        asked(when),
    ];
    let report = report(&requests, range("2026-11-01", "2026-11-24"), MADRID);
    assert_eq!(
        report.totals,
        Counts {
            requests: 14,
            accepted: 6,
            suggested: 2,
            referred: 1,
            declined: 1,
            expired: 1,
            withdrawn: 2,
            waiting: 1,
            confirmed: 6,
            cancelled_by_patient: 1,
            cancelled_by_doctor: 1,
            moved: 1,
            completed: 1,
            no_show: 1,
        }
    );
    let rates = report.rates;
    for (share, count, of) in [
        (rates.acceptance, 6, 10),
        (rates.suggestion, 2, 10),
        (rates.referral, 1, 10),
        (rates.decline, 1, 10),
        (rates.expiry, 1, 11),
        (rates.cancellation, 2, 6),
        (rates.no_show, 1, 2),
    ] {
        assert_eq!(share, Share::new(count, of));
    }
    assert_eq!(rates.acceptance.rate, Some(0.6));
    // 30, 60, … 300: those without an answer are not in it.
    let time = &report.answer_time;
    assert_eq!(
        (time.answers, time.median_minutes, time.ninetieth_minutes),
        (10, Some(165), Some(273))
    );
    assert_eq!(
        time.spread
            .iter()
            .map(|wait| wait.answers)
            .collect::<Vec<_>>(),
        [1, 6, 3, 0, 0, 0]
    );
}

#[test]
fn the_spread_has_no_gaps_and_counts_each_answer_once() {
    let hours = [0, 1, 3, 4, 11, 12, 23, 24, 47, 48, 300].map(|hours| hours * 3600);
    let spread = spread(&hours);
    assert!(
        spread
            .windows(2)
            .all(|two| two[0].until_hours == Some(two[1].from_hours))
    );
    assert_eq!(
        spread.iter().map(|wait| wait.answers).collect::<Vec<_>>(),
        [1, 2, 2, 2, 2, 2]
    );
    assert_eq!(spread.last().unwrap().until_hours, None);
}

#[test]
fn an_answer_before_its_request_took_no_time() {
    // The clock of another instance.
    let request = asked("2026-11-10T09:00:00Z").replied(Reply::Accept, -3, Status::Accepted);
    let report = report(&[request], range("2026-11-10", "2026-11-10"), MADRID);
    assert_eq!(report.answer_time.median_minutes, Some(0));
}

#[test]
fn days_begin_at_midnight_on_the_wall() {
    let days = range("2026-11-02", "2026-11-15");
    let requests = [
        // Monday 00:30 in Madrid, Sunday still in UTC.
        asked("2026-11-01T23:30:00Z"),
        // Sunday 23:30 and Monday 00:30 in Madrid.
        asked("2026-11-08T22:30:00Z"),
        asked("2026-11-08T23:30:00Z"),
        // The days before and after.
        asked("2026-11-01T22:59:59Z"),
        asked("2026-11-15T23:00:00Z"),
        asked("2026-11-15T23:30:00Z"),
    ];
    let counted = |zone| {
        let report = report(&requests, days, zone);
        let periods = report.periods.iter().map(|period| period.counts.requests);
        (report.totals.requests, periods.collect::<Vec<_>>())
    };
    assert_eq!(counted(MADRID), (3, vec![2, 1]));
    assert_eq!(counted(Tz::UTC), (4, vec![2, 2]));
    assert_eq!(report(&requests, days, MADRID).unit, Unit::Week);
}

#[test]
fn nine_in_the_morning_is_nine_across_both_clock_changes() {
    // 2026: 29 March and 25 October in Madrid.
    let mut requests = Vec::new();
    for (day, hour_utc) in [
        ("2026-03-28", 8),
        ("2026-03-30", 7),
        ("2026-10-24", 7),
        ("2026-10-26", 8),
    ] {
        let mut request = asked("2026-03-20T12:00:00Z");
        request.starts_at = at(&format!("{day}T{hour_utc:02}:00:00Z"));
        requests.push(request);
    }
    let found = report(&requests, range("2026-03-01", "2026-03-31"), MADRID);
    let hour = |weekday, requests| Hour {
        weekday,
        hour: 9,
        requests,
    };
    assert_eq!(found.hours, [hour(1, 2), hour(6, 2)]);

    // The day of the change is a day like any other: from its midnight to the next one.
    let changes = [
        asked("2026-03-28T22:59:00Z"),
        asked("2026-03-28T23:00:00Z"),
        asked("2026-03-29T21:59:00Z"),
        asked("2026-03-29T22:00:00Z"),
    ];
    let day = report(&changes, range("2026-03-29", "2026-03-29"), MADRID);
    assert_eq!(day.totals.requests, 2);
    // An hour that exists twice: both are 02:30 on Sunday.
    let mut twice = [asked("2026-10-20T12:00:00Z"), asked("2026-10-20T12:00:00Z")];
    twice[0].starts_at = at("2026-10-25T00:30:00Z");
    twice[1].starts_at = at("2026-10-25T01:30:00Z");
    let found = report(&twice, range("2026-10-01", "2026-10-31"), MADRID);
    assert_eq!(
        found.hours,
        [Hour {
            weekday: 7,
            hour: 2,
            requests: 2
        }]
    );
}

#[test]
fn each_clinic_has_its_own_wall() {
    let mut there = asked("2026-11-10T09:00:00Z");
    there.zone = Tz::America__New_York;
    there.starts_at = at("2026-11-13T00:30:00Z");
    let mut here = there.clone();
    here.zone = MADRID;
    let found = report(&[there, here], range("2026-11-01", "2026-11-24"), MADRID);
    let hours: Vec<(u8, u8)> = found
        .hours
        .iter()
        .map(|hour| (hour.weekday, hour.hour))
        .collect();
    assert_eq!(hours, [(4, 19), (5, 1)]);
}
