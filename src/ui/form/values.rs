//! What was typed into a form.

use std::collections::BTreeMap;

use dioxus::html::FormValue;
use dioxus::prelude::*;

/// What was typed into a form, by field name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values(pub BTreeMap<String, String>);

impl Values {
    pub(super) fn of(event: &FormData) -> Self {
        let mut values = BTreeMap::new();
        for (name, value) in event.values() {
            if let FormValue::Text(text) = value {
                values.insert(name, text);
            }
        }
        Self(values)
    }

    /// The value as typed; empty where there is no such field.
    pub fn get(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_default()
    }

    /// The value, or nothing where the field was left empty.
    pub fn optional(&self, name: &str) -> Option<String> {
        self.0
            .get(name)
            .filter(|value| !value.trim().is_empty())
            .cloned()
    }

    /// The three inputs of a date field as one date.
    pub fn date(&self, name: &str) -> String {
        let part = |part: &str| {
            self.0
                .get(&[name, part].concat())
                .map_or("", String::as_str)
        };
        join_date(part(".day"), part(".month"), part(".year"))
    }

    /// Whether a checkbox was ticked.
    pub fn checked(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The values of `name.0`, `name.1`, …: ticked boxes of one question, say. Gaps are skipped.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.list(name)
            .iter()
            .map(|item| item.get(""))
            .filter(|value| !value.is_empty())
            .collect()
    }

    /// The groups `name.0.…`, `name.1.…`, in the order of their numbers; each holds its own
    /// fields by the rest of their names. Numbers may have gaps.
    pub fn list(&self, name: &str) -> Vec<Values> {
        let mut groups: BTreeMap<u32, Values> = BTreeMap::new();
        for (key, value) in &self.0 {
            let Some(rest) = key
                .strip_prefix(name)
                .and_then(|rest| rest.strip_prefix('.'))
            else {
                continue;
            };
            let (number, field) = rest.split_once('.').unwrap_or((rest, ""));
            if let Ok(number) = number.parse() {
                groups
                    .entry(number)
                    .or_default()
                    .0
                    .insert(field.to_owned(), value.clone());
            }
        }
        groups.into_values().collect()
    }
}

/// Joins what was typed into the three inputs of a date: `1984-03-09` where they are
/// numbers, empty where all are empty, else what was typed, for the server to refuse.
pub fn join_date(day: &str, month: &str, year: &str) -> String {
    let (day, month, year) = (day.trim(), month.trim(), year.trim());
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return String::new();
    }
    let mut date = String::with_capacity(10);
    date.push_str(year);
    for part in [month, day] {
        date.push('-');
        if part.len() == 1 && part.as_bytes()[0].is_ascii_digit() {
            date.push('0');
        }
        date.push_str(part);
    }
    date
}

/// Takes a date apart for the three inputs: day, month and year without leading zeros.
pub fn split_date(date: &str) -> [String; 3] {
    let mut parts = date.splitn(3, '-');
    let mut next = || {
        parts
            .next()
            .unwrap_or_default()
            .trim_start_matches('0')
            .to_owned()
    };
    let (year, month, day) = (next(), next(), next());
    [day, month, year]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        Values(
            pairs
                .iter()
                .map(|(name, value)| (name.to_string(), value.to_string()))
                .collect(),
        )
    }

    #[test]
    fn a_date_is_joined_with_leading_zeros() {
        assert_eq!(join_date("9", " 3 ", "1984"), "1984-03-09");
        assert_eq!(join_date("31", "12", "2001"), "2001-12-31");
    }

    #[test]
    fn an_empty_date_is_empty_and_a_wrong_one_stays_as_typed() {
        assert_eq!(join_date("", " ", ""), "");
        assert_eq!(join_date("9", "March", "1984"), "1984-March-09");
        assert_eq!(join_date("9", "", "1984"), "1984--09");
    }

    #[test]
    fn a_date_comes_apart_as_it_was_typed() {
        assert_eq!(split_date("1984-03-09"), ["9", "3", "1984"]);
        assert_eq!(split_date(""), ["", "", ""]);
        assert_eq!(join_date("9", "3", "1984"), "1984-03-09");
    }

    #[test]
    fn values_give_dates_options_and_lists() {
        let typed = values(&[
            ("born.day", "9"),
            ("born.month", "3"),
            ("born.year", "1984"),
            ("phone", " "),
            ("weekly.10.from", "14:00"),
            ("weekly.2.from", "09:00"),
            ("weekly.2.to", "12:00"),
            ("languages.0", "es"),
            ("languages.3", "en"),
        ]);
        assert_eq!(typed.date("born"), "1984-03-09");
        assert_eq!(typed.optional("phone"), None);
        assert_eq!(typed.get("nothing"), "");
        let weekly = typed.list("weekly");
        assert_eq!(weekly.len(), 2);
        assert_eq!(weekly[0].get("to"), "12:00");
        assert_eq!(weekly[1].get("from"), "14:00");
        assert_eq!(typed.all("languages"), ["es", "en"]);
    }
}
