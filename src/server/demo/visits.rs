//! Which visits there are, and what becomes of each.

use std::ops::Range;

use chrono::TimeDelta;

use super::dice::Dice;
use super::people::{ANA, INES, OMAR};
use super::words::{self, Words};
use super::world::World;
use crate::availability::slots::{Slot, Span};
use crate::time::Instant;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Course {
    Pending,
    Proposed,
    Accepted,
    Declined,
    CancelledByPatient,
    CancelledByDoctor,
    Completed,
    NoShow,
    Expired,
}

/// One request and its course.
pub struct Visit {
    pub doctor: usize,
    pub patient: usize,
    pub slot: Slot,
    pub reason: &'static str,
    pub symptoms: &'static str,
    pub asked_at: Instant,
    /// The doctor who was asked first, and the time then, where this one came by referral.
    pub first: Option<(usize, Slot)>,
    pub course: Course,
}

/// How far back and ahead the visits lie, in days.
const PAST: i64 = 75;
const AHEAD: i64 = 21;

/// What becomes of one past request after the other.
const PAST_COURSES: [Course; 12] = [
    Course::Completed,
    Course::Completed,
    Course::CancelledByPatient,
    Course::Completed,
    Course::Declined,
    Course::Completed,
    Course::NoShow,
    Course::Completed,
    Course::Expired,
    Course::Completed,
    Course::CancelledByDoctor,
    Course::Completed,
];

/// Likewise of what lies ahead.
const COMING: [Course; 8] = [
    Course::Accepted,
    Course::Pending,
    Course::Accepted,
    Course::Proposed,
    Course::Pending,
    Course::CancelledByPatient,
    Course::Accepted,
    Course::Declined,
];

/// Plans all visits. Nobody, doctor or patient, is at two places at once.
pub fn plan(world: &World) -> Vec<Visit> {
    let mut book = Book::new(world);
    ana(&mut book);
    omar(&mut book);
    everybody_else(&mut book);
    book.visits
}

/// The patient of the demonstration: a request that waits, one that was referred and accepted,
/// and a past of every kind.
fn ana(book: &mut Book<'_>) {
    let of = |specialty: &str, nth: usize| {
        let mut found = book
            .world
            .doctors
            .iter()
            .filter(|doctor| doctor.person.specialty == specialty);
        found.nth(nth).map_or(INES, |doctor| doctor.n)
    };
    let (gp, skin, nerves) = (
        of("general-practice", 0),
        of("dermatology", 1),
        of("neurology", 0),
    );
    let (eyes, mind, bones) = (
        of("ophthalmology", 0),
        of("psychiatry", 0),
        of("orthopaedics", 0),
    );
    let lucia = of("cardiology", 2);

    let palpitations = (
        "Palpitations at night",
        "Since last week, no pain. They go after some minutes.",
    );
    book.referred(OMAR, INES, ANA, 1..5, palpitations, Course::Accepted);
    book.visit(
        OMAR,
        ANA,
        2..7,
        (
            "Swollen ankles in the evening",
            "Both sides, gone by morning. It began with the new tablets.",
        ),
        Course::Pending,
    );
    book.visit(
        bones,
        ANA,
        5..14,
        ("Knee pain when running", "Right knee, on the outside."),
        Course::Proposed,
    );
    book.visit(
        skin,
        ANA,
        3..12,
        ("Yearly skin check", ""),
        Course::Accepted,
    );
    book.visit(
        gp,
        ANA,
        -14..-7,
        ("Blood test results", "You asked me to come back with them."),
        Course::Completed,
    );
    book.visit(
        eyes,
        ANA,
        -10..-3,
        ("New glasses", ""),
        Course::CancelledByPatient,
    );
    book.visit(
        mind,
        ANA,
        -20..-9,
        (
            "Can’t sleep before work",
            "I wake at three and think about the day.",
        ),
        Course::Expired,
    );
    book.visit(
        nerves,
        ANA,
        -33..-22,
        (
            "Tingling in the left hand",
            "Little finger side, mostly at the desk.",
        ),
        Course::Declined,
    );
    book.visit(
        gp,
        ANA,
        -48..-38,
        ("Cough that won’t go", "Three weeks now, worse at night."),
        Course::NoShow,
    );
    book.referred(
        lucia,
        OMAR,
        ANA,
        -30..-18,
        (
            "High blood pressure at home",
            "150 over 95 on most mornings.",
        ),
        Course::Completed,
    );
    book.visit(
        gp,
        ANA,
        -70..-55,
        ("Yearly check-up", ""),
        Course::Completed,
    );
}

