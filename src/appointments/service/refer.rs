//! The doctor passes a request on to a colleague of the same specialty.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
};
use serde::Serialize;
use uuid::Uuid;

use super::another::like;
use super::idempotency::{Key, Once};
use super::place::note;
use super::read::one;
use super::request::{NEAREST, asked, pending, requestable};
use super::words::{stop, to_patient};
use super::work::{Actor, Work, slot_taken};
use crate::accounts::entity::doctor;
use crate::accounts::rules::required_text;
use crate::appointments::entity::{appointment, referral};
use crate::appointments::model::{Action, Appointment, Priority};
use crate::appointments::rules;
use crate::availability::service as availability;
use crate::error::{Answer, AppError, ErrorKind, Problems};
use crate::notifications::model::Kind;
use crate::notifications::service::Notice;
use crate::server::state::App;
use crate::texts::InEach;
use crate::time::{FreeTime, Instant, parse_instant};

/// To whom, why, and for when.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Referral {
    pub doctor_id: String,
    /// A word of [`Priority`]; empty is routine.
    pub priority: String,
    pub reason: String,
    /// For the colleague alone.
    pub note: String,
    /// Another time of the colleague's; empty keeps the time.
    pub starts_at: String,
    #[serde(skip)]
    pub once: Once,
}

/// Refers a request. In one transaction it leaves this doctor and waits for the colleague, and
/// both the patient and the colleague are told.
///
/// # Errors
/// 422 with the fields; 404 where it isn't this doctor's; 409 where it doesn't wait any more,
/// or the colleague isn't free then (with their nearest free times).
pub async fn refer(app: &App, doctor_id: Uuid, id: Uuid, typed: Referral) -> Answer<Appointment> {
    let key = Key::new(doctor_id, &typed.once, &format!("refer {id}"), &typed)?;
    let mut problems = Problems::default();
    let colleague: Option<Uuid> = problems.take(
        "doctor_id",
        typed
            .doctor_id
            .trim()
            .parse()
            .map_err(|_| ts!("appointments-err-colleague")),
    );
    let reason = required_text(
        &typed.reason,
        &ts!("appointments-err-the-reason"),
        &ts!("appointments-err-ask-reason-both"),
        rules::NOTE_MOST,
    );
    let reason = problems.take("reason", reason);
    let note = note(&typed.note, &mut problems);
    let priority = match typed.priority.trim() {
        "" => Some(Priority::Routine),
        word => problems.take(
            "priority",
            Priority::parse(word).ok_or_else(|| ts!("appointments-err-priority")),
        ),
    };
    let starts_at = match typed.starts_at.trim() {
        "" => Some(None),
        text => problems.take(
            "starts_at",
            parse_instant(text)
                .map(Some)
                .ok_or_else(|| ts!("appointments-err-time")),
        ),
    };
    let (Some(colleague), Some(priority), Some(reason), Some(note), Some(starts_at)) =
        (colleague, priority, reason, note, starts_at)
    else {
        return Err(problems.into_error());
    };
    let wanted = Wanted {
        colleague,
        urgent: priority == Priority::Urgent,
        reason,
        note,
        starts_at,
    };
    match pass_on(app, doctor_id, id, wanted, &key).await {
        Err(error) if error.kind == ErrorKind::SlotTaken => Err(AppError {
            nearest: nearest(app, id, colleague, starts_at).await?,
            message: ts!("appointments-err-colleague-busy"),
            ..error
        }),
        answer => answer,
    }
}

/// The colleague's free times nearest to the one that is wanted.
async fn nearest(
    app: &App,
    id: Uuid,
    colleague: Uuid,
    starts_at: Option<Instant>,
) -> Answer<Vec<FreeTime>> {
    let db = app.db.read();
    let Some(row) = appointment::Entity::find_by_id(id).one(db).await? else {
        return Ok(Vec::new());
    };
    let wanted = starts_at.unwrap_or(row.starts_at);
    let visit = like(&row);
    availability::nearest_free_for(db, colleague, wanted, NEAREST, visit, app.now()).await
}

