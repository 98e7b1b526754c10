//! A stand-in for a mail server: it speaks as much SMTP as a letter needs, and keeps what it takes.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A letter that was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    pub to: String,
    /// As it came.
    pub raw: String,
    /// What somebody reads.
    pub text: String,
}

impl Taken {
    /// The value of a header.
    pub fn header(&self, name: &str) -> &str {
        let start = format!("{name}: ");
        let line = self.raw.lines().find_map(|line| line.strip_prefix(&start));
        line.unwrap_or_else(|| panic!("no {name} in {}", self.raw))
    }

    /// The one link in it.
    pub fn link(&self) -> String {
        let links: Vec<_> = self
            .text
            .lines()
            .filter(|line| line.starts_with("http"))
            .collect();
        assert_eq!(links.len(), 1, "{}", self.text);
        links[0].trim().to_owned()
    }

    /// The token of its link.
    pub fn token(&self) -> String {
        let link = self.link();
        let (_, token) = link.split_once("/reset-password?token=").expect(&link);
        assert_eq!(token.len(), 64);
        token.to_owned()
    }
}

/// What is answered to whom a letter is for.
type Answer = Arc<Mutex<&'static str>>;

/// The running stand-in.
pub struct MailServer {
    pub address: SocketAddr,
    taken: Arc<Mutex<Vec<Taken>>>,
    answer: Answer,
    running: JoinHandle<()>,
}

impl MailServer {
    /// On a free port.
    pub async fn start() -> Self {
        Self::at("127.0.0.1:0".parse().unwrap()).await
    }

    /// Where there was one before.
    pub async fn at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let (taken, answer) = (Arc::default(), Answer::new(Mutex::new("250 fine")));
        let address = listener.local_addr().unwrap();
        let running = tokio::spawn(serve(listener, Arc::clone(&taken), Arc::clone(&answer)));
        Self {
            address,
            taken,
            answer,
            running,
        }
    }

    /// The letters so far.
    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }

    /// The one letter so far.
    pub fn only(&self) -> Taken {
        let taken = self.taken();
        assert_eq!(taken.len(), 1, "{taken:?}");
        taken[0].clone()
    }

    /// Answers this to whom letters are for from now on.
    pub fn answers(&self, line: &'static str) {
        *self.answer.lock().unwrap() = line;
    }

    /// Ends it; its port is free then.
    pub async fn stop(self) {
        self.running.abort();
        let _ = self.running.await;
    }
}

async fn serve(listener: TcpListener, taken: Arc<Mutex<Vec<Taken>>>, answer: Answer) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        tokio::spawn(talk(stream, Arc::clone(&taken), Arc::clone(&answer)));
    }
}

async fn talk(stream: TcpStream, taken: Arc<Mutex<Vec<Taken>>>, answer: Answer) -> Option<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 stand-in\r\n").await.ok()?;
    let mut to = String::new();
    loop {
        let line = lines.next_line().await.ok()??;
        let command = line.to_ascii_uppercase();
        let reply = if command.starts_with("EHLO") {
            "250-stand-in\r\n250 8BITMIME"
        } else if command.starts_with("RCPT TO:") {
            to = line["RCPT TO:".len()..]
                .trim_matches(['<', '>', ' '])
                .to_owned();
            *answer.lock().unwrap()
        } else if command == "DATA" {
            write.write_all(b"354 go on\r\n").await.ok()?;
            let mut raw = String::new();
            loop {
                let line = lines.next_line().await.ok()??;
                if line == "." {
                    break;
                }
                raw.push_str(&line);
                raw.push('\n');
            }
            let text = read_body(&raw);
            let to = to.clone();
            taken.lock().unwrap().push(Taken { to, raw, text });
            "250 taken"
        } else if command == "QUIT" {
            write.write_all(b"221 bye\r\n").await.ok()?;
            return Some(());
        } else {
            "250 fine"
        };
        write
            .write_all(format!("{reply}\r\n").as_bytes())
            .await
            .ok()?;
    }
}

/// Decodes base64 and quoted-printable (RFC 2045, sections 6.7 and 6.8).
fn read_body(raw: &str) -> String {
    let (head, body) = raw.split_once("\n\n").unwrap();
    if head.contains("base64") {
        let bytes = STANDARD.decode(body.replace('\n', "")).unwrap();
        return String::from_utf8(bytes).unwrap();
    }
    if !head.contains("quoted-printable") {
        return body.to_owned();
    }
    let joined = body.replace("=\n", "");
    let (mut bytes, mut rest) = (Vec::new(), joined.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        if *first == b'=' {
            let digits = std::str::from_utf8(&after[..2]).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}