/// The doctor of the demonstration: people who wait, a day and a week that are full, and a past.
fn omar(book: &mut Book<'_>) {
    const BEN: usize = 1;
    let short_of_breath = (
        "Short of breath on stairs",
        "I had a stent in 2021. Two floors are hard now.",
    );
    book.referred(INES, OMAR, BEN, 2..8, short_of_breath, Course::Pending);
    for (patient, reason, symptoms) in [
        (
            2,
            "Follow-up of the Holter result",
            "I wore the recorder for two days and have the report.",
        ),
        (
            3,
            "High blood pressure at home",
            "160 over 95 three days in a row.",
        ),
        (
            8,
            "Heart check before an operation",
            "Hip, on the ninth. The hospital asks for an ECG.",
        ),
        (
            13,
            "Racing heart at sport",
            "It stays fast for half an hour. I am 25 and train a lot.",
        ),
    ] {
        book.visit(OMAR, patient, 2..9, (reason, symptoms), Course::Pending);
    }
    book.day(OMAR, &[4, 5, 6, 7]);
    for day in 1..=7 {
        for _ in 0..3 {
            book.somebody(OMAR, day..day + 1, Course::Accepted);
        }
    }
    for n in 0..60 {
        book.somebody(OMAR, -PAST..0, PAST_COURSES[n % PAST_COURSES.len()]);
    }
    for day in 1..=5 {
        book.somebody(INES, day..day + 1, Course::Accepted);
    }
    book.somebody(INES, 2..9, Course::Pending);
    for n in 0..20 {
        book.somebody(INES, -PAST..0, PAST_COURSES[n % PAST_COURSES.len()]);
    }
}

fn everybody_else(book: &mut Book<'_>) {
    let (mut past, mut coming) = (0, 0);
    for doctor in INES + 1..book.world.doctors.len() {
        for _ in 0..4 {
            book.somebody(doctor, -PAST..0, PAST_COURSES[past % PAST_COURSES.len()]);
            past += 1;
        }
        for _ in 0..2 {
            book.somebody(doctor, 1..14, COMING[coming % COMING.len()]);
            coming += 1;
        }
        // Every fifth doctor of Madrid has passed somebody on to the next of the specialty.
        if doctor % 5 == 0 && book.colleagues(doctor, doctor + 1) {
            let patient = book.patient_for(doctor, doctor);
            let words = book.words(doctor);
            book.referred(
                doctor,
                doctor + 1,
                patient,
                -PAST..-6,
                words,
                Course::Completed,
            );
        }
    }
}

/// The calendar that fills.
struct Book<'a> {
    world: &'a World,
    dice: Dice,
    /// Every slot of every doctor, by start.
    slots: Vec<Vec<Slot>>,
    /// What is taken of each doctor's and each patient's time.
    doctors: Vec<Vec<Span>>,
    patients: Vec<Vec<Span>>,
    /// How many requests of each patient wait.
    open: Vec<usize>,
    visits: Vec<Visit>,
}

impl<'a> Book<'a> {
    fn new(world: &'a World) -> Self {
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
    fn visit(
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
    fn referred(
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
    fn somebody(&mut self, doctor: usize, days: Range<i64>, course: Course) {
        let patient = self.patient_for(doctor, usize::from(course == Course::Pending));
        let words = self.words(doctor);
        self.visit(doctor, patient, days, words, course);
    }

    /// Today, at times spread over the day. What is past of it took place.
    fn day(&mut self, doctor: usize, patients: &[usize]) {
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
        self.open[patient] += usize::from(course == Course::Pending);
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
        self.visits.push(Visit {
            doctor,
            patient,
            slot,
            reason,
            symptoms,
            asked_at,
            first,
            course,
        });
    }

    /// Anybody of the doctor's city but the patient of the demonstration, whose story is told above.
    fn patient_for(&mut self, doctor: usize, spread: usize) -> usize {
        let person = self.world.doctors[doctor].person;
        let may = |n: &usize| {
            let (_, patient) = self.world.patients[*n];
            *n != ANA
                && patient.city == person.city
                && patient.may_see(person.specialty)
                && self.open[*n] < 4
        };
        let may: Vec<usize> = (0..self.world.patients.len()).filter(may).collect();
        let n = self.dice.below(may.len()) + spread;
        may.get(n % may.len().max(1)).copied().unwrap_or(ANA)
    }

    fn words(&mut self, doctor: usize) -> (&'static str, &'static str) {
        let Words { reasons, .. } = words::of(self.world.doctors[doctor].person.specialty);
        self.dice.pick(reasons)
    }

    /// Of one specialty and one city.
    fn colleagues(&self, one: usize, other: usize) -> bool {
        let person = |n: usize| {
            self.world
                .doctors
                .get(n)
                .map(|doctor| (doctor.person.specialty, doctor.person.city))
        };
        person(one).is_some() && person(one) == person(other)
    }
}
