//! What letters say: that something happened and where to read it, nothing more.

/// A letter's words.
pub struct Text {
    pub subject: &'static str,
    pub body: String,
}

/// A link to choose a new password.
pub fn reset_link(link: &str) -> Text {
    Text {
        subject: "Choose a new password",
        body: format!(
            "Hello,\n\n\
             somebody, probably you, has forgotten the password of your MedAppoint account. \
             Choose a new one here:\n\n\
             {link}\n\n\
             The link is valid for an hour, and once. If you asked for several, the newest counts.\n\n\
             If it wasn’t you, you need not do anything: your password stays as it is.\n"
        ),
    }
}

/// The password has been changed.
pub fn password_changed(ask_again: &str) -> Text {
    Text {
        subject: "Your password was changed",
        body: format!(
            "Hello,\n\n\
             the password of your MedAppoint account was changed just now, and you were signed out \
             everywhere.\n\n\
             If it wasn’t you, choose another one at once:\n\n\
             {ask_again}\n\n\
             and tell your clinic.\n"
        ),
    }
}

/// Something became of an appointment.
pub fn news(link: &str) -> Text {
    Text {
        subject: "There is news about an appointment",
        body: format!(
            "Hello,\n\n\
             there is news about an appointment of yours. Sign in to read it:\n\n\
             {link}\n"
        ),
    }
}
