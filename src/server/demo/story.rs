//! From a visit to its rows: the appointment, the steps of its case, and who was told what.

use chrono::TimeDelta;
use uuid::Uuid;

use super::answers;
use super::book::waking;
use super::dice::{Dice, Ids};
use super::people::INES;
use super::steps::{doctor_name, place, text};
use super::visits::{Course, Visit};
use super::world::World;
use crate::appointments::entity::{appointment, event, referral};
use crate::appointments::model::{Action, Part, Status};
use crate::availability::slots::Slot;
use crate::notifications::entity as notification;
use crate::notifications::model::Kind;
use crate::texts::InEach;
use crate::time::Instant;

/// What a notification is read within, when its recipient has looked since.
const READ_AFTER: TimeDelta = TimeDelta::hours(36);

/// All rows that visits leave behind.
#[derive(Default)]
pub struct Rows {
    pub appointments: Vec<appointment::Model>,
    pub referrals: Vec<referral::Model>,
    pub events: Vec<event::Model>,
    /// In the order of each recipient's numbers.
    pub notifications: Vec<notification::Model>,
}

/// Tells the story of every visit.
pub fn tell(world: &World, visits: &[Visit], ids: &mut Ids) -> Rows {
    let mut teller = Teller {
        world,
        dice: Dice::new(1),
        ids,
        rows: Rows::default(),
    };
    for visit in visits {
        teller.visit(visit);
    }
    let mut rows = teller.rows;
    // Ids rise with time, and so do each recipient's numbers.
    rows.events.sort_by_key(|event| event.at);
    rows.events
        .iter_mut()
        .for_each(|event| event.id = ids.next());
    rows.notifications
        .sort_by_key(|told| (told.user_id, told.created_at));
    let mut last = (Uuid::nil(), 0);
    for told in &mut rows.notifications {
        last = if last.0 == told.user_id {
            (last.0, last.1 + 1)
        } else {
            (told.user_id, 1)
        };
        told.number = last.1;
        told.id = ids.next();
        told.read_at = Some(told.created_at + TimeDelta::hours(2))
            .filter(|_| told.created_at + READ_AFTER < world.now);
    }
    rows
}

/// Tells one story after the other.
pub struct Teller<'a> {
    pub world: &'a World,
    pub dice: Dice,
    pub ids: &'a mut Ids,
    pub rows: Rows,
}

