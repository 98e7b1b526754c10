//! Back, bones and joints; arms and legs.

use crate::directory::guide::data::{
    ADULTS_AND_CHILDREN, CHILDREN, EVERYBODY, NOT_ADULTS, NOT_CHILDREN, PREGNANT, Topic, Urgency,
    kind, sign,
};
use crate::directory::guide::shared::{LEG_AND_BREATH, ONE_SIDE};

pub static BACK: Topic = Topic {
    key: "back",
    label: "Back, bones or joints",
    hint: "Back, neck, knee, hip, shoulder, a sprain",
    who: ADULTS_AND_CHILDREN,
    signs: &[
        sign(
            "numb-saddle",
            "Back pain with no feeling between the legs, weak legs, or new trouble going to the toilet",
            "The nerves in the back may be squeezed. They need help within hours.",
        ),
        sign(
            "broken",
            "A limb that looks bent, a bone that shows, or no weight on it after a fall",
            "A bone may be out of place, and can cut off blood or nerves. Keep it still.",
        ),
        sign(
            "tearing",
            "Sudden tearing pain in the back, or back pain with chest pain or fainting",
            "Pain like this can come from the heart or a large blood vessel.",
        ),
        sign(
            "hot-joint",
            "A hot, very painful joint with a fever",
            "A joint like this can be harmed within a day.",
        ),
    ],
    kinds: &[
        kind(
            "spine",
            "Back or neck pain",
            "with back or neck pain",
            "orthopaedics",
        )
        .gp_first()
        .or(
            "physical-medicine",
            "when one has to get moving again after a long time",
        ),
        kind(
            "joint",
            "One joint: knee, hip, shoulder, hand or foot",
            "with a painful joint",
            "orthopaedics",
        )
        .gp_first(),
        kind(
            "injury",
            "A sprain or a sports injury",
            "with a sprain or an injury",
            "orthopaedics",
        )
        .fresh(Urgency::Week)
        .same_for(CHILDREN)
        .or(
            "physical-medicine",
            "when it has healed and strength has to come back",
        ),
        kind(
            "joints",
            "Several joints, stiff or swollen, most of all in the morning",
            "with several stiff or swollen joints",
            "rheumatology",
        )
        .within(Urgency::Week),
        kind(
            "muscles",
            "Muscles that ache all over",
            "with aching muscles",
            "rheumatology",
        )
        .gp_first(),
        kind(
            "hand",
            "A hand that tingles or goes numb, often at night",
            "whose hand tingles or goes numb",
            "orthopaedics",
        )
        .or("neurology", "when both hands or the feet tingle too"),
        kind(
            "growth",
            "The way a child walks or stands, or a curved back",
            "with a curved back or an unusual walk",
            "orthopaedics",
        )
        .not_for(NOT_CHILDREN),
        kind(
            "weak-bones",
            "Bones that have become weak",
            "with weak bones",
            "endocrinology",
        )
        .untimed()
        .or("rheumatology", "when joints hurt as well"),
    ],
    meanwhile: &[
        "Keep moving gently where you can. Long rest in bed often makes it worse.",
        "After a sprain: rest it, cool it through a cloth, and raise it.",
        "A pharmacist can say what may ease the pain, and what goes with other medicines.",
    ],
};

pub static LIMBS: Topic = Topic {
    key: "limbs",
    label: "Arms, legs or feet",
    hint: "Swelling, veins, numbness, a wound",
    who: EVERYBODY,
    signs: &[
        ONE_SIDE,
        LEG_AND_BREATH,
        sign(
            "cold-limb",
            "An arm or leg that is suddenly cold, pale and painful",
            "It may not be getting blood, and can be saved only within hours.",
        ),
        sign(
            "spreading-red",
            "Red, hot skin that spreads fast, or comes with a fever and shivering",
            "This can spread to the blood, and needs treatment within hours.",
        ),
    ],
    kinds: &[
        kind(
            "one-swollen",
            "One arm or leg is swollen, warm or sore",
            "with one swollen arm or leg",
            "vascular-medicine",
        )
        .within(Urgency::Today),
        kind(
            "both-swollen",
            "Both legs are swollen",
            "with swollen legs",
            "internal-medicine",
        )
        .within(Urgency::Week)
        .or("cardiology", "when one is short of breath on stairs too"),
        kind(
            "veins",
            "Veins that bulge, ache or itch",
            "with veins that bulge or ache",
            "vascular-medicine",
        ),
        kind(
            "walking",
            "Legs that hurt on walking, and stop when I stand still",
            "whose legs hurt on walking",
            "vascular-medicine",
        )
        .within(Urgency::Week)
        .or("orthopaedics", "when the pain comes from the back or hip")
        .not_for(CHILDREN),
        kind(
            "wound",
            "A wound on the leg or foot that does not heal",
            "with a wound that does not heal",
            "vascular-medicine",
        )
        .within(Urgency::Week)
        .same_for(PREGNANT)
        .or("general-surgery", "when it is deep or has to be cleaned"),
        kind(
            "numb",
            "Numbness, tingling or weakness that came slowly",
            "with numbness or tingling",
            "neurology",
        )
        .within(Urgency::Week),
        kind(
            "cold",
            "Fingers or toes that turn white or blue in the cold",
            "whose fingers turn white in the cold",
            "rheumatology",
        )
        .or("vascular-medicine", "when the feet stay cold all day"),
        kind(
            "nail",
            "An ingrown toenail",
            "with an ingrown toenail",
            "general-surgery",
        )
        .same_for(NOT_ADULTS)
        .or("dermatology", "when the nail has changed its look"),
    ],
    meanwhile: &[
        "Put the legs up when you rest, and move the feet often when you sit long.",
        "Look at your feet each day if you feel less in them.",
        "Cover a wound with a clean dressing, and keep it dry.",
    ],
};
