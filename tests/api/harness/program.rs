//! The program itself, in a process of its own.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::app::TestApp;

/// How long a test waits for the program to start or to end.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program with its settings, and no others.
#[derive(Clone)]
pub struct Program {
    settings: Vec<(String, String)>,
}

/// What came of a command.
#[derive(Debug)]
pub struct Said {
    /// Whether it ended as one that did what it should.
    pub well: bool,
    pub out: String,
    pub log: String,
}

/// A server in a process of its own; gone when dropped.
pub struct Running {
    pub url: String,
    pub http: reqwest::Client,
    process: Child,
    log: JoinHandle<String>,
    // Whoever speaks to nobody breaks.
    _out: Lines<BufReader<ChildStdout>>,
}

impl Program {
    /// With the database, the folder and the secret of this application.
    pub fn beside(app: &TestApp) -> Self {
        let none = Self {
            settings: Vec::new(),
        };
        none.with("DATABASE_URL", &app.settings.database_url.0)
            .with(
                "MEDAPPOINT_DATA_DIR",
                &app.settings.data_dir.display().to_string(),
            )
            .with("MEDAPPOINT_DATABASE_CONNECTIONS", "2")
            .with(
                "MEDAPPOINT_JWT_SECRET",
                "the secret of the integration tests",
            )
            .with("MEDAPPOINT_PUBLIC_URL", "http://localhost:8080")
            .with("PORT", "0")
    }

    /// With this setting, in place of the one it had.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut settings = self.settings.clone();
        settings.retain(|(one, _)| one != name);
        settings.push((name.to_owned(), value.to_owned()));
        Self { settings }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_medappoint"));
        command
            .args(arguments)
            .env_clear()
            .envs(self.settings.iter().cloned())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        command
    }

    /// Runs a command to its end.
    pub async fn run(&self, arguments: &[&str]) -> Said {
        let ended = timeout(PATIENCE, self.command(arguments).output())
            .await
            .unwrap()
            .unwrap();
        Said {
            well: ended.status.success(),
            out: String::from_utf8(ended.stdout).unwrap(),
            log: String::from_utf8(ended.stderr).unwrap(),
        }
    }

    /// Serves, on a free port.
    pub async fn serve(&self) -> Running {
        let mut process = self.command(&["serve"]).spawn().unwrap();
        let mut errors = process.stderr.take().unwrap();
        let log = tokio::spawn(async move {
            let mut text = String::new();
            errors.read_to_string(&mut text).await.unwrap();
            text
        });
        let mut out = BufReader::new(process.stdout.take().unwrap()).lines();
        let started = async {
            loop {
                let line = out.next_line().await.unwrap().expect("it did not start");
                if let Some((_, address)) = line.split_once("listening on ") {
                    return format!("http://{}", address.trim_end_matches(')'));
                }
            }
        };
        let url = timeout(PATIENCE, started).await.unwrap();
        Running {
            url,
            http: reqwest::Client::builder().no_proxy().build().unwrap(),
            process,
            log,
            _out: out,
        }
    }
}

impl Running {
    /// Asks it to stop, as a service manager does. Whether it ended well, and its log.
    pub async fn stop(mut self) -> (bool, String) {
        let id = self.process.id().unwrap();
        let asked = Command::new("/bin/sh")
            .args(["-c", &format!("kill -TERM {id}")])
            .status()
            .await
            .unwrap();
        assert!(asked.success());
        let ended = timeout(PATIENCE, self.process.wait()).await.unwrap();
        (ended.unwrap().success(), self.log.await.unwrap())
    }
}
