//! What the driver asks of the browser: a stream, a look at the tab, a clock.

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Document, Event, EventSource, MessageEvent};

use super::{Heard, Queue};

/// An open stream; closes when dropped.
pub(super) struct Line {
    source: EventSource,
    _heard: Closure<dyn FnMut(Event)>,
}

impl Line {
    pub(super) fn open(after: i64, generation: u32, queue: &Queue) -> Option<Self> {
        let queue = queue.clone();
        let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let data = event
                .dyn_ref::<MessageEvent>()
                .and_then(|message| message.data().as_string());
            let _ = queue.unbounded_send(Heard::Event(
                generation,
                event.type_(),
                data.unwrap_or_default(),
            ));
        });
        let source =
            EventSource::new(&["/api/notifications/stream?after=", &after.to_string()].concat())
                .ok()?;
        for kind in ["open", "error", "notification", "case", "unread"] {
            let _ = source.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
        }
        Some(Self {
            source,
            _heard: heard,
        })
    }

    /// The browser does not try again: the answer was not a stream (401, 429, 503).
    pub(super) fn is_given_up(&self) -> bool {
        self.source.ready_state() == EventSource::CLOSED
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.source.close();
    }
}

/// Hears when the tab comes into view and goes out of it, until dropped.
pub(super) struct Sight {
    document: Document,
    changed: Closure<dyn FnMut()>,
}

const SIGHT: &str = "visibilitychange";

impl Sight {
    pub(super) fn watch(queue: Queue) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let changed = Closure::<dyn FnMut()>::new(move || {
            let _ = queue.unbounded_send(Heard::Visible(!hidden()));
        });
        document
            .add_event_listener_with_callback(SIGHT, changed.as_ref().unchecked_ref())
            .ok()?;
        Some(Self { document, changed })
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        let _ = self
            .document
            .remove_event_listener_with_callback(SIGHT, self.changed.as_ref().unchecked_ref());
    }
}

pub(super) fn hidden() -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .is_some_and(|document| document.hidden())
}

/// Puts a message into the queue after so many milliseconds.
pub(super) fn after(milliseconds: i32, queue: &Queue, message: Heard) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let queue = queue.clone();
    let ring = Closure::once_into_js(move || {
        let _ = queue.unbounded_send(message);
    });
    let _ = window
        .set_timeout_with_callback_and_timeout_and_arguments_0(ring.unchecked_ref(), milliseconds);
}
