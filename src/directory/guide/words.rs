//! What the guide says besides its topics: questions, how soon, whom to call.

use super::answers::Ask;
use super::data::{Help, How, Since, Topic, Urgency, Who};
use crate::directory::specialties;

/// What the guide is.
pub const WHAT_IT_IS: &str =
    "A few questions lead you to the kind of doctor that people with the same trouble usually see.";
/// What it is not.
pub const NO_DIAGNOSIS: &str =
    "This is not a diagnosis: only somebody who examines you can tell you what is wrong.";
/// What becomes of the answers.
pub const PRIVACY: &str = "We do not keep your answers. They stand in the address of this page, and so in the history of your browser.";
/// The answer that no warning sign is there.
pub const NO_SIGN: &str = "None of these";

/// Who should not be here at all.
pub const EMERGENCY: &str = "Crushing chest pain, hard breathing, sudden weakness on one side, heavy bleeding or thoughts of ending your life?";
/// A directory of people who listen, by country.
pub const CRISIS_LINES: &str = "https://findahelpline.com/";

/// Numbers to call, and where they hold.
pub const NUMBERS: [(&str, &str); 3] = [
    ("112", "Europe and many other countries"),
    ("999", "the United Kingdom"),
    ("911", "North America"),
];

/// A question, as it is asked about this topic.
pub fn question(ask: Ask, topic: Option<&Topic>) -> &'static str {
    match ask {
        Ask::What if topic.is_some_and(Topic::is_of_wishes) => "What do you need?",
        Ask::Where => "Where does it trouble you?",
        Ask::Who => "Who is it for?",
        Ask::Signs => "Is any of this happening now?",
        Ask::What => "What is it like?",
        Ask::Since => "Since when?",
        Ask::How => "How bad is it?",
    }
}

/// What helps to answer it.
pub fn hint(ask: Ask) -> &'static str {
    match ask {
        Ask::Where | Ask::Who => "",
        Ask::Signs => "These can’t wait for an appointment. If several fit, choose any of them.",
        Ask::What => "Choose what troubles you most.",
        Ask::Since => "Think of the first time you noticed it.",
        Ask::How => "Think of how it is at its worst.",
    }
}

/// A question in two words, for the list of answers.
pub fn short(ask: Ask) -> &'static str {
    match ask {
        Ask::Where => "Where",
        Ask::Who => "Who it is for",
        Ask::Signs => "Warning signs",
        Ask::What => "What it is like",
        Ask::Since => "Since when",
        Ask::How => "How bad",
    }
}

/// Label and hint.
pub fn who(who: Who) -> (&'static str, &'static str) {
    match who {
        Who::Adult => ("Me, or another adult", ""),
        Who::Child => ("A child", "Under 16 years"),
        Who::Pregnant => (
            "Somebody who is pregnant",
            "Or who gave birth in the last 6 weeks",
        ),
    }
}

/// Its label.
pub fn since(since: Since) -> &'static str {
    match since {
        Since::Today => "Today or yesterday",
        Since::Days => "A few days",
        Since::Weeks => "Some weeks",
        Since::Months => "Months, or it keeps coming back",
    }
}

/// Label and hint.
pub fn how(how: How) -> (&'static str, &'static str) {
    match how {
        How::Little => ("A little", "I notice it, but can do what I usually do"),
        How::Bad => (
            "It gets in my way",
            "Work, school or everyday things are harder",
        ),
        How::Severe => (
            "Very bad",
            "I can’t do everyday things, or it keeps me from sleeping",
        ),
    }
}

/// How soon, and what if nobody is free. What began in these days may pass by itself.
pub fn urgency(urgency: Urgency, fresh: bool) -> (&'static str, &'static str) {
    match urgency {
        Urgency::Routine if fresh => (
            "A time in the next week or two is usually soon enough",
            "Some complaints pass by themselves in a few days. If yours does not, if it gets worse, or if you are worried, ask for an earlier time.",
        ),
        Urgency::Today => (
            "Try to see or speak to a doctor today",
            "If nobody is free today, call your health advice line or go to an urgent care centre. The line is 111 in the United Kingdom, and 116 117 in parts of Europe. Do not wait for a time that is days away.",
        ),
        Urgency::Week => (
            "Ask for a time in the next few days",
            "If nobody is free that soon, ask a general practitioner or your health advice line. If it gets worse, do not wait for the appointment.",
        ),
        Urgency::Routine => (
            "A time in the next few weeks is usually soon enough",
            "If it gets worse, if something new comes, or if you are worried, ask for an earlier time.",
        ),
    }
}

/// The heading of a red flag.
pub fn call(help: Help) -> &'static str {
    match help {
        Help::Emergency => "Call your emergency number now",
        Help::Maternity => "Call your maternity unit now",
        Help::Crisis => "Get help right now",
    }
}

/// Whom to call, in a sentence.
pub fn whom_to_call(help: Help) -> &'static str {
    match help {
        Help::Emergency => "Do not wait for an appointment, and do not drive yourself.",
        Help::Maternity => {
            "Do not wait for an appointment. If you can’t reach the unit at once, or it is before your first visit there, call your emergency number."
        }
        Help::Crisis => {
            "Call your emergency number or a crisis line, or go to the nearest emergency department. If you can, stay with somebody you trust until help is there."
        }
    }
}

/// What to do until help comes.
pub fn until_help(help: Help) -> &'static [&'static str] {
    match help {
        Help::Emergency => &[
            "Stay with somebody, or ask somebody to come.",
            "Unlock the door, and keep the phone near.",
            "Have ready which medicines are taken, and what began when.",
        ],
        Help::Maternity => &[
            "Have your maternity notes and the week of pregnancy ready.",
            "Ask somebody to stay with you.",
        ],
        Help::Crisis => &[
            "Move away from anything that could hurt.",
            "Tell somebody, by phone or message: “I need you to stay with me now.”",
        ],
    }
}

/// What else is true for these people.
pub fn also(who: Who) -> Option<&'static str> {
    match who {
        Who::Adult => None,
        Who::Child => Some(
            "Children change quickly. Get help today if a child drinks very little, or has no wet nappy or passes no urine for 12 hours. Give a child only medicines meant for children.",
        ),
        Who::Pregnant => Some(
            "Tell your midwife or maternity unit about it too. Ask them or a pharmacist before you take any medicine.",
        ),
    }
}

/// "a cardiologist", "an ear, nose and throat doctor"
pub fn a_doctor(slug: &str) -> String {
    let doctor = specialties::doctor_of(slug);
    let article = match doctor.chars().next() {
        Some('A' | 'E' | 'I' | 'O') => "an",
        _ => "a",
    };
    format!("{article} {}", lower(doctor))
}

/// With a small first letter.
fn lower(text: &str) -> String {
    with_first(text, |first| first.to_lowercase().collect())
}

/// With a capital first letter.
pub fn capital(text: &str) -> String {
    with_first(text, |first| first.to_uppercase().collect())
}

fn with_first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| change(first) + letters.as_str())
        .unwrap_or_default()
}
