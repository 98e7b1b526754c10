//! A few doctors, patients and times, and the cases among them: what the service does with the
//! rules, without all else that it does.

use chrono::{TimeDelta, TimeZone, Utc};

use super::cast::{Command, Notice, Person, Taken, Visit, Who};
use crate::appointments::model::{Action, Part, Status};
use crate::appointments::rules::{
    Effect, Moving, Standing, Terms, answer_by, effect, told, transition,
};
use crate::time::Instant;

/// All of one specialty.
pub const DOCTORS: usize = 4;
pub const PATIENTS: usize = 3;
/// How many times to come there are to ask for. Neighbours overlap.
pub const TIMES: i32 = 40;

/// Among how many of the latest appointments something is tried: what is old is over.
const LATEST: usize = 6;

fn within() -> TimeDelta {
    TimeDelta::hours(48)
}

#[derive(Clone, Debug)]
pub struct World {
    pub now: Instant,
    pub visits: Vec<Visit>,
}

impl World {
    pub fn new() -> Self {
        Self {
            now: Utc.timestamp_opt(0, 0).unwrap(),
            visits: Vec::new(),
        }
    }

    pub fn terms(&self) -> Terms {
        Terms {
            now: self.now,
            cancel_notice: TimeDelta::hours(4),
        }
    }

    /// When a time begins; the first is now, too late for anybody.
    fn at(&self, time: i32) -> Instant {
        self.now + TimeDelta::hours(2) * time
    }

    /// Plays one, or refuses it and leaves everything as it is.
    pub fn play(&mut self, command: &Command) -> Option<Taken> {
        match *command {
            Command::Pass(hours) => {
                self.now += TimeDelta::hours(hours);
                None
            }
            Command::Request {
                patient,
                doctor,
                time,
            } => self.request(patient, doctor, self.at(time)),
            Command::Act {
                who,
                action,
                which,
                doctor,
                time,
            } => {
                let which = which.checked_rem(self.visits.len().min(LATEST))?;
                let which = self.visits.len() - 1 - which;
                let visit = &self.visits[which];
                let who = match who {
                    Who::ItsDoctor => Person::Doctor(visit.doctor),
                    Who::ItsPatient => Person::Patient(visit.patient),
                    Who::System => Person::Nobody,
                    Who::Other(person) => person,
                };
                self.act(who, action, which, doctor, self.at(time))
            }
        }
    }

    fn request(&mut self, patient: usize, doctor: usize, starts_at: Instant) -> Option<Taken> {
        let case = self.visits.len();
        self.is_free(case, doctor, patient, starts_at)?;
        let which = self.begin(case, doctor, patient, starts_at);
        let notices = self.told(Action::Request, Part::Patient, Moving::Not, which);
        Some(Taken {
            who: Person::Patient(patient),
            by: Part::Patient,
            action: Action::Request,
            which,
            moving: Moving::Not,
            notices,
            changed: vec![(Action::Request, Part::Patient, None, Status::Pending)],
        })
    }

