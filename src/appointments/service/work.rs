//! What every action shares: the transaction with everybody concerned locked, the step
//! written to the timeline, and the calls that go out once it is committed.

use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::idempotency::Key;
use super::letters;
use super::read::one;
use super::step::Done;
use super::words;
use crate::accounts::service::begin_holding;
use crate::appointments::entity::appointment;
use crate::appointments::model::{Appointment, Part};
use crate::appointments::rules::{self, Terms};
use crate::error::{Answer, AppError, ErrorKind};
use crate::notifications::mail::{self, Letter};
use crate::notifications::service::{Notice, tell};
use crate::server::database::{Guard, refused_by};
use crate::server::state::App;
use crate::server::wake::Call;
use crate::time::Instant;

/// Who acts, and in which part.
#[derive(Clone, Copy, Debug)]
pub struct Actor {
    pub id: Uuid,
    pub part: Part,
}

impl Actor {
    pub fn patient(id: Uuid) -> Self {
        Self {
            id,
            part: Part::Patient,
        }
    }

    pub fn doctor(id: Uuid) -> Self {
        Self {
            id,
            part: Part::Doctor,
        }
    }

    /// Nobody.
    pub fn system() -> Self {
        Self {
            id: Uuid::nil(),
            part: Part::System,
        }
    }

    /// The account that acts, if one does.
    pub fn user_id(&self) -> Option<Uuid> {
        (self.part != Part::System).then_some(self.id)
    }

    /// Whether this appointment is this person's in this part.
    pub fn owns(&self, row: &appointment::Model) -> bool {
        match self.part {
            Part::Patient => row.patient_id == self.id,
            Part::Doctor => row.doctor_id == self.id,
            Part::System => false,
        }
    }
}

/// The terms of the rules at this instant.
pub fn terms(app: &App, now: Instant) -> Terms {
    Terms {
        now,
        cancel_notice: app.settings.cancel_notice,
    }
}

/// A transaction under way, at one instant.
pub struct Work<'a> {
    pub app: &'a App,
    pub tx: DatabaseTransaction,
    pub now: Instant,
    /// Who hears of what goes wrong.
    pub part: Part,
    calls: Vec<Call>,
}

impl<'a> Work<'a> {
    /// Begins, with these people held.
    pub async fn begin(app: &'a App, people: &[Uuid]) -> Answer<Self> {
        let tx = begin_holding(app, people).await?;
        Ok(Self {
            app,
            tx,
            // Once it is our turn: steps are in the order of their times.
            now: app.now(),
            part: Part::Patient,
            calls: Vec::new(),
        })
    }

    /// Begins with everybody concerned by an appointment locked, `others` among them.
    pub async fn about(app: &'a App, row: &appointment::Model, others: &[Uuid]) -> Answer<Self> {
        let mut people = vec![row.doctor_id, row.patient_id];
        people.extend_from_slice(others);
        // Whoever referred it may be told what became of it.
        people.extend(
            letters::received(app.db.read(), row)
                .await?
                .map(|referral| referral.referrer_id),
        );
        Self::begin(app, &people).await
    }

    /// Begins on an appointment of the actor's: everybody concerned is locked, and the row is
    /// as it is now. `others` are people whom the action brings in.
    ///
    /// # Errors
    /// 404 where it isn't the actor's.
    pub async fn on(
        app: &'a App,
        actor: Actor,
        id: Uuid,
        others: &[Uuid],
    ) -> Answer<(Self, appointment::Model)> {
        let missing = || AppError::not_found("appointment");
        let found = appointment::Entity::find_by_id(id)
            .one(app.db.read())
            .await?;
        let found = found.filter(|row| actor.owns(row)).ok_or_else(missing)?;
        let mut work = Self::about(app, &found, others).await?;
        work.part = actor.part;
        let row = appointment::Entity::find_by_id(id)
            .one(&work.tx)
            .await?
            .ok_or_else(missing)?;
        Ok((work, row))
    }

    /// The terms of the rules now.
    pub fn terms(&self) -> Terms {
        terms(self.app, self.now)
    }

    /// By when an answer is due: in a move, before the earlier time comes, so that the patient
    /// knows by then which of the two counts.
    pub fn answer_by(
        &self,
        asked_at: Instant,
        starts_at: Instant,
        earlier: Option<&appointment::Model>,
    ) -> Instant {
        let within: TimeDelta = self.app.settings.answer_within;
        let due = rules::answer_by(asked_at, within, starts_at);
        earlier.map_or(due, |earlier| due.min(earlier.starts_at))
    }

    /// Begins an appointment: `pending`.
    ///
    /// # Errors
    /// 409 where the time was taken meanwhile, the doctor's or the patient's own.
    pub async fn insert(&mut self, row: appointment::Model) -> Answer<appointment::Model> {
        appointment::Entity::insert(row.clone().into_active_model().reset_all())
            .exec_without_returning(&self.tx)
            .await
            .map_err(|error| self.overlap(error))?;
        Ok(row)
    }

    /// Tells people, in this transaction: on their pages, and by a letter.
    pub async fn tell(&mut self, notices: Vec<Notice>) -> Answer<()> {
        for notice in &notices {
            let letter = Letter::News {
                user_id: notice.user_id,
                link: notice.link.clone(),
            };
            mail::post(self.app, &self.tx, letter, self.now).await?;
        }
        let calls = tell(&self.tx, self.now, notices).await?;
        self.calls.extend(calls);
        Ok(())
    }

    /// Somebody whose pages should look at a case again.
    pub fn call(&mut self, user_id: Uuid, case_id: Uuid) {
        self.calls.push(Call {
            user_id,
            case_id: Some(case_id),
        });
    }

    /// Tells everybody concerned of a step, keeps the answer under its key, and commits: the
    /// appointment as whoever acted sees it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn conclude(mut self, actor: Actor, key: &Key, done: Done) -> Answer<Appointment> {
        let answer = one(&self, actor, done.row.id).await?;
        self.tell(words::notices(&done, &answer)).await?;
        key.keep(&self, &answer).await?;
        self.commit().await?;
        Ok(answer)
    }

    /// Commits, then wakes everybody concerned.
    pub async fn commit(self) -> Answer<()> {
        let Self {
            app,
            tx,
            part,
            mut calls,
            ..
        } = self;
        tx.commit().await.map_err(|error| overlap(error, part))?;
        calls.sort_by_key(|call| (call.user_id, call.case_id));
        calls.dedup();
        app.wake.call(&calls).await;
        Ok(())
    }

    /// What a statement was refused for.
    pub fn overlap(&self, error: sea_orm::DbErr) -> AppError {
        overlap(error, self.part)
    }
}

/// The database's guards have the last word on who holds a time.
fn overlap(error: sea_orm::DbErr, reader: Part) -> AppError {
    match refused_by(&error) {
        Some(Guard::DoctorOverlap | Guard::Held) => slot_taken(),
        Some(Guard::PatientOverlap) if reader == Part::Doctor => {
            AppError::conflict(ts!("appointments-err-patient-busy"))
        }
        Some(Guard::PatientOverlap) => AppError::conflict(ts!("appointments-err-you-busy")),
        _ => error.into(),
    }
}

/// Somebody was quicker. [`super::request`] adds the nearest free times.
pub fn slot_taken() -> AppError {
    AppError::new(ErrorKind::SlotTaken, ts!("appointments-err-taken"))
}
