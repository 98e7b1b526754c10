//! People, as both sides know them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::time::Instant;
use crate::typed::Typed;
use crate::wire::{wire, word};

/// What a person is here for; decides what they see and may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Patient,
    Doctor,
    Administrator,
}

word!(Role, Role::parse, Role::Patient);

impl Role {
    /// The word kept in the database and in tokens.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Patient => "patient",
            Self::Doctor => "doctor",
            Self::Administrator => "administrator",
        }
    }

    /// The role of a word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Patient, Self::Doctor, Self::Administrator]
            .into_iter()
            .find(|role| role.as_str() == word)
    }
}

/// Who is signed in, as far as the frame of a page needs it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Viewer {
    pub id: Uuid,
    pub role: Role,
    pub full_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    /// Unread notifications.
    pub unread: u64,
    /// The number of the newest notification: where the live stream begins.
    pub newest: i64,
    /// A doctor who is not verified yet is not listed.
    pub verified: bool,
}

wire!(Viewer {
    id,
    role,
    full_name,
    photo,
    unread,
    newest,
    verified
});

/// The person in the answer to a sign-in.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct User {
    pub id: Uuid,
    pub role: Role,
    pub full_name: String,
}

wire!(User {
    id,
    role,
    full_name
});

/// The answer to registration, sign-in and refresh (RFC 6749, section 5.1).
#[derive(Clone, PartialEq, Serialize)]
pub struct SignedIn {
    pub access_token: String,
    /// Always `Bearer`.
    pub token_type: String,
    /// Seconds.
    pub expires_in: u64,
    pub refresh_token: String,
    pub user: User,
}

wire!(SignedIn {
    access_token,
    token_type,
    expires_in,
    refresh_token,
    user
});

/// Your own profile. Fields of the other role are left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Me {
    pub id: Uuid,
    pub role: Role,
    pub full_name: String,
    pub email: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    pub created_at: Instant,
    // What a patient says of themselves, for the doctors they ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_of_birth: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conditions: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allergies: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medicines: Option<String>,
    // What a doctor says of themselves, for patients who look for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub specialty: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence_number: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub biography: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepting: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
    /// Goes up with each change: whoever changes it says which version they saw.
    pub version: i32,
}

wire!(Me {
    id, role, full_name, email, photo, created_at, date_of_birth, phone, address, conditions,
    allergies, medicines, specialty, licence_number, languages = default, biography, accepting,
    verified, version,
});

/// What may be changed in a profile. Absent means unchanged; an empty optional text clears it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProfileChange {
    pub full_name: Option<String>,
    pub date_of_birth: Option<String>,
    pub phone: Option<String>,
    pub address: Option<String>,
    pub conditions: Option<String>,
    pub allergies: Option<String>,
    pub medicines: Option<String>,
    pub languages: Option<String>,
    pub biography: Option<String>,
    pub accepting: Option<String>,
    /// Which version this takes the place of; whoever doesn't say it changes whatever there is.
    pub version: Typed,
}

/// An account that the demonstration offers on the sign-in page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DemoAccount {
    pub label: String,
    pub email: String,
    pub password: String,
}

wire!(DemoAccount {
    label,
    email,
    password
});
