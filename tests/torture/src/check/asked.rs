//! Nothing is there that nobody asked for, and of what names no key as much as was asked for.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::history::{History, Taken};
use super::ops::Op;
use super::promises::is_silent;
use super::{Findings, Kind};
use crate::book::{Book, Offer};
use crate::calls::key_in;
use crate::words::Action;

pub fn check(book: &Book, history: &History<'_>, ops: &[Op], findings: &mut Findings) {
    asked_for(book, history, ops, findings);
    counted(book, history, ops, findings);
}

/// Every step and every kept answer belongs to something that somebody sent.
fn asked_for(book: &Book, history: &History<'_>, ops: &[Op], findings: &mut Findings) {
    let sent: HashMap<(Uuid, &str), &Op> = ops
        .iter()
        .map(|op| ((op.actor, op.key.as_str()), op))
        .collect();
    for row in &book.keys {
        findings.hold(
            sent.contains_key(&(row.user_id, row.key.as_str())),
            Kind::Unasked,
            || "a kept answer of what nobody sent".into(),
            &[row],
        );
    }
    for step in &history.steps {
        let Some(actor) = step.event.actor_id else {
            continue;
        };
        if is_silent(step.action) {
            continue;
        }
        let key = step.event.reason.as_deref().and_then(key_in);
        let op = key.and_then(|key| sent.get(&(actor, key)));
        // What was held for a wish is asked for in its words: `taken` says whether it was.
        let of_wish = |op: &Op| {
            let became = |offer: &Offer| offer.appointment_id == Some(step.row.id);
            let begins = (op.action, step.action) == (Action::Wait, Action::Request);
            begins && book.offers.iter().any(became)
        };
        let asked = op.is_some_and(|op| {
            op.action == step.action && op.target == step.target() || of_wish(op)
        });
        findings.hold(
            asked,
            Kind::Unasked,
            || format!("a step that {actor} did not send"),
            &[step.event],
        );
    }
}

/// Steps that name no key: as many as there are kept answers of them.
fn counted(book: &Book, history: &History<'_>, ops: &[Op], findings: &mut Findings) {
    let kept: HashSet<(Uuid, &str)> = book
        .keys
        .iter()
        .map(|row| (row.user_id, row.key.as_str()))
        .collect();
    let mut steps: HashMap<(Uuid, Uuid, Action), Vec<&Taken<'_>>> = HashMap::new();
    for step in history.steps.iter().filter(|step| is_silent(step.action)) {
        if let Some(actor) = step.event.actor_id {
            steps
                .entry((actor, step.row.id, step.action))
                .or_default()
                .push(step);
        }
    }
    let mut answers: HashMap<(Uuid, Uuid, Action), usize> = HashMap::new();
    for op in ops
        .iter()
        .filter(|op| is_silent(op.action) && kept.contains(&(op.actor, op.key.as_str())))
    {
        if let Some(target) = op.target {
            *answers.entry((op.actor, target, op.action)).or_default() += 1;
        }
    }
    let all: HashSet<_> = steps.keys().chain(answers.keys()).copied().collect();
    for one in all {
        let steps = steps.get(&one).map(Vec::as_slice).unwrap_or_default();
        let answers = answers.get(&one).copied().unwrap_or_default();
        let kind = match steps.len().cmp(&answers) {
            std::cmp::Ordering::Less => Kind::Lost,
            std::cmp::Ordering::Greater if answers == 0 => Kind::Unasked,
            _ => Kind::Twice,
        };
        findings.hold(
            steps.len() == answers,
            kind,
            || {
                format!(
                    "{:?} of {} by {}: {} steps, {answers} kept answers",
                    one.2,
                    one.1,
                    one.0,
                    steps.len()
                )
            },
            &steps.iter().map(|step| step.event).collect::<Vec<_>>(),
        );
    }
}
