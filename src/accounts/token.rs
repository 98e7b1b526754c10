//! The two tokens of a session.
//!
//! The **access token** is a JWT (RFC 7519) that lives 15 minutes and says who calls in
//! which session. The **refresh token** is opaque and lives 30 days; each use replaces it.
//! The next one is derived from the one before it by HMAC, so that two tabs which present
//! the same token at once are given the same successor; the database holds hashes alone.

use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;

use super::model::Role;
use crate::server::digest::{self, hex};
use crate::server::settings::Secret;
use crate::time::Instant;

/// How long an access token is good for, in seconds.
pub const ACCESS_SECONDS: u64 = 15 * 60;
/// How long a session lives without being used, in seconds.
pub const REFRESH_SECONDS: u64 = 30 * 24 * 60 * 60;

const ISSUER: &str = "medappoint";
const AUDIENCE: &str = "medappoint-api";
/// Pinned: a token that names another algorithm is refused (RFC 8725, section 3.1).
const ALGORITHM: Algorithm = Algorithm::HS256;

/// What an access token says; all of it is required.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claims {
    pub iss: String,
    pub aud: String,
    /// The user.
    pub sub: Uuid,
    /// The session, which can be revoked.
    pub sid: Uuid,
    pub role: Role,
    /// Seconds since 1970.
    pub iat: i64,
    pub exp: i64,
}

/// Signs an access token for a session.
///
/// # Errors
/// When signing fails, which the pinned algorithm and a byte secret leave no reason for.
pub fn sign(
    secret: &Secret,
    user: Uuid,
    session: Uuid,
    role: Role,
    now: Instant,
) -> Result<String, jsonwebtoken::errors::Error> {
    let iat = now.timestamp();
    let claims = Claims {
        iss: ISSUER.into(),
        aud: AUDIENCE.into(),
        sub: user,
        sid: session,
        role,
        iat,
        exp: iat.saturating_add_unsigned(ACCESS_SECONDS),
    };
    jsonwebtoken::encode(
        &Header::new(ALGORITHM),
        &claims,
        &EncodingKey::from_secret(&secret.0),
    )
}

/// Reads an access token; `None` for anything but one of ours that is good now.
pub fn read(secret: &Secret, token: &str, now: Instant) -> Option<Claims> {
    let mut validation = Validation::new(ALGORITHM);
    validation.set_issuer(&[ISSUER]);
    validation.set_audience(&[AUDIENCE]);
    validation.set_required_spec_claims(&["iss", "aud", "sub", "exp"]);
    // Checked below against the application's clock.
    validation.validate_exp = false;
    let claims =
        jsonwebtoken::decode::<Claims>(token, &DecodingKey::from_secret(&secret.0), &validation)
            .ok()?
            .claims;
    (claims.exp > now.timestamp()).then_some(claims)
}

/// The first refresh token of a session. It names the session, as all that follow it do, so
/// that one from long ago is still known for whose it was.
///
/// # Errors
/// When the machine has no randomness.
pub fn first_refresh(session: Uuid) -> Result<String, getrandom::Error> {
    Ok(format!("{}.{}", session.simple(), digest::random()?))
}

/// The session that a refresh token names.
pub fn session_of(token: &str) -> Option<Uuid> {
    token.split_once('.')?.0.parse().ok()
}

