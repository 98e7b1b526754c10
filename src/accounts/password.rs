//! Passwords: argon2id, off the async threads.
//!
//! 19 MiB, two passes, one lane: the OWASP Password Storage Cheat Sheet's
//! minimum, which the `argon2` crate has as its default.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};

use crate::error::{Answer, AppError};
use crate::server::state::App;

/// A hash of a password that nobody has, in the same cost: what an unknown account is checked
/// against, so that its answer takes as long as that of a known one.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlz$8QGiEFlU0tVCqqCsPuzU8C0sJxWdcR7WV1Q0xDkLJXE";

/// Hashes a new password into a PHC string.
///
/// # Errors
/// When the machine has no randomness or the server stops.
pub async fn hash(app: &App, password: String) -> Answer<String> {
    heavy(app, move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
            .ok()
    })
    .await?
    .ok_or_else(|| {
        tracing::error!("a password could not be hashed");
        AppError::internal()
    })
}

/// Whether the password is the one that was hashed; without a hash it takes as long and is not.
///
/// # Errors
/// When the server stops.
pub async fn verify(app: &App, password: String, hash: Option<String>) -> Answer<bool> {
    heavy(app, move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let fits = PasswordHash::new(&hash).is_ok_and(|parsed| {
            Argon2::default()
                .verify_password(password.as_bytes(), &parsed)
                .is_ok()
        });
        known && fits
    })
    .await
}

/// Runs work that takes a core for a while on the blocking threads, a few at a time.
async fn heavy<T: Send + 'static>(
    app: &App,
    work: impl FnOnce() -> T + Send + 'static,
) -> Answer<T> {
    let _permit = app
        .heavy_work
        .acquire()
        .await
        .map_err(|_| AppError::internal())?;
    tokio::task::spawn_blocking(work).await.map_err(|error| {
        tracing::error!(%error, "heavy work ended early");
        AppError::internal()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_have_the_cost_we_promise() {
        let hash = Argon2::default()
            .hash_password(b"copper lantern river")
            .unwrap()
            .to_string();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
    }

    #[test]
    fn the_hash_for_unknown_accounts_costs_the_same() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let real = Argon2::default().hash_password(b"x").unwrap();
        assert_eq!(nobody.params.to_string(), real.params.to_string());
        // A salt or hash of another length could end the work early.
        assert_eq!(
            nobody.hash.map(|hash| hash.len()),
            real.hash.map(|hash| hash.len())
        );
    }
}
