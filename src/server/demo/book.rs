//! The calendar that fills: who is free when, and who has taken what.

use std::ops::Range;

use chrono::{TimeDelta, Timelike};
use chrono_tz::Tz;

use super::dice::Dice;
use super::people::ANA;
use super::visits::{Course, Visit};
use super::words::{self, Words};
use super::world::World;
use crate::availability::slots::{Slot, Span};
use crate::time::Instant;

/// How far back and ahead the visits lie, in days.
pub const PAST: i64 = 75;
const AHEAD: i64 = 21;

/// The calendar that fills.
pub struct Book<'a> {
    pub world: &'a World,
    dice: Dice,
    /// Every slot of every doctor, by start.
    slots: Vec<Vec<Slot>>,
    /// What is taken of each doctor's and each patient's time.
    doctors: Vec<Vec<Span>>,
    patients: Vec<Vec<Span>>,
    /// How many requests of each patient wait.
    open: Vec<usize>,
    pub visits: Vec<Visit>,
}

impl<'a> Book<'a> {
    pub fn new(world: &'a World) -> Self {
        let slots = world
            .doctors
            .iter()
            .map(|doctor| {
                let today = world.now.with_timezone(&doctor.zone).date_naive();
                let first = today - TimeDelta::days(PAST);
                let days = usize::try_from(PAST + AHEAD).unwrap_or_default();
                first
                    .iter_days()
                    .take(days)
                    .flat_map(|date| doctor.schedule.day(date))
                    .collect()
            })
            .collect();
        Self {
            world,
            dice: Dice::new(20_261_124),
            slots,
            doctors: vec![Vec::new(); world.doctors.len()],
            patients: vec![Vec::new(); world.patients.len()],
            open: vec![0; world.patients.len()],
            visits: Vec::new(),
        }
    }

    /// A free slot between so many days from now on; days that are negative lie back.
    fn free(&mut self, doctor: usize, patient: usize, days: Range<i64>) -> Option<Slot> {
        let now = self.world.now;
        let (from, to) = (
            now + TimeDelta::days(days.start),
            now + TimeDelta::days(days.end),
        );
        let taken =
            |spans: &[Span], slot: &Slot| spans.iter().any(|span| span.overlaps(&slot.span));
        let free: Vec<Slot> = self.slots[doctor]
            .iter()
            .filter(|slot| slot.span.starts_at >= from && slot.span.ends_at <= to)
            .filter(|slot| {
                !taken(&self.doctors[doctor], slot) && !taken(&self.patients[patient], slot)
            })
            .copied()
            .collect();
        free.get(self.dice.below(free.len())).copied()
    }

    fn take(&mut self, doctor: usize, patient: usize, slot: &Slot) {
        self.doctors[doctor].push(slot.span);
        self.patients[patient].push(slot.span);
    }

    /// A patient asks a doctor, for a time within these days.
    pub fn visit(
        &mut self,
        doctor: usize,
        patient: usize,
        days: Range<i64>,
        words: (&'static str, &'static str),
        course: Course,
    ) {
        if let Some(slot) = self.free(doctor, patient, days) {
            self.put(doctor, patient, slot, words, course, None);
        }
    }

    /// A patient asks the first doctor, who refers to the second.
    pub fn referred(
        &mut self,
        first: usize,
        second: usize,
        patient: usize,
        days: Range<i64>,
        words: (&'static str, &'static str),
        course: Course,
    ) {
        let Some(asked) = self.free(first, patient, days.clone()) else {
            return;
        };
        let Some(slot) = self.free(second, patient, days) else {
            return;
        };
        self.take(first, patient, &asked);
        self.put(second, patient, slot, words, course, Some((first, asked)));
    }

    /// Somebody of the doctor's city asks, with one of the specialty's reasons.
    pub fn somebody(&mut self, doctor: usize, days: Range<i64>, course: Course) {
        let patient = self.patient_for(doctor, days.end > 0);
        let words = self.words(doctor);
        self.visit(doctor, patient, days, words, course);
    }

