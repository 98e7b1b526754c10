//! A step of a case: what the table allows, written down, with all that it brings about.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

use super::letters;
use super::work::{Actor, Work};
use crate::appointments::entity::{appointment, event};
use crate::appointments::model::{Action, Part, Status};
use crate::appointments::rules::{self, Effect, Moving, Refusal, Standing};
use crate::error::{Answer, AppError};
use crate::oversight;
use crate::texts::InEach;
use crate::time::Instant;

/// From when to when.
pub type Span = (Instant, Instant);

/// A step that was taken.
pub struct Done {
    pub action: Action,
    pub by: Part,
    /// The row as it is now.
    pub row: appointment::Model,
    pub from: Status,
    /// The time before, where the step changed it.
    pub was: Option<Span>,
    pub reason: Option<String>,
    /// What whoever declined a referral advises instead.
    pub advice: Option<String>,
    /// The place that it had in an open move, and the other half as it was.
    pub moving: Moving,
    pub other: Option<appointment::Model>,
}

/// What is to be written down of a step.
pub struct Entry<'a> {
    pub action: Action,
    pub from: Option<Status>,
    pub to: Status,
    pub reason: Option<&'a str>,
    /// A reason that the system gives, in other languages.
    pub other_languages: Option<String>,
    /// The times before and after, where the step is about them.
    pub times: Option<(Span, Span)>,
}

/// How a row stands.
///
/// # Errors
/// When the database holds a status that this build does not know.
pub fn standing(row: &appointment::Model, moving: Moving) -> Answer<Standing> {
    Ok(Standing {
        status: row.status()?,
        starts_at: row.starts_at,
        answer_by: row.answer_by,
        moving,
    })
}

/// The words of states in which an answer is due.
pub const WAITING: [&str; 2] = ["pending", "proposed"];

