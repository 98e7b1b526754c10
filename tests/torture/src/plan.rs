//! What each client will try, and when the servers are struck: decided by the seed alone. What
//! comes of it depends on who is quicker, which no seed decides.

use std::time::Duration;

use crate::dice::Dice;
use crate::words::{Action, Part};

/// What a client has in mind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// An action of its part on something of its own.
    Act(Action),
    /// An action that is not this part's, or on what is somebody else's.
    Stray(Action),
    /// A doctor changes the hours and the length of visits.
    Hours,
}

/// What happens on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Sent until it is answered.
    Plain,
    /// The client hangs up after so many milliseconds, and sends it again.
    HangUp(u64),
    /// The client hangs up and never learns what came of it.
    GiveUp(u64),
    /// Sent twice at the same moment.
    Twin,
    /// Sent again once it has been answered.
    Echo,
    /// Sent again with other content under the same key.
    Twist,
}

/// One thing that a client tries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub number: u64,
    pub wish: Wish,
    pub fate: Fate,
    /// What it chooses among what it finds.
    pub picks: [u64; 4],
    /// Milliseconds before it.
    pub pause: u64,
}

/// The steps of one client, without end.
pub struct Plan {
    dice: Dice,
    part: Part,
    number: u64,
}

impl Plan {
    pub fn new(seed: u64, client: u64, part: Part) -> Self {
        Self {
            dice: Dice::new(seed, client + 1),
            part,
            number: 0,
        }
    }

    fn wish(&mut self) -> Wish {
        use Action::{Accept, Agree, Cancel, Complete, Decline};
        use Action::{Leave, Pass, Take, Wait};
        use Action::{Move, NoShow, Refer, Request, Suggest};
        let wishes: &[(u64, Wish)] = match self.part {
            Part::Doctor => &[
                (34, Wish::Act(Accept)),
                (10, Wish::Act(Decline)),
                (20, Wish::Act(Refer)),
                (16, Wish::Act(Suggest)),
                (6, Wish::Act(Cancel)),
                (10, Wish::Act(Complete)),
                (6, Wish::Act(NoShow)),
                (2, Wish::Hours),
                (2, Wish::Stray(Accept)),
                (1, Wish::Stray(Request)),
                (1, Wish::Stray(Agree)),
                (1, Wish::Stray(Wait)),
                (1, Wish::Stray(Take)),
                (1, Wish::Stray(Move)),
            ],
            _ => &[
                (60, Wish::Act(Request)),
                (16, Wish::Act(Cancel)),
                (18, Wish::Act(Move)),
                (16, Wish::Act(Agree)),
                (16, Wish::Act(Wait)),
                (20, Wish::Act(Take)),
                (8, Wish::Act(Pass)),
                (3, Wish::Act(Leave)),
                (1, Wish::Stray(Take)),
                (1, Wish::Stray(Pass)),
                (1, Wish::Stray(Leave)),
                (1, Wish::Stray(Accept)),
                (2, Wish::Stray(Cancel)),
                (1, Wish::Stray(Move)),
                (1, Wish::Stray(Suggest)),
                (1, Wish::Stray(Complete)),
            ],
        };
        self.dice.choose(wishes).unwrap_or(Wish::Act(Cancel))
    }

    fn fate(&mut self) -> Fate {
        let wait = self.dice.below(25);
        let fates = [
            (60, Fate::Plain),
            (10, Fate::HangUp(wait)),
            (4, Fate::GiveUp(wait)),
            (12, Fate::Twin),
            (8, Fate::Echo),
            (6, Fate::Twist),
        ];
        self.dice.choose(&fates).unwrap_or(Fate::Plain)
    }
}

impl Iterator for Plan {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        self.number += 1;
        Some(Step {
            number: self.number,
            wish: self.wish(),
            fate: self.fate(),
            picks: std::array::from_fn(|_| self.dice.roll()),
            pause: self.dice.below(20),
        })
    }
}

/// One time at which servers are killed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blow {
    /// Since the run began.
    pub at: Duration,
    /// One of them, or all at once: then time passes before they are started again.
    pub one: Option<u64>,
    /// How long they are gone.
    pub gone: Duration,
}

/// When the servers are struck in a run of this length; the last blow, at the end, is not among them.
pub fn blows(seed: u64, length: Duration) -> Vec<Blow> {
    let mut dice = Dice::new(seed, 0);
    let mut blows: Vec<Blow> = Vec::new();
    let mut at = Duration::ZERO;
    loop {
        at += Duration::from_millis(1800 + dice.below(3000));
        let one = dice.roll();
        let blow = Blow {
            at,
            one: blows.len().is_multiple_of(2).then_some(one),
            gone: Duration::from_millis(dice.below(400)),
        };
        if at + Duration::from_secs(1) > length {
            return blows;
        }
        blows.push(blow);
    }
}

/// How far the clock goes on while all servers are gone: days in all, and never as far as the
/// week after which kept answers are forgotten.
pub fn leap(blows: &[Blow]) -> Duration {
    let all = blows.iter().filter(|blow| blow.one.is_none()).count();
    let seconds = 120 * 3600 / u64::try_from(all).unwrap_or(1).max(1);
    Duration::from_secs(seconds.min(11 * 3600))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_is_the_same_plan() {
        let plan = |seed, client| {
            Plan::new(seed, client, Part::Doctor)
                .take(50)
                .collect::<Vec<_>>()
        };
        assert_eq!(plan(3, 4), plan(3, 4));
        assert_ne!(plan(3, 4), plan(3, 5));
        assert_ne!(plan(3, 4), plan(4, 4));
        let length = Duration::from_secs(60);
        assert_eq!(blows(3, length), blows(3, length));
        assert_ne!(blows(3, length), blows(4, length));
    }

    #[test]
    fn half_a_minute_is_enough_for_both_kinds_of_blows() {
        for seed in 0..50 {
            let blows = blows(seed, Duration::from_secs(30));
            let all = blows.iter().filter(|blow| blow.one.is_none()).count();
            assert!(all >= 2 && blows.len() - all >= 2, "{seed}: {blows:?}");
        }
    }

    #[test]
    fn time_passes_but_never_a_week() {
        for seconds in [10, 30, 60, 600, 7200] {
            let blows = blows(1, Duration::from_secs(seconds));
            let all = blows.iter().filter(|blow| blow.one.is_none()).count();
            let whole = leap(&blows) * u32::try_from(all).unwrap();
            assert!(whole <= Duration::from_secs(120 * 3600), "{seconds}");
        }
    }
}
