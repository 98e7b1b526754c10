//! Ways to tamper with what a client wrote down.

use super::tale::Tale;
use crate::journal::{Answer, Line};

impl Tale {
    /// Another attempt of a thing, which is answered so.
    pub fn again(&mut self, op: u64, status: u16, twisted: bool, change: impl FnOnce(&mut Answer)) {
        let mut found = None;
        for line in &self.journal {
            match line {
                Line::Try(sent) if sent.op == op => {
                    found = Some((sent.clone(), found.and_then(|(_, answer)| answer)))
                }
                Line::Answer(answer) if answer.op == op => {
                    found = found.map(|(sent, _)| (sent, Some(answer.clone())))
                }
                _ => {}
            }
        }
        let (mut sent, answer) = found.unwrap();
        self.now += 100;
        sent.attempt += 1;
        sent.at = self.now;
        sent.twisted = twisted;
        let mut answer = answer.unwrap();
        answer.attempt = sent.attempt;
        answer.at = self.now + 10;
        answer.status = status;
        if status >= 300 {
            (answer.told, answer.wish) = (None, None);
        }
        change(&mut answer);
        self.journal.push(Line::Try(sent));
        self.journal.push(Line::Answer(answer));
    }

    /// Changes the answers of a thing.
    pub fn answers(&mut self, op: u64, change: impl Fn(&mut Answer)) {
        for line in &mut self.journal {
            if let Line::Answer(answer) = line
                && answer.op == op
            {
                change(answer);
            }
        }
    }

    /// Forgets what came of a thing.
    pub fn lose_answers(&mut self, op: u64) {
        self.journal
            .retain(|line| !matches!(line, Line::Answer(answer) if answer.op == op));
    }

    /// The client says that it has this version before it.
    pub fn says_version(&mut self, op: u64, version: i64) {
        for line in &mut self.journal {
            if let Line::Try(sent) = line
                && sent.op == op
            {
                sent.version = Some(version);
            }
        }
    }
}
