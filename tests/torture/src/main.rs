//! Many clients against servers that are killed again and again; then a checker looks at what the
//! database holds and what the clients wrote down.

mod arguments;
mod book;
mod calls;
mod check;
mod client;
mod dice;
mod http;
mod journal;
mod listener;
mod people;
mod plan;
mod report;
mod run;
mod servers;
mod store;
mod words;
mod world;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::arguments::{Arguments, USAGE};
use crate::book::Book;
use crate::report::Report;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = match Arguments::read(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&format!("{error:#}\n{USAGE}")),
    };
    let report = match &arguments.check {
        Some(folder) => again(folder),
        None => run::run(&arguments).await,
    };
    match report {
        Ok(report) => {
            report.print();
            if report.is_good() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(error) => refuse(&format!(
            "torture of seed {} failed: {error:#}",
            arguments.seed
        )),
    }
}

/// Looks again at a folder that a run has kept.
fn again(folder: &Path) -> Result<Report> {
    let text = std::fs::read_to_string(folder.join("book.json")).context("book.json")?;
    let book: Book = serde_json::from_str(&text)?;
    let journals = journal::read_all(folder)?;
    Ok(Report::of(&book, &journals))
}

fn refuse(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}
