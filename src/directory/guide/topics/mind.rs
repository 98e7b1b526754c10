//! Mood, worry and stress; sleep.

use crate::directory::guide::data::{ADULTS_AND_CHILDREN, CHILDREN, Topic, Urgency, kind, sign};
use crate::directory::guide::shared::HARM;

pub static MIND: Topic = Topic {
    key: "mind",
    label: "Mood, worry or stress",
    hint: "Low mood, anxiety, grief, concentration",
    who: ADULTS_AND_CHILDREN,
    signs: &[
        HARM,
        sign(
            "overdose",
            "Too much of a medicine or drug was taken, or there is a bad injury",
            "Some medicines do harm hours later, even to people who feel well. Don’t wait to see.",
        ),
        sign(
            "confused",
            "Sudden confusion, or seeing or hearing things that others do not",
            "When this comes suddenly, the body itself may need treatment now.",
        ),
    ],
    kinds: &[
        kind(
            "low",
            "Feeling low, empty or without hope",
            "who feel low",
            "psychiatry",
        )
        .gp_first()
        .within(Urgency::Week),
        kind(
            "worry",
            "Worry, fear or panic",
            "with worry or panic",
            "psychiatry",
        )
        .gp_first()
        .or("cardiology", "when the heart races without any fear"),
        kind(
            "stress",
            "Stress, or being worn out",
            "who are worn out",
            "psychiatry",
        )
        .gp_first(),
        kind("grief", "Grief, or a shock", "who grieve", "psychiatry").gp_first(),
        kind(
            "focus",
            "Trouble concentrating or sitting still",
            "with trouble concentrating",
            "psychiatry",
        ),
        kind(
            "eating",
            "Trouble with eating, or fear of gaining weight",
            "who have trouble with eating",
            "psychiatry",
        )
        .within(Urgency::Week)
        .or("nutrition", "when one needs help to eat enough"),
        kind(
            "habit",
            "Alcohol, drugs, gambling or screens",
            "who want to stop a habit",
            "psychiatry",
        ),
        kind(
            "odd",
            "Thoughts or moods that feel strange to me",
            "with thoughts that feel strange",
            "psychiatry",
        )
        .within(Urgency::Week),
    ],
    meanwhile: &[
        "Tell somebody you trust how you feel. You don’t need the right words.",
        "Keep to small things that do you good: daylight, a walk, regular meals.",
        "Alcohol and drugs make low moods and worry worse.",
    ],
};

pub static SLEEP: Topic = Topic {
    key: "sleep",
    label: "Sleep",
    hint: "Lying awake, snoring, tired in the day",
    who: ADULTS_AND_CHILDREN,
    signs: &[
        sign(
            "gasping",
            "Waking up fighting for air, and it is no better sitting up",
            "The heart or the lungs may need help now.",
        ),
        HARM,
    ],
    kinds: &[
        kind(
            "awake",
            "Trouble falling or staying asleep",
            "who sleep badly",
            "sleep-medicine",
        )
        .gp_first()
        .or("psychiatry", "when worry or low mood keeps one awake"),
        kind(
            "snoring",
            "Snoring, or pauses in breathing",
            "who snore or stop breathing at night",
            "sleep-medicine",
        )
        .or("otolaryngology", "when the nose is blocked too"),
        kind(
            "sleepy",
            "Sleepy or nodding off in the day",
            "who are sleepy in the day",
            "sleep-medicine",
        )
        .within(Urgency::Week)
        .or(
            "internal-medicine",
            "when one is tired but does not nod off",
        ),
        kind(
            "legs",
            "Legs that will not keep still",
            "whose legs will not keep still",
            "sleep-medicine",
        )
        .or("neurology", "when legs tingle or are weak in the day too"),
        kind(
            "walking",
            "Sleepwalking, or bad dreams",
            "who walk in their sleep or dream badly",
            "sleep-medicine",
        ),
        kind(
            "shifts",
            "Sleep and shift work",
            "who work shifts",
            "sleep-medicine",
        )
        .untimed()
        .not_for(CHILDREN),
    ],
    meanwhile: &[
        "Get up at the same time each day, and keep screens out of bed.",
        "Do not drive or use machines while you are sleepy.",
        "Write down for a week when you sleep and when you wake.",
    ],
};
