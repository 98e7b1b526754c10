//! Pictures of people: checked and cut to size, kept on disk or at Cloudinary, found again
//! by a reference.
//!
//! `users.photo` holds the reference: `disk:<name>` or `cloudinary:<address>`. It says where
//! the picture is, whatever the settings say today, so that turning Cloudinary on or off
//! loses nobody's picture.

pub mod cloudinary;
pub mod disk;
pub mod picture;

use std::sync::Arc;

use async_trait::async_trait;
use tokio::sync::Semaphore;
use uuid::Uuid;

use self::cloudinary::Cloudinary;
use self::disk::Disk;
use self::picture::{Picture, PictureError};
use super::settings::Settings;
use crate::error::{AppError, ErrorKind};

/// Where pictures that we don't serve ourselves come from, as the Content Security Policy's
/// `img-src` names it.
pub const IMAGE_SOURCES: &str = "https://*.cloudinary.com";

const DISK: &str = "disk:";
const CLOUDINARY: &str = "cloudinary:";

/// Keeps pictures.
#[async_trait]
pub trait MediaStore: Send + Sync {
    /// Keeps a picture of this person and gives the reference that finds it again.
    ///
    /// # Errors
    /// When the place where pictures are kept does not take it now.
    async fn keep(&self, owner: Uuid, picture: &Picture) -> Result<String, MediaError>;

    /// Removes a picture. Best effort: what fails is logged, since nothing refers to it any more.
    async fn remove(&self, reference: &str);

    /// The address of a picture for a page; see [`url`].
    fn url(&self, reference: &str) -> Option<String> {
        url(reference)
    }
}

/// The address of a picture for a page, or none where the reference is not one of ours.
pub fn url(reference: &str) -> Option<String> {
    if let Some(name) = reference.strip_prefix(DISK) {
        return disk::Name::parse(name).map(|name| format!("/media/{name}"));
    }
    cloudinary::Asset::parse(reference.strip_prefix(CLOUDINARY)?)
        .map(|asset| asset.url().to_owned())
}

/// Opens the store that the settings ask for.
///
/// # Errors
/// When the folder for pictures can't be made.
pub fn open(settings: &Settings) -> std::io::Result<Arc<dyn MediaStore>> {
    Ok(Arc::new(Media {
        disk: Disk::open(&settings.data_dir)?,
        cloudinary: settings
            .cloudinary_url
            .as_ref()
            .and_then(|url| Cloudinary::new(&url.0)),
    }))
}

/// Checks an upload and makes the picture of it, off the async threads and only a few at once.
///
/// # Errors
/// Why there is no picture, in a sentence for the person who sent it.
pub async fn check(
    picture_work: &Arc<Semaphore>,
    upload: Vec<u8>,
) -> Result<Picture, PictureError> {
    // The semaphore is never closed; if it were, working without it would be the lesser harm.
    let permit = picture_work.clone().acquire_owned().await.ok();
    let work = tokio::task::spawn_blocking(move || {
        // Held until the work ends, even where nobody waits for it any more.
        let _permit = permit;
        Picture::from_upload(&upload)
    });
    work.await.unwrap_or_else(|error| {
        tracing::warn!(%error, "a decoder gave up on an upload");
        Err(PictureError::Damaged)
    })
}

/// New pictures go to Cloudinary where it is set, else on disk; old ones are removed where they are.
struct Media {
    disk: Disk,
    cloudinary: Option<Cloudinary>,
}

#[async_trait]
impl MediaStore for Media {
    async fn keep(&self, owner: Uuid, picture: &Picture) -> Result<String, MediaError> {
        let reference = match &self.cloudinary {
            Some(cloudinary) => format!("{CLOUDINARY}{}", cloudinary.keep(picture).await?.url()),
            None => format!("{DISK}{}", self.disk.keep(picture).await?),
        };
        tracing::info!(%owner, "a picture was kept");
        Ok(reference)
    }

    async fn remove(&self, reference: &str) {
        let removed = if let Some(name) = reference.strip_prefix(DISK).and_then(disk::Name::parse) {
            self.disk.remove(&name).await
        } else if let (Some(asset), Some(cloudinary)) = (
            reference
                .strip_prefix(CLOUDINARY)
                .and_then(cloudinary::Asset::parse),
            &self.cloudinary,
        ) {
            cloudinary.remove(&asset).await
        } else {
            Err(MediaError::new("no store knows where it is"))
        };
        if let Err(error) = removed {
            tracing::warn!(%error, reference, "an old picture was not removed");
        }
    }
}

