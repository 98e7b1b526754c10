//! The body as a whole; health in older age.

use crate::directory::guide::data::{EVERYBODY, NOT_ASKED, Topic, Urgency, kind, sign};
use crate::directory::guide::shared::{FEVER_IN_TREATMENT, GLASS, ONE_SIDE, VERY_ILL};

pub static WHOLE: Topic = Topic {
    key: "whole",
    label: "The whole body",
    hint: "Fever, tiredness, weight, thirst, glands",
    who: EVERYBODY,
    signs: &[
        VERY_ILL,
        GLASS,
        FEVER_IN_TREATMENT,
        sign(
            "thirst-and-sick",
            "Very thirsty and passing a lot of urine, and now sick, drowsy or breathing fast",
            "The sugar in the blood may be far too high. It has to be measured now.",
        ),
    ],
    kinds: &[
        kind("fever", "Fever", "with a fever", "internal-medicine")
            .gp_first()
            .within(Urgency::Week)
            .or("infectious-diseases", "when it keeps coming back"),
        kind(
            "travel",
            "Fever or feeling ill after a trip abroad",
            "who are ill after a trip",
            "infectious-diseases",
        )
        .within(Urgency::Today),
        kind(
            "insect-bite",
            "A tick or insect bite",
            "with a bite",
            "infectious-diseases",
        )
        .gp_first(),
        kind(
            "bite-wound",
            "A bite by an animal or a person",
            "with a bite wound",
            "general-surgery",
        )
        .gp_first()
        .within(Urgency::Today)
        .or("infectious-diseases", "when the animal may have been ill"),
        kind(
            "tired",
            "Tired all the time",
            "who are always tired",
            "internal-medicine",
        )
        .gp_first()
        .or("haematology", "when one is pale and blood tests were low"),
        kind(
            "losing",
            "Losing weight without trying",
            "who lose weight without trying",
            "internal-medicine",
        )
        .within(Urgency::Week)
        .or(
            "gastroenterology",
            "when the stomach or the stools have changed",
        ),
        kind(
            "gaining",
            "Gaining weight, or too much weight",
            "who want to lose weight",
            "nutrition",
        )
        .or("endocrinology", "when it came fast and without a reason"),
        kind(
            "thirst",
            "Always thirsty, and passing a lot of urine",
            "who are always thirsty",
            "endocrinology",
        )
        .within(Urgency::Today),
        kind(
            "glands",
            "Swollen glands in the neck, armpit or groin",
            "with swollen glands",
            "haematology",
        )
        .gp_first()
        .within(Urgency::Week),
        kind(
            "sweats",
            "Sweating at night, or feeling hot or cold",
            "with sweats",
            "internal-medicine",
        )
        .or("endocrinology", "when the heart races or hands shake too"),
        kind(
            "many",
            "Several things at once",
            "with several complaints",
            "internal-medicine",
        ),
    ],
    meanwhile: &[
        "Rest, drink enough and dress lightly.",
        "Measure your temperature twice a day, and write it down.",
        "Bring the list of your medicines, and say where you went.",
    ],
};

pub static AGEING: Topic = Topic {
    key: "ageing",
    label: "Health in older age",
    hint: "Falls, memory, many medicines, from about 65",
    who: NOT_ASKED,
    signs: &[
        ONE_SIDE,
        sign(
            "bad-fall",
            "A fall with a knock to the head, or not able to get up or stand",
            "Something may be broken or bleeding, even where little shows.",
        ),
        sign(
            "confused",
            "Suddenly much more confused or drowsy than usual",
            "When this comes suddenly, the body itself may need treatment now.",
        ),
        VERY_ILL,
    ],
    kinds: &[
        kind(
            "falls",
            "Falls, or fear of falling",
            "who fall",
            "geriatrics",
        )
        .within(Urgency::Week)
        .or("orthopaedics", "when a bone or joint hurts since the fall"),
        kind(
            "unsteady",
            "Unsteady or slow on my feet",
            "who are unsteady",
            "geriatrics",
        )
        .or("neurology", "when hands shake or feet feel numb too"),
        kind(
            "memory",
            "Memory, or losing the thread",
            "whose memory changes",
            "geriatrics",
        )
        .or("neurology", "below about 65"),
        kind(
            "frail",
            "Weaker, thinner or with little appetite",
            "who become weaker",
            "geriatrics",
        )
        .within(Urgency::Week)
        .or("nutrition", "when the main thing is to eat enough"),
        kind(
            "medicines",
            "Many medicines at once",
            "who take many medicines",
            "geriatrics",
        )
        .untimed()
        .or("internal-medicine", "below about 65"),
        kind(
            "planning",
            "Planning care for me or a parent",
            "who plan care",
            "geriatrics",
        )
        .untimed()
        .or("general-practice", "when one doctor knows the family well"),
    ],
    meanwhile: &[
        "Keep lights on at night, and loose rugs off the floor.",
        "Do not stop a medicine by yourself; write them all down.",
        "Bring somebody who knows you well to the appointment.",
    ],
};
