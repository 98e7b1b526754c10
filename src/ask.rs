//! How the client asks the server: one way for every call.
//!
//! On the server a function of some feature's `api` is called where it stands. In the browser
//! the framework would put a stub, an encoder and a decoder for each of them into the client,
//! and an HTTP library beneath; together these were a tenth of its weight. So [`reading!`] makes
//! of a server function that reads one line that names its path and arguments, and all of them,
//! like all forms, share this way.

use serde_json::Value;

use crate::error::{Answer, AppError, ErrorKind};

/// A server function that reads: `#[get]` on the server, a call of its path in the browser.
/// Arguments are `String` where the path names them, else `Option<String>`.
///
/// ```ignore
/// reading! {
///     /// One appointment.
///     #[get("/api/appointments/{id}", caller: SignedIn)]
///     pub async fn detail(id: String) -> Answer<Appointment> { … }
/// }
/// ```
macro_rules! reading {
    (
        $(#[doc = $doc:literal])*
        #[get($path:literal, $who:ident: $extractor:ident)]
        pub async fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> Answer<$answer:ty> $body:block
    ) => {
        $(#[doc = $doc])*
        #[cfg(feature = "server")]
        #[get($path, $who: $extractor)]
        pub async fn $name($($argument: $type),*) -> Answer<$answer> $body

        $(#[doc = $doc])*
        #[cfg(not(feature = "server"))]
        pub async fn $name($($argument: $type),*) -> Answer<$answer> {
            let arguments = vec![$((stringify!($argument), $argument.into())),*];
            $crate::ask::read($crate::ask::ask("GET", $crate::ask::address($path, arguments), None).await)
        }
    };
}

pub(crate) use reading;

/// The address of a call: `/a/{id}?x&y` with its arguments filled in, those of the query only
/// where they are given.
#[cfg_attr(feature = "server", allow(dead_code))] // Only tests use it there.
pub fn address(template: &str, arguments: Vec<(&'static str, Option<String>)>) -> String {
    let (path, _) = template.split_once('?').unwrap_or((template, ""));
    let mut address = path.to_owned();
    let mut separator = '?';
    for (name, value) in arguments {
        let Some(value) = value else { continue };
        let value = encoded(&value);
        let place = ["{", name, "}"].concat();
        if address.contains(&place) {
            address = address.replace(&place, &value);
        } else {
            address.push(separator);
            separator = '&';
            address.push_str(name);
            address.push('=');
            address.push_str(&value);
        }
    }
    address
}

/// A value as a part of an address: all but RFC 3986's unreserved characters as `%XX`.
pub fn encoded(value: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push(char::from(DIGITS[usize::from(byte >> 4)]));
            encoded.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    encoded
}

/// What goes along with a call.
pub enum Body {
    /// A JSON document.
    Json(String),
    /// All that the form with this id holds, its files too.
    Form(String),
}

/// Asks, and gives back what the answer holds.
///
/// # Errors
/// What the server says, or that it was not reached.
pub async fn ask(method: &'static str, address: String, body: Option<Body>) -> Answer<Value> {
    let (good, text) = imp::fetch(method, &address, body)
        .await
        .ok_or_else(AppError::no_answer)?;
    answered(good, &text)
}

/// What the text of an answer says.
fn answered(good: bool, text: &str) -> Answer<Value> {
    if good {
        return match text {
            "" => Ok(Value::Null),
            text => serde_json::from_str(text).map_err(|_| unreadable()),
        };
    }
    Err(refusal(text).unwrap_or_else(AppError::no_answer))
}

/// The answer, of the type that the caller knows it to have.
///
/// # Errors
/// Those of the answer, and when it is not what it should be.
pub fn read<T: crate::wire::Wire>(answer: Answer<Value>) -> Answer<T> {
    crate::wire::whole(answer?).map_err(|_| unreadable())
}

/// The error in a body of our shape; nothing where something on the way answered instead.
fn refusal(text: &str) -> Option<AppError> {
    let mut body: Value = serde_json::from_str(text).ok()?;
    crate::wire::whole(body.get_mut("data")?.take()).ok()
}

fn unreadable() -> AppError {
    AppError::new(ErrorKind::Malformed, t!("error-answer-unreadable"))
}

#[cfg(all(feature = "web", not(feature = "server")))]
mod imp {
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;

    use super::Body;

    /// Whether the answer is a good one, and its text; nothing where none came.
    pub async fn fetch(method: &str, address: &str, body: Option<Body>) -> Option<(bool, String)> {
        let window = web_sys::window()?;
        let options = web_sys::RequestInit::new();
        options.set_method(method);
        let headers = web_sys::Headers::new().ok()?;
        headers.set("Accept", "application/json").ok()?;
        match body {
            None => {}
            Some(Body::Json(text)) => {
                headers.set("Content-Type", "application/json").ok()?;
                options.set_body(&text.into());
            }
            Some(Body::Form(id)) => {
                let form = window.document()?.get_element_by_id(&id)?;
                let form = web_sys::FormData::new_with_form(form.dyn_ref()?).ok()?;
                options.set_body(&form);
            }
        }
        options.set_headers(&headers);
        let request = window.fetch_with_str_and_init(address, &options);
        let response: web_sys::Response = JsFuture::from(request).await.ok()?.dyn_into().ok()?;
        let text = JsFuture::from(response.text().ok()?).await.ok()?;
        Some((response.ok(), text.as_string()?))
    }
}

#[cfg(not(all(feature = "web", not(feature = "server"))))]
mod imp {
    /// A server asks nobody.
    pub async fn fetch(_: &str, _: &str, _: Option<super::Body>) -> Option<(bool, String)> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_what_is_given() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(address("/api/specialties", vec![]), "/api/specialties");
        assert_eq!(
            address(
                "/api/doctors/{id}/slots?from&days",
                vec![("id", some("a/b")), ("from", None), ("days", some("7"))]
            ),
            "/api/doctors/a%2Fb/slots?days=7"
        );
        assert_eq!(
            address(
                "/api/doctors?q&specialty",
                vec![("q", some("Müller & 1+1"))]
            ),
            "/api/doctors?q=M%C3%BCller%20%26%201%2B1"
        );
    }

    #[test]
    fn answers_are_read() {
        assert_eq!(answered(true, ""), Ok(Value::Null));
        assert_eq!(answered(true, "[1]"), Ok(serde_json::json!([1])));
        assert_eq!(read::<Vec<i64>>(answered(true, "[1]")), Ok(vec![1]));
        for (text, wanted) in [("[", true), ("{}", true)] {
            let read = read::<Vec<i64>>(answered(wanted, text));
            assert_eq!(read.unwrap_err().kind, ErrorKind::Malformed);
        }
    }

    #[test]
    fn a_refusal_is_read_and_anything_else_is_no_answer() {
        let error = AppError::field("reason", "Enter the reason.");
        assert_eq!(answered(false, &error.body().to_string()), Err(error));
        for text in ["<html>Bad gateway</html>", "[]", ""] {
            assert_eq!(
                answered(false, text).unwrap_err().kind,
                ErrorKind::Network,
                "{text}"
            );
        }
    }
}