/// A picture could not be kept or removed now. Displays the cause, for the log.
#[derive(Debug, thiserror::Error)]
#[error("{cause}")]
pub struct MediaError {
    cause: String,
}

impl MediaError {
    /// With this cause.
    pub fn new(cause: impl std::fmt::Display) -> Self {
        // Some causes quote a whole answer.
        Self {
            cause: format!("{cause:#}").chars().take(500).collect(),
        }
    }
}

/// 503. The cause is logged here and never sent.
impl From<MediaError> for AppError {
    fn from(error: MediaError) -> Self {
        tracing::warn!(%error, "a picture could not be kept");
        Self::new(ErrorKind::Unavailable, ts!("server-picture-away"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::media::picture::tests::jpeg;

    fn settings(data_dir: &std::path::Path, cloudinary: Option<&str>) -> Settings {
        Settings::read(|name| match name {
            "MEDAPPOINT_DATA_DIR" => Some(data_dir.display().to_string()),
            "CLOUDINARY_URL" => cloudinary.map(str::to_owned),
            _ => None,
        })
        .unwrap()
    }

    #[tokio::test]
    async fn a_picture_on_disk_is_found_by_its_reference_and_removed() {
        let folder = disk::tests::Folder::new();
        let store = open(&settings(&folder.0, None)).unwrap();
        let picture = Picture::from_upload(&jpeg(8, 8)).unwrap();

        let reference = store.keep(Uuid::now_v7(), &picture).await.unwrap();

        assert!(reference.starts_with("disk:"), "{reference}");
        let url = store.url(&reference).unwrap();
        let file = folder
            .0
            .join("media")
            .join(url.strip_prefix("/media/").unwrap());
        assert_eq!(std::fs::read(&file).unwrap(), picture.jpeg());
        store.remove(&reference).await;
        assert!(!file.exists());
    }

    #[tokio::test]
    async fn a_picture_on_disk_is_removed_after_cloudinary_was_turned_on() {
        let folder = disk::tests::Folder::new();
        let picture = Picture::from_upload(&jpeg(8, 8)).unwrap();
        let before = open(&settings(&folder.0, None)).unwrap();
        let reference = before.keep(Uuid::now_v7(), &picture).await.unwrap();

        let after = open(&settings(&folder.0, Some("cloudinary://key:secret@clinic"))).unwrap();

        assert_eq!(after.url(&reference), before.url(&reference));
        after.remove(&reference).await;
        assert_eq!(
            std::fs::read_dir(folder.0.join("media")).unwrap().count(),
            0
        );
    }

    #[test]
    fn both_kinds_of_reference_are_read_at_any_time() {
        let name = "0123456789abcdef0123456789abcdef.jpg";
        let asset = "https://res.cloudinary.com/clinic/image/upload/v1/medappoint/a.jpg";
        assert_eq!(url(&format!("disk:{name}")), Some(format!("/media/{name}")));
        assert_eq!(url(&format!("cloudinary:{asset}")), Some(asset.to_owned()));
    }

    #[test]
    fn a_strange_reference_has_no_address() {
        for reference in [
            "",
            "disk:",
            "disk:../medappoint.db",
            "javascript:alert(1)",
            "https://res.cloudinary.com/clinic/image/upload/a.jpg",
            "cloudinary:javascript:alert(1)",
            "cloudinary:https://elsewhere.example/image/upload/a.jpg",
        ] {
            assert_eq!(url(reference), None, "{reference}");
        }
    }

    #[tokio::test]
    async fn no_picture_comes_of_no_picture() {
        let heavy_work = Arc::new(Semaphore::new(1));
        assert!(check(&heavy_work, b"hello".to_vec()).await.is_err());
        assert!(check(&heavy_work, jpeg(4, 4)).await.is_ok());
        assert_eq!(heavy_work.available_permits(), 1);
    }

    #[test]
    fn the_cause_is_kept_from_the_person_who_asked() {
        let error = AppError::from(MediaError::new("secret.internal refused"));
        assert_eq!(error.kind, ErrorKind::Unavailable);
        assert!(!error.message.contains("secret.internal"));
    }
}
