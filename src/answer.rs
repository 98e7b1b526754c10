//! How a page gets what it shows.
//!
//! The answer of a server function is fetched while the page is rendered on the server, goes
//! to the browser with it, and is fetched again when a signal that the call reads changes.
//!
//! It travels as JSON, the one format that the client can read anyway, in a data block of the
//! page of its own: the framework's hydration data writes each byte as a number, in base64,
//! which makes it nearly three times as long. And all pages share one loader: a loader and a
//! decoder for each type of answer would be a third of the client.

use std::any::Any;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use dioxus::CapturedError;
use dioxus::fullstack::Loader;
use dioxus::prelude::*;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Answer, AppError, ErrorKind};
use crate::wire::{self, Wire};

/// An answer of some type: as text, as it comes with a page, or as the value itself. The
/// server has both.
#[derive(Clone)]
pub struct Payload {
    /// JSON, after a `+` for a good answer and a `-` for an error.
    text: Option<Arc<str>>,
    value: Option<Rc<dyn Any>>,
    /// Which of the page's data blocks holds the text.
    block: Option<u64>,
    /// No answer came: the server could not be reached, or could not reach its records.
    away: bool,
}

impl Payload {
    /// An answer that is here already.
    pub fn of<T: 'static>(answer: Answer<T>) -> Self {
        let kind = answer.as_ref().err().map(|error| error.kind);
        let away = matches!(kind, Some(ErrorKind::Network | ErrorKind::Unavailable));
        Self {
            text: None,
            value: Some(Rc::new(answer)),
            block: None,
            away,
        }
    }

    /// The answer, of the type that the page knows it to have.
    pub fn read<T: Wire + 'static>(&self) -> Rc<Answer<T>> {
        let value = self
            .value
            .clone()
            .and_then(|value| value.downcast::<Answer<T>>().ok());
        value.unwrap_or_else(|| {
            let text = self.text.as_deref().unwrap_or_default().as_bytes();
            let read = match text.split_first() {
                Some((b'+', text)) => wire::parse(text).map(Ok),
                Some((_, text)) => wire::parse(text).map(Err),
                None => Ok(Err(unreadable())),
            };
            Rc::new(read.unwrap_or_else(|_| Err(unreadable())))
        })
    }
}

fn unreadable() -> AppError {
    AppError::new(ErrorKind::Malformed, t!("error-page-unreadable"))
}

impl PartialEq for Payload {
    fn eq(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Some(one), Some(two)) => Rc::ptr_eq(one, two),
            _ => self.text.is_some() && self.text == other.text,
        }
    }
}

/// The number of the data block, or the text where there is no page to hold one.
impl Serialize for Payload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.block {
            Some(block) => serializer.serialize_u64(block),
            None => serializer.serialize_str(self.text.as_deref().unwrap_or_default()),
        }
    }
}

impl<'de> Deserialize<'de> for Payload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl Visitor<'_> for Reader {
    type Value = Payload;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an answer")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Payload, E> {
        Ok(Payload {
            text: Some(text.into()),
            value: None,
            block: None,
            away: false,
        })
    }

    fn visit_u64<E: de::Error>(self, block: u64) -> Result<Payload, E> {
        Ok(Payload {
            text: blocks::find(block).map(Into::into),
            value: None,
            block: None,
            away: false,
        })
    }
}

/// The id of a page's data block.
fn block_id(block: u64) -> String {
    format!("answer-{block}")
}

#[cfg(all(feature = "web", not(feature = "server")))]
mod blocks {
    /// The text of a data block of this page.
    pub fn find(block: u64) -> Option<String> {
        web_sys::window()?
            .document()?
            .get_element_by_id(&super::block_id(block))?
            .text_content()
    }
}

#[cfg(not(all(feature = "web", not(feature = "server"))))]
mod blocks {
    /// A server does not read pages.
    pub fn find(_: u64) -> Option<String> {
        None
    }
}

#[cfg(feature = "server")]
pub use page::Blocks;

#[cfg(feature = "server")]
mod page {
    //! The data blocks of a page that is being rendered.
    use std::fmt::Write;
    use std::sync::{Arc, Mutex, PoisonError};

    /// What the page's answers are, in their order; travels with its request.
    #[derive(Clone, Default)]
    pub struct Blocks(Arc<Mutex<Vec<Arc<str>>>>);

    impl Blocks {
        /// Adds a block, and says which it is.
        pub fn add(&self, text: Arc<str>) -> u64 {
            let mut blocks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            blocks.push(text);
            blocks.len() as u64 - 1
        }

        /// Takes over the blocks of the same page, made before.
        pub fn copy(&self, other: &Self) {
            let blocks = other
                .0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .clone();
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = blocks;
        }

