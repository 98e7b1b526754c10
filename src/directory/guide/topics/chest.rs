//! Chest, heart and breathing.

use crate::directory::guide::data::{
    CHILDREN, EVERYBODY, NOT_ADULTS, NOT_CHILDREN, Topic, Urgency, kind, sign,
};
use crate::directory::guide::shared::{LEG_AND_BREATH, SWELLING};
use crate::texts::Say;

const BAD_BREATHING: Say = says!("guide-chest-bad-breathing");

pub static CHEST: Topic = Topic {
    key: "chest",
    label: says!("guide-chest"),
    hint: says!("guide-chest-hint"),
    who: EVERYBODY,
    signs: &[
        sign(
            "crushing",
            says!("guide-chest-sign-crushing"),
            says!("guide-chest-sign-crushing-why"),
        ),
        sign(
            "spreading",
            says!("guide-chest-sign-spreading"),
            says!("guide-chest-sign-spreading-why"),
        )
        .not_for(CHILDREN),
        sign(
            "breathless",
            says!("guide-chest-sign-breathless"),
            says!("guide-chest-sign-breathless-why"),
        )
        .not_for(CHILDREN),
        sign(
            "coughing-blood",
            says!("guide-chest-sign-coughing-blood"),
            says!("guide-chest-sign-coughing-blood-why"),
        ),
        sign(
            "heart-and-faint",
            says!("guide-chest-sign-heart-and-faint"),
            says!("guide-chest-sign-heart-and-faint-why"),
        ),
        LEG_AND_BREATH,
        SWELLING,
    ],
    kinds: &[
        kind(
            "pain",
            says!("guide-chest-pain"),
            says!("guide-chest-pain-people"),
            "cardiology",
        )
        .within(Urgency::Week)
        .fresh(Urgency::Today)
        .worst(says!("guide-chest-pain-worst")),
        kind(
            "beat",
            says!("guide-chest-beat"),
            says!("guide-chest-beat-people"),
            "cardiology",
        )
        .worst_fresh(says!("guide-chest-beat-worst")),
        kind(
            "short-breath",
            says!("guide-chest-short-breath"),
            says!("guide-chest-short-breath-people"),
            "pulmonology",
        )
        .within(Urgency::Week)
        .fresh(Urgency::Today)
        .worst(BAD_BREATHING)
        .or("cardiology", says!("guide-chest-short-breath-or")),
        kind(
            "cough",
            says!("guide-chest-cough"),
            says!("guide-chest-cough-people"),
            "pulmonology",
        )
        .gp_first(),
        kind(
            "wheeze",
            says!("guide-chest-wheeze"),
            says!("guide-chest-wheeze-people"),
            "pulmonology",
        )
        .fresh(Urgency::Today)
        .worst(BAD_BREATHING)
        .or("allergology", says!("guide-chest-wheeze-or")),
        kind(
            "burning",
            says!("guide-chest-burning"),
            says!("guide-chest-burning-people"),
            "gastroenterology",
        )
        .gp_first(),
        kind(
            "pressure",
            says!("guide-chest-pressure"),
            says!("guide-chest-pressure-people"),
            "internal-medicine",
        )
        .untimed()
        .within(Urgency::Week)
        .or("cardiology", says!("guide-chest-pressure-or")),
        kind(
            "smoking",
            says!("guide-chest-smoking"),
            says!("guide-chest-smoking-people"),
            "pulmonology",
        )
        .untimed()
        .same_for(NOT_ADULTS),
        kind(
            "family",
            says!("guide-chest-family"),
            says!("guide-chest-family-people"),
            "cardiology",
        )
        .untimed()
        .same_for(NOT_CHILDREN),
    ],
    meanwhile: &[
        says!("guide-chest-meanwhile-1"),
        says!("guide-chest-meanwhile-2"),
        says!("guide-chest-meanwhile-3"),
    ],
};
