//! A practice as it grew: months that reports show. It comes after all other visits, so that
//! those stay what they are.

use chrono::{Datelike, TimeDelta, Timelike};
use chrono_tz::Tz;

use super::book::Book;
use super::dice::Dice;
use super::people::OMAR;
use super::visits::Course;
use crate::availability::slots::Slot;

/// How far back it goes, in days: people signed up a little earlier.
const SINCE: i64 = 262;

/// What becomes of one request after the other.
const COURSES: [Course; 24] = [
    Course::Completed,
    Course::Completed,
    Course::Completed,
    Course::Declined,
    Course::Completed,
    Course::CancelledByPatient,
    Course::Completed,
    Course::Completed,
    Course::Completed,
    Course::Completed,
    Course::NoShow,
    Course::Completed,
    Course::Completed,
    Course::Expired,
    Course::Completed,
    Course::Completed,
    Course::CancelledByPatient,
    Course::Completed,
    Course::Declined,
    Course::Completed,
    Course::Completed,
    Course::Completed,
    Course::CancelledByDoctor,
    Course::Completed,
];

/// The latest of it, in days.
const UNTIL: i64 = 6;

/// What came to the demonstration's doctor: a handful of requests a week at first, more later,
/// fewer in August.
pub fn plan(book: &mut Book<'_>) {
    let world = book.world;
    let doctor = &world.doctors[OMAR];
    let today = world.now.with_timezone(&doctor.zone).date_naive();
    let mut dice = Dice::new(20_250_301);
    let mut nth = 0;
    for back in (UNTIL..SINCE).rev() {
        let date = today - TimeDelta::days(back);
        let mut free = doctor.schedule.day(date);
        free.retain(|slot| !book.is_taken(OMAR, slot));
        let most = match (date.month(), SINCE - back) {
            (8, _) => 1,
            (_, days) if days < 70 => 2,
            (_, days) if days < 140 => 3,
            _ => 5,
        };
        for _ in 0..dice.below(most + 1) {
            let Some(slot) = wanted(&mut dice, &free, doctor.zone) else {
                break;
            };
            free.retain(|other| !other.span.overlaps(&slot.span));
            book.came(OMAR, slot, COURSES[nth % COURSES.len()]);
            nth += 1;
        }
    }
}

/// Of three times the one that people would rather have.
fn wanted(dice: &mut Dice, free: &[Slot], zone: Tz) -> Option<Slot> {
    (0..3)
        .filter_map(|_| free.get(dice.below(free.len())).copied())
        .max_by_key(|slot| liked(slot.span.starts_at.with_timezone(&zone).hour()))
}

/// Mid-morning, then after work.
fn liked(hour: u32) -> u32 {
    match hour {
        10 => 6,
        11 | 18 => 5,
        9 | 17 => 4,
        12 | 19 => 2,
        _ => 1,
    }
}
