//! A forgotten password: asking for a link, and choosing a new one by it.

use dioxus::prelude::*;

use crate::ui::*;

/// `/forgot-password` and `/reset-password`. One page: which form stands there depends on whether
/// the browser has opened a link, which the server knows ([`use_word`]). Both forms are left to the
/// browser, since what follows them is told by the server likewise.
#[component]
pub fn ResetPage() -> Element {
    let word = use_word();
    let (word, about) = word.split_once(' ').unwrap_or((&word, ""));
    let chooses = word == "choose";
    let (title, action, here, to) = if chooses {
        (
            "Choose a new password",
            "/api/auth/reset-password",
            "/reset-password",
            "/login",
        )
    } else {
        (
            "Forgot your password?",
            "/api/auth/forgot-password",
            "/forgot-password",
            "/forgot-password",
        )
    };
    let form = use_form(action);
    rsx! {
        PageTitle { text: title, form }
        div { class: "narrow stack",
            PageHeader { title }
            if word.starts_with("spent") {
                Banner { kind: BannerKind::Error, title: "This link is no longer good",
                    p { "It has been used, is more than an hour old, or a newer one was sent. Ask for a new one." }
                }
            }
            if word == "sent" {
                Banner { kind: BannerKind::Success, title: "Look into your mailbox",
                    p { "If there is an account for " strong { "{about}" } ", we’ve sent a link. It is valid for an hour." }
                    p { "Nothing there after some minutes? Look among the junk, and check the address." }
                }
                p { a { href: here, target: "_self", "Try another address, or again" } }
            } else if word.ends_with("no-mail") {
                p { "This clinic’s site sends no email. Ask at your clinic, by phone or at the desk: whoever looks after this site can give you a link with which you choose a new password. It is valid for an hour." }
            } else {
                PostForm { form, to, back: here,
                    if chooses {
                        PasswordField { form, name: "password", label: "New password", autocomplete: "new-password",
                            hint: "At least 12 characters. Three random words are easy to remember." }
                        p { class: "small quiet", "You are signed out everywhere then, and sign in with the new one." }
                    } else {
                        TextField { form, name: "email", label: "Email", kind: "email", autocomplete: "username",
                            hint: "The one you registered with. We send a link to it." }
                    }
                    SubmitButton { form, label: if chooses { "Change password" } else { "Send the link" } }
                }
            }
            p { a { href: "/login", "Back to signing in" } }
        }
    }
}

/// What the server has to say to this browser on this page; see `accounts::door`.
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
