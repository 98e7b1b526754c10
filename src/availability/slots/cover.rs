//! Which appointments the hours would not allow any more.

use chrono::{NaiveDate, Timelike};
use uuid::Uuid;

use super::{Schedule, Span, closes};
use crate::availability::model::Why;
use crate::time::Instant;

/// A live appointment, as far as hours are concerned.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    pub span: Span,
    /// Two of one case may be as close as they like: one of them goes.
    pub case_id: Uuid,
    /// The clinic whose hours it was of.
    pub clinic_id: Option<Uuid>,
}

impl Schedule {
    /// For each of these appointments, which are sorted by start, why the hours would not allow it,
    /// if they would not. How it fits the grid of slots does not matter: that it lies within hours
    /// at its clinic does, and that nothing closes it.
    pub fn left_behind(&self, held: &[Held]) -> Vec<Option<Why>> {
        let longest = held
            .iter()
            .map(|held| held.span.ends_at - held.span.starts_at)
            .max()
            .unwrap_or_default();
        let hurt = |n: usize| {
            let one = &held[n];
            let span = one.span.widened(self.gap);
            let close = |other: &Held| other.case_id != one.case_id && span.overlaps(&other.span);
            let before = held[..n]
                .iter()
                .rev()
                .take_while(|other| other.span.starts_at + longest > span.starts_at)
                .any(close);
            let after = held[n + 1..]
                .iter()
                .take_while(|other| other.span.starts_at < span.ends_at)
                .any(close);
            before || after
        };
        (0..held.len())
            .map(|n| {
                self.refuses(&held[n])
                    .or_else(|| hurt(n).then_some(Why::Buffer))
            })
            .collect()
    }

    /// Whether, and why, no hours at its clinic hold an appointment.
    fn refuses(&self, held: &Held) -> Option<Why> {
        let clinics = self
            .zones
            .keys()
            .filter(|id| held.clinic_id.is_none_or(|clinic| clinic == **id));
        let mut why = Why::Hours;
        for clinic in clinics {
            match self.holds(*clinic, &held.span) {
                None => return None,
                Some(Why::Closed) => why = Why::Closed,
                Some(_) => {}
            }
        }
        Some(why)
    }

    /// Likewise, of one clinic.
    fn holds(&self, clinic: Uuid, span: &Span) -> Option<Why> {
        let Some((date, from)) = self.on_the_wall_of(clinic, span.starts_at) else {
            return Some(Why::Hours);
        };
        // As slots are laid out: the end is so many minutes further, whatever the clock does meanwhile.
        let length = i32::try_from((span.ends_at - span.starts_at).num_minutes()).unwrap_or(0);
        let (mut reached, mut closed) = (from, false);
        let mut hours = self.hours(date);
        hours.retain(|hours| hours.clinic_id == clinic);
        hours.sort_by_key(|hours| hours.from);
        for hours in hours {
            let shut = !hours.extra
                && self
                    .closures(date)
                    .any(|closure| closes(closure, &hours, from, length));
            if shut {
                closed |= hours.from.minutes() < from + length && from < hours.to.minutes();
            } else if hours.from.minutes() <= reached {
                reached = reached.max(hours.to.minutes());
            }
        }
        if reached >= from + length {
            None
        } else if closed {
            Some(Why::Closed)
        } else {
            Some(Why::Hours)
        }
    }

    /// What the wall of a clinic shows at an instant: the date, and minutes after midnight.
    fn on_the_wall_of(&self, clinic: Uuid, at: Instant) -> Option<(NaiveDate, i32)> {
        let wall = at.with_timezone(self.zones.get(&clinic)?).naive_local();
        let minutes = i32::try_from(wall.num_seconds_from_midnight() / 60).ok()?;
        Some((wall.date(), minutes))
    }
}
