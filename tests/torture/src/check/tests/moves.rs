//! What must not be about suggestions, moves and what expires.

use chrono::TimeDelta;
use uuid::Uuid;

use super::tale::{ANA, DR_ONE, DR_OTHER, DR_TWO, Tale, Tell, span};
use super::{caught, event, findings};
use crate::check::Kind;
use crate::check::rules::Place;
use crate::words::{Action, Part, Status};

/// The place of the end of the earlier half of the move that was accepted.
fn end(tale: &Tale) -> usize {
    let by_system = |event: &crate::book::Event| event.actor_role == Part::System;
    tale.book.events.iter().position(by_system).unwrap()
}

#[test]
fn a_move_without_the_end_of_the_earlier_time_is_caught() {
    caught(Kind::Illegal, |tale| {
        let n = end(tale);
        tale.book.events.remove(n);
    });
    caught(Kind::Row, |tale| {
        let id = tale.book.events[end(tale)].appointment_id;
        tale.row(id).moved_to = None;
    });
}

#[test]
fn an_end_without_its_reason_is_caught() {
    // At another moment, after another step, or the last of a case.
    caught(Kind::Illegal, |tale| {
        let n = end(tale);
        tale.book.events[n].at -= TimeDelta::milliseconds(1);
    });
    caught(Kind::Illegal, |tale| {
        let n = end(tale) + 1;
        tale.book.events[n].action = "decline".into();
    });
    caught(Kind::Illegal, |tale| {
        let n = end(tale) + 1;
        tale.book.events.remove(n);
    });
    // Nobody but a move ends what somebody has.
    caught(Kind::Illegal, |tale| {
        let id = tale.request(ANA, DR_ONE, 80);
        let tell = Tell::to(Status::Cancelled);
        tale.write(id, Part::System, Action::Cancel, None, &tell);
    });
}

#[test]
fn a_move_of_what_can_not_be_moved_is_caught() {
    let change = |change: fn(&mut crate::book::Appointment)| {
        caught(Kind::Illegal, |tale| {
            let n = event(tale, Action::Move);
            let id = tale.book.events[n].appointment_id;
            change(tale.row(id));
        });
    };
    change(|row| row.moved_from = None);
    change(|row| row.moved_from = Some(Uuid::from_u128(1)));
    change(|row| row.doctor_id = DR_OTHER);
    // Two moves at once, and a referral while one is open.
    let mut tale = Tale::whole();
    let one = tale.request(ANA, DR_ONE, 100);
    tale.move_to(one, 101);
    assert!(findings(&tale).violations.is_empty());
    tale.move_to(one, 102);
    assert!(!findings(&tale).violations.is_empty());
    caught(Kind::Illegal, |tale| {
        let one = tale.request(ANA, DR_ONE, 100);
        tale.move_to(one, 101);
        tale.refer(one, DR_TWO);
    });
}

#[test]
fn times_that_are_not_so_are_caught() {
    for action in [Action::Suggest, Action::Move] {
        caught(Kind::Illegal, |tale| {
            let n = event(tale, action);
            tale.book.events[n].was_from = tale.book.events[n].now_from;
        });
        caught(Kind::Illegal, |tale| {
            let n = event(tale, action);
            tale.book.events[n].now_until = None;
        });
    }
    // A referral to another time says both; to the same, neither.
    let referred = |change: fn(&mut crate::book::Event)| {
        let mut tale = Tale::whole();
        let one = tale.request(ANA, DR_ONE, 100);
        tale.refer_to(one, DR_TWO, span(102));
        change(tale.book.events.last_mut().unwrap());
        findings(&tale).violations
    };
    assert!(referred(|_| ()).is_empty());
    let changes: [fn(&mut crate::book::Event); 4] = [
        |event| event.was_from = None,
        |event| event.was_until = event.now_until,
        |event| event.now_from = event.was_from,
        |event| (event.now_from, event.now_until) = (None, None),
    ];
    for change in changes {
        let found = referred(change);
        assert!(found.iter().any(|it| it.kind == Kind::Illegal), "{found:?}");
    }
    caught(Kind::Illegal, |tale| {
        let one = tale.request(ANA, DR_ONE, 100);
        tale.refer(one, DR_TWO);
        let event = tale.book.events.last_mut().unwrap();
        let (from, until) = span(100);
        (event.was_from, event.was_until) = (Some(from), Some(until));
        (event.now_from, event.now_until) = (Some(from), Some(until));
    });
    caught(Kind::Row, |tale| {
        let row = tale.book.appointments.last_mut().unwrap();
        row.answer_by += TimeDelta::seconds(1);
    });
    caught(Kind::Row, |tale| {
        let n = event(tale, Action::Suggest);
        let id = tale.book.events[n].appointment_id;
        tale.row(id).ends_at += TimeDelta::minutes(1);
    });
}

