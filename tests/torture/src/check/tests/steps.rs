//! What a timeline must not say.

use chrono::TimeDelta;
use uuid::Uuid;

use super::tale::{ANA, BEN, DR_ONE, DR_OTHER, DR_TWO, Tale};
use super::{caught, event, findings};
use crate::check::Kind;
use crate::words::{Action, Part, Status};

#[test]
fn a_step_off_the_table_is_caught() {
    let change = |action: Action, change: fn(&mut crate::book::Event)| {
        caught(Kind::Illegal, |tale| {
            let n = event(tale, action);
            change(&mut tale.book.events[n]);
        });
    };
    change(Action::Accept, |event| event.to_status = Status::Completed);
    change(Action::Accept, |event| {
        event.from_status = Some(Status::Declined)
    });
    change(Action::Accept, |event| event.actor_id = Some(DR_TWO));
    change(Action::Accept, |event| event.actor_role = Part::Patient);
    change(Action::Accept, |event| event.action = "bless".into());
    change(Action::Accept, |event| event.at += TimeDelta::hours(30));
    change(Action::Complete, |event| event.at -= TimeDelta::hours(5));
    change(Action::Cancel, |event| event.at -= TimeDelta::hours(1));
    change(Action::Decline, |event| event.case_id = Uuid::from_u128(1));
}

#[test]
fn a_referral_to_whom_it_must_not_go_is_caught() {
    let change = |change: fn(&mut crate::book::Appointment)| {
        caught(Kind::Illegal, |tale| {
            change(
                tale.book
                    .appointments
                    .iter_mut()
                    .find(|row| row.referred_from.is_some())
                    .unwrap(),
            );
        });
    };
    change(|row| row.doctor_id = DR_OTHER);
    change(|row| row.doctor_id = DR_ONE);
    change(|row| row.patient_id = ANA);
    change(|row| row.referred_from = None);
    change(|row| row.case_id = Uuid::from_u128(1));
    // Two owners of one case.
    caught(Kind::Illegal, |tale| {
        let mut next = tale
            .book
            .appointments
            .iter()
            .find(|row| row.referred_from.is_some())
            .unwrap()
            .clone();
        next.id = Uuid::from_u128(7);
        tale.book.appointments.push(next);
    });
}

#[test]
fn a_row_that_its_timeline_does_not_lead_to_is_caught() {
    caught(Kind::Row, |tale| {
        tale.book.appointments[0].status = Status::Accepted
    });
    caught(Kind::Row, |tale| tale.book.appointments[0].version += 1);
    caught(Kind::Row, |tale| {
        tale.book.appointments[0].location_address = None
    });
}

#[test]
fn two_at_once_are_caught() {
    // A doctor's and a patient's; in other cases and at times that merely touch there is no overlap.
    for (patient, doctor, hours, bad) in [
        (BEN, DR_TWO, 90, true),
        (ANA, DR_OTHER, 90, true),
        (BEN, DR_OTHER, 90, false),
        (BEN, DR_TWO, 91, false),
    ] {
        let mut tale = Tale::whole();
        tale.request(patient, doctor, hours);
        let found = findings(&tale)
            .violations
            .iter()
            .any(|one| one.kind == Kind::Overlap);
        assert_eq!(found, bad, "{patient} {doctor} {hours}");
    }
    caught(Kind::Overlap, |tale| {
        let id = tale.request(BEN, DR_TWO, 91);
        tale.row(id).starts_at -= TimeDelta::minutes(31);
    });
}

#[test]
fn two_at_once_that_are_over_are_caught() {
    caught(Kind::Overlap, |tale| {
        let (one, two) = (tale.request(BEN, DR_ONE, 70), tale.request(ANA, DR_ONE, 70));
        tale.act(one, Part::Patient, Action::Cancel);
        tale.act(two, Part::Patient, Action::Cancel);
    });
    // One after the other is what a cancellation is for.
    let mut tale = Tale::whole();
    let one = tale.request(BEN, DR_ONE, 70);
    tale.act(one, Part::Patient, Action::Cancel);
    tale.request(ANA, DR_ONE, 70);
    assert!(findings(&tale).violations.is_empty());
}
