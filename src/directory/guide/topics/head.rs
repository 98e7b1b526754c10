//! The head, and the eyes.

use crate::directory::guide::data::{
    CHILDREN, EVERYBODY, NOT_ASKED, NOT_CHILDREN, Topic, Urgency, kind, sign,
};
use crate::directory::guide::shared::ONE_SIDE;

pub static HEAD: Topic = Topic {
    key: "head",
    label: says!("guide-head"),
    hint: says!("guide-head-hint"),
    who: EVERYBODY,
    signs: &[
        ONE_SIDE,
        sign(
            "sudden-headache",
            says!("guide-head-sign-sudden-headache"),
            says!("guide-head-sign-sudden-headache-why"),
        ),
        sign(
            "stiff-neck",
            says!("guide-head-sign-stiff-neck"),
            says!("guide-head-sign-stiff-neck-why"),
        )
        .not_for(CHILDREN),
        sign(
            "knock",
            says!("guide-head-sign-knock"),
            says!("guide-head-sign-knock-why"),
        ),
        sign(
            "fit",
            says!("guide-head-sign-fit"),
            says!("guide-head-sign-fit-why"),
        )
        .not_for(CHILDREN),
        sign(
            "collapse",
            says!("guide-head-sign-collapse"),
            says!("guide-head-sign-collapse-why"),
        ),
    ],
    kinds: &[
        kind(
            "headache",
            says!("guide-head-headache"),
            says!("guide-head-headache-people"),
            "neurology",
        )
        .gp_first()
        .worst_fresh(says!("guide-head-headache-worst")),
        kind(
            "spinning",
            says!("guide-head-spinning"),
            says!("guide-head-spinning-people"),
            "otolaryngology",
        )
        .gp_first()
        .or("neurology", says!("guide-head-spinning-or")),
        kind(
            "fainting",
            says!("guide-head-fainting"),
            says!("guide-head-fainting-people"),
            "cardiology",
        )
        .within(Urgency::Week)
        .or("neurology", says!("guide-head-fainting-or")),
        kind(
            "memory",
            says!("guide-head-memory"),
            says!("guide-head-memory-people"),
            "neurology",
        )
        .or("geriatrics", says!("guide-head-memory-or"))
        .not_for(CHILDREN),
        kind(
            "shaking",
            says!("guide-head-shaking"),
            says!("guide-head-shaking-people"),
            "neurology",
        ),
        kind(
            "fits",
            says!("guide-head-fits"),
            says!("guide-head-fits-people"),
            "neurology",
        )
        .within(Urgency::Week)
        .same_for(NOT_CHILDREN),
    ],
    meanwhile: &[
        says!("guide-head-meanwhile-1"),
        says!("guide-head-meanwhile-2"),
        says!("guide-head-meanwhile-3"),
    ],
};

pub static EYES: Topic = Topic {
    key: "eyes",
    label: says!("guide-eyes"),
    hint: says!("guide-eyes-hint"),
    who: NOT_ASKED,
    signs: &[
        sign(
            "sight-lost",
            says!("guide-eyes-sign-sight-lost"),
            says!("guide-eyes-sign-sight-lost-why"),
        ),
        sign(
            "eye-hurt",
            says!("guide-eyes-sign-eye-hurt"),
            says!("guide-eyes-sign-eye-hurt-why"),
        ),
        sign(
            "painful-eye",
            says!("guide-eyes-sign-painful-eye"),
            says!("guide-eyes-sign-painful-eye-why"),
        ),
        sign(
            "double",
            says!("guide-eyes-sign-double"),
            says!("guide-eyes-sign-double-why"),
        ),
    ],
    kinds: &[
        kind(
            "sight",
            says!("guide-eyes-sight"),
            says!("guide-eyes-sight-people"),
            "ophthalmology",
        )
        .fresh(Urgency::Today),
        kind(
            "floaters",
            says!("guide-eyes-floaters"),
            says!("guide-eyes-floaters-people"),
            "ophthalmology",
        )
        .within(Urgency::Today),
        kind(
            "red",
            says!("guide-eyes-red"),
            says!("guide-eyes-red-people"),
            "ophthalmology",
        )
        .gp_first(),
        kind(
            "dry",
            says!("guide-eyes-dry"),
            says!("guide-eyes-dry-people"),
            "ophthalmology",
        )
        .or("allergology", says!("guide-eyes-dry-or")),
        kind(
            "lid",
            says!("guide-eyes-lid"),
            says!("guide-eyes-lid-people"),
            "ophthalmology",
        )
        .gp_first(),
        kind(
            "check",
            says!("guide-eyes-check"),
            says!("guide-eyes-check-people"),
            "ophthalmology",
        )
        .untimed(),
    ],
    meanwhile: &[
        says!("guide-eyes-meanwhile-1"),
        says!("guide-eyes-meanwhile-2"),
        says!("guide-eyes-meanwhile-3"),
    ],
};
