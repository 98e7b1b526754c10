//! Back, bones and joints; arms and legs.

use crate::directory::guide::data::{
    ADULTS_AND_CHILDREN, CHILDREN, EVERYBODY, NOT_ADULTS, NOT_CHILDREN, PREGNANT, Topic, Urgency,
    kind, sign,
};
use crate::directory::guide::shared::{LEG_AND_BREATH, ONE_SIDE};

pub static BACK: Topic = Topic {
    key: "back",
    label: says!("guide-back"),
    hint: says!("guide-back-hint"),
    who: ADULTS_AND_CHILDREN,
    signs: &[
        sign(
            "numb-saddle",
            says!("guide-back-sign-numb-saddle"),
            says!("guide-back-sign-numb-saddle-why"),
        ),
        sign(
            "broken",
            says!("guide-back-sign-broken"),
            says!("guide-back-sign-broken-why"),
        ),
        sign(
            "tearing",
            says!("guide-back-sign-tearing"),
            says!("guide-back-sign-tearing-why"),
        ),
        sign(
            "hot-joint",
            says!("guide-back-sign-hot-joint"),
            says!("guide-back-sign-hot-joint-why"),
        ),
    ],
    kinds: &[
        kind(
            "spine",
            says!("guide-back-spine"),
            says!("guide-back-spine-people"),
            "orthopaedics",
        )
        .gp_first()
        .or("physical-medicine", says!("guide-back-spine-or")),
        kind(
            "joint",
            says!("guide-back-joint"),
            says!("guide-back-joint-people"),
            "orthopaedics",
        )
        .gp_first(),
        kind(
            "injury",
            says!("guide-back-injury"),
            says!("guide-back-injury-people"),
            "orthopaedics",
        )
        .fresh(Urgency::Week)
        .same_for(CHILDREN)
        .or("physical-medicine", says!("guide-back-injury-or")),
        kind(
            "joints",
            says!("guide-back-joints"),
            says!("guide-back-joints-people"),
            "rheumatology",
        )
        .within(Urgency::Week),
        kind(
            "muscles",
            says!("guide-back-muscles"),
            says!("guide-back-muscles-people"),
            "rheumatology",
        )
        .gp_first(),
        kind(
            "hand",
            says!("guide-back-hand"),
            says!("guide-back-hand-people"),
            "orthopaedics",
        )
        .or("neurology", says!("guide-back-hand-or")),
        kind(
            "growth",
            says!("guide-back-growth"),
            says!("guide-back-growth-people"),
            "orthopaedics",
        )
        .not_for(NOT_CHILDREN),
        kind(
            "weak-bones",
            says!("guide-back-weak-bones"),
            says!("guide-back-weak-bones-people"),
            "endocrinology",
        )
        .untimed()
        .or("rheumatology", says!("guide-back-weak-bones-or")),
    ],
    meanwhile: &[
        says!("guide-back-meanwhile-1"),
        says!("guide-back-meanwhile-2"),
        says!("guide-back-meanwhile-3"),
    ],
};

pub static LIMBS: Topic = Topic {
    key: "limbs",
    label: says!("guide-limbs"),
    hint: says!("guide-limbs-hint"),
    who: EVERYBODY,
    signs: &[
        ONE_SIDE,
        LEG_AND_BREATH,
        sign(
            "cold-limb",
            says!("guide-limbs-sign-cold-limb"),
            says!("guide-limbs-sign-cold-limb-why"),
        ),
        sign(
            "spreading-red",
            says!("guide-limbs-sign-spreading-red"),
            says!("guide-limbs-sign-spreading-red-why"),
        ),
    ],
    kinds: &[
        kind(
            "one-swollen",
            says!("guide-limbs-one-swollen"),
            says!("guide-limbs-one-swollen-people"),
            "vascular-medicine",
        )
        .within(Urgency::Today),
        kind(
            "both-swollen",
            says!("guide-limbs-both-swollen"),
            says!("guide-limbs-both-swollen-people"),
            "internal-medicine",
        )
        .within(Urgency::Week)
        .or("cardiology", says!("guide-limbs-both-swollen-or")),
        kind(
            "veins",
            says!("guide-limbs-veins"),
            says!("guide-limbs-veins-people"),
            "vascular-medicine",
        ),
        kind(
            "walking",
            says!("guide-limbs-walking"),
            says!("guide-limbs-walking-people"),
            "vascular-medicine",
        )
        .within(Urgency::Week)
        .or("orthopaedics", says!("guide-limbs-walking-or"))
        .not_for(CHILDREN),
        kind(
            "wound",
            says!("guide-limbs-wound"),
            says!("guide-limbs-wound-people"),
            "vascular-medicine",
        )
        .within(Urgency::Week)
        .same_for(PREGNANT)
        .or("general-surgery", says!("guide-limbs-wound-or")),
        kind(
            "numb",
            says!("guide-limbs-numb"),
            says!("guide-limbs-numb-people"),
            "neurology",
        )
        .within(Urgency::Week),
        kind(
            "cold",
            says!("guide-limbs-cold"),
            says!("guide-limbs-cold-people"),
            "rheumatology",
        )
        .or("vascular-medicine", says!("guide-limbs-cold-or")),
        kind(
            "nail",
            says!("guide-limbs-nail"),
            says!("guide-limbs-nail-people"),
            "general-surgery",
        )
        .same_for(NOT_ADULTS)
        .or("dermatology", says!("guide-limbs-nail-or")),
    ],
    meanwhile: &[
        says!("guide-limbs-meanwhile-1"),
        says!("guide-limbs-meanwhile-2"),
        says!("guide-limbs-meanwhile-3"),
    ],
};
