//! The servers: started, killed, started again on the same data. Only ever our own children.

use std::fs::{File, OpenOptions};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use hyper::Method;
use tokio::process::{Child, Command};
use tokio::time::sleep;

use crate::http::Caller;

/// How long a start may take. A machine with much else to do is slow.
const START: Duration = Duration::from_secs(60);

/// What all of them have in common.
pub struct Setup {
    pub program: PathBuf,
    /// Holds their data and their logs.
    pub folder: PathBuf,
    pub database_url: String,
    pub count: usize,
}

/// A server.
pub struct Instance {
    name: String,
    pub address: SocketAddr,
    log: PathBuf,
    child: Option<Child>,
}

/// All of them.
pub struct Fleet {
    setup: Setup,
    pub instances: Vec<Instance>,
    /// How far their clock is ahead of the machine's.
    pub ahead: Duration,
    pub starts: u32,
    pub slowest_start: Duration,
}

impl Fleet {
    /// Starts them one after the other: the first makes the database's schema.
    pub async fn start(setup: Setup) -> Result<Self> {
        let mut fleet = Self {
            instances: Vec::new(),
            ahead: Duration::ZERO,
            starts: 0,
            slowest_start: Duration::ZERO,
            setup,
        };
        for number in 0..fleet.setup.count {
            let name = format!("server-{number}");
            fleet.instances.push(Instance {
                address: free_address()?,
                log: fleet.setup.folder.join(format!("{name}.log")),
                name,
                child: None,
            });
            fleet.begin(&[number]).await?;
        }
        Ok(fleet)
    }

    /// Starts these at the same moment, and waits until they are ready.
    pub async fn begin(&mut self, numbers: &[usize]) -> Result<()> {
        let begun = Instant::now();
        for number in numbers {
            let instance = &mut self.instances[*number];
            instance.child = Some(spawn(&self.setup, instance, self.ahead)?);
            self.starts += 1;
        }
        for number in numbers {
            self.instances[*number].ready(begun).await?;
        }
        self.slowest_start = self.slowest_start.max(begun.elapsed());
        Ok(())
    }

    /// Kills these with SIGKILL.
    ///
    /// # Errors
    /// When one of them was dead already: nobody else should have ended it.
    pub async fn kill(&mut self, numbers: &[usize]) -> Result<()> {
        for number in numbers {
            let instance = &mut self.instances[*number];
            instance.still_runs()?;
            if let Some(child) = &mut instance.child {
                child.start_kill()?;
            }
        }
        for number in numbers {
            if let Some(mut child) = self.instances[*number].child.take() {
                child.wait().await?;
            }
        }
        Ok(())
    }

    /// The numbers of all.
    pub fn all(&self) -> Vec<usize> {
        (0..self.instances.len()).collect()
    }

    /// What they logged of panics and of errors of their own, a few lines at most.
    pub fn complaints(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        for instance in &self.instances {
            let log = std::fs::read_to_string(&instance.log)?;
            // 503 says “ask again”, and is answered while there is too much to do.
            let lines = log.lines().filter(|line| {
                line.contains("panicked at") || line.contains("ERROR") && !line.contains("503")
            });
            found.extend(lines.map(|line| format!("{}: {line}", instance.name)));
        }
        Ok(found)
    }
}

impl Instance {
    fn still_runs(&mut self) -> Result<()> {
        if let Some(child) = &mut self.child
            && let Some(status) = child.try_wait()?
        {
            bail!(
                "{} ended by itself ({status}). It said:\n{}",
                self.name,
                last_words(&self.log)
            );
        }
        Ok(())
    }

    async fn ready(&mut self, begun: Instant) -> Result<()> {
        let mut caller = Caller::new(self.address);
        loop {
            self.still_runs()?;
            if let Ok(reply) = caller.call(Method::GET, "/readyz", None, None).await
                && reply.status == 200
            {
                return Ok(());
            }
            if begun.elapsed() > START {
                bail!(
                    "{} did not become ready. It said:\n{}",
                    self.name,
                    last_words(&self.log)
                );
            }
            sleep(Duration::from_millis(10)).await;
        }
    }
}

fn spawn(setup: &Setup, instance: &Instance, ahead: Duration) -> Result<Child> {
    let log = OpenOptions::new()
        .create(true)
        .append(true)
        .open(&instance.log)?;
    let data = setup.folder.join(&instance.name);
    let mut command = Command::new(&setup.program);
    command
        .arg("serve")
        .env_clear()
        .kill_on_drop(true)
        .stdin(Stdio::null());
    command.stdout(log.try_clone()?).stderr(Stdio::from(log));
    for name in ["PATH", "HOME", "LD_LIBRARY_PATH"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    command
        .env("IP", instance.address.ip().to_string())
        .env("PORT", instance.address.port().to_string())
        .env("MEDAPPOINT_DATA_DIR", data)
        .env("DATABASE_URL", &setup.database_url)
        .env(
            "MEDAPPOINT_JWT_SECRET",
            "the secret of all servers under torture",
        )
        .env("MEDAPPOINT_PUBLIC_URL", "http://localhost:8080")
        .env("MEDAPPOINT_VERIFY_DOCTORS", "at-once")
        .env("MEDAPPOINT_RATE_LIMITS", "off")
        .env("MEDAPPOINT_CLOCK_AHEAD", ahead.as_secs().to_string())
        .env("RUST_LOG", "warn")
        .env("NO_COLOR", "1");
    command
        .spawn()
        .with_context(|| format!("can't start {}", setup.program.display()))
}

/// An address that nobody listens on, and that the system gives to nobody else while a server is
/// gone: below the ports of outgoing connections, of which there are many here.
fn free_address() -> Result<SocketAddr> {
    for _ in 0..100 {
        let port = 20_000 + uuid::Uuid::new_v4().as_fields().1 % 10_000;
        if let Ok(listener) = TcpListener::bind(("127.0.0.1", port)) {
            return Ok(listener.local_addr()?);
        }
    }
    bail!("no free port between 20000 and 30000")
}

fn last_words(log: &Path) -> String {
    let text = File::open(log)
        .and_then(std::io::read_to_string)
        .unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(30)..].join("\n")
}
