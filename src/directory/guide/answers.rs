//! What has been answered: as it stands in the address, and what of it means something.

use super::data::{How, Kind, Sign, Since, Topic, Who};
use super::{shared, topics};

/// The questions, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    Where,
    Who,
    Signs,
    What,
    Since,
    How,
}

impl Ask {
    pub const ALL: [Self; 6] = [
        Self::Where,
        Self::Who,
        Self::Signs,
        Self::What,
        Self::Since,
        Self::How,
    ];

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Where => "where",
            Self::Who => "who",
            Self::Signs => "signs",
            Self::What => "what",
            Self::Since => "since",
            Self::How => "how",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ask| ask.name() == name)
    }
}

/// The name under which an address says which question to show again.
pub const AT: &str = "at";
/// The answer that no warning sign is there.
pub const NO_SIGN: &str = "none";
/// Where the guide is.
pub const PAGE: &str = "/guide";

/// The answers that mean something. Whatever else an address holds is as if it were not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub topic: Option<&'static Topic>,
    pub who: Option<Who>,
    /// No sign, or this one.
    pub sign: Option<Option<&'static Sign>>,
    pub kind: Option<&'static Kind>,
    pub since: Option<Since>,
    pub how: Option<How>,
    /// A question that somebody wants to answer anew.
    pub at: Option<Ask>,
}

impl Answers {
    /// Reads the query of an address. Of two answers to one question the first counts.
    pub fn read(query: &str) -> Self {
        let mut said: [Option<String>; 6] = Default::default();
        let mut at = None;
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            if let Some(ask) = Ask::named(&name) {
                said[ask as usize].get_or_insert(value.into_owned());
            } else if name == AT {
                at = at.or(Ask::named(&value));
            }
        }
        let said = |ask: Ask| said[ask as usize].as_deref().unwrap_or_default();
        let mut answers = Self {
            topic: topics::by_key(said(Ask::Where)),
            since: Since::ALL
                .into_iter()
                .find(|since| since.key() == said(Ask::Since)),
            how: How::ALL.into_iter().find(|how| how.key() == said(Ask::How)),
            at,
            ..Self::default()
        };
        let Some(topic) = answers.topic else {
            // What the rest was about is not known.
            return Self::default();
        };
        answers.who = topic
            .who
            .iter()
            .copied()
            .find(|who| who.key() == said(Ask::Who));
        answers.kind = kinds(topic, answers.who)
            .into_iter()
            .find(|kind| kind.key == said(Ask::What));
        // Signs depend on whom it is about; until that is known nobody was asked for them.
        if !answers.asks(Ask::Who) || answers.who.is_some() {
            answers.sign = match said(Ask::Signs) {
                NO_SIGN => Some(None),
                key => signs(topic, answers.who)
                    .into_iter()
                    .find(|sign| sign.key == key)
                    .map(Some),
            };
        }
        answers
    }

    /// Whether this question belongs to the path, as far as it is known.
    pub fn asks(&self, ask: Ask) -> bool {
        match ask {
            Ask::Where | Ask::Signs | Ask::What => true,
            Ask::Who => self.topic.is_none_or(|topic| !topic.who.is_empty()),
            Ask::Since | Ask::How => self.kind.is_none_or(|kind| kind.timed),
        }
    }

    /// What was answered to a question.
    pub fn value(&self, ask: Ask) -> Option<&'static str> {
        match ask {
            Ask::Where => self.topic.map(|topic| topic.key),
            Ask::Who => self.who.map(Who::key),
            Ask::Signs => self.sign.map(|sign| sign.map_or(NO_SIGN, |sign| sign.key)),
            Ask::What => self.kind.map(|kind| kind.key),
            Ask::Since => self.since.map(Since::key),
            Ask::How => self.how.map(How::key),
        }
    }

    /// The answers that stay when this question is answered anew: those that do not hang on it.
    pub fn beside(&self, ask: Ask) -> Vec<(&'static str, &'static str)> {
        Ask::ALL
            .into_iter()
            .filter(|other| match ask {
                Ask::Where => false,
                Ask::Who => !matches!(other, Ask::Who | Ask::Signs),
                _ => *other != ask,
            })
            .filter_map(|other| Some((other.name(), self.value(other)?)))
            .collect()
    }

    /// The address at which this question is shown again.
    pub fn again(&self, ask: Ask) -> String {
        let mut pairs: Vec<_> = Ask::ALL
            .into_iter()
            .filter_map(|other| Some((other.name(), self.value(other)?)))
            .collect();
        pairs.push((AT, ask.name()));
        address(&pairs)
    }

    /// The question before this one.
    pub fn before(&self, ask: Ask) -> Option<Ask> {
        let mut earlier = Ask::ALL.into_iter().rev();
        earlier.find(|other| *other < ask && self.asks(*other))
    }

    /// The last question that was answered.
    pub fn last(&self) -> Option<Ask> {
        let mut latest = Ask::ALL.into_iter().rev();
        latest.find(|ask| self.asks(*ask) && self.value(*ask).is_some())
    }

    /// Whom it is about; where nobody is asked, whoever it is.
    pub fn whom(&self) -> Who {
        self.who.unwrap_or(Who::Adult)
    }
}

/// The page of these answers. Their names and values need no escapes.
pub fn address(pairs: &[(&'static str, &'static str)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| [name, "=", value].concat())
        .collect();
    match pairs.as_slice() {
        [] => PAGE.to_owned(),
        pairs => [PAGE, "?", &pairs.join("&")].concat(),
    }
}

/// The warning signs that are asked for.
pub fn signs(topic: &'static Topic, who: Option<Who>) -> Vec<&'static Sign> {
    let who = who.unwrap_or(Who::Adult);
    let first: &[Sign] = match who {
        Who::Adult => &[],
        Who::Child => &shared::OF_CHILDREN,
        Who::Pregnant => &shared::OF_PREGNANCY,
    };
    let own = topic.signs.iter();
    first
        .iter()
        .chain(own.filter(|sign| !sign.not_for.contains(&who)))
        .collect()
}

/// The complaints that are offered.
pub fn kinds(topic: &'static Topic, who: Option<Who>) -> Vec<&'static Kind> {
    let who = who.unwrap_or(Who::Adult);
    let all = topic.kinds.iter();
    all.filter(|kind| !kind.not_for.contains(&who)).collect()
}
