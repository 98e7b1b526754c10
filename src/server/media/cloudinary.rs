//! Pictures at Cloudinary, over its upload API.
//!
//! The client knows one host, waits for ever and panics where the machine has no certificates:
//! each call runs in a task of its own with a time limit, and every failure becomes a
//! [`MediaError`].

use std::collections::BTreeSet;
use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cloudinary::upload::{OptionalParameters, Source, Upload, UploadResult};
use url::Url;
use uuid::Uuid;

use super::MediaError;
use super::picture::Picture;

/// How long Cloudinary may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// The folder of our pictures: nothing outside it is ever removed.
const FOLDER: &str = "medappoint/";

/// An account at Cloudinary.
#[derive(Clone)]
pub struct Cloudinary {
    account: Arc<Upload>,
    patience: Duration,
}

impl Cloudinary {
    /// The account that `cloudinary://key:secret@cloud` names, written as Cloudinary's console
    /// shows it.
    pub fn new(url: &Url) -> Option<Self> {
        Self::with_patience(url, PATIENCE)
    }

    /// As [`Self::new`], waiting this long for an answer.
    pub fn with_patience(url: &Url, patience: Duration) -> Option<Self> {
        let (key, secret, cloud) = (url.username(), url.password()?, url.host_str()?);
        let account = Arc::new(Upload::new(
            key.to_owned(),
            cloud.to_owned(),
            secret.to_owned(),
        ));
        (url.scheme() == "cloudinary").then_some(Self { account, patience })
    }

    /// Keeps a picture there.
    ///
    /// # Errors
    /// When it is out of reach, takes too long or refuses.
    pub async fn keep(&self, picture: &Picture) -> Result<Asset, MediaError> {
        // Of our own making, so that we can remove it even if its answer never arrives.
        let public_id = format!("{FOLDER}{}", Uuid::new_v4().simple());
        let source = Source::DataUrl(format!(
            "data:image/jpeg;base64,{}",
            STANDARD.encode(picture.jpeg())
        ));
        let options = BTreeSet::from([OptionalParameters::PublicId(public_id.clone())]);
        let account = self.account.clone();
        let answer = self
            .ask(async move { account.image(source, &options).await })
            .await;
        let url = match answer {
            Ok(UploadResult::Response(kept)) => kept.secure_url,
            Ok(UploadResult::ResponseWithImageMetadata(kept)) => kept.secure_url,
            Ok(UploadResult::Error(refusal)) => {
                return Err(MediaError::new(format!(
                    "Cloudinary refuses: {}",
                    refusal.error.message
                )));
            }
            Err(error) => {
                self.forget(public_id);
                return Err(error);
            }
        };
        Asset::parse(&url).ok_or_else(|| {
            MediaError::new(format!("Cloudinary answers with a strange address: {url}"))
        })
    }

    /// Removes a picture there; one that is gone already is no error.
    ///
    /// # Errors
    /// When it is out of reach, takes too long or refuses.
    pub async fn remove(&self, asset: &Asset) -> Result<(), MediaError> {
        let public_id = asset
            .public_id()
            .ok_or_else(|| MediaError::new("not one of our pictures"))?;
        self.destroy(public_id.to_owned()).await
    }

    /// Without an answer the picture may yet have been kept: asks to remove it, while nobody waits.
    fn forget(&self, public_id: String) {
        let this = self.clone();
        tokio::spawn(async move {
            if let Err(error) = this.destroy(public_id).await {
                tracing::debug!(%error, "a picture that may have been kept was not removed");
            }
        });
    }

    async fn destroy(&self, public_id: String) -> Result<(), MediaError> {
        let account = self.account.clone();
        let answer = self
            .ask(async move { account.destroy(public_id).await })
            .await?;
        match answer.result.as_str() {
            "ok" | "not found" => Ok(()),
            other => Err(MediaError::new(format!("Cloudinary answers “{other}”"))),
        }
    }

    async fn ask<T, E>(
        &self,
        call: impl Future<Output = Result<T, E>> + Send + 'static,
    ) -> Result<T, MediaError>
    where
        T: Send + 'static,
        E: fmt::Display + Send + 'static,
    {
        let patience = self.patience;
        match tokio::spawn(tokio::time::timeout(patience, call)).await {
            Ok(Ok(answer)) => answer.map_err(MediaError::new),
            Ok(Err(_)) => Err(MediaError::new(format!(
                "Cloudinary did not answer within {patience:?}"
            ))),
            Err(error) => Err(MediaError::new(format!(
                "the client for Cloudinary failed: {error}"
            ))),
        }
    }
}

/// A picture at Cloudinary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset(String);

impl Asset {
    /// A picture's address, as Cloudinary gave it: HTTPS on one of its hosts.
    pub fn parse(url: &str) -> Option<Self> {
        let parsed = Url::parse(url).ok()?;
        let theirs = parsed.host_str()?.ends_with(".cloudinary.com");
        (parsed.scheme() == "https" && theirs).then(|| Self(parsed.into()))
    }

    /// The address for a page.
    pub fn url(&self) -> &str {
        &self.0
    }

    /// What Cloudinary calls it: `…/image/upload/v1700000000/medappoint/abc.jpg` is `medappoint/abc`.
    fn public_id(&self) -> Option<&str> {
        let (_, path) = self.0.split_once("/upload/")?;
        let path = match path.split_once('/') {
            Some((version, rest))
                if version.starts_with('v') && version[1..].parse::<u64>().is_ok() =>
            {
                rest
            }
            _ => path,
        };
        let id = path.rsplit_once('.').map_or(path, |(id, _ending)| id);
        id.starts_with(FOLDER).then_some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_asset_knows_what_cloudinary_calls_it() {
        for (url, id) in [
            (
                "https://res.cloudinary.com/clinic/image/upload/v1700000000/medappoint/abc.jpg",
                Some("medappoint/abc"),
            ),
            (
                "https://res.cloudinary.com/clinic/image/upload/medappoint/abc.jpg",
                Some("medappoint/abc"),
            ),
            (
                "https://clinic-res.cloudinary.com/image/upload/v1/medappoint/abc",
                Some("medappoint/abc"),
            ),
            (
                "https://res.cloudinary.com/clinic/image/upload/v1/logo.jpg",
                None,
            ),
            ("https://res.cloudinary.com/clinic", None),
        ] {
            assert_eq!(Asset::parse(url).unwrap().public_id(), id, "{url}");
        }
    }

    #[test]
    fn only_their_https_addresses_are_shown() {
        for url in [
            "",
            "http://res.cloudinary.com/clinic/image/upload/v1/medappoint/abc.jpg",
            "https://res.cloudinary.com.elsewhere.example/medappoint/abc.jpg",
            "https://elsewherecloudinary.com/medappoint/abc.jpg",
            "javascript:alert(1)//.cloudinary.com",
        ] {
            assert_eq!(Asset::parse(url), None, "{url}");
        }
    }

    #[test]
    fn an_account_is_read_from_its_address() {
        let read = |text: &str| Cloudinary::new(&Url::parse(text).unwrap()).is_some();
        assert!(read("cloudinary://key:secret@clinic"));
        assert!(!read("cloudinary://key@clinic"));
        assert!(!read("https://key:secret@clinic.example"));
    }
}
