//! How the types that both sides share are read from JSON.
//!
//! The usual derive writes a reader of its own for each type, field and format, which
//! together were a sixth of the client. Here JSON becomes one untyped [`Value`] first, and a
//! type takes its fields out of it by name: [`wire!`] for an object, [`word!`] for what is one
//! word or text.
//!
//! Reading never stops half-way. What can't be read leaves a blank and is noted; whoever
//! asked for the whole gets an error that names the first such field. That keeps the code of
//! each type a straight line, with nothing to clean up in between.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde::de::{self, Deserialize, Deserializer};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::time::Instant;

/// What is read from JSON.
pub trait Wire: Sized {
    /// The value, or a blank that `reader` knows of.
    fn read(value: Value, reader: &mut Reader) -> Self;
}

/// Something was missing or of the wrong kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The field, or nothing where it was the whole.
    pub field: &'static str,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "`{}` can't be read", self.field)
    }
}

impl std::error::Error for Unreadable {}

/// Reads a whole.
///
/// # Errors
/// The first field that could not be read.
pub fn whole<T: Wire>(value: Value) -> Result<T, Unreadable> {
    let mut reader = Reader::default();
    let whole = T::read(value, &mut reader);
    match reader.fault {
        None => Ok(whole),
        Some(fault) => Err(fault),
    }
}

/// Reads a whole from JSON text.
///
/// # Errors
/// When the text is no JSON, or does not hold what is asked for.
pub fn parse<T: Wire>(json: &[u8]) -> Result<T, Unreadable> {
    whole(untyped(json)?)
}

fn untyped(json: &[u8]) -> Result<Value, Unreadable> {
    serde_json::from_slice(json).map_err(|_| Unreadable { field: "" })
}

/// What [`wire!`] and [`word!`] make of serde's way to read.
///
/// # Errors
/// The format's own, and what could not be read.
pub fn deserialize<'de, T: Wire, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    whole(Value::deserialize(deserializer)?).map_err(de::Error::custom)
}

/// Where a reading is, and what went wrong first.
#[derive(Default)]
pub struct Reader {
    field: &'static str,
    fault: Option<Unreadable>,
}

impl Reader {
    /// Notes that the field under way can't be read.
    #[inline(never)]
    pub fn fail(&mut self) {
        self.fault.get_or_insert(Unreadable { field: self.field });
    }

    /// The value, or a blank that is noted.
    fn checked<T: Default>(&mut self, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.fail();
            T::default()
        })
    }

    /// The fields of an object.
    #[inline(never)]
    pub fn object(&mut self, value: Value) -> Object<'_> {
        let fields = match value {
            Value::Object(fields) => fields,
            _ => {
                self.fail();
                Map::new()
            }
        };
        Object {
            fields,
            reader: self,
        }
    }

    /// A text; empty where it is none.
    #[inline(never)]
    fn text(&mut self, value: Value) -> Option<String> {
        match value {
            Value::String(text) => Some(text),
            _ => {
                self.fail();
                None
            }
        }
    }

    /// What a word or a text stands for.
    pub fn word<T>(&mut self, value: Value, parse: impl FnOnce(&str) -> Option<T>, blank: T) -> T {
        let Some(text) = self.text(value) else {
            return blank;
        };
        parse(&text).unwrap_or_else(|| {
            self.fail();
            blank
        })
    }
}

/// An object whose fields are being taken.
pub struct Object<'a> {
    fields: Map<String, Value>,
    reader: &'a mut Reader,
}

impl Object<'_> {
    /// A field. One that is missing is the same as `null`.
    pub fn take<T: Wire>(&mut self, name: &'static str) -> T {
        let outer = std::mem::replace(&mut self.reader.field, name);
        let field = T::read(self.find(name).unwrap_or_default(), self.reader);
        self.reader.field = outer;
        field
    }

    /// A field that may be missing.
    pub fn take_or_default<T: Wire + Default>(&mut self, name: &'static str) -> T {
        if self.fields.contains_key(name) {
            self.take(name)
        } else {
            T::default()
        }
    }

    #[inline(never)]
    fn find(&mut self, name: &str) -> Option<Value> {
        self.fields.get_mut(name).map(Value::take)
    }
}

