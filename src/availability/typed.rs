//! A value as somebody wrote it, before anybody has read it.
//!
//! A program sends `30` and `40.4168`, a form `"30"` and `"40.4168"`; both are taken as
//! text here, and our own parsing says what is wrong with it, with the field named.

use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize};

/// The text of a JSON string, number or boolean; empty for `null` and where it is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Typed(String);

impl Typed {
    /// The text without the space around it.
    pub fn text(&self) -> &str {
        self.0.trim()
    }

    /// Nothing was written.
    pub fn is_blank(&self) -> bool {
        self.text().is_empty()
    }

    /// The text, if any.
    pub fn filled(&self) -> Option<&str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }
}

impl<T: std::fmt::Display> From<T> for Typed {
    fn from(value: T) -> Self {
        Self(value.to_string())
    }
}

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Scalar;

        impl Visitor<'_> for Scalar {
            type Value = Typed;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text or a number")
            }

            fn visit_str<E>(self, value: &str) -> Result<Typed, E> {
                Ok(value.into())
            }

            fn visit_i64<E>(self, value: i64) -> Result<Typed, E> {
                Ok(value.into())
            }

            fn visit_u64<E>(self, value: u64) -> Result<Typed, E> {
                Ok(value.into())
            }

            fn visit_f64<E>(self, value: f64) -> Result<Typed, E> {
                Ok(value.into())
            }

            fn visit_bool<E>(self, value: bool) -> Result<Typed, E> {
                Ok(value.into())
            }

            fn visit_unit<E>(self) -> Result<Typed, E> {
                Ok(Typed::default())
            }
        }

        deserializer.deserialize_any(Scalar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_numbers_read_alike() {
        for (json, text) in [("\" 30 \"", "30"), ("30", "30"), ("-3.5", "-3.5"), ("null", ""), ("true", "true")] {
            let typed: Typed = serde_json::from_str(json).unwrap();
            assert_eq!(typed.text(), text);
        }
        for wrong in ["[1]", "{\"a\": 1}"] {
            assert!(serde_json::from_str::<Typed>(wrong).is_err(), "{wrong}");
        }
    }
}
