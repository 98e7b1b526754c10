//! Figures in words.

use chrono::{Datelike, NaiveDate};

use crate::oversight::reports::model::{Period, Share, Unit, Wait};
use crate::time::{long_date, place, short_date, short_month};

/// "3 h 20 min" of minutes.
pub fn lasting(minutes: i64) -> String {
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, hours, rest) {
        (0, 0, 0) => ts!("oversight-under-a-minute"),
        (0, 0, rest) => ts!("oversight-minutes", minutes = rest),
        (0, hours, 0) => ts!("oversight-hours", hours = hours),
        (0, hours, rest) => ts!("oversight-hours-minutes", hours = hours, minutes = rest),
        (days, 0, _) => ts!("oversight-lasting-days", days = days),
        (days, hours, _) => ts!("oversight-lasting-days-hours", days = days, hours = hours),
    }
}

/// The same, or a dash where there is nothing.
pub fn lasting_or_dash(minutes: Option<i64>) -> String {
    minutes.map_or_else(|| "–".to_owned(), lasting)
}

/// "78%", or a dash of nothing.
pub fn percent(share: Share) -> String {
    let Some(rate) = share.rate else {
        return "–".to_owned();
    };
    ts!(
        "oversight-percent",
        number = (rate * 100.0).round_ties_even()
    )
}

/// "1,234"
pub fn number(n: u64) -> String {
    ts!("oversight-number", number = n)
}

/// "1 request", "2 requests"
pub fn requests(n: u64) -> String {
    ts!("oversight-count-requests", count = n)
}

/// "Madrid time"
pub fn clock(zone: &str) -> String {
    ts!("oversight-clock", place = place(zone))
}

/// "26 October to 24 November 2026"
pub fn days(from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        long_date(from)
    } else {
        ts!(
            "oversight-from-to",
            from = long_date(from),
            to = long_date(to)
        )
    }
}

/// What stands beneath a column: "9 Nov" for a week, "Nov" for a month, "Jan 26" for the first
/// month of a year.
pub fn beneath(unit: Unit, period: &Period, first: bool) -> String {
    let day = period.from;
    match unit {
        Unit::Week => short_date(day),
        Unit::Month if first || day.month0() == 0 => ts!(
            "oversight-month",
            month = short_month(day),
            year = day.format("%y").to_string()
        ),
        Unit::Month => short_month(day),
    }
}

/// "9 to 15 Nov 2026" names a period in a sentence or a table.
pub fn period(period: &Period) -> String {
    let (from, to) = (period.from, period.to);
    let (until, year) = (short_date(to), to.year().to_string());
    if from == to {
        ts!("oversight-period-day", date = until, year = year)
    } else if from.month0() == to.month0() {
        let from = from.day();
        ts!(
            "oversight-period-in-month",
            from = from,
            to = until,
            year = year
        )
    } else {
        let from = short_date(from);
        ts!(
            "oversight-period-in-months",
            from = from,
            to = until,
            year = year
        )
    }
}

/// "4–12", in hours.
pub fn between(wait: &Wait) -> String {
    match (wait.from_hours, wait.until_hours) {
        (0, Some(until)) => format!("< {until}"),
        (from, Some(until)) => format!("{from}–{until}"),
        (from, None) => format!("> {from}"),
    }
}

/// The same, said in full.
pub fn between_in_full(wait: &Wait) -> String {
    match (wait.from_hours, wait.until_hours) {
        (0, Some(1)) => ts!("oversight-wait-hour"),
        (0, Some(until)) => ts!("oversight-wait-under", until = until),
        (from, Some(until)) => ts!("oversight-wait-between", from = from, until = until),
        (from, None) => ts!("oversight-wait-over", from = from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oversight::reports::model::Counts;
    use crate::time::parse_date;

    #[test]
    fn times_read_well() {
        for (minutes, text) in [
            (0, "under a minute"),
            (1, "1 min"),
            (59, "59 min"),
            (60, "1 h"),
            (200, "3 h 20 min"),
            (1440, "1 day"),
            (1500, "1 day 1 h"),
            (2885, "2 days"),
            (2945, "2 days 1 h"),
        ] {
            assert_eq!(lasting(minutes), text);
        }
        assert_eq!(lasting_or_dash(None), "–");
    }

    #[test]
    fn shares_are_whole_per_cents() {
        assert_eq!(percent(Share::new(2, 3)), "67%");
        assert_eq!(percent(Share::new(0, 3)), "0%");
        assert_eq!(percent(Share::new(0, 0)), "–");
    }

    #[test]
    fn periods_have_short_names() {
        let of = |from, to| Period {
            from: parse_date(from).unwrap(),
            to: parse_date(to).unwrap(),
            counts: Counts::default(),
            median_minutes: None,
            ninetieth_minutes: None,
        };
        let week = of("2026-11-09", "2026-11-15");
        assert_eq!(period(&week), "9 to 15 Nov 2026");
        assert_eq!(beneath(Unit::Week, &week, true), "9 Nov");
        assert_eq!(
            period(&of("2026-10-26", "2026-11-01")),
            "26 Oct to 1 Nov 2026"
        );
        assert_eq!(period(&of("2026-11-09", "2026-11-09")), "9 Nov 2026");
        let month = of("2026-11-01", "2026-11-30");
        assert_eq!(beneath(Unit::Month, &month, false), "Nov");
        assert_eq!(beneath(Unit::Month, &month, true), "Nov 26");
        assert_eq!(
            beneath(Unit::Month, &of("2027-01-01", "2027-01-31"), false),
            "Jan 27"
        );
    }
}
