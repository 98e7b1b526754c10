//! Settings: read once from the environment, checked before anything starts.
//!
//! A wrong one stops the start with a sentence that names it.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::TimeDelta;
use tracing_subscriber::EnvFilter;
use url::{Host, Url};

use super::tiles::Maps;
use crate::notifications::mail::{self, Smtp};

/// A value that must never reach a log.
#[derive(Clone)]
pub struct Secret(pub Vec<u8>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A setting that holds a password, which a log must not repeat.
#[derive(Clone)]
pub struct Private<T>(pub T);

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// What a start is told by its environment. `docs/` and the README list the names.
#[derive(Clone, Debug)]
pub struct Settings {
    pub ip: IpAddr,
    pub port: u16,
    pub database_url: Private<String>,
    /// Connections of the pool: on PostgreSQL all of them, on SQLite the readers.
    pub database_connections: u32,
    pub data_dir: PathBuf,
    /// The address that people type, without a path.
    pub public_url: Url,
    pub jwt_secret: Option<Secret>,
    /// `cloudinary://key:secret@cloud`, kept as typed; [`crate::server::media`] reads it.
    pub cloudinary_url: Option<Private<Url>>,
    /// How letters leave; none leave where it is not set.
    pub smtp: Option<Smtp>,
    pub maps: Maps,
    pub rate_limits: bool,
    /// Doctors are verified as they register: for demonstrations and trials.
    pub verify_doctors_at_once: bool,
    pub log_json: bool,
    /// How much is logged, as `RUST_LOG` says it.
    pub log_filter: Option<String>,
    /// Whether `/metrics` answers to other machines than this one.
    pub metrics_public: bool,
    /// Whether `X-Forwarded-For` of a reverse proxy names the client.
    pub behind_proxy: bool,
    /// How long a doctor has to answer a request, and a patient a suggestion.
    pub answer_within: TimeDelta,
    /// Until how long before the start a patient may cancel what was accepted.
    pub cancel_notice: TimeDelta,
    /// How long an offer of the waiting list holds its time.
    pub offer_within: TimeDelta,
    /// How long a running request may take before it is answered 503.
    pub request_timeout: Duration,
    /// How far the clock is ahead of the machine's: for tests, to which days are seconds.
    pub clock_ahead: Duration,
    /// Whether the demonstration's accounts are offered on the sign-in page.
    pub demo: bool,
}

/// Why a start was refused: the setting's name and a sentence.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {sentence}")]
pub struct SettingsError {
    name: &'static str,
    sentence: String,
}

fn refuse(name: &'static str, sentence: impl Into<String>) -> SettingsError {
    SettingsError {
        name,
        sentence: sentence.into(),
    }
}

impl Settings {
    /// Reads the process's environment.
    ///
    /// # Errors
    /// Names the first setting that is wrong.
    pub fn from_environment() -> Result<Self, SettingsError> {
        Self::read(|name| std::env::var(name).ok())
    }

    /// Reads settings by name; an empty one counts as not set, but for that of maps.
    ///
    /// # Errors
    /// Names the first setting that is wrong.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, SettingsError> {
        let maps = Maps::read(&get).map_err(|(name, sentence)| refuse(name, sentence))?;
        let get = |name: &str| get(name).filter(|value| !value.trim().is_empty());

        let ip = parse(
            &get,
            "IP",
            IpAddr::V4(Ipv4Addr::LOCALHOST),
            "is not an IP address",
        )?;
        let port = parse(&get, "PORT", 8080, "is not a port between 0 and 65535")?;
        let data_dir = PathBuf::from(get("MEDAPPOINT_DATA_DIR").unwrap_or_else(|| "./data".into()));
        let database_url = get("DATABASE_URL").unwrap_or_else(|| sqlite_in(&data_dir));
        if !["sqlite:", "postgres:", "postgresql:"]
            .iter()
            .any(|scheme| database_url.starts_with(scheme))
        {
            return Err(refuse(
                "DATABASE_URL",
                "must begin with sqlite:// or postgres://.",
            ));
        }
        let database_connections = parse(
            &get,
            "MEDAPPOINT_DATABASE_CONNECTIONS",
            10,
            "is not a number of connections",
        )?;
        if !(1..=500).contains(&database_connections) {
            return Err(refuse(
                "MEDAPPOINT_DATABASE_CONNECTIONS",
                "must be between 1 and 500.",
            ));
        }
        let public_url = match get("MEDAPPOINT_PUBLIC_URL") {
            Some(text) => site(&text).ok_or_else(|| {
                refuse(
                    "MEDAPPOINT_PUBLIC_URL",
                    format!(
                        "“{text}” is not the address of a site, such as https://clinic.example, with nothing after it."
                    ),
                )
            })?,
            None => site(&format!("http://localhost:{port}"))
                .ok_or_else(|| refuse("MEDAPPOINT_PUBLIC_URL", "could not be made from PORT."))?,
        };
        let allow_http = switch(&get, "MEDAPPOINT_ALLOW_HTTP", false)?;
        if public_url.scheme() == "http" && !is_this_machine(&public_url) && !allow_http {
            return Err(refuse(
                "MEDAPPOINT_PUBLIC_URL",
                "is plain HTTP on another machine's name, over which sessions could be stolen. Use https://, or set MEDAPPOINT_ALLOW_HTTP=on if you mean it.",
            ));
        }
        let jwt_secret = match get("MEDAPPOINT_JWT_SECRET") {
            // RFC 7518, section 3.2: a key at least as long as the hash, 32 bytes for HS256.
            Some(text) if text.len() < 32 => {
                return Err(refuse(
                    "MEDAPPOINT_JWT_SECRET",
                    "must be at least 32 characters long.",
                ));
            }
            text => text.map(|text| Secret(text.into_bytes())),
        };
        let cloudinary_url = match get("CLOUDINARY_URL") {
            Some(text) => Some(
                Url::parse(&text)
                    .ok()
                    .filter(|url| {
                        url.scheme() == "cloudinary"
                            && !url.username().is_empty()
                            && url.password().is_some()
                            && url.host_str().is_some()
                    })
                    .ok_or_else(|| {
                        refuse(
                            "CLOUDINARY_URL",
                            "must look like cloudinary://key:secret@cloud.",
                        )
                    })?,
            ),
            None => None,
        };
        let smtp = mail::read_settings(&get).map_err(|(name, sentence)| refuse(name, sentence))?;
        let verify_doctors_at_once = match get("MEDAPPOINT_VERIFY_DOCTORS").as_deref() {
            None | Some("by-administrator") => false,
            Some("at-once") => true,
            Some(_) => {
                return Err(refuse(
                    "MEDAPPOINT_VERIFY_DOCTORS",
                    "must be at-once or by-administrator.",
                ));
            }
        };
        let log_json = match get("MEDAPPOINT_LOG").as_deref() {
            None | Some("text") => false,
            Some("json") => true,
            Some(_) => return Err(refuse("MEDAPPOINT_LOG", "must be text or json.")),
        };
        let metrics_public = match get("MEDAPPOINT_METRICS").as_deref() {
            None | Some("loopback") => false,
            Some("public") => true,
            Some(_) => return Err(refuse("MEDAPPOINT_METRICS", "must be loopback or public.")),
        };
        let log_filter = get("RUST_LOG");
        if let Some(text) = &log_filter {
            EnvFilter::try_new(text).map_err(|_| {
                refuse(
                    "RUST_LOG",
                    format!("“{text}” does not say how much is logged, as “info” and “info,medappoint=debug” do."),
                )
            })?;
        }
        let seconds = parse(
            &get,
            "MEDAPPOINT_REQUEST_TIMEOUT",
            30,
            "is not a number of seconds",
        )?;
        if !(1..=600).contains(&seconds) {
            return Err(refuse(
                "MEDAPPOINT_REQUEST_TIMEOUT",
                "must be between 1 and 600.",
            ));
        }
        let ahead: u32 = parse(
            &get,
            "MEDAPPOINT_CLOCK_AHEAD",
            0,
            "is not a number of seconds",
        )?;

        let answer_hours = hours(&get, "MEDAPPOINT_ANSWER_HOURS", 48, 1)?;
        let offer_hours = hours(&get, "MEDAPPOINT_OFFER_HOURS", 4, 1)?;
        let notice_hours = hours(&get, "MEDAPPOINT_CANCEL_NOTICE_HOURS", 0, 0)?;

        Ok(Self {
            ip,
            port,
            database_url: Private(database_url),
            database_connections,
            data_dir,
            public_url,
            jwt_secret,
            cloudinary_url: cloudinary_url.map(Private),
            smtp,
            maps,
            rate_limits: switch(&get, "MEDAPPOINT_RATE_LIMITS", true)?,
            verify_doctors_at_once,
            log_json,
            log_filter,
            metrics_public,
            behind_proxy: switch(&get, "MEDAPPOINT_BEHIND_PROXY", false)?,
            answer_within: TimeDelta::hours(answer_hours),
            cancel_notice: TimeDelta::hours(notice_hours),
            offer_within: TimeDelta::hours(offer_hours),
            request_timeout: Duration::from_secs(seconds),
            clock_ahead: Duration::from_secs(ahead.into()),
            demo: false,
        })
    }

    /// Cookies carry the `__Host-` prefix and `Secure` unless the public address is plain
    /// HTTP on another machine's name. Browsers take `Secure` cookies from localhost.
    pub fn secure_cookies(&self) -> bool {
        self.public_url.scheme() == "https" || is_this_machine(&self.public_url)
    }

    /// The public address as browsers send it in `Origin`.
    pub fn origin(&self) -> String {
        self.public_url.origin().ascii_serialization()
    }
}

