//! A check, advice, or care that somebody knows they need. Nobody asks since when here.

use crate::directory::guide::data::{Kind, NOT_ASKED, Topic, Urgency, kind, sign};
use crate::directory::guide::shared::FEVER_IN_TREATMENT;
use crate::texts::Say;

/// A wish that leads to a specialty.
const fn wish(key: &'static str, label: Say, people: Say, to: &'static str) -> Kind {
    kind(key, label, people, to).untimed()
}

pub static CARE: Topic = Topic {
    key: "care",
    label: says!("guide-care"),
    hint: says!("guide-care-hint"),
    who: NOT_ASKED,
    signs: &[
        FEVER_IN_TREATMENT,
        sign(
            "wound",
            says!("guide-care-sign-wound"),
            says!("guide-care-sign-wound-why"),
        ),
        sign(
            "afraid",
            says!("guide-care-sign-afraid"),
            says!("guide-care-sign-afraid-why"),
        ),
    ],
    kinds: &[
        wish(
            "check-up",
            says!("guide-care-check-up"),
            says!("guide-care-check-up-people"),
            "general-practice",
        ),
        wish(
            "child-check",
            says!("guide-care-child-check"),
            says!("guide-care-child-check-people"),
            "paediatrics",
        ),
        wish(
            "travel",
            says!("guide-care-travel"),
            says!("guide-care-travel-people"),
            "infectious-diseases",
        ),
        wish(
            "moving",
            says!("guide-care-moving"),
            says!("guide-care-moving-people"),
            "physical-medicine",
        )
        .or("orthopaedics", says!("guide-care-moving-or")),
        wish(
            "cancer",
            says!("guide-care-cancer"),
            says!("guide-care-cancer-people"),
            "oncology",
        )
        .within(Urgency::Week),
        wish(
            "heart",
            says!("guide-care-heart"),
            says!("guide-care-heart-people"),
            "cardiology",
        ),
        wish(
            "hormones",
            says!("guide-care-hormones"),
            says!("guide-care-hormones-people"),
            "endocrinology",
        ),
        wish(
            "blood-test",
            says!("guide-care-blood-test"),
            says!("guide-care-blood-test-people"),
            "internal-medicine",
        )
        .or("haematology", says!("guide-care-blood-test-or")),
        wish(
            "eating",
            says!("guide-care-eating"),
            says!("guide-care-eating-people"),
            "nutrition",
        ),
        wish(
            "allergy-test",
            says!("guide-care-allergy-test"),
            says!("guide-care-allergy-test-people"),
            "allergology",
        ),
        wish(
            "operation",
            says!("guide-care-operation"),
            says!("guide-care-operation-people"),
            "general-surgery",
        ),
        wish(
            "unsure",
            says!("guide-care-unsure"),
            says!("guide-care-unsure-people"),
            "general-practice",
        ),
    ],
    meanwhile: &[
        says!("guide-care-meanwhile-1"),
        says!("guide-care-meanwhile-2"),
    ],
};
