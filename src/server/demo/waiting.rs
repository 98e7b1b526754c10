//! Who waits: one for whom a time is held, and two for whom none is free.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::people;
use super::people::{ANA, INES, OMAR, PATIENTS};
use super::rows::email;
use crate::accounts::entity::user;
use crate::accounts::rules::email_key;
use crate::error::{Answer, AppError};
use crate::server::state::App;
use crate::waiting::service::{Wishing, leave, match_waiting};

/// Sunday, on which nobody works.
const SUNDAY: &str = "7";

/// Leaves the wishes, and offers what fits.
///
/// # Errors
/// When the database does not answer.
pub async fn wait(app: &App) -> Answer<()> {
    let ana = id_of(app, PATIENTS[ANA].name).await?;
    let bruno = id_of(app, PATIENTS[ANA + 1].name).await?;
    let doctor = |n: usize| people::doctors().nth(n).map_or("", |doctor| doctor.name);
    let omar = id_of(app, doctor(OMAR)).await?.to_string();
    let ines = id_of(app, doctor(INES)).await?.to_string();
    let wish = |doctor_id: &str, day: &str, reason: &str| Wishing {
        doctor_id: doctor_id.to_owned(),
        weekdays: vec![day.to_owned()],
        reason: reason.to_owned(),
        ..Wishing::default()
    };
    let soon = Wishing {
        earliest: (app.now() + TimeDelta::days(2)).date_naive().to_string(),
        times: vec!["afternoon".to_owned()],
        ..wish(&ines, "", "The results of the stress test")
    };
    leave(app, ana, soon).await?;
    let heart = wish(&omar, SUNDAY, "Blood pressure, after the new tablets");
    leave(app, ana, heart.clone()).await?;
    leave(
        app,
        bruno,
        Wishing {
            reason: "Palpitations at night".to_owned(),
            ..heart
        },
    )
    .await?;
    match_waiting(app).await?;
    Ok(())
}

async fn id_of(app: &App, name: &str) -> Answer<Uuid> {
    let found = user::Entity::find()
        .filter(user::Column::EmailKey.eq(email_key(&email(name))))
        .one(app.db.read())
        .await?;
    found.map(|user| user.id).ok_or_else(AppError::internal)
}
