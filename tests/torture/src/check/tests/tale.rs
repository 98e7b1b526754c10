//! A tale that a blameless server could have told: rows and journals that fit together, for tests
//! to tamper with.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use uuid::{Builder, Uuid};

use crate::book::{Appointment, Audit, Book, Doctor, Event, Key, Notification, User};
use crate::check::history::Span;
use crate::check::rules::{About, Place, told};
use crate::journal::{Line, Told, Try};
use crate::words::{Action, Part, Status};

pub const ANA: Uuid = Uuid::from_u128(0xa1);
pub const BEN: Uuid = Uuid::from_u128(0xa2);
pub const DR_ONE: Uuid = Uuid::from_u128(0xd1);
pub const DR_TWO: Uuid = Uuid::from_u128(0xd2);
pub const DR_OTHER: Uuid = Uuid::from_u128(0xd3);

const BEGINNING: i64 = 1_800_000_000_000;

/// A book, a journal, and a clock.
pub struct Tale {
    pub book: Book,
    pub journal: Vec<Line>,
    pub now: i64,
    pub ops: u64,
    ids: u128,
}

/// A step as it is told: what it leads to, and what goes with it.
pub struct Tell {
    pub to: Status,
    pub place: Place,
    pub other: Option<Uuid>,
    pub next: Option<Uuid>,
    pub times: Option<(Span, Span)>,
    /// Whoever referred hears of it.
    pub word_back: bool,
}

impl Tell {
    pub fn to(to: Status) -> Self {
        Self {
            to,
            place: Place::Alone,
            other: None,
            next: None,
            times: None,
            word_back: false,
        }
    }
}

/// Half an hour, in so many hours from the beginning.
pub fn span(hours: i64) -> Span {
    let starts_at = Utc.timestamp_millis_opt(BEGINNING).unwrap() + TimeDelta::hours(hours);
    (starts_at, starts_at + TimeDelta::minutes(30))
}

impl Tale {
    /// Nothing has happened yet.
    pub fn begin() -> Self {
        let mut book = Book::default();
        for id in [ANA, BEN, DR_ONE, DR_TWO, DR_OTHER] {
            let last_notification = 0;
            book.users.push(User {
                id,
                last_notification,
            });
        }
        for (user_id, specialty) in [
            (DR_ONE, "cardiology"),
            (DR_TWO, "cardiology"),
            (DR_OTHER, "dermatology"),
        ] {
            let specialty = specialty.into();
            book.doctors.push(Doctor { user_id, specialty });
        }
        Self {
            book,
            journal: Vec::new(),
            now: BEGINNING,
            ops: 0,
            ids: 0,
        }
    }

    /// Hours pass.
    pub fn pass(&mut self, hours: i64) {
        self.now += hours * 3_600_000;
    }

    pub fn instant(&self) -> DateTime<Utc> {
        Utc.timestamp_millis_opt(self.now).unwrap()
    }

    pub fn id(&mut self) -> Uuid {
        self.now += 50;
        self.ids += 1;
        let mut bytes = [0; 10];
        bytes.copy_from_slice(&self.ids.to_be_bytes()[6..]);
        let millis = u64::try_from(self.now).unwrap();
        Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    pub fn row(&mut self, id: Uuid) -> &mut Appointment {
        let mut rows = self.book.appointments.iter_mut();
        rows.find(|row| row.id == id).unwrap()
    }

    /// A new appointment, of no version yet.
    pub fn appointment(&mut self, case_id: Uuid, people: (Uuid, Uuid), time: Span) -> Uuid {
        let id = self.id();
        self.book.appointments.push(Appointment {
            id,
            case_id,
            doctor_id: people.1,
            patient_id: people.0,
            referred_from: None,
            moved_from: None,
            moved_to: None,
            status: Status::Pending,
            starts_at: time.0,
            ends_at: time.1,
            answer_by: self.due(time),
            version: 0,
            location_address: None,
        });
        id
    }

    /// By when an answer to what is asked now is due.
    pub fn due(&self, time: Span) -> DateTime<Utc> {
        // The step's own id is still to be made.
        time.0
            .min(self.instant() + TimeDelta::milliseconds(50) + TimeDelta::hours(48))
    }

    /// A step of somebody's, acknowledged.
    pub fn done(&mut self, id: Uuid, by: Part, action: Action, tell: Tell) {
        let sent_at = self.now;
        let key = format!("c0n{}", self.ops);
        let silent = matches!(action, Action::Agree | Action::Complete | Action::NoShow);
        let reason = (!silent).then(|| format!("Said under {key}."));
        let row = self.write(id, by, action, reason, &tell);
        let actor = match by {
            Part::Patient => row.patient_id,
            _ => row.doctor_id,
        };
        self.book.keys.push(Key {
            user_id: actor,
            key: key.clone(),
        });
        self.write_down(sent_at, actor, by, action, &key, &row);
    }

    /// A step with its notices and its audit entry, whoever took it.
    pub fn write(
        &mut self,
        id: Uuid,
        by: Part,
        action: Action,
        reason: Option<String>,
        tell: &Tell,
    ) -> Appointment {
        let event_id = self.id();
        let at = self.instant();
        let row = self.row(id);
        let from = (row.version > 0).then_some(row.status);
        row.status = tell.to;
        row.version += 1;
        if matches!(tell.to, Status::Accepted | Status::Proposed) {
            row.location_address = Some("Calle Mayor 1".into());
        }
        let row = row.clone();
        let actor_id = match by {
            Part::Patient => Some(row.patient_id),
            Part::Doctor => Some(row.doctor_id),
            Part::System => None,
        };
        let (was, now) = tell.times.unzip();
        self.book.events.push(Event {
            id: event_id,
            case_id: row.case_id,
            appointment_id: id,
            at,
            actor_id,
            actor_role: by,
            action: action.word().into(),
            from_status: from,
            to_status: tell.to,
            reason,
            was_from: was.map(|span| span.0),
            was_until: was.map(|span| span.1),
            now_from: now.map(|span| span.0),
            now_until: now.map(|span| span.1),
        });
        self.book.audit.push(Audit {
            actor_id,
            action: action.word().into(),
            object_id: Some(id),
        });
        for (part, kind, about) in told(action, by, tell.place) {
            let about = match about {
                About::This => id,
                About::Next => tell.next.unwrap(),
                About::Other => tell.other.unwrap(),
            };
            let about = self.row(about).clone();
            let to = match part {
                Part::Patient => about.patient_id,
                _ => about.doctor_id,
            };
            self.notify(to, kind, &about);
        }
        if tell.word_back {
            let origin = self.row(row.referred_from.unwrap()).clone();
            self.notify(origin.doctor_id, "referral_outcome", &origin);
        }
        row
    }

    fn notify(&mut self, user_id: Uuid, kind: &str, about: &Appointment) {
        let mut users = self.book.users.iter_mut();
        let user = users.find(|user| user.id == user_id).unwrap();
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
        let target = match action {
            Action::Request => None,
            Action::Move => row.moved_from,
            _ => Some(row.id),
        };
        let sent = Try {
            at,
            key: key.into(),
            part,
            ..self.attempt(actor, action, target)
        };
        let told = Told {
            id: row.id,
            case_id: row.case_id,
            status: row.status,
            version: row.version,
            digest: sent.op,
        };
        self.acknowledge(sent, Some(told), None);
    }
}
