//! Use cases: register, sign in, see and change your own profile, verify a doctor.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QuerySelect, sea_query::LockType,
};
use uuid::Uuid;

use super::entity::{doctor, patient, user};
use super::identity::Identity;
use super::model::{Me, ProfileChange, Role, SignedIn, Viewer};
use super::throttle::Throttle;
use super::{password, rules, session};
use crate::directory::specialties;
use crate::error::{Answer, AppError, ErrorKind, Problems};
use crate::notifications::entity as notification;
use crate::server::database::{Guard, refused_by};
use crate::server::media;
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

/// Signs somebody in. An unknown address and a wrong password get the same answer at the same cost.
///
/// # Errors
/// 401 when they don't fit; 429 after too many attempts.
pub async fn sign_in(app: &App, email: &str, password: String, address: &str) -> Answer<SignedIn> {
    let mut problems = Problems::default();
    if email.trim().is_empty() {
        problems.add("email", ts!("accounts-email-missing"));
    }
    if password.is_empty() {
        problems.add("password", ts!("accounts-password-missing"));
    }
    if !problems.is_empty() {
        return Err(problems.into_error());
    }
    let key = rules::email_key(email);
    let throttle = Throttle::sign_in(&key, address);
    throttle.admit(app).await?;
    let user = if key.contains('\0') {
        // No account has it, and PostgreSQL would fail on it.
        None
    } else {
        user::Entity::find()
            .filter(user::Column::EmailKey.eq(&key))
            .one(app.db.read())
            .await?
    };
    // Longer than any account's password can be: not worth the hashing.
    let possible = password.chars().count() <= rules::PASSWORD_MOST;
    let hash = user
        .as_ref()
        .map(|user| user.password_hash.clone())
        .filter(|_| possible);
    let fits = password::verify(app, if possible { password } else { String::new() }, hash).await?;
    match user.filter(|user| fits && user.suspended_at.is_none()) {
        Some(user) => {
            throttle.succeeded(app).await?;
            let tx = app.db.begin().await?;
            if !has_password_still(app, &tx, &user).await? {
                return Err(wrong());
            }
            let tokens = session::begin(app, &tx, &user).await?;
            tx.commit().await?;
            Ok(tokens)
        }
        None => Err(wrong()),
    }
}

fn wrong() -> AppError {
    AppError::new(ErrorKind::Unauthenticated, ts!("accounts-sign-in-wrong"))
}

/// Whether the password that was checked a moment ago is the one that counts: a new one that is
/// being set ends all sessions, and must not miss the one that is about to begin. The row stays
/// locked until the commit.
async fn has_password_still(
    app: &App,
    tx: &sea_orm::DatabaseTransaction,
    user: &user::Model,
) -> Answer<bool> {
    let mut query = user::Entity::find_by_id(user.id);
    if !app.db.is_sqlite() {
        query = query.lock(LockType::Share);
    }
    let now = query.one(tx).await?;
    Ok(
        now.is_some_and(|now| {
            now.password_hash == user.password_hash && now.suspended_at.is_none()
        }),
    )
}

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
/// 422 with every field that is not valid; nothing is changed then.
pub async fn change_profile(app: &App, id: Uuid, change: ProfileChange) -> Answer<Me> {
    let mut problems = Problems::default();
    let tx = app.db.begin().await?;
    let (user, doctor, patient) = load(&tx, id).await?;
    let verified = doctor
        .as_ref()
        .is_some_and(|doctor| doctor.verified_at.is_some());
    let named = user.full_name.clone();
    let mut user = user.into_active_model();
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
    if user.is_changed() {
        user.update(&tx).await?;
    }
    if let Some(row) = patient.filter(ActiveModelTrait::is_changed) {
        row.update(&tx).await?;
    }
    if let Some(row) = doctor.filter(ActiveModelTrait::is_changed) {
        row.update(&tx).await?;
    }
    tx.commit().await?;
    me(app, id).await
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
