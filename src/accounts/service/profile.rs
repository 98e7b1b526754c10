//! Seeing and changing your own profile.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter,
};
use uuid::Uuid;

use super::hold::begin_holding;
use crate::accounts::entity::{doctor, patient, user};
use crate::accounts::identity::Identity;
use crate::accounts::model::{Me, ProfileChange, Role, Viewer};
use crate::accounts::rules;
use crate::error::{Answer, AppError, Problems};
use crate::notifications::entity as notification;
use crate::server::media;
use crate::server::state::App;

/// What the frame of every page shows of whoever is signed in.
///
/// # Errors
/// When the database does not answer.
pub async fn viewer(app: &App, identity: Option<&Identity>) -> Answer<Option<Viewer>> {
    let Some(identity) = identity else {
        return Ok(None);
    };
    let Some((user, doctor)) = user::Entity::find_by_id(identity.user_id)
        .find_also_related(doctor::Entity)
        .one(app.db.read())
        .await?
    else {
        return Ok(None);
    };
    let unread = notification::Entity::find()
        .filter(notification::Column::UserId.eq(user.id))
        .filter(notification::Column::ReadAt.is_null())
        .count(app.db.read())
        .await?;
    Ok(Some(Viewer {
        id: user.id,
        role: identity.role,
        full_name: user.full_name,
        photo: user.photo.as_deref().and_then(media::url),
        unread,
        newest: user.last_notification,
        verified: doctor.is_none_or(|doctor| doctor.verified_at.is_some()),
    }))
}

/// Your own profile.
///
/// # Errors
/// 401 when the account is gone.
pub async fn me(app: &App, id: Uuid) -> Answer<Me> {
    let (user, doctor, patient) = load(app.db.read(), id).await?;
    Ok(Me {
        id,
        role: Role::parse(&user.role).ok_or_else(AppError::internal)?,
        full_name: user.full_name,
        email: user.email,
        photo: user.photo.as_deref().and_then(media::url),
        created_at: user.created_at,
        date_of_birth: patient.as_ref().map(|row| row.date_of_birth),
        phone: patient.as_ref().and_then(|row| row.phone.clone()),
        address: patient.as_ref().and_then(|row| row.address.clone()),
        conditions: patient.as_ref().and_then(|row| row.conditions.clone()),
        allergies: patient.as_ref().and_then(|row| row.allergies.clone()),
        medicines: patient.and_then(|row| row.medicines),
        specialty: doctor.as_ref().map(|row| row.specialty.clone()),
        licence_number: doctor.as_ref().map(|row| row.licence_number.clone()),
        languages: doctor
            .as_ref()
            .map(|row| languages(&row.languages))
            .unwrap_or_default(),
        biography: doctor.as_ref().and_then(|row| row.biography.clone()),
        accepting: doctor.as_ref().map(|row| row.accepting),
        verified: doctor.map(|row| row.verified_at.is_some()),
        version: user.profile_version,
    })
}

async fn load<C: sea_orm::ConnectionTrait>(
    db: &C,
    id: Uuid,
) -> Answer<(user::Model, Option<doctor::Model>, Option<patient::Model>)> {
    let (user, doctor) = user::Entity::find_by_id(id)
        .find_also_related(doctor::Entity)
        .one(db)
        .await?
        .ok_or_else(AppError::unauthenticated)?;
    let patient = match doctor {
        Some(_) => None,
        None => patient::Entity::find_by_id(id).one(db).await?,
    };
    Ok((user, doctor, patient))
}

/// Names of languages from their one column.
pub fn languages(text: &str) -> Vec<String> {
    text.split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Changes your own profile.
///
/// # Errors
/// 422 with every field that is not valid; 409 where it was changed since the version that was seen.
/// Nothing is changed then.
pub async fn change_profile(app: &App, id: Uuid, change: ProfileChange) -> Answer<Me> {
    let mut problems = Problems::default();
    let tx = begin_holding(app, &[id]).await?;
    let (user, doctor, patient) = load(&tx, id).await?;
    if !change.version.is_latest(user.profile_version) {
        return Err(AppError::conflict(ts!("accounts-changed-meanwhile")));
    }
    let verified = doctor
        .as_ref()
        .is_some_and(|doctor| doctor.verified_at.is_some());
    let (named, version) = (user.full_name.clone(), user.profile_version + 1);
    let mut user = user.into_active_model();
    user.profile_version = Set(version);
    if let Some(name) = change
        .full_name
        .and_then(|typed| problems.take("full_name", rules::full_name(&typed)))
    {
        // The licence was checked under this name; under another it would vouch for somebody else.
        if verified && name != named {
            problems.add("full_name", ts!("accounts-name-checked"));
        }
        user.full_name = Set(name);
    }
    let text = |problems: &mut Problems, field: &str, what: String, most, typed: Option<String>| {
        typed.and_then(|typed| problems.take(field, rules::optional_text(&typed, &what, most)))
    };
    let patient = patient.map(|row| {
        let mut row = row.into_active_model();
        if let Some(typed) = change.date_of_birth
            && let Some(born) = problems.take(
                "date_of_birth",
                rules::date_of_birth(&typed, app.now().date_naive()),
            )
        {
            row.date_of_birth = Set(born);
        }
        if let Some(phone) = change
            .phone
            .and_then(|typed| problems.take("phone", rules::phone(&typed)))
        {
            row.phone = Set(phone);
        }
        for (column, field, what, most, typed) in [
            (
                &mut row.address,
                "address",
                ts!("accounts-the-address"),
                300,
                change.address,
            ),
            (
                &mut row.conditions,
                "conditions",
                ts!("accounts-the-conditions"),
                2000,
                change.conditions,
            ),
            (
                &mut row.allergies,
                "allergies",
                ts!("accounts-the-allergies"),
                2000,
                change.allergies,
            ),
            (
                &mut row.medicines,
                "medicines",
                ts!("accounts-the-medicines"),
                2000,
                change.medicines,
            ),
        ] {
            if let Some(value) = text(&mut problems, field, what, most, typed) {
                *column = Set(value);
            }
        }
        row
    });
    let doctor = doctor.map(|row| {
        let mut row = row.into_active_model();
        if let Set(name) = &user.full_name {
            row.name_key = Set(crate::directory::rules::normalise(name));
        }
        if let Some(value) = text(
            &mut problems,
            "languages",
            ts!("accounts-the-languages"),
            200,
            change.languages,
        ) {
            row.languages = Set(languages(&value.unwrap_or_default()).join(", "));
        }
        if let Some(value) = text(
            &mut problems,
            "biography",
            ts!("accounts-the-biography"),
            4000,
            change.biography,
        ) {
            row.biography = Set(value);
        }
        match change.accepting.as_deref().map(str::trim) {
            None => {}
            Some("yes" | "true") => row.accepting = Set(true),
            Some("no" | "false" | "") => row.accepting = Set(false),
            Some(_) => problems.add("accepting", ts!("accounts-accepting-which")),
        }
        row
    });
    if !problems.is_empty() {
        return Err(problems.into_error());
    }
    user.update(&tx).await?;
    if let Some(row) = patient.filter(ActiveModelTrait::is_changed) {
        row.update(&tx).await?;
    }
    if let Some(row) = doctor.filter(ActiveModelTrait::is_changed) {
        row.update(&tx).await?;
    }
    tx.commit().await?;
    me(app, id).await
}
