//! A tale of the waiting list.

use chrono::{Days, TimeDelta};
use uuid::Uuid;

use super::tale::{ANA, BEN, DR_ONE, DR_OTHER, DR_TWO, Tale, Tell, span};
use crate::book::{Audit, Key, Notification, Offer, Wish};
use crate::check::rules::HELD_FOR;
use crate::journal::{Told, ToldWish};
use crate::words::{Action, OfferStatus, Part, Status, WishStatus};

// The things of `Tale::of_the_list`, in their order.
pub const JOIN: u64 = 0;
pub const PASS: u64 = 2;
pub const TAKE: u64 = 3;
pub const LEAVE: u64 = 5;

impl Tale {
    /// Something of everything on the list.
    pub fn of_the_list() -> Self {
        let mut tale = Self::begin();
        let first = tale.wait(ANA, Ok(DR_ONE));
        let second = tale.wait(BEN, Err("cardiology"));
        // Declined, and offered to the next, who takes it.
        let offer = tale.offer(first, DR_ONE, 24);
        tale.decline_offer(offer);
        let offer = tale.offer(second, DR_ONE, 24);
        tale.accept_offer(offer);
        // Nobody answers.
        let offer = tale.offer(first, DR_ONE, 25);
        tale.pass(5);
        tale.lapse(offer);
        // Taken back with its wish.
        let third = tale.wait(BEN, Ok(DR_TWO));
        tale.offer(third, DR_TWO, 30);
        tale.leave(third);
        // Held still.
        let fourth = tale.wait(ANA, Err("dermatology"));
        tale.offer(fourth, DR_OTHER, 40);
        tale
    }

    /// The first offer that stands so.
    pub fn that_is(&mut self, status: OfferStatus) -> &mut Offer {
        let mut offers = self.book.offers.iter_mut();
        offers.find(|offer| offer.status == status).unwrap()
    }

    /// The first wish that stands so.
    pub fn wish_that_is(&mut self, status: WishStatus) -> &mut Wish {
        let mut wishes = self.book.wishes.iter_mut();
        wishes.find(|wish| wish.status == status).unwrap()
    }

    pub fn wish(&mut self, id: Uuid) -> &mut Wish {
        let mut wishes = self.book.wishes.iter_mut();
        wishes.find(|wish| wish.id == id).unwrap()
    }

    fn offered(&mut self, id: Uuid) -> &mut Offer {
        let mut offers = self.book.offers.iter_mut();
        offers.find(|offer| offer.id == id).unwrap()
    }

    fn wrote(&mut self, actor_id: Option<Uuid>, action: &str, object: Uuid) {
        self.book.audit.push(Audit {
            actor_id,
            action: action.into(),
            object_id: Some(object),
        });
    }

    fn keeps(&mut self, user_id: Uuid, key: &str) {
        let key = key.into();
        self.book.keys.push(Key { user_id, key });
    }

    fn tells(&mut self, user_id: Uuid, kind: &str) {
        let mut users = self.book.users.iter_mut();
        let user = users.find(|user| user.id == user_id).unwrap();
        user.last_notification += 1;
        self.book.notifications.push(Notification {
            user_id,
            number: user.last_notification,
            kind: kind.into(),
            link: "/waiting".into(),
            case_id: None,
        });
    }

    /// What an answer says of a wish.
    fn told(&mut self, id: Uuid, digest: u64) -> ToldWish {
        let status = self.wish(id).status;
        let offers = self.book.offers.iter().filter(|offer| offer.wish_id == id);
        let offers = offers.map(|offer| (offer.id, offer.status)).collect();
        ToldWish {
            id,
            status,
            offers,
            digest,
        }
    }

    /// Joins the list.
    pub fn wait(&mut self, patient_id: Uuid, of: Result<Uuid, &str>) -> Uuid {
        let sent = self.attempt(patient_id, Action::Wait, None);
        let (id, now) = (self.id(), self.instant());
        self.book.wishes.push(Wish {
            id,
            patient_id,
            doctor_id: of.ok(),
            specialty: of.err().map(str::to_owned),
            weekdays: 0,
            day_parts: 0,
            earliest: now.date_naive(),
            latest: now.date_naive() + Days::new(60),
            reason: format!("Said under {}.", sent.key),
            status: WishStatus::Open,
            created_at: now,
            updated_at: now,
        });
        self.wrote(Some(patient_id), "wait", id);
        self.keeps(patient_id, &sent.key);
        let told = self.told(id, sent.op);
        self.acknowledge(sent, None, Some(told));
        id
    }

