//! Calls in this process, and what they answer.

use std::future::Future;
use std::net::SocketAddr;

use dioxus::server::axum::{
    Router,
    body::{Body, to_bytes},
    extract::{ConnectInfo, Request},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
};
use serde_json::Value;
use tower::ServiceExt;

/// Something that calls: the headers that it always sends, and where it is.
#[derive(Clone)]
pub struct Client {
    router: Router,
    headers: HeaderMap,
    peer: SocketAddr,
}

impl Client {
    /// Nobody in particular.
    pub fn new(router: Router) -> Self {
        Self {
            router,
            headers: HeaderMap::new(),
            peer: super::app::address(1),
        }
    }

    /// With this header on every call, in place of the one it had.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut client = self.clone();
        client.headers.insert(
            name.parse::<HeaderName>().unwrap(),
            HeaderValue::from_str(value).unwrap(),
        );
        client
    }

    /// With this access token.
    pub fn bearing(&self, token: &str) -> Self {
        self.with("authorization", &format!("Bearer {token}"))
    }

    /// From another address, by its last number.
    pub fn at(&self, number: u8) -> Self {
        Self {
            peer: super::app::address(number),
            ..self.clone()
        }
    }

    /// From this very machine.
    pub fn on_this_machine(&self) -> Self {
        Self {
            peer: SocketAddr::from(([127, 0, 0, 1], 40_000)),
            ..self.clone()
        }
    }

    pub async fn get(&self, path: impl AsRef<str>) -> Reply {
        self.send(Method::GET, path, "", Vec::new()).await
    }

    pub async fn post(&self, path: impl AsRef<str>, body: Value) -> Reply {
        self.json(Method::POST, path, &body).await
    }

    pub async fn put(&self, path: impl AsRef<str>, body: Value) -> Reply {
        self.json(Method::PUT, path, &body).await
    }

    pub async fn delete(&self, path: impl AsRef<str>) -> Reply {
        self.send(Method::DELETE, path, "", Vec::new()).await
    }

    pub async fn json(&self, method: Method, path: impl AsRef<str>, body: &Value) -> Reply {
        self.send(method, path, "application/json", body.to_string())
            .await
    }

    /// As a form without JavaScript does it.
    pub async fn form(&self, path: impl AsRef<str>, fields: &[(&str, &str)]) -> Reply {
        self.send(
            Method::POST,
            path,
            "application/x-www-form-urlencoded",
            encode(fields),
        )
        .await
    }

    /// Any request at all; without a content type where that is empty.
    pub async fn send(
        &self,
        method: Method,
        path: impl AsRef<str>,
        content_type: &str,
        body: impl Into<Vec<u8>>,
    ) -> Reply {
        let path = path.as_ref();
        let mut request = Request::builder()
            .method(&method)
            .uri(path)
            .body(Body::from(body.into()))
            .unwrap();
        request.headers_mut().extend(self.headers.clone());
        if !content_type.is_empty() {
            request
                .headers_mut()
                .insert(header::CONTENT_TYPE, content_type.parse().unwrap());
        }
        request.extensions_mut().insert(ConnectInfo(self.peer));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Reply {
            call: format!("{method} {}", path.chars().take(200).collect::<String>()),
            status: parts.status.as_u16(),
            headers: parts.headers,
            json: serde_json::from_str(&text).unwrap_or(Value::Null),
            text,
        }
    }
}

/// The fields of a form as they travel.
pub fn encode(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// What was called.
    pub call: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
    /// The body, where it is JSON; else null.
    pub json: Value,
}

impl Reply {
    /// The answer, which must have this status.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.call, self.text);
        if status >= 400 && self.call.contains(" /api/") {
            self.has_error_shape();
        }
        self
    }

    /// The body of an answer of 200.
    #[track_caller]
    pub fn ok(self) -> Value {
        self.is(200).json
    }

    /// What is said of this field in a 422.
    #[track_caller]
    pub fn field(self, name: &str) -> String {
        let reply = self.is(422);
        let sentence = reply.json["data"]["fields"][name].as_str();
        sentence
            .unwrap_or_else(|| panic!("{}: nothing is said of {name}: {}", reply.call, reply.text))
            .to_owned()
    }

    /// The names of the fields in a 422.
    #[track_caller]
    pub fn fields(self) -> Vec<String> {
        let reply = self.is(422);
        let fields = reply.json["data"]["fields"].as_object();
        fields
            .map(|fields| fields.keys().cloned().collect())
            .unwrap_or_default()
    }

    /// Checks that it is `{message, code, data: {kind}}`.
    #[track_caller]
    pub fn has_error_shape(&self) {
        let sentence = self.json["message"]
            .as_str()
            .is_some_and(|message| !message.is_empty());
        let code = self.json["code"] == self.status;
        let kind = self.json["data"]["kind"].is_string();
        assert!(
            sentence && code && kind,
            "{} answered {}: {}",
            self.call,
            self.status,
            self.text
        );
    }

    /// Where it leads.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// A header's value; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The cookies it sets, whole.
    pub fn cookies(&self) -> Vec<String> {
        self.headers
            .get_all(header::SET_COOKIE)
            .iter()
            .map(|cookie| cookie.to_str().unwrap().to_owned())
            .collect()
    }
}

/// Awaits all of these at once; their answers in the order of the calls.
pub async fn at_once<T: Send + 'static>(
    calls: impl IntoIterator<Item = impl Future<Output = T> + Send + 'static>,
) -> Vec<T> {
    let running: Vec<_> = calls.into_iter().map(tokio::spawn).collect();
    let mut answers = Vec::with_capacity(running.len());
    for call in running {
        answers.push(call.await.unwrap());
    }
    answers
}
