//! The order of colleagues.

use std::cmp::Reverse;

use uuid::Uuid;

use crate::time::{Instant, parse_instant, rfc3339};

/// Where a colleague stands in the list: by how soon they are free, at last those who are not;
/// of those who are free equally soon first who is free at the same time too, then by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    never: bool,
    soonest: Option<Instant>,
    pub same_time: Reverse<bool>,
    name: String,
    pub id: Uuid,
}

impl Rank {
    /// Of somebody who is free at the same time or not, and when at first, if ever; `name` as
    /// names are sorted.
    pub fn new(soonest: Option<Instant>, same_time: bool, name: String, id: Uuid) -> Self {
        Self {
            never: soonest.is_none(),
            soonest,
            same_time: Reverse(same_time),
            name,
            id,
        }
    }

    /// From where a list goes on after it.
    pub fn cursor(&self) -> String {
        let soonest = self.soonest.map_or_else(|| "never".to_owned(), rfc3339);
        let same_time = u8::from(self.same_time.0);
        format!("{soonest}_{same_time}_{}_{}", self.id, self.name)
    }

    /// What a cursor says.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(4, '_');
        let soonest = match parts.next()? {
            "never" => None,
            text => Some(parse_instant(text)?),
        };
        let same_time = match parts.next()? {
            "0" => false,
            "1" => true,
            _ => return None,
        };
        let id = parts.next()?.parse().ok()?;
        Some(Self::new(soonest, same_time, parts.next()?.to_owned(), id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32) -> Option<Instant> {
        parse_instant(&format!("2026-11-25T{hour:02}:00:00Z"))
    }

    #[test]
    fn the_soonest_comes_first_then_the_same_time_then_the_name_at_last_who_is_not_free() {
        let rank = |soonest, same, name: &str, id| {
            Rank::new(soonest, same, name.to_owned(), Uuid::from_u128(id))
        };
        let mut ranks = [
            rank(None, false, "a", 1),
            rank(at(11), true, "a", 2),
            rank(at(9), false, "b_c d", 3),
            rank(at(9), false, "b", 5),
            rank(at(9), false, "b", 4),
            rank(at(9), true, "z", 6),
            rank(at(8), false, "z", 7),
        ];
        ranks.sort_unstable();
        let order: Vec<u128> = ranks.iter().map(|rank| rank.id.as_u128()).collect();
        assert_eq!(order, [7, 6, 4, 5, 3, 2, 1]);
        for rank in ranks {
            assert_eq!(Rank::parse(&rank.cursor()), Some(rank));
        }
        let id = Uuid::nil();
        for wrong in [
            String::new(),
            "1".to_owned(),
            format!("never_2_{id}_a"),
            format!("soon_1_{id}_a"),
            "never_0".to_owned(),
            "never_0_7_a".to_owned(),
            format!("never_0_{id}"),
        ] {
            assert_eq!(Rank::parse(&wrong), None, "{wrong}");
        }
    }
}
