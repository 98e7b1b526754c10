//! Forms that work before and without the client.
//!
//! Each is a real `<form method="post">` to the path of a server function. Without the
//! client the server answers with a redirect: on success to `_to`, on failure to `_back`,
//! where the page renders again with a [`Replay`]: the error and the values typed. With
//! the client, [`PostForm`] keeps the submission on the page and hands its [`Values`] to
//! the page's own handler. Fields are uncontrolled: what somebody typed before the client
//! arrived stays.

use std::collections::BTreeMap;
use std::future::Future;

use dioxus::html::FormValue;
use dioxus::prelude::*;
use serde::{Deserialize, Serialize};

use super::{ErrorSummary, browser};
use crate::error::AppError;

/// A submission that failed without the client: what its page shows again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replay {
    /// The path that the form posted to.
    pub form: String,
    /// Why it failed.
    pub error: AppError,
    /// What was typed, by field name; never a password.
    pub values: BTreeMap<String, String>,
}

/// The root component provides this: the replay of the page's one failed form, if there is one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplayContext(pub Option<Replay>);

/// What was typed into a form, by field name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Values(pub BTreeMap<String, String>);

impl Values {
    fn of(event: &FormData) -> Self {
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
        self.0.get(name).filter(|value| !value.trim().is_empty()).cloned()
    }

    /// The three inputs of a date field as one date.
    pub fn date(&self, name: &str) -> String {
        let part = |part: &str| self.0.get(&[name, part].concat()).map_or("", String::as_str);
        join_date(part(".day"), part(".month"), part(".year"))
    }

    /// Whether a checkbox was ticked.
    pub fn checked(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The values of `name.0`, `name.1`, …: ticked boxes of one question, say. Gaps are skipped.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.list(name).iter().map(|item| item.get("")).filter(|value| !value.is_empty()).collect()
    }

    /// The groups `name.0.…`, `name.1.…`, in the order of their numbers; each holds its own
    /// fields by the rest of their names. Numbers may have gaps.
    pub fn list(&self, name: &str) -> Vec<Values> {
        let mut groups: BTreeMap<u32, Values> = BTreeMap::new();
        for (key, value) in &self.0 {
            let Some(rest) = key.strip_prefix(name).and_then(|rest| rest.strip_prefix('.')) else { continue };
            let (number, field) = rest.split_once('.').unwrap_or((rest, ""));
            if let Ok(number) = number.parse() {
                groups.entry(number).or_default().0.insert(field.to_owned(), value.clone());
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
    let mut next = || parts.next().unwrap_or_default().trim_start_matches('0').to_owned();
    let (year, month, day) = (next(), next(), next());
    [day, month, year]
}

/// What stands still while a form is on the page.
struct Identity {
    action: String,
    prefix: String,
    replay: BTreeMap<String, String>,
    /// Fields in the order in which the page shows them, for the error summary.
    order: Vec<String>,
}

/// A form of this page: where it posts, what went wrong, whether it is under way.
#[derive(Clone, Copy, PartialEq)]
pub struct Form {
    identity: CopyValue<Identity>,
    error: Signal<Option<AppError>>,
    busy: Signal<bool>,
    resets: Signal<u32>,
}

/// The form of this page that posts to `action`.
pub fn use_form(action: &str) -> Form {
    use_form_in(action, "")
}

/// One of several forms of this page: `prefix` sets its ids apart.
pub fn use_form_in(action: &str, prefix: &str) -> Form {
    use_hook(|| {
        let replay = if browser::is_hydrated() {
            None
        } else {
            try_consume_context::<ReplayContext>().and_then(|context| context.0).filter(|replay| replay.form == action)
        };
        let (error, replay) = match replay {
            Some(replay) => (Some(replay.error), replay.values),
            None => (None, BTreeMap::new()),
        };
        Form {
            identity: CopyValue::new(Identity {
                action: action.to_owned(),
                prefix: prefix.to_owned(),
                replay,
                order: Vec::new(),
            }),
            error: Signal::new(error),
            busy: Signal::new(false),
            resets: Signal::new(0),
        }
    })
}

impl Form {
    /// Where it posts.
    pub fn action(&self) -> String {
        self.identity.read().action.clone()
    }

    /// The id of a part of this form: of the field `location.name`, say, `field-location-name`.
    pub fn id(&self, kind: &str, name: &str) -> String {
        let identity = self.identity.read();
        let mut id = kind.to_owned();
        for part in [identity.prefix.as_str(), name] {
            if !part.is_empty() {
                id.push('-');
                id.extend(part.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }));
            }
        }
        id
    }

    /// What was typed into a field before the page came back with an error.
    pub fn value(&self, name: &str) -> Option<String> {
        self.identity.read().replay.get(name).cloned()
    }

    /// Whether the page came back with an error: then what was typed replaces every first value.
    pub fn is_replay(&self) -> bool {
        !self.identity.read().replay.is_empty()
    }

    /// What went wrong with the last submission.
    pub fn error(&self) -> Option<AppError> {
        self.error.read().clone()
    }

    /// Whether something went wrong with the last submission.
    pub fn failed(&self) -> bool {
        self.error.read().is_some()
    }

    /// What is wrong with one field.
    pub fn field_error(&self, name: &str) -> Option<String> {
        self.error.read().as_ref().and_then(|error| error.fields.get(name).cloned())
    }

    /// Whether a submission is under way.
    pub fn busy(&self) -> bool {
        *self.busy.read()
    }

    /// How often the form was emptied.
    pub fn resets(&self) -> u32 {
        *self.resets.read()
    }

    /// Shows an error; the summary takes the focus.
    pub fn fail(mut self, error: AppError) {
        self.busy.set(false);
        self.error.set(Some(error));
    }

    /// Forgets the error.
    pub fn clear(mut self) {
        if self.error.peek().is_some() {
            self.error.set(None);
        }
    }

    /// Empties the form in the browser, for another entry.
    pub fn reset(mut self) {
        browser::reset_form(&self.id("form", &slug(&self.identity.read().action)));
        self.resets += 1;
    }

    /// Awaits a submission: busy meanwhile, then either the error at its fields or `on_ok`.
    pub fn run<T: 'static>(
        mut self,
        submission: impl Future<Output = Result<T, AppError>> + 'static,
        on_ok: impl FnOnce(T) + 'static,
    ) {
        self.busy.set(true);
        spawn(async move {
            match submission.await {
                Ok(answer) => {
                    self.busy.set(false);
                    on_ok(answer);
                }
                Err(error) => self.fail(error),
            }
        });
    }