    /// Today, at times spread over the day. What is past of it took place.
    pub fn day(&mut self, doctor: usize, patients: &[usize]) {
        let now = self.world.now;
        let today = now
            .with_timezone(&self.world.doctors[doctor].zone)
            .date_naive();
        let slots: Vec<Slot> = self.slots[doctor]
            .iter()
            .filter(|slot| slot.date == today)
            .copied()
            .collect();
        for (n, patient) in patients.iter().enumerate() {
            if let Some(slot) = slots.get(slots.len() * (2 * n + 1) / (2 * patients.len())) {
                let course = if slot.span.ends_at <= now {
                    Course::Completed
                } else {
                    Course::Accepted
                };
                let words = self.words(doctor);
                self.put(doctor, *patient, *slot, words, course, None);
            }
        }
    }

    /// Whether a doctor has something else then.
    pub fn is_taken(&self, doctor: usize, slot: &Slot) -> bool {
        let mut taken = self.doctors[doctor].iter();
        taken.any(|span| span.overlaps(&slot.span))
    }

    /// Somebody asks for this very time.
    pub fn came(&mut self, doctor: usize, slot: Slot, course: Course) {
        let patient = self.patient_for(doctor, false);
        let words = self.words(doctor);
        self.put(doctor, patient, slot, words, course, None);
    }

    fn put(
        &mut self,
        doctor: usize,
        patient: usize,
        slot: Slot,
        (reason, symptoms): (&'static str, &'static str),
        course: Course,
        first: Option<(usize, Slot)>,
    ) {
        self.take(doctor, patient, &slot);
        let another = course.has_another();
        let other = another.then(|| self.free(doctor, patient, 2..15)).flatten();
        if let Some(other) = &other {
            self.take(doctor, patient, other);
        }
        self.open[patient] += usize::from(matches!(course, Course::Pending | Course::Moving));
        let now = self.world.now;
        let earliest = first.map_or(slot.span.starts_at, |(_, asked)| {
            asked.span.starts_at.min(slot.span.starts_at)
        });
        let asked_at = match course {
            // Two days to answer: asked yesterday or today.
            Course::Pending | Course::Proposed => now - self.dice.hours(3, 30),
            // Asked yesterday, referred and accepted today.
            _ if earliest > now && first.is_some() => now - self.dice.hours(20, 28),
            _ if earliest > now => now - self.dice.hours(50, 190),
            _ => earliest - self.dice.hours(60, 240),
        };
        let asked_at = waking(asked_at, self.world.doctors[doctor].zone);
        self.visits.push(Visit {
            doctor,
            patient,
            slot,
            reason,
            symptoms,
            asked_at,
            first,
            other,
            course,
        });
    }

    /// Anybody of the doctor's city but the patient of the demonstration, whose story is told
    /// above; if it can be, somebody who is not on their way to this doctor already.
    pub fn patient_for(&mut self, doctor: usize, coming: bool) -> usize {
        let (now, person) = (self.world.now, self.world.doctors[doctor].person);
        let may = |n: &usize| {
            let (_, patient) = self.world.patients[*n];
            *n != ANA
                && patient.city == person.city
                && patient.may_see(person.specialty)
                && self.open[*n] < 4
        };
        let on_the_way = |n: &usize| {
            let here = |visit: &&Visit| visit.patient == *n && visit.doctor == doctor;
            coming
                && self
                    .visits
                    .iter()
                    .filter(here)
                    .any(|visit| visit.slot.span.starts_at > now)
        };
        let may: Vec<usize> = (0..self.world.patients.len()).filter(may).collect();
        let fresh: Vec<usize> = may.iter().copied().filter(|n| !on_the_way(n)).collect();
        let from = if fresh.is_empty() { may } else { fresh };
        from.get(self.dice.below(from.len()))
            .copied()
            .unwrap_or(ANA)
    }

    pub fn words(&mut self, doctor: usize) -> (&'static str, &'static str) {
        let Words { reasons, .. } = words::of(self.world.doctors[doctor].person.specialty);
        self.dice.pick(reasons)
    }

    /// Of one specialty and one city.
    pub fn colleagues(&self, one: usize, other: usize) -> bool {
        let person = |n: usize| {
            self.world
                .doctors
                .get(n)
                .map(|doctor| (doctor.person.specialty, doctor.person.city))
        };
        person(one).is_some() && person(one) == person(other)
    }
}

/// The same, or the evening before where it would be in the middle of the night.
pub fn waking(at: Instant, zone: Tz) -> Instant {
    let hour = at.with_timezone(&zone).hour();
    if hour < 7 {
        at - TimeDelta::hours(i64::from(hour) + 3)
    } else {
        at
    }
}
