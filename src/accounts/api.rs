//! The server functions of accounts.

use dioxus::prelude::*;

#[cfg(feature = "server")]
use super::identity::{Anyone, SignedIn as Caller, refresh_cookie};
#[cfg(feature = "server")]
use super::model::ProfileChange;
use super::model::{DemoAccount, Me, SignedIn, Viewer};
#[cfg(feature = "server")]
use super::service::{self, Registration};
#[cfg(feature = "server")]
use super::{door, reset, session};
use crate::ask::reading;
use crate::error::Answer;
#[cfg(feature = "server")]
use crate::error::AppError;
use crate::typed::Typed;

/// Registers a patient and signs them in: 201.
///
/// # Errors
/// 422 with the fields that are not valid.
#[post("/api/auth/register/patient", anyone: Anyone)]
pub async fn register_patient(
    full_name: Option<String>,
    email: Option<String>,
    password: Option<String>,
    date_of_birth: Option<String>,
    phone: Option<String>,
) -> Answer<SignedIn> {
    let typed = Registration {
        full_name: full_name.unwrap_or_default(),
        email: email.unwrap_or_default(),
        password: password.unwrap_or_default(),
    };
    let born = date_of_birth.unwrap_or_default();
    let tokens = service::register_patient(
        &anyone.app,
        typed,
        &born,
        &phone.unwrap_or_default(),
        &anyone.address,
    )
    .await?;
    anyone.reply.created();
    anyone.reply.sign_in(&anyone.app.settings, &tokens);
    Ok(tokens)
}

/// Registers a doctor and signs them in: 201.
///
/// # Errors
/// 422 with the fields that are not valid.
#[post("/api/auth/register/doctor", anyone: Anyone)]
pub async fn register_doctor(
    full_name: Option<String>,
    email: Option<String>,
    password: Option<String>,
    specialty: Option<String>,
    licence_number: Option<String>,
) -> Answer<SignedIn> {
    let typed = Registration {
        full_name: full_name.unwrap_or_default(),
        email: email.unwrap_or_default(),
        password: password.unwrap_or_default(),
    };
    let licence = licence_number.unwrap_or_default();
    let tokens = service::register_doctor(
        &anyone.app,
        typed,
        &specialty.unwrap_or_default(),
        &licence,
        &anyone.address,
    )
    .await?;
    anyone.reply.created();
    anyone.reply.sign_in(&anyone.app.settings, &tokens);
    Ok(tokens)
}

/// Signs in.
///
/// # Errors
/// 401 when address and password don't fit, 429 after too many attempts.
#[post("/api/auth/login", anyone: Anyone)]
pub async fn login(email: Option<String>, password: Option<String>) -> Answer<SignedIn> {
    let (email, password) = (email.unwrap_or_default(), password.unwrap_or_default());
    let tokens = service::sign_in(&anyone.app, &email, password, &anyone.address).await?;
    anyone.reply.sign_in(&anyone.app.settings, &tokens);
    Ok(tokens)
}

/// Asks for a link with which to choose a new password, sent to this address if somebody has it.
/// The answer is the same whether anybody has.
///
/// # Errors
/// 422 where it is no address, 429 after too many, 409 where this site sends no mail.
#[post("/api/auth/forgot-password", anyone: Anyone)]
pub async fn forgot_password(email: Option<String>) -> Answer<()> {
    let email = email.unwrap_or_default();
    let email = reset::ask(&anyone.app, &email, &anyone.address).await?;
    door::say_sent(&anyone.app, &anyone.reply, &email);
    Ok(())
}

/// Sets a new password by the token of a link, in the body or in the cookie of the browser that
/// has opened it. Every session of theirs is ended, and none begins.
///
/// # Errors
/// 422 naming `token` where it is not good any more, or `password`.
#[post("/api/auth/reset-password", anyone: Anyone)]
pub async fn reset_password(token: Option<String>, password: Option<String>) -> Answer<()> {
    let token = token
        .or_else(|| door::token(&anyone.app, &anyone.headers))
        .unwrap_or_default();
    let password = password.unwrap_or_default();
    let user_id = reset::choose(&anyone.app, &token, password, &anyone.address).await?;
    if anyone
        .identity
        .is_some_and(|identity| identity.user_id == user_id)
    {
        anyone.reply.sign_out(&anyone.app.settings);
    }
    door::say_changed(&anyone.app, &anyone.reply);
    Ok(())
}

/// Renews a session with its refresh token, in the body or the cookie.
///
/// # Errors
/// 401 when the token is not good any more.
#[post("/api/auth/refresh", anyone: Anyone)]
pub async fn refresh(refresh_token: Option<String>) -> Answer<SignedIn> {
    let token = refresh_token
        .or_else(|| refresh_cookie(&anyone.headers, &anyone.app.settings))
        .ok_or_else(AppError::unauthenticated)?;
    let tokens = session::renew(&anyone.app, &token).await?;
    anyone.reply.sign_in(&anyone.app.settings, &tokens);
    Ok(tokens)
}

/// Signs out: this session is dead from now on. Without one there is nothing to do, and no error.
///
/// # Errors
/// When the database does not answer.
#[post("/api/auth/logout", anyone: Anyone)]
pub async fn logout(refresh_token: Option<String>) -> Answer<()> {
    if let Some(identity) = &anyone.identity {
        session::end(&anyone.app, identity.session_id).await?;
    }
    if let Some(token) = refresh_token {
        session::end_by_token(&anyone.app, &token).await?;
    }
    anyone.reply.sign_out(&anyone.app.settings);
    Ok(())
}

reading! {
    /// Who is signed in, as far as the frame of a page needs it; `null` for nobody.
    ///
    /// # Errors
    /// When the database does not answer.
    #[get("/api/session", anyone: Anyone)]
    pub async fn viewer() -> Answer<Option<Viewer>> {
        service::viewer(&anyone.app, anyone.identity.as_ref()).await
    }
}

reading! {
    /// The accounts that the demonstration offers; none elsewhere.
    ///
    /// # Errors
    /// When the server can't be reached.
    #[get("/api/auth/demo", anyone: Anyone)]
    pub async fn demo_accounts() -> Answer<Vec<DemoAccount>> {
        Ok(if anyone.app.settings.demo {
            crate::server::demo::accounts()
        } else {
            Vec::new()
        })
    }
}

reading! {
    /// Your own profile.
    ///
    /// # Errors
    /// 401 for nobody.
    #[get("/api/me", caller: Caller)]
    pub async fn me() -> Answer<Me> {
        service::me(&caller.app, caller.id).await
    }
}

/// Changes your own profile; what is absent stays.
///
/// # Errors
/// 422 with the fields that are not valid; 409 where it is not as in `version` any more.
#[put("/api/me", caller: Caller)]
pub async fn change_me(
    full_name: Option<String>,
    date_of_birth: Option<String>,
    phone: Option<String>,
    address: Option<String>,
    conditions: Option<String>,
    allergies: Option<String>,
    medicines: Option<String>,
    languages: Option<String>,
    biography: Option<String>,
    accepting: Option<Typed>,
    version: Option<Typed>,
) -> Answer<Me> {
    let change = ProfileChange {
        full_name,
        date_of_birth,
        phone,
        address,
        conditions,
        allergies,
        medicines,
        languages,
        biography,
        accepting: accepting.map(|typed| typed.0),
        version: version.unwrap_or_default(),
    };
    service::change_profile(&caller.app, caller.id, change).await
}
