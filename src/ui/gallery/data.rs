//! What shows data.

use dioxus::prelude::*;

use super::{PATH, part, shelf};
use crate::ui::table::{Narrow, table};
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
            {part("A table, and cards on a phone", table("Visits by weekday", &["Day", "Visits", "Missed"], visits(), Narrow::Cards))}
            {part("A table that scrolls where it has no room", table("Visits by hour", &HOURS, by_hour(), Narrow::Scrolls))}
            {part("Days and times", times())}
            {part("The rest of a list", rsx! { LoadMore { href: PATH } LoadMore { href: PATH, busy: true, label: "More of the others" } })}
        },
    )
}

const HOURS: [&str; 9] = [
    "Day", "09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00",
];

fn visits() -> Vec<Vec<String>> {
    [["Monday", "12", "1"], ["Tuesday", "9", "0"]]
        .map(|row| row.map(str::to_owned).to_vec())
        .to_vec()
}

fn by_hour() -> Vec<Vec<String>> {
    let row = |day: &str| {
        let visits = (1..HOURS.len()).map(|n| n.to_string());
        [day.to_owned()].into_iter().chain(visits).collect()
    };
    ["Monday", "Wednesday"].map(row).to_vec()
}

fn times() -> Element {
    rsx! {
        div { class: "days", role: "group", "aria-label": "Free times",
            for (day , date) in [("Mon", "23 Nov"), ("Tue", "24 Nov")] {
                section { key: "{day}", class: "day",
                    h3 { "{day}" span { "{date}" } }
                    a { class: "time", href: PATH, "09:00" }
                    a { class: "time", href: PATH, "aria-current": "true", "09:30" }
                    p { class: "none", "No free time" }
                }
            }
        }
    }
}
