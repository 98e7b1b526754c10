//! What keeps open pages up to date: one live stream a browser tab, shared by all its parts.

#[cfg(all(feature = "web", not(feature = "server")))]
mod browser;
mod follower;

use dioxus::prelude::*;

use crate::accounts::model::Viewer;

/// What a page can follow. Reading a signal subscribes, as everywhere.
#[derive(Clone, Copy, PartialEq)]
pub struct Live {
    /// How many notifications are unread.
    pub unread: Signal<u64>,
    /// Raised whenever a case of this person changes: a page that shows one looks again.
    pub tick: Signal<u64>,
    /// Raised whenever a notification comes or is read elsewhere: the centre looks again.
    pub news: Signal<u64>,
    /// Whether changes arrive at once.
    pub connected: Signal<bool>,
    /// Whether the session ended while the page was open.
    pub ended: Signal<bool>,
}

impl Live {
    /// This page has marked some as read: it looks again. Where the stream is open, the count
    /// comes from there alone; an answer that is overtaken by an event must not undo it.
    pub fn marked(mut self, count: impl FnOnce(u64) -> u64) {
        if !*self.connected.peek() {
            // Not in one expression: what is peeked at can't be written to.
            let before = *self.unread.peek();
            self.unread.set(count(before));
        }
        self.news += 1;
    }
}

/// Provides [`Live`] to everything below, and in a browser follows the stream while somebody
/// is signed in. Called once, in the layout, with whoever is signed in at the moment.
pub fn use_live_provider(viewer: Option<Viewer>) -> Live {
    let live = use_context_provider(|| Live {
        unread: Signal::new(viewer.as_ref().map_or(0, |viewer| viewer.unread)),
        tick: Signal::new(0),
        news: Signal::new(0),
        connected: Signal::new(false),
        ended: Signal::new(false),
    });
    #[cfg(all(feature = "web", not(feature = "server")))]
    browser::use_stream(live, viewer);
    live
}

/// The live state, in a page.
pub fn use_live() -> Live {
    use_context()
}
