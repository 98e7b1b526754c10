//! What is sent comes back as it was; what can't be read is named.

use std::collections::BTreeMap;
use std::fmt::Debug;

use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use uuid::Uuid;

use super::*;
use crate::time::Instant;

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
        "text", "yes", "degrees", "signed", "long", "count", "id", "date", "at", "colour", "inner",
        "of",
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