/// Reads a type from a JSON object with these fields; others in it don't matter. A field
/// with `= default` may be missing, as may one that is an `Option`.
///
/// ```ignore
/// wire!(Doctors { items, next, specialties = default });
/// ```
macro_rules! wire {
    ($name:ident $(<$of:ident>)? { $($field:ident $(= $default:ident)?),* $(,)? }) => {
        impl $(<$of: $crate::wire::Wire>)? $crate::wire::Wire for $name $(<$of>)? {
            fn read(value: serde_json::Value, reader: &mut $crate::wire::Reader) -> Self {
                let mut object = reader.object(value);
                Self { $($field: $crate::wire::wire!(@take object $field $($default)?)),* }
            }
        }
        $crate::wire::wire!(@serde $name $(<$of>)?);
    };
    (@take $object:ident $field:ident) => { $object.take(stringify!($field)) };
    (@take $object:ident $field:ident default) => { $object.take_or_default(stringify!($field)) };
    (@serde $name:ident $(<$of:ident>)?) => {
        impl<'de $(, $of: $crate::wire::Wire)?> serde::Deserialize<'de> for $name $(<$of>)? {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::wire::deserialize(deserializer)
            }
        }
    };
}

/// Reads a type from a text by a function `&str -> Option<Self>`; the value at the end is the
/// blank of a reading that fails.
///
/// ```ignore
/// word!(Role, Role::parse, Role::Patient);
/// ```
macro_rules! word {
    ($name:ident, $parse:expr, $blank:expr) => {
        impl $crate::wire::Wire for $name {
            fn read(value: serde_json::Value, reader: &mut $crate::wire::Reader) -> Self {
                reader.word(value, $parse, $blank)
            }
        }
        $crate::wire::wire!(@serde $name);
    };
}

pub(crate) use {wire, word};

impl Wire for () {
    fn read(_: Value, _: &mut Reader) -> Self {}
}

impl Wire for bool {
    fn read(value: Value, reader: &mut Reader) -> Self {
        reader.checked(value.as_bool())
    }
}

impl Wire for String {
    fn read(value: Value, reader: &mut Reader) -> Self {
        reader.text(value).unwrap_or_default()
    }
}

impl Wire for f64 {
    fn read(value: Value, reader: &mut Reader) -> Self {
        reader.checked(value.as_f64())
    }
}

impl Wire for i64 {
    fn read(value: Value, reader: &mut Reader) -> Self {
        reader.checked(value.as_i64())
    }
}

impl Wire for u64 {
    fn read(value: Value, reader: &mut Reader) -> Self {
        reader.checked(value.as_u64())
    }
}

macro_rules! shorter_integers {
    ($($integer:ty),*) => {
        $(impl Wire for $integer {
            fn read(value: Value, reader: &mut Reader) -> Self {
                reader.checked(value.as_i64().and_then(|number| number.try_into().ok()))
            }
        })*
    };
}

shorter_integers!(i32, u8, u16, u32);

impl Wire for Uuid {
    fn read(value: Value, reader: &mut Reader) -> Self {
        reader.word(value, |text| Self::try_parse(text).ok(), Self::nil())
    }
}

impl Wire for NaiveDate {
    fn read(value: Value, reader: &mut Reader) -> Self {
        reader.word(value, crate::time::parse_date, Self::default())
    }
}

impl Wire for Instant {
    fn read(value: Value, reader: &mut Reader) -> Self {
        reader.word(value, crate::time::parse_instant, Self::default())
    }
}

impl<T: Wire> Wire for Option<T> {
    fn read(value: Value, reader: &mut Reader) -> Self {
        if value.is_null() {
            None
        } else {
            Some(T::read(value, reader))
        }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read(value: Value, reader: &mut Reader) -> Self {
        match value {
            Value::Array(items) => items
                .into_iter()
                .map(|item| T::read(item, reader))
                .collect(),
            _ => {
                reader.fail();
                Self::new()
            }
        }
    }
}

impl<T: Wire> Wire for BTreeMap<String, T> {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let object = reader.object(value);
        let Object { fields, reader } = object;
        fields
            .into_iter()
            .map(|(name, value)| (name, T::read(value, reader)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use serde_json::json;

    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq, Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Colour {
        Red,
        Green,
    }

    impl Colour {
        fn parse(word: &str) -> Option<Self> {
            match word {
                "red" => Some(Self::Red),
                "green" => Some(Self::Green),
                _ => None,
            }
        }
    }

    word!(Colour, Colour::parse, Colour::Red);

    #[derive(Clone, Debug, PartialEq, Serialize)]
    struct Inner {
        size: u8,
    }

    wire!(Inner { size });

    #[derive(Clone, Debug, PartialEq, Serialize)]
    struct Every<T> {
        text: String,
        yes: bool,
        degrees: f64,
        signed: i32,
        long: i64,
        count: u64,
        id: Uuid,
        date: NaiveDate,
        at: Instant,
        colour: Colour,
        inner: Inner,
        of: T,
        #[serde(skip_serializing_if = "Option::is_none")]
        maybe: Option<Inner>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        items: Vec<Inner>,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        words: BTreeMap<String, String>,
    }

    wire!(Every<T> {
        text, yes, degrees, signed, long, count, id, date, at, colour, inner, of, maybe,
        items = default, words = default,
    });

    fn bare() -> Every<u32> {
        Every {
            text: "“ñ”".into(),
            yes: true,
            degrees: -3.25,
            signed: -7,
            long: i64::MIN,
            count: u64::MAX,
            id: Uuid::from_u128(0x1234),
            date: NaiveDate::from_ymd_opt(2028, 2, 29).unwrap(),
            at: crate::time::parse_instant("2026-11-25T08:30:00.125Z").unwrap(),
            colour: Colour::Green,
            inner: Inner { size: 255 },
            of: u32::MAX,
            maybe: None,
            items: Vec::new(),
            words: BTreeMap::new(),
        }
    }

    fn comes_back<T: Wire + Serialize + DeserializeOwned + PartialEq + Debug>(sent: &T) {
        let text = serde_json::to_string(sent).unwrap();
        assert_eq!(parse::<T>(text.as_bytes()).as_ref(), Ok(sent));
        assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), sent);
        assert_eq!(
            &serde_json::from_value::<T>(serde_json::to_value(sent).unwrap()).unwrap(),
            sent
        );
    }

