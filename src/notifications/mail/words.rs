//! What letters say: that something happened and where to read it, nothing more.

/// A letter's words.
pub struct Text {
    pub subject: String,
    pub body: String,
}

/// Paragraphs, the address on a line of its own.
fn letter(subject: String, before: String, address: &str, after: &[String]) -> Text {
    let mut body = [
        ts!("notifications-letter-hello"),
        before,
        address.to_owned(),
    ]
    .join("\n\n");
    for paragraph in after {
        body.push_str("\n\n");
        body.push_str(paragraph);
    }
    body.push('\n');
    Text { subject, body }
}

/// A link to choose a new password.
pub fn reset_link(link: &str) -> Text {
    letter(
        ts!("notifications-letter-reset-subject"),
        ts!("notifications-letter-reset"),
        link,
        &[
            ts!("notifications-letter-reset-valid"),
            ts!("notifications-letter-reset-not-you"),
        ],
    )
}

/// The password has been changed.
pub fn password_changed(ask_again: &str) -> Text {
    let before = [
        ts!("notifications-letter-changed"),
        ts!("notifications-letter-changed-not-you"),
    ];
    letter(
        ts!("notifications-letter-changed-subject"),
        before.join("\n\n"),
        ask_again,
        &[ts!("notifications-letter-changed-tell")],
    )
}

/// Something became of an appointment.
pub fn news(link: &str) -> Text {
    letter(
        ts!("notifications-letter-news-subject"),
        ts!("notifications-letter-news"),
        link,
        &[],
    )
}
