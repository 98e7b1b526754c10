//! Skin, hair and nails.

use crate::directory::guide::data::{
    CHILDREN, EVERYBODY, NOT_ADULTS, NOT_CHILDREN, PREGNANT, Topic, Urgency, kind, sign,
};
use crate::directory::guide::shared::{GLASS, SWELLING};

pub static SKIN: Topic = Topic {
    key: "skin",
    label: "Skin, hair or nails",
    hint: "Rash, itching, a mole, a lump, bruises",
    who: EVERYBODY,
    signs: &[
        SWELLING,
        GLASS,
        sign(
            "spreading-red",
            "Red, hot skin that spreads fast, or comes with a fever and shivering",
            "This can spread to the blood, and needs treatment within hours.",
        ),
        sign(
            "peeling",
            "Skin that blisters or peels in large patches, or a rash with sore eyes and mouth",
            "The skin may be losing its protection. It needs a hospital.",
        ),
        sign(
            "burn",
            "A burn larger than a hand, or on the face, hands, feet or private parts",
            "Cool it under cool running water for 20 minutes, and call meanwhile.",
        ),
    ],
    kinds: &[
        kind(
            "rash",
            "A rash or itching",
            "with a rash or itching",
            "dermatology",
        )
        .gp_first(),
        kind(
            "hives",
            "Raised itchy patches that come and go",
            "with itchy patches that come and go",
            "allergology",
        )
        .or("dermatology", "when each patch stays for days"),
        kind(
            "reaction",
            "A reaction to a sting, a food or a medicine in the past",
            "who have reacted to something",
            "allergology",
        )
        .untimed()
        .same_for(NOT_ADULTS),
        kind(
            "mole",
            "A mole or spot that is new or changes",
            "with a mole that changes",
            "dermatology",
        )
        .within(Urgency::Week)
        .same_for(NOT_ADULTS),
        kind("acne", "Spots or acne", "with spots", "dermatology").same_for(NOT_ADULTS),
        kind("hair", "Hair loss", "who lose hair", "dermatology")
            .same_for(PREGNANT)
            .or("endocrinology", "when tiredness or weight change comes too"),
        kind(
            "nails",
            "Nails that change",
            "whose nails change",
            "dermatology",
        )
        .same_for(NOT_ADULTS),
        kind(
            "lump",
            "A lump under the skin",
            "with a lump under the skin",
            "general-surgery",
        )
        .same_for(PREGNANT)
        .or("dermatology", "when the skin over it has changed"),
        kind(
            "boil",
            "A boil, or a wound that gets sore",
            "with a boil or a sore wound",
            "general-surgery",
        )
        .gp_first()
        .within(Urgency::Week),
        kind(
            "bruises",
            "Bruises that come easily",
            "who bruise easily",
            "haematology",
        )
        .within(Urgency::Week)
        .same_for(PREGNANT),
        kind(
            "check",
            "A check of the whole skin",
            "who want their skin checked",
            "dermatology",
        )
        .untimed()
        .same_for(NOT_CHILDREN)
        .not_for(CHILDREN),
    ],
    meanwhile: &[
        "Use plain creams without perfume, and keep the skin cool.",
        "Try not to scratch, and keep nails short.",
        "Take a photo of it today, so that the doctor sees how it changes.",
    ],
};
