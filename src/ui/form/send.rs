//! The client's one way to call what changes something: fields to a path, and what comes back.
//!
//! The typed functions of each feature would do the same, each with a stub, an encoder and a
//! decoder of its own in the client, where the form has the names of the arguments already.

use dioxus::fullstack::headers::ContentType;
use dioxus::fullstack::{ClientRequest, Method, ServerFnError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Fields, json};
use crate::error::{Answer, AppError};

/// The answer to a form that was saved.
pub struct Saved(Vec<u8>);

impl Saved {
    /// A text of the answer by its name; empty where there is none.
    pub fn text(&self, name: &str) -> String {
        let answer = serde_json::from_slice(&self.0).unwrap_or(Value::Null);
        answer
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }

    /// The answer, of the type that the page knows it to have. For types that the client reads
    /// anyway: each one's reader is a part of the client.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&self.0).ok()
    }
}

/// The addresses have no query.
#[derive(Serialize)]
struct Query {}

/// Sends fields to a path of the API.
///
/// # Errors
/// What the server says, or that it was not reached.
pub async fn send(method: Method, path: String, fields: Fields) -> Answer<Saved> {
    let body = Value::Object(json::arguments(fields)).to_string();
    let request = ClientRequest::new(method, path, &Query {}).typed_header(ContentType::json());
    let response = request
        .send_raw_bytes(body.into_bytes())
        .await
        .map_err(|_| no_answer())?;
    let good = response.status().is_success();
    let body = response.bytes().await.map_err(|_| no_answer())?;
    if good {
        return Ok(Saved(body.to_vec()));
    }
    Err(refusal(&body).unwrap_or_else(no_answer))
}

/// The error in a body of our shape.
fn refusal(body: &[u8]) -> Option<AppError> {
    let mut body: Value = serde_json::from_slice(body).ok()?;
    serde_json::from_value(body.get_mut("data")?.take()).ok()
}

/// Nothing of ours came back: the server is away, or something on the way to it answered instead.
fn no_answer() -> AppError {
    ServerFnError::Response(String::new()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    #[test]
    fn a_refusal_is_read_and_anything_else_is_no_answer() {
        let error = AppError::field("reason", "Enter the reason.");
        assert_eq!(refusal(error.body().to_string().as_bytes()), Some(error));
        assert_eq!(refusal(b"<html>Bad gateway</html>"), None);
        assert_eq!(refusal(b"[]"), None);
        assert_eq!(no_answer().kind, ErrorKind::Network);
    }

    #[test]
    fn texts_of_an_answer_by_name() {
        let saved = Saved(br#"{"id":"7","n":1}"#.to_vec());
        assert_eq!(
            [saved.text("id"), saved.text("n"), saved.text("x")],
            ["7", "", ""]
        );
        assert_eq!(Saved(Vec::new()).text("id"), "");
    }
}
