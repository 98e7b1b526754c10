//! The command line of the server.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use super::settings::Settings;
use super::startup::{self, Server};
use super::state::App;
use super::{demo, health, telemetry};
use crate::accounts::{reset, service};
use crate::notifications::mail::Smtp;

#[derive(Parser)]
#[command(
    name = "medappoint",
    version,
    about = "Appointments between patients and doctors"
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve (the default)
    Serve {
        /// Fill an empty database with a demonstration and offer its accounts
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database's schema up to this version
    Migrate,
    /// Check the settings and the database, and start nothing
    Check,
    /// Everybody's accounts
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Doctors' accounts
    Doctor {
        #[command(subcommand)]
        command: DoctorCommand,
    },
}

#[derive(Subcommand)]
enum DoctorCommand {
    /// List a doctor whose licence has been checked
    Verify { email: String },
}

#[derive(Subcommand)]
enum UserCommand {
    /// Print a link with which somebody who forgot their password chooses a new one, within an hour
    ResetLink { email: String },
}

/// Runs the command line.
pub async fn run() -> ExitCode {
    let command = Arguments::parse()
        .command
        .unwrap_or(Command::Serve { demo: false });
    let mut settings = match Settings::from_environment() {
        Ok(settings) => settings,
        Err(error) => return refuse(&error),
    };
    telemetry::start(&settings);
    if let Command::Serve { demo } = command {
        settings.demo = demo;
        // A demonstration has nobody who could verify.
        settings.verify_doctors_at_once |= demo;
        if demo {
            settings.maps = settings.maps.or_openstreetmap();
        }
    }
    let app = match startup::prepare(settings).await {
        Ok(app) => app,
        Err(error) => return refuse(&error),
    };
    match command {
        Command::Serve { .. } => serve(app).await,
        Command::Migrate => said("The database is up to date."),
        Command::Check => said("The settings are fine and the database answers."),
        Command::User {
            command: UserCommand::ResetLink { email },
        } => match reset::link_for(&app, &email).await {
            Ok(link) => said(&link),
            Err(error) => refuse(&error),
        },
        Command::Doctor {
            command: DoctorCommand::Verify { email },
        } => match service::verify_doctor(&app, &email).await {
            Ok(()) => said(&format!("{email} is verified and listed.")),
            Err(error) => refuse(&error),
        },
    }
}

async fn serve(app: App) -> ExitCode {
    // Installed before the first request, so that none is missed.
    health::recorder();
    if !app.settings.rate_limits {
        tracing::warn!(
            "MEDAPPOINT_RATE_LIMITS is off: passwords can be guessed without a limit. For load tests only."
        );
    }
    if !app.settings.clock_ahead.is_zero() {
        tracing::warn!(
            "MEDAPPOINT_CLOCK_AHEAD is set: every time that is shown and kept is wrong. For tests only."
        );
    }
    if !app.settings.secure_cookies() {
        tracing::warn!(
            "MEDAPPOINT_PUBLIC_URL is plain HTTP: sessions can be read by others on the way."
        );
    }
    if app.settings.smtp.as_ref().is_some_and(Smtp::is_open) {
        tracing::warn!(
            "MEDAPPOINT_SMTP_URL is without TLS: links to new passwords can be read by others on the way."
        );
    }
    if app.settings.demo
        && let Err(error) = demo::fill(&app).await
    {
        return refuse(&error);
    }
    let demo = app.settings.demo;
    let public = app.settings.public_url.clone();
    let server = match Server::bind(app).await {
        Ok(server) => server,
        Err(error) => return refuse(&error),
    };
    match server.address() {
        Ok(address) => say(&format!(
            "MedAppoint is at {public} (listening on {address})"
        )),
        Err(error) => return refuse(&error),
    }
    if demo {
        for account in demo::accounts() {
            say(&format!(
                "  {:<24} {}  {}",
                account.label, account.email, account.password
            ));
        }
    }
    match server.run(asked_to_stop()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&error),
    }
}

/// Ctrl-C, or the signal that service managers send.
async fn asked_to_stop() {
    let interrupt = async {
        // Without a handler the default one ends the process, which is what was asked.
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    interrupt.await;
}

/// What a person at the terminal reads, apart from the log.
#[expect(clippy::print_stdout, reason = "a command line speaks")]
fn say(text: &str) {
    println!("{text}");
}

fn said(text: &str) -> ExitCode {
    say(text);
    ExitCode::SUCCESS
}

/// Says why it ends without having done what it should.
#[expect(clippy::print_stderr, reason = "a command line speaks")]
pub fn refuse(error: &dyn std::fmt::Display) -> ExitCode {
    eprintln!("medappoint: {error}");
    ExitCode::FAILURE
}