/// What was typed, parsed.
struct Wanted {
    colleague: Uuid,
    urgent: bool,
    reason: String,
    note: Option<String>,
    starts_at: Option<Instant>,
}

async fn pass_on(
    app: &App,
    doctor_id: Uuid,
    id: Uuid,
    referral: Wanted,
    key: &Key,
) -> Answer<Appointment> {
    let Wanted {
        colleague,
        urgent,
        reason,
        note,
        starts_at,
    } = referral;
    let actor = Actor::doctor(doctor_id);
    let (mut work, row) = Work::on(app, actor, id, &[colleague]).await?;
    let (wanted, visit) = (starts_at.unwrap_or(row.starts_at), like(&row));
    if let Some(answer) = key.earlier(&work, Some(&row)).await? {
        return Ok(answer);
    }
    let free = availability::is_free_for(&work.tx, colleague, wanted, visit, work.now).await?;
    let becomes = free
        .as_ref()
        .filter(|slot| slot.starts_at != row.starts_at)
        .map(|slot| (slot.starts_at, slot.ends_at));
    // The old one frees its time first: both may be at the same one.
    let old = work
        .step_to(actor, Action::Refer, row, Some(&reason), becomes, |_| ())
        .await?
        .row;
    may_take(&work, &old, colleague).await?;
    let slot = free.ok_or_else(slot_taken)?;
    let mut next = pending(
        &work,
        old.case_id,
        colleague,
        old.patient_id,
        &slot,
        old.reason.clone(),
        old.symptoms.clone(),
    );
    next.referred_from = Some(old.id);
    next.urgent = urgent;
    next.visit_type_id = old.visit_type_id;
    next.visit_type = old.visit_type;
    let next = work.insert(next).await?;
    let letter = referral::Model {
        case_id: old.case_id,
        doctor_id: colleague,
        from_id: old.id,
        referrer_id: doctor_id,
        urgent,
        reason: reason.clone(),
        note,
        advice: None,
        created_at: work.now,
        answered_at: None,
    };
    referral::Entity::insert(letter.into_active_model().reset_all())
        .exec_without_returning(&work.tx)
        .await?;
    let mine = one(&work, actor, old.id).await?;
    let theirs = one(&work, Actor::doctor(colleague), next.id).await?;
    let told = Notice {
        kind: Kind::Referred,
        words: InEach::say(|| {
            let (from, to) = (&mine.doctor.full_name, &theirs.doctor.full_name);
            (
                ts!("notifications-referred", from = from, to = to),
                [&stop(&theirs.local.at_length()), " ", &reason].concat(),
            )
        }),
        ..to_patient(&theirs)
    };
    work.tell(vec![told, asked(&theirs, Some(&mine.doctor.full_name))])
        .await?;
    key.keep(&work, &mine).await?;
    work.commit().await?;
    Ok(mine)
}

/// The colleague must be of the same specialty, and not have had the case.
async fn may_take(work: &Work<'_>, old: &appointment::Model, colleague: Uuid) -> Answer<()> {
    let theirs = requestable(work, colleague)
        .await
        .map_err(|error| match error.kind {
            ErrorKind::NotFound => {
                AppError::field("doctor_id", ts!("appointments-err-colleague-list"))
            }
            _ => error,
        })?;
    let mine = doctor::Entity::find_by_id(old.doctor_id)
        .one(&work.tx)
        .await?
        .ok_or_else(AppError::internal)?;
    if mine.specialty != theirs.specialty {
        return Err(AppError::field(
            "doctor_id",
            ts!("appointments-err-own-specialty"),
        ));
    }
    let had = appointment::Entity::find()
        .filter(appointment::Column::CaseId.eq(old.case_id))
        .filter(appointment::Column::DoctorId.eq(colleague))
        .count(&work.tx)
        .await?;
    if had > 0 {
        return Err(AppError::field("doctor_id", ts!("appointments-err-had-it")));
    }
    Ok(())
}
