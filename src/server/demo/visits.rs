//! Which visits there are, and what becomes of each.

use super::book::{Book, PAST};
use super::people::{ANA, INES, OMAR};
use super::practice;
use super::world::World;
use crate::availability::slots::Slot;
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
    /// Accepted, and the patient asks for another time.
    Moving,
    /// Accepted, moved, and accepted again.
    Moved,
}

impl Course {
    /// It is about two times.
    pub fn has_another(self) -> bool {
        matches!(self, Self::Proposed | Self::Moving | Self::Moved)
    }
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
    /// The other time that its course is about.
    pub other: Option<Slot>,
    pub course: Course,
}

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
const COMING: [Course; 10] = [
    Course::Accepted,
    Course::Pending,
    Course::Moving,
    Course::Accepted,
    Course::Proposed,
    Course::Moved,
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
    practice::plan(&mut book);
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
    book.visit(skin, ANA, 3..12, ("Yearly skin check", ""), Course::Moving);
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
    book.somebody(OMAR, 3..6, Course::Moving);
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
        if doctor.is_multiple_of(5) && book.colleagues(doctor, doctor + 1) {
            let patient = book.patient_for(doctor, false);
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
