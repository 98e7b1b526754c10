//! What people do in a tale, and the whole tale.

use uuid::Uuid;

use super::tale::{ANA, BEN, DR_ONE, DR_OTHER, DR_TWO, Tale, Tell, span};
use crate::check::history::Span;
use crate::check::rules::{Place, step};
use crate::words::{Action, Part, Status};

// The things of `Tale::whole`, in their order.
pub const ACCEPT: u64 = 1;
pub const REFER: u64 = 3;
pub const CANCEL: u64 = 7;
pub const COMPLETE: u64 = 8;

impl Tale {
    /// Something of everything.
    pub fn whole() -> Self {
        let mut tale = Self::begin();
        let first = tale.request(ANA, DR_ONE, 24);
        tale.act(first, Part::Doctor, Action::Accept);
        let second = tale.request(BEN, DR_ONE, 25);
        let third = tale.refer(second, DR_TWO);
        let tell = Tell {
            word_back: true,
            ..Tell::to(Status::Declined)
        };
        tale.done(third, Part::Doctor, Action::Decline, tell);
        let fourth = tale.request(BEN, DR_OTHER, 25);
        tale.act(fourth, Part::Doctor, Action::Accept);
        tale.act(fourth, Part::Patient, Action::Cancel);
        tale.pass(26);
        tale.act(first, Part::Doctor, Action::Complete);
        // Another time is suggested, and agreed to; then the patient moves it.
        let fifth = tale.request(BEN, DR_ONE, 60);
        tale.suggest(fifth, 62);
        tale.act(fifth, Part::Patient, Action::Agree);
        let sixth = tale.move_to(fifth, 64);
        tale.accept_later(sixth, fifth);
        // A move goes on alone when what it was to replace is declined.
        let seventh = tale.request(ANA, DR_TWO, 70);
        let eighth = tale.move_to(seventh, 71);
        let tell = Tell {
            place: Place::Earlier,
            other: Some(eighth),
            ..Tell::to(Status::Declined)
        };
        tale.done(seventh, Part::Doctor, Action::Decline, tell);
        let due = tale.row(eighth).starts_at;
        tale.row(eighth).answer_by = due;
        // Nobody answers.
        let ninth = tale.request(ANA, DR_OTHER, 40);
        tale.pass(20);
        tale.write(
            ninth,
            Part::System,
            Action::Expire,
            None,
            &Tell::to(Status::Expired),
        );
        tale.request(ANA, DR_TWO, 90);
        tale
    }

    /// Asks for a time in so many hours from the beginning.
    pub fn request(&mut self, patient: Uuid, doctor: Uuid, hours: i64) -> Uuid {
        let case_id = self.id();
        let id = self.appointment(case_id, (patient, doctor), span(hours));
        self.done(
            id,
            Part::Patient,
            Action::Request,
            Tell::to(Status::Pending),
        );
        id
    }

    /// An action on something that stands alone.
    pub fn act(&mut self, id: Uuid, by: Part, action: Action) {
        let from = Some(self.row(id).status);
        let (to, _) = step(action, by, from, Place::Alone).unwrap();
        self.done(id, by, action, Tell::to(to));
    }

    /// A referral to a colleague, at the same time.
    pub fn refer(&mut self, id: Uuid, colleague: Uuid) -> Uuid {
        let old = self.row(id);
        let time = (old.starts_at, old.ends_at);
        self.refer_to(id, colleague, time)
    }

    /// Likewise, to a time that may be another.
    pub fn refer_to(&mut self, id: Uuid, colleague: Uuid, time: Span) -> Uuid {
        let old = self.row(id).clone();
        let was = (old.starts_at, old.ends_at);
        let next = self.appointment(old.case_id, (old.patient_id, colleague), time);
        self.row(next).referred_from = Some(id);
        self.row(next).version = 1;
        let tell = Tell {
            next: Some(next),
            times: (time.0 != was.0).then_some((was, time)),
            ..Tell::to(Status::Referred)
        };
        self.done(id, Part::Doctor, Action::Refer, tell);
        next
    }

    pub fn suggest(&mut self, id: Uuid, hours: i64) {
        let (time, due) = (span(hours), self.due(span(hours)));
        let row = self.row(id);
        let was = (row.starts_at, row.ends_at);
        (row.starts_at, row.ends_at, row.answer_by) = (time.0, time.1, due);
        let tell = Tell {
            times: Some((was, time)),
            ..Tell::to(Status::Proposed)
        };
        self.done(id, Part::Doctor, Action::Suggest, tell);
    }

    /// Asks for another time in place of this.
    pub fn move_to(&mut self, id: Uuid, hours: i64) -> Uuid {
        let old = self.row(id).clone();
        let people = (old.patient_id, old.doctor_id);
        let later = self.appointment(old.case_id, people, span(hours));
        let row = self.row(later);
        row.moved_from = Some(id);
        row.answer_by = row.answer_by.min(old.starts_at);
        let tell = Tell {
            times: Some(((old.starts_at, old.ends_at), span(hours))),
            ..Tell::to(Status::Pending)
        };
        self.done(later, Part::Patient, Action::Move, tell);
        later
    }

    /// Accepts the later half: the earlier one ends with it, in the same transaction.
    pub fn accept_later(&mut self, later: Uuid, earlier: Uuid) {
        let tell = Tell::to(Status::Cancelled);
        let why = Some("Moved.".to_owned());
        self.write(earlier, Part::System, Action::Cancel, why, &tell);
        self.row(earlier).moved_to = Some(later);
        let tell = Tell {
            place: Place::Later,
            other: Some(earlier),
            ..Tell::to(Status::Accepted)
        };
        self.done(later, Part::Doctor, Action::Accept, tell);
        // One transaction has one time.
        let events = self.book.events.len();
        self.book.events[events - 2].at = self.book.events[events - 1].at;
    }
}
