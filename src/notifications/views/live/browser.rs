//! The browser's end of the live stream.
//!
//! Callbacks of the browser only put what they heard into a queue; one task, which belongs to
//! the layout, takes it out and moves the signals.
//!
//! A tab that nobody looks at lets go of its stream after a while and takes it up where it
//! was when it is looked at again: over HTTP/1.1 a browser has six connections to a server
//! in all, and a seventh tab would wait for ever.

mod line;

use dioxus::prelude::*;
use uuid::Uuid;

use self::line::{Line, Sight, after, hidden};
use super::Live;
use super::follower::Follower;
use crate::accounts::model::Viewer;
use crate::app::Route;
use crate::error::ErrorKind;
use crate::notifications::api;
use crate::notifications::model::{Notification, Unread};
use crate::ui::{Toasts, browser, use_toasts};
use crate::wire;

/// How long a hidden tab keeps its stream, in milliseconds.
const HIDDEN_MS: i32 = 10_000;

/// Whom to follow: who it is, and the state that their page began with.
#[derive(Clone, Copy, PartialEq)]
struct Whom {
    id: Uuid,
    newest: i64,
    unread: u64,
}

enum Heard {
    /// Somebody else may be signed in, or nobody.
    Follow(Option<Whom>),
    /// An event of the stream of this generation: its type and data.
    Event(u32, String, String),
    /// It is time to try again, unless the generation has changed.
    Retry(u32),
    /// The tab came into view, or went out of it.
    Visible(bool),
    /// It has been hidden for long, unless it came into view since.
    LongHidden(u32),
}

type Queue = UnboundedSender<Heard>;

/// Follows the stream of whoever is signed in.
pub fn use_stream(live: Live, viewer: Option<Viewer>) {
    let toasts = use_toasts();
    let queue = use_coroutine(move |mut heard: UnboundedReceiver<Heard>| async move {
        let mut driver = Driver::new(live, toasts, consume_context::<Coroutine<Heard>>().tx());
        while let Ok(message) = heard.recv().await {
            driver.hear(message).await;
        }
    });
    let whom = viewer.map(|viewer| Whom {
        id: viewer.id,
        newest: viewer.newest,
        unread: viewer.unread,
    });
    // A navigation too: it may come from the sign-in page.
    let route = use_route::<Route>();
    use_effect(use_reactive((&whom, &route), move |(whom, _)| {
        queue.send(Heard::Follow(whom));
    }));
}

/// Decides what to do about what was heard.
struct Driver {
    live: Live,
    toasts: Toasts,
    queue: Queue,
    _sight: Option<Sight>,
    whom: Option<Uuid>,
    follower: Follower,
    line: Option<Line>,
    /// Counts streams, so that what an earlier one left in the queue is dropped.
    generation: u32,
    /// Counts comings into view.
    views: u32,
    /// This person's stream was open before: what happened in between must be looked up.
    resumed: bool,
    /// A notification came since the last count.
    fresh: bool,
}

impl Driver {
    fn new(live: Live, toasts: Toasts, queue: Queue) -> Self {
        Self {
            live,
            toasts,
            _sight: Sight::watch(queue.clone()),
            queue,
            whom: None,
            follower: Follower::at(0),
            line: None,
            generation: 0,
            views: 0,
            resumed: false,
            fresh: false,
        }
    }

    async fn hear(&mut self, message: Heard) {
        match message {
            Heard::Follow(whom) => self.follow(whom).await,
            Heard::Event(generation, kind, data) if generation == self.generation => {
                match kind.as_str() {
                    "open" => self.opened(),
                    "error" => self.broken(),
                    "notification" => self.notification(&data),
                    "case" => raise(self.live.tick),
                    "unread" => self.counted(&data),
                    _ => {}
                }
            }
            Heard::Retry(generation) if generation == self.generation => self.retry().await,
            Heard::Visible(true) => {
                self.views += 1;
                // A page that the browser had put aside comes back with its stream closed.
                if self.line.as_ref().is_none_or(Line::is_given_up) {
                    self.line = None;
                    self.retry().await;
                }
            }
            Heard::Visible(false) => after(HIDDEN_MS, &self.queue, Heard::LongHidden(self.views)),
            Heard::LongHidden(views) if views == self.views => self.close(),
            Heard::Event(..) | Heard::Retry(_) | Heard::LongHidden(_) => {}
        }
    }

