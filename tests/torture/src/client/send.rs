//! One attempt: written down before it is sent and once it has ended.

use std::time::Duration;

use anyhow::Result;
use serde_json::Value;

use super::{Client, Known};
use crate::calls::Op;
use crate::http::Reply;
use crate::journal::{self, Answer, Line, Told, ToldWish, Try, now};
use crate::people::uuid;

impl Client {
    /// One attempt. Nothing comes back where no answer did.
    pub(super) async fn send(
        &mut self,
        op: &Op,
        attempt: u32,
        server: usize,
        body: &Value,
        wait: Option<u64>,
    ) -> Result<Option<Reply>> {
        let instance = server % self.callers.len();
        self.note_try(op, attempt, instance, *body != op.body())?;
        let (caller, token) = (
            &mut self.callers[instance],
            Some(self.session.access.as_str()),
        );
        let body = op.sent(body);
        let (path, method) = (op.path(), op.method());
        let reply = match wait {
            Some(wait) => {
                let wait = Duration::from_millis(wait);
                caller.call_shortly(method, &path, token, body, wait).await
            }
            None => caller.call(method, &path, token, body).await,
        };
        self.note_end(op, attempt, reply)
    }

    /// Two attempts at the same moment, to two servers where there are two.
    pub(super) async fn send_twice(
        &mut self,
        op: &Op,
        server: usize,
        body: &Value,
    ) -> Result<Vec<Option<Reply>>> {
        let (one, two) = (server % self.callers.len(), (server + 1) % self.twins.len());
        self.note_try(op, 1, one, false)?;
        self.note_try(op, 2, two, false)?;
        let (path, token) = (op.path(), Some(self.session.access.as_str()));
        let body = op.sent(body);
        let (first, second) = tokio::join!(
            self.callers[one].call(op.method(), &path, token, body),
            self.twins[two].call(op.method(), &path, token, body),
        );
        Ok(vec![
            self.note_end(op, 1, first)?,
            self.note_end(op, 2, second)?,
        ])
    }

    fn note_try(&mut self, op: &Op, attempt: u32, instance: usize, twisted: bool) -> Result<()> {
        self.journal.add(&Line::Try(Try {
            at: now(),
            op: op.number,
            attempt,
            key: op.key.clone(),
            twisted,
            actor: self.me.id,
            part: self.me.part,
            action: op.action,
            target: op.target,
            version: op.version,
            instance,
        }))
    }

    fn note_end(&mut self, op: &Op, attempt: u32, reply: Result<Reply>) -> Result<Option<Reply>> {
        let at = now();
        let op = op.number;
        let line = match &reply {
            Ok(reply) => Line::Answer(Answer {
                at,
                op,
                attempt,
                status: reply.status,
                kind: reply.body["data"]["kind"].as_str().map(str::to_owned),
                field: first_field(&reply.body),
                told: told(reply),
                wish: told_wish(reply),
            }),
            Err(error) => Line::Lost {
                at,
                op,
                attempt,
                why: format!("{error:#}"),
            },
        };
        self.journal.add(&line)?;
        Ok(reply.ok())
    }

    /// Remembers the appointment of an answer.
    pub(super) fn learn(&mut self, body: &Value) {
        if let Some(known) = Known::of(body) {
            self.world.hear(known);
            self.remember(known);
        }
        self.note_offers(body);
    }
}

/// An answer that says what is so: yes, or no. Not one that says to ask again.
pub fn settles(reply: Option<&Reply>) -> bool {
    reply.is_some_and(|reply| reply.status < 500 && !matches!(reply.status, 401 | 408 | 429))
}

fn first_field(body: &Value) -> Option<String> {
    body["data"]["fields"].as_object()?.keys().next().cloned()
}

fn told(reply: &Reply) -> Option<Told> {
    if reply.status >= 300 {
        return None;
    }
    Some(Told {
        id: uuid(&reply.body["id"])?,
        case_id: uuid(&reply.body["case_id"])?,
        status: serde_json::from_value(reply.body["status"].clone()).ok()?,
        version: reply.body["version"].as_i64()?,
        digest: journal::digest(reply.body.to_string().as_bytes()),
    })
}

fn told_wish(reply: &Reply) -> Option<ToldWish> {
    if reply.status >= 300 {
        return None;
    }
    let offers = reply.body["offers"].as_array()?.iter();
    let offers = offers.map(|offer| {
        let status = serde_json::from_value(offer["status"].clone()).ok()?;
        Some((uuid(&offer["id"])?, status))
    });
    Some(ToldWish {
        id: uuid(&reply.body["id"])?,
        status: serde_json::from_value(reply.body["status"].clone()).ok()?,
        offers: offers.collect::<Option<_>>()?,
        digest: journal::digest(reply.body.to_string().as_bytes()),
    })
}
