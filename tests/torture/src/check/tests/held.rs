//! What is held for one who waits must be nobody else's.

use chrono::TimeDelta;

use super::tale::{ANA, BEN, DR_ONE, DR_OTHER, DR_TWO};
use super::waiting::{caught, first};
use crate::book::Offer;
use crate::check::Kind;
use crate::words::{Action, OfferStatus, Part, WishStatus};

#[test]
fn a_time_held_for_two_is_caught() {
    let with = |status: OfferStatus, change: fn(&mut Offer)| {
        caught(Kind::Held, |tale| {
            let of = first(tale, status);
            let mut second = tale.offer_again(&of);
            change(&mut second);
            tale.book.offers.push(second);
        });
    };
    // At the end: another's offer, and one that overlaps by half.
    with(OfferStatus::Open, |second| second.patient_id = BEN);
    with(OfferStatus::Open, |second| {
        second.patient_id = BEN;
        second.starts_at += TimeDelta::minutes(15);
        second.ends_at += TimeDelta::minutes(15);
    });
    // For a while: declined a moment too late.
    caught(Kind::Held, |tale| {
        tale.that_is(OfferStatus::Declined).updated_at += TimeDelta::seconds(2);
    });
    caught(Kind::Held, |tale| {
        let offer = tale.that_is(OfferStatus::Withdrawn);
        offer.updated_at += TimeDelta::hours(1);
        let patient = ANA;
        let copy = Offer {
            patient_id: patient,
            ..offer.clone()
        };
        let mut second = tale.offer_again(&copy);
        second.status = OfferStatus::Expired;
        tale.book.offers.push(second);
    });
}

#[test]
fn an_offer_of_a_time_that_is_taken_is_caught() {
    // Of the appointment that was made of another offer.
    caught(Kind::Held, |tale| {
        let of = first(tale, OfferStatus::Accepted);
        let mut second = tale.offer_again(&of);
        second.patient_id = ANA;
        tale.book.offers.push(second);
    });
    // And while it was, if it is not any more.
    caught(Kind::Held, |tale| {
        let of = first(tale, OfferStatus::Accepted);
        let mut second = tale.offer_again(&of);
        second.status = OfferStatus::Expired;
        second.patient_id = ANA;
        tale.book.offers.push(second);
        let made = of.appointment_id.unwrap();
        tale.act(made, Part::Patient, Action::Cancel);
    });
    // A request of what is held for somebody.
    caught(Kind::Held, |tale| {
        tale.request(BEN, DR_OTHER, 40);
    });
}

#[test]
fn two_times_at_once_for_one_patient_are_caught() {
    caught(Kind::Held, |tale| {
        let wish = tale.wait(ANA, Ok(DR_TWO));
        tale.offer(wish, DR_TWO, 40);
    });
    // They have an appointment then.
    caught(Kind::Held, |tale| {
        let wish = tale.wait(BEN, Ok(DR_TWO));
        tale.offer(wish, DR_TWO, 24);
    });
    // Two for one wish.
    caught(Kind::Held, |tale| {
        let wish = tale.that_is(OfferStatus::Open).wish_id;
        tale.offer(wish, DR_OTHER, 50);
    });
    // One for a wish that is over.
    for status in [WishStatus::Fulfilled, WishStatus::Removed] {
        caught(Kind::Held, |tale| {
            let wish = tale.wish_that_is(status).id;
            tale.offer(wish, DR_TWO, 50);
        });
    }
}

#[test]
fn a_time_offered_twice_is_caught() {
    for status in [OfferStatus::Declined, OfferStatus::Expired] {
        caught(Kind::Again, |tale| {
            let of = first(tale, status);
            let again = tale.offer_again(&of);
            tale.book.offers.push(again);
        });
    }
    // For another wish, which is no excuse.
    caught(Kind::Again, |tale| {
        let wish = tale.wait(ANA, Err("cardiology"));
        tale.offer(wish, DR_ONE, 25);
    });
}
