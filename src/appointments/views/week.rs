//! A doctor's week.

use dioxus::prelude::*;

use super::desk::tabs;
use crate::answer::use_answer;
use crate::app::Problem;
use crate::appointments::api;
use crate::notifications::views::use_live;
use crate::ui::*;

/// `/appointments?view=week&from=`: the week in which the date lies, this week without one.
#[component]
pub fn WeekCalendar(from: ReadSignal<String>) -> Element {
    let live = use_live();
    let mut answer = use_answer(move || {
        live.tick.read();
        api::week(Some(from.read().clone()))
    })?;
    match &*answer.read() {
        Err(error) => {
            rsx! { Problem { error: error.clone(), onretry: move |()| answer.restart() } }
        }
        Ok(week) => rsx! {
            PageTitle { text: "Week {week.title}" }
            div { class: "stack gap-5",
                PageHeader { title: week.title.clone(), eyebrow: "Week" }
                {tabs("week")}
                nav { class: "row gap-2", aria_label: "Weeks",
                    NavLink { class: "button second small", to: format!("/appointments?view=week&from={}", week.previous), "Previous week" }
                    NavLink { class: "button second small", to: "/appointments?view=week", current: week.current.then_some("true"), "This week" }
                    NavLink { class: "button second small", to: format!("/appointments?view=week&from={}", week.next), "Next week" }
                }
                Made { part: week.calendar.clone() }
            }
        },
    }
}
