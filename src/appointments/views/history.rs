//! What happened: the case's timeline.

#[cfg(feature = "server")]
use dioxus::prelude::*;

#[cfg(feature = "server")]
use crate::appointments::model::Priority;
use crate::appointments::model::{Action, Part, Status, Step};
#[cfg(feature = "server")]
use crate::time::Local;
#[cfg(feature = "server")]
use crate::ui::*;

#[cfg(feature = "server")]
/// All steps, the newest first; `part` says who reads.
pub fn history(steps: &[Step], part: Part) -> Element {
    let last = steps.len().saturating_sub(1);
    rsx! {
        section { class: "card stack", aria_labelledby: "history",
            h2 { id: "history", {ts!("appointments-history")} }
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
                            p { class: "small", {ts!("appointments-history-advice")} }
                            blockquote { class: "small", dir: "auto", "{advice}" }
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
    let then = |before: String, doctor: &str| {
        ts!(
            "appointments-history-then",
            before = before,
            doctor = doctor
        )
    };
    let had = referrals
        .map(|step| step.doctor.clone())
        .reduce(|before, doctor| then(before, &doctor))?;
    Some(match steps.last() {
        Some(step) if step.to.is_live() || step.to == Status::Referred => {
            ts!("appointments-history-now", before = had, doctor = last)
        }
        _ => then(had, last),
    })
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
    match reader {
        #[cfg(feature = "server")]
        Part::Patient => to_the_patient(step).unwrap_or_else(|| of_others(step)),
        #[cfg(feature = "server")]
        _ => in_detail(step).unwrap_or_else(|| of_others(step)),
        // The client says it in lists, where a step holds no details.
        #[cfg(not(feature = "server"))]
        _ => of_others(step),
    }
}

/// As the patient reads it, where that is not as others do.
#[cfg(feature = "server")]
fn to_the_patient(step: &Step) -> Option<String> {
    let Step { doctor, .. } = step;
    let you = step.actor.role == Part::Patient;
    Some(match step.action {
        Action::Request if you => ts!("appointments-step-you-asked", doctor = doctor),
        Action::Agree if you => ts!("appointments-step-you-agreed"),
        Action::Move if you => match times(step) {
            Some([was, becomes]) => ts!(
                "appointments-step-you-moved-to",
                becomes = becomes,
                was = was
            ),
            None => ts!("appointments-step-you-moved"),
        },
        Action::Cancel if you => ts!("appointments-step-you-cancelled"),
        Action::Expire if step.from == Some(Status::Proposed) => {
            ts!("appointments-step-you-expired")
        }
        Action::Refer => {
            let actor = &step.actor.full_name;
            let said = match (&step.colleague, step.priority) {
                (Some(colleague), Some(Priority::Urgent)) => ts!(
                    "appointments-step-referred-you-to-urgent",
                    actor = actor,
                    colleague = colleague
                ),
                (Some(colleague), _) => ts!(
                    "appointments-step-referred-you-to",
                    actor = actor,
                    colleague = colleague
                ),
                (None, _) => ts!("appointments-step-referred-you", actor = actor),
            };
            to_another_time(step, said)
        }
        _ => return in_detail(step),
    })
}

/// With what only whom it concerns may know: the colleague and the times.
#[cfg(feature = "server")]
fn in_detail(step: &Step) -> Option<String> {
    let actor = &step.actor.full_name;
    Some(match step.action {
        Action::Refer => {
            let colleague = step.colleague.as_ref()?;
            let said = match step.priority {
                Some(Priority::Urgent) => ts!(
                    "appointments-step-referred-to-urgent",
                    actor = actor,
                    colleague = colleague
                ),
                _ => ts!(
                    "appointments-step-referred-to",
                    actor = actor,
                    colleague = colleague
                ),
            };
            to_another_time(step, said)
        }
        Action::Suggest => {
            let [was, becomes] = times(step)?;
            ts!(
                "appointments-step-suggested-to",
                actor = actor,
                becomes = becomes,
                was = was
            )
        }
        Action::Move => {
            let [was, becomes] = times(step)?;
            ts!(
                "appointments-step-moved-to",
                actor = actor,
                becomes = becomes,
                was = was
            )
        }
        _ => return None,
    })
}

/// The step as a sentence about others, without details.
fn of_others(step: &Step) -> String {
    let Step { doctor, .. } = step;
    let actor = &step.actor.full_name;
    match step.action {
        Action::Request => t!("appointments-step-asked", actor = actor, doctor = doctor),
        Action::Accept => t!("appointments-step-accepted", actor = actor),
        Action::Decline => t!("appointments-step-declined", actor = actor),
        Action::Refer => t!("appointments-step-referred", actor = actor),
        Action::Suggest => t!("appointments-step-suggested", actor = actor),
        Action::Agree => t!("appointments-step-agreed", actor = actor),
        Action::Move => t!("appointments-step-moved", actor = actor),
        Action::Cancel if step.actor.role == Part::System => t!("appointments-step-given-up"),
        Action::Cancel => t!("appointments-step-cancelled", actor = actor),
        Action::Expire if step.from == Some(Status::Proposed) => {
            t!("appointments-step-expired-patient")
        }
        Action::Expire => t!("appointments-step-expired", doctor = doctor),
        Action::Complete => t!("appointments-step-completed", actor = actor),
        Action::NoShow => t!("appointments-step-no-show", actor = actor),
    }
}

/// With the times, where a referral changed them.
#[cfg(feature = "server")]
fn to_another_time(step: &Step, said: String) -> String {
    match times(step) {
        Some([was, becomes]) => ts!(
            "appointments-step-at-instead",
            step = said,
            becomes = becomes,
            was = was
        ),
        None => said,
    }
}

/// The time before and the time that is suggested or asked for, for whoever may read them.
#[cfg(feature = "server")]
fn times(step: &Step) -> Option<[String; 2]> {
    Some([step.was.as_ref()?, step.becomes.as_ref()?].map(Local::briefly))
}