    /// Half an hour, in so many hours from the beginning, is held.
    pub fn offer(&mut self, wish_id: Uuid, doctor_id: Uuid, hours: i64) -> Uuid {
        let patient_id = self.wish(wish_id).patient_id;
        let (id, now, time) = (self.id(), self.instant(), span(hours));
        self.book.offers.push(Offer {
            id,
            wish_id,
            patient_id,
            doctor_id,
            starts_at: time.0,
            ends_at: time.1,
            held_until: time.0.min(now + HELD_FOR),
            status: OfferStatus::Open,
            appointment_id: None,
            created_at: now,
            updated_at: now,
        });
        self.wrote(None, "offer", id);
        self.tells(patient_id, "offer");
        id
    }

    fn turn(&mut self, id: Uuid, status: OfferStatus) -> Offer {
        let now = self.instant();
        let offer = self.offered(id);
        (offer.status, offer.updated_at) = (status, now);
        offer.clone()
    }

    fn close(&mut self, id: Uuid, status: WishStatus) {
        let now = self.instant();
        let wish = self.wish(id);
        (wish.status, wish.updated_at) = (status, now);
    }

    pub fn accept_offer(&mut self, id: Uuid) -> Uuid {
        let offer = self.offered(id).clone();
        let sent = self.attempt(offer.patient_id, Action::Take, Some(id));
        let reason = self.wish(offer.wish_id).reason.clone();
        let case_id = self.id();
        let people = (offer.patient_id, offer.doctor_id);
        let made = self.appointment(case_id, people, (offer.starts_at, offer.ends_at));
        let request = Tell::to(Status::Pending);
        // One transaction has one time: that of the step, whose id is made in between.
        self.write(made, Part::Patient, Action::Request, Some(reason), &request);
        self.turn(id, OfferStatus::Accepted);
        self.offered(id).appointment_id = Some(made);
        self.close(offer.wish_id, WishStatus::Fulfilled);
        self.keeps(offer.patient_id, &sent.key);
        let told = Told {
            id: made,
            case_id,
            status: Status::Pending,
            version: 1,
            digest: sent.op,
        };
        self.acknowledge(sent, Some(told), None);
        made
    }

    pub fn decline_offer(&mut self, id: Uuid) {
        let patient = self.offered(id).patient_id;
        let sent = self.attempt(patient, Action::Pass, Some(id));
        self.now += 20;
        let offer = self.turn(id, OfferStatus::Declined);
        self.wrote(Some(patient), "decline_offer", id);
        self.keeps(patient, &sent.key);
        let told = self.told(offer.wish_id, sent.op);
        self.acknowledge(sent, None, Some(told));
    }

    pub fn lapse(&mut self, id: Uuid) {
        let offer = self.turn(id, OfferStatus::Expired);
        self.tells(offer.patient_id, "offer_expired");
    }

    pub fn leave(&mut self, id: Uuid) {
        let patient = self.wish(id).patient_id;
        let sent = self.attempt(patient, Action::Leave, Some(id));
        self.now += 20;
        let held = self.book.offers.iter();
        let held = held.filter(|offer| (offer.wish_id, offer.status) == (id, OfferStatus::Open));
        for offer in held.map(|offer| offer.id).collect::<Vec<_>>() {
            self.turn(offer, OfferStatus::Withdrawn);
        }
        self.close(id, WishStatus::Removed);
        self.wish(id).reason.clear();
        self.wrote(Some(patient), "stop_waiting", id);
        self.acknowledge(sent, None, None);
    }

    /// A copy of an offer, under an id of its own, with its notice and its entry.
    pub fn offer_again(&mut self, of: &Offer) -> Offer {
        let id = self.id();
        self.wrote(None, "offer", id);
        self.tells(of.patient_id, "offer");
        let now = self.instant();
        Offer {
            id,
            created_at: now,
            held_until: now + TimeDelta::hours(1),
            updated_at: now,
            status: OfferStatus::Open,
            appointment_id: None,
            ..of.clone()
        }
    }
}
