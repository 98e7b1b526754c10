//! What a run came to, for whoever reads it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Duration;

use crate::book::Book;
use crate::check::{Op, Violation, check, gather};
use crate::journal::Line;
use crate::words::Action;

/// Violations that are shown in full.
const SHOWN: usize = 5;

/// Without these a run has shown nothing.
const ALWAYS: [Action; 3] = [Action::Request, Action::Accept, Action::Expire];

/// What a run was.
#[derive(Debug)]
pub struct Setting {
    pub seed: u64,
    pub database: &'static str,
    pub servers: usize,
    pub clients: usize,
    /// Patients and doctors.
    pub people: (usize, usize),
    pub seconds: Duration,
    pub kills: usize,
    pub all_at_once: usize,
    pub ahead: Duration,
    pub slowest_start: Duration,
    /// How often a session could only go on with the password.
    pub sign_ins: u32,
}

/// What a run came to.
#[derive(Debug)]
pub struct Report {
    pub setting: Option<Setting>,
    pub violations: Vec<Violation>,
    /// What the servers logged that they should not have had to.
    pub complaints: Vec<String>,
    /// The folder with all of it, where something is wrong.
    pub kept: Option<PathBuf>,
    checks: u64,
    /// Attempts by how they ended.
    attempts: BTreeMap<String, usize>,
    /// Things that were wanted and things that were acknowledged, by action.
    actions: BTreeMap<Action, (usize, usize)>,
    rows: Vec<(&'static str, usize)>,
}

impl Report {
    /// Checks, and counts.
    pub fn of(book: &Book, journals: &[Vec<Line>]) -> Self {
        let findings = check(book, journals);
        let ops = gather(journals);
        let lines = journals.iter().flatten();
        let heard = lines
            .filter(|line| matches!(line, Line::Heard { .. }))
            .count();
        let cases: BTreeSet<_> = book.appointments.iter().map(|row| row.case_id).collect();
        Self {
            setting: None,
            violations: findings.violations,
            complaints: Vec::new(),
            kept: None,
            checks: findings.checks,
            attempts: ends(journals),
            actions: by_action(book, &ops),
            rows: vec![
                ("cases", cases.len()),
                ("appointments", book.appointments.len()),
                ("steps", book.events.len()),
                ("notifications", book.notifications.len()),
                ("kept answers", book.keys.len()),
                ("wishes", book.wishes.len()),
                ("offers", book.offers.len()),
                ("notifications heard live", heard),
            ],
        }
    }

    /// Nothing is wrong, and something happened.
    pub fn is_good(&self) -> bool {
        self.violations.is_empty() && self.complaints.is_empty() && self.idle().is_empty()
    }

    /// Actions that were tried often, or are the system's, and never succeeded: then nothing is
    /// known of them.
    fn idle(&self) -> Vec<Action> {
        let never = |action: &Action| {
            let counts = self.actions.get(action).copied().unwrap_or_default();
            counts.1 == 0 && (counts.0 >= 20 || ALWAYS.contains(action))
        };
        Action::ALL.into_iter().filter(never).collect()
    }

    /// Prints it.
    pub fn print(&self) {
        if let Some(setting) = &self.setting {
            setting.print();
        }
        let attempts: usize = self.attempts.values().sum();
        let ends: Vec<String> = self
            .attempts
            .iter()
            .map(|(end, count)| format!("{count} {end}"))
            .collect();
        println!("{attempts} attempts: {}", ends.join(", "));
        let actions = self
            .actions
            .iter()
            .map(|(action, (wanted, done))| format!("{} {done} of {wanted}", action.word()));
        println!("acknowledged: {}", actions.collect::<Vec<_>>().join(", "));
        let rows = self
            .rows
            .iter()
            .map(|(name, count)| format!("{count} {name}"));
        println!("in the end: {}", rows.collect::<Vec<_>>().join(", "));
        for violation in self.violations.iter().take(SHOWN) {
            println!("VIOLATION {violation}");
        }
        for complaint in self.complaints.iter().take(SHOWN) {
            println!("A SERVER SAID {complaint}");
        }
        for action in self.idle() {
            println!("NEVER SUCCEEDED: {}", action.word());
        }
        if let Some(kept) = &self.kept {
            println!(
                "kept for another look (script/torture --check {0}): {0}",
                kept.display()
            );
        }
        let wrong = self.violations.len() + self.complaints.len() + self.idle().len();
        println!("{} checks, {wrong} violations", self.checks);
    }
}

impl Setting {
    fn print(&self) {
        println!(
            "seed {}: {} clients of {} patients and {} doctors for {:.0} s, {} with {} server{}",
            self.seed,
            self.clients,
            self.people.0,
            self.people.1,
            self.seconds.as_secs_f64(),
            self.database,
            self.servers,
            if self.servers == 1 { "" } else { "s" },
        );
        println!(
            "{} kills, {} times all at once; the slowest start took {:.1} s; {} hours passed; {} sessions went on with the password",
            self.kills,
            self.all_at_once,
            self.slowest_start.as_secs_f64(),
            self.ahead.as_secs() / 3600,
            self.sign_ins,
        );
    }
}

/// How attempts ended.
fn ends(journals: &[Vec<Line>]) -> BTreeMap<String, usize> {
    let mut ends = BTreeMap::new();
    for line in journals.iter().flatten() {
        let end = match line {
            Line::Try(_) | Line::Heard { .. } | Line::Counted { .. } => continue,
            Line::Answer(answer) if answer.status < 300 => "acknowledged".to_owned(),
            Line::Answer(answer) => format!("× {}", answer.status),
            Line::Lost { why, .. } if why.starts_with("hung up") => "hung up".to_owned(),
            Line::Lost { why, .. } if why.starts_with("no server") => {
                "while no server was there".to_owned()
            }
            Line::Lost { .. } => "lost".to_owned(),
        };
        *ends.entry(end).or_default() += 1;
    }
    ends
}

fn by_action(book: &Book, ops: &[Op]) -> BTreeMap<Action, (usize, usize)> {
    let mut actions: BTreeMap<Action, (usize, usize)> = BTreeMap::new();
    // Nobody asks for these.
    let expire = Action::Expire.word();
    let expired = book
        .events
        .iter()
        .filter(|event| event.action == expire)
        .count();
    actions.insert(Action::Expire, (expired, expired));
    for op in ops {
        let counts = actions.entry(op.action).or_default();
        counts.0 += 1;
        counts.1 += usize::from(op.is_acknowledged());
    }
    actions
}
