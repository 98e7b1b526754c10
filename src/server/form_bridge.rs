//! Forms without JavaScript: one bridge for all of them.
//!
//! A form posts `application/x-www-form-urlencoded` to the path of a server function. The
//! bridge turns it into the JSON call, lets it through, and answers 303: to where the form
//! leads (`_to`, with `{id}` replaced by that of the answer), or back to its page (`_back`) with
//! what went wrong and what was typed. That replay waits in the database for the one page
//! view that follows; a cookie names it.

use chrono::TimeDelta;
use dioxus::fullstack::headers::{Cookie, HeaderMapExt};
use dioxus::server::axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, uri::PathAndQuery},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::Value;
use url::form_urlencoded;

use super::api_layer::read_error;
use super::digest::{self, fingerprint};
use super::state::App;
use crate::accounts::identity;
use crate::app::is_local;
use crate::error::{AppError, ErrorKind};
use crate::ui::form::{Fields, Replay, json};

const COOKIE: &str = "medappoint-form";
const FORM_MOST: usize = 256 * 1024;
/// Our longest form is a week of hours; our deepest names have three parts.
const FIELDS_MOST: usize = 1000;
const DEPTH_MOST: usize = 8;
/// The most that waits for a page: the longest form with all that may be typed.
const KEPT_MOST: usize = 64 * 1024;
/// The same of the forms of whoever isn't signed in, which are short, and of which anybody may
/// send any number.
const KEPT_MOST_OF_ANYBODY: usize = 4 * 1024;
/// Where these forms lead.
const OPEN_TO_ALL: &str = "/api/auth/";
/// The most forms that wait at a time.
const WAITING_MOST: u64 = 2_000;
/// How long what was typed waits for its page.
const KEPT_MINUTES: i64 = 10;

mod replay {
    //! What was typed, on its way back to its page.
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "form_replays")]
    pub struct Model {
        /// SHA-256 of the name in the cookie.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub content: String,
        pub expires_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The layer: turns form posts into calls, and hands a waiting replay to the page that is asked for.
pub async fn bridge(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if is_form_post(&request) {
        return post(&app, request, next).await;
    }
    let waiting = (request.method() == Method::GET && !request.uri().path().starts_with("/api/"))
        .then(|| {
            request
                .headers()
                .typed_get::<Cookie>()?
                .get(COOKIE)
                .map(str::to_owned)
        })
        .flatten();
    let Some(name) = waiting else {
        return next.run(request).await;
    };
    if !accepts_html(request.headers()) {
        return next.run(request).await;
    }
    if let Some(replay) = take(&app, &name).await {
        request.extensions_mut().insert(replay);
    }
    let mut response = next.run(request).await;
    if let Some(gone) = cookie(&app, "", 0) {
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    response
}

fn is_form_post(request: &Request) -> bool {
    request.method() == Method::POST
        && request.uri().path().starts_with("/api/")
        && request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .is_some_and(|kind| {
                kind.to_ascii_lowercase()
                    .starts_with("application/x-www-form-urlencoded")
            })
}

fn accepts_html(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|kinds| kinds.to_str().ok())
        .is_some_and(|kinds| kinds.contains("text/html"))
}

async fn post(app: &App, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    // What another site makes a browser send is not kept for a page of ours to show.
    if let Err(error) = identity::from_our_pages(&parts.method, &parts.headers, &app.settings) {
        return error.into_response();
    }
    let Ok(bytes) = to_bytes(body, FORM_MOST).await else {
        return AppError::new(ErrorKind::TooLarge, ts!("server-too-large")).into_response();
    };
    let mut typed: Fields = form_urlencoded::parse(&bytes).into_owned().collect();
    if typed.len() > FIELDS_MOST
        || typed
            .keys()
            .any(|name| name.split('.').count() > DEPTH_MOST)
    {
        return AppError::new(ErrorKind::Malformed, ts!("server-not-our-form")).into_response();
    }
    let to = local_path(typed.remove("_to"));
    let back = local_path(typed.remove("_back"));
    if let Some(method) = typed.remove("_method").and_then(|name| name.parse().ok())
        && [Method::PUT, Method::DELETE].contains(&method)
    {
        parts.method = method;
    }
    let json = Value::Object(json::arguments(typed.clone()));
    // With its query, by which a page tells forms apart that post to one path.
    let action = parts.uri.path_and_query().map_or("", PathAndQuery::as_str);
    let action = action.to_owned();
    parts.headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    // Otherwise the framework redirects by itself.
    parts
        .headers
        .insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    parts.headers.remove(header::CONTENT_LENGTH);
    let response = next
        .run(Request::from_parts(parts, Body::from(json.to_string())))
        .await;
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 4 * 1024 * 1024).await.unwrap_or_default();

    let mut answer = if parts.status.is_success() {
        let answer = serde_json::from_slice(&body).unwrap_or(Value::Null);
        see_other(&fill(
            to.as_deref().or(back.as_deref()).unwrap_or("/"),
            &answer,
        ))
    } else {
        let error = read_error(&body).unwrap_or_else(AppError::internal);
        let back = back.unwrap_or_else(|| "/".to_owned());
        if error.kind == ErrorKind::Unauthenticated && !action.starts_with("/api/auth/") {
            see_other(&sign_in_path(&back))
        } else if error.kind == ErrorKind::NotFound {
            // No form of ours leads there.
            error.into_response()
        } else {
            back_with(app, &back, &action, error, typed).await
        }
    };
    for cookie in parts.headers.get_all(header::SET_COOKIE) {
        answer
            .headers_mut()
            .append(header::SET_COOKIE, cookie.clone());
    }
    answer
}

