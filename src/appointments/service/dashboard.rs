//! The figures at the top of the doctor's dashboard.

use chrono::{Datelike, TimeDelta};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::patients::known_since;
use super::read::{Row, rows, views};
use super::work::{Actor, terms};
use crate::appointments::entity::appointment;
use crate::appointments::model::{Dashboard, Status};
use crate::availability::service as availability;
use crate::error::Answer;
use crate::server::state::App;
use crate::time::midnight;

/// Counts and today's agenda, in the zone of the doctor's first clinic (UTC without one).
///
/// # Errors
/// When the database does not answer.
pub async fn dashboard(app: &App, doctor_id: Uuid) -> Answer<Dashboard> {
    let db = app.db.read();
    let now = app.now();
    let zone = availability::zone(db, doctor_id).await?;
    let date = now.with_timezone(&zone).date_naive();
    let monday = date - TimeDelta::days(i64::from(date.weekday().num_days_from_monday()));
    let (today, tomorrow) = (
        midnight(zone, date),
        midnight(zone, date + TimeDelta::days(1)),
    );
    let mine = || appointment::Entity::find().filter(appointment::Column::DoctorId.eq(doctor_id));
    let seen = [Status::Accepted, Status::Completed, Status::NoShow].map(Status::as_str);

    let pending = mine()
        .filter(appointment::Column::Status.eq(Status::Pending.as_str()))
        .filter(appointment::Column::StartsAt.gt(now))
        .count(db)
        .await?;
    let this_week = mine()
        .filter(appointment::Column::Status.is_in(seen))
        .filter(appointment::Column::StartsAt.gte(midnight(zone, monday)))
        .filter(appointment::Column::StartsAt.lt(midnight(zone, monday + TimeDelta::days(7))))
        .count(db)
        .await?;
    let patients = mine()
        .select_only()
        .column(appointment::Column::PatientId)
        .filter(known_since(now))
        .distinct()
        .count(db)
        .await?;
    let agenda = rows()
        .filter(appointment::Column::DoctorId.eq(doctor_id))
        .filter(appointment::Column::Status.is_in(seen))
        .filter(appointment::Column::StartsAt.gte(today))
        .filter(appointment::Column::StartsAt.lt(tomorrow))
        .order_by_asc(appointment::Column::StartsAt)
        .into_model::<Row>()
        .all(db)
        .await?;
    let agenda = views(agenda, Actor::doctor(doctor_id), &terms(app, now))?;
    Ok(Dashboard {
        pending,
        today: agenda.len() as u64,
        this_week,
        patients,
        date,
        zone: zone.name().to_owned(),
        agenda,
    })
}
