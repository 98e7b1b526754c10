//! No two live appointments of different cases overlap, for a doctor or a patient: neither in the
//! end nor at any moment before.

use std::collections::HashMap;

use uuid::Uuid;

use super::history::{History, Span};
use super::{Findings, Kind};
use crate::book::{Appointment, Book};

/// A time that an appointment held, and while it held it.
#[derive(Clone, Copy, Debug)]
struct Held<'a> {
    row: &'a Appointment,
    time: Span,
    since: i64,
    until: i64,
}

pub fn check(book: &Book, history: &History<'_>, findings: &mut Findings) {
    let now = book.appointments.iter().filter(|row| row.status.is_live());
    let now: Vec<Held<'_>> = now
        .map(|row| Held {
            row,
            time: (row.starts_at, row.ends_at),
            since: 0,
            until: i64::MAX,
        })
        .collect();
    // The rows as they are: whatever their timelines say.
    each(&now, "at the end", findings);
    each(&spans(history), "for a while", findings);
}

/// All times that were held.
fn spans<'a>(history: &History<'a>) -> Vec<Held<'a>> {
    let mut spans: Vec<Held<'a>> = Vec::new();
    for life in history.lives.values() {
        let mut open: Option<Held<'a>> = None;
        for stage in &life.stages {
            let goes_on =
                stage.status.is_live() && open.is_some_and(|held| held.time == stage.time);
            if goes_on {
                continue;
            }
            spans.extend(open.take().map(|held| Held {
                until: stage.since,
                ..held
            }));
            open = stage.status.is_live().then_some(Held {
                row: life.row,
                time: stage.time,
                since: stage.since,
                until: i64::MAX,
            });
        }
        spans.extend(open);
    }
    spans
}

fn each(held: &[Held<'_>], when: &str, findings: &mut Findings) {
    one_side(held, |row| row.doctor_id, "doctor", when, findings);
    one_side(held, |row| row.patient_id, "patient", when, findings);
}

fn one_side(
    held: &[Held<'_>],
    whose: fn(&Appointment) -> Uuid,
    side: &str,
    when: &str,
    findings: &mut Findings,
) {
    let mut people: HashMap<Uuid, Vec<Held<'_>>> = HashMap::new();
    for one in held {
        people.entry(whose(one.row)).or_default().push(*one);
    }
    for (person, mut held) in people {
        held.sort_by_key(|one| one.time);
        for (n, one) in held.iter().enumerate() {
            let after = &held[n + 1..];
            let clashes = after
                .iter()
                .take_while(|other| other.time.0 < one.time.1)
                .find(|other| other.row.case_id != one.row.case_id && together(one, other));
            findings.hold(
                clashes.is_none(),
                Kind::Overlap,
                || format!("{side} {person} had two appointments at once, {when}"),
                &[Some(one), clashes]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>(),
            );
        }
    }
}

/// Whether both held their time at the same moment.
fn together(one: &Held<'_>, other: &Held<'_>) -> bool {
    one.since < other.until && other.since < one.until
}
