//! One step after the other, held against the table of actions.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::history::{Life, Span, Stage, Taken, made_at};
use super::rules::{self, ANSWER_WITHIN, Place, When};
use super::{Findings, Kind};
use crate::book::{Appointment, Book, Event};
use crate::words::{Action, Part, Status};

/// How all cases stand after the steps so far.
pub struct Replay<'a> {
    pub lives: HashMap<Uuid, Life<'a>>,
    /// The time that an appointment had at first.
    first_times: HashMap<Uuid, Span>,
    /// The appointments that referrals began, by the one that was referred.
    pub(super) referred: HashMap<Uuid, Vec<&'a Appointment>>,
    pub(super) specialties: HashMap<Uuid, &'a str>,
    /// The doctors who have had a case.
    pub(super) owners: HashMap<Uuid, HashSet<Uuid>>,
    /// A case's appointments.
    pub(super) cases: HashMap<Uuid, Vec<&'a Appointment>>,
    /// The step before, of each case.
    last: HashMap<Uuid, &'a Event>,
    /// The half of a move that the system has just ended: the next step of the case says why.
    pub(super) ended: HashMap<Uuid, (Place, &'a Appointment, &'a Event)>,
}

impl<'a> Replay<'a> {
    pub fn of(book: &'a Book) -> Self {
        let mut replay = Self {
            lives: HashMap::new(),
            first_times: HashMap::new(),
            referred: HashMap::new(),
            specialties: HashMap::new(),
            owners: HashMap::new(),
            cases: HashMap::new(),
            last: HashMap::new(),
            ended: HashMap::new(),
        };
        for doctor in &book.doctors {
            let specialty = doctor.specialty.as_str();
            replay.specialties.insert(doctor.user_id, specialty);
        }
        for row in &book.appointments {
            let stages = Vec::new();
            replay.lives.insert(row.id, Life { row, stages });
            replay.cases.entry(row.case_id).or_default().push(row);
            if let Some(origin) = row.referred_from {
                replay.referred.entry(origin).or_default().push(row);
            }
        }
        for event in &book.events {
            if let (true, Some(time)) = (event.action == Action::Suggest.word(), was(event)) {
                replay
                    .first_times
                    .entry(event.appointment_id)
                    .or_insert(time);
            }
        }
        replay
    }

