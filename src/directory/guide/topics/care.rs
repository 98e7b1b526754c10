//! A check, advice, or care that somebody knows they need. Nobody asks since when here.

use crate::directory::guide::data::{Kind, NOT_ASKED, Topic, Urgency, kind, sign};
use crate::directory::guide::shared::FEVER_IN_TREATMENT;

/// A wish that leads to a specialty.
const fn wish(
    key: &'static str,
    label: &'static str,
    people: &'static str,
    to: &'static str,
) -> Kind {
    kind(key, label, people, to).untimed()
}

pub static CARE: Topic = Topic {
    key: "care",
    label: "A check, advice or known illness",
    hint: "Check-up, vaccination, recovery, not sure",
    who: NOT_ASKED,
    signs: &[
        FEVER_IN_TREATMENT,
        sign(
            "wound",
            "After an operation: the wound bleeds or opens, a high fever, or sudden short breath",
            "Trouble after an operation can grow quickly. Tell them which operation it was, and when.",
        ),
        sign(
            "afraid",
            "So ill that it feels wrong to wait",
            "You know yourself best. When it feels wrong to wait, don’t wait.",
        ),
    ],
    kinds: &[
        wish(
            "check-up",
            "A check-up, a vaccination or a prescription",
            "who want a check-up",
            "general-practice",
        ),
        wish(
            "child-check",
            "A child’s check, growth or vaccination",
            "who bring a child for a check",
            "paediatrics",
        ),
        wish(
            "travel",
            "Advice or vaccination before a trip",
            "who plan a trip",
            "infectious-diseases",
        ),
        wish(
            "moving",
            "Getting moving again after an operation, an injury or a long illness",
            "who want to get moving again",
            "physical-medicine",
        )
        .or("orthopaedics", "when a bone or joint still hurts"),
        wish(
            "cancer",
            "Care during or after treatment for cancer",
            "in treatment for cancer, or after it,",
            "oncology",
        )
        .within(Urgency::Week),
        wish(
            "heart",
            "Care for a heart illness that I know of",
            "with a heart illness that they know of",
            "cardiology",
        ),
        wish(
            "hormones",
            "Care for diabetes or the thyroid",
            "who know of diabetes or thyroid trouble",
            "endocrinology",
        ),
        wish(
            "blood-test",
            "A blood test that was not as it should be",
            "with a blood test to be looked into",
            "internal-medicine",
        )
        .or("haematology", "when it was the blood count"),
        wish(
            "eating",
            "An eating plan for an illness or for sport",
            "who want an eating plan",
            "nutrition",
        ),
        wish(
            "allergy-test",
            "An allergy test",
            "who want an allergy test",
            "allergology",
        ),
        wish(
            "operation",
            "An operation that a doctor has advised",
            "who were advised to have an operation",
            "general-surgery",
        ),
        wish(
            "unsure",
            "Something else, or I am not sure",
            "who are not sure",
            "general-practice",
        ),
    ],
    meanwhile: &[
        "Bring letters, test results and the list of your medicines.",
        "Write down your three most important questions.",
    ],
};
