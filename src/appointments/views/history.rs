//! What happened: the case's timeline.

#[cfg(feature = "server")]
use dioxus::prelude::*;

use super::list::briefly;
use crate::appointments::model::{Action, Part, Priority, Status, Step};
#[cfg(feature = "server")]
use crate::ui::*;

#[cfg(feature = "server")]
/// All steps, the newest first; `part` says who reads.
pub fn history(steps: &[Step], part: Part) -> Element {
    let last = steps.len().saturating_sub(1);
    rsx! {
        section { class: "card stack", aria_labelledby: "history",
            h2 { id: "history", "What happened" }
            if let Some(chain) = chain(steps).filter(|_| part == Part::Patient) {
                p { class: "small", "{chain}" }
            }
            Timeline {
                for (n , step) in steps.iter().enumerate().rev() {
                    TimelineItem {
                        title: title(step, part),
                        when: format!("{} {}", step.local.short_day(), step.local.time),
                        state: if n == last { state(step.to) } else { "done" },
                        quote: step.reason.clone(),
                        if let Some(advice) = &step.advice {
                            p { class: "small", "Advice" }
                            blockquote { class: "small", "{advice}" }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(feature = "server")]
/// Who had the case and who has it now, where it was referred.
fn chain(steps: &[Step]) -> Option<String> {
    let referrals = steps.iter().filter(|step| step.action == Action::Refer);
    let last = referrals.clone().next_back()?.colleague.as_deref()?;
    let had: Vec<&str> = referrals.map(|step| step.doctor.as_str()).collect();
    let now = match steps.last() {
        Some(step) if step.to.is_live() || step.to == Status::Referred => "now",
        _ => "then",
    };
    Some(format!("{}, {now} {last}", had.join(", then ")))
}

#[cfg(feature = "server")]
fn state(to: Status) -> &'static str {
    match to {
        Status::Declined | Status::Cancelled | Status::NoShow | Status::Expired => "ended",
        Status::Pending | Status::Proposed => "waiting",
        _ => "done",
    }
}

/// The step as a sentence for whoever reads it.
pub fn title(step: &Step, reader: Part) -> String {
    let you = step.actor.role == reader && reader == Part::Patient;
    let actor = if you {
        "You"
    } else {
        step.actor.full_name.as_str()
    };
    match step.action {
        Action::Request => format!("{actor} asked {}", step.doctor),
        Action::Accept => format!("{actor} accepted"),
        Action::Decline => format!("{actor} declined"),
        Action::Refer => {
            let colleague = step.colleague.as_deref().unwrap_or("a colleague");
            let whom = match reader {
                Part::Patient => "you",
                _ => "the patient",
            };
            let urgent = match step.priority {
                Some(Priority::Urgent) => ", as urgent",
                _ => "",
            };
            format!("{actor} referred {whom} to {colleague}{urgent}")
        }
        Action::Suggest => format!("{actor} suggested {}", other_time(step)),
        Action::Agree => format!("{actor} agreed to the suggested time"),
        Action::Move => format!("{actor} asked for {}", other_time(step)),
        Action::Cancel if step.actor.role == Part::System => "The other time was given up".into(),
        Action::Cancel => format!("{actor} cancelled"),
        Action::Expire => {
            let silent = match (step.from, reader) {
                (Some(Status::Proposed), Part::Patient) => "You",
                (Some(Status::Proposed), _) => "The patient",
                _ => step.doctor.as_str(),
            };
            format!("{silent} did not answer in time")
        }
        Action::Complete => format!("{actor} noted that the visit took place"),
        Action::NoShow => format!("{actor} noted that the patient did not come"),
    }
}

/// "Thu 26 Nov, 10:00, in place of Wed 25 Nov, 09:30", for whoever may read it.
fn other_time(step: &Step) -> String {
    match (&step.was, &step.becomes) {
        (Some(was), Some(becomes)) => {
            format!("{}, in place of {}", briefly(becomes), briefly(was))
        }
        _ => "another time".to_owned(),
    }
}
