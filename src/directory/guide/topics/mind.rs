//! Mood, worry and stress; sleep.

use crate::directory::guide::data::{ADULTS_AND_CHILDREN, CHILDREN, Topic, Urgency, kind, sign};
use crate::directory::guide::shared::HARM;

pub static MIND: Topic = Topic {
    key: "mind",
    label: says!("guide-mind"),
    hint: says!("guide-mind-hint"),
    who: ADULTS_AND_CHILDREN,
    signs: &[
        HARM,
        sign(
            "overdose",
            says!("guide-mind-sign-overdose"),
            says!("guide-mind-sign-overdose-why"),
        ),
        sign(
            "confused",
            says!("guide-mind-sign-confused"),
            says!("guide-mind-sign-confused-why"),
        ),
    ],
    kinds: &[
        kind(
            "low",
            says!("guide-mind-low"),
            says!("guide-mind-low-people"),
            "psychiatry",
        )
        .gp_first()
        .within(Urgency::Week),
        kind(
            "worry",
            says!("guide-mind-worry"),
            says!("guide-mind-worry-people"),
            "psychiatry",
        )
        .gp_first()
        .or("cardiology", says!("guide-mind-worry-or")),
        kind(
            "stress",
            says!("guide-mind-stress"),
            says!("guide-mind-stress-people"),
            "psychiatry",
        )
        .gp_first(),
        kind(
            "grief",
            says!("guide-mind-grief"),
            says!("guide-mind-grief-people"),
            "psychiatry",
        )
        .gp_first(),
        kind(
            "focus",
            says!("guide-mind-focus"),
            says!("guide-mind-focus-people"),
            "psychiatry",
        ),
        kind(
            "eating",
            says!("guide-mind-eating"),
            says!("guide-mind-eating-people"),
            "psychiatry",
        )
        .within(Urgency::Week)
        .or("nutrition", says!("guide-mind-eating-or")),
        kind(
            "habit",
            says!("guide-mind-habit"),
            says!("guide-mind-habit-people"),
            "psychiatry",
        ),
        kind(
            "odd",
            says!("guide-mind-odd"),
            says!("guide-mind-odd-people"),
            "psychiatry",
        )
        .within(Urgency::Week),
    ],
    meanwhile: &[
        says!("guide-mind-meanwhile-1"),
        says!("guide-mind-meanwhile-2"),
        says!("guide-mind-meanwhile-3"),
    ],
};

pub static SLEEP: Topic = Topic {
    key: "sleep",
    label: says!("guide-sleep"),
    hint: says!("guide-sleep-hint"),
    who: ADULTS_AND_CHILDREN,
    signs: &[
        sign(
            "gasping",
            says!("guide-sleep-sign-gasping"),
            says!("guide-sleep-sign-gasping-why"),
        ),
        HARM,
    ],
    kinds: &[
        kind(
            "awake",
            says!("guide-sleep-awake"),
            says!("guide-sleep-awake-people"),
            "sleep-medicine",
        )
        .gp_first()
        .or("psychiatry", says!("guide-sleep-awake-or")),
        kind(
            "snoring",
            says!("guide-sleep-snoring"),
            says!("guide-sleep-snoring-people"),
            "sleep-medicine",
        )
        .or("otolaryngology", says!("guide-sleep-snoring-or")),
        kind(
            "sleepy",
            says!("guide-sleep-sleepy"),
            says!("guide-sleep-sleepy-people"),
            "sleep-medicine",
        )
        .within(Urgency::Week)
        .or("internal-medicine", says!("guide-sleep-sleepy-or")),
        kind(
            "legs",
            says!("guide-sleep-legs"),
            says!("guide-sleep-legs-people"),
            "sleep-medicine",
        )
        .or("neurology", says!("guide-sleep-legs-or")),
        kind(
            "walking",
            says!("guide-sleep-walking"),
            says!("guide-sleep-walking-people"),
            "sleep-medicine",
        ),
        kind(
            "shifts",
            says!("guide-sleep-shifts"),
            says!("guide-sleep-shifts-people"),
            "sleep-medicine",
        )
        .untimed()
        .not_for(CHILDREN),
    ],
    meanwhile: &[
        says!("guide-sleep-meanwhile-1"),
        says!("guide-sleep-meanwhile-2"),
        says!("guide-sleep-meanwhile-3"),
    ],
};
