//! Chance that falls the same way each time, and ids that do too.

use chrono::TimeDelta;
use uuid::{Builder, Uuid};

/// A small generator (SplitMix64, Steele, Lea and Flood 2014): good enough for made-up people,
/// and the same on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, and not including, `sides`.
    pub fn below(&mut self, sides: usize) -> usize {
        let sides = u64::try_from(sides.max(1)).unwrap_or(u64::MAX);
        // Smaller than `sides`, so it fits again.
        usize::try_from(self.next() % sides).unwrap_or(0)
    }

    /// One of these; the default of an empty list.
    pub fn pick<T: Copy + Default>(&mut self, of: &[T]) -> T {
        of.get(self.below(of.len())).copied().unwrap_or_default()
    }

    /// So many hours and some minutes.
    pub fn hours(&mut self, from: i64, to: i64) -> TimeDelta {
        let span = usize::try_from((to - from).max(1) * 60).unwrap_or(60);
        TimeDelta::minutes(from * 60 + i64::try_from(self.below(span)).unwrap_or(0))
    }

    /// Up to so many hours, most often few.
    pub fn soon(&mut self, hours: i64) -> TimeDelta {
        let most = hours.max(1) * 60;
        let drawn = i64::try_from(self.below(usize::try_from(most).unwrap_or(60))).unwrap_or(0);
        TimeDelta::minutes(drawn * drawn / most)
    }
}

/// Hands out ids that rise, as UUIDs of version 7 do: the time in them is that of a day long
/// before any of the demonstration's users can have done something, plus one millisecond each.
#[derive(Default)]
pub struct Ids(u64);

/// 2025-01-01T00:00:00Z, in milliseconds.
const FIRST: u64 = 1_735_689_600_000;

impl Ids {
    pub fn next(&mut self) -> Uuid {
        self.0 += 1;
        Builder::from_unix_timestamp_millis(FIRST + self.0, &[0x5e; 10]).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_the_same_each_time() {
        let throw = || {
            let mut dice = Dice::new(7);
            (0..20).map(|_| dice.below(6)).collect::<Vec<_>>()
        };
        assert_eq!(throw(), throw());
        assert!(throw().iter().all(|number| *number < 6));
        assert_eq!(Dice::new(1).pick::<&str>(&[]), "");
    }

    #[test]
    fn ids_rise_and_stay_behind_those_of_today() {
        let mut ids = Ids::default();
        let (first, second) = (ids.next(), ids.next());
        assert!(first < second && second < Uuid::now_v7());
        assert_eq!(first.get_version_num(), 7);
    }
}
