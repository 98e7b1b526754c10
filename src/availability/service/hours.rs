//! A doctor's hours, as the doctor sees and sets them.

use chrono::Days;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::clinics::live_clinics;
use super::outside::outside;
use super::visit_types::{self, visit_types};
use crate::accounts::entity::doctor;
use crate::accounts::service::begin_holding;
use crate::availability::draft::{AvailabilityDraft, HoursDetails};
use crate::availability::entity::{hour_exception, weekly_hours};
use crate::availability::model::{
    Availability, ExceptionKind, HourException, Outside, TimeOfDay, WeeklyHours, Why,
};
use crate::availability::rules;
use crate::error::{Answer, AppError};
use crate::server::state::App;
use crate::server::wake::Call;

/// A doctor's hours, and the appointments outside of them. Exceptions that have passed are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn availability(app: &App, doctor_id: Uuid) -> Answer<Availability> {
    let db = app.db.read();
    let now = app.now();
    let doctor = doctor::Entity::find_by_id(doctor_id)
        .one(db)
        .await?
        .ok_or_else(|| AppError::not_found("doctor"))?;
    // A day of slack covers every zone.
    let since = now.date_naive() - Days::new(1);
    let weekly = weekly_rows(db, &[doctor_id]).await?;
    let exceptions = exception_rows(db, &[doctor_id], since).await?;
    let unsigned = |n: i32| u32::try_from(n).unwrap_or_default();
    Ok(Availability {
        weekly: weekly.iter().filter_map(hours).collect(),
        exceptions: exceptions.iter().filter_map(exception).collect(),
        minimum_notice_minutes: unsigned(doctor.minimum_notice_minutes),
        horizon_days: unsigned(doctor.horizon_days),
        buffer_before_minutes: unsigned(doctor.buffer_before_minutes),
        buffer_after_minutes: unsigned(doctor.buffer_after_minutes),
        daily_cap: doctor.daily_cap.map(unsigned),
        visit_types: visit_types(db, doctor_id).await?,
        version: doctor.hours_version,
        outside: outside(db, doctor_id, now).await?,
    })
}

/// Replaces a doctor's hours with these. Appointments that were asked for stay as they are.
///
/// # Errors
/// 422 with what is wrong, or where the draft asks first with the appointments that would be left
/// outside the hours; 409 where others were saved since the draft's version. Nothing is changed then.
pub async fn replace_availability(
    app: &App,
    doctor_id: Uuid,
    draft: &AvailabilityDraft,
) -> Answer<Availability> {
    let now = app.now();
    // Two who replace at once queue up here, and so does whoever asks for a time.
    let tx = begin_holding(app, &[doctor_id]).await?;
    draft.is_of(version(&tx, doctor_id).await?)?;
    let kept = visit_types(&tx, doctor_id).await?;
    let new = draft.parse(&live_clinics(&tx, doctor_id).await?, &kept)?;
    let before = if draft.asks_first() {
        Some(outside(&tx, doctor_id, now).await?)
    } else {
        None
    };
    write(&tx, doctor_id, &new).await?;
    if let Some(kinds) = &new.visit_types {
        visit_types::replace(&tx, doctor_id, kinds, now).await?;
    }
    if let Some(before) = before {
        ask(&before, outside(&tx, doctor_id, now).await?)?;
    }
    tx.commit().await?;
    changed(app, doctor_id).await;
    availability(app, doctor_id).await
}

/// Which of the doctor's hours there are.
async fn version<C: ConnectionTrait>(db: &C, doctor_id: Uuid) -> Answer<i32> {
    doctor::Entity::find_by_id(doctor_id)
        .select_only()
        .column(doctor::Column::HoursVersion)
        .into_tuple()
        .one(db)
        .await?
        .ok_or_else(|| AppError::not_found("doctor"))
}

/// Hours have changed: whoever looks for free times looks again.
pub(super) async fn changed(app: &App, doctor_id: Uuid) {
    let call = Call {
        user_id: doctor_id,
        case_id: None,
    };
    app.wake.call(&[call]).await;
}

/// Refuses where appointments would be left outside the hours that were not so before. Buffers
/// hurt nobody who has a time already.
fn ask(before: &[Outside], after: Vec<Outside>) -> Answer<()> {
    let known = |one: &Outside| {
        before
            .iter()
            .any(|other| other.appointment_id == one.appointment_id && other.why != Why::Buffer)
    };
    let left: Vec<Outside> = after
        .into_iter()
        .filter(|one| one.why != Why::Buffer && !known(one))
        .collect();
    if left.is_empty() {
        Ok(())
    } else {
        Err(AppError::field("confirmed", rules::left_behind(&left)))
    }
}

