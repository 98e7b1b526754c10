//! Chest, heart and breathing.

use crate::directory::guide::data::{
    CHILDREN, EVERYBODY, NOT_ADULTS, NOT_CHILDREN, Topic, Urgency, kind, sign,
};
use crate::directory::guide::shared::{LEG_AND_BREATH, SWELLING};

const BAD_BREATHING: &str = "Bad trouble with breathing must not wait for an appointment.";

pub static CHEST: Topic = Topic {
    key: "chest",
    label: "Chest, heart or breathing",
    hint: "Pain, heartbeat, cough, short breath",
    who: EVERYBODY,
    signs: &[
        sign(
            "crushing",
            "Crushing, heavy or tight pain in the chest, or chest pain with short breath",
            "Pain like this can come from the heart, and minutes count.",
        ),
        sign(
            "spreading",
            "Chest pain that spreads to an arm, the jaw, neck or back, or comes with sweating or feeling sick",
            "Pain that spreads like this can come from the heart, and minutes count.",
        )
        .not_for(CHILDREN),
        sign(
            "breathless",
            "Too short of breath to finish a sentence, or blue or grey lips",
            "The body is not getting enough air.",
        )
        .not_for(CHILDREN),
        sign(
            "coughing-blood",
            "Coughing up more than a few streaks of blood",
            "Bleeding in the lungs can become heavy without warning.",
        ),
        sign(
            "heart-and-faint",
            "A racing or uneven heartbeat with fainting, chest pain or short breath",
            "The heart may not be pumping enough blood.",
        ),
        LEG_AND_BREATH,
        SWELLING,
    ],
    kinds: &[
        kind(
            "pain",
            "Pain or tightness that comes and goes",
            "with chest pain that comes and goes",
            "cardiology",
        )
        .within(Urgency::Week)
        .fresh(Urgency::Today)
        .worst("Very bad chest pain must not wait for an appointment."),
        kind(
            "beat",
            "The heart races, flutters or skips",
            "whose heart races or skips",
            "cardiology",
        )
        .worst_fresh("A heart that has just begun to race badly must be looked at straight away."),
        kind(
            "short-breath",
            "Short of breath on stairs or lying down",
            "who get short of breath",
            "pulmonology",
        )
        .within(Urgency::Week)
        .fresh(Urgency::Today)
        .worst(BAD_BREATHING)
        .or("cardiology", "when the legs swell or the heart races too"),
        kind("cough", "Cough", "with a cough", "pulmonology").gp_first(),
        kind("wheeze", "Wheezing", "who wheeze", "pulmonology")
            .fresh(Urgency::Today)
            .worst(BAD_BREATHING)
            .or("allergology", "when animals, dust or pollen bring it on"),
        kind(
            "burning",
            "Burning behind the breastbone after eating",
            "with burning after meals",
            "gastroenterology",
        )
        .gp_first(),
        kind(
            "pressure",
            "Blood pressure readings that are high",
            "with high readings",
            "internal-medicine",
        )
        .untimed()
        .within(Urgency::Week)
        .or("cardiology", "when medicines do not bring it down"),
        kind(
            "smoking",
            "Help to stop smoking",
            "who want to stop smoking",
            "pulmonology",
        )
        .untimed()
        .same_for(NOT_ADULTS),
        kind(
            "family",
            "A heart check, as heart trouble runs in the family",
            "with heart trouble in the family",
            "cardiology",
        )
        .untimed()
        .same_for(NOT_CHILDREN),
    ],
    meanwhile: &[
        "Take it slowly, and sit upright when breathing is hard.",
        "Do not smoke, and keep away from other people’s smoke.",
        "Write down when it comes, what you were doing and how long it lasts.",
    ],
};
