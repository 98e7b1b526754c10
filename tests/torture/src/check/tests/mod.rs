//! The checker finds what must not be: each test tampers with a blameless tale in one way.

mod acts;
mod held;
mod list;
mod moves;
mod sent;
mod steps;
mod tale;
mod tamper;
mod waiting;
mod wished;

use uuid::Uuid;

use self::acts::{ACCEPT, CANCEL, COMPLETE, REFER};
use self::tale::{ANA, BEN, DR_OTHER, Tale};
use super::{Findings, Kind, check};
use crate::journal::Line;
use crate::words::{Action, Status};

fn findings(tale: &Tale) -> Findings {
    check(&tale.book, std::slice::from_ref(&tale.journal))
}

/// Tampers with the whole tale, and expects to be caught at this.
#[track_caller]
fn caught(kind: Kind, tamper: impl FnOnce(&mut Tale)) {
    let mut tale = Tale::whole();
    tamper(&mut tale);
    let kinds: Vec<Kind> = findings(&tale)
        .violations
        .iter()
        .map(|one| one.kind)
        .collect();
    assert!(kinds.contains(&kind), "{kinds:?}");
}

/// The place of the first event of an action.
fn event(tale: &Tale, action: Action) -> usize {
    tale.book
        .events
        .iter()
        .position(|event| event.action == action.word())
        .unwrap()
}

#[test]
fn a_blameless_tale_is_believed() {
    let findings = findings(&Tale::whole());
    assert!(findings.violations.is_empty(), "{:?}", findings.violations);
    assert!(findings.checks > 100, "{}", findings.checks);
}

#[test]
fn retries_with_the_same_answer_are_believed() {
    let mut tale = Tale::whole();
    tale.again(ACCEPT, 200, false, |_| ());
    tale.again(COMPLETE, 200, false, |_| ());
    tale.again(ACCEPT, 422, true, |answer| {
        answer.field = Some("idempotency_key".into())
    });
    tale.lose_answers(CANCEL);
    assert!(
        findings(&tale).violations.is_empty(),
        "{:?}",
        findings(&tale).violations
    );
}

#[test]
fn an_acknowledged_action_that_is_gone_is_caught() {
    // The step alone, the kept answer alone, all of it, and one that names no key.
    for action in [
        Action::Accept,
        Action::Refer,
        Action::Cancel,
        Action::Complete,
    ] {
        caught(Kind::Lost, |tale| {
            let n = event(tale, action);
            tale.book.events.remove(n);
        });
    }
    caught(Kind::Lost, |tale| {
        tale.book.keys.retain(|row| row.key != "c0n1")
    });
    caught(Kind::Lost, |tale| {
        let last = tale.book.appointments.pop().unwrap();
        tale.book
            .events
            .retain(|event| event.appointment_id != last.id);
        tale.book.keys.pop();
    });
}

#[test]
fn an_action_done_twice_is_caught() {
    caught(Kind::Twice, |tale| {
        let mut again = tale.book.events[event(tale, Action::Accept)].clone();
        again.id = Uuid::from_u128(again.id.as_u128() + 1);
        again.from_status = Some(Status::Accepted);
        tale.book.events.insert(2, again);
    });
    caught(Kind::Twice, |tale| {
        let mut again = tale.book.events[event(tale, Action::Complete)].clone();
        again.id = Uuid::from_u128(again.id.as_u128() + 1);
        tale.book.events.push(again);
    });
    // A request twice: two appointments under one key.
    caught(Kind::Twice, |tale| {
        let first = tale.book.events[event(tale, Action::Request)]
            .reason
            .clone();
        tale.request(ANA, DR_OTHER, 80);
        tale.book.events.last_mut().unwrap().reason = first;
    });
}

#[test]
fn an_effect_of_what_was_refused_is_caught() {
    caught(Kind::Refused, |tale| {
        tale.answers(ACCEPT, |answer| (answer.status, answer.told) = (409, None))
    });
    // The retry of what was done is told that it can't be.
    caught(Kind::Refused, |tale| {
        tale.again(ACCEPT, 409, false, |_| ());
    });
    caught(Kind::Refused, |tale| {
        tale.answers(COMPLETE, |answer| {
            (answer.status, answer.told) = (409, None)
        })
    });
}