/// The sign-in page that leads back to a path.
pub fn sign_in_path(next: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("next", next)
        .finish();
    format!("/login?{query}")
}

/// 303 back to a form's page, which then shows the error and what was typed.
pub async fn back_with(
    app: &App,
    back: &str,
    action: &str,
    error: AppError,
    mut typed: Fields,
) -> Response {
    typed.retain(|name, _| {
        !name.contains("password") && !name.starts_with('_') && name != "idempotency_key"
    });
    let replay = Replay {
        form: action.to_owned(),
        error,
        values: typed,
    };
    match keep(app, &replay).await {
        Some(cookie) => {
            let mut response = see_other(back);
            response.headers_mut().append(header::SET_COOKIE, cookie);
            response
        }
        // The database is away, or it is more than any form of ours. The browser's back button
        // still has what was typed.
        None => (replay.error.kind.status(), replay.error.message).into_response(),
    }
}

async fn keep(app: &App, replay: &Replay) -> Option<HeaderValue> {
    let name = digest::random().ok()?;
    let now = app.now();
    let most = if replay.form.starts_with(OPEN_TO_ALL) {
        KEPT_MOST_OF_ANYBODY
    } else {
        KEPT_MOST
    };
    let content = serde_json::to_string(replay)
        .ok()
        .filter(|content| content.len() <= most)?;
    let waiting = replay::Entity::find().count(app.db.read()).await.ok()?;
    if waiting >= WAITING_MOST {
        tracing::warn!(
            waiting,
            "too many forms wait for their page; what was typed is not kept"
        );
        return None;
    }
    let row = replay::ActiveModel {
        id: Set(fingerprint(&name)),
        content: Set(content),
        expires_at: Set(now + TimeDelta::minutes(KEPT_MINUTES)),
    };
    let stored = replay::Entity::insert(row)
        .exec_without_returning(app.db.write())
        .await;
    stored
        .inspect_err(|error| tracing::warn!(%error, "what was typed could not be kept"))
        .ok()?;
    cookie(app, &name, KEPT_MINUTES * 60)
}

/// Forgets what no page came to fetch: it may be health data.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(app: &App) -> Result<(), sea_orm::DbErr> {
    replay::Entity::delete_many()
        .filter(replay::Column::ExpiresAt.lt(app.now()))
        .exec(app.db.write())
        .await?;
    Ok(())
}

/// What waits under this name; it is gone then.
async fn take(app: &App, name: &str) -> Option<Replay> {
    let id = fingerprint(name);
    let row = replay::Entity::find_by_id(id.clone())
        .one(app.db.read())
        .await
        .ok()??;
    // A row that stays is read once more at worst, and goes when it expires.
    let _ = replay::Entity::delete_by_id(id).exec(app.db.write()).await;
    (row.expires_at > app.now())
        .then(|| serde_json::from_str(&row.content).ok())
        .flatten()
}

fn cookie(app: &App, value: &str, max_age: i64) -> Option<HeaderValue> {
    let secure = if app.settings.secure_cookies() {
        "; Secure"
    } else {
        ""
    };
    HeaderValue::from_str(&format!(
        "{COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age}{secure}"
    ))
    .ok()
}

/// 303: the browser goes on with GET.
pub fn see_other(path: &str) -> Response {
    match HeaderValue::from_str(path) {
        Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        Err(_) => (StatusCode::SEE_OTHER, [(header::LOCATION, "/")]).into_response(),
    }
}

/// A path of this site; anything that could lead elsewhere is dropped.
pub fn local_path(path: Option<String>) -> Option<String> {
    path.filter(|path| is_local(path))
}

/// `{id}` in a path becomes the id in the answer, and nothing else does: an answer may hold a token.
fn fill(path: &str, answer: &Value) -> String {
    match answer.get("id").and_then(Value::as_str) {
        Some(id) => {
            let encoded: String = form_urlencoded::byte_serialize(id.as_bytes()).collect();
            path.replacen("{id}", &encoded, 1)
        }
        None => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_stay_on_this_site() {
        for path in [
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/a\r\nb",
            "/\t/evil.example/x",
            "",
        ] {
            assert_eq!(local_path(Some(path.into())), None, "{path:?}");
        }
        assert_eq!(
            local_path(Some("/appointments?x=1".into())).as_deref(),
            Some("/appointments?x=1")
        );
        assert_eq!(
            fill("/appointments/{id}", &serde_json::json!({"id": "a/b"})),
            "/appointments/a%2Fb"
        );
        let tokens = serde_json::json!({"access_token": "secret"});
        assert_eq!(
            fill("/doctors?q={access_token}", &tokens),
            "/doctors?q={access_token}"
        );
        assert_eq!(sign_in_path("/a?b=c"), "/login?next=%2Fa%3Fb%3Dc");
    }
}
