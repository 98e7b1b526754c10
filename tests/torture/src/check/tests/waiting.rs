//! What the waiting list must not be.

use uuid::Uuid;

use super::findings;
use super::list::{JOIN, LEAVE, PASS, TAKE};
use super::tale::{ANA, DR_ONE, Tale};
use crate::book::Offer;
use crate::check::Kind;
use crate::journal::{Answer, Line};
use crate::words::{Action, OfferStatus, Part, WishStatus};

/// Tampers with the tale of the list, and expects to be caught at this.
#[track_caller]
pub fn caught(kind: Kind, tamper: impl FnOnce(&mut Tale)) {
    let mut tale = Tale::of_the_list();
    tamper(&mut tale);
    let found = findings(&tale).violations;
    let kinds: Vec<Kind> = found.iter().map(|one| one.kind).collect();
    assert!(kinds.contains(&kind), "{kinds:?}");
}

#[track_caller]
pub fn believed(tale: &Tale) {
    let found = findings(tale).violations;
    assert!(found.is_empty(), "{found:?}");
}

/// The first offer that stands so.
pub fn first(tale: &mut Tale, status: OfferStatus) -> Offer {
    tale.that_is(status).clone()
}

fn forget(tale: &mut Tale, op: u64) {
    tale.journal.retain(|line| match line {
        Line::Try(sent) => sent.op != op,
        Line::Answer(answer) => answer.op != op,
        _ => true,
    });
}

#[test]
fn a_blameless_list_is_believed() {
    let mut tale = Tale::of_the_list();
    believed(&tale);
    assert!(findings(&tale).checks > 100, "{}", findings(&tale).checks);
    // Retries with the same answer, and answers that are lost.
    for op in [JOIN, PASS, TAKE, LEAVE] {
        tale.again(op, 200, false, |_| ());
    }
    tale.again(JOIN, 422, true, |answer| {
        answer.field = Some("idempotency_key".into())
    });
    believed(&tale);
    tale.lose_answers(TAKE);
    tale.lose_answers(LEAVE);
    believed(&tale);
}

#[test]
fn what_was_given_may_be_taken_out_of_sight_and_cancelled() {
    let mut tale = Tale::of_the_list();
    let offer = first(&mut tale, OfferStatus::Accepted);
    tale.act(offer.appointment_id.unwrap(), Part::Patient, Action::Cancel);
    tale.leave(offer.wish_id);
    // It is somebody else's then.
    let next = tale.wait(ANA, Ok(DR_ONE));
    tale.offer(next, DR_ONE, 27);
    believed(&tale);
}

#[test]
fn an_offer_that_is_answered_once_it_is_over_is_caught() {
    for status in [OfferStatus::Accepted, OfferStatus::Declined] {
        caught(Kind::Late, |tale| {
            let offer = tale.that_is(status);
            offer.held_until = offer.updated_at;
        });
    }
    // Declined, and accepted all the same; run out, and accepted.
    caught(Kind::Lost, |tale| {
        let id = tale.that_is(OfferStatus::Declined).id;
        tale.accept_offer(id);
    });
    caught(Kind::Late, |tale| {
        let id = tale.that_is(OfferStatus::Expired).id;
        tale.accept_offer(id);
    });
}

#[test]
fn what_was_acknowledged_on_the_list_and_is_gone_is_caught() {
    // A wish, a wish that was taken back, an answer of each kind, and the appointment.
    caught(Kind::Lost, |tale| {
        tale.book.wishes.remove(0);
    });
    caught(Kind::Lost, |tale| {
        tale.wish_that_is(WishStatus::Removed).status = WishStatus::Open
    });
    caught(Kind::Lost, |tale| {
        tale.that_is(OfferStatus::Declined).status = OfferStatus::Expired
    });
    caught(Kind::Lost, |tale| {
        tale.that_is(OfferStatus::Accepted).status = OfferStatus::Expired
    });
    caught(Kind::Lost, |tale| {
        tale.that_is(OfferStatus::Accepted).appointment_id = None
    });
    caught(Kind::Lost, |tale| {
        tale.book.appointments.clear();
        tale.book.events.clear();
    });
    for op in [JOIN, PASS, TAKE] {
        caught(Kind::Lost, |tale| {
            tale.book.keys.retain(|row| row.key != format!("c0n{op}"))
        });
    }
}

#[test]
fn what_happened_twice_on_the_list_is_caught() {
    // Two appointments of one wish, of one offer, and one of two offers.
    caught(Kind::Twice, |tale| {
        let wish = tale.wish_that_is(WishStatus::Fulfilled).id;
        let offer = tale.offer(wish, DR_ONE, 50);
        tale.accept_offer(offer);
    });
    caught(Kind::Twice, |tale| {
        let offer = tale.that_is(OfferStatus::Accepted).id;
        tale.accept_offer(offer);
    });
    caught(Kind::Twice, |tale| {
        let made = tale.that_is(OfferStatus::Accepted).appointment_id;
        tale.that_is(OfferStatus::Declined).appointment_id = made;
    });
    // One wish that is there twice.
    caught(Kind::Twice, |tale| {
        let mut wish = tale.book.wishes[0].clone();
        wish.id = tale.id();
        tale.book.wishes.push(wish);
    });
}

#[test]
fn what_nobody_asked_of_the_list_is_caught() {
    for op in [JOIN, PASS, TAKE, LEAVE] {
        caught(Kind::Unasked, |tale| forget(tale, op));
    }
    caught(Kind::Unasked, |tale| {
        tale.book.wishes[0].reason = "Said under c0n77.".into()
    });
}

#[test]
fn a_refusal_on_the_list_that_was_none_is_caught() {
    for op in [JOIN, PASS, TAKE, LEAVE] {
        caught(Kind::Refused, |tale| tale.again(op, 409, false, |_| ()));
    }
    let no = |answer: &mut Answer| {
        answer.status = 409;
        (answer.told, answer.wish) = (None, None);
    };
    for op in [JOIN, PASS, TAKE] {
        caught(Kind::Refused, |tale| tale.answers(op, no));
    }
    caught(Kind::Unasked, |tale| tale.answers(LEAVE, no));
}

#[test]
fn an_answer_on_the_list_that_was_not_so_is_caught() {
    caught(Kind::Answer, |tale| {
        tale.answers(TAKE, |answer| {
            answer.told.as_mut().unwrap().id = Uuid::from_u128(1)
        })
    });
    caught(Kind::Answer, |tale| {
        tale.answers(TAKE, |answer| answer.told.as_mut().unwrap().version = 2)
    });
    caught(Kind::Answer, |tale| {
        tale.answers(JOIN, |answer| {
            answer.wish.as_mut().unwrap().status = WishStatus::Ended
        })
    });
    caught(Kind::Answer, |tale| {
        let other = tale.book.wishes.last().unwrap().id;
        tale.answers(JOIN, |answer| answer.wish.as_mut().unwrap().id = other)
    });
    caught(Kind::Answer, |tale| {
        tale.answers(PASS, |answer| answer.wish.as_mut().unwrap().offers.clear())
    });
    caught(Kind::Answer, |tale| {
        tale.again(PASS, 200, false, |answer| {
            answer.wish.as_mut().unwrap().digest += 1000
        })
    });
    caught(Kind::Broken, |tale| {
        tale.answers(JOIN, |answer| answer.wish = None)
    });
}
