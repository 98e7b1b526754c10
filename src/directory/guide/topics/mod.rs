//! The topics, from the head down, then what has no one place.
//!
//! Each topic is data: what it asks and where it leads. Texts are plain and careful: they
//! name what people notice, never what it is. Whoever changes them has a clinician read them.

mod belly;
mod care;
mod chest;
mod face;
mod head;
mod intimate;
mod mind;
mod movement;
mod skin;
mod whole;

use super::data::Topic;

/// All topics, in the order in which they are offered.
pub static ALL: [&Topic; 16] = [
    &head::HEAD,
    &head::EYES,
    &face::EAR_NOSE_THROAT,
    &face::MOUTH,
    &chest::CHEST,
    &belly::BELLY,
    &belly::URINE,
    &intimate::INTIMATE,
    &movement::BACK,
    &movement::LIMBS,
    &skin::SKIN,
    &mind::MIND,
    &mind::SLEEP,
    &whole::WHOLE,
    &whole::AGEING,
    &care::CARE,
];

/// The topic of a key.
pub fn by_key(key: &str) -> Option<&'static Topic> {
    ALL.iter().copied().find(|topic| topic.key == key)
}
