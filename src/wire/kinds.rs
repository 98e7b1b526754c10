//! How each plain kind of value is read.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;

use super::{Object, Reader, Wire};
use crate::time::Instant;

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
