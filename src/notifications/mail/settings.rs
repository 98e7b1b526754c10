//! Which mail server letters go to, and who they are from.

use std::net::IpAddr;

use lettre::message::Mailbox;
use url::Url;

use crate::server::settings::Private;

const URL: &str = "MEDAPPOINT_SMTP_URL";
const FROM: &str = "MEDAPPOINT_MAIL_FROM";

/// The mail server, and the sender of every letter.
#[derive(Clone, Debug)]
pub struct Smtp {
    /// `smtp://` or `smtps://`, with user and password where the server asks for them.
    pub url: Private<Url>,
    pub from: Mailbox,
}

impl Smtp {
    /// Whether others can read letters on their way to the mail server.
    pub fn is_open(&self) -> bool {
        is_open(&self.url.0)
    }
}

/// Reads both settings; without an address of a server there is no mail.
///
/// # Errors
/// The name of the one that is wrong, and a sentence.
pub fn read_settings(
    get: &impl Fn(&str) -> Option<String>,
) -> Result<Option<Smtp>, (&'static str, &'static str)> {
    let from = get(FROM)
        .map(|text| text.trim().parse::<Mailbox>())
        .transpose()
        .map_err(|_| {
            (
                FROM,
                "must be an address such as appointments@clinic.example, or Clinic Sol <appointments@clinic.example>.",
            )
        })?;
    let Some(text) = get(URL) else {
        return Ok(None);
    };
    let url = Url::parse(text.trim())
        .ok()
        .filter(|url| matches!(url.scheme(), "smtp" | "smtps") && url.host().is_some())
        .ok_or((
            URL,
            "must look like smtps://user:password@mail.example, or smtp://user:password@mail.example?tls=required.",
        ))?;
    let known = url
        .query_pairs()
        .all(|(name, value)| name == "tls" && (value == "required" || value == "opportunistic"));
    if !known {
        return Err((
            URL,
            "knows no other parameters than ?tls=required and ?tls=opportunistic.",
        ));
    }
    if url.username().is_empty() != url.password().is_none() {
        return Err((URL, "must name a user and a password, or neither."));
    }
    if url.password().is_some() && is_open(&url) {
        return Err((
            URL,
            "would send its password over a line that others can read. Use smtps://, or add ?tls=required.",
        ));
    }
    let from = from.ok_or((
        FROM,
        "must be set where MEDAPPOINT_SMTP_URL is: the address that letters come from.",
    ))?;
    Ok(Some(Smtp {
        url: Private(url),
        from,
    }))
}

/// Whether letters leave this machine without TLS. “Opportunistic” falls back to it.
fn is_open(url: &Url) -> bool {
    let required = url
        .query_pairs()
        .any(|(name, value)| name == "tls" && value == "required");
    url.scheme() == "smtp" && !required && !is_here(url.host_str().unwrap_or_default())
}

/// This machine. Of a scheme that it does not know `url` reads no numbers in a host.
fn is_here(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str, from: &str) -> Result<Option<Smtp>, (&'static str, &'static str)> {
        read_settings(&|name| {
            let value = if name == URL { url } else { from };
            (!value.is_empty()).then(|| value.to_owned())
        })
    }

    #[test]
    fn a_mail_server_and_a_sender_go_together() {
        assert!(read("", "").unwrap().is_none());
        let smtp = read("smtps://mail.example", "Clinic Sol <a@clinic.example>");
        assert_eq!(
            smtp.unwrap().unwrap().from.to_string(),
            "Clinic Sol <a@clinic.example>"
        );
        assert_eq!(read("smtps://mail.example", "").unwrap_err().0, FROM);
        assert_eq!(read("smtps://mail.example", "nobody").unwrap_err().0, FROM);
    }

    #[test]
    fn a_password_goes_over_no_open_line() {
        for (url, good) in [
            ("smtps://u:p@mail.example", true),
            ("smtp://u:p@mail.example?tls=required", true),
            (
                "smtp://u:p@mail.example:2525/clinic.example?tls=required",
                true,
            ),
            ("smtp://u:p@127.0.0.1:2525", true),
            ("smtp://mail.example", true),
            ("smtp://u:p@mail.example", false),
            ("smtp://u:p@mail.example?tls=opportunistic", false),
            ("smtp://u@mail.example?tls=required", false),
            ("smtps://mail.example?tls=maybe", false),
            ("smtps://mail.example?timeout=1", false),
            ("smtp:mail", false),
            ("https://mail.example", false),
            ("mail.example", false),
        ] {
            let read = read(url, "a@clinic.example");
            assert_eq!(read.is_ok(), good, "{url}");
            if let Err((name, _)) = read {
                assert_eq!(name, URL);
            }
        }
        let open = |url| read(url, "a@clinic.example").unwrap().unwrap().is_open();
        assert!(open("smtp://mail.example"));
        assert!(!open("smtp://mail.example?tls=required"));
        assert!(!open("smtp://localhost:2525"));
    }

    #[test]
    fn the_password_is_not_printed() {
        let smtp = read("smtps://u:tulip-4711@mail.example", "a@clinic.example").unwrap();
        assert!(!format!("{smtp:?}").contains("tulip"));
    }
}
