//! A patient's cases.

use dioxus::prelude::*;

use super::list::{Show, more, row};
use crate::answer::use_answer;
use crate::app::Problem;
use crate::appointments::api;
use crate::notifications::views::use_live;
use crate::ui::*;

/// What the query asks for: `past`, else what is to come.
#[component]
pub fn Cases(status: ReadSignal<String>, cursor: ReadSignal<String>) -> Element {
    let live = use_live();
    let mut answer = use_answer(move || {
        live.tick.read();
        let when = if *status.read() == "past" {
            "past"
        } else {
            "upcoming"
        };
        api::list(
            None,
            Some(when.to_owned()),
            None,
            None,
            Some(cursor.read().clone()),
            None,
        )
    })?;
    let past = *status.read() == "past";
    rsx! {
        PageTitle { text: "Appointments" }
        div { class: "stack gap-5",
            PageHeader { title: "Your appointments",
                actions: rsx! { Link { class: "button", to: "/doctors", "Find a doctor" } } }
            Subnav { label: "Which appointments",
                NavLink { to: "/appointments", current: (!past).then_some("page"), "To come" }
                NavLink { to: "/appointments?status=past", current: past.then_some("page"), "Earlier" }
            }
            match &*answer.read() {
                Err(error) => rsx! { Problem { error: error.clone(), onretry: move |()| answer.restart() } },
                Ok(page) if page.items.is_empty() => rsx! {
                    if past {
                        Empty { icon: IconName::History, title: "Nothing earlier",
                            p { "Appointments that are over, and requests that came to nothing, are kept here." }
                        }
                    } else {
                        Empty { icon: IconName::Calendar, title: "No appointments to come",
                            p { "Find a doctor, choose a free time, and learn here at once what became of your request." }
                            div { class: "row", Link { class: "button", to: "/doctors", "Find a doctor" } }
                        }
                    }
                },
                Ok(page) => rsx! {
                    section { class: "card flush", aria_labelledby: "cases",
                        h2 { id: "cases", class: "visually-hidden", if past { "Earlier" } else { "To come" } }
                        ul { class: "requests",
                            for appointment in &page.items {
                            {row(appointment, Show::Doctor)}
                        }
                        }
                    }
                    if let Some(next) = &page.next {
                        LoadMore { href: more(&status.read(), next) }
                    }
                },
            }
        }
    }
}