/// The refresh token that follows this one.
pub fn next_refresh(secret: &Secret, token: &str) -> Option<String> {
    let (session, _) = token.split_once('.')?;
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&secret.0).ok()?;
    mac.update(b"medappoint refresh token\0");
    mac.update(token.as_bytes());
    Some(format!("{session}.{}", hex(&mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeDelta, Utc};

    fn secret() -> Secret {
        Secret(b"0123456789abcdef0123456789abcdef".to_vec())
    }

    #[test]
    fn a_token_says_who_and_ends() {
        let (user, session, now) = (Uuid::from_u128(1), Uuid::from_u128(2), Utc::now());
        let token = sign(&secret(), user, session, Role::Doctor, now).unwrap();
        let claims = read(&secret(), &token, now).unwrap();
        assert_eq!(
            (claims.sub, claims.sid, claims.role),
            (user, session, Role::Doctor)
        );
        assert!(read(&secret(), &token, now + TimeDelta::minutes(14)).is_some());
        assert!(read(&secret(), &token, now + TimeDelta::minutes(15)).is_none());
    }

    #[test]
    fn forged_tokens_are_refused() {
        let now = Utc::now();
        let good = Claims {
            iss: ISSUER.into(),
            aud: AUDIENCE.into(),
            sub: Uuid::from_u128(1),
            sid: Uuid::from_u128(2),
            role: Role::Doctor,
            iat: now.timestamp(),
            exp: now.timestamp() + 600,
        };
        let encode = |header: Header, claims: &Claims, key: &[u8]| {
            jsonwebtoken::encode(&header, claims, &EncodingKey::from_secret(key)).unwrap()
        };
        let ours = secret().0;
        assert!(
            read(
                &secret(),
                &encode(Header::new(ALGORITHM), &good, &ours),
                now
            )
            .is_some()
        );
        let other_key = encode(
            Header::new(ALGORITHM),
            &good,
            b"another secret, thirty-two bytes",
        );
        let other_algorithm = encode(Header::new(Algorithm::HS512), &good, &ours);
        let other_issuer = encode(
            Header::new(ALGORITHM),
            &Claims {
                iss: "x".into(),
                ..good.clone()
            },
            &ours,
        );
        let other_audience = encode(
            Header::new(ALGORITHM),
            &Claims {
                aud: "x".into(),
                ..good.clone()
            },
            &ours,
        );
        for forged in [
            other_key,
            other_algorithm,
            other_issuer,
            other_audience,
            String::new(),
            "a.b.c".into(),
        ] {
            assert!(read(&secret(), &forged, now).is_none(), "{forged}");
        }
        // {"alg":"none"}
        let unsigned = format!(
            "eyJhbGciOiJub25lIn0.{}.",
            encode(Header::new(ALGORITHM), &good, &ours)
                .split('.')
                .nth(1)
                .unwrap()
        );
        assert!(read(&secret(), &unsigned, now).is_none());
    }

    #[test]
    fn every_claim_is_required() {
        let now = Utc::now();
        let whole = serde_json::json!({
            "iss": ISSUER, "aud": AUDIENCE, "sub": Uuid::from_u128(1), "sid": Uuid::from_u128(2),
            "role": "doctor", "iat": now.timestamp(), "exp": now.timestamp() + 600,
        });
        let encode = |claims: &serde_json::Value| {
            jsonwebtoken::encode(
                &Header::new(ALGORITHM),
                claims,
                &EncodingKey::from_secret(&secret().0),
            )
            .unwrap()
        };
        assert!(read(&secret(), &encode(&whole), now).is_some());
        for claim in ["iss", "aud", "sub", "sid", "role", "iat", "exp"] {
            let mut without = whole.clone();
            without.as_object_mut().unwrap().remove(claim);
            assert!(read(&secret(), &encode(&without), now).is_none(), "{claim}");
        }
    }

    #[test]
    fn refresh_tokens_follow_each_other() {
        let session = Uuid::from_u128(2);
        let first = first_refresh(session).unwrap();
        assert_eq!(first.len(), 32 + 1 + 64);
        assert_ne!(first, first_refresh(session).unwrap());
        let next = next_refresh(&secret(), &first).unwrap();
        assert_eq!(Some(&next), next_refresh(&secret(), &first).as_ref());
        assert_ne!(next, first);
        for token in [&first, &next, &next_refresh(&secret(), &next).unwrap()] {
            assert_eq!(session_of(token), Some(session));
        }
        for nonsense in ["", "x", ".", "a.b.c"] {
            assert_eq!(session_of(nonsense), None);
        }
    }
}