async fn write<C: ConnectionTrait>(tx: &C, doctor_id: Uuid, new: &HoursDetails) -> Answer<()> {
    let number = |n: u32| Expr::value(signed(n));
    let mut terms = doctor::Entity::update_many()
        .col_expr(
            doctor::Column::MinimumNoticeMinutes,
            number(new.minimum_notice_minutes),
        )
        .col_expr(doctor::Column::HorizonDays, number(new.horizon_days))
        .col_expr(
            doctor::Column::HoursVersion,
            Expr::col(doctor::Column::HoursVersion).add(1),
        );
    if let Some(before) = new.buffer_before_minutes {
        terms = terms.col_expr(doctor::Column::BufferBeforeMinutes, number(before));
    }
    if let Some(after) = new.buffer_after_minutes {
        terms = terms.col_expr(doctor::Column::BufferAfterMinutes, number(after));
    }
    if let Some(cap) = new.daily_cap {
        let cap = Some(signed(cap)).filter(|cap| *cap > 0);
        terms = terms.col_expr(doctor::Column::DailyCap, Expr::value(cap));
    }
    terms
        .filter(doctor::Column::UserId.eq(doctor_id))
        .exec(tx)
        .await?;
    weekly_hours::Entity::delete_many()
        .filter(weekly_hours::Column::DoctorId.eq(doctor_id))
        .exec(tx)
        .await?;
    hour_exception::Entity::delete_many()
        .filter(hour_exception::Column::DoctorId.eq(doctor_id))
        .exec(tx)
        .await?;
    if !new.weekly.is_empty() {
        let rows = new.weekly.iter().map(|hours| weekly_hours::ActiveModel {
            id: Set(Uuid::now_v7()),
            doctor_id: Set(doctor_id),
            clinic_id: Set(hours.clinic_id),
            weekday: Set(i32::from(hours.weekday)),
            from_minute: Set(hours.from.minutes()),
            to_minute: Set(hours.to.minutes()),
            slot_minutes: Set(i32::from(hours.slot_minutes)),
        });
        weekly_hours::Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await?;
    }
    if !new.exceptions.is_empty() {
        let rows = new
            .exceptions
            .iter()
            .map(|exception| hour_exception::ActiveModel {
                id: Set(Uuid::now_v7()),
                doctor_id: Set(doctor_id),
                clinic_id: Set(exception.clinic_id),
                on_date: Set(exception.date),
                until_date: Set(exception.until),
                kind: Set(exception.kind.as_str().to_owned()),
                from_minute: Set(exception.from.map(TimeOfDay::minutes)),
                to_minute: Set(exception.to.map(TimeOfDay::minutes)),
            });
        hour_exception::Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// The weekly hours of doctors, Monday first; their order also decides which of two that overlap stands.
pub(super) async fn weekly_rows<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
) -> Answer<Vec<weekly_hours::Model>> {
    let rows = weekly_hours::Entity::find()
        .filter(weekly_hours::Column::DoctorId.is_in(doctors.iter().copied()))
        .order_by_asc(weekly_hours::Column::Weekday)
        .order_by_asc(weekly_hours::Column::FromMinute)
        .order_by_asc(weekly_hours::Column::Id)
        .all(db)
        .await?;
    Ok(rows)
}

/// The exceptions of doctors that hold on a date or later.
pub(super) async fn exception_rows<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
    since: chrono::NaiveDate,
) -> Answer<Vec<hour_exception::Model>> {
    let rows = hour_exception::Entity::find()
        .filter(hour_exception::Column::DoctorId.is_in(doctors.iter().copied()))
        .filter(
            hour_exception::Column::OnDate
                .gte(since)
                .or(hour_exception::Column::UntilDate.gte(since)),
        )
        .order_by_asc(hour_exception::Column::OnDate)
        .order_by_asc(hour_exception::Column::Id)
        .all(db)
        .await?;
    Ok(rows)
}

/// A row as the rules know it. The table's own checks make that it always is one.
pub(super) fn hours(row: &weekly_hours::Model) -> Option<WeeklyHours> {
    Some(WeeklyHours {
        clinic_id: row.clinic_id,
        weekday: u8::try_from(row.weekday).ok()?,
        from: TimeOfDay::from_minutes(row.from_minute)?,
        to: TimeOfDay::from_minutes(row.to_minute)?,
        slot_minutes: u16::try_from(row.slot_minutes).ok()?,
    })
}

/// A row as the rules know it.
pub(super) fn exception(row: &hour_exception::Model) -> Option<HourException> {
    Some(HourException {
        date: row.on_date,
        until: row.until_date,
        kind: row.kind.parse::<ExceptionKind>().ok()?,
        clinic_id: row.clinic_id,
        from: row.from_minute.and_then(TimeOfDay::from_minutes),
        to: row.to_minute.and_then(TimeOfDay::from_minutes),
    })
}

/// As the column keeps it; the bounds of the draft make it fit.
fn signed(n: u32) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}
