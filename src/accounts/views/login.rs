//! Signing in and out.

use dioxus::prelude::*;

use crate::accounts::api;
use crate::accounts::model::{DemoAccount, Viewer};
use crate::answer::use_answer;
use crate::app::{Route, use_session};
use crate::error::Answer;
use crate::ui::*;

/// Where both roles land.
pub const LANDING: &str = "/appointments";

/// A path of this site to go on to, or where people land.
pub fn destination(next: &str) -> String {
    let here = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    if here { next.to_owned() } else { LANDING.to_owned() }
}

/// `/login?next=`
#[component]
pub fn Login(next: ReadSignal<String>) -> Element {
    let form = use_form("/api/auth/login");
    let navigator = use_navigator();
    let mut session = use_session();
    let demo = use_answer(api::demo_accounts)?;
    let to = destination(&next.read());
    let leads = to.clone();
    let back = Route::Login { next: next.read().clone() }.to_string();
    let accounts = demo.get().unwrap_or_default();
    rsx! {
        PageTitle { text: "Sign in", form }
        div { class: "narrow stack",
            PageHeader { title: "Sign in" }
            PostForm {
                form,
                to: to.clone(),
                back,
                onsubmit: move |typed: Values| {
                    let to = leads.clone();
                    form.run(sign_in(typed), move |viewer| {
                        session.enter(viewer);
                        navigator.push(to);
                    });
                },
                TextField { form, name: "email", label: "Email", kind: "email", autocomplete: "username" }
                PasswordField { form, name: "password", label: "Password", autocomplete: "current-password" }
                SubmitButton { form, label: "Sign in" }
            }
            p { "New here? " Link { to: Route::Register {}, "Create an account" } }
            if !accounts.is_empty() {
                section { class: "card stack", aria_labelledby: "demo",
                    h2 { id: "demo", "Demonstration accounts" }
                    p { class: "small quiet", "This server shows made-up people. Choose one to look around as them." }
                    for account in accounts {
                        DemoAccountForm { key: "{account.email}", account: account.clone(), to: to.clone() }
                    }
                }
            }
        }
    }
}

/// Signs in, and learns who that is, so that the next page knows it from its first moment.
async fn sign_in(typed: Values) -> Answer<Option<Viewer>> {
    api::login(typed.optional("email"), typed.optional("password")).await?;
    api::viewer().await
}

/// One press signs in as one of the demonstration's people.
#[component]
fn DemoAccountForm(account: DemoAccount, to: String) -> Element {
    let form = use_form_in("/api/auth/login", &account.label);
    let navigator = use_navigator();
    let mut session = use_session();
    let leads = to.clone();
    rsx! {
        PostForm {
            form,
            to,
            back: "/login",
            class: "row apart",
            summary: false,
            onsubmit: move |typed: Values| {
                let to = leads.clone();
                form.run(sign_in(typed), move |viewer| {
                    session.enter(viewer);
                    navigator.push(to);
                });
            },
            Hidden { name: "email", value: account.email.clone() }
            Hidden { name: "password", value: account.password.clone() }
            span { strong { "{account.label}" } br {} span { class: "small quiet", "{account.email} · {account.password}" } }
            SubmitButton { form, label: "Use this account", kind: ButtonKind::Second, small: true }
        }
    }
}

/// The button that ends this session. The page is loaded anew, so that nothing of it stays.
#[component]
pub fn SignOut() -> Element {
    let form = use_form("/api/auth/logout");
    rsx! {
        PostForm { form, to: "/", back: "/", summary: false, class: "row",
            SubmitButton { form, label: "Sign out", kind: ButtonKind::Plain, small: true }
        }
    }
}
