//! What a follower of the stream remembers. Pure: time and chance come in as arguments.

/// At most this many toasts in [`TOAST_SPAN_MS`]; the bell counts the rest.
const TOASTS: u32 = 3;
const TOAST_SPAN_MS: f64 = 4_000.0;
/// The longest pause between two attempts.
const LONGEST_PAUSE_MS: f64 = 30_000.0;

/// Where a follower of one person's stream is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Follower {
    last: i64,
    failures: i32,
    toasts: u32,
    toasts_since: f64,
}

#[cfg_attr(
    not(all(feature = "web", not(feature = "server"))),
    allow(dead_code, reason = "only browsers follow")
)]
impl Follower {
    /// Has seen everything up to this number.
    pub fn at(last: i64) -> Self {
        Self {
            last,
            ..Self::default()
        }
    }

    /// The number seen last.
    pub fn last(&self) -> i64 {
        self.last
    }

    /// Takes a notification; false for one that was seen before.
    pub fn take(&mut self, number: i64) -> bool {
        let fresh = number > self.last;
        if fresh {
            self.last = number;
        }
        fresh
    }

    /// Whether there is room for one more toast at this time.
    pub fn may_toast(&mut self, now_ms: f64) -> bool {
        if now_ms - self.toasts_since > TOAST_SPAN_MS || now_ms < self.toasts_since {
            self.toasts_since = now_ms;
            self.toasts = 0;
        }
        self.toasts += 1;
        self.toasts <= TOASTS
    }

    /// The stream is open.
    pub fn connected(&mut self) {
        self.failures = 0;
    }

    /// Milliseconds to wait before the next attempt: 1 s, doubling up to 30 s, less up to half
    /// of it by `chance` (0 to 1), so that not all browsers come back in the same moment.
    pub fn pause(&mut self, chance: f64) -> i32 {
        let most = (1_000.0 * 2_f64.powi(self.failures.min(5))).min(LONGEST_PAUSE_MS);
        self.failures = self.failures.saturating_add(1);
        (most * (1.0 - chance.clamp(0.0, 1.0) / 2.0)) as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_is_not_seen_again() {
        let mut follower = Follower::at(3);
        assert!(!follower.take(3));
        assert!(follower.take(4));
        assert!(!follower.take(4));
        assert!(follower.take(6));
        assert!(!follower.take(5));
        assert_eq!(follower.last(), 6);
    }

    #[test]
    fn pauses_grow_to_half_a_minute_and_start_over() {
        let mut follower = Follower::at(0);
        let pauses: Vec<_> = (0..7).map(|_| follower.pause(0.0)).collect();
        assert_eq!(pauses, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
        follower.connected();
        assert_eq!(follower.pause(1.0), 500);
    }

    #[test]
    fn a_flood_shows_few_toasts() {
        let mut follower = Follower::at(0);
        let shown = (0..10).filter(|_| follower.may_toast(100_000.0)).count();
        assert_eq!(shown, 3);
        assert!(follower.may_toast(105_000.0));
    }
}
