//! The two halves of a move: the time that a patient has, and the one asked for in its place.

use uuid::Uuid;

use super::history::Taken;
use super::replay::{Replay, due, was};
use super::rules::{self, Place};
use super::{Findings, Kind};
use crate::book::{Appointment, Event};
use crate::words::{Action, Part, Status};

impl<'a> Replay<'a> {
    fn status(&self, row: &Appointment) -> Option<Status> {
        self.lives.get(&row.id)?.status()
    }

    fn is_live(&self, row: &Appointment) -> bool {
        self.status(row).is_some_and(Status::is_live)
    }

    /// The other half of a move that is open.
    fn other(&self, row: &Appointment) -> Option<(Place, &'a Appointment)> {
        if !self.is_live(row) {
            return None;
        }
        let rows = self.cases.get(&row.case_id)?;
        let mut rows = rows.iter().copied().filter(|other| self.is_live(other));
        rows.find_map(|other| match () {
            () if row.moved_from == Some(other.id) => Some((Place::Later, other)),
            () if other.moved_from == Some(row.id) => Some((Place::Earlier, other)),
            () => None,
        })
    }

    /// Where an appointment is in a move.
    pub(super) fn place(&self, row: &Appointment) -> Place {
        self.other(row).map_or(Place::Alone, |(place, _)| place)
    }

    /// The step, with what it means for the other half of a move; and that half, set free.
    pub(super) fn with_other(
        &mut self,
        event: &'a Event,
        action: Action,
        row: &'a Appointment,
        place: Place,
        findings: &mut Findings,
    ) -> Taken<'a> {
        let mut taken = Taken {
            event,
            action,
            row,
            next: None,
            version: 0,
            before: 0,
            place,
            other: self.other(row).map(|(_, other)| other),
            goes_on: place != Place::Alone && !event.to_status.is_live(),
        };
        if let Some((half, ended, end)) = self.ended.remove(&row.case_id) {
            let halves = match half {
                Place::Earlier => row.moved_from == Some(ended.id),
                _ => ended.moved_from == Some(row.id),
            };
            let due_to = rules::ends(half, action, event.actor_role) && end.at == event.at;
            findings.hold(
                halves && due_to,
                Kind::Illegal,
                || {
                    format!(
                        "case {}: half of a move was ended without a reason",
                        row.case_id
                    )
                },
                &[end, event],
            );
            let moved = half == Place::Earlier && halves;
            findings.hold(
                ended.moved_to == moved.then_some(row.id),
                Kind::Row,
                || format!("{} was moved to {:?}", ended.id, ended.moved_to),
                &[end, event],
            );
            taken.other = Some(ended);
            taken.place = match half {
                Place::Earlier => Place::Later,
                _ => Place::Earlier,
            };
        } else if (action, event.actor_role) == (Action::Cancel, Part::System) {
            self.ended.insert(row.case_id, (place, row, event));
        } else if taken.goes_on && place == Place::Earlier {
            self.free(taken.other);
        }
        taken
    }

    /// The request for another time goes on alone, with the time for an answer that it has by itself.
    fn free(&mut self, other: Option<&Appointment>) {
        let life = other.and_then(|other| self.lives.get_mut(&other.id));
        if let Some(stage) = life.and_then(|life| life.stages.last_mut()) {
            stage.due = due(stage.at, stage.time.0);
        }
    }

    /// A move asks for another time of what may be moved: the version of that.
    pub(super) fn moved(
        &mut self,
        row: &'a Appointment,
        event: &'a Event,
        findings: &mut Findings,
    ) -> i64 {
        let life = row.moved_from.and_then(|id| self.lives.get(&id));
        let earlier = life.and_then(|life| Some((life.row, life.stages.last()?)));
        let fits = earlier.is_some_and(|(old, stage)| {
            let deadline = match stage.status {
                Status::Pending => stage.due,
                _ => stage.time.0,
            };
            old.case_id == row.case_id
                && old.patient_id == row.patient_id
                && old.doctor_id == row.doctor_id
                && matches!(stage.status, Status::Pending | Status::Accepted)
                && event.at < deadline
                && was(event) == Some(stage.time)
        });
        // No other move of it is open.
        let single = earlier.is_some_and(|(old, _)| {
            let rows = self.cases.get(&row.case_id).map(Vec::as_slice);
            let rows = rows.unwrap_or_default().iter();
            let mut others = rows.filter(|other| other.id != row.id && self.is_live(other));
            let half_of = |other: &Appointment| {
                other.moved_from == Some(old.id) || old.moved_from == Some(other.id)
            };
            !others.any(|other| half_of(other))
        });
        findings.hold(
            fits && single,
            Kind::Illegal,
            || format!("case {}: a move of what can't be moved", row.case_id),
            &[format!("{event:?}"), format!("{:?}", earlier)],
        );
        life.map_or(0, super::history::Life::version)
    }

    /// A case has one live appointment, or the two halves of a move.
    pub(super) fn one_owner(&self, case_id: Uuid, event: &Event, findings: &mut Findings) {
        let rows = self
            .cases
            .get(&case_id)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let live: Vec<&Appointment> = rows
            .iter()
            .copied()
            .filter(|row| self.is_live(row))
            .collect();
        let single = match live.as_slice() {
            [] | [_] => true,
            [one, two] => one.moved_from == Some(two.id) || two.moved_from == Some(one.id),
            _ => false,
        };
        let what = || format!("case {case_id}: several live owners");
        findings.hold(single, Kind::Illegal, what, &[event]);
    }

    /// No end of a half is left without its reason.
    pub fn close(&self, findings: &mut Findings) {
        for (case_id, (_, _, end)) in &self.ended {
            let what = || format!("case {case_id}: half of a move was ended without a reason");
            findings.hold(false, Kind::Illegal, what, &[end]);
        }
    }
}
