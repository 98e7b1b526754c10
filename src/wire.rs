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

mod kinds;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::de::{self, Deserialize, Deserializer};
use serde_json::{Map, Value};

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
