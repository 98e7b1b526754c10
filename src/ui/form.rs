//! Forms that work before and without the client.
//!
//! Each is a real `<form method="post">` to the path of a server function. Without the
//! client the server answers with a redirect: on success to `_to`, on failure to `_back`,
//! where the page renders again with a [`Replay`]: the error and the values typed. With
//! the client, [`PostForm`] keeps the submission on the page, sends the same fields to the same
//! path as JSON ([`json`]), and hands what was [`Saved`] to the page's own handler. Fields are
//! uncontrolled: what somebody typed before the client arrived stays.

mod date;
pub mod json;
mod post;
mod send;

use std::collections::BTreeMap;
use std::future::Future;

use dioxus::prelude::*;
use serde::{Deserialize, Serialize};

use super::browser;
use crate::ask::Body;
use crate::error::{Answer, AppError};

pub use date::{join_date, split_date};
pub use json::Fields;
pub use post::{IdempotencyKey, PostForm};
use send::send_body;
pub use send::{Saved, send};

/// A submission that failed without the client: what its page shows again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replay {
    /// The path that the form posted to, with its query.
    pub form: String,
    /// Why it failed.
    pub error: AppError,
    /// What was typed, by field name; never a password.
    pub values: BTreeMap<String, String>,
}

/// The root component provides this: the replay of the page's one failed form, if there is one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplayContext(pub Option<Replay>);

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
            try_consume_context::<ReplayContext>()
                .and_then(|context| context.0)
                .filter(|replay| replay.form == action)
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
                id.extend(part.chars().map(|c| {
                    if c.is_ascii_alphanumeric() || c == '_' {
                        c
                    } else {
                        '-'
                    }
                }));
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
        self.error
            .read()
            .as_ref()
            .and_then(|error| error.fields.get(name).cloned())
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

    /// Sends what was typed: busy meanwhile, then either the error at its fields or `onsaved`.
    fn submit(mut self, method: &'static str, body: Body, onsaved: EventHandler<Saved>) {
        self.clear();
        self.busy.set(true);
        spawn(async move {
            match send_body(method, self.action(), body).await {
                Ok(saved) => {
                    self.busy.set(false);
                    browser::catch_focus();
                    onsaved.call(saved);
                }
                Err(error) => self.fail(error),
            }
        });
    }

    /// Goes on with what belongs to a submission that was saved: busy meanwhile, and an error
    /// is this form's.
    pub fn follow_up(mut self, work: impl Future<Output = Answer<()>> + 'static) {
        self.busy.set(true);
        spawn(async move {
            match work.await {
                Ok(()) => self.busy.set(false),
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
        let Some(error) = error.as_ref() else {
            return Vec::new();
        };
        let identity = self.identity.read();
        let mut errors: Vec<(usize, String, String)> = Vec::with_capacity(error.fields.len());
        for (name, sentence) in &error.fields {
            let place = identity
                .order
                .iter()
                .position(|known| known == name)
                .unwrap_or(usize::MAX);
            errors.push((place, name.clone(), sentence.clone()));
        }
        errors.sort_by_key(|error| error.0);
        errors
            .into_iter()
            .map(|(_, name, sentence)| (name, sentence))
            .collect()
    }
}

fn slug(action: &str) -> String {
    action.trim_start_matches("/api/").to_owned()
}