fn sqlite_in(data_dir: &Path) -> String {
    format!(
        "sqlite://{}?mode=rwc",
        data_dir.join("medappoint.db").display()
    )
}

/// The address of a site: scheme, host and port, and nothing else, which we would drop.
fn site(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let web = matches!(url.scheme(), "http" | "https") && url.host().is_some();
    let nobody = url.username().is_empty() && url.password().is_none();
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    (web && nobody && bare).then_some(url)
}

/// Whether an address never leaves this machine.
pub(super) fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}

fn parse<T: std::str::FromStr>(
    get: &impl Fn(&str) -> Option<String>,
    name: &'static str,
    default: T,
    problem: &str,
) -> Result<T, SettingsError> {
    match get(name) {
        Some(text) => text
            .trim()
            .parse()
            .map_err(|_| refuse(name, format!("“{text}” {problem}."))),
        None => Ok(default),
    }
}

/// Hours of at most a month.
fn hours(
    get: &impl Fn(&str) -> Option<String>,
    name: &'static str,
    default: i64,
    least: i64,
) -> Result<i64, SettingsError> {
    let hours = parse(get, name, default, "is not a number of hours")?;
    if (least..=720).contains(&hours) {
        Ok(hours)
    } else {
        Err(refuse(name, format!("must be between {least} and 720.")))
    }
}

fn switch(
    get: &impl Fn(&str) -> Option<String>,
    name: &'static str,
    default: bool,
) -> Result<bool, SettingsError> {
    match get(name).as_deref() {
        None => Ok(default),
        Some("on") => Ok(true),
        Some("off") => Ok(false),
        Some(_) => Err(refuse(name, "must be on or off.")),
    }
}

#[cfg(test)]
mod tests;
