//! Registering, and what lets a doctor be listed.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

use crate::accounts::entity::{doctor, patient, user};
use crate::accounts::model::{Role, SignedIn};
use crate::accounts::throttle::Throttle;
use crate::accounts::{password, rules, session};
use crate::directory::specialties;
use crate::error::{Answer, AppError, Problems};
use crate::server::database::{Guard, refused_by};
use crate::server::state::App;
use crate::texts::Language;

/// What both kinds of people type when they register.
pub struct Registration {
    pub full_name: String,
    pub email: String,
    pub password: String,
}

/// Registers a patient and signs them in.
///
/// # Errors
/// 422 with every field that is not valid; the e-mail address where it has an account; 429 after
/// too many from one address.
pub async fn register_patient(
    app: &App,
    typed: Registration,
    date_of_birth: &str,
    phone: &str,
    address: &str,
) -> Answer<SignedIn> {
    Throttle::registration(address).admit(app).await?;
    let mut problems = Problems::default();
    let born = problems.take(
        "date_of_birth",
        rules::date_of_birth(date_of_birth, app.now().date_naive()),
    );
    let phone = problems.take("phone", rules::phone(phone));
    let (user, born, phone) = match (
        new_user(app, typed, Role::Patient, problems).await?,
        born,
        phone,
    ) {
        (user, Some(born), Some(phone)) => (user, born, phone),
        // `new_user` has refused whatever had a problem.
        _ => return Err(AppError::internal()),
    };
    let tx = app.db.begin().await?;
    let user = insert_user(&tx, user).await?;
    patient::Entity::insert(patient::ActiveModel {
        user_id: Set(user.id),
        date_of_birth: Set(born),
        phone: Set(phone),
        address: Set(None),
        conditions: Set(None),
        allergies: Set(None),
        medicines: Set(None),
    })
    .exec_without_returning(&tx)
    .await?;
    let tokens = session::begin(app, &tx, &user).await?;
    tx.commit().await?;
    Ok(tokens)
}

/// Registers a doctor and signs them in. They are listed once they are verified.
///
/// # Errors
/// 422 with every field that is not valid; the e-mail address or licence where it is taken; 429
/// after too many from one address.
pub async fn register_doctor(
    app: &App,
    typed: Registration,
    specialty: &str,
    licence_number: &str,
    address: &str,
) -> Answer<SignedIn> {
    Throttle::registration(address).admit(app).await?;
    let mut problems = Problems::default();
    let specialty = specialty.trim();
    if specialties::by_slug(specialty).is_none() {
        problems.add("specialty", ts!("accounts-specialty-missing"));
    }
    let licence = problems.take("licence_number", rules::licence_number(licence_number));
    let user = new_user(app, typed, Role::Doctor, problems).await?;
    let licence = licence.ok_or_else(AppError::internal)?;
    let tx = app.db.begin().await?;
    let user = insert_user(&tx, user).await?;
    doctor::Entity::insert(doctor::ActiveModel {
        user_id: Set(user.id),
        name_key: Set(crate::directory::rules::normalise(&user.full_name)),
        specialty: Set(specialty.to_owned()),
        licence_number: Set(licence),
        languages: Set(String::new()),
        biography: Set(None),
        accepting: Set(true),
        verified_at: Set(app.settings.verify_doctors_at_once.then(|| app.now())),
        minimum_notice_minutes: Set(120),
        horizon_days: Set(60),
        buffer_before_minutes: Set(0),
        buffer_after_minutes: Set(0),
        daily_cap: Set(None),
        hours_version: Set(1),
    })
    .exec_without_returning(&tx)
    .await
    .map_err(|error| match refused_by(&error) {
        Some(Guard::Unique) => AppError::field("licence_number", ts!("accounts-licence-known")),
        _ => error.into(),
    })?;
    let tokens = session::begin(app, &tx, &user).await?;
    tx.commit().await?;
    Ok(tokens)
}

/// Checks what everybody types, hashes the password, and makes the row to insert.
async fn new_user(
    app: &App,
    typed: Registration,
    role: Role,
    mut problems: Problems,
) -> Answer<user::Model> {
    let name = problems.take("full_name", rules::full_name(&typed.full_name));
    let email = problems.take("email", rules::email(&typed.email));
    if typed.password.is_empty() {
        problems.add("password", ts!("accounts-reset-password-missing"));
    }
    problems.take(
        "password",
        rules::new_password(&typed.password, &typed.email, &typed.full_name),
    );
    let (Some(full_name), Some(email), true) = (name, email, problems.is_empty()) else {
        return Err(problems.into_error());
    };
    Ok(user::Model {
        id: Uuid::now_v7(),
        email_key: rules::email_key(&email),
        email,
        password_hash: password::hash(app, typed.password).await?,
        role: role.as_str().into(),
        full_name,
        photo: None,
        last_notification: 0,
        language: Some(Language::current().code().to_owned()),
        suspended_at: None,
        created_at: app.now(),
        profile_version: 1,
    })
}

/// The database's unique key decides, so that two at once can't both succeed.
async fn insert_user<C: sea_orm::ConnectionTrait>(db: &C, row: user::Model) -> Answer<user::Model> {
    user::Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(db)
        .await
        .map_err(|error| match refused_by(&error) {
            Some(Guard::Unique) => AppError::field("email", ts!("accounts-email-known")),
            _ => error.into(),
        })?;
    Ok(row)
}

/// Verifies a doctor, who is listed from then on. Doing it twice changes nothing.
///
/// # Errors
/// 404 when no doctor has this address.
pub async fn verify_doctor(app: &App, email: &str) -> Answer<()> {
    let tx = app.db.begin().await?;
    let found = user::Entity::find()
        .filter(user::Column::EmailKey.eq(rules::email_key(email)))
        .find_also_related(doctor::Entity)
        .one(&tx)
        .await?;
    let Some((_, Some(row))) = found else {
        return Err(AppError::not_found("doctor"));
    };
    if row.verified_at.is_none() {
        let mut row = row.into_active_model();
        row.verified_at = Set(Some(app.now()));
        row.update(&tx).await?;
    }
    tx.commit().await?;
    Ok(())
}
