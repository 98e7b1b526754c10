//! A case's timeline: what happened, and which of it concerns whoever reads.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait, sea_query::Expr,
};
use uuid::Uuid;

use super::letters;
use super::work::Actor;
use crate::accounts::entity::user;
use crate::appointments::entity::{appointment, event};
use crate::appointments::model::{Action, Actor as Person, Part, Status, Step};
use crate::error::{Answer, AppError};
use crate::texts::{Language, kept};
use crate::time::{Instant, Local};

/// A step with the names that go with it.
#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    event: event::Model,
    actor_name: Option<String>,
    /// Whose appointment the step is of.
    doctor_id: Uuid,
    doctor_name: String,
    /// A word of [`Status`]: what its appointment is now.
    now: String,
    /// When that is, and by which clock.
    starts_at: Instant,
    ends_at: Instant,
    time_zone: String,
}

impl Row {
    fn is(&self, action: Action) -> bool {
        self.event.action == action.as_str()
    }
}

/// The case's steps, oldest first. The patient reads all of it. A doctor reads the reasons up to
/// their own part, and of what came after only what happened: the outcome, not the notes.
///
/// # Errors
/// When the database does not answer.
pub async fn timeline<C: ConnectionTrait>(
    db: &C,
    actor: Actor,
    own: &appointment::Model,
) -> Answer<Vec<Step>> {
    let steps = told(db, actor, own).await?;
    Ok(steps.into_iter().map(|(_, step)| step).collect())
}

/// The last step of this appointment alone, as the timeline has it.
///
/// # Errors
/// When the database does not answer.
pub async fn last<C: ConnectionTrait>(
    db: &C,
    actor: Actor,
    own: &appointment::Model,
) -> Answer<Option<Step>> {
    let mut steps = told(db, actor, own).await?.into_iter().rev();
    Ok(steps.find(|(of, _)| *of == own.id).map(|(_, step)| step))
}

/// The steps, each with the appointment that it is of.
async fn told<C: ConnectionTrait>(
    db: &C,
    actor: Actor,
    own: &appointment::Model,
) -> Answer<Vec<(Uuid, Step)>> {
    let rows = steps(db, &[own.case_id]).await?;
    let letters = letters::of_cases(db, &[own.case_id]).await?;
    rows.into_iter()
        .map(|row| {
            let concerns = match actor.part {
                Part::Patient => true,
                _ => row.doctor_id == own.doctor_id || row.event.at <= own.created_at,
            };
            let (of, by) = (row.event.appointment_id, row.event.actor_id);
            let step = read(row, &own.time_zone)?;
            let referral = letters
                .iter()
                .find(|letter| step.action == Action::Refer && letter.referral.from_id == of);
            let declined = letters.iter().find(|letter| {
                step.action == Action::Decline && by == Some(letter.referral.doctor_id)
            });
            let step = Step {
                reason: step.reason.filter(|_| concerns),
                colleague: referral.map(|letter| letter.to_name.clone()),
                priority: referral.filter(|_| concerns).map(letters::Row::priority),
                advice: declined.and_then(|letter| letter.advice_for(actor)),
                was: step.was.filter(|_| concerns),
                becomes: step.becomes.filter(|_| concerns),
                ..step
            };
            Ok((of, step))
        })
        .collect()
}

/// What became of a referral.
pub struct Outcome {
    pub step: Step,
    /// When the patient is seen, where that is agreed.
    pub seen_at: Option<Local>,
}

