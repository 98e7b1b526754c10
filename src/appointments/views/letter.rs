//! What goes with a referral, for its two doctors. Functions, not components: see
//! [`crate::ui::portrait`].

use dioxus::prelude::*;

use super::history;
use crate::appointments::model::{Letter, Part, Priority};

/// The word and the shape for what should not wait.
pub fn urgency(letter: Option<&Letter>) -> Element {
    match letter {
        Some(letter) if letter.priority == Priority::Urgent => rsx! {
            span { class: "badge red urgent", {t!("appointments-urgent")} }
        },
        _ => VNode::empty(),
    }
}

/// For the colleague: who referred, why, and the note.
#[cfg(feature = "server")]
pub fn came(letter: &Letter) -> Element {
    let from = &letter.from;
    card(
        "came",
        &ts!("appointments-letter-from", doctor = from),
        letter,
        &[
            (ts!("appointments-letter-why"), Some(&letter.reason)),
            (ts!("appointments-letter-note"), letter.note.as_ref()),
        ],
        &ts!("appointments-letter-from-about", doctor = from),
    )
}

/// For whoever referred: what became of it, and what was written.
#[cfg(feature = "server")]
pub fn went(letter: &Letter) -> Element {
    let outcome = Some(outcome(letter));
    let advice = letter
        .outcome
        .as_ref()
        .and_then(|step| step.advice.as_ref());
    card(
        "went",
        &ts!("appointments-letter-to", doctor = letter.to),
        letter,
        &[
            (ts!("appointments-letter-outcome"), outcome.as_ref()),
            (ts!("appointments-letter-advice"), advice),
            (ts!("appointments-letter-why"), Some(&letter.reason)),
            (ts!("appointments-letter-your-note"), letter.note.as_ref()),
        ],
        &ts!("appointments-letter-theirs"),
    )
}

/// What became of a referral so far, in one line.
pub fn outcome(letter: &Letter) -> String {
    match (&letter.outcome, &letter.seen_at) {
        (Some(step), Some(seen_at)) => t!(
            "appointments-outcome-at",
            step = history::title(step, Part::Doctor),
            when = seen_at.briefly()
        ),
        (Some(step), None) => t!(
            "appointments-outcome",
            step = history::title(step, Part::Doctor),
            day = step.local.short_day(),
            time = step.local.time
        ),
        (None, _) => t!("appointments-waits-for", name = letter.to),
    }
}

#[cfg(feature = "server")]
fn card(
    id: &'static str,
    title: &str,
    letter: &Letter,
    facts: &[(String, Option<&String>)],
    about: &str,
) -> Element {
    rsx! {
        section { class: "card stack", aria_labelledby: id,
            div { class: "row apart",
                h2 { id, "{title}" }
                {urgency(Some(letter))}
            }
            dl { class: "facts lined",
                for (label , text) in facts {
                    if let Some(text) = text {
                        div { key: "{label}",
                            dt { "{label}" }
                            dd { class: "pre-line", dir: "auto", "{text}" }
                        }
                    }
                }
            }
            p { class: "small quiet", "{about}" }
        }
    }
}
