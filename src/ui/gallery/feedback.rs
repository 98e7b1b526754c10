//! What tells people how things stand.

use dioxus::prelude::*;

use super::{part, shelf, trouble};
use crate::ui::*;

#[component]
pub fn FeedbackParts() -> Element {
    let open = use_signal(|| true);
    shelf(
        "feedback",
        "Feedback",
        rsx! {
            {part("Banners", rsx! {
                Banner { kind: BannerKind::Info, title: "To know", p { "The clinic is closed on Monday." } }
                Banner { kind: BannerKind::Success, title: "Done", p { "Your hours are saved." } }
                Banner { kind: BannerKind::Warning, title: "Take care", p { "Two appointments are on that day." } }
                Banner { kind: BannerKind::Error, title: "That did not work", p { "Nothing was changed." } }
                div { class: "confirm", h3 { "Your request is sent" } p { "The doctor answers by tomorrow." } }
                p { class: "emergency", "In an emergency call your local emergency number." }
            })}
            {part("Out of reach", rsx! { div { class: "shown", {offline_note()} } })}
            {part("Progress", rsx! {
                {progress("Question 3 of 7", Some((3, 7)))}
                {progress("Not begun", Some((0, 7)))}
                {progress("Done", Some((7, 7)))}
                {progress("Sending the picture", None)}
            })}
            div { class: "split even",
                {part("Nothing yet", rsx! {
                    Empty { icon: IconName::Inbox, title: "Nothing here yet",
                        p { "Requests appear as patients send them." }
                        div { class: "row", Button { label: "Set up your hours", kind: ButtonKind::Second } }
                    }
                })}
                {part("Trouble", rsx! { Trouble { error: trouble() } })}
            }
            div { class: "split even",
                {part("On its way", rsx! { SkeletonRows { rows: 3 } SkeletonText { lines: 3 } SkeletonCard {} })}
                {part("Disclosures", rsx! {
                    Disclosure { summary: "Why do we ask?", p { "So that the doctor can prepare." } }
                    Disclosure { summary: "Open from the start", open: true, p { "It was opened already." } }
                    Actions {
                        ActionPanel { label: "Accept", kind: ButtonKind::Primary, p { "A form stands here." } }
                        ActionPanel { label: "Decline", p { "Another form." } }
                    }
                })}
            }
            {part("A dialog", rsx! {
                div { class: "shown",
                    Dialog { id: "gallery-dialog", open, example: true, title: "Leave without saving?",
                        p { "What was typed is lost." }
                        div { class: "form-actions",
                            Button { label: "Leave", kind: ButtonKind::Danger }
                            Button { label: "Stay", kind: ButtonKind::Second }
                        }
                    }
                }
            })}
        },
    )
}
