//! A client: follows its plan, sends each thing until it is answered, and writes everything down.

mod decide;
mod send;
mod wait;

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use hyper::Method;
use serde_json::Value;
use tokio::time::sleep;
use uuid::Uuid;

use self::send::settles;
use crate::calls::Op;
use crate::http::Caller;
use crate::journal::Journal;
use crate::people::{Person, Session, sign_in, uuid};
use crate::plan::{Fate, Plan};
use crate::world::World;

/// How long one thing may go without an answer that settles it.
const SETTLED_WITHIN: Duration = Duration::from_secs(90);

/// A client under way.
pub struct Client {
    pub world: Arc<World>,
    number: usize,
    pub me: Person,
    session: Session,
    /// One for each server.
    callers: Vec<Caller>,
    /// For what is sent twice at the same moment.
    twins: Vec<Caller>,
    journal: Journal,
    /// Appointments of mine that I have come across, the latest last.
    known: Vec<Known>,
}

/// An appointment, as a client came across it.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    pub id: Uuid,
    pub doctor: Uuid,
    pub patient: Uuid,
    pub version: i64,
}

impl Known {
    fn of(body: &Value) -> Option<Self> {
        Some(Self {
            id: uuid(&body["id"])?,
            doctor: uuid(&body["doctor"]["id"])?,
            patient: uuid(&body["patient"]["id"])?,
            version: body["version"].as_i64()?,
        })
    }
}

/// What a client can say at the end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summary {
    pub sign_ins: u32,
}

impl Client {
    /// Signs in.
    pub async fn new(world: Arc<World>, number: usize, me: Person) -> Result<Self> {
        let callers = || {
            world
                .servers
                .iter()
                .map(|address| Caller::new(*address))
                .collect()
        };
        let (mut callers, twins): (Vec<Caller>, Vec<Caller>) = (callers(), callers());
        Ok(Self {
            session: sign_in(&mut callers, &me).await?,
            journal: Journal::create(&world.folder, &format!("client-{number:03}"))?,
            number,
            me,
            callers,
            twins,
            known: Vec::new(),
            world,
        })
    }

    /// Follows the plan until the world is over.
    pub async fn run(mut self) -> Result<Summary> {
        let plan = Plan::new(self.world.seed, u64::try_from(self.number)?, self.me.part);
        for step in plan {
            if self.world.is_over() {
                break;
            }
            sleep(Duration::from_millis(step.pause)).await;
            if let Some(op) = self.decide(&step).await? {
                let caller = self.number + usize::try_from(step.picks[3] % 7)?;
                self.carry_out(&op, step.fate, caller)
                    .await
                    .with_context(|| format!("client {}: {op:?}", self.number))?;
            }
        }
        Ok(Summary {
            sign_ins: self.session.sign_ins,
        })
    }

    /// The key of a step's thing.
    pub fn key(&self, number: u64) -> String {
        format!("c{}n{number}", self.number)
    }

    /// Reads, from whichever server answers; nothing where nobody does.
    pub async fn read(&mut self, path: &str) -> Result<Option<Value>> {
        for round in 0..20 {
            let count = self.callers.len();
            let caller = &mut self.callers[(self.number + round) % count];
            match caller
                .call(Method::GET, path, Some(&self.session.access), None)
                .await
            {
                Ok(reply) if reply.status == 200 => return Ok(Some(reply.body)),
                Ok(reply) if reply.status == 401 => {
                    self.session.renew(&mut self.callers, &self.me).await?
                }
                Ok(reply) if reply.status < 500 => return Ok(None),
                Ok(reply) if reply.status == 500 => bail!("{path} answered {reply:?}"),
                _ => sleep(Duration::from_millis(50)).await,
            }
        }
        Ok(None)
    }

    /// Changes something that is no appointment, once, whatever comes of it.
    pub async fn put(&mut self, path: &str, body: &Value) {
        let count = self.callers.len();
        let caller = &mut self.callers[self.number % count];
        // Lost or refused, the next hours are as good.
        let _ = caller
            .call(Method::PUT, path, Some(&self.session.access), Some(body))
            .await;
    }

    /// Sends a thing as its fate has it, and again until an answer settles it.
    async fn carry_out(&mut self, op: &Op, fate: Fate, mut server: usize) -> Result<()> {
        let begun = Instant::now();
        let body = op.body();
        for attempt in 1.. {
            let replies = match fate {
                Fate::HangUp(wait) | Fate::GiveUp(wait) if attempt == 1 => {
                    vec![self.send(op, attempt, server, &body, Some(wait)).await?]
                }
                Fate::Twin if attempt == 1 => self.send_twice(op, server, &body).await?,
                // The twin was the second attempt.
                Fate::Twin => vec![self.send(op, attempt + 1, server, &body, None).await?],
                _ => vec![self.send(op, attempt, server, &body, None).await?],
            };
            if let Some(reply) = replies.iter().flatten().find(|reply| reply.status < 300) {
                self.learn(&reply.body);
                return self.after(op, fate, attempt + 10, server).await;
            }
            if replies.iter().flatten().any(|reply| reply.status == 401) {
                self.session.renew(&mut self.callers, &self.me).await?;
            } else if matches!(fate, Fate::GiveUp(_))
                || replies.iter().all(|reply| settles(reply.as_ref()))
            {
                return Ok(());
            }
            if begun.elapsed() > SETTLED_WITHIN {
                bail!("no answer that settles it within {SETTLED_WITHIN:?}; the last: {replies:?}");
            }
            server += 1;
            sleep(Duration::from_millis(30)).await;
        }
        Ok(())
    }

    /// What its fate has in store for a thing that was done.
    async fn after(&mut self, op: &Op, fate: Fate, attempt: u32, server: usize) -> Result<()> {
        match fate {
            Fate::Echo => {
                self.send(op, attempt, server + 1, &op.body(), None).await?;
            }
            Fate::Twist => {
                if let Some(body) = op.twisted() {
                    self.send(op, attempt, server + 1, &body, None).await?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Remembers an appointment of mine.
    fn remember(&mut self, appointment: Known) {
        self.known.retain(|known| known.id != appointment.id);
        self.known.push(appointment);
        if self.known.len() > 60 {
            self.known.remove(0);
        }
    }
}
