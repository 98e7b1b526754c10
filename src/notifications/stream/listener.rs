//! One stream: waits, looks at the table, says what is new.

use std::time::Duration;

use serde::Serialize;
use tokio::sync::broadcast::{Receiver, error::RecvError, error::TryRecvError};
use tokio::time::{Instant, sleep_until};
use uuid::Uuid;

use super::places::Place;
use super::text;
use crate::accounts::identity::SignedIn;
use crate::accounts::session;
use crate::error::Answer;
use crate::notifications::model::{CaseChanged, Unread};
use crate::notifications::service;
use crate::server::state::App;
use crate::server::wake::Call;
use crate::texts::Language;

/// Proxies close what is silent for a minute or less; a lost call costs at most this.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// A session is asked for at most this often, so that it ends within this time when it is revoked.
const SESSION: Duration = Duration::from_secs(1);
/// How soon to look again where the database did not answer.
const AGAIN: Duration = Duration::from_secs(2);
/// Notifications read at a time: bounds what a long absence takes of memory.
const BATCH: u64 = 50;

/// A stream between two pieces of text.
pub struct Listener {
    app: App,
    user_id: Uuid,
    session_id: Uuid,
    /// That of the page which listens.
    language: Language,
    calls: Receiver<Call>,
    /// The number of the last notification that was sent.
    last: i64,
    /// The count that was sent last.
    unread: Option<u64>,
    begun: bool,
    /// There is more in the table than was read.
    more: bool,
    /// When the session was last found alive.
    checked: Instant,
    beat: Instant,
    /// When to look again before the next heartbeat.
    again: Option<Instant>,
    _place: Place,
}

/// Why a stream stopped waiting.
enum Woken {
    /// By calls that name these cases.
    Calls(Vec<CaseChanged>),
    /// By its own clock.
    Clock,
    /// The server stops.
    Stop,
}

impl Listener {
    /// Listens for somebody who has seen everything up to `last`.
    pub fn new(caller: SignedIn, calls: Receiver<Call>, last: i64, place: Place) -> Self {
        let now = Instant::now();
        Self {
            app: caller.app,
            user_id: caller.id,
            session_id: caller.session_id,
            language: Language::current(),
            calls,
            last,
            unread: None,
            begun: false,
            more: false,
            // The extractor has just seen it alive.
            checked: now,
            beat: now + HEARTBEAT,
            again: None,
            _place: place,
        }
    }

    /// Waits until there is something to say; nothing more where the stream is at its end.
    pub async fn next(mut self) -> Option<(Self, String)> {
        if self.app.stopping.is_cancelled() {
            return None;
        }
        let mut out = String::new();
        let mut cases = Vec::new();
        if !self.begun {
            self.begun = true;
            // Not all at once after a restart: one to three seconds, by the session's id.
            out = text::retry(1000 + (self.session_id.as_u128() % 2000) as u64);
        } else if !self.more {
            match self.wait().await {
                Woken::Stop => return None,
                Woken::Calls(named) => cases = named,
                Woken::Clock => {}
            }
        }
        loop {
            // Boxed, so that a stream at rest keeps none of this.
            if !Box::pin(self.look(&mut out, cases)).await {
                return None;
            }
            if Instant::now() >= self.beat {
                self.beat = Instant::now() + HEARTBEAT;
                out.push_str(text::HEARTBEAT);
            }
            if !out.is_empty() {
                return Some((self, out));
            }
            cases = match self.wait().await {
                Woken::Stop => return None,
                Woken::Calls(named) => named,
                Woken::Clock => Vec::new(),
            };
        }
    }