    /// Somebody tries something: what is not theirs, or not allowed, is refused.
    pub fn act(
        &mut self,
        who: Person,
        action: Action,
        which: usize,
        colleague: usize,
        time: Instant,
    ) -> Option<Taken> {
        let visit = self.visits[which].clone();
        let by = match who {
            Person::Patient(n) if n == visit.patient => Part::Patient,
            Person::Doctor(n) if n == visit.doctor => Part::Doctor,
            // By itself it does nothing else.
            Person::Nobody if action == Action::Expire => Part::System,
            _ => return None,
        };
        let (moving, other) = self.counterpart(which);
        let to = transition(action, by, &self.standing(which), &self.terms()).ok()?;
        let mut changed = Vec::new();
        match action {
            Action::Suggest | Action::Move if time == visit.starts_at => return None,
            Action::Suggest | Action::Move => {
                self.is_free(visit.case, visit.doctor, visit.patient, time)?;
            }
            Action::Refer => {
                let had = |other: &Visit| (other.case, other.doctor) == (visit.case, colleague);
                if self.visits.iter().any(had) {
                    return None;
                }
                self.is_free(visit.case, colleague, visit.patient, time)?;
            }
            _ => {}
        }
        let mut notices = self.told(action, by, moving, which);
        if action == Action::Move {
            let next = self.begin(visit.case, visit.doctor, visit.patient, time);
            self.visits[next].moved_from = Some(which);
            self.visits[next].answer_by = self.due(self.now, time, Some(which));
            changed.push((action, by, None, Status::Pending));
        } else {
            changed.push((action, by, Some(visit.status), to));
            self.change(which, to);
            if to == Status::Proposed {
                let earlier = other.filter(|_| moving == Moving::To);
                self.visits[which].starts_at = time;
                self.visits[which].answer_by = self.due(self.now, time, earlier);
            }
        }
        match (effect(action, by, moving), other) {
            (Effect::Ends, Some(other)) => {
                let from = self.visits[other].status;
                let standing = Standing {
                    moving: Moving::Not,
                    ..self.standing(other)
                };
                let (action, by) = (Action::Cancel, Part::System);
                let to = transition(action, by, &standing, &self.terms()).unwrap();
                changed.push((action, by, Some(from), to));
                self.change(other, to);
            }
            (Effect::Frees, Some(other)) => {
                let freed = &self.visits[other];
                let due = self.due(freed.updated_at, freed.starts_at, None);
                self.visits[other].answer_by = due;
            }
            _ => {}
        }
        if action == Action::Refer {
            let next = self.begin(visit.case, colleague, visit.patient, time);
            self.visits[next].referred_from = Some(which);
            changed.push((action, by, None, Status::Pending));
            notices.extend(self.told(Action::Request, Part::Patient, Moving::Not, next));
        }
        Some(Taken {
            who,
            by,
            action,
            which,
            moving,
            notices,
            changed,
        })
    }

    /// The place of an appointment in an open move, and the other half of it.
    pub fn counterpart(&self, which: usize) -> (Moving, Option<usize>) {
        let visit = &self.visits[which];
        if !visit.status.is_live() {
            return (Moving::Not, None);
        }
        if let Some(earlier) = visit.moved_from
            && self.visits[earlier].status.is_live()
        {
            return (Moving::To, Some(earlier));
        }
        let later = self.visits.iter().position(|later| {
            later.moved_from == Some(which)
                && matches!(later.status, Status::Pending | Status::Proposed)
        });
        match later {
            Some(later) => (Moving::From, Some(later)),
            None => (Moving::Not, None),
        }
    }

    pub fn standing(&self, which: usize) -> Standing {
        let visit = &self.visits[which];
        Standing {
            status: visit.status,
            starts_at: visit.starts_at,
            answer_by: visit.answer_by,
            moving: self.counterpart(which).0,
        }
    }

    /// A time to come that nothing of another case has, of the doctor's or of the patient's.
    fn is_free(&self, case: usize, doctor: usize, patient: usize, time: Instant) -> Option<()> {
        let in_the_way = |other: &Visit| {
            other.status.is_live()
                && other.case != case
                && (other.doctor == doctor || other.patient == patient)
                && other.overlaps(time)
        };
        (time > self.now && !self.visits.iter().any(in_the_way)).then_some(())
    }

    fn due(&self, asked_at: Instant, starts_at: Instant, earlier: Option<usize>) -> Instant {
        let due = answer_by(asked_at, within(), starts_at);
        earlier.map_or(due, |earlier| due.min(self.visits[earlier].starts_at))
    }

    fn begin(&mut self, case: usize, doctor: usize, patient: usize, starts_at: Instant) -> usize {
        self.visits.push(Visit {
            case,
            doctor,
            patient,
            status: Status::Pending,
            starts_at,
            answer_by: self.due(self.now, starts_at, None),
            updated_at: self.now,
            moved_from: None,
            referred_from: None,
            version: 1,
        });
        self.visits.len() - 1
    }

    fn change(&mut self, which: usize, to: Status) {
        let visit = &mut self.visits[which];
        visit.status = to;
        visit.version += 1;
        visit.updated_at = self.now;
    }

    fn told(&self, action: Action, by: Part, moving: Moving, about: usize) -> Vec<Notice> {
        let visit = &self.visits[about];
        told(action, by, moving)
            .into_iter()
            .map(|(part, kind)| Notice {
                to: match part {
                    Part::Doctor => Person::Doctor(visit.doctor),
                    Part::Patient => Person::Patient(visit.patient),
                    Part::System => Person::Nobody,
                },
                kind,
            })
            .collect()
    }
}
