//! What is sent in a tale, and answered.

use uuid::Uuid;

use super::tale::Tale;
use crate::journal::{Answer, Line, Told, ToldWish, Try};
use crate::words::{Action, Part};

impl Tale {
    /// What a patient is about to send.
    pub fn attempt(&mut self, actor: Uuid, action: Action, target: Option<Uuid>) -> Try {
        let op = self.ops;
        self.ops += 1;
        Try {
            at: self.now,
            op,
            attempt: 1,
            key: format!("c0n{op}"),
            twisted: false,
            actor,
            part: Part::Patient,
            action,
            target,
            version: None,
            instance: 0,
        }
    }

    /// It is sent, and answered so.
    pub fn acknowledge(&mut self, sent: Try, told: Option<Told>, wish: Option<ToldWish>) {
        let (op, attempt) = (sent.op, sent.attempt);
        self.journal.push(Line::Try(sent));
        self.now += 10;
        self.journal.push(Line::Answer(Answer {
            at: self.now,
            op,
            attempt,
            status: 200,
            kind: None,
            field: None,
            told,
            wish,
        }));
    }
}