    async fn wait(&mut self) -> Woken {
        let stopping = self.app.stopping.clone();
        let stopped = stopping.cancelled();
        let clock = sleep_until(self.again.map_or(self.beat, |again| again.min(self.beat)));
        tokio::pin!(stopped, clock);
        loop {
            tokio::select! {
                biased;
                () = &mut stopped => return Woken::Stop,
                call = self.calls.recv() => match call {
                    Ok(call) if call.user_id == self.user_id => return Woken::Calls(self.drain(call)),
                    Ok(_) => {}
                    Err(RecvError::Lagged(_)) => return Woken::Calls(vec![CaseChanged { case_id: None }]),
                    Err(RecvError::Closed) => return Woken::Stop,
                },
                () = &mut clock => {
                    self.again = None;
                    return Woken::Clock;
                }
            }
        }
    }

    /// Takes what else has been called already, so that one look answers all of it.
    fn drain(&mut self, first: Call) -> Vec<CaseChanged> {
        let mut cases = Vec::new();
        add(&mut cases, first.case_id);
        loop {
            match self.calls.try_recv() {
                Ok(call) if call.user_id == self.user_id => add(&mut cases, call.case_id),
                Ok(_) => {}
                Err(TryRecvError::Lagged(_)) => cases.push(CaseChanged { case_id: None }),
                Err(TryRecvError::Empty | TryRecvError::Closed) => return cases,
            }
        }
    }

    /// Looks at the tables and writes what is new. False where the session is over.
    async fn look(&mut self, out: &mut String, mut cases: Vec<CaseChanged>) -> bool {
        match self.is_live().await {
            Ok(false) => return false,
            Ok(true) => {
                let read = self.read(out, &mut cases).await;
                write_cases(out, &cases);
                if read.is_err() || self.count(out).await.is_err() {
                    // It has been logged; the next look makes up for it.
                    self.later(AGAIN);
                }
            }
            Err(_) => {
                write_cases(out, &cases);
                self.later(AGAIN);
            }
        }
        true
    }

    /// Whether the session lives, as far as was asked within [`SESSION`].
    async fn is_live(&mut self) -> Answer<bool> {
        let due = self.checked + SESSION;
        let now = Instant::now();
        if now < due {
            // This call may be the one that says that it was revoked.
            self.later(due - now);
            return Ok(true);
        }
        let live = session::still_live(&self.app, self.session_id).await?;
        self.checked = now;
        Ok(live)
    }

    /// What came after the last number, in order.
    async fn read(&mut self, out: &mut String, cases: &mut Vec<CaseChanged>) -> Answer<()> {
        self.more = false;
        let db = self.app.db.read();
        let found = service::after(db, self.user_id, self.last, BATCH, self.language).await?;
        self.more = found.len() as u64 == BATCH;
        for notification in found {
            write(
                out,
                "notification",
                Some(notification.number),
                &notification,
            );
            self.last = notification.number;
            // The count follows every notification, also where it is the same as before.
            self.unread = None;
            add(cases, notification.case_id);
        }
        Ok(())
    }

    /// How many are unread, where that is news.
    async fn count(&mut self, out: &mut String) -> Answer<()> {
        if self.more {
            return Ok(());
        }
        let unread = service::unread_count(self.app.db.read(), self.user_id).await?;
        if self.unread != Some(unread) {
            write(out, "unread", None, &Unread { unread });
            self.unread = Some(unread);
        }
        Ok(())
    }

    fn later(&mut self, pause: Duration) {
        let at = Instant::now() + pause;
        self.again = Some(self.again.map_or(at, |again| again.min(at)));
    }
}

fn write_cases(out: &mut String, cases: &[CaseChanged]) {
    for case in cases {
        write(out, "case", None, case);
    }
}

fn write<T: Serialize>(out: &mut String, name: &str, id: Option<i64>, data: &T) {
    // Our own types are always JSON.
    if let Err(error) = text::event(out, name, id, data) {
        tracing::error!(%error, name, "an event could not be written");
    }
}

fn add(cases: &mut Vec<CaseChanged>, case_id: Option<Uuid>) {
    if case_id.is_some() && !cases.iter().any(|case| case.case_id == case_id) {
        cases.push(CaseChanged { case_id });
    }
}
