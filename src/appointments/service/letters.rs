//! What goes with a referral: who reads which part of it, and the word back to whoever referred.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait,
    FromQueryResult, IntoActiveModel, JoinType, QueryFilter, QuerySelect, RelationTrait,
    sea_query::Expr,
};
use uuid::Uuid;

use super::read::one;
use super::timeline::outcomes;
use super::words::with_advice;
use super::work::{Actor, Work};
use crate::accounts::entity::user;
use crate::appointments::entity::{appointment, referral};
use crate::appointments::model::{Appointment, Letter, Part, Priority, Status};
use crate::error::{Answer, AppError};
use crate::notifications::model::Kind;
use crate::notifications::service::Notice;
use crate::texts::InEach;

/// A referral with the names of both doctors.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Row {
    #[sea_orm(nested)]
    pub referral: referral::Model,
    pub from_name: String,
    pub to_name: String,
}

impl Row {
    /// How soon it wants to be seen.
    pub fn priority(&self) -> Priority {
        if self.referral.urgent {
            Priority::Urgent
        } else {
            Priority::Routine
        }
    }

    /// Its advice, if it is for them: for the patient, whoever referred, and whoever gave it.
    pub fn advice_for(&self, reader: Actor) -> Option<String> {
        let doctors = [self.referral.referrer_id, self.referral.doctor_id];
        self.referral
            .advice
            .clone()
            .filter(|_| reader.part == Part::Patient || doctors.contains(&reader.id))
    }

    /// The whole letter, for its two doctors.
    fn letter(&self) -> Letter {
        Letter {
            from: self.from_name.clone(),
            to: self.to_name.clone(),
            priority: self.priority(),
            reason: self.referral.reason.clone(),
            note: self.referral.note.clone(),
            outcome: None,
            seen_at: None,
        }
    }
}

/// All referrals of cases.
///
/// # Errors
/// When the database does not answer.
pub async fn of_cases<C: ConnectionTrait>(db: &C, cases: &[Uuid]) -> Answer<Vec<Row>> {
    matching(
        db,
        Condition::all().add(referral::Column::CaseId.is_in(cases.iter().copied())),
    )
    .await
}

async fn matching<C: ConnectionTrait>(db: &C, which: Condition) -> Answer<Vec<Row>> {
    let name = |table: &'static str| Expr::col((table, user::Column::FullName));
    let rows = referral::Entity::find()
        .filter(which)
        .join_as(
            JoinType::InnerJoin,
            referral::Relation::Referrer.def(),
            "referrer",
        )
        .join_as(
            JoinType::InnerJoin,
            referral::Relation::Colleague.def(),
            "colleague",
        )
        .expr_as(name("referrer"), "from_name")
        .expr_as(name("colleague"), "to_name")
        .into_model()
        .all(db)
        .await?;
    Ok(rows)
}

/// Adds to a doctor's own appointments how they came by referral, and where they went and what
/// became of it. A patient reads all of that in the timeline.
///
/// # Errors
/// When the database does not answer.
pub async fn attach<C: ConnectionTrait>(
    db: &C,
    reader: Actor,
    items: &mut [Appointment],
) -> Answer<()> {
    if reader.part != Part::Doctor {
        return Ok(());
    }
    // Most lists hold none that came or went by referral.
    let referred = |item: &&Appointment| {
        item.referred || item.moved_from.is_some() || item.status == Status::Referred
    };
    let cases: Vec<Uuid> = items
        .iter()
        .filter(referred)
        .map(|item| item.case_id)
        .collect();
    if cases.is_empty() {
        return Ok(());
    }
    let theirs = Condition::any()
        .add(referral::Column::DoctorId.eq(reader.id))
        .add(referral::Column::ReferrerId.eq(reader.id));
    let rows = matching(
        db,
        Condition::all()
            .add(referral::Column::CaseId.is_in(cases))
            .add(theirs),
    )
    .await?;
    let went = |item: &Appointment| rows.iter().find(|row| row.referral.from_id == item.id);
    let letters: Vec<(&Row, &str)> = items
        .iter()
        .filter_map(|item| Some((went(item)?, item.local.zone.as_str())))
        .collect();
    let mut outcomes = outcomes(db, &letters).await?;
    for item in items {
        let came = rows.iter().find(|row| {
            row.referral.case_id == item.case_id && row.referral.doctor_id == reader.id
        });
        item.referral = came.map(Row::letter);
        item.referred |= came.is_some();
        let outcome = outcomes.remove(&item.id);
        item.passed_on = went(item).map(|row| {
            let (outcome, seen_at) = outcome.map(|it| (it.step, it.seen_at)).unzip();
            Letter {
                outcome,
                seen_at: seen_at.flatten(),
                ..row.letter()
            }
        });
    }
    Ok(())
}