#[test]
fn a_step_that_nobody_asked_for_is_caught() {
    for op in [ACCEPT, CANCEL, COMPLETE] {
        caught(Kind::Unasked, |tale| {
            tale.lose_answers(op);
            tale.journal
                .retain(|line| !matches!(line, crate::journal::Line::Try(sent) if sent.op == op));
        });
    }
    caught(Kind::Unasked, |tale| {
        let n = event(tale, Action::Accept);
        tale.book.events[n].reason = None;
    });
}

#[test]
fn an_answer_that_was_not_so_is_caught() {
    let change = |op: u64, change: fn(&mut crate::journal::Told)| {
        caught(Kind::Answer, |tale| {
            tale.answers(op, |answer| change(answer.told.as_mut().unwrap()))
        });
    };
    change(ACCEPT, |told| told.status = Status::Declined);
    change(REFER, |told| told.version += 1);
    change(REFER, |told| told.case_id = Uuid::from_u128(1));
    change(COMPLETE, |told| told.status = Status::NoShow);
    caught(Kind::Answer, |tale| {
        tale.again(ACCEPT, 200, false, |answer| {
            answer.told.as_mut().unwrap().digest += 1000
        });
    });
}

#[test]
fn a_key_that_takes_other_content_is_caught() {
    caught(Kind::Key, |tale| tale.again(ACCEPT, 200, true, |_| ()));
    caught(Kind::Key, |tale| {
        tale.again(ACCEPT, 422, true, |answer| {
            answer.field = Some("note".into())
        })
    });
    caught(Kind::Key, |tale| {
        tale.lose_answers(ACCEPT);
        tale.book.keys.retain(|row| row.key != "c0n1");
    });
}

#[test]
fn a_gap_in_the_notifications_is_caught() {
    caught(Kind::Gap, |tale| {
        tale.book.notifications.remove(0);
    });
    caught(Kind::Gap, |tale| tale.book.notifications[0].number = 2);
    caught(Kind::Gap, |tale| tale.book.users[0].last_notification += 1);
}

#[test]
fn a_notice_too_few_or_too_many_is_caught() {
    caught(Kind::Notice, |tale| {
        tale.book.notifications.pop();
    });
    caught(Kind::Notice, |tale| {
        let again = tale.book.notifications[0].clone();
        tale.book.notifications.push(again);
    });
    caught(Kind::Notice, |tale| {
        tale.book.notifications[0].kind = "declined".into()
    });
    caught(Kind::Notice, |tale| {
        tale.book.notifications[0].user_id = BEN
    });
    caught(Kind::Notice, |tale| {
        tale.book.notifications[0].link = "/appointments".into()
    });
}

#[test]
fn an_audit_entry_too_few_or_too_many_is_caught() {
    caught(Kind::Audit, |tale| {
        tale.book.audit.pop();
    });
    caught(Kind::Audit, |tale| {
        let again = tale.book.audit[0].clone();
        tale.book.audit.push(again);
    });
}

#[test]
fn an_answer_that_nobody_should_get_is_caught() {
    for status in [400, 418, 500] {
        caught(Kind::Broken, |tale| {
            tale.again(ACCEPT, status, false, |_| ())
        });
    }
    caught(Kind::Broken, |tale| {
        tale.answers(ACCEPT, |answer| answer.told = None)
    });
}

#[test]
fn a_stream_that_leaves_out_or_repeats_is_caught() {
    let heard = |numbers: &[i64], end| {
        let (at, user) = (0, ANA);
        let line = |number: &i64| Line::Heard {
            at,
            user,
            number: *number,
        };
        let mut lines: Vec<Line> = numbers.iter().map(line).collect();
        lines.push(Line::Counted {
            at,
            user,
            number: end,
        });
        let found = check(&Tale::begin().book, &[lines]).violations;
        found.iter().any(|one| one.kind == Kind::Stream)
    };
    // More may have come than was counted.
    assert!(!heard(&[1, 2, 3], 3) && !heard(&[1, 2, 3], 2) && !heard(&[], 0));
    assert!(heard(&[1, 3], 3) && heard(&[1, 2, 2, 3], 3) && heard(&[2, 1], 2));
    assert!(heard(&[1, 2], 3) && heard(&[], 1) && heard(&[2, 3], 3));
}
