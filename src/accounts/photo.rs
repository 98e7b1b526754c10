//! Your photo: changed and removed by its owner, shown by an address that can't be guessed.
//!
//! These are plain handlers, not server functions, since a file travels as
//! `multipart/form-data`. The settings page posts to them with and without the client.

mod upload;

use std::collections::BTreeMap;

use dioxus::server::axum::{
    Extension, Json, Router,
    extract::{DefaultBodyLimit, Path, Request},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QuerySelect, Set};
use serde::Serialize;
use uuid::Uuid;

use self::upload::Upload;
use super::entity::user;
use super::identity::SignedIn;
use crate::error::{Answer, AppError, ErrorKind};
use crate::server::form_bridge::{back_with, see_other, sign_in_path};
use crate::server::media::{
    self,
    disk::{Disk, Name},
    picture::{Picture, PictureError},
};
use crate::server::state::App;

/// Where a photo is changed.
pub const CHANGE: &str = "/api/me/photo";
/// Where it is removed.
pub const REMOVE: &str = "/api/me/photo/remove";
/// The page that both forms stand on, unless they say otherwise.
const PAGE: &str = "/settings";

/// The most that is read of an upload, in bytes. More than a picture may have: a browser shows
/// an answer only after it could send all, and a photo of 8 MB deserves to hear what is wrong.
pub const MAX_BODY: usize = 32 * 1024 * 1024;

/// The routes of photos. Nothing in front of [`CHANGE`] may cut a body below [`MAX_BODY`].
pub fn routes() -> Router {
    Router::new()
        .route(CHANGE, post(change).layer(DefaultBodyLimit::max(MAX_BODY)))
        .route(REMOVE, post(remove))
        .route("/media/{name}", get(show))
}

/// The photo of the person who asked, as it is now.
#[derive(Debug, Serialize)]
struct Photo {
    /// Its address, or none.
    photo: Option<String>,
}

/// Takes the multipart field `photo`: 200 with its address. A form of a browser gets 303: to
/// where its fields `_to` or `_back` lead, and on failure back to its page.
async fn change(
    who: Answer<SignedIn>,
    Extension(app): Extension<App>,
    request: Request,
) -> Response {
    let form = is_from_a_page(request.headers());
    let mut upload = Upload::default();
    let outcome = async {
        let who = who?;
        upload.read(request).await?;
        let picture = media::check(
            &app.picture_work,
            upload.photo.take().ok_or(PictureError::Missing)?,
        )
        .await?;
        keep_to_the_end(&app, who.id, picture).await
    };
    let outcome = outcome.await;
    let back = upload.back.as_deref().unwrap_or(PAGE);
    match outcome {
        Ok(_) if form => see_other(upload.to.as_deref().unwrap_or(back)),
        Ok(photo) => Json(photo).into_response(),
        Err(error) if form && error.kind == ErrorKind::Unauthenticated => {
            see_other(&sign_in_path(back))
        }
        Err(error) if form => back_with(&app, back, CHANGE, error, BTreeMap::new()).await,
        Err(error) => error.into_response(),
    }
}

/// Removes the photo; without one that is no error. Forms come through the bridge.
async fn remove(who: SignedIn) -> Answer<Json<Photo>> {
    let old = refer(&who.app, who.id, None).await?;
    discard(&who.app, old);
    Ok(Json(Photo { photo: None }))
}

/// Shows a picture that is kept on disk, to whoever was given its address.
async fn show(Extension(app): Extension<App>, Path(name): Path<String>) -> Answer<Response> {
    let missing = || AppError::not_found("picture");
    let name = Name::parse(&name).ok_or_else(missing)?;
    let found = Disk::at(&app.settings.data_dir).read(&name).await;
    let bytes = found
        .map_err(|error| {
            tracing::error!(%error, "a picture could not be read");
            AppError::new(ErrorKind::Unavailable, ts!("accounts-photo-away"))
        })?
        .ok_or_else(missing)?;
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        // A name never gets another content. Private: a shared cache would go on showing a
        // photo that its owner removed.
        (
            header::CACHE_CONTROL,
            "private, max-age=31536000, immutable",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox",
        ),
    ];
    Ok((headers, bytes).into_response())
}

/// The answer to a form without the client is a page; a client asks for JSON or for anything.
fn is_from_a_page(headers: &HeaderMap) -> bool {
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    accept.contains("text/html") && !accept.contains("application/json")
}

/// As [`keep`], also where the caller hangs up meanwhile, so that no picture is kept that
/// nobody refers to.
async fn keep_to_the_end(app: &App, id: Uuid, picture: Picture) -> Answer<Photo> {
    let app = app.clone();
    tokio::spawn(async move { keep(&app, id, &picture).await })
        .await
        .unwrap_or_else(|error| {
            tracing::error!(%error, "keeping a photo failed");
            Err(AppError::internal())
        })
}

/// Keeps the picture, then refers to it; until then the old photo stays, whatever fails.
async fn keep(app: &App, id: Uuid, picture: &Picture) -> Answer<Photo> {
    let reference = app.media.keep(id, picture).await?;
    match refer(app, id, Some(reference.clone())).await {
        Ok(old) => {
            discard(app, old);
            Ok(Photo {
                photo: media::url(&reference),
            })
        }
        Err(error) => {
            // Where the answer to the commit was lost the row may refer to it all the same.
            if !may_refer(app, id, &reference).await {
                discard(app, Some(reference));
            }
            Err(error)
        }
    }
}

/// Makes the person's row refer to another photo or none, and gives the old reference. Of two
/// changes at once the second sees the first one's photo as the old one.
async fn refer(app: &App, id: Uuid, reference: Option<String>) -> Answer<Option<String>> {
    let tx = app.db.begin().await?;
    let person = user::Entity::find_by_id(id)
        .lock_exclusive()
        .one(&tx)
        .await?;
    let person = person.ok_or_else(AppError::unauthenticated)?;
    let old = person.photo.clone();
    let mut row = person.into_active_model();
    row.photo = Set(reference);
    row.update(&tx).await?;
    tx.commit().await?;
    Ok(old)
}

/// Whether the row refers to it, for all we can tell.
async fn may_refer(app: &App, id: Uuid, reference: &str) -> bool {
    match user::Entity::find_by_id(id).one(app.db.read()).await {
        Ok(person) => person.is_some_and(|person| person.photo.as_deref() == Some(reference)),
        Err(_) => true,
    }
}

/// Removes a picture that nothing refers to any more, while nobody waits for it.
fn discard(app: &App, reference: Option<String>) {
    if let Some(reference) = reference {
        let app = app.clone();
        tokio::spawn(async move { app.media.remove(&reference).await });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_of_a_browser_gets_a_page_and_everybody_else_json() {
        let from_a_page = |accept: &str| {
            is_from_a_page(
                &[(header::ACCEPT, accept.parse().unwrap())]
                    .into_iter()
                    .collect(),
            )
        };
        assert!(from_a_page("text/html,application/xhtml+xml,*/*;q=0.8"));
        assert!(!from_a_page("*/*"));
        assert!(!from_a_page("application/json"));
        assert!(!from_a_page("application/json, text/html"));
        assert!(!is_from_a_page(&HeaderMap::new()));
    }
}
