//! A doctor's public page.

use sea_orm::{ColumnTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::listed;
use crate::accounts::entity::{doctor as table, user};
use crate::accounts::service::languages;
use crate::availability::model::Clinic;
use crate::availability::service::{Diary, diary};
use crate::directory::model::{DoctorProfile, SpecialtyName};
use crate::directory::specialties::name_of;
use crate::error::{Answer, AppError};
use crate::server::media;
use crate::server::state::App;

#[derive(FromQueryResult)]
struct Row {
    full_name: String,
    photo: Option<String>,
    specialty: String,
    languages: String,
    biography: Option<String>,
    accepting: bool,
}

/// One doctor's public page.
///
/// # Errors
/// 404 where there is none, or it isn't listed.
pub async fn doctor(app: &App, id: Uuid) -> Answer<DoctorProfile> {
    let db = app.db.read();
    let row = listed()
        .select_only()
        .columns([
            table::Column::Specialty,
            table::Column::Languages,
            table::Column::Biography,
            table::Column::Accepting,
        ])
        .columns([user::Column::FullName, user::Column::Photo])
        .filter(table::Column::UserId.eq(id))
        .into_model::<Row>()
        .one(db)
        .await?
        .ok_or_else(|| AppError::not_found("doctor"))?;
    let diary = diary(db, id, None, app.now()).await?;
    Ok(DoctorProfile {
        id,
        full_name: row.full_name,
        specialty: SpecialtyName {
            name: name_of(&row.specialty),
            slug: row.specialty,
        },
        languages: languages(&row.languages),
        photo: row.photo.as_deref().and_then(media::url),
        biography: row.biography,
        accepting: row.accepting,
        answer_hours: app.settings.answer_within.num_hours(),
        next_free: diary
            .as_ref()
            .filter(|_| row.accepting)
            .and_then(Diary::first_free_of_any),
        visit_types: diary
            .as_ref()
            .map(|diary| diary.visit_types.clone())
            .unwrap_or_default(),
        clinics: diary.map_or_else(Vec::new, |diary| {
            diary
                .clinics
                .into_iter()
                .map(|clinic| Clinic {
                    notes: None,
                    ..clinic
                })
                .collect()
        }),
    })
}
