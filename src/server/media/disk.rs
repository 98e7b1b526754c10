//! Pictures in the data folder, under names that can't be guessed.

use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::MediaError;
use super::picture::Picture;

const ENDING: &str = ".jpg";
const DIGITS: usize = 32;

/// The name of a picture's file: a random UUID in hexadecimal. Whoever was never shown the
/// address can't find the picture, and no other text is a name, so that none leads elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

impl Name {
    fn random() -> Self {
        Self(format!("{}{ENDING}", Uuid::new_v4().simple()))
    }

    /// A name as it stands in an address or reference.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_suffix(ENDING)?;
        let ours = digits.len() == DIGITS
            && digits
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        ours.then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The folder of pictures.
#[derive(Clone, Debug)]
pub struct Disk {
    folder: PathBuf,
}

impl Disk {
    /// The folder of pictures in this data folder, which need not exist.
    pub fn at(data_dir: &Path) -> Self {
        Self {
            folder: data_dir.join("media"),
        }
    }

    /// As [`Self::at`], made where it is missing.
    ///
    /// # Errors
    /// When it can't be made.
    pub fn open(data_dir: &Path) -> io::Result<Self> {
        let disk = Self::at(data_dir);
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&disk.folder)?;
        Ok(disk)
    }

    /// Keeps a picture: once this returns, it survives a power cut.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub async fn keep(&self, picture: &Picture) -> Result<Name, MediaError> {
        let (folder, bytes) = (self.folder.clone(), picture.jpeg().to_vec());
        off_the_async_threads(move || {
            let name = Name::random();
            let unfinished = folder.join(format!("{name}.part"));
            let written = write(&unfinished, &bytes)
                .and_then(|()| fs::rename(&unfinished, folder.join(&name.0)))
                // The new name is in the folder's own data.
                .and_then(|()| File::open(&folder)?.sync_all());
            if let Err(error) = written {
                // Best effort: the disk may be full or gone.
                let _ = fs::remove_file(&unfinished);
                return Err(error);
            }
            Ok(name)
        })
        .await
    }

    /// The picture's bytes, if it is there.
    ///
    /// # Errors
    /// When the disk can't be read.
    pub async fn read(&self, name: &Name) -> io::Result<Option<Vec<u8>>> {
        match tokio::fs::read(self.folder.join(&name.0)).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Removes a picture; one that is gone already is no error.
    ///
    /// # Errors
    /// When the disk refuses.
    pub async fn remove(&self, name: &Name) -> Result<(), MediaError> {
        let file = self.folder.join(&name.0);
        off_the_async_threads(move || match fs::remove_file(file) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        })
        .await
    }
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

async fn off_the_async_threads<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, MediaError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(MediaError::new)?
        .map_err(MediaError::new)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::server::media::picture::tests::jpeg;

    /// A folder that goes when the test ends.
    pub(crate) struct Folder(pub(crate) PathBuf);

    impl Folder {
        pub(crate) fn new() -> Self {
            let path = std::env::temp_dir().join(format!("medappoint-media-{}", Uuid::new_v4()));
            fs::create_dir(&path).unwrap();
            Self(path)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn picture() -> Picture {
        Picture::from_upload(&jpeg(8, 8)).unwrap()
    }

    #[tokio::test]
    async fn what_is_kept_is_read_until_it_is_removed() {
        let folder = Folder::new();
        let disk = Disk::open(&folder.0).unwrap();
        let name = disk.keep(&picture()).await.unwrap();
        assert_eq!(disk.read(&name).await.unwrap().unwrap(), picture().jpeg());
        disk.remove(&name).await.unwrap();
        assert_eq!(disk.read(&name).await.unwrap(), None);
        disk.remove(&name).await.unwrap();
    }

    #[tokio::test]
    async fn nothing_but_the_picture_is_left_and_it_is_ours_alone() {
        let folder = Folder::new();
        let disk = Disk::open(&folder.0).unwrap();
        let name = disk.keep(&picture()).await.unwrap();
        let files: Vec<_> = fs::read_dir(&disk.folder)
            .unwrap()
            .map(|file| file.unwrap())
            .collect();
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].file_name().to_str(), Some(name.0.as_str()));
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&files[0].metadata().unwrap().permissions())
                & 0o777,
            0o600
        );
    }

    #[tokio::test]
    async fn a_disk_that_refuses_is_an_error_and_no_panic() {
        let folder = Folder::new();
        let disk = Disk::at(&folder.0);
        assert!(disk.keep(&picture()).await.is_err());
    }

    #[test]
    fn names_are_random_and_read_back() {
        let (one, other) = (Name::random(), Name::random());
        assert_ne!(one, other);
        assert_eq!(Name::parse(&one.0), Some(one));
    }

    #[test]
    fn no_other_text_is_a_name() {
        let digits = "0123456789abcdef0123456789abcdef";
        assert!(Name::parse(&format!("{digits}.jpg")).is_some());
        for text in [
            "".to_owned(),
            digits.to_owned(),
            format!("{digits}.png"),
            format!("{digits}.jpg.part"),
            format!("../{digits}.jpg"),
            format!("{digits}0.jpg"),
            format!("{}.jpg", digits.to_uppercase()),
            "../../../../../../etc/passwd.jpg".to_owned(),
            "................................/.jpg".to_owned(),
        ] {
            assert_eq!(Name::parse(&text), None, "{text}");
        }
    }
}
