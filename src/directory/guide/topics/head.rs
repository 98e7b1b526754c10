//! The head, and the eyes.

use crate::directory::guide::data::{
    CHILDREN, EVERYBODY, NOT_ASKED, NOT_CHILDREN, Topic, Urgency, kind, sign,
};
use crate::directory::guide::shared::ONE_SIDE;

pub static HEAD: Topic = Topic {
    key: "head",
    label: "Head, memory or balance",
    hint: "Headache, dizziness, fainting, fits",
    who: EVERYBODY,
    signs: &[
        ONE_SIDE,
        sign(
            "sudden-headache",
            "A sudden headache, the worst ever, that peaked within minutes",
            "A headache that strikes like this needs a hospital straight away.",
        ),
        sign(
            "stiff-neck",
            "A headache with fever, and a stiff neck or light that hurts",
            "Together these can come with an illness that moves very fast.",
        )
        .not_for(CHILDREN),
        sign(
            "knock",
            "A knock to the head, and now sick, very sleepy or confused, or taking blood thinners",
            "The brain may be hurt even where nothing shows on the outside.",
        ),
        sign(
            "fit",
            "A first fit, a fit of more than 5 minutes, or one fit after another",
            "During a fit the brain is under strain, and the cause has to be found.",
        )
        .not_for(CHILDREN),
        sign(
            "collapse",
            "Fainting with chest pain or during exercise, or not fully awake since",
            "The heart may not be pumping as it should. It has to be checked now.",
        ),
    ],
    kinds: &[
        kind("headache", "Headache", "with headaches", "neurology")
            .gp_first()
            .worst_fresh(
                "A very bad headache that has just begun must be looked at straight away.",
            ),
        kind(
            "spinning",
            "Dizziness: the room spins, or I lose my balance",
            "with spinning or poor balance",
            "otolaryngology",
        )
        .gp_first()
        .or("neurology", "when there are headaches or numbness too"),
        kind(
            "fainting",
            "I fainted, or nearly did",
            "who have fainted",
            "cardiology",
        )
        .within(Urgency::Week)
        .or(
            "neurology",
            "when there were jerks, or it took long to come round",
        ),
        kind(
            "memory",
            "Trouble with memory or thinking",
            "who notice a change in memory",
            "neurology",
        )
        .or("geriatrics", "from about 65, or with several illnesses")
        .not_for(CHILDREN),
        kind(
            "shaking",
            "Shaking, twitching or slow movements",
            "with shaking or slow movements",
            "neurology",
        ),
        kind(
            "fits",
            "Fits now and then, or moments of being far away",
            "with fits",
            "neurology",
        )
        .within(Urgency::Week)
        .same_for(NOT_CHILDREN),
    ],
    meanwhile: &[
        "Rest somewhere quiet, drink water and eat at your usual times.",
        "Write down when it comes, how long it lasts and what came before.",
        "Do not drive, swim or climb while you feel dizzy or after you fainted or had a fit.",
    ],
};

pub static EYES: Topic = Topic {
    key: "eyes",
    label: "Eyes",
    hint: "Sight, redness, pain, dryness",
    who: NOT_ASKED,
    signs: &[
        sign(
            "sight-lost",
            "Sight suddenly lost or much worse, or a shadow like a curtain, even if it passed",
            "Sight can often be saved only if the eye is looked at within hours.",
        ),
        sign(
            "eye-hurt",
            "A chemical in the eye, or something sharp or fast has hit it",
            "For a chemical: rinse the eye with plenty of clean water for 20 minutes, and call meanwhile.",
        ),
        sign(
            "painful-eye",
            "A very painful red eye with blurred sight, feeling sick, or light that hurts",
            "Pressure or swelling in the eye can harm the sight within hours.",
        ),
        sign(
            "double",
            "Suddenly seeing double, or a drooping eyelid with a bad headache",
            "The nerves of the eye may be under pressure. A hospital has to look now.",
        ),
    ],
    kinds: &[
        kind(
            "sight",
            "Blurred or weaker sight",
            "whose sight has changed",
            "ophthalmology",
        )
        .fresh(Urgency::Today),
        kind(
            "floaters",
            "New floating spots or flashes of light",
            "with new spots or flashes",
            "ophthalmology",
        )
        .within(Urgency::Today),
        kind(
            "red",
            "A red, sore or sticky eye",
            "with a red or sticky eye",
            "ophthalmology",
        )
        .gp_first(),
        kind(
            "dry",
            "Dry, itchy or watery eyes",
            "with dry, itchy or watery eyes",
            "ophthalmology",
        )
        .or(
            "allergology",
            "when there is sneezing too, or it comes back each spring",
        ),
        kind(
            "lid",
            "A lump or swelling on an eyelid",
            "with a lump on an eyelid",
            "ophthalmology",
        )
        .gp_first(),
        kind(
            "check",
            "An eye check or new glasses",
            "who want their eyes checked",
            "ophthalmology",
        )
        .untimed(),
    ],
    meanwhile: &[
        "Leave contact lenses out until the eye is well.",
        "Wash your hands before you touch your eyes, and do not rub them.",
        "Do not drive while your sight is blurred.",
    ],
};
