//! One appointment, with its case.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::letters;
use super::read::{row, view};
use super::timeline::{last, timeline};
use super::work::{Actor, terms};
use crate::appointments::entity::appointment;
use crate::appointments::model::{Appointment, Part, Status, Step};
use crate::availability::entity::clinic;
use crate::error::Answer;
use crate::place::Location;
use crate::server::state::App;

/// One appointment with its case's timeline.
///
/// # Errors
/// 404 where it isn't this person's.
pub async fn get(app: &App, id: Uuid, part: Part, user_id: Uuid) -> Answer<Appointment> {
    let actor = Actor { id: user_id, part };
    let db = app.db.read();
    let row = row(db, actor, id).await?;
    let timeline = timeline(db, actor, &row.appointment).await?;
    let continued_as = continued_as(db, &row.appointment, part).await?;
    let clinic = match part {
        Part::Patient => clinic_of(db, &row.appointment).await?,
        _ => None,
    };
    let mut answer = Appointment {
        timeline,
        continued_as,
        clinic,
        ..view(row, actor, &terms(app, app.now()))?
    };
    letters::attach(db, actor, std::slice::from_mut(&mut answer)).await?;
    Ok(answer)
}

/// How an appointment came to its end.
#[derive(Default)]
pub struct Ending {
    pub last: Option<Step>,
    /// How that stands which continues it.
    pub next: Option<Status>,
}

/// How an appointment of this person's ended.
///
/// # Errors
/// 404 where it isn't theirs.
pub async fn ending(app: &App, part: Part, user_id: Uuid, of: &Appointment) -> Answer<Ending> {
    if of.status.is_live() {
        return Ok(Ending::default());
    }
    let actor = Actor { id: user_id, part };
    let db = app.db.read();
    let own = row(db, actor, of.id).await?.appointment;
    let next = match of.continued_as {
        Some(next) => appointment::Entity::find_by_id(next).one(db).await?,
        None => None,
    };
    Ok(Ending {
        last: last(db, actor, &own).await?,
        next: next.map(|row| row.status()).transpose()?,
    })
}

/// Where an appointment that was referred or moved stands now: the end of the chain. Where a
/// referral led is not for the doctor who referred to open.
async fn continued_as<C: ConnectionTrait>(
    db: &C,
    row: &appointment::Model,
    reader: Part,
) -> Answer<Option<Uuid>> {
    let rows = appointment::Entity::find()
        .filter(appointment::Column::CaseId.eq(row.case_id))
        .all(db)
        .await?;
    let live = |id: Uuid| {
        let found = rows.iter().find(|row| row.id == id);
        found.is_some_and(|row| row.status().is_ok_and(Status::is_live))
    };
    let ended = [Status::Declined, Status::Cancelled, Status::Expired].map(Status::as_str);
    let next: HashMap<Uuid, Uuid> = rows
        .iter()
        .filter_map(|row| {
            // A move leads on once it has outlived what it was to replace.
            let outlived = row.moved_to.is_some() || !ended.contains(&row.status.as_str());
            let moved = row.moved_from.filter(|from| outlived && !live(*from));
            let referred = row.referred_from.filter(|_| reader == Part::Patient);
            Some((moved.or(referred)?, row.id))
        })
        .collect();
    // Each of them continues one that is older, so there is no circle.
    let chain = std::iter::successors(next.get(&row.id), |id| next.get(id));
    Ok(chain.last().copied())
}

/// The clinic whose hours the time is of, where no place is agreed yet.
async fn clinic_of<C: ConnectionTrait>(
    db: &C,
    row: &appointment::Model,
) -> Answer<Option<Location>> {
    let Some(id) = row
        .clinic_id
        .filter(|_| row.status == Status::Pending.as_str())
    else {
        return Ok(None);
    };
    let clinic = clinic::Entity::find_by_id(id).one(db).await?;
    Ok(clinic.map(|clinic| Location {
        name: clinic.name,
        address: clinic.address,
        latitude: clinic.latitude,
        longitude: clinic.longitude,
    }))
}
