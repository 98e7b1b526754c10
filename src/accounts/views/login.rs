//! Signing in and out.

use dioxus::prelude::*;

use super::reset::{told, use_word};
use crate::accounts::api;
use crate::accounts::model::DemoAccount;
use crate::answer::use_answer;
use crate::app::{is_local, leading_on, use_session};
use crate::ui::*;

/// Where both roles land.
pub const LANDING: &str = "/appointments";

/// A path of this site to go on to, or where people land.
pub fn destination(next: &str) -> String {
    if is_local(next) {
        next.to_owned()
    } else {
        LANDING.to_owned()
    }
}

/// `/login?next=`
#[component]
pub fn Login(next: ReadSignal<String>) -> Element {
    let form = use_form("/api/auth/login");
    let demo = use_answer(api::demo_accounts)?;
    let to = destination(&next.read());
    let onsaved = use_entrance(form, &to);
    let back = leading_on("/login", &next.read());
    let word = use_word();
    let accounts = demo.get().unwrap_or_default();
    rsx! {
        PageTitle { text: t!("accounts-sign-in"), form }
        div { class: "narrow stack",
            PageHeader { title: t!("accounts-sign-in") }
            {told(&word)}
            PostForm {
                form,
                to: to.clone(),
                back,
                onsaved,
                TextField { form, name: "email", label: t!("accounts-email"), kind: "email", autocomplete: "username" }
                PasswordField { form, name: "password", label: t!("accounts-password"), autocomplete: "current-password" }
                SubmitButton { form, label: t!("accounts-sign-in") }
            }
            // Loaded whole: what that page has to say, the server alone knows.
            p { a { href: "/forgot-password", target: "_self", {t!("accounts-forgot")} } }
            p { {t!("accounts-new-here")} " " a { href: leading_on("/register", &next.read()), {t!("accounts-create")} } }
            if !accounts.is_empty() {
                section { class: "card stack", aria_labelledby: "demo",
                    h2 { id: "demo", {t!("accounts-demo")} }
                    p { class: "small quiet", {t!("accounts-demo-hint")} }
                    for account in accounts {
                        DemoAccountForm { key: "{account.email}", account: account.clone(), to: to.clone() }
                    }
                }
            }
        }
    }
}

/// What follows a sign-in: the client learns who that is, so that the next page knows it from
/// its first moment, and goes there.
pub(super) fn use_entrance(form: Form, to: &str) -> EventHandler<Saved> {
    let navigator = use_navigator();
    let mut session = use_session();
    let to = to.to_owned();
    use_callback(move |_: Saved| {
        let to = to.clone();
        form.follow_up(async move {
            session.enter(api::viewer().await?);
            navigator.push(to);
            Ok(())
        });
    })
}

/// One press signs in as one of the demonstration's people.
#[component]
fn DemoAccountForm(account: DemoAccount, to: String) -> Element {
    let form = use_form_in("/api/auth/login", &account.email);
    let onsaved = use_entrance(form, &to);
    rsx! {
        PostForm {
            form,
            to,
            back: "/login",
            class: "row apart",
            summary: false,
            onsaved,
            Hidden { name: "email", value: account.email.clone() }
            Hidden { name: "password", value: account.password.clone() }
            span { strong { "{account.label}" } br {} span { class: "small quiet", "{account.email} · {account.password}" } }
            SubmitButton { form, label: t!("accounts-demo-use"), kind: ButtonKind::Second, small: true }
        }
    }
}

/// The button that ends this session. The page is loaded anew, so that nothing of it stays.
#[component]
pub fn SignOut() -> Element {
    let form = use_form("/api/auth/logout");
    rsx! {
        PostForm { form, to: "/", back: "/", summary: false, class: "row",
            SubmitButton { form, label: t!("accounts-sign-out"), kind: ButtonKind::Plain, small: true }
        }
    }
}