/// What became of each of these referrals, each with the zone of whoever
/// referred, by the appointment that was passed on: what, when and by whom, without what was
/// written to the patient.
///
/// # Errors
/// When the database does not answer.
pub async fn outcomes<C: ConnectionTrait>(
    db: &C,
    went: &[(&letters::Row, &str)],
) -> Answer<HashMap<Uuid, Outcome>> {
    if went.is_empty() {
        return Ok(HashMap::new());
    }
    let cases: Vec<Uuid> = went
        .iter()
        .map(|(letter, _)| letter.referral.case_id)
        .collect();
    let mut cases_steps: HashMap<Uuid, Vec<Row>> = HashMap::new();
    for row in steps(db, &cases).await? {
        cases_steps.entry(row.event.case_id).or_default().push(row);
    }
    let mut latest = HashMap::new();
    for (letter, zone) in went {
        let referral = &letter.referral;
        let mut since = cases_steps.remove(&referral.case_id).unwrap_or_default();
        // A doctor has a case once, so what follows their referral is others' doing.
        let referred = since
            .iter()
            .rposition(|row| row.event.appointment_id == referral.from_id && row.is(Action::Refer));
        let since = since.split_off(referred.map_or(since.len(), |n| n + 1));
        let Some(row) = decided(since) else { continue };
        let by = row.event.actor_id;
        let accepted = Status::Accepted.as_str();
        let seen_at = (row.now == accepted && row.event.to_status == accepted)
            .then(|| Local::at(&row.time_zone, row.starts_at, row.ends_at));
        let step = read(row, zone)?;
        // Of the colleague to whom they referred, not of one further on.
        let declined = step.action == Action::Decline && by == Some(referral.doctor_id);
        let step = Step {
            reason: None,
            advice: referral.advice.clone().filter(|_| declined),
            was: None,
            becomes: None,
            ..step
        };
        latest.insert(referral.from_id, Outcome { step, seen_at });
    }
    Ok(latest)
}

/// The step by which a case stands as it does: what was agreed where something is, how it ended
/// where nothing goes on. Neither a move that is open nor one that came to nothing changes that.
fn decided(mut since: Vec<Row>) -> Option<Row> {
    let live = |row: &Row| Status::LIVE.iter().any(|status| status.as_str() == row.now);
    let goes_on = since.iter().any(live);
    let last = |fits: &dyn Fn(&Row) -> bool| since.iter().rposition(fits);
    let found = if goes_on {
        let led_to = |row: &Row, to: Status| live(row) && row.event.to_status == to.as_str();
        last(&|row| led_to(row, Status::Accepted))
            .or_else(|| last(&|row| led_to(row, Status::Proposed)))
            .or_else(|| last(&|row| row.is(Action::Refer)))
    } else {
        // What gives up one half of a move is nobody's decision.
        last(&|row| row.event.actor_id.is_some() || row.is(Action::Expire))
    };
    found.map(|found| since.swap_remove(found))
}

/// The steps of cases, oldest first.
async fn steps<C: ConnectionTrait>(db: &C, cases: &[Uuid]) -> Answer<Vec<Row>> {
    let rows = event::Entity::find()
        .filter(event::Column::CaseId.is_in(cases.iter().copied()))
        .join_as(JoinType::LeftJoin, event::Relation::Actor.def(), "actor")
        .join(JoinType::InnerJoin, event::Relation::Appointment.def())
        .join_as(
            JoinType::InnerJoin,
            appointment::Relation::DoctorUser.def(),
            "du",
        )
        .expr_as(Expr::col(("actor", user::Column::FullName)), "actor_name")
        .column_as(appointment::Column::DoctorId, "doctor_id")
        .column_as(appointment::Column::Status, "now")
        .column_as(appointment::Column::StartsAt, "starts_at")
        .column_as(appointment::Column::EndsAt, "ends_at")
        .column_as(appointment::Column::TimeZone, "time_zone")
        .expr_as(Expr::col(("du", user::Column::FullName)), "doctor_name")
        .order_by_asc(event::Column::Id)
        .into_model()
        .all(db)
        .await?;
    Ok(rows)
}

/// A row as a step, with all that it says.
fn read(row: Row, zone: &str) -> Answer<Step> {
    let Row { event, .. } = row;
    let unknown = || {
        tracing::error!(id = %event.id, "a step that this build does not know");
        AppError::internal()
    };
    let span = |from: Option<Instant>, until: Option<Instant>| Some(Local::at(zone, from?, until?));
    Ok(Step {
        at: event.at,
        local: Local::at(zone, event.at, event.at),
        actor: Person {
            role: Part::parse(&event.actor_role).ok_or_else(unknown)?,
            full_name: row.actor_name.unwrap_or_default(),
        },
        action: Action::parse(&event.action).ok_or_else(unknown)?,
        from: event.from_status.as_deref().and_then(Status::parse),
        to: Status::parse(&event.to_status).ok_or_else(unknown)?,
        reason: event.reason.map(|reason| {
            kept(
                Language::current(),
                reason,
                event.other_languages.as_deref(),
            )
        }),
        doctor: row.doctor_name,
        colleague: None,
        priority: None,
        advice: None,
        was: span(event.was_from, event.was_until),
        becomes: span(event.now_from, event.now_until),
    })
}