impl Work<'_> {
    /// The place of a row in an open move, and the other half of it.
    pub async fn counterpart(
        &self,
        row: &appointment::Model,
    ) -> Answer<(Moving, Option<appointment::Model>)> {
        if !row.status()?.is_live() {
            return Ok((Moving::Not, None));
        }
        if let Some(earlier) = row.moved_from {
            let earlier = appointment::Entity::find_by_id(earlier)
                .one(&self.tx)
                .await?;
            if let Some(earlier) = earlier
                && earlier.status()?.is_live()
            {
                return Ok((Moving::To, Some(earlier)));
            }
        }
        let later = appointment::Entity::find()
            .filter(appointment::Column::MovedFrom.eq(row.id))
            .filter(appointment::Column::Status.is_in(WAITING))
            .one(&self.tx)
            .await?;
        Ok(match later {
            Some(later) => (Moving::From, Some(later)),
            None => (Moving::Not, None),
        })
    }

    /// What the table says of an action on this row: from where to where it leads, the row's
    /// place in an open move, and the other half of that.
    ///
    /// # Errors
    /// 409 where the state does not allow it.
    pub async fn allows(
        &self,
        actor: Actor,
        action: Action,
        row: &appointment::Model,
    ) -> Answer<(Status, Status, Moving, Option<appointment::Model>)> {
        let (moving, other) = self.counterpart(row).await?;
        let standing = standing(row, moving)?;
        let to = rules::transition(action, actor.part, &standing, &self.terms())
            .map_err(|refusal| self.refusal(refusal, row))?;
        Ok((standing.status, to, moving, other))
    }

    /// Takes the step that the table of rules allows, writes it to the timeline, and does to the
    /// other half of a move what follows.
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
    ) -> Answer<Done> {
        self.step_to(actor, action, row, reason, None, change).await
    }

    /// Likewise, where it leads to another time than the row's own, which stays as it was.
    ///
    /// # Errors
    /// 409 where the state does not allow it; nothing is changed then.
    pub async fn step_to(
        &mut self,
        actor: Actor,
        action: Action,
        row: appointment::Model,
        reason: Option<&str>,
        becomes: Option<Span>,
        change: impl FnOnce(&mut appointment::ActiveModel),
    ) -> Answer<Done> {
        let (from, to, moving, other) = self.allows(actor, action, &row).await?;
        let (before, version) = ((row.starts_at, row.ends_at), row.version);
        let mut next = row.into_active_model();
        next.status = Set(to.as_str().to_owned());
        next.version = Set(version.saturating_add(1));
        next.updated_at = Set(self.now);
        change(&mut next);
        if to == Status::Proposed {
            // The patient is asked anew.
            let earlier = other.as_ref().filter(|_| moving == Moving::To);
            let starts_at = *next.starts_at.try_as_ref().unwrap_or(&before.0);
            next.answer_by = Set(self.answer_by(self.now, starts_at, earlier));
        }
        let row = next
            .update(&self.tx)
            .await
            .map_err(|error| self.overlap(error))?;
        let after = (row.starts_at, row.ends_at);
        let changed = before != after;
        // First, so that the timeline ends with what somebody did.
        let effect = rules::effect(action, actor.part, moving);
        match (effect, &other) {
            (Effect::Ends, Some(other)) => self.end(other.clone(), &row, action).await?,
            (Effect::Frees, Some(other)) => self.free(other.clone()).await?,
            _ => {}
        }
        let entry = Entry {
            action,
            from: Some(from),
            to,
            reason,
            other_languages: None,
            times: becomes
                .or(changed.then_some(after))
                .map(|becomes| (before, becomes)),
        };
        self.write_down(actor, &row, entry).await?;
        // While the other half goes on, nothing has become of a referral yet.
        let goes_on = other.is_some() && effect != Effect::Ends && !to.is_live();
        let outcome = if goes_on { Status::Pending } else { to };
        letters::word_back(self, actor, &row, outcome).await?;
        Ok(Done {
            action,
            by: actor.part,
            row,
            from,
            was: changed.then_some(before),
            reason: reason.map(str::to_owned),
            advice: None,
            moving,
            other,
        })
    }

    /// Ends the other half of a move after a step of `row`.
    async fn end(
        &mut self,
        other: appointment::Model,
        row: &appointment::Model,
        after: Action,
    ) -> Answer<()> {
        let moved = matches!(after, Action::Accept | Action::Agree);
        let why = InEach::say(|| match after {
            _ if moved => ts!("notifications-ended-moved", when = row.local().in_words()),
            Action::Cancel => ts!("notifications-ended-withdrawn"),
            _ => ts!("notifications-ended-come"),
        });
        let (actor, action) = (Actor::system(), Action::Cancel);
        let standing = standing(&other, Moving::Not)?;
        let to = rules::transition(action, actor.part, &standing, &self.terms())
            .map_err(|refusal| self.refusal(refusal, &other))?;
        let version = other.version;
        let mut next = other.into_active_model();
        next.status = Set(to.as_str().to_owned());
        next.version = Set(version.saturating_add(1));
        next.updated_at = Set(self.now);
        next.moved_to = Set(moved.then_some(row.id));
        let other = next.update(&self.tx).await?;
        let entry = Entry {
            action,
            from: Some(standing.status),
            to,
            reason: Some(why.english()),
            other_languages: Some(why.others()),
            times: None,
        };
        self.write_down(actor, &other, entry).await
    }

    /// The other half goes on alone, with the time for an answer that it has by itself.
    async fn free(&mut self, other: appointment::Model) -> Answer<()> {
        let due = self.answer_by(other.updated_at, other.starts_at, None);
        let mut next = other.into_active_model();
        next.answer_by = Set(due);
        next.update(&self.tx).await?;
        Ok(())
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
        let entry = Entry {
            action,
            from,
            to,
            reason,
            other_languages: None,
            times: None,
        };
        self.write_down(actor, row, entry).await
    }

    /// Likewise, with the times that it is about.
    pub async fn write_down(
        &mut self,
        actor: Actor,
        row: &appointment::Model,
        entry: Entry<'_>,
    ) -> Answer<()> {
        let (was, becomes) = entry.times.unzip();
        event::Entity::insert(event::ActiveModel {
            id: Set(Uuid::now_v7()),
            case_id: Set(row.case_id),
            appointment_id: Set(row.id),
            at: Set(self.now),
            actor_id: Set(actor.user_id()),
            actor_role: Set(actor.part.as_str().to_owned()),
            action: Set(entry.action.as_str().to_owned()),
            from_status: Set(entry.from.map(|status| status.as_str().to_owned())),
            to_status: Set(entry.to.as_str().to_owned()),
            reason: Set(entry.reason.map(str::to_owned)),
            other_languages: Set(entry.other_languages),
            was_from: Set(was.map(|span| span.0)),
            was_until: Set(was.map(|span| span.1)),
            now_from: Set(becomes.map(|span| span.0)),
            now_until: Set(becomes.map(|span| span.1)),
        })
        .exec_without_returning(&self.tx)
        .await?;
        let written = oversight::Entry {
            actor_id: actor.user_id(),
            actor_role: actor.part.as_str(),
            action: entry.action.as_str(),
            patient_id: row.patient_id,
            object_id: Some(row.id),
        };
        oversight::record(&self.tx, self.now, written).await?;
        // The actor's other windows show it too.
        if let Some(id) = actor.user_id() {
            self.call(id, row.case_id);
        }
        Ok(())
    }

    /// Why the table does not allow it, to whoever tried.
    fn refusal(&self, refusal: Refusal, row: &appointment::Model) -> AppError {
        match refusal {
            Refusal::NotYours => AppError::forbidden(),
            Refusal::ShortNotice => {
                let hours = self.app.settings.cancel_notice.num_hours();
                let place = [&row.location_name, &row.location_address]
                    .map(|text| text.as_deref().unwrap_or_default())
                    .join(", ");
                AppError::conflict(ts!(
                    "appointments-err-too-late",
                    hours = hours,
                    place = place
                ))
            }
            _ => AppError::conflict(refusal.sentence()),
        }
    }
}
