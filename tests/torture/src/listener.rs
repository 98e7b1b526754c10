//! Somebody's open page: holds their live stream, takes it up again where it broke, and writes down
//! each notification that arrives.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use http_body_util::{BodyExt, Empty};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::handshake;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};
use uuid::Uuid;

use crate::dice::Dice;
use crate::http::Caller;
use crate::journal::{Journal, Line, now};
use crate::people::{Person, Session, sign_in};
use crate::world::World;

/// A stream says something every 20 seconds; then it looks at the table too.
const SILENCE: Duration = Duration::from_secs(30);
/// How long the last notification may take to arrive.
const LAST: Duration = Duration::from_secs(30);

/// A listener under way.
pub struct Listener {
    world: Arc<World>,
    me: Person,
    session: Session,
    callers: Vec<Caller>,
    journal: Journal,
    dice: Dice,
    /// The number of the last notification that arrived.
    last: i64,
}

impl Listener {
    /// Signs in.
    pub async fn new(world: Arc<World>, number: usize, me: Person) -> Result<Self> {
        let callers = world.servers.iter().map(|address| Caller::new(*address));
        let mut callers: Vec<Caller> = callers.collect();
        Ok(Self {
            session: sign_in(&mut callers, &me).await?,
            journal: Journal::create(&world.folder, &format!("listener-{number:03}"))?,
            dice: Dice::new(world.seed, u64::MAX / 2 + u64::try_from(number)?),
            me,
            callers,
            last: 0,
            world,
        })
    }

    /// Listens until nothing new can come, and all that there is has arrived, or does not.
    pub async fn run(mut self) -> Result<()> {
        let mut end = None;
        while end.is_none_or(|(number, by)| self.last < number && Instant::now() < by) {
            let stream = self.listen(&mut end).await;
            // Broken, like every stream some day: it is taken up again.
            if stream.is_err() {
                sleep(Duration::from_millis(50)).await;
            }
            self.look_for_the_end(&mut end).await?;
        }
        let number = end.map_or(0, |(number, _)| number);
        let (at, user) = (now(), self.me.id);
        self.journal.add(&Line::Counted { at, user, number })
    }

    /// Once everything is over: how many there are, and by when the last must have come.
    async fn look_for_the_end(&mut self, end: &mut Option<(i64, Instant)>) -> Result<()> {
        if !self.world.is_quiet() || end.is_some() {
            return Ok(());
        }
        let caller = &mut self.callers[0];
        let path = "/api/notifications?limit=1";
        let token = Some(self.session.access.as_str());
        match caller.call(Method::GET, path, token, None).await {
            Ok(reply) if reply.status == 200 => {
                let number = reply.body["items"][0]["number"].as_i64().unwrap_or(0);
                *end = Some((number, Instant::now() + LAST));
                Ok(())
            }
            Ok(reply) if reply.status == 401 => {
                self.session.renew(&mut self.callers, &self.me).await
            }
            _ => Ok(()),
        }
    }

    /// Holds one stream for as long as it lives.
    async fn listen(&mut self, end: &mut Option<(i64, Instant)>) -> Result<()> {
        let response = timeout(SILENCE, self.connect()).await??;
        if response.status() == 401 {
            return self.session.renew(&mut self.callers, &self.me).await;
        }
        anyhow::ensure!(response.status() == 200, "{}", response.status());
        let mut body = response.into_body();
        let mut text = Vec::new();
        let mut quiet_since = Instant::now();
        while end.is_none_or(|(number, by)| self.last < number && Instant::now() < by) {
            // Looks up now and then, to see whether all is over.
            let frame = timeout(Duration::from_millis(500), body.frame()).await;
            match frame {
                Ok(frame) => {
                    let frame = frame.context("the stream ended")??;
                    text.extend_from_slice(&frame.into_data().unwrap_or_default());
                    self.take(&mut text)?;
                    quiet_since = Instant::now();
                }
                Err(_) if quiet_since.elapsed() > SILENCE => anyhow::bail!("silence"),
                Err(_) => self.look_for_the_end(end).await?,
            }
        }
        Ok(())
    }

    async fn connect(&mut self) -> Result<Response<Incoming>> {
        let servers = u64::try_from(self.world.servers.len())?;
        let server = usize::try_from(self.dice.below(servers))?;
        let address = self.world.servers[server];
        let stream = TcpStream::connect(address).await?;
        let (mut sender, connection) = handshake(TokioIo::new(stream)).await?;
        // Ends with the body.
        tokio::spawn(connection);
        let request = Request::builder()
            .uri("/api/notifications/stream")
            .header("host", address.to_string())
            .header("authorization", format!("Bearer {}", self.session.access))
            .header("last-event-id", self.last.to_string())
            .body(Empty::<Bytes>::new())?;
        Ok(sender.send_request(request).await?)
    }

    /// Takes the whole events off the front of what has arrived.
    fn take(&mut self, text: &mut Vec<u8>) -> Result<()> {
        let blank = |text: &[u8]| text.windows(2).position(|two| two == b"\n\n");
        while let Some(length) = blank(text) {
            let event: Vec<u8> = text.drain(..length + 2).collect();
            if let Some(number) = number(&String::from_utf8_lossy(&event)) {
                let (at, user) = (now(), self.me.id);
                self.journal.add(&Line::Heard { at, user, number })?;
                self.last = number;
            }
        }
        Ok(())
    }
}

/// The number of a notification's event.
fn number(event: &str) -> Option<i64> {
    let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name));
    (field("event: ") == Some("notification")).then_some(())?;
    field("id: ")?.parse().ok()
}

/// What one listener heard.
pub fn heard(lines: &[Line]) -> Option<(Uuid, Vec<i64>, i64)> {
    let mut numbers = Vec::new();
    let mut end = None;
    for line in lines {
        match line {
            Line::Heard { number, .. } => numbers.push(*number),
            Line::Counted { user, number, .. } => end = Some((*user, *number)),
            _ => {}
        }
    }
    end.map(|(user, number)| (user, numbers, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_has_a_number() {
        assert_eq!(number("event: notification\nid: 7\ndata: {}\n\n"), Some(7));
        assert_eq!(number("event: unread\ndata: {\"unread\":3}\n\n"), None);
        assert_eq!(number(": alive\n\n"), None);
    }
}
