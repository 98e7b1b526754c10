//! Skin, hair and nails.

use crate::directory::guide::data::{
    CHILDREN, EVERYBODY, NOT_ADULTS, NOT_CHILDREN, PREGNANT, Topic, Urgency, kind, sign,
};
use crate::directory::guide::shared::{GLASS, SWELLING};

pub static SKIN: Topic = Topic {
    key: "skin",
    label: says!("guide-skin"),
    hint: says!("guide-skin-hint"),
    who: EVERYBODY,
    signs: &[
        SWELLING,
        GLASS,
        sign(
            "spreading-red",
            says!("guide-skin-sign-spreading-red"),
            says!("guide-skin-sign-spreading-red-why"),
        ),
        sign(
            "peeling",
            says!("guide-skin-sign-peeling"),
            says!("guide-skin-sign-peeling-why"),
        ),
        sign(
            "burn",
            says!("guide-skin-sign-burn"),
            says!("guide-skin-sign-burn-why"),
        ),
    ],
    kinds: &[
        kind(
            "rash",
            says!("guide-skin-rash"),
            says!("guide-skin-rash-people"),
            "dermatology",
        )
        .gp_first(),
        kind(
            "hives",
            says!("guide-skin-hives"),
            says!("guide-skin-hives-people"),
            "allergology",
        )
        .or("dermatology", says!("guide-skin-hives-or")),
        kind(
            "reaction",
            says!("guide-skin-reaction"),
            says!("guide-skin-reaction-people"),
            "allergology",
        )
        .untimed()
        .same_for(NOT_ADULTS),
        kind(
            "mole",
            says!("guide-skin-mole"),
            says!("guide-skin-mole-people"),
            "dermatology",
        )
        .within(Urgency::Week)
        .same_for(NOT_ADULTS),
        kind(
            "acne",
            says!("guide-skin-acne"),
            says!("guide-skin-acne-people"),
            "dermatology",
        )
        .same_for(NOT_ADULTS),
        kind(
            "hair",
            says!("guide-skin-hair"),
            says!("guide-skin-hair-people"),
            "dermatology",
        )
        .same_for(PREGNANT)
        .or("endocrinology", says!("guide-skin-hair-or")),
        kind(
            "nails",
            says!("guide-skin-nails"),
            says!("guide-skin-nails-people"),
            "dermatology",
        )
        .same_for(NOT_ADULTS),
        kind(
            "lump",
            says!("guide-skin-lump"),
            says!("guide-skin-lump-people"),
            "general-surgery",
        )
        .same_for(PREGNANT)
        .or("dermatology", says!("guide-skin-lump-or")),
        kind(
            "boil",
            says!("guide-skin-boil"),
            says!("guide-skin-boil-people"),
            "general-surgery",
        )
        .gp_first()
        .within(Urgency::Week),
        kind(
            "bruises",
            says!("guide-skin-bruises"),
            says!("guide-skin-bruises-people"),
            "haematology",
        )
        .within(Urgency::Week)
        .same_for(PREGNANT),
        kind(
            "check",
            says!("guide-skin-check"),
            says!("guide-skin-check-people"),
            "dermatology",
        )
        .untimed()
        .same_for(NOT_CHILDREN)
        .not_for(CHILDREN),
    ],
    meanwhile: &[
        says!("guide-skin-meanwhile-1"),
        says!("guide-skin-meanwhile-2"),
        says!("guide-skin-meanwhile-3"),
    ],
};
