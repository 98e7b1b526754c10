//! What every action shares: the transaction with everybody concerned locked, the step
//! written to the timeline, and the calls that go out once it is committed.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::LockType,
};
use uuid::Uuid;

use super::letters;
use crate::accounts::entity::user;
use crate::appointments::entity::{appointment, event};
use crate::appointments::model::{Action, Part, Status};
use crate::appointments::rules::{self, Refusal};
use crate::error::{Answer, AppError, ErrorKind};
use crate::notifications::service::{Notice, tell};
use crate::oversight;
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

    /// Whether this appointment is this person's in this part.
    pub fn owns(&self, row: &appointment::Model) -> bool {
        match self.part {
            Part::Patient => row.patient_id == self.id,
            Part::Doctor => row.doctor_id == self.id,
        }
    }
}

/// A transaction under way, at one instant.
pub struct Work<'a> {
    pub app: &'a App,
    pub tx: DatabaseTransaction,
    pub now: Instant,
    calls: Vec<Call>,
}

impl<'a> Work<'a> {
    /// Begins, with these people locked in the order of their ids, so that two actions on the
    /// same people wait for each other instead of blocking each other.
    pub async fn begin(app: &'a App, people: &[Uuid]) -> Answer<Self> {
        let tx = app.db.begin().await?;
        let work = Self {
            app,
            tx,
            now: app.now(),
            calls: Vec::new(),
        };
        // SQLite has one writer, who is us.
        if !app.db.is_sqlite() {
            user::Entity::find()
                .select_only()
                .column(user::Column::Id)
                .filter(user::Column::Id.is_in(people.iter().copied()))
                .order_by_asc(user::Column::Id)
                .lock(LockType::NoKeyUpdate)
                .into_tuple::<Uuid>()
                .all(&work.tx)
                .await?;
        }
        Ok(work)
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
        let mut people = vec![found.doctor_id, found.patient_id];
        people.extend_from_slice(others);
        // Whoever referred it may be told what became of it.
        people.extend(
            letters::received(app.db.read(), &found)
                .await?
                .map(|referral| referral.referrer_id),
        );
        let work = Self::begin(app, &people).await?;
        let row = appointment::Entity::find_by_id(id)
            .one(&work.tx)
            .await?
            .ok_or_else(missing)?;
        Ok((work, row))
    }

    /// Takes the step that the table of rules allows, and writes it to the timeline.
    ///
    /// # Errors
    /// 409 where the state does not allow it; nothing is changed then.
    pub async fn step(
        &mut self,
        actor: Actor,
        action: Action,
        row: appointment::Model,
        reason: Option<&str>,
        change: impl FnOnce(&mut appointment::ActiveModel),
    ) -> Answer<appointment::Model> {
        let from = row.status()?;
        let to = rules::transition(action, actor.part, from, row.starts_at, self.now)
            .map_err(refusal)?;
        let version = row.version;
        let mut next = row.into_active_model();
        next.status = Set(to.as_str().to_owned());
        next.version = Set(version.saturating_add(1));
        next.updated_at = Set(self.now);
        change(&mut next);
        let row = next.update(&self.tx).await.map_err(overlap)?;
        self.write(actor, action, &row, Some(from), to, reason)
            .await?;
        letters::word_back(self, actor, &row, to).await?;
        Ok(row)
    }

    /// Begins an appointment: `pending`.
    ///
    /// # Errors
    /// 409 where the time was taken meanwhile, the doctor's or the patient's own.
    pub async fn insert(&mut self, row: appointment::Model) -> Answer<appointment::Model> {
        appointment::Entity::insert(row.clone().into_active_model().reset_all())
            .exec_without_returning(&self.tx)
            .await
            .map_err(overlap)?;
        Ok(row)
    }

    /// Writes a step to the timeline and the audit trail.
    pub async fn write(
        &mut self,
        actor: Actor,
        action: Action,
        row: &appointment::Model,
        from: Option<Status>,
        to: Status,
        reason: Option<&str>,
    ) -> Answer<()> {
        event::Entity::insert(event::ActiveModel {
            id: Set(Uuid::now_v7()),
            case_id: Set(row.case_id),
            appointment_id: Set(row.id),
            at: Set(self.now),
            actor_id: Set(Some(actor.id)),
            actor_role: Set(actor.part.as_str().to_owned()),
            action: Set(action.as_str().to_owned()),
            from_status: Set(from.map(|status| status.as_str().to_owned())),
            to_status: Set(to.as_str().to_owned()),
            reason: Set(reason.map(str::to_owned)),
        })
        .exec_without_returning(&self.tx)
        .await?;
        let entry = oversight::Entry {
            actor_id: actor.id,
            actor_role: actor.part.as_str(),
            action: action.as_str(),
            patient_id: row.patient_id,
            object_id: Some(row.id),
        };
        oversight::record(&self.tx, self.now, entry).await?;
        // The actor's other windows show it too.
        self.call(actor.id, row.case_id);
        Ok(())
    }

    /// Tells people, in this transaction.
    pub async fn tell(&mut self, notices: Vec<Notice>) -> Answer<()> {
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

    /// Commits, then wakes everybody concerned.
    pub async fn commit(self) -> Answer<()> {
        let Self {
            app, tx, mut calls, ..
        } = self;
        tx.commit().await.map_err(overlap)?;
        calls.sort_by_key(|call| (call.user_id, call.case_id));
        calls.dedup();
        app.wake.call(&calls).await;
        Ok(())
    }
}

fn refusal(refusal: Refusal) -> AppError {
    match refusal {
        Refusal::NotYours => AppError::forbidden(),
        Refusal::State(_) | Refusal::Begun | Refusal::NotBegun => {
            AppError::conflict(refusal.sentence())
        }
    }
}

/// The database's guards have the last word on who holds a time.
fn overlap(error: sea_orm::DbErr) -> AppError {
    match refused_by(&error) {
        Some(Guard::DoctorOverlap) => slot_taken(),
        Some(Guard::PatientOverlap) => AppError::conflict(
            "You have another appointment at that time. Choose another time, or cancel the other one first.",
        ),
        _ => error.into(),
    }
}

/// Somebody was quicker. [`super::request`] adds the nearest free times.
pub fn slot_taken() -> AppError {
    AppError::new(
        ErrorKind::SlotTaken,
        "That time is no longer free. Choose another one.",
    )
}
