//! No two live appointments of different cases overlap, for a doctor or a patient: neither in the
//! end nor at any moment before.

use std::collections::HashMap;

use uuid::Uuid;

use super::history::History;
use super::{Findings, Kind};
use crate::book::{Appointment, Book};

/// A time that an appointment held, and while it held it.
#[derive(Clone, Copy, Debug)]
struct Held<'a> {
    row: &'a Appointment,
    since: i64,
    until: i64,
}

pub fn check(book: &Book, history: &History<'_>, findings: &mut Findings) {
    let now = book.appointments.iter().filter(|row| row.status.is_live());
    let now: Vec<Held<'_>> = now
        .map(|row| Held {
            row,
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
    let mut spans = Vec::new();
    for life in history.lives.values() {
        let mut since = None;
        for stage in &life.stages {
            match (stage.status.is_live(), since) {
                (true, None) => since = Some(stage.since),
                (false, Some(begun)) => {
                    spans.push(Held {
                        row: life.row,
                        since: begun,
                        until: stage.since,
                    });
                    since = None;
                }
                _ => {}
            }
        }
        spans.extend(since.map(|since| Held {
            row: life.row,
            since,
            until: i64::MAX,
        }));
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
        held.sort_by_key(|one| one.row.starts_at);
        for (n, one) in held.iter().enumerate() {
            let after = &held[n + 1..];
            let clashes = after
                .iter()
                .take_while(|other| other.row.starts_at < one.row.ends_at)
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
