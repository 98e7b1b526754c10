//! `/guide`: from what troubles somebody to a kind of doctor.
//!
//! The answers stand in the address, each step is a plain form or links, and only the server
//! makes them (`parts`): the client shows what comes.

#[cfg(feature = "server")]
mod end;
#[cfg(feature = "server")]
mod parts;

#[cfg(feature = "server")]
pub use parts::guide_step;

use dioxus::prelude::*;

use crate::answer::use_answer;
use crate::directory::api;
use crate::ui::*;

/// `/guide?where=&who=&signs=&what=&since=&how=&at=`
#[component]
pub fn GuidePage(asked: ReadSignal<String>) -> Element {
    let mut answer = use_answer(move || api::guide(asked.read().clone()))?;
    match &*answer.read() {
        Ok(step) => rsx! {
            PageTitle { text: step.title.clone() }
            div { class: "stack gap-5",
                // A list of one: another step is another heading, which takes the focus anew.
                for _ in [()] {
                    PageHeader {
                        key: "{step.title}",
                        title: step.title.clone(),
                        eyebrow: step.eyebrow.clone(),
                        lede: step.lede.clone(),
                        back: step.back.clone().map(|back| (back, "Back".to_owned())),
                    }
                }
                Made { part: step.part.clone() }
            }
        },
        Err(error) => rsx! {
            PageTitle { text: "Symptom guide" }
            Trouble { error: error.clone(), onretry: move |()| answer.restart() }
        },
    }
}
