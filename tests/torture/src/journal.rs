//! What a client wrote down: each attempt before it is sent, and what came back. A file a client,
//! which is only ever added to.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::words::{Action, OfferStatus, Part, Status, WishStatus};

/// A line of a client's file. Times are the machine's, in milliseconds since 1970.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Line {
    /// About to be sent.
    Try(Try),
    /// Answered.
    Answer(Answer),
    /// No answer came, whatever became of it.
    Lost {
        at: i64,
        op: u64,
        attempt: u32,
        why: String,
    },
    /// A notification arrived on somebody's live stream.
    Heard { at: i64, user: Uuid, number: i64 },
    /// Somebody has this many, as the server says once nothing new can come.
    Counted { at: i64, user: Uuid, number: i64 },
}

/// An attempt.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Try {
    pub at: i64,
    /// The client's own count of what it wanted.
    pub op: u64,
    pub attempt: u32,
    /// The same for every attempt of one thing that is wanted.
    pub key: String,
    /// Another content under a key that was used.
    pub twisted: bool,
    pub actor: Uuid,
    pub part: Part,
    pub action: Action,
    /// The appointment, the wish or the offer; none for a request, or where a wish is left.
    pub target: Option<Uuid>,
    /// The version of it that the client had before it.
    pub version: Option<i64>,
    pub instance: usize,
}

/// An answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Answer {
    pub at: i64,
    pub op: u64,
    pub attempt: u32,
    pub status: u16,
    /// The `kind` of an error.
    pub kind: Option<String>,
    /// The field that a 422 names first.
    pub field: Option<String>,
    /// What a success says.
    pub told: Option<Told>,
    /// What a success says of somebody's wish.
    #[serde(default)]
    pub wish: Option<ToldWish>,
}

impl Answer {
    /// Of the whole answer, where it says something.
    pub fn digest(&self) -> Option<u64> {
        let told = self.told.as_ref().map(|told| told.digest);
        told.or_else(|| self.wish.as_ref().map(|wish| wish.digest))
    }
}

/// What a success says about the appointment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub id: Uuid,
    pub case_id: Uuid,
    pub status: Status,
    pub version: i64,
    /// Of the whole answer: the same answer again has the same.
    pub digest: u64,
}

/// What a success says about a wish on the waiting list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldWish {
    pub id: Uuid,
    pub status: WishStatus,
    pub offers: Vec<(Uuid, OfferStatus)>,
    /// Of the whole answer.
    pub digest: u64,
}

/// A client's file, open for adding.
pub struct Journal(File);

impl Journal {
    /// A file of this name, which must be new.
    pub fn create(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(format!("{name}.jsonl"));
        let file = OpenOptions::new()
            .append(true)
            .create_new(true)
            .open(&path)
            .with_context(|| path.display().to_string())?;
        Ok(Self(file))
    }

    /// Adds a line: it is with the system when this returns.
    pub fn add(&mut self, line: &Line) -> Result<()> {
        let mut text = serde_json::to_vec(line)?;
        text.push(b'\n');
        Ok(self.0.write_all(&text)?)
    }
}

/// Reads every client's file of a folder.
pub fn read_all(folder: &Path) -> Result<Vec<Vec<Line>>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "jsonl"))
        .collect();
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

fn read(file: &Path) -> Result<Vec<Line>> {
    let text = std::fs::read_to_string(file)?;
    text.lines()
        .map(|line| {
            serde_json::from_str(line).with_context(|| format!("{}: {line}", file.display()))
        })
        .collect()
}

/// The machine's clock, as lines have it.
pub fn now() -> i64 {
    chrono::Utc::now().timestamp_millis()
}

/// FNV-1a, to tell whether two answers are the same.
pub fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
