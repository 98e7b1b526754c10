//! Each step's notices are there exactly once, numbered without gaps; so are its audit entries.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::history::History;
use super::list;
use super::rules::{About, told};
use super::{Findings, Kind};
use crate::book::{Book, Notification};
use crate::words::{Action, Part};

pub fn check(book: &Book, history: &History<'_>, findings: &mut Findings) {
    numbers(book, findings);
    told_once(book, history, findings);
    written_once(book, history, findings);
}

/// 1, 2, 3, … for each person, up to what their row says.
fn numbers(book: &Book, findings: &mut Findings) {
    let mut people: HashMap<Uuid, Vec<&Notification>> = HashMap::new();
    for notification in &book.notifications {
        people
            .entry(notification.user_id)
            .or_default()
            .push(notification);
    }
    for user in &book.users {
        let theirs = people.remove(&user.id).unwrap_or_default();
        let mut numbers: Vec<i64> = theirs.iter().map(|one| one.number).collect();
        numbers.sort_unstable();
        let without_gaps = numbers.iter().copied().eq(1..=user.last_notification);
        findings.hold(
            without_gaps,
            Kind::Gap,
            || {
                format!(
                    "{} counts {} notifications and has {numbers:?}",
                    user.id, user.last_notification
                )
            },
            &[user],
        );
    }
    findings.hold(
        people.is_empty(),
        Kind::Gap,
        || "notifications of nobody".into(),
        &people.keys().collect::<Vec<_>>(),
    );
}

/// Who, as what, about which appointment of which case.
type Notice = (Uuid, String, String, Option<Uuid>);

fn told_once(book: &Book, history: &History<'_>, findings: &mut Findings) {
    let mut counts: BTreeMap<Notice, (i64, i64)> = BTreeMap::new();
    for step in &history.steps {
        for (to, kind, about) in told(step.action, step.event.actor_role, step.place) {
            let about = match about {
                About::This => Some(step.row),
                About::Next => step.next,
                About::Other => step.other,
            };
            let Some(about) = about else { continue };
            let user = match to {
                Part::Patient => about.patient_id,
                _ => about.doctor_id,
            };
            let link = format!("/appointments/{}", about.id);
            let notice = (user, kind.to_owned(), link, Some(about.case_id));
            counts.entry(notice).or_default().0 += 1;
        }
    }
    for (user, kind) in list::told(book) {
        let notice = (user, kind.to_owned(), "/waiting".to_owned(), None);
        counts.entry(notice).or_default().0 += 1;
    }
    for notice in words_back(history) {
        counts.entry(notice).or_default().0 += 1;
    }
    for one in &book.notifications {
        let notice = (one.user_id, one.kind.clone(), one.link.clone(), one.case_id);
        counts.entry(notice).or_default().1 += 1;
    }
    for (notice, (expected, found)) in counts {
        findings.hold(
            expected == found,
            Kind::Notice,
            || format!("a notice that is there {found} times instead of {expected}"),
            &[notice],
        );
    }
}

/// Whoever referred is told once what became of it: of the first step that decides.
fn words_back(history: &History<'_>) -> Vec<Notice> {
    let mut open: HashMap<(Uuid, Uuid), Notice> = HashMap::new();
    let mut told = Vec::new();
    for step in &history.steps {
        let by_system = (step.action, step.event.actor_role) == (Action::Cancel, Part::System);
        if !step.event.to_status.is_waiting() && !step.goes_on && !by_system {
            told.extend(open.remove(&(step.row.case_id, step.row.doctor_id)));
        }
        if let Some(next) = step.next {
            let link = format!("/appointments/{}", step.row.id);
            let notice = (
                step.row.doctor_id,
                "referral_outcome".to_owned(),
                link,
                Some(step.row.case_id),
            );
            open.insert((next.case_id, next.doctor_id), notice);
        }
    }
    told
}

/// One audit entry a step.
fn written_once(book: &Book, history: &History<'_>, findings: &mut Findings) {
    let mut counts: BTreeMap<(Option<Uuid>, &str, Uuid), (i64, i64)> = BTreeMap::new();
    for step in &history.steps {
        counts
            .entry((step.event.actor_id, step.action.word(), step.row.id))
            .or_default()
            .0 += 1;
    }
    for entry in list::written(book) {
        counts.entry(entry).or_default().0 += 1;
    }
    let steps = book.audit.iter().filter(|entry| {
        entry.action == list::OFFER
            || Action::ALL
                .iter()
                .any(|action| action.word() == entry.action)
    });
    for entry in steps {
        if let Some(object) = entry.object_id {
            counts
                .entry((entry.actor_id, entry.action.as_str(), object))
                .or_default()
                .1 += 1;
        }
    }
    for (step, (expected, found)) in counts {
        findings.hold(
            expected == found,
            Kind::Audit,
            || format!("a step with {found} audit entries instead of {expected}"),
            &[step],
        );
    }
}
