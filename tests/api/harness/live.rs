//! A server that listens, and streams from it.

use std::io;
use std::time::Duration;

use medappoint::server::startup::Server;
use medappoint::server::state::App;
use serde_json::Value;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::people::Person;

/// How long a test waits for what should come at once.
const PATIENCE: Duration = Duration::from_secs(8);

/// A server on a free port of this machine.
pub struct Live {
    pub url: String,
    pub http: reqwest::Client,
    stop: oneshot::Sender<()>,
    run: JoinHandle<io::Result<()>>,
}

impl Live {
    pub async fn start(app: &App) -> Self {
        let server = Server::bind(app.clone()).await.unwrap();
        let url = format!("http://{}", server.address().unwrap());
        let (stop, stopped) = oneshot::channel::<()>();
        let run = tokio::spawn(server.run(async move {
            let _ = stopped.await;
        }));
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let live = Self {
            url,
            http,
            stop,
            run,
        };
        // Between instances calls go through the database, to whoever listens by now.
        if !app.db.is_sqlite() {
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        live
    }

    /// Opens somebody's stream.
    pub async fn stream(&self, person: &Person) -> Stream {
        self.stream_after(person, None).await
    }

    /// Opens somebody's stream where it broke.
    pub async fn stream_after(&self, person: &Person, last_event_id: Option<i64>) -> Stream {
        let id = last_event_id.map(|id| id.to_string());
        let header = id.as_deref().map(|id| ("last-event-id", id));
        self.stream_with(person, header.as_slice()).await
    }

    /// Opens somebody's stream with these headers.
    pub async fn stream_with(&self, person: &Person, headers: &[(&str, &str)]) -> Stream {
        let mut request = self
            .http
            .get(format!("{}/api/notifications/stream", self.url))
            .bearer_auth(&person.access_token);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut stream = Stream {
            response,
            buffer: String::new(),
            raw: String::new(),
        };
        // It is open once it says how to come back.
        while !stream.raw.contains("retry: ") {
            assert!(stream.fill().await, "the stream ended at once");
        }
        stream
    }

    /// Asks it to stop; what becomes of it.
    pub fn stop(self) -> JoinHandle<io::Result<()>> {
        let _ = self.stop.send(());
        self.run
    }
}

/// An event of a stream.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub name: String,
    pub id: Option<i64>,
    pub data: Value,
}

/// A live stream, read as a browser reads it.
pub struct Stream {
    response: reqwest::Response,
    buffer: String,
    /// All that has come.
    pub raw: String,
}

impl Stream {
    /// The next event; nothing where the stream is at its end.
    pub async fn next(&mut self) -> Option<Event> {
        loop {
            while let Some((block, rest)) = self.buffer.split_once("\n\n") {
                let event = parse(block);
                self.buffer = rest.to_owned();
                if event.is_some() {
                    return event;
                }
            }
            if !self.fill().await {
                return None;
            }
        }
    }

    /// The next event of this name.
    pub async fn next_named(&mut self, name: &str) -> Event {
        loop {
            let event = self.next().await.expect("the stream has ended");
            if event.name == name {
                return event;
            }
        }
    }

    /// Whether it ends within the test's patience, whatever it says before.
    pub async fn ends(&mut self) -> bool {
        timeout(PATIENCE, async { while self.next().await.is_some() {} })
            .await
            .is_ok()
    }

    /// Whether no event comes for a while.
    pub async fn is_silent(&mut self, pause: Duration) -> bool {
        timeout(pause, self.next_named("notification"))
            .await
            .is_err()
    }

    async fn fill(&mut self) -> bool {
        match timeout(PATIENCE, self.response.chunk())
            .await
            .expect("the stream says nothing")
        {
            Ok(Some(bytes)) => {
                let text = String::from_utf8(bytes.to_vec()).unwrap();
                self.buffer.push_str(&text);
                self.raw.push_str(&text);
                true
            }
            Ok(None) | Err(_) => false,
        }
    }
}

fn parse(block: &str) -> Option<Event> {
    let line = |name: &str| {
        block
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    };
    Some(Event {
        name: line("event")?.to_owned(),
        id: line("id").map(|id| id.parse().unwrap()),
        data: serde_json::from_str(line("data")?).unwrap(),
    })
}
