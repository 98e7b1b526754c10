//! The secret that signs access tokens: from the settings, else made once and kept.

use std::io::{self, Write};
use std::path::Path;

use super::digest;
use super::settings::{Secret, Settings};

const FILE: &str = "jwt-secret";

/// The secret of these settings.
///
/// # Errors
/// When the data folder can't be read or written, or holds a secret that is too short.
pub fn load(settings: &Settings) -> io::Result<Secret> {
    if let Some(secret) = &settings.jwt_secret {
        return Ok(secret.clone());
    }
    let path = settings.data_dir.join(FILE);
    match std::fs::read(&path) {
        Ok(bytes) if bytes.len() >= 32 => Ok(Secret(bytes)),
        Ok(_) => Err(io::Error::other(format!(
            "{} is too short; remove it to make a new one",
            path.display()
        ))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => make(&path),
        Err(error) => Err(error),
    }
}

fn make(path: &Path) -> io::Result<Secret> {
    let secret = digest::random().map_err(io::Error::other)?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(secret.as_bytes())?;
    file.sync_all()?;
    Ok(Secret(secret.into_bytes()))
}