    /// Notes a field, in the order of the page.
    pub(super) fn note_field(mut self, name: &str) {
        let mut identity = self.identity.write();
        if !identity.order.iter().any(|known| known == name) {
            identity.order.push(name.to_owned());
        }
    }

    /// The fields with an error, in the order of the page as far as it is known.
    pub(super) fn errors_in_order(&self) -> Vec<(String, String)> {
        let error = self.error.read();
        let Some(error) = error.as_ref() else { return Vec::new() };
        let identity = self.identity.read();
        let mut errors: Vec<(usize, String, String)> = Vec::with_capacity(error.fields.len());
        for (name, sentence) in &error.fields {
            let place = identity.order.iter().position(|known| known == name).unwrap_or(usize::MAX);
            errors.push((place, name.clone(), sentence.clone()));
        }
        errors.sort_by_key(|error| error.0);
        errors.into_iter().map(|(_, name, sentence)| (name, sentence)).collect()
    }

}

fn slug(action: &str) -> String {
    action.trim_start_matches("/api/").to_owned()
}

/// A form that posts to the path of its [`Form`]. Without `onsubmit` it is left to the browser.
#[component]
pub fn PostForm(
    form: Form,
    /// Where success leads; `{id}` becomes the id in the answer.
    to: String,
    /// The path of this page, where failure returns to.
    back: String,
    /// `PUT` or `DELETE`, where the call isn't a POST.
    method: Option<&'static str>,
    /// Classes instead of `form`.
    class: Option<&'static str>,
    /// Whether the error summary stands at the top of the form; else the page places it.
    #[props(default = true)]
    summary: bool,
    /// For files.
    #[props(default)]
    multipart: bool,
    /// What the client does instead of posting.
    onsubmit: Option<EventHandler<Values>>,
    children: Element,
) -> Element {
    use_context_provider(|| form);
    let action = form.action();
    let id = form.id("form", &slug(&action));
    rsx! {
        form {
            id,
            class: class.unwrap_or("form"),
            method: "post",
            action,
            novalidate: true,
            enctype: multipart.then_some("multipart/form-data"),
            onsubmit: move |event: FormEvent| {
                let Some(onsubmit) = onsubmit else { return };
                event.prevent_default();
                if !*form.busy.peek() {
                    form.clear();
                    onsubmit.call(Values::of(&event));
                }
            },
            input { r#type: "hidden", name: "_to", "value": to }
            input { r#type: "hidden", name: "_back", "value": back }
            if let Some(method) = method {
                input { r#type: "hidden", name: "_method", "value": method }
            }
            if summary {
                ErrorSummary { form }
            }
            {children}
        }
    }
}

/// A hidden key, made once per view of the page, by which the server tells a repeated
/// submission from a new one. Stands inside a [`PostForm`].
#[component]
pub fn IdempotencyKey() -> Element {
    let first = use_server_cached(browser::random_key);
    let mut key = use_signal(|| first);
    let form = use_hook(try_consume_context::<Form>);
    use_effect(move || {
        if form.is_some_and(|form| form.resets() > 0) {
            key.set(browser::random_key());
        }
    });
    rsx! {
        input { r#type: "hidden", name: "idempotency_key", "value": "{key}" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        Values(pairs.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect())
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
