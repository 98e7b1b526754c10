//! A forgotten password: asking for a link, and choosing a new one by it.

use dioxus::prelude::*;

use crate::ui::*;

/// `/forgot-password` and `/reset-password`. One page: which form stands there depends on whether
/// the browser has opened a link, which the server knows ([`use_word`]). Both forms are left to the
/// browser, since what follows them is told by the server likewise.
#[component]
pub fn ResetPage() -> Element {
    let word = use_word();
    let chooses = word.starts_with("choose");
    let asks = !word.starts_with("closed") && !word.starts_with("sent");
    let (title, action, here, to) = if chooses {
        let title = t!("accounts-new-password-title");
        (
            title,
            "/api/auth/reset-password",
            "/reset-password",
            "/login",
        )
    } else {
        let here = "/forgot-password";
        (
            t!("accounts-forgot"),
            "/api/auth/forgot-password",
            here,
            here,
        )
    };
    let form = use_form(action);
    let send = if chooses {
        t!("accounts-new-password-button")
    } else {
        t!("accounts-forgot-send")
    };
    rsx! {
        PageTitle { text: title.clone(), form }
        div { class: "narrow stack",
            PageHeader { title }
            {told(&word)}
            if asks {
                PostForm { form, to, back: here,
                    if chooses {
                        PasswordField { form, name: "password", label: t!("accounts-new-password"), autocomplete: "new-password",
                            hint: t!("accounts-password-hint") }
                        p { class: "small quiet", {t!("accounts-new-password-note")} }
                    } else {
                        TextField { form, name: "email", label: t!("accounts-email"), kind: "email", autocomplete: "username",
                            hint: t!("accounts-forgot-hint") }
                    }
                    SubmitButton { form, label: send }
                }
            } else if word.starts_with("sent") {
                p { a { href: here, target: "_self", {t!("accounts-forgot-again")} } }
            }
            p { a { href: "/login", {t!("accounts-sign-in")} } }
        }
    }
}

/// What the server has to say to this browser on this page, see `accounts::door`: a word in the
/// first line, then a title and paragraphs.
pub(super) fn use_word() -> String {
    use_server_cached(waiting_word)
}

fn waiting_word() -> String {
    #[cfg(feature = "server")]
    return dioxus::fullstack::FullstackContext::current()
        .and_then(|context| context.extension::<crate::accounts::door::Word>())
        .map(|word| word.0)
        .unwrap_or_default();
    #[cfg(not(feature = "server"))]
    String::new()
}

/// The words of the server, if it has any.
pub(super) fn told(word: &str) -> Element {
    let mut lines = word.split('\n');
    let kind = match lines.next() {
        Some("sent" | "changed") => BannerKind::Success,
        Some("spent") => BannerKind::Error,
        _ => BannerKind::Info,
    };
    let Some(title) = lines.next().map(str::to_owned) else {
        return VNode::empty();
    };
    rsx! {
        Banner { kind, title,
            for line in lines {
                p { "{line}" }
            }
        }
    }
}