    async fn follow(&mut self, whom: Option<Whom>) {
        let id = whom.map(|whom| whom.id);
        if id == self.whom {
            if *self.live.ended.peek() {
                self.retry().await;
            }
            return;
        }
        self.close();
        self.whom = id;
        self.resumed = false;
        self.follower = Follower::at(whom.map_or(0, |whom| whom.newest));
        put(self.live.ended, false);
        put(self.live.unread, whom.map_or(0, |whom| whom.unread));
        self.open();
    }

    /// Opens the stream, if there is whom to follow and somebody who looks.
    fn open(&mut self) {
        self.generation += 1;
        if self.whom.is_none() || hidden() {
            return;
        }
        self.line = Line::open(self.follower.last(), self.generation, &self.queue);
        if self.line.is_none() {
            self.try_later();
        }
    }

    fn close(&mut self) {
        browser::note_lost(false);
        self.line = None;
        self.generation += 1;
        put(self.live.connected, false);
    }

    fn opened(&mut self) {
        self.follower.connected();
        browser::note_lost(false);
        put(self.live.connected, true);
        if self.resumed {
            // Cases may have changed without a notification meanwhile.
            raise(self.live.tick);
            raise(self.live.news);
        }
        self.resumed = true;
    }

    /// The browser tries again by itself, but for a stream that it has given up.
    fn broken(&mut self) {
        browser::note_lost(true);
        put(self.live.connected, false);
        if self.line.as_ref().is_some_and(Line::is_given_up) {
            self.line = None;
            self.try_later();
        }
    }

    fn try_later(&mut self) {
        let pause = self.follower.pause(js_sys::Math::random());
        after(pause, &self.queue, Heard::Retry(self.generation));
    }

    /// A stream that failed does not say why: an ordinary call does.
    async fn retry(&mut self) {
        if self.whom.is_none() || self.line.is_some() || hidden() {
            return;
        }
        match api::list(Some("true".into()), None, Some("1".into())).await {
            Err(error) if error.kind == ErrorKind::Unauthenticated => self.session_ended(),
            Err(_) => self.try_later(),
            Ok(_) => {
                put(self.live.ended, false);
                self.open();
            }
        }
    }

    fn session_ended(&self) {
        if !*self.live.ended.peek() {
            put(self.live.ended, true);
            self.toasts.link(
                t!("notifications-session-ended"),
                "/login",
                t!("notifications-sign-in"),
            );
        }
    }

    fn notification(&mut self, data: &str) {
        let Ok(notification) = wire::parse::<Notification>(data.as_bytes()) else {
            return;
        };
        if !self.follower.take(notification.number) {
            return;
        }
        self.fresh = true;
        if !notification.read && self.follower.may_toast(js_sys::Date::now()) {
            let text = match notification.location {
                Some(place) => format!("{}. {}, {}", notification.title, place.name, place.address),
                None => notification.title,
            };
            self.toasts
                .link(text, notification.link, t!("notifications-show"));
        }
    }

    fn counted(&mut self, data: &str) {
        let Ok(Unread { unread }) = wire::parse(data.as_bytes()) else {
            return;
        };
        if std::mem::take(&mut self.fresh) || *self.live.unread.peek() != unread {
            put(self.live.unread, unread);
            raise(self.live.news);
        }
    }
}

/// Sets a signal, and wakes its readers only where it changes.
fn put<T: PartialEq + 'static>(mut signal: Signal<T>, value: T) {
    if *signal.peek() != value {
        signal.set(value);
    }
}

fn raise(mut signal: Signal<u64>) {
    signal += 1;
}
