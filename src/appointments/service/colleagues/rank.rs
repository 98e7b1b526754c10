//! The order of colleagues.

use std::cmp::Reverse;

use uuid::Uuid;

use crate::time::{Instant, parse_instant, rfc3339};

/// Where a colleague stands in the list: those free at the same time first, then by how soon
/// they are free, at last those who are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    pub same_time: Reverse<bool>,
    never: bool,
    soonest: Option<Instant>,
    pub id: Uuid,
}

impl Rank {
    /// Of somebody who is free at the same time or not, and when at first, if ever.
    pub fn new(same_time: bool, soonest: Option<Instant>, id: Uuid) -> Self {
        Self {
            same_time: Reverse(same_time),
            never: soonest.is_none(),
            soonest,
            id,
        }
    }

    /// From where a list goes on after it.
    pub fn cursor(&self) -> String {
        let Self {
            same_time, soonest, ..
        } = self;
        let soonest = soonest.map_or_else(|| "never".to_owned(), rfc3339);
        format!("{}_{soonest}_{}", u8::from(same_time.0), self.id)
    }

    /// What a cursor says.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '_');
        let same_time = match parts.next()? {
            "0" => false,
            "1" => true,
            _ => return None,
        };
        let soonest = match parts.next()? {
            "never" => None,
            text => Some(parse_instant(text)?),
        };
        Some(Self::new(same_time, soonest, parts.next()?.parse().ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32) -> Option<Instant> {
        parse_instant(&format!("2026-11-25T{hour:02}:00:00Z"))
    }

    #[test]
    fn the_same_time_comes_first_then_the_soonest_then_nobody() {
        let rank = |same, soonest, id| Rank::new(same, soonest, Uuid::from_u128(id));
        let mut ranks = [
            rank(false, None, 1),
            rank(false, at(9), 3),
            rank(false, at(9), 2),
            rank(false, at(8), 4),
            rank(true, at(11), 5),
        ];
        ranks.sort_unstable();
        assert_eq!(ranks.map(|rank| rank.id.as_u128()), [5, 4, 2, 3, 1]);
        for rank in ranks {
            assert_eq!(Rank::parse(&rank.cursor()), Some(rank));
        }
        for wrong in ["", "1", "2_never_x", "1_soon_x", "0_never", "0_never_7"] {
            assert_eq!(Rank::parse(wrong), None, "{wrong}");
        }
    }
}
