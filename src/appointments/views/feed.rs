//! `/settings/calendar`: the private address for calendar programs.

use dioxus::prelude::*;

use crate::answer::use_answer;
use crate::app::Problem;
use crate::appointments::api;
use crate::appointments::model::CalendarFeed;
use crate::time::long_date;
use crate::ui::*;

const PATH: &str = "/settings/calendar";
const ACTION: &str = "/api/calendar-feed";

/// Makes an address, shows it once, replaces and removes it.
#[component]
pub fn CalendarPage() -> Element {
    let mut answer = use_answer(api::calendar_feed)?;
    let make = use_form_in(ACTION, "make");
    let remove = use_form_in(ACTION, "remove");
    let toasts = use_toasts();
    let feed = match &*answer.read() {
        Ok(feed) => feed.clone(),
        Err(error) => {
            return rsx! { Problem { error: error.clone(), onretry: move |()| answer.restart() } };
        }
    };
    let label = match feed.since {
        Some(_) => t!("appointments-feed-again"),
        None => t!("appointments-feed-make"),
    };
    rsx! {
        PageTitle { text: t!("accounts-calendar"), form: make }
        div { class: "narrow stack gap-5",
            PageHeader { title: t!("appointments-feed-title"), back: ("/settings".to_owned(), t!("accounts-settings")),
                lede: t!("appointments-feed-lede") }
            section { class: "card stack", aria_labelledby: "address",
                h2 { id: "address", {t!("appointments-feed")} }
                p { {t!("appointments-feed-about")} }
                {told(&feed, toasts)}
                PostForm { form: make, to: PATH, back: PATH,
                    onsaved: move |_: Saved| answer.restart(),
                    if feed.since.is_some() {
                        p { class: "hint", {t!("appointments-feed-again-hint")} }
                    }
                    SubmitButton { form: make, label, kind: if feed.since.is_some() { ButtonKind::Second } else { ButtonKind::Primary } }
                }
                if feed.since.is_some() {
                    PostForm { form: remove, method: "DELETE", to: PATH, back: PATH,
                        onsaved: move |_: Saved| {
                            answer.restart();
                            toasts.success(t!("appointments-feed-removed"));
                        },
                        SubmitButton { form: remove, label: t!("appointments-feed-remove"), kind: ButtonKind::QuietDanger }
                    }
                }
            }
        }
    }
}

/// The address, the one time that it is shown; else since when there is one.
fn told(feed: &CalendarFeed, toasts: Toasts) -> Element {
    let Some(address) = feed.address.clone() else {
        return match feed.since {
            Some(since) => rsx! {
                p { {t!("appointments-feed-since", date = long_date(since.date_naive()))} }
            },
            None => VNode::empty(),
        };
    };
    let (_, rest) = address.split_once("://").unwrap_or(("", &address));
    let subscribe = ["webcal://", rest].concat();
    rsx! {
        Banner { kind: BannerKind::Success, title: t!("appointments-feed-now"),
            p { {t!("appointments-feed-once")} }
        }
        div { class: "field",
            label { r#for: "feed", {t!("availability-address")} }
            input { id: "feed", class: "input", dir: "ltr", readonly: true, autocomplete: "off", spellcheck: "false", "value": "{address}" }
        }
        div { class: "row gap-2",
            button { class: "button second client-only", r#type: "button",
                onclick: move |_| {
                    if browser::copy(&address) {
                        toasts.success(t!("appointments-feed-copied"));
                    } else {
                        browser::focus("feed");
                    }
                },
                {t!("appointments-feed-copy")}
            }
            a { class: "button plain", href: subscribe, {t!("appointments-feed-open")} }
        }
    }
}
