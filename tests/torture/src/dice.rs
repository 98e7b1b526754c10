//! Random numbers that a seed decides (SplitMix64): the same seed, the same plans, on every machine.

/// A stream of random numbers.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The stream of this number under a seed.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut dice = Self(seed ^ stream.wrapping_mul(0xa076_1d64_78bd_642f));
        // Streams of neighbouring numbers begin alike without this.
        dice.roll();
        dice
    }

    /// Any number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.roll() % end.max(1)
    }

    /// One of these, each as often as its weight says.
    pub fn choose<T: Copy>(&mut self, weighted: &[(u64, T)]) -> Option<T> {
        let mut left = self.below(weighted.iter().map(|(weight, _)| weight).sum());
        for (weight, choice) in weighted {
            if left < *weight {
                return Some(*choice);
            }
            left -= weight;
        }
        None
    }
}

/// The one of these that a number picks.
pub fn pick<T>(number: u64, from: &[T]) -> Option<&T> {
    let count = u64::try_from(from.len()).ok().filter(|count| *count > 0)?;
    from.get(usize::try_from(number % count).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_decides_the_stream() {
        let rolls = |seed, stream| {
            let mut dice = Dice::new(seed, stream);
            [dice.roll(), dice.roll(), dice.roll()]
        };
        assert_eq!(rolls(7, 1), rolls(7, 1));
        assert_ne!(rolls(7, 1), rolls(7, 2));
        assert_ne!(rolls(7, 1), rolls(8, 1));
    }

    #[test]
    fn weights_count() {
        let mut dice = Dice::new(1, 1);
        let mut counts = [0_u32; 2];
        for _ in 0..1000 {
            counts[dice.choose(&[(9, 0_usize), (1, 1)]).unwrap()] += 1;
        }
        assert!(counts[0] > 850 && counts[1] > 50, "{counts:?}");
        assert_eq!(dice.choose::<u8>(&[]), None);
        assert_eq!(pick(7, &[1, 2, 3]), Some(&2));
        assert_eq!(pick::<u8>(7, &[]), None);
    }
}
