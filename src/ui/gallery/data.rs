//! What shows data.

use dioxus::prelude::*;

use super::{PATH, part, shelf};
use crate::ui::*;

const STATES: [(&str, &str); 9] = [
    ("pending", "Pending"),
    ("proposed", "Proposed"),
    ("accepted", "Accepted"),
    ("referred", "Referred"),
    ("declined", "Declined"),
    ("cancelled", "Cancelled"),
    ("completed", "Completed"),
    ("no_show", "No-show"),
    ("expired", "Expired"),
];

#[component]
pub fn DataParts() -> Element {
    shelf(
        "data",
        "Data",
        rsx! {
            {part("States and words", rsx! {
                div { class: "row gap-2",
                    for (kind , label) in STATES {
                        StatusPill { key: "{kind}", kind, label }
                    }
                }
                div { class: "row gap-2",
                    Badge { label: "Plain" }
                    Badge { label: "Accent", tone: "accent" }
                    Badge { label: "Amber", tone: "amber" }
                    Badge { label: "Green", tone: "green" }
                    Badge { label: "Red", tone: "red" }
                    Badge { label: "Blue", tone: "blue" }
                }
            })}
            {part("People", rsx! {
                div { class: "row",
                    Avatar { name: "Dr Omar Haddad", size: "small" }
                    Avatar { name: "Ana Reyes" }
                    Avatar { name: "Ines Prado", size: "big" }
                    Avatar { name: "Éric", size: "huge" }
                }
            })}
            div { class: "split even",
                {part("Figures and facts", rsx! {
                    Figures {
                        Figure { label: "Pending", value: "4", note: "one since yesterday" }
                        Figure { label: "Today", value: "7" }
                    }
                    Facts {
                        Fact { label: "Phone", value: "+34 600 000 000" }
                        Fact { label: "Allergies", span { class: "quiet", "Nothing entered" } }
                    }
                })}
                {part("A timeline", rsx! {
                    Timeline {
                        TimelineItem { title: "Accepted", when: "Today, 09:12 UTC", state: "done", quote: "Bring your last results." }
                        TimelineItem { title: "Waits for an answer", when: "by tomorrow, 08:00 UTC", state: "waiting" }
                        TimelineItem { title: "Cancelled", state: "ended" }
                    }
                })}
            }
            {part("A table, and cards on a phone", table())}
            {part("Days and times", times())}
            {part("The rest of a list", rsx! { LoadMore { href: PATH } LoadMore { href: PATH, busy: true, label: "More of the others" } })}
        },
    )
}

fn table() -> Element {
    rsx! {
        table { class: "table to-cards", role: "table",
            caption { class: "visually-hidden", "Visits by weekday" }
            thead { role: "rowgroup",
                tr { role: "row",
                    th { role: "columnheader", scope: "col", "Day" }
                    th { role: "columnheader", scope: "col", "Visits" }
                }
            }
            tbody { role: "rowgroup",
                for (day , visits) in [("Monday", "12"), ("Tuesday", "9")] {
                    tr { key: "{day}", role: "row",
                        th { role: "rowheader", scope: "row", "data-label": "Day", "{day}" }
                        td { role: "cell", class: "number", "data-label": "Visits", "{visits}" }
                    }
                }
            }
        }
    }
}

fn times() -> Element {
    rsx! {
        div { class: "days", role: "group", "aria-label": "Free times",
            for (day , date) in [("Mon", "23 Nov"), ("Tue", "24 Nov")] {
                section { key: "{day}", class: "day",
                    h4 { "{day}" span { "{date}" } }
                    a { class: "time", href: PATH, "09:00" }
                    a { class: "time", href: PATH, "aria-current": "true", "09:30" }
                    p { class: "none", "No free time" }
                }
            }
        }
    }
}
