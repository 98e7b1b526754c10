//! What was answered: nobody is told nonsense, and the same is answered the same.

use std::collections::HashSet;

use super::ops::{Attempt, Op};
use super::{Findings, Kind};
use crate::journal::Answer;
use crate::words::Action;

pub fn check(ops: &[Op], findings: &mut Findings) {
    for op in ops {
        answers(op, findings);
        twisted(op, findings);
    }
}

/// Nobody is answered 500 or what is in no contract, and the same is answered the same.
fn answers(op: &Op, findings: &mut Findings) {
    for attempt in op.attempts.iter().chain(&op.twisted) {
        let Some(answer) = &attempt.answer else {
            continue;
        };
        let expected = matches!(answer.status, 200 | 201 | 401 | 403 | 404 | 409 | 422 | 503);
        let complete = answer.status >= 300
            || match attempt.sent.action {
                Action::Wait | Action::Pass => answer.wish.is_some(),
                Action::Leave => true,
                _ => answer.told.is_some(),
            };
        findings.hold(
            expected && complete,
            Kind::Broken,
            || format!("{} was answered {}", op.name(), answer.status),
            &[attempt],
        );
    }
    let yes: Vec<&Attempt> = op
        .attempts
        .iter()
        .filter(|attempt| attempt.yes().is_some())
        .collect();
    let digests: HashSet<Option<u64>> = yes
        .iter()
        .map(|attempt| attempt.yes().and_then(Answer::digest))
        .collect();
    findings.hold(
        digests.len() <= 1,
        Kind::Answer,
        || format!("{} was answered differently", op.name()),
        &yes,
    );
}

/// Other content under a used key is refused, and says so.
fn twisted(op: &Op, findings: &mut Findings) {
    for attempt in &op.twisted {
        let Some(answer) = &attempt.answer else {
            continue;
        };
        let refused = answer.status == 422 && answer.field.as_deref() == Some("idempotency_key");
        let asks_again = matches!(answer.status, 401 | 503);
        findings.hold(
            refused || asks_again,
            Kind::Key,
            || {
                format!(
                    "other content under the key of {} was answered {}",
                    op.name(),
                    answer.status
                )
            },
            &[attempt],
        );
    }
}
