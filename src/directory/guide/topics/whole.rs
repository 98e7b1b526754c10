//! The body as a whole; health in older age.

use crate::directory::guide::data::{EVERYBODY, NOT_ASKED, Topic, Urgency, kind, sign};
use crate::directory::guide::shared::{FEVER_IN_TREATMENT, GLASS, ONE_SIDE, VERY_ILL};

pub static WHOLE: Topic = Topic {
    key: "whole",
    label: says!("guide-whole"),
    hint: says!("guide-whole-hint"),
    who: EVERYBODY,
    signs: &[
        VERY_ILL,
        GLASS,
        FEVER_IN_TREATMENT,
        sign(
            "thirst-and-sick",
            says!("guide-whole-sign-thirst-and-sick"),
            says!("guide-whole-sign-thirst-and-sick-why"),
        ),
    ],
    kinds: &[
        kind(
            "fever",
            says!("guide-whole-fever"),
            says!("guide-whole-fever-people"),
            "internal-medicine",
        )
        .gp_first()
        .within(Urgency::Week)
        .or("infectious-diseases", says!("guide-whole-fever-or")),
        kind(
            "travel",
            says!("guide-whole-travel"),
            says!("guide-whole-travel-people"),
            "infectious-diseases",
        )
        .within(Urgency::Today),
        kind(
            "insect-bite",
            says!("guide-whole-insect-bite"),
            says!("guide-whole-insect-bite-people"),
            "infectious-diseases",
        )
        .gp_first(),
        kind(
            "bite-wound",
            says!("guide-whole-bite-wound"),
            says!("guide-whole-bite-wound-people"),
            "general-surgery",
        )
        .gp_first()
        .within(Urgency::Today)
        .or("infectious-diseases", says!("guide-whole-bite-wound-or")),
        kind(
            "tired",
            says!("guide-whole-tired"),
            says!("guide-whole-tired-people"),
            "internal-medicine",
        )
        .gp_first()
        .or("haematology", says!("guide-whole-tired-or")),
        kind(
            "losing",
            says!("guide-whole-losing"),
            says!("guide-whole-losing-people"),
            "internal-medicine",
        )
        .within(Urgency::Week)
        .or("gastroenterology", says!("guide-whole-losing-or")),
        kind(
            "gaining",
            says!("guide-whole-gaining"),
            says!("guide-whole-gaining-people"),
            "nutrition",
        )
        .or("endocrinology", says!("guide-whole-gaining-or")),
        kind(
            "thirst",
            says!("guide-whole-thirst"),
            says!("guide-whole-thirst-people"),
            "endocrinology",
        )
        .within(Urgency::Today),
        kind(
            "glands",
            says!("guide-whole-glands"),
            says!("guide-whole-glands-people"),
            "haematology",
        )
        .gp_first()
        .within(Urgency::Week),
        kind(
            "sweats",
            says!("guide-whole-sweats"),
            says!("guide-whole-sweats-people"),
            "internal-medicine",
        )
        .or("endocrinology", says!("guide-whole-sweats-or")),
        kind(
            "many",
            says!("guide-whole-many"),
            says!("guide-whole-many-people"),
            "internal-medicine",
        ),
    ],
    meanwhile: &[
        says!("guide-whole-meanwhile-1"),
        says!("guide-whole-meanwhile-2"),
        says!("guide-whole-meanwhile-3"),
    ],
};

pub static AGEING: Topic = Topic {
    key: "ageing",
    label: says!("guide-ageing"),
    hint: says!("guide-ageing-hint"),
    who: NOT_ASKED,
    signs: &[
        ONE_SIDE,
        sign(
            "bad-fall",
            says!("guide-ageing-sign-bad-fall"),
            says!("guide-ageing-sign-bad-fall-why"),
        ),
        sign(
            "confused",
            says!("guide-ageing-sign-confused"),
            says!("guide-ageing-sign-confused-why"),
        ),
        VERY_ILL,
    ],
    kinds: &[
        kind(
            "falls",
            says!("guide-ageing-falls"),
            says!("guide-ageing-falls-people"),
            "geriatrics",
        )
        .within(Urgency::Week)
        .or("orthopaedics", says!("guide-ageing-falls-or")),
        kind(
            "unsteady",
            says!("guide-ageing-unsteady"),
            says!("guide-ageing-unsteady-people"),
            "geriatrics",
        )
        .or("neurology", says!("guide-ageing-unsteady-or")),
        kind(
            "memory",
            says!("guide-ageing-memory"),
            says!("guide-ageing-memory-people"),
            "geriatrics",
        )
        .or("neurology", says!("guide-ageing-memory-or")),
        kind(
            "frail",
            says!("guide-ageing-frail"),
            says!("guide-ageing-frail-people"),
            "geriatrics",
        )
        .within(Urgency::Week)
        .or("nutrition", says!("guide-ageing-frail-or")),
        kind(
            "medicines",
            says!("guide-ageing-medicines"),
            says!("guide-ageing-medicines-people"),
            "geriatrics",
        )
        .untimed()
        .or("internal-medicine", says!("guide-ageing-medicines-or")),
        kind(
            "planning",
            says!("guide-ageing-planning"),
            says!("guide-ageing-planning-people"),
            "geriatrics",
        )
        .untimed()
        .or("general-practice", says!("guide-ageing-planning-or")),
    ],
    meanwhile: &[
        says!("guide-ageing-meanwhile-1"),
        says!("guide-ageing-meanwhile-2"),
        says!("guide-ageing-meanwhile-3"),
    ],
};
