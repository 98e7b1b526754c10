//! The client's one way to call what changes something: fields to a path, and what comes back.
//!
//! The typed functions of each feature would do the same, each with a stub, an encoder and a
//! decoder of its own in the client, where the form has the names of the arguments already.

use serde_json::Value;

use super::{Fields, json};
use crate::ask::{self, Body};
use crate::error::Answer;
use crate::wire::{self, Wire};

/// The answer to a form that was saved.
pub struct Saved(Value);

impl Saved {
    /// A text of the answer by its name; empty where there is none.
    pub fn text(&self, name: &str) -> String {
        let text = self.0.get(name).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    }

    /// The answer, of the type that the page knows it to have. For types that the client reads
    /// anyway: each one's reader is a part of the client.
    pub fn read<T: Wire>(self) -> Option<T> {
        wire::whole(self.0).ok()
    }
}

/// Sends fields to a path of the API, by `POST`, `PUT` or `DELETE`.
///
/// # Errors
/// What the server says, or that it was not reached.
pub async fn send(method: &'static str, path: String, fields: Fields) -> Answer<Saved> {
    send_body(method, path, as_json(fields)).await
}

/// As [`send`], of what is ready to go.
pub(super) async fn send_body(method: &'static str, path: String, body: Body) -> Answer<Saved> {
    ask::ask(method, path, Some(body)).await.map(Saved)
}

/// The arguments that fields are, as a document.
pub(super) fn as_json(fields: Fields) -> Body {
    Body::Json(Value::Object(json::arguments(fields)).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_an_answer_by_name() {
        let saved = Saved(serde_json::json!({"id": "7", "n": 1}));
        assert_eq!(
            [saved.text("id"), saved.text("n"), saved.text("x")],
            ["7", "", ""]
        );
        assert_eq!(Saved(Value::Null).text("id"), "");
        assert_eq!(
            Saved(serde_json::json!([7])).read::<Vec<u32>>(),
            Some(vec![7])
        );
    }
}