    /// Takes a step; nothing where it can't be read.
    pub fn take(&mut self, event: &'a Event, findings: &mut Findings) -> Option<Taken<'a>> {
        let last = self.last.insert(event.case_id, event);
        let evidence: Vec<&Event> = last.into_iter().chain([event]).collect();
        let mut legal = |holds: bool, why: &str| {
            let what = || format!("case {}: {why}", event.case_id);
            findings.hold(holds, Kind::Illegal, what, &evidence);
        };
        let known = |action: &Action| action.word() == event.action;
        let action = Action::ALL.into_iter().find(known);
        let life = self.lives.get(&event.appointment_id);
        legal(
            action.is_some() && life.is_some(),
            "an unknown action or appointment",
        );
        let (action, life) = (action?, life?);
        let (row, from, version) = (life.row, life.status(), life.version());
        legal(
            row.case_id == event.case_id,
            "a step of another case's appointment",
        );
        let orderly = last.is_none_or(|last| last.at <= event.at);
        legal(orderly, "a step that was before the one before it");
        let actor = match event.actor_role {
            Part::Patient => Some(row.patient_id),
            Part::Doctor => Some(row.doctor_id),
            Part::System => None,
        };
        legal(
            event.actor_id == actor,
            "a step of somebody whose appointment it isn't",
        );
        legal(event.from_status == from, "a step from what was not so");

        let place = self.place(row);
        let leads = rules::step(action, event.actor_role, from, place);
        let so = leads.is_some_and(|(to, _)| to == event.to_status);
        legal(
            so,
            &format!("{action:?} does not lead from {from:?} there, {place:?}"),
        );
        let stage = life.stages.last();
        let time = stage.map_or_else(|| self.first_time(row), |stage| stage.time);
        let deadline = stage
            .filter(|stage| stage.status.is_waiting())
            .map_or(time.0, |stage| stage.due.min(time.0));
        let in_time = match leads.map(|(_, when)| when) {
            Some(When::Before) => event.at < time.0,
            Some(When::InTime) => event.at < deadline,
            Some(When::Late) => event.at >= deadline,
            Some(When::Since) => event.at >= time.0,
            Some(When::Always) | None => true,
        };
        legal(
            in_time,
            &format!("the wrong moment: it starts at {}, due {deadline}", time.0),
        );
        let said = match action {
            Action::Suggest => {
                was(event) == Some(time) && becomes(event).is_some_and(|next| next.0 != time.0)
            }
            Action::Move => becomes(event) == Some(time),
            // Only a referral to another time says so.
            Action::Refer => {
                let next = self.referred.get(&row.id).and_then(|next| next.first());
                let next = next.map(|next| self.first_time(next));
                let other = next.filter(|next| next.0 != time.0);
                (was(event), becomes(event)) == (other.map(|_| time), other)
            }
            _ => was(event).is_none() && becomes(event).is_none(),
        };
        legal(said, "times that are not so");

        let taken = self.with_other(event, action, row, place, findings);
        let time = match action {
            Action::Suggest => becomes(event).unwrap_or(time),
            _ => time,
        };
        self.enter(row, event, event.to_status, time);
        let (next, before) = match action {
            Action::Refer => (self.refer(row, event, findings), version),
            Action::Move => (None, self.moved(row, event, findings)),
            _ => (None, version),
        };
        self.one_owner(row.case_id, event, findings);
        let version = version + 1;
        Some(Taken {
            next,
            version,
            before,
            ..taken
        })
    }

    /// The time that an appointment begins with.
    fn first_time(&self, row: &Appointment) -> Span {
        let first = self.first_times.get(&row.id);
        first.copied().unwrap_or((row.starts_at, row.ends_at))
    }

    /// The appointment is of this status, and at this time, from now on.
    fn enter(&mut self, row: &'a Appointment, event: &Event, status: Status, time: Span) {
        // In a move an answer is due before the earlier time comes.
        let earlier = row
            .moved_from
            .and_then(|id| self.lives.get(&id)?.stages.last());
        let earlier = earlier.filter(|stage| stage.status.is_live());
        let due = due(event.at, time.0);
        let due = earlier.map_or(due, |stage| due.min(stage.time.0));
        if let Some(life) = self.lives.get_mut(&row.id) {
            life.stages.push(Stage {
                since: made_at(event.id),
                at: event.at,
                status,
                time,
                due,
            });
        }
        self.owners
            .entry(row.case_id)
            .or_default()
            .insert(row.doctor_id);
    }

    /// A referral begins one appointment, of a colleague who has not had the case.
    fn refer(
        &mut self,
        from: &'a Appointment,
        event: &'a Event,
        findings: &mut Findings,
    ) -> Option<&'a Appointment> {
        let next = self.referred.get(&from.id).cloned().unwrap_or_default();
        let one = next.len() == 1;
        let what = || {
            format!(
                "case {}: a referral that began {}",
                from.case_id,
                next.len()
            )
        };
        findings.hold(one, Kind::Illegal, what, &[event]);
        let next = next.first().copied()?;
        let specialty = |row: &Appointment| self.specialties.get(&row.doctor_id).copied();
        let fits = next.case_id == from.case_id
            && next.patient_id == from.patient_id
            && specialty(next).is_some()
            && specialty(next) == specialty(from);
        let owners = self.owners.get(&from.case_id);
        let had = owners.is_some_and(|had| had.contains(&next.doctor_id));
        let life = self.lives.get(&next.id);
        let fresh = life.is_some_and(|life| life.stages.is_empty());
        findings.hold(
            fits && !had && fresh,
            Kind::Illegal,
            || {
                format!(
                    "case {}: a referral to a colleague who can't have it",
                    from.case_id
                )
            },
            &[format!("{event:?}"), format!("{next:?}")],
        );
        let time = self.first_time(next);
        self.enter(next, event, Status::Pending, time);
        Some(next)
    }
}

/// By when what is asked now is answered.
pub fn due(asked: DateTime<Utc>, starts_at: DateTime<Utc>) -> DateTime<Utc> {
    starts_at.min(asked + ANSWER_WITHIN)
}

/// The time before a step that is about times.
pub fn was(event: &Event) -> Option<Span> {
    event.was_from.zip(event.was_until)
}

/// The time after it.
pub fn becomes(event: &Event) -> Option<Span> {
    event.now_from.zip(event.now_until)
}
