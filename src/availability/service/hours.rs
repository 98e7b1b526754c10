//! A doctor's hours, as the doctor sees and sets them.

use chrono::Days;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::clinics::live_clinics;
use crate::accounts::entity::doctor;
use crate::availability::draft::AvailabilityDraft;
use crate::availability::entity::{hour_exception, weekly_hours};
use crate::availability::model::{
    Availability, ExceptionKind, HourException, TimeOfDay, WeeklyHours,
};
use crate::error::{Answer, AppError};
use crate::server::state::App;

/// A doctor's hours. Exceptions that have passed are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn availability(app: &App, doctor_id: Uuid) -> Answer<Availability> {
    let db = app.db.read();
    let doctor = doctor::Entity::find_by_id(doctor_id)
        .one(db)
        .await?
        .ok_or_else(|| AppError::not_found("doctor"))?;
    // A day of slack covers every zone.
    let since = app.now().date_naive() - Days::new(1);
    let weekly = weekly_rows(db, &[doctor_id]).await?;
    let exceptions = exception_rows(db, &[doctor_id], since).await?;
    Ok(Availability {
        weekly: weekly.into_iter().filter_map(|row| hours(&row)).collect(),
        exceptions: exceptions
            .into_iter()
            .filter_map(|row| exception(&row))
            .collect(),
        minimum_notice_minutes: u32::try_from(doctor.minimum_notice_minutes).unwrap_or_default(),
        horizon_days: u32::try_from(doctor.horizon_days).unwrap_or_default(),
    })
}

/// Replaces a doctor's hours with these. Appointments that were asked for stay as they are.
///
/// # Errors
/// 422 with what is wrong; nothing is changed then.
pub async fn replace_availability(
    app: &App,
    doctor_id: Uuid,
    draft: &AvailabilityDraft,
) -> Answer<Availability> {
    let tx = app.db.begin().await?;
    let new = draft.parse(&live_clinics(&tx, doctor_id).await?)?;
    // First of all, since it holds the doctor's row: two who replace at once queue up here.
    doctor::Entity::update_many()
        .col_expr(
            doctor::Column::MinimumNoticeMinutes,
            Expr::value(signed(new.minimum_notice_minutes)),
        )
        .col_expr(
            doctor::Column::HorizonDays,
            Expr::value(signed(new.horizon_days)),
        )
        .filter(doctor::Column::UserId.eq(doctor_id))
        .exec(&tx)
        .await?;
    weekly_hours::Entity::delete_many()
        .filter(weekly_hours::Column::DoctorId.eq(doctor_id))
        .exec(&tx)
        .await?;
    hour_exception::Entity::delete_many()
        .filter(hour_exception::Column::DoctorId.eq(doctor_id))
        .exec(&tx)
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
            .exec_without_returning(&tx)
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
                kind: Set(exception.kind.as_str().to_owned()),
                from_minute: Set(exception.from.map(TimeOfDay::minutes)),
                to_minute: Set(exception.to.map(TimeOfDay::minutes)),
            });
        hour_exception::Entity::insert_many(rows)
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    availability(app, doctor_id).await
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

/// The exceptions of doctors from a date on.
pub(super) async fn exception_rows<C: ConnectionTrait>(
    db: &C,
    doctors: &[Uuid],
    since: chrono::NaiveDate,
) -> Answer<Vec<hour_exception::Model>> {
    let rows = hour_exception::Entity::find()
        .filter(hour_exception::Column::DoctorId.is_in(doctors.iter().copied()))
        .filter(hour_exception::Column::OnDate.gte(since))
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
