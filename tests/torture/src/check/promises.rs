//! What was acknowledged is there, once, and what was refused is not.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::history::{History, Taken, made_at};
use super::ops::Op;
use super::{Findings, Kind};
use crate::book::Book;
use crate::calls::key_in;
use crate::words::Action;

/// Steps that carry no reason, and so no key: they are counted instead.
pub fn is_silent(action: Action) -> bool {
    matches!(action, Action::Agree | Action::Complete | Action::NoShow)
}

/// Clocks of one machine, read by two programs.
const SLACK: i64 = 5;

pub fn check(book: &Book, history: &History<'_>, ops: &[Op], findings: &mut Findings) {
    let kept: HashSet<(Uuid, &str)> = book
        .keys
        .iter()
        .map(|row| (row.user_id, row.key.as_str()))
        .collect();
    let named = by_key(history);
    for op in ops {
        let steps = named
            .get(&(op.actor, op.key.as_str()))
            .map(Vec::as_slice)
            .unwrap_or_default();
        let has_key = kept.contains(&(op.actor, op.key.as_str()));
        findings.hold(
            // What is deleted comes without a key: `taken` looks at it.
            has_key || !op.is_acknowledged() || op.action == Action::Leave,
            Kind::Lost,
            || format!("the kept answer of {}, which was acknowledged", op.name()),
            &op.attempts,
        );
        findings.hold(
            !(has_key && op.is_refused()),
            Kind::Refused,
            || format!("{} was refused, and its answer was kept", op.name()),
            &op.attempts,
        );
        if op.action.is_of_list() {
            continue;
        }
        if is_silent(op.action) {
            silent(op, history, findings);
        } else {
            spoken(op, steps, has_key, findings);
        }
    }
}

/// The steps whose reason names a key, by the actor and it.
fn by_key<'h>(history: &'h History<'_>) -> HashMap<(Uuid, &'h str), Vec<&'h Taken<'h>>> {
    let mut named: HashMap<_, Vec<&Taken<'_>>> = HashMap::new();
    for step in &history.steps {
        if let (Some(actor), Some(key)) = (
            step.event.actor_id,
            step.event.reason.as_deref().and_then(key_in),
        ) {
            named.entry((actor, key)).or_default().push(step);
        }
    }
    named
}

/// An action whose step names its key.
fn spoken(op: &Op, steps: &[&Taken<'_>], has_key: bool, findings: &mut Findings) {
    let evidence = || {
        let attempts = op.attempts.iter().map(|attempt| format!("{attempt:?}"));
        let steps = steps.iter().map(|step| format!("{:?}", step.event));
        attempts.chain(steps).collect::<Vec<_>>()
    };
    findings.hold_by(
        steps.len() <= 1,
        Kind::Twice,
        || format!("{} happened {} times", op.name(), steps.len()),
        evidence,
    );
    let Some(step) = steps.first() else {
        findings.hold_by(
            !op.is_acknowledged(),
            Kind::Lost,
            || format!("{} was acknowledged", op.name()),
            evidence,
        );
        findings.hold_by(
            !has_key,
            Kind::Key,
            || format!("{} has a kept answer and no step", op.name()),
            evidence,
        );
        return;
    };
    findings.hold_by(
        has_key,
        Kind::Key,
        || format!("{} has a step and no kept answer", op.name()),
        evidence,
    );
    // A refusal that was sent after the step was taken: the retry of what was done was told no.
    let denied = op
        .attempts
        .iter()
        .any(|attempt| attempt.no().is_some() && attempt.sent.at > made_at(step.event.id) + SLACK);
    findings.hold_by(
        !denied && !op.is_refused(),
        Kind::Refused,
        || format!("{} was refused, and happened", op.name()),
        evidence,
    );
    let same = step.action == op.action && op.target == step.target();
    findings.hold_by(
        same,
        Kind::Unasked,
        || format!("{} became something else", op.name()),
        evidence,
    );
    let seen = op.version.is_none_or(|version| version == step.before);
    findings.hold_by(
        seen,
        Kind::Stale,
        || {
            format!(
                "{} was decided on version {:?}, and taken on {}",
                op.name(),
                op.version,
                step.before
            )
        },
        evidence,
    );
    if let Some(told) = op.told() {
        let so = told.id == step.row.id
            && told.case_id == step.row.case_id
            && told.status == step.event.to_status
            && told.version == step.version;
        findings.hold_by(
            so,
            Kind::Answer,
            || format!("the answer of {} is not what happened", op.name()),
            evidence,
        );
    }
}

/// An action whose step names no key: where it was acknowledged, its step is there.
fn silent(op: &Op, history: &History<'_>, findings: &mut Findings) {
    let Some(told) = op.told() else { return };
    let stage = history.lives.get(&told.id).and_then(|life| {
        let n = usize::try_from(told.version).ok()?.checked_sub(1)?;
        life.stages.get(n)
    });
    findings.hold(
        stage.is_some(),
        Kind::Lost,
        || format!("{} was acknowledged", op.name()),
        &op.attempts,
    );
    let seen = op.version.is_none_or(|version| version + 1 == told.version);
    findings.hold(
        seen,
        Kind::Stale,
        || {
            format!(
                "{} was decided on version {:?}, and made {}",
                op.name(),
                op.version,
                told.version
            )
        },
        &op.attempts,
    );
    if let Some(stage) = stage {
        let so = Some(told.id) == op.target && stage.status == told.status;
        findings.hold(
            so,
            Kind::Answer,
            || format!("the answer of {} is not what happened", op.name()),
            &op.attempts,
        );
    }
}
