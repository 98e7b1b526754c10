//! HTTP as a client sees it: one connection to each server, kept until it breaks, and calls that
//! can be hung up on.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::time::timeout;

/// Longer than a server takes for anything, so that an answer that does not come is lost.
const PATIENCE: Duration = Duration::from_secs(35);

/// What came back.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    /// Null where it is no JSON.
    pub body: Value,
}

/// A caller of one server.
pub struct Caller {
    address: SocketAddr,
    open: Option<SendRequest<Full<Bytes>>>,
}

impl Caller {
    pub fn new(address: SocketAddr) -> Self {
        Self {
            address,
            open: None,
        }
    }

    /// Calls, and waits for the answer.
    ///
    /// # Errors
    /// When there is none: the server is gone, or was before it could answer.
    pub async fn call(
        &mut self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> Result<Reply> {
        let reply = timeout(PATIENCE, self.exchange(method, path, token, body)).await;
        let reply = reply.context("no answer for 35 seconds").flatten();
        if reply.is_err() {
            self.hang_up();
        }
        reply
    }

    /// Calls, and hangs up after `wait` if there is no answer by then.
    ///
    /// # Errors
    /// When there is none.
    pub async fn call_shortly(
        &mut self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
        wait: Duration,
    ) -> Result<Reply> {
        let reply = timeout(wait, self.exchange(method, path, token, body)).await;
        let reply = reply.context("hung up").flatten();
        if reply.is_err() {
            self.hang_up();
        }
        reply
    }

    /// Closes the connection, whatever is under way on it.
    fn hang_up(&mut self) {
        self.open = None;
    }

    async fn connection(&mut self) -> Result<&mut SendRequest<Full<Bytes>>> {
        // A server closes connections that idle; a new one is as good.
        let alive = match &mut self.open {
            Some(open) => open.ready().await.is_ok(),
            None => false,
        };
        if !alive {
            let stream = TcpStream::connect(self.address)
                .await
                .context("no server")?;
            stream.set_nodelay(true)?;
            let (sender, connection) = handshake(TokioIo::new(stream)).await?;
            // Ends with its sender.
            tokio::spawn(connection);
            self.open = Some(sender);
        }
        self.open.as_mut().context("no connection")
    }

    async fn exchange(
        &mut self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> Result<Reply> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", self.address.to_string());
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let content = match body {
            Some(body) => {
                request = request.header("content-type", "application/json");
                Bytes::from(serde_json::to_vec(body)?)
            }
            None => Bytes::new(),
        };
        let request = request.body(Full::new(content))?;
        let response = self.connection().await?.send_request(request).await?;
        let status = response.status().as_u16();
        let bytes = response.into_body().collect().await?.to_bytes();
        let body = serde_json::from_slice(&bytes).unwrap_or_default();
        Ok(Reply { status, body })
    }
}
