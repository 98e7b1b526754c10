//! The command line.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// How it is used.
pub const USAGE: &str = "usage: script/torture [--seed S] [--clients N] [--seconds T] [--database sqlite|postgres] [--server PROGRAM]
       script/torture --check FOLDER   (looks again at what a run has kept)";

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Arguments {
    /// Decides every plan.
    pub seed: u64,
    pub clients: usize,
    pub length: Duration,
    pub postgres: bool,
    pub server: PathBuf,
    /// Looks at a folder that was kept, and starts nothing.
    pub check: Option<PathBuf>,
}

impl Arguments {
    /// Reads them.
    ///
    /// # Errors
    /// With a sentence, for what is wrong.
    pub fn read(words: impl IntoIterator<Item = String>) -> Result<Self> {
        let mut read = Self {
            seed: u64::from(uuid::Uuid::new_v4().as_fields().0),
            clients: 24,
            length: Duration::from_secs(30),
            postgres: false,
            server: PathBuf::new(),
            check: None,
        };
        let mut words = words.into_iter();
        while let Some(name) = words.next() {
            let value = words
                .next()
                .with_context(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--seed" => read.seed = number(&name, &value)?,
                "--clients" => read.clients = usize::try_from(number(&name, &value)?)?,
                "--seconds" => read.length = Duration::from_secs(number(&name, &value)?),
                "--database" => {
                    read.postgres = match value.as_str() {
                        "sqlite" => false,
                        "postgres" => true,
                        _ => bail!("--database is sqlite or postgres"),
                    }
                }
                "--server" => read.server = value.into(),
                "--check" => read.check = Some(value.into()),
                _ => bail!("{name} is not known"),
            }
        }
        if !(6..=500).contains(&read.clients) {
            bail!("--clients is between 6 and 500");
        }
        if !(10..=86_400).contains(&read.length.as_secs()) {
            bail!("--seconds is between 10 and 86400");
        }
        Ok(read)
    }
}

fn number(name: &str, value: &str) -> Result<u64> {
    value
        .parse()
        .with_context(|| format!("{name} is a number, not “{value}”"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Arguments> {
        Arguments::read(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn they_are_read() {
        let read =
            read("--seed 7 --clients 12 --seconds 40 --database postgres --server x/y").unwrap();
        assert_eq!(
            (
                read.seed,
                read.clients,
                read.length.as_secs(),
                read.postgres
            ),
            (7, 12, 40, true)
        );
        assert_eq!(read.server, PathBuf::from("x/y"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for wrong in [
            "--seed x",
            "--seed",
            "--database mysql",
            "--clients 2",
            "--seconds 1",
            "--what 3",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
