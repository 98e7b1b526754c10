//! The way to the mail server.

use std::error::Error as _;
use std::time::Duration;

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::Error;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use tokio::time::timeout;

use super::words::Text;
use crate::server::settings::Settings;

/// How long the mail server may take for one answer.
const ANSWER: Duration = Duration::from_secs(15);
/// How long one letter may take. Shorter than the first pause between two attempts, so that no
/// other instance takes up a letter that is still under way.
const LETTER: Duration = Duration::from_secs(45);

/// Takes letters to the mail server of the settings. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why a letter did not leave. Never with what the server wrote: it may name people.
#[derive(Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The mail server can't be used at the moment: no letter will leave.
    Away(String),
    /// It does not take this letter now.
    Later(String),
    /// It will never take this letter, or nobody could.
    Never(String),
}

/// Tells mail programs not to answer by themselves (RFC 3834, section 5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl Mailer {
    /// For the mail server of the settings; nothing where there is none.
    ///
    /// # Errors
    /// What is wrong with its address, or with this machine's certificates.
    pub fn open(settings: &Settings) -> Result<Option<Self>, String> {
        let Some(smtp) = &settings.smtp else {
            return Ok(None);
        };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp.url.0.as_str())
            .map_err(|error| describe(&error))?;
        Ok(Some(Self {
            transport: builder.timeout(Some(ANSWER)).build(),
            from: smtp.from.clone(),
        }))
    }

    /// Takes one letter there. `id` names it in its Message-ID, by which mail programs know
    /// one that comes twice.
    pub async fn send(&self, id: &str, to: &str, text: Text) -> Result<(), Trouble> {
        let to = to
            .parse()
            .map_err(|_| Trouble::Never("not an address that mail knows".into()))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(text.subject)
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())))
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .body(text.body)
            .map_err(|_| Trouble::Never("it could not be written".into()))?;
        match timeout(LETTER, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(trouble(&error)),
            Err(_) => Err(Trouble::Away("it took too long".into())),
        }
    }
}

/// What an answer of the mail server means for the letter (RFC 5321, section 4.2; RFC 4954, 6).
fn trouble(error: &Error) -> Trouble {
    let what = describe(error);
    match error.status().map(u16::from) {
        // No such mailbox, not one of ours, a name that can't be.
        Some(550 | 551 | 553) => Trouble::Never(what),
        // Going down, or it does not take our word for who we are.
        None | Some(421 | 454 | 530 | 534 | 535 | 538) => Trouble::Away(what),
        Some(_) => Trouble::Later(what),
    }
}

fn describe(error: &Error) -> String {
    if let Some(code) = error.status() {
        return format!("the mail server answers {code}");
    }
    let mut cause = error.source();
    while let Some(inner) = cause {
        if let Some(io) = inner.downcast_ref::<std::io::Error>() {
            return format!("the mail server was not reached: {}", io.kind());
        }
        cause = inner.source();
    }
    let what = if error.is_timeout() {
        "the mail server does not answer"
    } else if error.is_tls() {
        "TLS with the mail server failed"
    } else if error.is_client() {
        "the mail server does not offer what is asked of it"
    } else {
        "the mail server was not reached"
    };
    what.to_owned()
}
