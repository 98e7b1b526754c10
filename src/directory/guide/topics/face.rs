//! Ear, nose and throat; mouth and teeth.

use crate::directory::guide::data::{
    ADULTS_AND_CHILDREN, CHILDREN, NOT_ASKED, Topic, Urgency, kind, sign,
};
use crate::directory::guide::shared::SWELLING;

pub static EAR_NOSE_THROAT: Topic = Topic {
    key: "ear-nose-throat",
    label: "Ear, nose or throat",
    hint: "Earache, hearing, sneezing, sore throat",
    who: ADULTS_AND_CHILDREN,
    signs: &[
        SWELLING,
        sign(
            "airway",
            "Trouble breathing, drooling, or not even able to swallow water",
            "The throat may be closing. Sit upright, stay calm, and call now.",
        ),
        sign(
            "nosebleed",
            "A nosebleed that has not stopped after 15 minutes of pinching the nose",
            "Bleeding that goes on may need to be stopped at a hospital. Lean forward and keep pinching.",
        ),
        sign(
            "behind-ear",
            "A red, sore swelling behind the ear with a fever, or a drooping face",
            "This can spread from the ear to what lies beside it. It needs a hospital.",
        ),
    ],
    kinds: &[
        kind(
            "ear",
            "Earache or a blocked ear",
            "with earache or a blocked ear",
            "otolaryngology",
        )
        .gp_first(),
        kind(
            "hearing",
            "Hearing less, or ringing in the ear",
            "whose hearing has changed",
            "otolaryngology",
        )
        .fresh(Urgency::Today)
        .same_for(CHILDREN),
        kind(
            "nose",
            "A blocked nose, or pain around it",
            "with a blocked nose",
            "otolaryngology",
        )
        .gp_first(),
        kind(
            "sneezing",
            "Sneezing, with an itchy nose or eyes",
            "with sneezing and itching",
            "allergology",
        )
        .or(
            "otolaryngology",
            "when the nose is blocked for most of the year",
        ),
        kind(
            "throat",
            "A sore throat",
            "with a sore throat",
            "otolaryngology",
        )
        .gp_first(),
        kind(
            "voice",
            "A hoarse voice",
            "with a hoarse voice",
            "otolaryngology",
        )
        .gp_first(),
        kind(
            "swallowing",
            "Food goes down badly",
            "with trouble swallowing",
            "gastroenterology",
        )
        .within(Urgency::Week)
        .or("otolaryngology", "when it is felt high in the throat"),
        kind(
            "neck-lump",
            "A lump in the neck",
            "with a lump in the neck",
            "otolaryngology",
        )
        .within(Urgency::Week)
        .or(
            "endocrinology",
            "when the lump is low in the front of the neck",
        ),
        kind(
            "bleeding",
            "Nosebleeds that come back",
            "with nosebleeds",
            "otolaryngology",
        )
        .or(
            "haematology",
            "when there are bruises or bleeding elsewhere too",
        ),
    ],
    meanwhile: &[
        "Drink enough, and rest your voice.",
        "Put nothing into the ear, not even a cotton bud.",
        "A pharmacist can say what may ease it, and what goes with other medicines.",
    ],
};

pub static MOUTH: Topic = Topic {
    key: "mouth",
    label: "Mouth or teeth",
    hint: "Toothache, gums, jaw, sore places",
    who: NOT_ASKED,
    signs: &[
        SWELLING,
        sign(
            "face-swelling",
            "The face or neck is swelling, with a fever or trouble opening the mouth",
            "A swelling from a tooth can spread to the neck and close the airway.",
        ),
        sign(
            "mouth-bleeding",
            "Bleeding in the mouth that does not stop after 20 minutes of pressure",
            "Bleeding that goes on may need to be stopped at a hospital.",
        ),
        sign(
            "jaw-and-chest",
            "Jaw pain together with chest pain, sweating or short breath",
            "Pain like this can come from the heart, and minutes count.",
        ),
    ],
    kinds: &[
        kind("tooth", "Toothache", "with toothache", "dentistry").fresh(Urgency::Week),
        kind(
            "knocked",
            "A tooth was broken or knocked out",
            "with a broken tooth",
            "dentistry",
        )
        .untimed()
        .within(Urgency::Today),
        kind(
            "gums",
            "Sore or bleeding gums",
            "with sore or bleeding gums",
            "dentistry",
        ),
        kind(
            "sore",
            "A sore, lump or patch in the mouth",
            "with a sore place in the mouth",
            "dentistry",
        )
        .within(Urgency::Week)
        .or("otolaryngology", "when it is far back or in the throat"),
        kind(
            "jaw",
            "Jaw pain, or grinding teeth",
            "with jaw pain",
            "dentistry",
        ),
        kind(
            "dry-mouth",
            "A dry mouth or a change of taste",
            "with a dry mouth",
            "dentistry",
        )
        .or("rheumatology", "when the eyes are dry and joints ache too"),
        kind(
            "check",
            "A dental check",
            "who want their teeth checked",
            "dentistry",
        )
        .untimed(),
    ],
    meanwhile: &[
        "Rinse with lukewarm water, and avoid what is very hot, cold or sweet.",
        "A grown-up tooth that came out: hold it by its white part, keep it in milk, and see a dentist within the hour.",
        "A pharmacist can say what may ease the pain, and what goes with other medicines.",
    ],
};
