//! How each action is called.

use hyper::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::words::Action;

/// A thing that a client wants: it has one key, however often it is sent.
#[derive(Clone, Debug)]
pub struct Op {
    pub number: u64,
    pub key: String,
    pub action: Action,
    /// The appointment, the wish or the offer; none for a request, or where a wish is left.
    pub target: Option<Uuid>,
    /// The version of it that the client says it has before it.
    pub version: Option<i64>,
    pub content: Value,
}

impl Op {
    /// Where it is sent.
    pub fn path(&self) -> String {
        match (self.action, self.target) {
            (Action::Leave, Some(id)) => format!("/api/waiting/{id}"),
            (Action::Take | Action::Pass, Some(id)) => {
                format!("/api/waiting/offers/{id}/{}", self.action.path())
            }
            (action, None) if action.is_of_list() => "/api/waiting".to_owned(),
            (action, Some(id)) => format!("/api/appointments/{id}/{}", action.path()),
            (_, None) => "/api/appointments".to_owned(),
        }
    }

    /// How it is sent.
    pub fn method(&self) -> Method {
        match self.action {
            Action::Leave => Method::DELETE,
            _ => Method::POST,
        }
    }

    /// What of a body travels: what is deleted has none.
    pub fn sent<'b>(&self, body: &'b Value) -> Option<&'b Value> {
        (self.method() == Method::POST).then_some(body)
    }

    /// What is sent.
    pub fn body(&self) -> Value {
        let mut body = self.content.clone();
        body["idempotency_key"] = json!(self.key);
        if let Some(version) = self.version {
            body["version"] = json!(version);
        }
        body
    }

    /// Other content under the same key; nothing where the action has no content.
    pub fn twisted(&self) -> Option<Value> {
        let mut body = self.body();
        let field = ["reason", "note"]
            .into_iter()
            .find(|field| body[*field].is_string())?;
        let text = format!("{} twisted", body[field].as_str().unwrap_or_default());
        body[field] = json!(text);
        Some(body)
    }
}

/// A reason that names its key, by which the step is known in the timeline.
fn reason(key: &str) -> String {
    format!("Said under {key}.")
}

/// The key that a step's reason names.
pub fn key_in(reason: &str) -> Option<&str> {
    reason.strip_prefix("Said under ")?.strip_suffix('.')
}

/// Asks for a time.
pub fn request(key: &str, doctor: Uuid, starts_at: &str) -> Value {
    json!({"doctor_id": doctor, "starts_at": starts_at, "reason": reason(key), "symptoms": "At night"})
}

/// Waits for a time of a doctor's, or of anybody's with a specialty.
pub fn wait(key: &str, of: Result<Uuid, &str>) -> Value {
    let mut wish = json!({"reason": reason(key), "symptoms": "At night"});
    match of {
        Ok(doctor) => wish["doctor_id"] = json!(doctor),
        Err(specialty) => wish["specialty"] = json!(specialty),
    }
    wish
}

/// Accepts at a clinic.
pub fn accept(key: &str, clinic: Option<Uuid>) -> Value {
    json!({"clinic_id": clinic, "note": reason(key)})
}

/// Passes on to a colleague, for the same time or another one.
pub fn refer(key: &str, colleague: Uuid, starts_at: Option<&str>, urgent: bool) -> Value {
    let priority = if urgent { "urgent" } else { "routine" };
    json!({"doctor_id": colleague, "reason": reason(key), "starts_at": starts_at, "priority": priority, "note": "Between us"})
}

/// Suggests another time, at the clinic whose time it is.
pub fn suggest(key: &str, starts_at: &str) -> Value {
    json!({"starts_at": starts_at, "note": reason(key)})
}

/// Asks for another time of the same doctor.
pub fn move_to(key: &str, starts_at: &str) -> Value {
    json!({"starts_at": starts_at, "reason": reason(key)})
}

/// What takes a reason alone.
pub fn because(key: &str) -> Value {
    json!({"reason": reason(key)})
}

/// What takes nothing but its key.
pub fn nothing() -> Value {
    json!({})
}
