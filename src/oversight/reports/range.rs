//! The days that a report is about: chosen, checked, and cut into weeks or months.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

use super::model::Unit;
use crate::error::{Answer, AppError, Problems};
use crate::time::parse_date;

/// The most days of a report: three years.
const DAYS_MOST: i64 = 1096;
/// The most days that are shown by week.
const WEEKS_UNTIL: i64 = 26 * 7;
/// Nobody was asked through us before.
const FIRST_YEAR: i32 = 2000;

/// From one day to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// A length that is often asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Last {
    Days(u64),
    /// This month and those before.
    Months(u32),
}

impl Last {
    /// The length of a word in the page's address.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "" | "30-days" => Some(Self::Days(30)),
            "90-days" => Some(Self::Days(90)),
            "12-months" => Some(Self::Months(12)),
            _ => None,
        }
    }

    /// The days of it, up to today.
    pub fn until(self, today: NaiveDate) -> Range {
        // Far from the calendar's end, so each of these is there.
        let from = match self {
            Self::Days(days) => today - Days::new(days.saturating_sub(1)),
            Self::Months(months) => first_of_month(today) - Months::new(months.saturating_sub(1)),
        };
        Range { from, to: today }
    }
}

fn first_of_month(date: NaiveDate) -> NaiveDate {
    date - Days::new(u64::from(date.day0()))
}

impl Range {
    /// Days as typed. Without a last day it is today, without a first day 30 days are meant;
    /// what lies ahead is left out.
    ///
    /// # Errors
    /// 422 with each day that can't be.
    pub fn parse(from: Option<&str>, to: Option<&str>, today: NaiveDate) -> Answer<Self> {
        let mut problems = Problems::default();
        let from = problems.take("from", day(from)).flatten();
        let to = problems.take("to", day(to)).flatten();
        if !problems.is_empty() {
            return Err(problems.into_error());
        }
        if from.is_some_and(|from| from > today) {
            problems.add("from", ts!("oversight-first-ahead"));
        }
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            problems.add("to", ts!("oversight-last-before-first"));
        }
        let to = to.map_or(today, |to| to.min(today));
        let from = from.unwrap_or_else(|| Last::Days(30).until(to).from);
        if problems.is_empty() && (to - from).num_days() >= DAYS_MOST {
            problems.add("from", ts!("oversight-three-years"));
        }
        if problems.is_empty() {
            Ok(Self { from, to })
        } else {
            Err(problems.into_error())
        }
    }

    /// Weeks, or months where these would be too many.
    pub fn unit(self) -> Unit {
        if (self.to - self.from).num_days() < WEEKS_UNTIL {
            Unit::Week
        } else {
            Unit::Month
        }
    }

    /// The weeks or months of it. The first and the last are cut where it begins and ends.
    pub fn periods(self) -> Vec<Self> {
        let unit = self.unit();
        let mut periods = Vec::new();
        let mut from = self.from;
        while from <= self.to {
            let next = after(unit, from);
            let to = (next - Days::new(1)).min(self.to);
            periods.push(Self { from, to });
            from = next;
        }
        periods
    }

    /// In which of [`Range::periods`] a day is.
    pub fn period_of(self, date: NaiveDate) -> Option<usize> {
        if date < self.from || date > self.to {
            return None;
        }
        let nth = match self.unit() {
            Unit::Week => (monday(date) - monday(self.from)).num_weeks(),
            Unit::Month => month_number(date) - month_number(self.from),
        };
        usize::try_from(nth).ok()
    }
}

/// The first day of the next week or month.
fn after(unit: Unit, date: NaiveDate) -> NaiveDate {
    match unit {
        Unit::Week => monday(date) + TimeDelta::days(7),
        Unit::Month => first_of_month(date) + Months::new(1),
    }
}

fn monday(date: NaiveDate) -> NaiveDate {
    date - TimeDelta::days(i64::from(date.weekday().num_days_from_monday()))
}

fn month_number(date: NaiveDate) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month0())
}

/// A day as typed; nothing where nothing was.
fn day(typed: Option<&str>) -> Result<Option<NaiveDate>, String> {
    let typed = typed.unwrap_or_default().trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let date = parse_date(typed).ok_or_else(|| ts!("oversight-need-day"))?;
    if date.year() < FIRST_YEAR {
        return Err(ts!("oversight-too-early", year = FIRST_YEAR.to_string()));
    }
    Ok(Some(date))
}

