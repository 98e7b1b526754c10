//! A tale that a blameless server could have told: rows and journals that fit together, for tests
//! to tamper with.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use uuid::{Builder, Uuid};

use crate::book::{Appointment, Audit, Book, Doctor, Event, Key, Notification, User};
use crate::check::rules::{step, told};
use crate::journal::{Answer, Line, Told, Try};
use crate::words::{Action, Part, Status};

pub const ANA: Uuid = Uuid::from_u128(0xa1);
pub const BEN: Uuid = Uuid::from_u128(0xa2);
pub const DR_ONE: Uuid = Uuid::from_u128(0xd1);
pub const DR_TWO: Uuid = Uuid::from_u128(0xd2);
pub const DR_OTHER: Uuid = Uuid::from_u128(0xd3);

/// A book, a journal, and a clock.
pub struct Tale {
    pub book: Book,
    pub journal: Vec<Line>,
    pub now: i64,
    ops: u64,
    ids: u128,
}

impl Tale {
    /// Nothing has happened yet.
    pub fn begin() -> Self {
        let mut book = Book::default();
        for id in [ANA, BEN, DR_ONE, DR_TWO, DR_OTHER] {
            book.users.push(User {
                id,
                last_notification: 0,
            });
        }
        for (user_id, specialty) in [
            (DR_ONE, "cardiology"),
            (DR_TWO, "cardiology"),
            (DR_OTHER, "dermatology"),
        ] {
            book.doctors.push(Doctor {
                user_id,
                specialty: specialty.into(),
            });
        }
        Self {
            book,
            journal: Vec::new(),
            now: 1_800_000_000_000,
            ops: 0,
            ids: 0,
        }
    }

    /// Something of everything.
    pub fn whole() -> Self {
        let mut tale = Self::begin();
        let first = tale.request(ANA, DR_ONE, 24);
        tale.act(first, Part::Doctor, Action::Accept);
        let second = tale.request(BEN, DR_ONE, 25);
        let third = tale.refer(second, DR_TWO);
        tale.act(third, Part::Doctor, Action::Decline);
        let fourth = tale.request(BEN, DR_OTHER, 25);
        tale.act(fourth, Part::Doctor, Action::Accept);
        tale.act(fourth, Part::Patient, Action::Cancel);
        tale.pass(26);
        tale.act(first, Part::Doctor, Action::Complete);
        tale.request(ANA, DR_TWO, 90);
        tale
    }

    /// Hours pass.
    pub fn pass(&mut self, hours: i64) {
        self.now += hours * 3_600_000;
    }

    pub fn instant(&self) -> DateTime<Utc> {
        Utc.timestamp_millis_opt(self.now).unwrap()
    }

    fn id(&mut self) -> Uuid {
        self.now += 50;
        self.ids += 1;
        let mut bytes = [0; 10];
        bytes.copy_from_slice(&self.ids.to_be_bytes()[6..]);
        Builder::from_unix_timestamp_millis(u64::try_from(self.now).unwrap(), &bytes).into_uuid()
    }

    /// Asks for a time in so many hours from the beginning.
    pub fn request(&mut self, patient: Uuid, doctor: Uuid, hours: i64) -> Uuid {
        let (id, case_id) = (self.id(), self.id());
        self.appointment(id, case_id, patient, doctor, hours, None);
        self.done(id, Part::Patient, Action::Request, None);
        id
    }

    fn appointment(
        &mut self,
        id: Uuid,
        case_id: Uuid,
        patient: Uuid,
        doctor: Uuid,
        hours: i64,
        from: Option<Uuid>,
    ) {
        let starts_at =
            Utc.timestamp_millis_opt(1_800_000_000_000).unwrap() + TimeDelta::hours(hours);
        self.book.appointments.push(Appointment {
            id,
            case_id,
            doctor_id: doctor,
            patient_id: patient,
            referred_from: from,
            status: Status::Pending,
            starts_at,
            ends_at: starts_at + TimeDelta::minutes(30),
            version: 0,
            location_address: None,
        });
    }

