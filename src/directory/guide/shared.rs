//! Warning signs that several topics share, and those of children and of pregnancy, which
//! come before a topic's own.

use super::data::{CHILDREN, Help, NOT_ADULTS, Sign, sign};

/// Asked wherever it is about a child.
pub static OF_CHILDREN: [Sign; 5] = [
    sign(
        "child-breathing",
        says!("guide-sign-child-breathing"),
        says!("guide-sign-child-breathing-why"),
    ),
    sign(
        "child-drowsy",
        says!("guide-sign-child-drowsy"),
        says!("guide-sign-child-drowsy-why"),
    ),
    sign(
        "child-rash",
        says!("guide-sign-child-rash"),
        says!("guide-sign-child-rash-why"),
    ),
    sign(
        "child-fit",
        says!("guide-sign-child-fit"),
        says!("guide-sign-child-fit-why"),
    ),
    sign(
        "child-baby",
        says!("guide-sign-child-baby"),
        says!("guide-sign-child-baby-why"),
    ),
];

/// Asked wherever it is about somebody who is pregnant or has just given birth.
pub static OF_PREGNANCY: [Sign; 5] = [
    sign(
        "pregnant-breath",
        says!("guide-sign-pregnant-breath"),
        says!("guide-sign-pregnant-breath-why"),
    ),
    sign(
        "pregnant-bleeding",
        says!("guide-sign-pregnant-bleeding"),
        says!("guide-sign-pregnant-bleeding-why"),
    )
    .call(Help::Maternity),
    sign(
        "pregnant-headache",
        says!("guide-sign-pregnant-headache"),
        says!("guide-sign-pregnant-headache-why"),
    )
    .call(Help::Maternity),
    sign(
        "pregnant-baby",
        says!("guide-sign-pregnant-baby"),
        says!("guide-sign-pregnant-baby-why"),
    )
    .call(Help::Maternity),
    sign(
        "pregnant-pain",
        says!("guide-sign-pregnant-pain"),
        says!("guide-sign-pregnant-pain-why"),
    )
    .call(Help::Maternity),
];

/// One side of the body gives way.
pub const ONE_SIDE: Sign = sign(
    "one-side",
    says!("guide-sign-one-side"),
    says!("guide-sign-one-side-why"),
);

/// A swelling that may close the airway.
pub const SWELLING: Sign = sign(
    "swelling",
    says!("guide-sign-swelling"),
    says!("guide-sign-swelling-why"),
);

/// Spots that stay under a glass.
pub const GLASS: Sign = sign(
    "glass",
    says!("guide-sign-glass"),
    says!("guide-sign-glass-why"),
)
.not_for(CHILDREN);

/// A leg and the lungs at once.
pub const LEG_AND_BREATH: Sign = sign(
    "leg-and-breath",
    says!("guide-sign-leg-and-breath"),
    says!("guide-sign-leg-and-breath-why"),
)
.not_for(NOT_ADULTS);

/// Fever while the body can't defend itself.
pub const FEVER_IN_TREATMENT: Sign = sign(
    "fever-in-treatment",
    says!("guide-sign-fever-in-treatment"),
    says!("guide-sign-fever-in-treatment-why"),
);

/// Somebody may come to harm.
pub const HARM: Sign = sign(
    "harm",
    says!("guide-sign-harm"),
    says!("guide-sign-harm-why"),
)
.call(Help::Crisis);

/// Ill in a way that no list holds.
pub const VERY_ILL: Sign = sign(
    "very-ill",
    says!("guide-sign-very-ill"),
    says!("guide-sign-very-ill-why"),
);
