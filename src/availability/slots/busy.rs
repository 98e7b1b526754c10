//! What is taken of a doctor's time, ready to be asked.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};

use crate::time::Instant;

/// A stretch of time, its end not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub starts_at: Instant,
    pub ends_at: Instant,
}

impl Span {
    /// Whether the two share a moment.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts_at < other.ends_at && other.starts_at < self.ends_at
    }

    /// With so much time before and after it.
    pub fn widened(&self, by: TimeDelta) -> Self {
        Self {
            starts_at: self.starts_at - by,
            ends_at: self.ends_at + by,
        }
    }
}

/// What is taken, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct Busy {
    /// By start.
    spans: Vec<Span>,
    longest: TimeDelta,
    /// How many there are on each local date.
    dates: BTreeMap<NaiveDate, u32>,
}

impl Busy {
    /// From the times of live appointments and the date of each on its clinic's wall, in any order.
    pub fn new(taken: impl IntoIterator<Item = (Span, NaiveDate)>) -> Self {
        let mut spans = Vec::new();
        let mut dates = BTreeMap::new();
        for (span, date) in taken {
            spans.push(span);
            *dates.entry(date).or_insert(0) += 1;
        }
        spans.sort_unstable();
        let longest = spans
            .iter()
            .map(|span| span.ends_at - span.starts_at)
            .max()
            .unwrap_or_default();
        Self {
            spans,
            longest,
            dates,
        }
    }

    /// Whether something taken overlaps `span`.
    pub fn takes(&self, span: &Span) -> bool {
        let before = self
            .spans
            .partition_point(|taken| taken.starts_at < span.ends_at);
        self.spans[..before]
            .iter()
            .rev()
            .take_while(|taken| taken.starts_at + self.longest > span.starts_at)
            .any(|taken| taken.overlaps(span))
    }

    /// How many appointments there are on a local date.
    pub fn on(&self, date: NaiveDate) -> u32 {
        self.dates.get(&date).copied().unwrap_or_default()
    }
}
