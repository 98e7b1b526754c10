//! Warning signs that several topics share, and those of children and of pregnancy, which
//! come before a topic's own.

use super::data::{CHILDREN, Help, NOT_ADULTS, Sign, sign};

/// Asked wherever it is about a child.
pub static OF_CHILDREN: [Sign; 5] = [
    sign(
        "child-breathing",
        "Working hard to breathe: grunting, skin pulled in under the ribs, or blue lips",
        "A child who has to work hard to breathe can get worse very quickly.",
    ),
    sign(
        "child-drowsy",
        "Floppy, very hard to wake, or a weak or strange cry",
        "A child who can’t be woken properly needs help within minutes.",
    ),
    sign(
        "child-rash",
        "A rash that does not fade when you press a glass on it",
        "A rash like this, above all with a fever, must be looked at straight away.",
    ),
    sign(
        "child-fit",
        "A fit, or a stiff neck with a fever",
        "A fit, or a stiff neck with a fever, must be looked at straight away.",
    ),
    sign(
        "child-baby",
        "A baby under 3 months with a temperature of 38 °C or more",
        "Very young babies can become very ill quickly, and show little of it.",
    ),
];

/// Asked wherever it is about somebody who is pregnant or has just given birth.
pub static OF_PREGNANCY: [Sign; 5] = [
    sign(
        "pregnant-breath",
        "Sudden breathlessness, chest pain, or one leg that is swollen and sore",
        "In pregnancy and after a birth this can come from the blood vessels of the lungs or legs. It can’t wait.",
    ),
    sign(
        "pregnant-bleeding",
        "Bleeding while pregnant, heavy bleeding after a birth, or waters that have broken",
        "This has to be checked straight away, for you and for the baby.",
    )
    .call(Help::Maternity),
    sign(
        "pregnant-headache",
        "A bad headache, seeing spots or blurs, or sudden swelling of the face or hands",
        "This can come from blood pressure that is too high. It has to be measured now.",
    )
    .call(Help::Maternity),
    sign(
        "pregnant-baby",
        "The baby moves less than usual, or not at all",
        "When a baby moves less, it may need help. Don’t wait until tomorrow.",
    )
    .call(Help::Maternity),
    sign(
        "pregnant-pain",
        "Bad tummy pain that does not go away",
        "Pain like this has to be checked straight away, for you and for the baby.",
    )
    .call(Help::Maternity),
];

/// One side of the body gives way.
pub const ONE_SIDE: Sign = sign(
    "one-side",
    "Sudden: one side of the face droops, an arm or leg is weak, or speech is muddled",
    "The brain may need help, and minutes count. Note the time it began, even if it has passed.",
);

/// A swelling that may close the airway.
pub const SWELLING: Sign = sign(
    "swelling",
    "Lips, tongue or throat swelling, or a rash with trouble breathing or feeling faint",
    "A swelling like this can close the way to the lungs. If there is an adrenaline pen, use it now.",
);

/// Spots that stay under a glass.
pub const GLASS: Sign = sign(
    "glass",
    "Purple or dark spots that do not fade when you press a glass on them",
    "A rash that stays under a glass can come with an illness that moves very fast.",
)
.not_for(CHILDREN);

/// A leg and the lungs at once.
pub const LEG_AND_BREATH: Sign = sign(
    "leg-and-breath",
    "One leg swollen and sore, and now short of breath or with chest pain",
    "Leg and chest together can mean that the lungs are in danger. It can’t wait.",
)
.not_for(NOT_ADULTS);

/// Fever while the body can't defend itself.
pub const FEVER_IN_TREATMENT: Sign = sign(
    "fever-in-treatment",
    "A fever or shivering during cancer treatment or with a weak immune system",
    "The body may not be able to defend itself. Your treatment team’s number for emergencies is good too.",
);

/// Somebody may come to harm.
pub const HARM: Sign = sign(
    "harm",
    "Thoughts of ending my life, or of hurting myself or somebody else",
    "You don’t have to carry this alone. There are people who will help you right now.",
)
.call(Help::Crisis);

/// Ill in a way that no list holds.
pub const VERY_ILL: Sign = sign(
    "very-ill",
    "Fever with confusion, fast breathing, or skin that is blue, grey or blotchy",
    "These are signs that the whole body is struggling. It needs a hospital now.",
);