#[test]
fn what_expires_too_soon_or_is_answered_too_late_is_caught() {
    caught(Kind::Illegal, |tale| {
        let n = event(tale, Action::Expire);
        tale.book.events[n].at -= TimeDelta::hours(19);
    });
    caught(Kind::Illegal, |tale| {
        let id = tale.request(ANA, DR_ONE, 200);
        tale.pass(49);
        tale.act(id, Part::Doctor, Action::Accept);
    });
    caught(Kind::Illegal, |tale| {
        let id = tale.request(ANA, DR_ONE, 200);
        tale.suggest(id, 202);
        tale.pass(49);
        tale.act(id, Part::Patient, Action::Agree);
    });
}

#[test]
fn what_is_overdue_and_does_not_expire_is_caught() {
    let mut tale = Tale::whole();
    let last = tale.book.appointments.last().unwrap().answer_by;
    tale.book.started = Some(last - TimeDelta::milliseconds(1));
    let overdue = |tale: &Tale| {
        let found = findings(tale).violations;
        found.iter().filter(|one| one.kind == Kind::Overdue).count()
    };
    // The other one that waits is due before.
    assert_eq!(overdue(&tale), 1);
    tale.book.started = Some(last);
    assert_eq!(overdue(&tale), 2);
}

#[test]
fn a_suggested_time_that_another_has_is_caught() {
    let story = |hours| {
        let mut tale = Tale::whole();
        let one = tale.request(ANA, DR_ONE, 100);
        tale.request(super::tale::BEN, DR_ONE, hours);
        tale.suggest(one, 102);
        let found = findings(&tale).violations;
        found.iter().any(|one| one.kind == Kind::Overlap)
    };
    // What it was before is free again.
    assert!(story(102));
    assert!(!story(103));
    let mut tale = Tale::whole();
    let one = tale.request(ANA, DR_ONE, 100);
    tale.suggest(one, 102);
    tale.request(super::tale::BEN, DR_ONE, 100);
    assert!(
        findings(&tale).violations.is_empty(),
        "{:?}",
        findings(&tale).violations
    );
}

#[test]
fn the_notice_that_a_move_goes_on_is_missed() {
    caught(Kind::Notice, |tale| {
        let moved = |one: &crate::book::Notification| one.kind == "moved";
        let n = tale.book.notifications.iter().rposition(moved).unwrap();
        tale.book.notifications.remove(n);
    });
    // It is told where the earlier half ends, not where the later one does.
    caught(Kind::Notice, |tale| {
        let one = tale.request(ANA, DR_ONE, 100);
        let later = tale.move_to(one, 101);
        let tell = Tell {
            place: Place::Earlier,
            other: Some(one),
            ..Tell::to(Status::Declined)
        };
        tale.done(later, Part::Doctor, Action::Decline, tell);
    });
}

#[test]
fn an_action_on_what_had_changed_is_caught() {
    for op in [super::acts::ACCEPT, super::acts::COMPLETE] {
        caught(Kind::Stale, |tale| tale.says_version(op, 7));
    }
    let mut tale = Tale::whole();
    tale.says_version(super::acts::ACCEPT, 1);
    tale.says_version(super::acts::COMPLETE, 2);
    assert!(findings(&tale).violations.is_empty());
}
