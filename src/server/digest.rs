//! Random names, and the fingerprints by which the database knows what it must not hold.

use sha2::{Digest, Sha256};

/// 256 bits that nobody can guess, as 64 hexadecimal digits.
///
/// # Errors
/// When the machine has no randomness.
pub fn random() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(hex(&bytes))
}

/// SHA-256 of a text, in hexadecimal.
pub fn fingerprint(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