impl Teller<'_> {
    fn visit(&mut self, visit: &Visit) {
        let case_id = self.ids.next();
        let row = match visit.first {
            Some((first, slot)) => self.refer(visit, case_id, first, slot),
            None => {
                let asked = match (visit.course, visit.other) {
                    (Course::Proposed, Some(other)) => other,
                    _ => visit.slot,
                };
                let row = self.row(visit, visit.doctor, asked, case_id, visit.asked_at);
                self.asked(&row);
                row
            }
        };
        let row = self.course(visit, row);
        self.word_back(&row);
        self.rows.appointments.push(row);
    }

    fn asked(&mut self, row: &appointment::Model) {
        let at = row.created_at;
        self.step(
            row,
            at,
            Part::Patient,
            Action::Request,
            None,
            Status::Pending,
            Some(row.reason.clone()),
        );
        let patient = self.patient_name(row);
        let words = InEach::say(|| {
            let title = ts!("notifications-asked", patient = patient);
            (title, [&row.local().in_words(), ". ", &row.reason].concat())
        });
        self.notify(row, row.doctor_id, at, Kind::Requested, words);
    }

    /// The first doctor passes it on. Answers the appointment that continues the case.
    fn refer(
        &mut self,
        visit: &Visit,
        case_id: Uuid,
        first: usize,
        slot: Slot,
    ) -> appointment::Model {
        let world = self.world;
        let mut old = self.row(visit, first, slot, case_id, visit.asked_at);
        self.asked(&old);
        let at = (old.created_at + self.dice.hours(1, 3)).min(world.now - TimeDelta::minutes(90));
        let reason = match visit.doctor {
            INES => "Ines runs the rhythm clinic and can do a Holter the same day.",
            _ => self.dice.pick(&answers::REFERRALS),
        };
        self.turn(&mut old, at, Status::Referred);
        let (pending, referred) = (Some(Status::Pending), Status::Referred);
        self.step(
            &old,
            at,
            Part::Doctor,
            Action::Refer,
            pending,
            referred,
            Some(reason.to_owned()),
        );
        let mut next = self.row(visit, visit.doctor, visit.slot, case_id, at);
        next.referred_from = Some(old.id);
        next.urgent = visit.course == Course::Pending;
        let note = next.urgent.then(|| answers::REFERRAL_NOTE.to_owned());
        self.rows.referrals.push(referral::Model {
            case_id,
            doctor_id: next.doctor_id,
            from_id: old.id,
            referrer_id: old.doctor_id,
            urgent: next.urgent,
            reason: reason.to_owned(),
            note,
            advice: None,
            created_at: at,
            answered_at: None,
        });
        let (from, to) = (doctor_name(world, first), doctor_name(world, visit.doctor));
        let words = InEach::say(|| {
            let title = ts!("notifications-referred", from = from, to = to);
            (title, [&next.local().in_words(), ". ", reason].concat())
        });
        self.notify(&next, next.patient_id, at, Kind::Referred, words);
        let patient = self.patient_name(&next);
        let words = InEach::say(|| {
            let title = if next.urgent {
                ts!(
                    "notifications-refers-urgent",
                    colleague = from,
                    patient = patient
                )
            } else {
                ts!("notifications-refers", colleague = from, patient = patient)
            };
            (
                title,
                [&next.local().in_words(), ". ", &next.reason].concat(),
            )
        });
        self.notify(&next, next.doctor_id, at, Kind::Requested, words);
        self.rows.appointments.push(old);
        next
    }

    /// Whoever referred it is told of the first answer.
    fn word_back(&mut self, row: &appointment::Model) {
        let mut events = self.rows.events.iter();
        let answer = events.find(|event| event.appointment_id == row.id);
        let mut referrals = self.rows.referrals.iter_mut();
        let referral = referrals.find(|referral| {
            (referral.case_id, referral.doctor_id) == (row.case_id, row.doctor_id)
        });
        let (Some(answer), Some(referral)) = (answer, referral) else {
            return;
        };
        referral.answered_at = Some(answer.at);
        let (at, declined) = (answer.at, answer.action == Action::Decline.as_str());
        let (referrer, old) = (referral.referrer_id, referral.from_id);
        let mut doctors = self.world.doctors.iter();
        let doctor = doctors.find(|doctor| doctor.id == row.doctor_id);
        let doctor = doctor.map_or("", |doctor| doctor.person.name);
        let patient = self.patient_name(row);
        let words = InEach::say(|| {
            let title = if declined {
                ts!(
                    "notifications-outcome-declined",
                    doctor = doctor,
                    patient = patient
                )
            } else {
                ts!(
                    "notifications-outcome-accepted",
                    doctor = doctor,
                    patient = patient
                )
            };
            (title, row.reason.clone())
        });
        let theirs = appointment::Model {
            id: old,
            ..row.clone()
        };
        self.notify(&theirs, referrer, at, Kind::ReferralOutcome, words);
    }

    /// What becomes of it.
    fn course(&mut self, visit: &Visit, mut row: appointment::Model) -> appointment::Model {
        let now = self.world.now;
        let recent = if row.starts_at > now {
            now - TimeDelta::minutes(20)
        } else {
            row.starts_at - TimeDelta::hours(1)
        };
        let answered = (row.created_at + self.dice.soon(44)).min(recent);
        let zone = self.world.doctors[visit.doctor].zone;
        let answered = waking(answered, zone).max(row.created_at + TimeDelta::minutes(5));
        let later = answered + (recent - answered).max(TimeDelta::zero()) / 2;
        match visit.course {
            Course::Pending => {}
            Course::Proposed => self.propose(visit, &mut row, answered),
            Course::Accepted => self.accept(visit, &mut row, answered),
            Course::Declined => {
                let reason = self.dice.pick(&answers::DECLINES);
                self.end(
                    &mut row,
                    answered,
                    Part::Doctor,
                    Action::Decline,
                    Status::Declined,
                    reason,
                );
            }
            Course::CancelledByPatient => {
                self.accept(visit, &mut row, answered);
                let reason = self.dice.pick(&answers::PATIENT_CANCELS);
                self.end(
                    &mut row,
                    later,
                    Part::Patient,
                    Action::Cancel,
                    Status::Cancelled,
                    reason,
                );
            }
            Course::CancelledByDoctor => {
                self.accept(visit, &mut row, answered);
                let reason = self.dice.pick(&answers::DOCTOR_CANCELS);
                self.end(
                    &mut row,
                    later,
                    Part::Doctor,
                    Action::Cancel,
                    Status::Cancelled,
                    reason,
                );
            }
            Course::Completed => {
                self.accept(visit, &mut row, answered);
                let doctor = doctor_name(self.world, visit.doctor);
                let title = || ts!("notifications-completed", doctor = doctor);
                self.close(
                    &mut row,
                    Action::Complete,
                    Status::Completed,
                    Kind::Completed,
                    title,
                );
            }
            Course::NoShow => {
                self.accept(visit, &mut row, answered);
                let doctor = doctor_name(self.world, visit.doctor);
                let title = || ts!("notifications-no-show", doctor = doctor);
                self.close(
                    &mut row,
                    Action::NoShow,
                    Status::NoShow,
                    Kind::NoShow,
                    title,
                );
            }
            Course::Expired => self.expire(visit, &mut row),
            Course::Moving | Course::Moved => {
                self.accept(visit, &mut row, answered);
                let asked = later.max(now - TimeDelta::hours(20));
                if let Some(mut new) = self.move_on(visit, &row, asked) {
                    if visit.course == Course::Moved {
                        self.moved(visit, &mut row, &mut new, recent);
                    }
                    self.rows.appointments.push(row);
                    return new;
                }
            }
        }
        row
    }

    pub fn accept(&mut self, visit: &Visit, row: &mut appointment::Model, at: Instant) {
        let note = text(self.dice.pick(&answers::NOTES));
        place(&self.world.doctors[visit.doctor], row);
        row.note.clone_from(&note);
        self.turn(row, at, Status::Accepted);
        self.step(
            row,
            at,
            Part::Doctor,
            Action::Accept,
            Some(Status::Pending),
            Status::Accepted,
            note,
        );
        let doctor = doctor_name(self.world, visit.doctor);
        let words = InEach::say(|| {
            let title = ts!("notifications-accepted", doctor = doctor);
            (title, row.local().at_length())
        });
        self.notify(row, row.patient_id, at, Kind::Accepted, words);
    }

    /// A no, or a change of mind, of which the other side is told.
    fn end(
        &mut self,
        row: &mut appointment::Model,
        at: Instant,
        by: Part,
        action: Action,
        to: Status,
        reason: &str,
    ) {
        let from = Status::parse(&row.status);
        self.turn(row, at, to);
        self.step(row, at, by, action, from, to, text(reason));
        let doctor = self
            .world
            .doctors
            .iter()
            .find(|doctor| doctor.id == row.doctor_id);
        let doctor = doctor.map_or("", |doctor| doctor.person.name);
        let patient = self.patient_name(row);
        let (whom, kind) = match (by, to) {
            (_, Status::Declined) => (row.patient_id, Kind::Declined),
            (Part::Patient, _) => (row.doctor_id, Kind::Cancelled),
            _ => (row.patient_id, Kind::Cancelled),
        };
        let words = InEach::say(|| {
            let why = if reason.is_empty() {
                row.local().in_words()
            } else {
                [&row.local().in_words(), ". ", reason].concat()
            };
            match (by, to) {
                (_, Status::Declined) => (
                    ts!("notifications-declined", doctor = doctor),
                    reason.to_owned(),
                ),
                (Part::Patient, _) => (
                    ts!("notifications-cancelled-by-patient", patient = patient),
                    why,
                ),
                _ => (
                    ts!("notifications-cancelled-by-doctor", doctor = doctor),
                    why,
                ),
            }
        });
        self.notify(row, whom, at, kind, words);
    }

    /// The time is over, and the doctor notes how it went.
    fn close(
        &mut self,
        row: &mut appointment::Model,
        action: Action,
        to: Status,
        kind: Kind,
        title: impl Fn() -> String,
    ) {
        let at = (row.ends_at + TimeDelta::minutes(5)).min(self.world.now);
        self.turn(row, at, to);
        self.step(
            row,
            at,
            Part::Doctor,
            action,
            Some(Status::Accepted),
            to,
            None,
        );
        let words = InEach::say(|| (title(), row.local().long_day()));
        self.notify(row, row.patient_id, at, kind, words);
    }
}
