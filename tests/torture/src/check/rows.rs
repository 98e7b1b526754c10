//! Each appointment is what its timeline leads to.

use std::fmt::Debug;

use super::history::{History, Life, of};
use super::{Findings, Kind, lines};
use crate::book::Book;
use crate::words::Status;

pub fn check(book: &Book, history: &History<'_>, findings: &mut Findings) {
    for life in history.lives.values() {
        one(book, life, findings);
    }
    let Some(started) = book.started else { return };
    for row in &book.appointments {
        let what = || format!("{} was overdue at the last start, {started}", row.id);
        findings.hold(!row.is_overdue(started), Kind::Overdue, what, &[row]);
    }
}

fn one(book: &Book, life: &Life<'_>, findings: &mut Findings) {
    let row = life.row;
    let mut same = |what: &str, is: &dyn Debug, should: &dyn Debug| {
        let (is, should) = (format!("{is:?}"), format!("{should:?}"));
        findings.hold_by(
            is == should,
            Kind::Row,
            || format!("{} has {what} {is}, its timeline leads to {should}", row.id),
            || lines(&of(book, row.case_id)),
        );
    };
    same("status", &Some(row.status), &life.status());
    same("version", &row.version, &life.version());
    let Some(stage) = life.stages.last() else {
        return;
    };
    same("time", &(row.starts_at, row.ends_at), &stage.time);
    if row.status.is_waiting() {
        same("answer by", &row.answer_by, &stage.due);
    }
    let placed = |status| matches!(status, Status::Accepted | Status::Proposed);
    let placed = life.stages.iter().any(|stage| placed(stage.status));
    same("an address", &row.location_address.is_some(), &placed);
    if row.status != Status::Cancelled {
        same("moved to", &row.moved_to, &None::<uuid::Uuid>);
    }
}
