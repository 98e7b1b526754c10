//! The clients' lines, put together again: each thing that somebody wanted, with all its attempts.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::journal::{Answer, Line, Told, Try};
use crate::words::{Action, Part};

/// An attempt and its end.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub sent: Try,
    /// Nothing where it is not known what became of it.
    pub answer: Option<Answer>,
}

impl Attempt {
    /// What it was told, where the answer is yes.
    pub fn yes(&self) -> Option<&Answer> {
        self.answer.as_ref().filter(|answer| answer.status < 300)
    }

    /// The answer, where it is no.
    pub fn no(&self) -> Option<&Answer> {
        self.answer.as_ref().filter(|answer| {
            (400..500).contains(&answer.status) && !matches!(answer.status, 401 | 408 | 429)
        })
    }
}

/// A thing that somebody wanted, under one key.
#[derive(Clone, Debug)]
pub struct Op {
    pub key: String,
    pub actor: Uuid,
    pub part: Part,
    pub action: Action,
    pub target: Option<Uuid>,
    /// The version of it that the client had before it, where it said so.
    pub version: Option<i64>,
    pub attempts: Vec<Attempt>,
    /// Attempts with other content under the same key.
    pub twisted: Vec<Attempt>,
}

impl Op {
    /// How it is called in a sentence.
    pub fn name(&self) -> String {
        let Self {
            action,
            key,
            part,
            actor,
            ..
        } = self;
        let what = self
            .target
            .map_or_else(|| "what is new".into(), |id| id.to_string());
        format!("{action:?} of {what} under {key} ({part:?} {actor})")
    }

    /// What the first yes said.
    pub fn told(&self) -> Option<&Told> {
        self.attempts
            .iter()
            .find_map(|attempt| attempt.yes()?.told.as_ref())
    }

    pub fn is_acknowledged(&self) -> bool {
        self.attempts.iter().any(|attempt| attempt.yes().is_some())
    }

    /// Every attempt was answered with no.
    pub fn is_refused(&self) -> bool {
        self.attempts.iter().all(|attempt| attempt.no().is_some())
    }
}

/// Puts the lines of all files together.
pub fn gather(journals: &[Vec<Line>]) -> Vec<Op> {
    journals.iter().flat_map(|lines| of_one(lines)).collect()
}

fn of_one(lines: &[Line]) -> Vec<Op> {
    let mut ops: BTreeMap<u64, Op> = BTreeMap::new();
    for line in lines {
        match line {
            Line::Try(sent) => {
                let op = ops.entry(sent.op).or_insert_with(|| Op {
                    key: sent.key.clone(),
                    actor: sent.actor,
                    part: sent.part,
                    action: sent.action,
                    target: sent.target,
                    version: sent.version,
                    attempts: Vec::new(),
                    twisted: Vec::new(),
                });
                let attempt = Attempt {
                    sent: sent.clone(),
                    answer: None,
                };
                if sent.twisted {
                    op.twisted.push(attempt);
                } else {
                    op.attempts.push(attempt);
                }
            }
            Line::Answer(answer) => {
                let attempts = ops
                    .get_mut(&answer.op)
                    .map(|op| op.attempts.iter_mut().chain(&mut op.twisted));
                if let Some(attempt) = attempts
                    .into_iter()
                    .flatten()
                    .find(|one| one.sent.attempt == answer.attempt)
                {
                    attempt.answer = Some(answer.clone());
                }
            }
            Line::Lost { .. } | Line::Heard { .. } | Line::Counted { .. } => {}
        }
    }
    ops.into_values().collect()
}
