//! Letters: what somebody should learn by e-mail.
//!
//! A letter is a row of the outbox, written in the transaction that causes it ([`post`]), and a
//! worker takes it to the mail server ([`send_due`]). A row says what happened to whom and where to
//! read more, never what: mail lies open on its way, so no health data goes by it. The words are
//! made when it leaves (`words`), and so is the token of a link to a new password, which is
//! therefore nowhere but in the letter.
//!
//! Where no mail server is set nothing is written, since nothing would ever be sent.

mod mailer;
mod outbox;
mod settings;
mod words;
mod worker;

pub use mailer::Mailer;
pub use outbox::{Letter, ask_for_link, forget, post};
pub use settings::{Smtp, read_settings};
pub use worker::send_due;
