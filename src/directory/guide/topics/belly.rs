//! Stomach and bowel; bladder and kidneys.

use crate::directory::guide::data::{
    CHILDREN, EVERYBODY, NOT_ADULTS, NOT_CHILDREN, PREGNANT, Topic, Urgency, kind, sign,
};

pub static BELLY: Topic = Topic {
    key: "belly",
    label: "Stomach or bowel",
    hint: "Pain, feeling sick, stools, a bulge",
    who: EVERYBODY,
    signs: &[
        sign(
            "hard-belly",
            "Sudden, very bad tummy pain, or a tummy that is hard or hurts at a touch",
            "Pain like this may need an operation within hours.",
        )
        .not_for(PREGNANT),
        sign(
            "blood",
            "Vomiting blood, or stools that are black and sticky or full of blood",
            "Bleeding inside can become heavy without warning.",
        ),
        sign(
            "blocked",
            "Being sick again and again, with a swollen tummy and no stools or wind",
            "The bowel may be blocked, and that can’t wait.",
        ),
        sign(
            "faint",
            "Tummy pain with fainting, or with pain in the chest or shoulder",
            "The pain may come from bleeding inside, or from the heart.",
        )
        .not_for(CHILDREN),
        sign(
            "yellow",
            "Yellow skin or eyes, with a fever or bad pain",
            "This needs a hospital on the same day.",
        ),
        sign(
            "stuck-bulge",
            "A bulge that is suddenly hard and sore and won’t go back",
            "A part of the bowel may be trapped and lose its blood.",
        ),
    ],
    kinds: &[
        kind(
            "pain",
            "Stomach ache or cramps",
            "with stomach ache",
            "gastroenterology",
        )
        .gp_first()
        .worst_fresh("Very bad tummy pain that has just begun must be looked at straight away."),
        kind(
            "heartburn",
            "Heartburn, or food that comes back up",
            "with heartburn",
            "gastroenterology",
        )
        .gp_first(),
        kind(
            "sick",
            "Feeling sick or being sick",
            "who feel sick",
            "gastroenterology",
        )
        .gp_first(),
        kind("loose", "Diarrhoea", "with diarrhoea", "gastroenterology")
            .gp_first()
            .or("infectious-diseases", "after a trip abroad"),
        kind(
            "hard-stools",
            "Constipation or bloating",
            "with constipation or bloating",
            "gastroenterology",
        )
        .gp_first()
        .or("nutrition", "when it has to do with what one eats"),
        kind(
            "bleeding",
            "A little blood in the stool or on the paper",
            "who notice blood",
            "gastroenterology",
        )
        .within(Urgency::Week)
        .or("general-surgery", "when there is a sore lump at the bottom"),
        kind(
            "bottom",
            "A lump, pain or itching at the bottom",
            "with trouble at the bottom",
            "general-surgery",
        )
        .gp_first()
        .or("gastroenterology", "when the stools have changed too"),
        kind(
            "bulge",
            "A bulge in the groin or the tummy wall",
            "with a bulge",
            "general-surgery",
        ),
        kind(
            "food",
            "Some foods do not agree with me",
            "who can’t eat some foods",
            "gastroenterology",
        )
        .or(
            "allergology",
            "when the mouth itches or swells, or the skin reacts",
        )
        .same_for(NOT_ADULTS),
    ],
    meanwhile: &[
        "Drink small sips often. Eat light meals once you feel like it.",
        "Wash your hands well, above all before you cook for others.",
        "Write down what you ate, and when it hurts.",
    ],
};

pub static URINE: Topic = Topic {
    key: "urine",
    label: "Bladder, kidneys or testicles",
    hint: "Burning, going often, blood, a lump",
    who: EVERYBODY,
    signs: &[
        sign(
            "no-urine",
            "Not able to pass any urine",
            "A full bladder that can’t empty is painful and harms the kidneys.",
        ),
        sign(
            "testicle-pain",
            "Sudden, bad pain in a testicle",
            "A testicle in sudden pain can often be saved, but only within a few hours.",
        ),
        sign(
            "side-and-fever",
            "Fever or shivering with pain in the side or back",
            "This can spread to the blood, and needs treatment within hours.",
        ),
        sign(
            "blood-clots",
            "A lot of blood or lumps of blood in the urine",
            "Lumps can block the bladder, and heavy bleeding can’t wait.",
        ),
        sign(
            "numb-saddle",
            "New leaking or no feeling between the legs, with back pain",
            "The nerves in the back may be squeezed. They need help within hours.",
        )
        .not_for(CHILDREN),
    ],
    kinds: &[
        kind(
            "burning",
            "Burning or stinging when I go",
            "with burning",
            "urology",
        )
        .gp_first(),
        kind(
            "often",
            "Going often, at night, or leaking",
            "who go often or leak",
            "urology",
        )
        .or("gynaecology", "after births, or around the menopause"),
        kind(
            "blood",
            "Blood in the urine",
            "with blood in the urine",
            "urology",
        )
        .within(Urgency::Week)
        .or("nephrology", "when the urine foams or the ankles swell too"),
        kind(
            "stream",
            "A weak stream, or it is slow to start",
            "with a weak stream",
            "urology",
        )
        .same_for(NOT_ADULTS),
        kind(
            "foam",
            "Foamy urine, or swelling around eyes and ankles",
            "with foamy urine or swelling",
            "nephrology",
        )
        .within(Urgency::Week),
        kind(
            "waves",
            "Pain in the side that comes in waves",
            "with pain in the side",
            "urology",
        )
        .within(Urgency::Week)
        .worst("Very bad pain in the side must be looked at straight away."),
        kind("wetting", "Bed-wetting", "who wet the bed", "paediatrics").not_for(NOT_CHILDREN),
        kind(
            "testicle",
            "A lump or swelling in a testicle",
            "with a lump in a testicle",
            "urology",
        )
        .within(Urgency::Week)
        .same_for(CHILDREN)
        .not_for(PREGNANT),
        kind(
            "erection",
            "Trouble with erections",
            "with trouble with erections",
            "urology",
        )
        .or(
            "endocrinology",
            "when there is tiredness and less desire too",
        )
        .not_for(NOT_ADULTS),
        kind(
            "values",
            "Kidney values that were not as they should be",
            "with kidney values to be checked",
            "nephrology",
        )
        .untimed(),
    ],
    meanwhile: &[
        "Drink as much as usual, unless a doctor has told you to drink less.",
        "Write down how often you go, and what you notice.",
        "Bring the list of your medicines to the appointment.",
    ],
};
