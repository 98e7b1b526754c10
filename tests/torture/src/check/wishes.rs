//! Each wish is what somebody left, and stands where its offers and its patient put it.

use std::collections::HashMap;

use chrono::{DateTime, Days, Utc};
use uuid::Uuid;

use super::list::List;
use super::rules::WISHES_MOST;
use super::{Findings, Kind, lines};
use crate::book::{Offer, Wish};
use crate::calls::key_in;
use crate::words::{Action, OfferStatus, WishStatus};

pub fn check(list: &List<'_>, findings: &mut Findings) {
    for wish in &list.book.wishes {
        stands(list, wish, findings);
        asked_for(list, wish, findings);
    }
    counted(list, findings);
    as_many_as_may_be(list, findings);
}

/// Its status is what its offers and its patient say.
fn stands(list: &List<'_>, wish: &Wish, findings: &mut Findings) {
    let offers = list.offered(wish.id);
    let of = |status| {
        let offers = offers.iter().copied();
        offers
            .filter(move |offer| offer.status == status)
            .collect::<Vec<&Offer>>()
    };
    let (held, accepted) = (of(OfferStatus::Open), of(OfferStatus::Accepted));
    let evidence = || {
        let rows = offers.iter().map(|offer| format!("{offer:?}"));
        [format!("{wish:?}")].into_iter().chain(rows).collect()
    };
    let what = |why: &str| format!("the wish {} {why}", wish.id);
    let fulfilled = match wish.status {
        WishStatus::Fulfilled => accepted.len() == 1,
        // Who was given a time may take the wish out of sight.
        WishStatus::Removed => accepted.len() <= 1,
        WishStatus::Open | WishStatus::Ended => accepted.is_empty(),
    };
    let kind = match accepted.len() {
        0 | 1 => Kind::Row,
        _ => Kind::Twice,
    };
    let why = format!(
        "is {:?}, and was given {} times",
        wish.status,
        accepted.len()
    );
    findings.hold_by(fulfilled, kind, || what(&why), evidence);
    let open = usize::from(wish.status == WishStatus::Open);
    let why = format!("is {:?}, and has {} held", wish.status, held.len());
    findings.hold_by(held.len() <= open, Kind::Held, || what(&why), evidence);
    let closed_at = closed_at(list, wish);
    let in_time = offers.iter().all(|offer| offer.created_at <= closed_at);
    let why = "was offered something after it was over";
    findings.hold_by(in_time, Kind::Held, || what(why), evidence);
    if wish.status == WishStatus::Ended {
        let why = "has ended before its last day";
        let over = days_over(wish, wish.updated_at);
        findings.hold_by(over, Kind::Illegal, || what(why), evidence);
    }
    if let (WishStatus::Open, Some(started)) = (wish.status, list.book.started) {
        let why = "should have ended";
        let ended = held.is_empty() && days_over(wish, started);
        findings.hold_by(!ended, Kind::Overdue, || what(why), evidence);
    }
    let cleared = wish.reason.is_empty() == (wish.status == WishStatus::Removed);
    let why = "keeps what nobody will read, or does not say what for";
    findings.hold_by(cleared, Kind::Row, || what(why), evidence);
}

/// Somebody left it, and if it is removed, took it back.
fn asked_for(list: &List<'_>, wish: &Wish, findings: &mut Findings) {
    let what = |why: &str| format!("the wish {} {why}", wish.id);
    if wish.status == WishStatus::Removed {
        let mut sent = list.sent(Action::Leave, wish.id);
        let asked = sent.any(|op| op.actor == wish.patient_id && !op.is_refused());
        let why = "was taken back by nobody";
        findings.hold(asked, Kind::Unasked, || what(why), &[wish]);
        return;
    }
    let key = key_in(&wish.reason);
    let mut sent = list.ops.iter().filter(|op| op.action == Action::Wait);
    let op = sent.find(|op| op.actor == wish.patient_id && Some(op.key.as_str()) == key);
    let asked = op.is_some_and(|op| list.is_kept(op));
    let why = "was left by nobody, or its answer was not kept";
    findings.hold(asked, Kind::Unasked, || what(why), &[wish]);
}

/// As many wishes as there are kept answers of them: those that are removed do not say their keys.
fn counted(list: &List<'_>, findings: &mut Findings) {
    let mut counts: HashMap<Uuid, (usize, usize)> = HashMap::new();
    for wish in &list.book.wishes {
        counts.entry(wish.patient_id).or_default().0 += 1;
    }
    let joined = |op: &&&super::Op| op.action == Action::Wait && list.is_kept(op);
    for op in list.ops.iter().filter(joined) {
        counts.entry(op.actor).or_default().1 += 1;
    }
    for (patient, (wishes, answers)) in counts {
        let kind = if wishes < answers {
            Kind::Lost
        } else {
            Kind::Twice
        };
        findings.hold_by(
            wishes == answers,
            kind,
            || format!("{patient} has {wishes} wishes and {answers} kept answers of them"),
            || {
                let theirs = list.book.wishes.iter();
                let theirs = theirs.filter(|wish| wish.patient_id == patient);
                lines(&theirs.collect::<Vec<_>>())
            },
        );
    }
}

/// When a wish was over: once it was given a time, whether or not its patient took it out of sight.
fn closed_at(list: &List<'_>, wish: &Wish) -> DateTime<Utc> {
    let mut offers = list.offered(wish.id).iter();
    let accepted = offers.find(|offer| offer.status == OfferStatus::Accepted);
    match (wish.status, accepted) {
        (WishStatus::Open, _) => DateTime::<Utc>::MAX_UTC,
        (_, Some(offer)) => offer.updated_at,
        _ => wish.updated_at,
    }
}

/// Whether its last day was over by then, in every zone: a day of slack covers them.
fn days_over(wish: &Wish, at: DateTime<Utc>) -> bool {
    wish.latest < at.date_naive() - Days::new(1)
}

/// Whether it was open then for certain. One whose days are over ends by itself, whatever its patient
/// does at that moment; and who then takes it out of sight hides when that was.
fn was_open(list: &List<'_>, wish: &Wish, at: DateTime<Utc>) -> bool {
    let might_have_ended = wish.status != WishStatus::Open && days_over(wish, at);
    wish.created_at <= at && at < closed_at(list, wish) && !might_have_ended
}

/// So many wishes of a patient are open at any time, and no more.
fn as_many_as_may_be(list: &List<'_>, findings: &mut Findings) {
    let mut people: HashMap<Uuid, Vec<&Wish>> = HashMap::new();
    for wish in &list.book.wishes {
        people.entry(wish.patient_id).or_default().push(wish);
    }
    for (patient, wishes) in people {
        for wish in &wishes {
            let open: Vec<&&Wish> = wishes
                .iter()
                .filter(|one| was_open(list, one, wish.created_at))
                .collect();
            let what = || format!("{patient} had {} wishes open", open.len());
            findings.hold(open.len() <= WISHES_MOST, Kind::Illegal, what, &open);
        }
    }
}
