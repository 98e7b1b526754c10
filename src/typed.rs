//! What a client typed into one field.
//!
//! Forms send text; JSON clients may send a number or a truth value where they mean one. All
//! arrive here as text, so that our own rules read it and can answer with the field's name
//! and a sentence.

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// The text of one field; absent and empty are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(pub String);

impl Typed {
    /// The text, trimmed.
    pub fn text(&self) -> &str {
        self.0.trim()
    }

    /// The text, or nothing where it is empty.
    pub fn some(&self) -> Option<&str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    /// Whether what a page showed in this version is still as it was, `latest` being the one that
    /// there is. Whoever names none takes it as it is.
    pub fn is_latest(&self, latest: i32) -> bool {
        self.some().is_none_or(|seen| seen == latest.to_string())
    }
}

impl<T: Into<String>> From<T> for Typed {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl Serialize for Typed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl Visitor<'_> for Reader {
    type Value = Typed;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("text, a number, true or false")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Typed, E> {
        Ok(Typed(text.to_owned()))
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Typed, E> {
        Ok(Typed(value.to_string()))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Typed, E> {
        Ok(Typed(value.to_string()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Typed, E> {
        Ok(Typed(value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Typed, E> {
        Ok(Typed(value.to_string()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Typed, E> {
        Ok(Typed::default())
    }

    fn visit_none<E: de::Error>(self) -> Result<Typed, E> {
        Ok(Typed::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_names_a_version_means_that_one() {
        for (seen, is) in [
            ("2", true),
            (" ", true),
            ("1", false),
            ("3", false),
            ("two", false),
        ] {
            assert_eq!(Typed::from(seen).is_latest(2), is, "{seen}");
        }
    }

    #[test]
    fn one_field_may_come_as_any_scalar() {
        let read = |json: &str| {
            serde_json::from_str::<Typed>(json)
                .map(|typed| typed.0)
                .ok()
        };
        assert_eq!(read("\"a\"").as_deref(), Some("a"));
        assert_eq!(read("1.5").as_deref(), Some("1.5"));
        assert_eq!(read("true").as_deref(), Some("true"));
        assert_eq!(read("null").as_deref(), Some(""));
        assert_eq!(read("[]"), None);
        assert_eq!(read("{}"), None);
    }
}
