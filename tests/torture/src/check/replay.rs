//! One step after the other, held against the table of actions.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::history::{Life, Stage, Taken, made_at};
use super::rules::{self, When};
use super::{Findings, Kind};
use crate::book::{Appointment, Book, Event};
use crate::words::{Action, Part, Status};

/// The appointments that referrals began, by the one that was referred.
fn by_origin(book: &Book) -> HashMap<Uuid, Vec<&Appointment>> {
    let mut found: HashMap<Uuid, Vec<&Appointment>> = HashMap::new();
    for row in &book.appointments {
        if let Some(origin) = row.referred_from {
            found.entry(origin).or_default().push(row);
        }
    }
    found
}

/// How all cases stand after the steps so far.
pub struct Replay<'a> {
    pub lives: HashMap<Uuid, Life<'a>>,
    referred: HashMap<Uuid, Vec<&'a Appointment>>,
    specialties: HashMap<Uuid, &'a str>,
    /// The doctors who have had a case.
    owners: HashMap<Uuid, HashSet<Uuid>>,
    /// How many live appointments a case has.
    live: HashMap<Uuid, i32>,
    /// The step before, of each case.
    last: HashMap<Uuid, &'a Event>,
}

impl<'a> Replay<'a> {
    pub fn of(book: &'a Book) -> Self {
        Self {
            lives: book
                .appointments
                .iter()
                .map(|row| {
                    (
                        row.id,
                        Life {
                            row,
                            stages: Vec::new(),
                        },
                    )
                })
                .collect(),
            referred: by_origin(book),
            specialties: book
                .doctors
                .iter()
                .map(|doctor| (doctor.user_id, doctor.specialty.as_str()))
                .collect(),
            owners: HashMap::new(),
            live: HashMap::new(),
            last: HashMap::new(),
        }
    }

    /// Takes a step; nothing where it can't be read.
    pub fn take(&mut self, event: &'a Event, findings: &mut Findings) -> Option<Taken<'a>> {
        let before = self.last.insert(event.case_id, event);
        let evidence: Vec<&Event> = before.into_iter().chain([event]).collect();
        let illegal = |findings: &mut Findings, holds: bool, why: &str| {
            findings.hold(
                holds,
                Kind::Illegal,
                || format!("case {}: {why}", event.case_id),
                &evidence,
            );
        };
        let action = Action::ALL
            .into_iter()
            .find(|action| action.word() == event.action);
        let row = self.lives.get(&event.appointment_id).map(|life| life.row);
        illegal(
            findings,
            action.is_some() && row.is_some(),
            "an unknown action or appointment",
        );
        let (action, row) = (action?, row?);
        illegal(
            findings,
            row.case_id == event.case_id,
            "a step of another case's appointment",
        );
        if let Some(before) = before {
            illegal(
                findings,
                before.at <= event.at,
                "a step that was before the one before it",
            );
        }
        let actor = match event.actor_role {
            Part::Patient => Some(row.patient_id),
            Part::Doctor => Some(row.doctor_id),
            Part::System => None,
        };
        illegal(
            findings,
            event.actor_id == actor,
            "a step of somebody whose appointment it isn't",
        );
        let from = self.lives.get(&row.id)?.status();
        illegal(
            findings,
            event.from_status == from,
            &format!("a step that is not from {from:?}"),
        );
        let leads = rules::step(action, event.actor_role, from);
        illegal(
            findings,
            leads.is_some_and(|(to, _)| to == event.to_status),
            &format!(
                "{action:?} by {:?} does not lead from {from:?} to {:?}",
                event.actor_role, event.to_status
            ),
        );
        let in_time = match leads.map(|(_, when)| when) {
            Some(When::Before) => event.at < row.starts_at,
            Some(When::Since) => event.at >= row.starts_at,
            _ => true,
        };
        illegal(
            findings,
            in_time,
            &format!(
                "{action:?} at the wrong time for a start at {}",
                row.starts_at
            ),
        );
        self.enter(row, event.to_status, event);
        let began = (action == Action::Refer)
            .then(|| self.refer(row, event, findings))
            .flatten();
        let live = self.live.get(&row.case_id).copied().unwrap_or_default();
        illegal(findings, live <= 1, "two live owners of one case");
        let version = i64::try_from(self.lives.get(&row.id)?.stages.len()).ok()?;
        Some(Taken {
            event,
            action,
            row,
            began,
            version,
        })
    }

    /// The appointment is of this status from now on.
    fn enter(&mut self, row: &'a Appointment, status: Status, event: &Event) {
        let Some(life) = self.lives.get_mut(&row.id) else {
            return;
        };
        let live = self.live.entry(row.case_id).or_default();
        *live -= i32::from(life.status().is_some_and(Status::is_live));
        *live += i32::from(status.is_live());
        life.stages.push(Stage {
            since: made_at(event.id),
            status,
        });
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
        findings.hold(
            next.len() == 1,
            Kind::Illegal,
            || {
                format!(
                    "case {}: a referral that began {} appointments",
                    from.case_id,
                    next.len()
                )
            },
            &[event],
        );
        let next = next.first().copied()?;
        let specialty = |row: &Appointment| self.specialties.get(&row.doctor_id).copied();
        let fits = next.case_id == from.case_id
            && next.patient_id == from.patient_id
            && specialty(next).is_some()
            && specialty(next) == specialty(from);
        let had = self
            .owners
            .get(&from.case_id)
            .is_some_and(|had| had.contains(&next.doctor_id));
        let fresh = self
            .lives
            .get(&next.id)
            .is_some_and(|life| life.stages.is_empty());
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
        self.enter(next, Status::Pending, event);
        Some(next)
    }
}