    /// An action of a side, which is acknowledged.
    pub fn act(&mut self, id: Uuid, by: Part, action: Action) {
        self.done(id, by, action, None);
    }

    /// A referral to a colleague, at the same time.
    pub fn refer(&mut self, id: Uuid, colleague: Uuid) -> Uuid {
        let (next, old) = (self.id(), self.row(id).clone());
        let hours =
            (old.starts_at - Utc.timestamp_millis_opt(1_800_000_000_000).unwrap()).num_hours();
        self.appointment(
            next,
            old.case_id,
            old.patient_id,
            colleague,
            hours,
            Some(id),
        );
        self.row(next).version = 1;
        self.done(id, Part::Doctor, Action::Refer, Some(next));
        next
    }

    pub fn row(&mut self, id: Uuid) -> &mut Appointment {
        self.book
            .appointments
            .iter_mut()
            .find(|row| row.id == id)
            .unwrap()
    }

    fn done(&mut self, id: Uuid, by: Part, action: Action, next: Option<Uuid>) {
        let sent_at = self.now;
        let event_id = self.id();
        let at = self.instant();
        let row = self.row(id);
        let from = (row.version > 0).then_some(row.status);
        let (to, _) = step(action, by, from).unwrap();
        row.status = to;
        row.version += 1;
        if action == Action::Accept {
            row.location_address = Some("Calle Mayor 1".into());
        }
        let row = row.clone();
        let actor = if by == Part::Patient {
            row.patient_id
        } else {
            row.doctor_id
        };
        let key = format!("c0n{}", self.ops);
        let reason = match action {
            Action::Complete | Action::NoShow => None,
            _ => Some(format!("Said under {key}.")),
        };
        self.book.events.push(Event {
            id: event_id,
            case_id: row.case_id,
            appointment_id: id,
            at,
            actor_id: Some(actor),
            actor_role: by,
            action: action.word().into(),
            from_status: from,
            to_status: to,
            reason,
        });
        self.book.audit.push(Audit {
            actor_id: Some(actor),
            action: action.word().into(),
            object_id: Some(id),
        });
        self.book.keys.push(Key {
            user_id: actor,
            key: key.clone(),
        });
        let about = next.map_or(row.clone(), |next| self.row(next).clone());
        for (part, kind) in told(action, by) {
            let to = if part == Part::Patient {
                about.patient_id
            } else {
                about.doctor_id
            };
            self.notify(to, kind, &about);
        }
        let origin = row.referred_from.map(|origin| self.row(origin).clone());
        // The word back, once; no tale here goes on after a referral that was accepted.
        if let Some(origin) = origin {
            self.notify(origin.doctor_id, "referral_outcome", &origin);
        }
        self.write_down(sent_at, actor, by, action, &key, &row);
    }

    fn notify(&mut self, user_id: Uuid, kind: &str, about: &Appointment) {
        let user = self
            .book
            .users
            .iter_mut()
            .find(|user| user.id == user_id)
            .unwrap();
        user.last_notification += 1;
        self.book.notifications.push(Notification {
            user_id,
            number: user.last_notification,
            kind: kind.into(),
            link: format!("/appointments/{}", about.id),
            case_id: Some(about.case_id),
        });
    }

    fn write_down(
        &mut self,
        at: i64,
        actor: Uuid,
        part: Part,
        action: Action,
        key: &str,
        row: &Appointment,
    ) {
        let target = (action != Action::Request).then_some(row.id);
        let told = Told {
            id: row.id,
            case_id: row.case_id,
            status: row.status,
            version: row.version,
            digest: self.ops,
        };
        let op = self.ops;
        self.ops += 1;
        let sent = Try {
            at,
            op,
            attempt: 1,
            key: key.into(),
            twisted: false,
            actor,
            part,
            action,
            target,
            instance: 0,
        };
        self.journal.push(Line::Try(sent));
        self.now += 10;
        let answer = Answer {
            at: self.now,
            op,
            attempt: 1,
            status: 200,
            kind: None,
            field: None,
            told: Some(told),
        };
        self.journal.push(Line::Answer(answer));
    }
}
