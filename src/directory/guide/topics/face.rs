//! Ear, nose and throat; mouth and teeth.

use crate::directory::guide::data::{
    ADULTS_AND_CHILDREN, CHILDREN, NOT_ASKED, Topic, Urgency, kind, sign,
};
use crate::directory::guide::shared::SWELLING;

pub static EAR_NOSE_THROAT: Topic = Topic {
    key: "ear-nose-throat",
    label: says!("guide-ear-nose-throat"),
    hint: says!("guide-ear-nose-throat-hint"),
    who: ADULTS_AND_CHILDREN,
    signs: &[
        SWELLING,
        sign(
            "airway",
            says!("guide-ear-nose-throat-sign-airway"),
            says!("guide-ear-nose-throat-sign-airway-why"),
        ),
        sign(
            "nosebleed",
            says!("guide-ear-nose-throat-sign-nosebleed"),
            says!("guide-ear-nose-throat-sign-nosebleed-why"),
        ),
        sign(
            "behind-ear",
            says!("guide-ear-nose-throat-sign-behind-ear"),
            says!("guide-ear-nose-throat-sign-behind-ear-why"),
        ),
    ],
    kinds: &[
        kind(
            "ear",
            says!("guide-ear-nose-throat-ear"),
            says!("guide-ear-nose-throat-ear-people"),
            "otolaryngology",
        )
        .gp_first(),
        kind(
            "hearing",
            says!("guide-ear-nose-throat-hearing"),
            says!("guide-ear-nose-throat-hearing-people"),
            "otolaryngology",
        )
        .fresh(Urgency::Today)
        .same_for(CHILDREN),
        kind(
            "nose",
            says!("guide-ear-nose-throat-nose"),
            says!("guide-ear-nose-throat-nose-people"),
            "otolaryngology",
        )
        .gp_first(),
        kind(
            "sneezing",
            says!("guide-ear-nose-throat-sneezing"),
            says!("guide-ear-nose-throat-sneezing-people"),
            "allergology",
        )
        .or("otolaryngology", says!("guide-ear-nose-throat-sneezing-or")),
        kind(
            "throat",
            says!("guide-ear-nose-throat-throat"),
            says!("guide-ear-nose-throat-throat-people"),
            "otolaryngology",
        )
        .gp_first(),
        kind(
            "voice",
            says!("guide-ear-nose-throat-voice"),
            says!("guide-ear-nose-throat-voice-people"),
            "otolaryngology",
        )
        .gp_first(),
        kind(
            "swallowing",
            says!("guide-ear-nose-throat-swallowing"),
            says!("guide-ear-nose-throat-swallowing-people"),
            "gastroenterology",
        )
        .within(Urgency::Week)
        .or(
            "otolaryngology",
            says!("guide-ear-nose-throat-swallowing-or"),
        ),
        kind(
            "neck-lump",
            says!("guide-ear-nose-throat-neck-lump"),
            says!("guide-ear-nose-throat-neck-lump-people"),
            "otolaryngology",
        )
        .within(Urgency::Week)
        .or("endocrinology", says!("guide-ear-nose-throat-neck-lump-or")),
        kind(
            "bleeding",
            says!("guide-ear-nose-throat-bleeding"),
            says!("guide-ear-nose-throat-bleeding-people"),
            "otolaryngology",
        )
        .or("haematology", says!("guide-ear-nose-throat-bleeding-or")),
    ],
    meanwhile: &[
        says!("guide-ear-nose-throat-meanwhile-1"),
        says!("guide-ear-nose-throat-meanwhile-2"),
        says!("guide-ear-nose-throat-meanwhile-3"),
    ],
};

pub static MOUTH: Topic = Topic {
    key: "mouth",
    label: says!("guide-mouth"),
    hint: says!("guide-mouth-hint"),
    who: NOT_ASKED,
    signs: &[
        SWELLING,
        sign(
            "face-swelling",
            says!("guide-mouth-sign-face-swelling"),
            says!("guide-mouth-sign-face-swelling-why"),
        ),
        sign(
            "mouth-bleeding",
            says!("guide-mouth-sign-mouth-bleeding"),
            says!("guide-mouth-sign-mouth-bleeding-why"),
        ),
        sign(
            "jaw-and-chest",
            says!("guide-mouth-sign-jaw-and-chest"),
            says!("guide-mouth-sign-jaw-and-chest-why"),
        ),
    ],
    kinds: &[
        kind(
            "tooth",
            says!("guide-mouth-tooth"),
            says!("guide-mouth-tooth-people"),
            "dentistry",
        )
        .fresh(Urgency::Week),
        kind(
            "knocked",
            says!("guide-mouth-knocked"),
            says!("guide-mouth-knocked-people"),
            "dentistry",
        )
        .untimed()
        .within(Urgency::Today),
        kind(
            "gums",
            says!("guide-mouth-gums"),
            says!("guide-mouth-gums-people"),
            "dentistry",
        ),
        kind(
            "sore",
            says!("guide-mouth-sore"),
            says!("guide-mouth-sore-people"),
            "dentistry",
        )
        .within(Urgency::Week)
        .or("otolaryngology", says!("guide-mouth-sore-or")),
        kind(
            "jaw",
            says!("guide-mouth-jaw"),
            says!("guide-mouth-jaw-people"),
            "dentistry",
        ),
        kind(
            "dry-mouth",
            says!("guide-mouth-dry-mouth"),
            says!("guide-mouth-dry-mouth-people"),
            "dentistry",
        )
        .or("rheumatology", says!("guide-mouth-dry-mouth-or")),
        kind(
            "check",
            says!("guide-mouth-check"),
            says!("guide-mouth-check-people"),
            "dentistry",
        )
        .untimed(),
    ],
    meanwhile: &[
        says!("guide-mouth-meanwhile-1"),
        says!("guide-mouth-meanwhile-2"),
        says!("guide-mouth-meanwhile-3"),
    ],
};