        /// All blocks as elements. Text in them can't end its element: JSON may write `<` as an escape.
        pub fn html(&self) -> String {
            let blocks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let mut html = String::with_capacity(blocks.iter().map(|text| text.len() + 80).sum());
            for (n, text) in blocks.iter().enumerate() {
                let text = text.replace('<', "\\u003c");
                // Writing to a string does not fail.
                let _ = write!(
                    html,
                    "<script type=\"application/json\" id=\"{}\">{text}</script>",
                    super::block_id(n as u64)
                );
            }
            html
        }
    }
}

/// What a page shows. Reading it subscribes.
pub struct Shown<T> {
    loader: Loader<Payload>,
    of: std::marker::PhantomData<fn() -> T>,
}

impl<T> Clone for Shown<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Shown<T> {}

impl<T> PartialEq for Shown<T> {
    fn eq(&self, other: &Self) -> bool {
        self.loader == other.loader
    }
}

impl<T: Wire + 'static> Shown<T> {
    /// The answer as it is now.
    pub fn read(&self) -> Rc<Answer<T>> {
        self.loader.read().read()
    }

    /// The answer as it is now, to keep.
    pub fn get(&self) -> Answer<T>
    where
        T: Clone,
    {
        self.read().as_ref().clone()
    }

    /// Asks the server again; what is shown stays until the answer comes.
    pub fn restart(&mut self) {
        self.loader.restart();
    }

    /// Puts an answer in its place that is known already.
    pub fn set(&mut self, answer: Answer<T>) {
        self.loader.set(Payload::of(answer));
    }
}

/// What a page shows: see the module. An error becomes the page's HTTP status, and a value
/// that the page shows.
///
/// # Errors
/// Suspends while the first answer is under way.
pub fn use_answer<T, F>(mut call: impl FnMut() -> F + 'static) -> Result<Shown<T>, RenderError>
where
    T: Serialize + Wire + 'static,
    F: Future<Output = Answer<T>> + 'static,
{
    let loader = use_payload(Box::new(move || {
        let answer = call();
        Box::pin(async move { pack(answer.await) })
    }))?;
    Ok(Shown {
        loader,
        of: std::marker::PhantomData,
    })
}

/// On the server the text too, which goes into the page.
#[cfg(feature = "server")]
fn pack<T: Serialize + 'static>(answer: Answer<T>) -> Payload {
    if let Err(error) = &answer {
        dioxus::fullstack::FullstackContext::commit_http_status(error.kind.status(), None);
    }
    let text = match &answer {
        Ok(value) => serde_json::to_string(value).map(|json| format!("+{json}")),
        Err(error) => serde_json::to_string(error).map(|json| format!("-{json}")),
    };
    // A type that can't be written down is shown as unreadable.
    let text: Arc<str> = text.unwrap_or_default().into();
    let blocks =
        dioxus::fullstack::FullstackContext::current().and_then(|page| page.extension::<Blocks>());
    let block = blocks.map(|blocks| blocks.add(text.clone()));
    Payload {
        text: Some(text),
        block,
        ..Payload::of(answer)
    }
}

#[cfg(not(feature = "server"))]
fn pack<T: 'static>(answer: Answer<T>) -> Payload {
    Payload::of(answer)
}

type Call = Box<dyn FnMut() -> Pin<Box<dyn Future<Output = Payload>>>>;

/// The one loader. Where a page asks again and no answer comes, what it shows stays: a page that
/// gave way to an error would take with it what somebody is typing.
fn use_payload(mut call: Call) -> Result<Loader<Payload>, RenderError> {
    let mut shown = use_signal(|| None::<Loader<Payload>>);
    let loader = use_loader(move || {
        let payload = call();
        async move {
            let payload = payload.await;
            let before = shown.peek().as_ref().map(|loader| loader.peek().clone());
            Ok::<_, CapturedError>(match before {
                Some(before) if payload.away => before,
                _ => payload,
            })
        }
    })?;
    if shown.peek().is_none() {
        shown.set(Some(loader));
    }
    Ok(loader)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_survives_the_way_into_the_page() {
        for answer in [
            Ok(vec![1, 2]),
            Err(AppError::field("reason", "Enter the reason.")),
        ] {
            let sent = pack(answer.clone());
            assert_eq!(*sent.read::<Vec<i32>>(), answer);
            let page = serde_json::to_string(&sent).unwrap();
            let received: Payload = serde_json::from_str(&page).unwrap();
            assert_eq!(*received.read::<Vec<i32>>(), answer);
            assert!(received == received.clone());
        }
    }

    #[test]
    fn a_block_can_not_be_left() {
        let blocks = Blocks::default();
        assert_eq!(blocks.add("+\"</script><script>\"".into()), 0);
        let html = blocks.html();
        assert_eq!(html.matches("<script").count(), 1);
        assert_eq!(html.matches("</script").count(), 1);
    }

    #[test]
    fn what_can_not_be_read_is_an_error_that_says_so() {
        for text in ["\"+[\"", "\"-[\"", "\"\""] {
            let broken: Payload = serde_json::from_str(text).unwrap();
            assert_eq!(
                (*broken.read::<String>()).as_ref().unwrap_err().kind,
                ErrorKind::Malformed
            );
        }
    }
}
