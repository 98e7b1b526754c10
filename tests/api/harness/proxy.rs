//! A line between the application and its database that can be cut.

use std::net::SocketAddr;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// Passes connections on until it is cut; then nobody answers at its address.
pub struct Proxy {
    pub address: SocketAddr,
    target: SocketAddr,
    passing: Option<JoinHandle<()>>,
}

impl Proxy {
    pub async fn to(target: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        Self {
            address,
            target,
            passing: Some(tokio::spawn(pass(listener, target))),
        }
    }

    /// Ends every connection and takes no more.
    pub async fn cut(&mut self) {
        if let Some(passing) = self.passing.take() {
            passing.abort();
            let _ = passing.await;
        }
    }

    /// Passes on again, at the same address.
    pub async fn mend(&mut self) {
        let listener = TcpListener::bind(self.address).await.unwrap();
        self.passing = Some(tokio::spawn(pass(listener, self.target)));
    }
}

async fn pass(listener: TcpListener, target: SocketAddr) {
    // Dropped with this task, and the connections with it.
    let mut connections = JoinSet::new();
    while let Ok((mut near, _)) = listener.accept().await {
        connections.spawn(async move {
            if let Ok(mut far) = TcpStream::connect(target).await {
                let _ = copy_bidirectional(&mut near, &mut far).await;
            }
        });
    }
}
