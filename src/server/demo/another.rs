//! Other times in a story: one that the doctor suggests, one that the patient asks for, and what
//! nobody answers.

use chrono::TimeDelta;

use super::steps::{answer_by, doctor_name, place};
use super::story::Teller;
use super::visits::Visit;
use crate::appointments::entity::appointment;
use crate::appointments::model::{Action, Part, Status};
use crate::notifications::model::Kind;
use crate::texts::InEach;
use crate::time::Instant;

impl Teller<'_> {
    /// The doctor suggests the time of the visit in place of the one that was asked for.
    pub fn propose(&mut self, visit: &Visit, row: &mut appointment::Model, at: Instant) {
        let before = row.clone();
        row.clinic_id = Some(visit.slot.clinic_id);
        row.starts_at = visit.slot.span.starts_at;
        row.ends_at = visit.slot.span.ends_at;
        row.answer_by = answer_by(at, row.starts_at);
        place(&self.world.doctors[visit.doctor], row);
        self.turn(row, at, Status::Proposed);
        let (from, to) = (Some(Status::Pending), Status::Proposed);
        self.step(row, at, Part::Doctor, Action::Suggest, from, to, None);
        self.times(&before, row);
        let doctor = doctor_name(self.world, visit.doctor);
        let words = InEach::say(|| {
            let (when, was) = (row.local().in_words(), before.local().briefly());
            (
                ts!("notifications-suggested", doctor = doctor),
                ts!("notifications-suggested-body", when = when, was = was),
            )
        });
        self.notify(row, row.patient_id, at, Kind::Proposed, words);
    }

    /// The patient asks for the other time of the visit, in place of an accepted one. Answers the
    /// new request.
    pub fn move_on(
        &mut self,
        visit: &Visit,
        old: &appointment::Model,
        at: Instant,
    ) -> Option<appointment::Model> {
        let slot = visit.other?;
        let mut row = self.row(visit, visit.doctor, slot, old.case_id, at);
        row.moved_from = Some(old.id);
        row.answer_by = row.answer_by.min(old.starts_at);
        let reason = Some("I have to work then.".to_owned());
        self.step(
            &row,
            at,
            Part::Patient,
            Action::Move,
            None,
            Status::Pending,
            reason,
        );
        self.times(old, &row);
        let patient = self.patient_name(&row);
        let words = InEach::say(|| {
            let body = ts!(
                "notifications-move-body",
                other = old.local().briefly(),
                when = row.local().in_words()
            );
            (
                ts!("notifications-move", patient = patient),
                [&body, " I have to work then."].concat(),
            )
        });
        self.notify(&row, row.doctor_id, at, Kind::Moved, words);
        Some(row)
    }

    /// The doctor accepts the time that was asked for in place of `old`, which is free again.
    pub fn moved(
        &mut self,
        visit: &Visit,
        old: &mut appointment::Model,
        new: &mut appointment::Model,
        at: Instant,
    ) {
        old.moved_to = Some(new.id);
        self.turn(old, at, Status::Cancelled);
        let (from, to) = (Some(Status::Accepted), Status::Cancelled);
        let why = InEach::say(|| ts!("notifications-ended-moved", when = new.local().in_words()));
        let reason = Some(why.english().clone());
        self.step(old, at, Part::System, Action::Cancel, from, to, reason);
        if let Some(step) = self.rows.events.last_mut() {
            step.other_languages = Some(why.others());
        }
        self.accept(visit, new, at + TimeDelta::milliseconds(1));
    }

    /// Nobody answers.
    pub fn expire(&mut self, visit: &Visit, row: &mut appointment::Model) {
        let at = row.answer_by;
        self.turn(row, at, Status::Expired);
        let (from, to) = (Some(Status::Pending), Status::Expired);
        self.step(row, at, Part::System, Action::Expire, from, to, None);
        let doctor = doctor_name(self.world, visit.doctor);
        let words = InEach::say(|| {
            let advice = ts!("notifications-expired-asked-advice");
            (
                ts!("notifications-expired-asked", doctor = doctor),
                [&row.local().in_words(), ". ", &advice].concat(),
            )
        });
        self.notify(row, row.patient_id, at, Kind::Expired, words);
        let patient = self.patient_name(row);
        let words = InEach::say(|| {
            let title = ts!("notifications-expired-request", patient = patient);
            (title, row.local().in_words())
        });
        self.notify(row, row.doctor_id, at, Kind::Expired, words);
    }

    /// The step just taken is about these two times.
    fn times(&mut self, before: &appointment::Model, after: &appointment::Model) {
        if let Some(step) = self.rows.events.last_mut() {
            step.was_from = Some(before.starts_at);
            step.was_until = Some(before.ends_at);
            step.now_from = Some(after.starts_at);
            step.now_until = Some(after.ends_at);
        }
    }
}