/// The referral by which an appointment came to its doctor.
///
/// # Errors
/// When the database does not answer.
pub async fn received<C: ConnectionTrait>(
    db: &C,
    row: &appointment::Model,
) -> Answer<Option<referral::Model>> {
    let found = referral::Entity::find_by_id((row.case_id, row.doctor_id))
        .one(db)
        .await?;
    Ok(found)
}

/// Keeps what a colleague who is about to decline advises instead.
///
/// # Errors
/// 422 where the appointment did not come by referral.
pub async fn advise(work: &Work<'_>, row: &appointment::Model, advice: String) -> Answer<()> {
    let referral = received(&work.tx, row)
        .await?
        .ok_or_else(|| AppError::field("advice", ts!("appointments-err-advice-alone")))?;
    let mut next = referral.into_active_model();
    next.advice = Set(Some(advice));
    next.update(&work.tx).await?;
    Ok(())
}

/// Tells whoever referred an appointment, once, what became of it. The step that brought it to
/// where it is now has been written.
///
/// # Errors
/// When the database does not answer.
pub async fn word_back(
    work: &mut Work<'_>,
    actor: Actor,
    row: &appointment::Model,
    to: Status,
) -> Answer<()> {
    let Some(referral) = received(&work.tx, row).await? else {
        return Ok(());
    };
    // Their open page shows it, whatever it is.
    work.call(referral.referrer_id, referral.case_id);
    if referral.answered_at.is_some() || matches!(to, Status::Pending | Status::Proposed) {
        return Ok(());
    }
    let theirs = one(work, Actor::doctor(row.doctor_id), row.id).await?;
    let notice = notice(&referral, &theirs, actor.part, to);
    let mut next = referral.into_active_model();
    next.answered_at = Set(Some(work.now));
    next.update(&work.tx).await?;
    work.tell(vec![notice]).await
}

/// The outcome in a sentence: neither the place, nor what was written to the patient.
fn notice(referral: &referral::Model, theirs: &Appointment, by: Part, to: Status) -> Notice {
    let (doctor, patient) = (&theirs.doctor.full_name, &theirs.patient.full_name);
    let title = || match to {
        Status::Accepted => {
            ts!(
                "notifications-outcome-accepted",
                doctor = doctor,
                patient = patient
            )
        }
        Status::Declined => {
            ts!(
                "notifications-outcome-declined",
                doctor = doctor,
                patient = patient
            )
        }
        Status::Referred => {
            ts!(
                "notifications-outcome-referred",
                doctor = doctor,
                patient = patient
            )
        }
        Status::Expired => {
            ts!(
                "notifications-outcome-expired",
                doctor = doctor,
                patient = patient
            )
        }
        _ if by == Part::Patient => {
            ts!(
                "notifications-outcome-cancelled-by-patient",
                doctor = doctor,
                patient = patient
            )
        }
        _ => ts!(
            "notifications-outcome-cancelled-by-doctor",
            doctor = doctor,
            patient = patient
        ),
    };
    let body = || with_advice(&theirs.reason, referral.advice.as_deref());
    Notice {
        user_id: referral.referrer_id,
        kind: Kind::ReferralOutcome,
        words: InEach::say(|| (title(), body())),
        link: format!("/appointments/{}", referral.from_id),
        case_id: Some(referral.case_id),
        location: None,
    }
}
