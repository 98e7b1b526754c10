//! How the fields of a form become the JSON of its call: the same on the server, for posts
//! without the client, and in the client.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::join_date;

/// What was typed into a form, by field name.
pub type Fields = BTreeMap<String, String>;

/// A name has at most so many parts; what is beyond them stays in the last one.
const DEEPEST: usize = 4;

/// The arguments of the call.
///
/// Names that begin with `_` are left out: they are about the form. `born.day`, `born.month` and
/// `born.year` are one date, `born`. `location.name` is the `name` of an object, `weekly.0.from`
/// the `from` of a list's first object. A name that ends in a dot, `weekly.`, says that there is
/// a list, if an empty one.
pub fn arguments(mut typed: Fields) -> Map<String, Value> {
    typed.retain(|name, _| !name.starts_with('_'));
    join_dates(&mut typed);
    nested(typed)
}

/// Dates are typed in three fields, and sent as one.
fn join_dates(typed: &mut Fields) {
    let names: Vec<String> = typed
        .keys()
        .filter_map(|key| key.strip_suffix(".day").map(str::to_owned))
        .collect();
    for name in names {
        let mut part = |which: &str| typed.remove(&[&name, which].concat()).unwrap_or_default();
        let date = join_date(&part(".day"), &part(".month"), &part(".year"));
        typed.insert(name, date);
    }
}

fn nested(typed: Fields) -> Map<String, Value> {
    let mut root = Map::new();
    for (name, text) in typed {
        let mut parts = name.splitn(DEEPEST, '.');
        let first = parts.next().unwrap_or_default();
        let mut place = root.entry(first).or_insert(Value::Null);
        for part in parts {
            if !place.is_object() {
                *place = Value::Object(Map::new());
            }
            let Value::Object(fields) = place else { break };
            place = fields.entry(part).or_insert(Value::Null);
        }
        *place = Value::String(text);
    }
    for value in root.values_mut() {
        list(value);
    }
    root
}

/// Objects whose keys are all numbers become lists.
fn list(value: &mut Value) {
    let Value::Object(fields) = value else { return };
    let declared = fields.remove("").is_some();
    for inner in fields.values_mut() {
        list(inner);
    }
    let number = |key: &String| key.parse::<u16>().ok();
    if fields.keys().any(|key| number(key).is_none()) || (fields.is_empty() && !declared) {
        return;
    }
    let mut items: Vec<(u16, Value)> = std::mem::take(fields)
        .into_iter()
        .filter_map(|(key, value)| Some((number(&key)?, value)))
        .collect();
    items.sort_by_key(|(index, _)| *index);
    *value = Value::Array(items.into_iter().map(|(_, value)| value).collect());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent<const N: usize>(typed: [(&str, &str); N]) -> Value {
        Value::Object(arguments(
            typed
                .map(|(name, text)| (name.to_owned(), text.to_owned()))
                .into(),
        ))
    }

    #[test]
    fn form_fields_become_json() {
        assert_eq!(
            sent([
                ("_to", "/appointments"),
                ("reason", "Chest pain"),
                ("location.name", "Clínica Sol"),
                ("weekly.", ""),
                ("weekly.0.from", "09:00"),
                ("weekly.1.from", "10:00"),
                ("weekly.10.from", "11:00"),
                ("date_of_birth.day", "9"),
                ("date_of_birth.month", "3"),
                ("date_of_birth.year", "1984"),
            ]),
            serde_json::json!({
                "reason": "Chest pain",
                "location": {"name": "Clínica Sol"},
                "weekly": [{"from": "09:00"}, {"from": "10:00"}, {"from": "11:00"}],
                "date_of_birth": "1984-03-09",
            })
        );
    }

    #[test]
    fn a_list_of_nothing_is_a_list() {
        assert_eq!(sent([("weekly.", "")]), serde_json::json!({"weekly": []}));
        assert_eq!(sent([]), serde_json::json!({}));
    }

    #[test]
    fn names_that_contradict_each_other_do_no_harm() {
        assert!(
            sent([("a", "1"), ("a.b", "2"), ("a.b.c", "3")])
                .get("a")
                .is_some()
        );
        assert_eq!(
            sent([("a.", ""), ("a.b", "2")]),
            serde_json::json!({"a": {"b": "2"}})
        );
    }

    #[test]
    fn a_name_of_dots_is_no_deep_value() {
        let deep = "a.".repeat(100_000);
        let value = sent([(deep.as_str(), "1")]);
        assert_eq!(value["a"]["a"]["a"][&deep[6..]], "1");
    }
}
