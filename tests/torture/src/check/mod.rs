//! The checker: reads what the database holds and what the clients wrote down, and finds what must
//! not be. It trusts neither the servers nor the harness.

mod answers;
mod asked;
mod halves;
mod held;
mod history;
mod list;
mod notices;
mod offers;
mod ops;
mod overlap;
mod promises;
mod replay;
mod rows;
pub mod rules;
mod streams;
mod taken;
#[cfg(test)]
mod tests;
mod wishes;

use std::fmt;

use crate::book::Book;
use crate::journal::Line;

use list::List;
pub use ops::{Op, gather};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Two live appointments of one person at the same time.
    Overlap,
    /// A time held for somebody who waits that somebody else had too, or had already.
    Held,
    /// A time that somebody was offered twice.
    Again,
    /// An offer that was answered once it was over.
    Late,
    /// An acknowledged action that left no trace.
    Lost,
    /// An action whose effect is there more than once.
    Twice,
    /// An effect of what was refused.
    Refused,
    /// An action on something that had changed since it was decided on.
    Stale,
    /// A step that nobody asked for.
    Unasked,
    /// A step that the table of actions does not allow.
    Illegal,
    /// A row that its timeline does not lead to.
    Row,
    /// Something that nobody answered, and that did not expire.
    Overdue,
    /// An answer that does not say what happened, or not the same the second time.
    Answer,
    /// A key that does not keep what it promises.
    Key,
    /// A gap in somebody's notifications.
    Gap,
    /// A notice that is missing, or there too often.
    Notice,
    /// A notification that did not arrive on a live stream, or twice.
    Stream,
    /// A step without its entry in the audit trail, or with two.
    Audit,
    /// An answer that nobody should ever get.
    Broken,
}

/// Something that must not be, and how one knows.
#[derive(Clone, Debug)]
pub struct Violation {
    pub kind: Kind,
    pub what: String,
    pub evidence: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.kind, self.what)?;
        self.evidence
            .iter()
            .try_for_each(|line| write!(f, "\n    {line}"))
    }
}

/// What a check came to.
#[derive(Debug, Default)]
pub struct Findings {
    pub violations: Vec<Violation>,
    /// How many things were looked at.
    pub checks: u64,
}

impl Findings {
    /// Counts a check, and keeps the violation where it fails.
    fn hold<E: fmt::Debug>(
        &mut self,
        holds: bool,
        kind: Kind,
        what: impl FnOnce() -> String,
        evidence: &[E],
    ) {
        self.hold_by(holds, kind, what, || lines(evidence));
    }

    /// The same, with evidence that is costly to put together.
    fn hold_by(
        &mut self,
        holds: bool,
        kind: Kind,
        what: impl FnOnce() -> String,
        evidence: impl FnOnce() -> Vec<String>,
    ) {
        self.checks += 1;
        if !holds {
            self.violations.push(Violation {
                kind,
                what: what(),
                evidence: evidence(),
            });
        }
    }
}

fn lines<E: fmt::Debug>(items: &[E]) -> Vec<String> {
    items.iter().map(|item| format!("{item:?}")).collect()
}

/// Checks everything.
pub fn check(book: &Book, journals: &[Vec<Line>]) -> Findings {
    let mut findings = Findings::default();
    let history = history::replay(book, &mut findings);
    rows::check(book, &history, &mut findings);
    overlap::check(book, &history, &mut findings);
    let ops = gather(journals);
    answers::check(&ops, &mut findings);
    promises::check(book, &history, &ops, &mut findings);
    asked::check(book, &history, &ops, &mut findings);
    let list = List::of(book, &ops);
    held::check(&list, &history, &mut findings);
    wishes::check(&list, &mut findings);
    offers::check(&list, &history, &mut findings);
    taken::check(&list, &history, &mut findings);
    notices::check(book, &history, &mut findings);
    streams::check(journals, &mut findings);
    findings
}
