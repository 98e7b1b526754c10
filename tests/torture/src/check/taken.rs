//! What was acknowledged on the waiting list is so, once.

use super::history::History;
use super::list::List;
use super::{Findings, Kind, Op};
use crate::book::Offer;
use crate::calls::key_in;
use crate::words::{Action, OfferStatus, Status, WishStatus};

pub fn check(list: &List<'_>, history: &History<'_>, findings: &mut Findings) {
    for op in &list.ops {
        again(op, findings);
        match op.action {
            Action::Wait => joined(list, op, findings),
            Action::Leave => left(list, op, findings),
            Action::Take => taken(list, op, history, findings),
            _ => passed(list, op, findings),
        }
    }
    for offer in &list.book.offers {
        match offer.status {
            OfferStatus::Accepted => answered_once(list, offer, Action::Take, findings),
            OfferStatus::Declined => answered_once(list, offer, Action::Pass, findings),
            _ => {}
        }
    }
}

/// Who was told yes is not told no afterwards.
fn again(op: &Op, findings: &mut Findings) {
    let yes = op.attempts.iter().filter_map(|attempt| attempt.yes());
    let Some(yes) = yes.map(|answer| answer.at).min() else {
        return;
    };
    let mut attempts = op.attempts.iter();
    let denied = attempts.any(|attempt| attempt.no().is_some() && attempt.sent.at > yes);
    let what = || format!("{} was acknowledged, and then refused", op.name());
    findings.hold(!denied, Kind::Refused, what, &op.attempts);
}

/// Who joined is on the list, in the words that were sent.
fn joined(list: &List<'_>, op: &Op, findings: &mut Findings) {
    let yes = op.attempts.iter().find_map(|attempt| attempt.yes());
    let Some(told) = yes.and_then(|answer| answer.wish.as_ref()) else {
        return;
    };
    let wish = list.wishes.get(&told.id);
    let wish = wish.filter(|wish| wish.patient_id == op.actor);
    let what = || format!("{} was acknowledged", op.name());
    findings.hold(wish.is_some(), Kind::Lost, what, &op.attempts);
    let Some(wish) = wish else { return };
    let says = key_in(&wish.reason).is_none_or(|key| key == op.key);
    findings.hold(
        says && told.status == WishStatus::Open && told.offers.is_empty(),
        Kind::Answer,
        || format!("the answer of {} is not what happened", op.name()),
        &[format!("{:?}", op.attempts), format!("{wish:?}")],
    );
}

/// Who left is not on the list any more.
fn left(list: &List<'_>, op: &Op, findings: &mut Findings) {
    if !op.is_acknowledged() {
        return;
    }
    let wish = op.target.and_then(|id| list.wishes.get(&id));
    let gone =
        wish.is_some_and(|wish| (wish.patient_id, wish.status) == (op.actor, WishStatus::Removed));
    findings.hold(
        gone,
        Kind::Lost,
        || format!("{} was acknowledged", op.name()),
        &[format!("{:?}", op.attempts), format!("{wish:?}")],
    );
}

/// The offer that was answered so, where it is so.
fn answered<'a>(
    list: &List<'a>,
    op: &Op,
    status: OfferStatus,
    findings: &mut Findings,
) -> Option<&'a Offer> {
    if !op.is_acknowledged() && !list.is_kept(op) {
        return None;
    }
    let offer = op.target.and_then(|id| list.offers.get(&id)).copied();
    let so = offer.filter(|offer| (offer.patient_id, offer.status) == (op.actor, status));
    findings.hold(
        so.is_some(),
        Kind::Lost,
        || format!("{} was acknowledged", op.name()),
        &[format!("{:?}", op.attempts), format!("{offer:?}")],
    );
    so
}

/// Who accepted has the appointment.
fn taken(list: &List<'_>, op: &Op, history: &History<'_>, findings: &mut Findings) {
    let offer = answered(list, op, OfferStatus::Accepted, findings);
    let (Some(offer), Some(told)) = (offer, op.told()) else {
        return;
    };
    let life = history.lives.get(&told.id);
    let so = offer.appointment_id == Some(told.id)
        && life.is_some_and(|life| life.row.case_id == told.case_id)
        && (told.status, told.version) == (Status::Pending, 1);
    findings.hold(
        so,
        Kind::Answer,
        || format!("the answer of {} is not what happened", op.name()),
        &[format!("{:?}", op.attempts), format!("{offer:?}")],
    );
}

/// Who declined waits on.
fn passed(list: &List<'_>, op: &Op, findings: &mut Findings) {
    let offer = answered(list, op, OfferStatus::Declined, findings);
    let yes = op.attempts.iter().find_map(|attempt| attempt.yes());
    let told = yes.and_then(|answer| answer.wish.as_ref());
    let (Some(offer), Some(told)) = (offer, told) else {
        return;
    };
    let so = (told.id, told.status) == (offer.wish_id, WishStatus::Open)
        && told.offers.contains(&(offer.id, OfferStatus::Declined));
    findings.hold(
        so,
        Kind::Answer,
        || format!("the answer of {} is not what happened", op.name()),
        &[format!("{:?}", op.attempts), format!("{offer:?}")],
    );
}

/// Whom it was made to answered it, under one key.
fn answered_once(list: &List<'_>, offer: &Offer, action: Action, findings: &mut Findings) {
    let kept: Vec<&Op> = list
        .sent(action, offer.id)
        .filter(|op| op.actor == offer.patient_id && list.is_kept(op))
        .collect();
    let kind = match kept.len() {
        0 => Kind::Unasked,
        _ => Kind::Twice,
    };
    let what = || {
        format!(
            "{action:?} of the offer {} has {} kept answers",
            offer.id,
            kept.len()
        )
    };
    findings.hold(kept.len() == 1, kind, what, &kept);
}
