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
        Some(_) => "Make a new address",
        None => "Make a private address",
    };
    rsx! {
        PageTitle { text: "Calendar", form: make }
        div { class: "narrow stack gap-5",
            PageHeader { title: "Your calendar", back: ("/settings".to_owned(), "Settings".to_owned()),
                lede: "Your calendar program can show your appointments, and follow each change by itself." }
            section { class: "card stack", aria_labelledby: "address",
                h2 { id: "address", "Private address" }
                p { "The program fetches your appointments from an address that only you know. Whoever has it can read when and where they are, but never why." }
                {told(&feed, toasts)}
                PostForm { form: make, to: PATH, back: PATH,
                    onsaved: move |_: Saved| answer.restart(),
                    if feed.since.is_some() {
                        p { class: "hint", "The one you have stops working then." }
                    }
                    SubmitButton { form: make, label, kind: if feed.since.is_some() { ButtonKind::Second } else { ButtonKind::Primary } }
                }
                if feed.since.is_some() {
                    PostForm { form: remove, method: "DELETE", to: PATH, back: PATH,
                        onsaved: move |_: Saved| {
                            answer.restart();
                            toasts.success("The address is removed.");
                        },
                        SubmitButton { form: remove, label: "Remove the address", kind: ButtonKind::QuietDanger }
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
                p { "You have an address since {long_date(since.date_naive())}. We keep no copy of it that we could show." }
            },
            None => VNode::empty(),
        };
    };
    let (_, rest) = address.split_once("://").unwrap_or(("", &address));
    let subscribe = ["webcal://", rest].concat();
    rsx! {
        Banner { kind: BannerKind::Success, title: "Copy the address now",
            p { "It is shown this once. In your calendar program choose “Subscribe” or “Add calendar from address”." }
        }
        div { class: "field",
            label { r#for: "feed", "Address" }
            input { id: "feed", class: "input", readonly: true, autocomplete: "off", spellcheck: "false", "value": "{address}" }
        }
        div { class: "row gap-2",
            button { class: "button second client-only", r#type: "button",
                onclick: move |_| {
                    if browser::copy(&address) {
                        toasts.success("The address is copied.");
                    } else {
                        browser::focus("feed");
                    }
                },
                "Copy"
            }
            a { class: "button plain", href: subscribe, "Open in your calendar program" }
        }
    }
}
