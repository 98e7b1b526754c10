//! Figures in words.

use chrono::NaiveDate;

use crate::oversight::reports::model::{Period, Share, Unit, Wait};
use crate::time::{long_date, short_date};

/// "3 h 20 min" of minutes.
pub fn lasting(minutes: i64) -> String {
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    let plural = if days == 1 { "" } else { "s" };
    match (days, hours, rest) {
        (0, 0, 0) => "under a minute".to_owned(),
        (0, 0, rest) => format!("{rest} min"),
        (0, hours, 0) => format!("{hours} h"),
        (0, hours, rest) => format!("{hours} h {rest} min"),
        (days, 0, _) => format!("{days} day{plural}"),
        (days, hours, _) => format!("{days} day{plural} {hours} h"),
    }
}

/// The same, or a dash where there is nothing.
pub fn lasting_or_dash(minutes: Option<i64>) -> String {
    minutes.map_or_else(|| "–".to_owned(), lasting)
}

/// "78%", or a dash of nothing.
pub fn percent(share: Share) -> String {
    share
        .rate
        .map_or_else(|| "–".to_owned(), |rate| format!("{:.0}%", rate * 100.0))
}

/// "1 request", "2 requests"
pub fn count(n: u64, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// "26 October to 24 November 2026"
pub fn days(from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        long_date(from)
    } else {
        format!("{} to {}", long_date(from), long_date(to))
    }
}

/// What stands beneath a column: "9 Nov" for a week, "Nov" for a month, "Jan 26" for the first
/// month of a year.
pub fn beneath(unit: Unit, period: &Period, first: bool) -> String {
    let day = short_date(period.from);
    match unit {
        Unit::Week => day,
        Unit::Month => {
            let month = day.rsplit(' ').next().unwrap_or_default();
            let year = period.from.format("%y").to_string();
            if first || month == "Jan" {
                format!("{month} {year}")
            } else {
                month.to_owned()
            }
        }
    }
}

/// "9 to 15 Nov 2026" names a period in a sentence or a table.
pub fn period(period: &Period) -> String {
    let year = period.to.format("%Y");
    if period.from == period.to {
        return format!("{} {year}", short_date(period.from));
    }
    let from = short_date(period.from);
    let to = short_date(period.to);
    let same_month = from.rsplit(' ').next() == to.rsplit(' ').next();
    let from = if same_month {
        from.split(' ').next().unwrap_or_default()
    } else {
        &from
    };
    format!("{from} to {to} {year}")
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
        (0, Some(1)) => "under an hour".to_owned(),
        (0, Some(until)) => format!("under {until} hours"),
        (from, Some(until)) => format!("{from} to {until} hours"),
        (from, None) => format!("{from} hours or more"),
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
