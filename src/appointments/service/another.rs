//! Another free time for an appointment that there is.

use sea_orm::EntityTrait;
use uuid::Uuid;

use super::request::NEAREST;
use super::work::{Work, slot_taken};
use crate::appointments::entity::appointment;
use crate::appointments::model::Appointment;
use crate::availability::service::{self as availability, Visit};
use crate::error::{Answer, AppError, ErrorKind};
use crate::server::state::App;
use crate::time::{FreeTime, Instant, parse_instant};

/// A time that somebody chose.
pub fn time(typed: &str) -> Result<Instant, String> {
    parse_instant(typed).ok_or_else(|| "Choose a time.".to_owned())
}

/// A visit like this one. Its own case is not in the way: one of the two times will be given up.
pub fn like(row: &appointment::Model) -> Visit {
    let minutes = (row.ends_at - row.starts_at).num_minutes();
    Visit {
        minutes: row.visit_type_id.and_then(|_| u16::try_from(minutes).ok()),
        case_id: Some(row.case_id),
    }
}

/// The free time of its doctor that starts then.
///
/// # Errors
/// 422 where that is the present one; 409 where it isn't free.
pub async fn slot(
    work: &Work<'_>,
    row: &appointment::Model,
    starts_at: Instant,
) -> Answer<FreeTime> {
    if starts_at == row.starts_at {
        return Err(AppError::field(
            "starts_at",
            "Choose another time than the present one.",
        ));
    }
    availability::is_free_for(&work.tx, row.doctor_id, starts_at, like(row), work.now)
        .await?
        .ok_or_else(slot_taken)
}

/// Names the nearest free times where the one that was wanted is taken.
///
/// # Errors
/// Those of `answer`.
pub async fn with_nearest(
    app: &App,
    id: Uuid,
    wanted: Instant,
    answer: Answer<Appointment>,
) -> Answer<Appointment> {
    let error = match answer {
        Err(error) if error.kind == ErrorKind::SlotTaken => error,
        answer => return answer,
    };
    let db = app.db.read();
    let nearest = match appointment::Entity::find_by_id(id).one(db).await? {
        Some(row) => {
            let (doctor, visit) = (row.doctor_id, like(&row));
            availability::nearest_free_for(db, doctor, wanted, NEAREST, visit, app.now())
                .await?
                .into_iter()
                .filter(|time| time.starts_at != row.starts_at)
                .collect()
        }
        None => Vec::new(),
    };
    Err(AppError { nearest, ..error })
}