    #[test]
    fn every_kind_comes_back_as_it_was_sent() {
        let bare = bare();
        let full = Every {
            maybe: Some(Inner { size: 0 }),
            items: vec![Inner { size: 1 }, Inner { size: 2 }],
            words: [("a".to_owned(), "b".to_owned())].into(),
            ..bare.clone()
        };
        comes_back(&bare);
        comes_back(&full);
    }

    #[test]
    fn other_fields_and_the_order_do_not_matter() {
        let read = parse::<Inner>(br#"{"later": {"size": "x"}, "size": 3, "more": []}"#);
        assert_eq!(read, Ok(Inner { size: 3 }));
    }

    /// `bare`, with one field changed, or left out.
    fn with(field: &str, value: Option<Value>) -> Result<Every<u32>, Unreadable> {
        let mut json = serde_json::to_value(bare()).unwrap();
        match value {
            Some(value) => json[field] = value,
            None => drop(json.as_object_mut().unwrap().remove(field)),
        }
        whole(json)
    }

    #[test]
    fn only_some_fields_may_be_missing() {
        for field in [
            "text", "yes", "degrees", "signed", "long", "count", "id", "date", "at", "colour",
            "inner", "of",
        ] {
            assert_eq!(with(field, None).unwrap_err().field, field);
        }
        for field in ["maybe", "items", "words"] {
            assert_eq!(with(field, None), Ok(bare()), "{field}");
        }
        assert_eq!(with("maybe", Some(Value::Null)), Ok(bare()));
    }

    #[test]
    fn what_can_not_be_read_is_named() {
        for (field, value) in [
            ("text", json!(1)),
            ("yes", json!("true")),
            ("degrees", json!("1")),
            ("signed", json!(1_u64 << 31)),
            ("signed", json!(1.5)),
            ("long", json!(u64::MAX)),
            ("count", json!(-1)),
            ("id", json!("1234")),
            ("date", json!("2026-02-29")),
            ("date", json!(20_260_228)),
            ("at", json!("2026-11-25")),
            ("colour", json!("blue")),
            ("colour", json!({})),
            ("inner", json!([3])),
            ("of", json!(-1)),
            ("maybe", json!("none")),
            ("items", json!({})),
            ("items", json!([{"size": 1}, 2])),
            ("words", json!([])),
            ("words", json!({"a": 1})),
        ] {
            let error = with(field, Some(value.clone())).unwrap_err();
            assert_eq!(error.field, field, "{value}");
            assert_eq!(error.to_string(), format!("`{field}` can't be read"));
        }
        // Within another, it is the inner field that has the name.
        assert_eq!(
            with("items", Some(json!([{"size": 256}])))
                .unwrap_err()
                .field,
            "size"
        );
        let error = serde_json::from_str::<Inner>(r#"{"size": true}"#).unwrap_err();
        assert!(
            error.to_string().starts_with("`size` can't be read"),
            "{error}"
        );
    }

    #[test]
    fn what_is_no_json_or_no_object_is_an_error() {
        for text in ["", "{", "[]", "null", "{\"size\": 1} x"] {
            assert!(parse::<Inner>(text.as_bytes()).is_err(), "{text}");
        }
    }
}
