//! The doctor answers: yes, with the place; or no, with the reason.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use uuid::Uuid;

use super::idempotency::Key;
use super::letters::advise;
use super::read::one;
use super::work::{Actor, Work};
use crate::accounts::rules::{optional_text, required_text};
use crate::appointments::model::{Action, Appointment, LocationDraft};
use crate::appointments::rules;
use crate::availability::entity::clinic;
use crate::error::{Answer, AppError, Problems};
use crate::notifications::model::Kind;
use crate::notifications::service::Notice;
use crate::place::{Location, coordinates};
use crate::server::state::App;

/// Where the appointment will be: a saved clinic, or a place for this once.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Acceptance {
    pub clinic_id: String,
    pub location: Option<LocationDraft>,
    pub note: String,
    #[serde(skip)]
    pub idempotency_key: String,
}

/// Accepts a request. The patient is told where to go in the same transaction.
///
/// # Errors
/// 422 with the fields; 404 where it isn't this doctor's; 409 where it doesn't wait any more.
pub async fn accept(
    app: &App,
    doctor_id: Uuid,
    id: Uuid,
    typed: Acceptance,
) -> Answer<Appointment> {
    let key = Key::new(
        doctor_id,
        &typed.idempotency_key,
        &format!("accept {id}"),
        &typed,
    )?;
    let mut problems = Problems::default();
    let note = problems.take(
        "note",
        optional_text(&typed.note, "The note", rules::NOTE_MOST),
    );
    let one_off = typed
        .location
        .filter(|draft| *draft != LocationDraft::default());
    let one_off = match (typed.clinic_id.trim(), one_off) {
        ("" | "elsewhere", Some(draft)) => location(&draft, &mut problems),
        ("" | "elsewhere", None) => {
            problems.add(
                "clinic_id",
                "Choose a clinic, or enter the name and address of another place.",
            );
            None
        }
        (_, Some(_)) => {
            problems.add("clinic_id", "You typed another place. Choose “Another place” to use it, or clear what you typed.");
            None
        }
        _ => None,
    };
    let (Some(note), true) = (note, problems.is_empty()) else {
        return Err(problems.into_error());
    };

    let actor = Actor::doctor(doctor_id);
    let (mut work, row) = Work::on(app, actor, id, &[]).await?;
    if let Some(answer) = key.earlier(&work).await? {
        return Ok(answer);
    }
    let place = match one_off {
        Some(place) => place,
        None => clinic_of(&work, doctor_id, typed.clinic_id.trim()).await?,
    };
    let noted = note.clone();
    let row = work
        .step(actor, Action::Accept, row, note.as_deref(), |next| {
            next.location_name = Set(Some(place.name));
            next.location_address = Set(Some(place.address));
            next.location_latitude = Set(place.latitude);
            next.location_longitude = Set(place.longitude);
            next.note = Set(noted);
        })
        .await?;
    let answer = one(&work.tx, actor, row.id, work.now).await?;
    let told = Notice {
        kind: Kind::Accepted,
        title: format!("{} accepted your appointment", answer.doctor.full_name),
        body: format!(
            "{}, {} {}",
            answer.local.long_day(),
            answer.local.hours(),
            answer.local.zone_name()
        ),
        location: answer.location.clone(),
        ..to_patient(&answer)
    };
    work.tell(vec![told]).await?;
    key.keep(&work, &answer).await?;
    work.commit().await?;
    Ok(answer)
}

fn location(draft: &LocationDraft, problems: &mut Problems) -> Option<Location> {
    let name = required_text(
        draft.name.text(),
        "The name",
        "Enter the name of the place.",
        120,
    );
    let address = required_text(
        draft.address.text(),
        "The address",
        "Enter the address, so that the patient finds it.",
        300,
    );
    let name = problems.take("location.name", name);
    let address = problems.take("location.address", address);
    let point = coordinates(draft.latitude.text(), draft.longitude.text())
        .map_err(|(field, sentence)| problems.add(&format!("location.{field}"), sentence))
        .ok()?;
    Some(Location {
        name: name?,
        address: address?,
        latitude: point.map(|(latitude, _)| latitude),
        longitude: point.map(|(_, longitude)| longitude),
    })
}

/// The place of a saved clinic of this doctor's own.
async fn clinic_of(work: &Work<'_>, doctor_id: Uuid, typed: &str) -> Answer<Location> {
    let unknown = || AppError::field("clinic_id", "Choose one of your clinics.");
    let id: Uuid = typed.parse().map_err(|_| unknown())?;
    let row = clinic::Entity::find_by_id(id)
        .filter(clinic::Column::DoctorId.eq(doctor_id))
        .filter(clinic::Column::RemovedAt.is_null())
        .one(&work.tx)
        .await?
        .ok_or_else(unknown)?;
    Ok(Location {
        name: row.name,
        address: row.address,
        latitude: row.latitude,
        longitude: row.longitude,
    })
}

/// Why not, and what instead.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Refusal {
    pub reason: String,
    /// For the patient and for whoever referred.
    pub advice: String,
    #[serde(skip)]
    pub idempotency_key: String,
}

/// Declines a request, with a reason that the patient reads, and where it came by referral with
/// advice that the referrer reads too.
///
/// # Errors
/// 422 without a reason, or with advice where nobody referred it; 404 where it isn't this
/// doctor's; 409 where it doesn't wait any more.
pub async fn decline(app: &App, doctor_id: Uuid, id: Uuid, typed: Refusal) -> Answer<Appointment> {
    let key = Key::new(
        doctor_id,
        &typed.idempotency_key,
        &format!("decline {id}"),
        &typed,
    )?;
    let mut problems = Problems::default();
    let reason = required_text(
        &typed.reason,
        "The reason",
        "Enter the reason; the patient reads it.",
        rules::NOTE_MOST,
    );
    let reason = problems.take("reason", reason);
    let advice = problems.take(
        "advice",
        optional_text(&typed.advice, "The advice", rules::NOTE_MOST),
    );
    let (Some(reason), Some(advice)) = (reason, advice) else {
        return Err(problems.into_error());
    };
    let actor = Actor::doctor(doctor_id);
    let (mut work, row) = Work::on(app, actor, id, &[]).await?;
    if let Some(answer) = key.earlier(&work).await? {
        return Ok(answer);
    }
    if let Some(advice) = &advice {
        advise(&work, &row, advice.clone()).await?;
    }
    let row = work
        .step(actor, Action::Decline, row, Some(&reason), |_| ())
        .await?;
    let answer = one(&work.tx, actor, row.id, work.now).await?;
    let told = Notice {
        kind: Kind::Declined,
        title: format!("{} can’t take your appointment", answer.doctor.full_name),
        body: match advice {
            Some(advice) => format!("{reason}\nAdvice: {advice}"),
            None => reason,
        },
        ..to_patient(&answer)
    };
    work.tell(vec![told]).await?;
    key.keep(&work, &answer).await?;
    work.commit().await?;
    Ok(answer)
}

/// A notice to the patient about their case, to be filled in.
pub fn to_patient(answer: &Appointment) -> Notice {
    Notice {
        user_id: answer.patient.id,
        kind: Kind::Accepted,
        title: String::new(),
        body: String::new(),
        link: format!("/appointments/{}", answer.id),
        case_id: Some(answer.case_id),
        location: None,
    }
}
