//! A patient leaves a wish, or takes one back.

use chrono::NaiveDate;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
};
use serde::Serialize;
use uuid::Uuid;

use super::{changed, close, read, record, release, wish_by_id};
use crate::accounts::rules::{optional_text, required_text};
use crate::appointments::rules::{REASON_MOST, SYMPTOMS_MOST};
use crate::appointments::service::{Actor, Key, Once, Work, requestable};
use crate::availability::service as availability;
use crate::directory::specialties::by_slug;
use crate::error::{Answer, AppError, Problems};
use crate::server::state::App;
use crate::time::parse_date;
use crate::waiting::entity::{offer, wish};
use crate::waiting::model::{DayPart, OfferStatus, Wish, WishStatus};
use crate::waiting::rules::{self, AnyOf};

/// What a patient typed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Wishing {
    /// One of the two.
    pub doctor_id: String,
    /// A slug.
    pub specialty: String,
    /// The id of one of the doctor's kinds of visits; empty for the usual length.
    pub visit_type: String,
    /// ISO numbers; none is any.
    pub weekdays: Vec<String>,
    /// Words of [`DayPart`]; none is any.
    pub times: Vec<String>,
    /// Dates; empty is today, and as far ahead as times are given.
    pub earliest: String,
    pub latest: String,
    pub reason: String,
    pub symptoms: String,
    #[serde(skip)]
    pub once: Once,
}

/// Of whom a time is wanted.
enum Of {
    Doctor(Uuid),
    Specialty(String),
}

/// Leaves a wish.
///
/// # Errors
/// 422 with the fields; 404 for a doctor who isn't listed; 409 where the doctor takes no
/// requests, or so many wishes are open as may be.
pub async fn leave(app: &App, patient_id: Uuid, typed: Wishing) -> Answer<Wish> {
    let mut problems = Problems::default();
    let of = problems.take_of(&typed);
    let weekdays = problems.take("weekdays", weekdays(&typed.weekdays));
    let parts = problems.take("times", parts(&typed.times));
    let earliest = problems.take("earliest", date(&typed.earliest));
    let latest = problems.take("latest", date(&typed.latest));
    let reason = required_text(
        &typed.reason,
        &ts!("waiting-the-reason"),
        &ts!("waiting-need-reason"),
        REASON_MOST,
    );
    let reason = problems.take("reason", reason);
    let symptoms = problems.take(
        "symptoms",
        optional_text(&typed.symptoms, &ts!("waiting-symptoms"), SYMPTOMS_MOST),
    );
    let (
        Some(of),
        Some(weekdays),
        Some(parts),
        Some(earliest),
        Some(latest),
        Some(reason),
        Some(symptoms),
    ) = (of, weekdays, parts, earliest, latest, reason, symptoms)
    else {
        return Err(problems.into_error());
    };
    let key = Key::new(patient_id, &typed.once, "wait", &typed)?;
    let work = Work::begin(app, &[patient_id]).await?;
    if let Some(answer) = key.earlier(&work, None).await? {
        return Ok(answer);
    }
    let (doctor_id, specialty, visit_type, horizon) = match of {
        Of::Specialty(slug) => (None, Some(slug), None, rules::HORIZON_DAYS),
        Of::Doctor(id) => {
            let doctor = requestable(&work, id).await?;
            let kind = availability::visit_type(&work.tx, id, &typed.visit_type).await?;
            let horizon = u32::try_from(doctor.horizon_days).unwrap_or_default();
            (Some(id), None, kind.map(|kind| kind.id), horizon)
        }
    };
    let today = work.now.date_naive();
    let (earliest, latest) = rules::dates(earliest, latest, today, horizon)
        .map_err(|(field, sentence)| AppError::field(field, sentence))?;
    let open = wish::Entity::find()
        .filter(wish::Column::PatientId.eq(patient_id))
        .filter(wish::Column::Status.eq(WishStatus::Open.as_str()))
        .count(&work.tx)
        .await?;
    if open >= rules::OPEN_MOST {
        return Err(AppError::conflict(ts!(
            "waiting-most",
            count = rules::OPEN_MOST
        )));
    }
    let row = wish::Model {
        id: Uuid::now_v7(),
        patient_id,
        doctor_id,
        specialty,
        visit_type_id: visit_type,
        weekdays: weekdays.number(),
        day_parts: parts.number(),
        earliest,
        latest,
        reason,
        symptoms,
        status: WishStatus::Open.as_str().to_owned(),
        created_at: work.now,
        updated_at: work.now,
    };
    let id = row.id;
    row.into_active_model().reset_all().insert(&work.tx).await?;
    record(&work, Actor::patient(patient_id), "wait", patient_id, id).await?;
    let answer = read::one(&work.tx, patient_id, id).await?;
    key.keep(&work, &answer).await?;
    work.commit().await?;
    changed(app, patient_id).await;
    Ok(answer)
}

