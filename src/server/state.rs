//! What every request can reach: the database, the settings, the keys, the wake-up calls.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use chrono::Utc;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::database::Database;
use super::media::MediaStore;
use super::settings::{Secret, Settings};
use super::wake::Wake;
use crate::notifications::mail::Mailer;
use crate::time::Instant;

/// The running application. Cheap to clone; travels as an extension of each request.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of [`App`].
pub struct Parts {
    pub settings: Settings,
    pub db: Database,
    /// Signs access tokens.
    pub secret: Secret,
    pub clock: Clock,
    pub wake: Wake,
    pub media: Arc<dyn MediaStore>,
    /// Takes letters to the mail server; none where there is no mail server.
    pub mailer: Option<Mailer>,
    /// How many passwords are hashed at once: each takes a core for a while.
    pub heavy_work: Arc<Semaphore>,
    /// How many pictures are worked on at once: each may take hundreds of megabytes. Apart from
    /// the passwords, so that pictures keep nobody from signing in.
    pub picture_work: Arc<Semaphore>,
    /// Cancelled when the server begins to stop, so that open streams end.
    pub stopping: CancellationToken,
}

impl App {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// The time now, the only clock that services read.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }
}

impl std::ops::Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// The time: the machine's, moved by an offset that tests set.
#[derive(Clone, Default)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// Ahead of the machine's.
    pub fn ahead(by: Duration) -> Self {
        let milliseconds = i64::try_from(by.as_millis()).unwrap_or_default();
        Self(Arc::new(AtomicI64::new(milliseconds)))
    }

    /// The time now, to the millisecond, which both databases keep.
    pub fn now(&self) -> Instant {
        let now = Utc::now() + chrono::TimeDelta::milliseconds(self.0.load(Ordering::Relaxed));
        Instant::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now)
    }

    /// Lets time pass, or turn back.
    pub fn advance(&self, by: chrono::TimeDelta) {
        self.0.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }
}
