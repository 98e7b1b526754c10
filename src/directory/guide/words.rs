//! What the guide says besides its topics: questions, how soon, whom to call.

use super::answers::Ask;
use super::data::{Help, How, Since, Topic, Urgency, Who};
use crate::texts::Say;

/// What the guide is.
pub const WHAT_IT_IS: Say = says!("guide-what-it-is");
/// What it is not.
pub const NO_DIAGNOSIS: Say = says!("guide-no-diagnosis");
/// What becomes of the answers.
pub const PRIVACY: Say = says!("guide-privacy");
/// The answer that no warning sign is there.
pub const NO_SIGN: Say = says!("guide-no-sign");

/// The words of [`urgency`] that lead to general practice.
pub const ASK_GP: Say = says!("guide-ask-gp");

/// Who should not be here at all.
pub const EMERGENCY: Say = says!("guide-emergency");
/// A directory of people who listen, by country.
pub const CRISIS_LINES: &str = "https://findahelpline.com/";

/// A number to call.
pub struct Number {
    pub digits: &'static str,
    /// Where it holds, in a sentence of all numbers: with the comma or full stop after it.
    pub whence: Say,
    /// On a button.
    pub call: Say,
}

/// Numbers to call, and where they hold.
pub const NUMBERS: [Number; 3] = [
    Number {
        digits: "112",
        whence: says!("guide-number-112"),
        call: says!("guide-call-112"),
    },
    Number {
        digits: "999",
        whence: says!("guide-number-999"),
        call: says!("guide-call-999"),
    },
    Number {
        digits: "911",
        whence: says!("guide-number-911"),
        call: says!("guide-call-911"),
    },
];

/// A question, as it is asked about this topic.
pub fn question(ask: Ask, topic: Option<&Topic>) -> Say {
    match ask {
        Ask::What if topic.is_some_and(Topic::is_of_wishes) => says!("guide-ask-wish"),
        Ask::Where => says!("guide-ask-where"),
        Ask::Who => says!("guide-ask-who"),
        Ask::Signs => says!("guide-ask-signs"),
        Ask::What => says!("guide-ask-what"),
        Ask::Since => says!("guide-ask-since"),
        Ask::How => says!("guide-ask-how"),
    }
}

/// What helps to answer it.
pub fn hint(ask: Ask) -> Option<Say> {
    match ask {
        Ask::Where | Ask::Who => None,
        Ask::Signs => Some(says!("guide-ask-signs-hint")),
        Ask::What => Some(says!("guide-ask-what-hint")),
        Ask::Since => Some(says!("guide-ask-since-hint")),
        Ask::How => Some(says!("guide-ask-how-hint")),
    }
}

/// A question in two words, for the list of answers.
pub fn short(ask: Ask) -> Say {
    match ask {
        Ask::Where => says!("guide-ask-where-short"),
        Ask::Who => says!("guide-ask-who-short"),
        Ask::Signs => says!("guide-ask-signs-short"),
        Ask::What => says!("guide-ask-what-short"),
        Ask::Since => says!("guide-ask-since-short"),
        Ask::How => says!("guide-ask-how-short"),
    }
}

/// Label and hint.
pub fn who(who: Who) -> (Say, Option<Say>) {
    match who {
        Who::Adult => (says!("guide-who-adult"), None),
        Who::Child => (
            says!("guide-who-child"),
            Some(says!("guide-who-child-hint")),
        ),
        Who::Pregnant => (
            says!("guide-who-pregnant"),
            Some(says!("guide-who-pregnant-hint")),
        ),
    }
}

/// Its label.
pub fn since(since: Since) -> Say {
    match since {
        Since::Today => says!("guide-since-today"),
        Since::Days => says!("guide-since-days"),
        Since::Weeks => says!("guide-since-weeks"),
        Since::Months => says!("guide-since-months"),
    }
}

/// Label and hint.
pub fn how(how: How) -> (Say, Option<Say>) {
    match how {
        How::Little => (
            says!("guide-how-little"),
            Some(says!("guide-how-little-hint")),
        ),
        How::Bad => (says!("guide-how-bad"), Some(says!("guide-how-bad-hint"))),
        How::Severe => (
            says!("guide-how-severe"),
            Some(says!("guide-how-severe-hint")),
        ),
    }
}

/// How soon, and what if nobody is free. What began in these days may pass by itself.
pub fn urgency(urgency: Urgency, fresh: bool) -> (Say, Say) {
    match urgency {
        Urgency::Routine if fresh => (says!("guide-soon-fresh"), says!("guide-soon-fresh-else")),
        Urgency::Routine => (
            says!("guide-soon-routine"),
            says!("guide-soon-routine-else"),
        ),
        Urgency::Week => (says!("guide-soon-week"), says!("guide-soon-week-else")),
        Urgency::Today => (says!("guide-soon-today"), says!("guide-soon-today-else")),
    }
}

/// The heading of a red flag.
pub fn call(help: Help) -> Say {
    match help {
        Help::Emergency => says!("guide-help-emergency"),
        Help::Maternity => says!("guide-help-maternity"),
        Help::Crisis => says!("guide-help-crisis"),
    }
}

/// Whom to call, in a sentence.
pub fn whom_to_call(help: Help) -> Say {
    match help {
        Help::Emergency => says!("guide-help-emergency-whom"),
        Help::Maternity => says!("guide-help-maternity-whom"),
        Help::Crisis => says!("guide-help-crisis-whom"),
    }
}

/// What to do until help comes.
pub fn until_help(help: Help) -> &'static [Say] {
    match help {
        Help::Emergency => {
            const {
                &[
                    says!("guide-help-emergency-1"),
                    says!("guide-help-emergency-2"),
                    says!("guide-help-emergency-3"),
                ]
            }
        }
        Help::Maternity => {
            const {
                &[
                    says!("guide-help-maternity-1"),
                    says!("guide-help-maternity-2"),
                ]
            }
        }
        Help::Crisis => const { &[says!("guide-help-crisis-1"), says!("guide-help-crisis-2")] },
    }
}

/// What else is true for these people.
pub fn also(who: Who) -> Option<Say> {
    match who {
        Who::Adult => None,
        Who::Child => Some(says!("guide-also-child")),
        Who::Pregnant => Some(says!("guide-also-pregnant")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{Language, scope};

    #[test]
    fn the_sentence_that_names_a_general_practitioner_holds_the_words_of_its_link() {
        for language in Language::ALL {
            scope(language, || {
                let (_, text) = urgency(Urgency::Week, false);
                assert!(text.said().contains(&ASK_GP.said()), "{language:?}");
            });
        }
    }
}