/// Takes a wish back; a time that is held for it is free again. Again is no harm.
///
/// # Errors
/// 404 where it isn't this patient's.
pub async fn remove(app: &App, patient_id: Uuid, id: Uuid) -> Answer<()> {
    let missing = || AppError::not_found("entry in your waiting list");
    let held = offer::Entity::find()
        .filter(offer::Column::WishId.eq(id))
        .filter(offer::Column::PatientId.eq(patient_id))
        .filter(offer::Column::Status.eq(OfferStatus::Open.as_str()))
        .one(app.db.read())
        .await?;
    let mut people = vec![patient_id];
    people.extend(held.map(|offer| offer.doctor_id));
    let work = Work::begin(app, &people).await?;
    let wish = wish_by_id(&work, id)
        .await?
        .filter(|wish| wish.patient_id == patient_id)
        .ok_or_else(missing)?;
    if wish.status == WishStatus::Removed.as_str() {
        return Ok(());
    }
    release(&work, id).await?;
    close(&work, wish, WishStatus::Removed).await?;
    record(
        &work,
        Actor::patient(patient_id),
        "stop_waiting",
        patient_id,
        id,
    )
    .await?;
    work.commit().await?;
    changed(app, patient_id).await;
    Ok(())
}

impl Problems {
    /// A doctor or a specialty, exactly one.
    fn take_of(&mut self, typed: &Wishing) -> Option<Of> {
        match (typed.doctor_id.trim(), typed.specialty.trim()) {
            ("", "") => {
                self.add("doctor_id", ts!("waiting-need-one"));
                None
            }
            ("", slug) => {
                if !typed.visit_type.trim().is_empty() {
                    self.add("visit_type", ts!("waiting-kind-needs-doctor"));
                }
                let known = by_slug(slug).map(|entry| Of::Specialty(entry.slug.to_owned()));
                self.take(
                    "specialty",
                    known.ok_or_else(|| ts!("waiting-bad-specialty")),
                )
                .filter(|_| self.is_empty())
            }
            (id, "") => self.take(
                "doctor_id",
                id.parse()
                    .map(Of::Doctor)
                    .map_err(|_| ts!("waiting-bad-doctor")),
            ),
            _ => {
                self.add("specialty", ts!("waiting-not-both"));
                None
            }
        }
    }
}

fn weekdays(typed: &[String]) -> Result<AnyOf, String> {
    let days: Result<Vec<u8>, String> = said(typed)
        .map(|day| {
            day.parse()
                .ok()
                .filter(|day| (1..=7).contains(day))
                .ok_or_else(|| ts!("waiting-bad-days"))
        })
        .collect();
    days.map(AnyOf::of_days)
}

fn parts(typed: &[String]) -> Result<AnyOf, String> {
    let parts: Result<Vec<DayPart>, String> = said(typed)
        .map(|word| DayPart::parse(word).ok_or_else(|| ts!("waiting-bad-times")))
        .collect();
    parts.map(AnyOf::of_parts)
}

/// What is not empty.
fn said(typed: &[String]) -> impl Iterator<Item = &str> {
    typed
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
}

fn date(typed: &str) -> Result<Option<NaiveDate>, String> {
    match typed.trim() {
        "" => Ok(None),
        text => parse_date(text)
            .map(Some)
            .ok_or_else(|| ts!("waiting-bad-date")),
    }
}
