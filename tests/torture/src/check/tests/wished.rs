//! What an offer and a wish must not be.

use chrono::{Days, TimeDelta};

use super::event;
use super::tale::{ANA, BEN, DR_ONE, DR_TWO, Tale, span};
use super::waiting::{believed, caught};
use crate::check::Kind;
use crate::words::{Action, OfferStatus, WishStatus};

#[test]
fn an_offer_that_was_not_wished_for_is_caught() {
    let wish = |change: fn(&mut crate::book::Wish)| {
        caught(Kind::Illegal, |tale| {
            let id = tale.that_is(OfferStatus::Open).wish_id;
            change(tale.wish(id));
        });
    };
    wish(|wish| wish.specialty = Some("cardiology".into()));
    wish(|wish| wish.doctor_id = Some(DR_ONE));
    wish(|wish| wish.patient_id = BEN);
    // The time is in the night from Saturday to Sunday.
    wish(|wish| wish.weekdays = 0b001_1111);
    wish(|wish| wish.day_parts = 0b110);
    wish(|wish| wish.latest = wish.earliest);
    wish(|wish| wish.earliest = wish.earliest + Days::new(9));
    wish(|wish| wish.created_at += TimeDelta::hours(1));
}

#[test]
fn an_offer_that_is_held_for_too_long_or_not_long_enough_is_caught() {
    caught(Kind::Illegal, |tale| {
        tale.that_is(OfferStatus::Open).held_until += TimeDelta::seconds(1)
    });
    caught(Kind::Illegal, |tale| {
        let offer = tale.that_is(OfferStatus::Open);
        offer.held_until = offer.created_at;
    });
    caught(Kind::Illegal, |tale| {
        let offer = tale.that_is(OfferStatus::Expired);
        offer.updated_at = offer.held_until - TimeDelta::seconds(1);
    });
    // Taken back, though its wish is open and nobody tried to accept it.
    caught(Kind::Illegal, |tale| {
        tale.that_is(OfferStatus::Open).status = OfferStatus::Withdrawn
    });
    caught(Kind::Overdue, |tale| {
        tale.book.started = Some(tale.that_is(OfferStatus::Open).held_until)
    });
}

#[test]
fn a_wish_that_stands_wrong_is_caught() {
    caught(Kind::Row, |tale| {
        tale.wish_that_is(WishStatus::Fulfilled).status = WishStatus::Open
    });
    caught(Kind::Row, |tale| {
        tale.wish_that_is(WishStatus::Open).status = WishStatus::Fulfilled
    });
    caught(Kind::Row, |tale| {
        tale.wish_that_is(WishStatus::Removed).reason = "Said under c0n4.".into()
    });
    caught(Kind::Illegal, |tale| {
        tale.wish_that_is(WishStatus::Open).status = WishStatus::Ended
    });
    caught(Kind::Overdue, |tale| {
        let last = tale.book.wishes[0].latest;
        let late = last.and_hms_opt(0, 0, 0).unwrap().and_utc();
        tale.book.started = Some(late + TimeDelta::days(2));
    });
    caught(Kind::Illegal, |tale| {
        for _ in 0..5 {
            tale.wait(ANA, Ok(DR_TWO));
        }
    });
}

/// Five wishes open beside one for a single day, which is taken out of sight at the end.
fn five_after_one_for_a_day(tale: &mut Tale, hours: i64) {
    let id = tale.wait(ANA, Ok(DR_TWO));
    let wish = tale.wish(id);
    wish.latest = wish.earliest;
    tale.pass(hours);
    for _ in 0..3 {
        tale.wait(ANA, Ok(DR_TWO));
    }
    tale.leave(id);
}

#[test]
fn a_wish_counts_until_its_days_are_over() {
    let mut tale = Tale::of_the_list();
    five_after_one_for_a_day(&mut tale, 72);
    believed(&tale);
    caught(Kind::Illegal, |tale| five_after_one_for_a_day(tale, 1));
}

#[test]
fn a_request_that_is_not_what_was_offered_is_caught() {
    caught(Kind::Row, |tale| {
        tale.that_is(OfferStatus::Accepted).doctor_id = DR_TWO
    });
    caught(Kind::Row, |tale| {
        tale.that_is(OfferStatus::Accepted).starts_at -= TimeDelta::minutes(5)
    });
    caught(Kind::Row, |tale| {
        tale.that_is(OfferStatus::Accepted).updated_at += TimeDelta::seconds(1)
    });
    caught(Kind::Row, |tale| {
        let n = event(tale, Action::Request);
        tale.book.events[n].reason = Some("Said under c0n0.".into());
    });
    // Of no offer at all: nobody asked for it in these words.
    caught(Kind::Unasked, |tale| {
        let n = event(tale, Action::Request);
        let reason = tale.book.events[n].reason.clone();
        tale.request(BEN, DR_TWO, 60);
        tale.book.events.last_mut().unwrap().reason = reason;
    });
}

#[test]
fn a_notice_or_an_entry_of_the_list_too_few_is_caught() {
    for kind in ["offer", "offer_expired"] {
        caught(Kind::Notice, |tale| {
            tale.book.notifications.retain(|one| one.kind != kind)
        });
    }
    for action in ["wait", "stop_waiting", "offer", "decline_offer"] {
        caught(Kind::Audit, |tale| {
            let entry = tale.book.audit.iter();
            let n = entry.enumerate().find(|(_, one)| one.action == action);
            let n = n.unwrap().0;
            tale.book.audit.remove(n);
        });
    }
    // A time is not offered by saying so.
    caught(Kind::Notice, |tale| {
        let starts_at = span(40).0;
        tale.book
            .offers
            .retain(|offer| offer.starts_at != starts_at);
    });
}
