//! Whoever holds a live stream, and takes it up again where it broke, hears of each notification
//! once, in its order.

use super::{Findings, Kind};
use crate::journal::Line;
use crate::listener::heard;

pub fn check(journals: &[Vec<Line>], findings: &mut Findings) {
    for (user, numbers, end) in journals.iter().filter_map(|lines| heard(lines)) {
        let (mut next, mut odd) = (1, Vec::new());
        for number in &numbers {
            if *number != next {
                odd.push(format!("{number} instead of {next}"));
            }
            next = number + 1;
        }
        let what = || format!("{user} heard of notifications out of their order, or twice");
        findings.hold(odd.is_empty(), Kind::Stream, what, &odd);
        let all = numbers.last().copied().unwrap_or(0) >= end;
        let what = || format!("{user} has {end} notifications and heard of {}", next - 1);
        findings.hold(
            all,
            Kind::Stream,
            what,
            &numbers.last().into_iter().collect::<Vec<_>>(),
        );
    }
}