/// A length that is none of ours.
pub fn unknown_length() -> AppError {
    AppError::field("range", ts!("oversight-unknown-length"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    fn range(from: &str, to: &str) -> Range {
        Range {
            from: date(from),
            to: date(to),
        }
    }

    #[test]
    fn lengths_end_today() {
        let today = date("2026-11-24");
        let until = |word| Last::parse(word).unwrap().until(today);
        assert_eq!(until(""), range("2026-10-26", "2026-11-24"));
        assert_eq!(until("30-days"), until(""));
        assert_eq!(until("90-days"), range("2026-08-27", "2026-11-24"));
        assert_eq!(until("12-months"), range("2025-12-01", "2026-11-24"));
        for word in ["own", "30", "365-days", "30-DAYS"] {
            assert_eq!(Last::parse(word), None, "{word}");
        }
    }

    #[test]
    fn days_that_were_chosen_are_taken() {
        let today = date("2026-11-24");
        let parse = |from, to| Range::parse(from, to, today).unwrap();
        let own = range("2026-03-01", "2026-03-31");
        assert_eq!(parse(Some("2026-03-01"), Some(" 2026-03-31 ")), own);
        assert_eq!(parse(None, None), range("2026-10-26", "2026-11-24"));
        assert_eq!(parse(Some(""), Some("")), parse(None, None));
        assert_eq!(
            parse(Some("2026-11-24"), None),
            range("2026-11-24", "2026-11-24")
        );
        assert_eq!(
            parse(None, Some("2026-03-31")),
            range("2026-03-02", "2026-03-31")
        );
        // The month is not over yet.
        assert_eq!(
            parse(Some("2026-11-01"), Some("2026-11-30")),
            range("2026-11-01", "2026-11-24")
        );
        assert_eq!(
            parse(Some("2023-11-25"), Some("2026-11-24")),
            range("2023-11-25", "2026-11-24")
        );
    }

    #[test]
    fn days_that_can_not_be_are_named() {
        let today = date("2026-11-24");
        for (from, to, fields) in [
            ("2026-02-30", "2026-03-31", &["from"][..]),
            ("yesterday", "01/02/2026", &["from", "to"]),
            ("2026-03-02", "2026-03-01", &["to"]),
            ("2026-11-25", "", &["from"]),
            ("2026-11-26", "2026-11-25", &["from", "to"]),
            ("2023-11-24", "2026-11-24", &["from"]),
            ("1999-12-31", "2000-01-01", &["from"]),
            ("", "0000-01-01", &["to"]),
            ("", "262143-13-01", &["to"]),
        ] {
            let error = Range::parse(Some(from), Some(to), today).unwrap_err();
            let named: Vec<&str> = error.fields.keys().map(String::as_str).collect();
            assert_eq!(named, fields, "{from} {to}");
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_are_cut_at_both_ends() {
        // A Wednesday to a Tuesday.
        let three = range("2026-11-04", "2026-11-17");
        assert_eq!(three.unit(), Unit::Week);
        assert_eq!(
            three.periods(),
            [
                range("2026-11-04", "2026-11-08"),
                range("2026-11-09", "2026-11-15"),
                range("2026-11-16", "2026-11-17"),
            ]
        );
        let one = range("2026-11-04", "2026-11-04");
        assert_eq!(one.periods(), [one]);
    }

    #[test]
    fn longer_ones_go_by_month() {
        assert_eq!(range("2026-01-01", "2026-07-01").unit(), Unit::Week);
        let long = range("2025-12-15", "2026-07-02");
        assert_eq!(long.unit(), Unit::Month);
        let periods = long.periods();
        assert_eq!(periods.len(), 8);
        assert_eq!(periods[0], range("2025-12-15", "2025-12-31"));
        assert_eq!(periods[2], range("2026-02-01", "2026-02-28"));
        assert_eq!(periods[7], range("2026-07-01", "2026-07-02"));
    }

    #[test]
    fn each_day_is_in_its_period_and_no_other() {
        for whole in [
            range("2026-11-04", "2026-11-17"),
            range("2025-02-11", "2026-03-31"),
        ] {
            let periods = whole.periods();
            for day in whole.from.iter_days().take_while(|day| *day <= whole.to) {
                let nth = whole.period_of(day).unwrap();
                assert!(periods[nth].from <= day && day <= periods[nth].to, "{day}");
            }
            assert_eq!(whole.period_of(whole.from - Days::new(1)), None);
            assert_eq!(whole.period_of(whole.to + Days::new(1)), None);
        }
    }
}
