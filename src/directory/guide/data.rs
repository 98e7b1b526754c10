//! What the guided path is made of: topics, and what each of them asks.
//!
//! A [`Topic`] is where it troubles somebody. It asks who it is for where that changes the
//! specialty, then for its warning [`Sign`]s, then what it is like: its [`Kind`]s, each of
//! which leads to a specialty. Keys stand in addresses; texts are what people read, and stand
//! in `guide-server.ftl`.

use crate::texts::Say;

/// Whom it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Adult,
    Child,
    /// Also the first weeks after a birth.
    Pregnant,
}

impl Who {
    pub const ALL: [Self; 3] = [Self::Adult, Self::Child, Self::Pregnant];

    /// As it stands in the address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Adult => "adult",
            Self::Child => "child",
            Self::Pregnant => "pregnant",
        }
    }
}

/// How long it has been so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Since {
    Today,
    Days,
    Weeks,
    Months,
}

impl Since {
    pub const ALL: [Self; 4] = [Self::Today, Self::Days, Self::Weeks, Self::Months];

    /// As it stands in the address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
        }
    }

    /// So long that whoever is asked first at its beginning is not the one to ask now.
    pub fn lasts(self) -> bool {
        self >= Self::Weeks
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Little,
    Bad,
    Severe,
}

impl How {
    pub const ALL: [Self; 3] = [Self::Little, Self::Bad, Self::Severe];

    /// As it stands in the address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Little => "little",
            Self::Bad => "bad",
            Self::Severe => "severe",
        }
    }
}

/// How soon a doctor should be seen; the later in this list, the sooner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    Routine,
    Week,
    Today,
}

impl Urgency {
    /// As programs read it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Routine => "routine",
            Self::Week => "this-week",
            Self::Today => "today",
        }
    }
}

/// Whom to call when a sign is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Help {
    Emergency,
    /// The maternity unit; the emergency number where it can't be reached.
    Maternity,
    /// The emergency number, or people who listen.
    Crisis,
}

/// A red flag: something that can't wait for an appointment.
#[derive(Debug, PartialEq, Eq)]
pub struct Sign {
    pub key: &'static str,
    pub label: Say,
    /// Why it can't wait, in plain words.
    pub why: Say,
    pub help: Help,
    /// Who is not asked for it, since other signs say the same of them.
    pub not_for: &'static [Who],
}

/// A red flag.
pub const fn sign(key: &'static str, label: Say, why: Say) -> Sign {
    Sign {
        key,
        label,
        why,
        help: Help::Emergency,
        not_for: &[],
    }
}

impl Sign {
    pub const fn call(self, help: Help) -> Self {
        Self { help, ..self }
    }

    pub const fn not_for(self, not_for: &'static [Who]) -> Self {
        Self { not_for, ..self }
    }
}

/// When a complaint is a red flag by its beginning and badness alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worst {
    /// Only where it began today or yesterday.
    pub fresh: bool,
    pub why: Say,
}

/// What it is like, and where it leads.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    pub key: &'static str,
    pub label: Say,
    /// Those who come with it: "with headaches", after "People" or "Children".
    pub people: Say,
    /// The specialty's slug.
    pub to: &'static str,
    /// Another one, and when it fits better: "when …", after "An allergist may fit better".
    pub or: Option<(&'static str, Say)>,
    /// In the first days a general practitioner comes first.
    pub gp_first: bool,
    /// For whom the specialty stays the same: children and pregnant people are else led to
    /// those who know them best.
    pub same_for: &'static [Who],
    /// Asks since when and how badly.
    pub timed: bool,
    /// At least this soon.
    pub within: Urgency,
    /// At least this soon where it began today or yesterday.
    pub fresh: Urgency,
    pub worst: Option<Worst>,
    /// Who is not offered it.
    pub not_for: &'static [Who],
}

/// A complaint that leads to a specialty.
pub const fn kind(key: &'static str, label: Say, people: Say, to: &'static str) -> Kind {
    Kind {
        key,
        label,
        people,
        to,
        or: None,
        gp_first: false,
        same_for: &[],
        timed: true,
        within: Urgency::Routine,
        fresh: Urgency::Routine,
        worst: None,
        not_for: &[],
    }
}

impl Kind {
    pub const fn or(self, slug: &'static str, when: Say) -> Self {
        Self {
            or: Some((slug, when)),
            ..self
        }
    }

    pub const fn gp_first(self) -> Self {
        Self {
            gp_first: true,
            ..self
        }
    }

    pub const fn same_for(self, same_for: &'static [Who]) -> Self {
        Self { same_for, ..self }
    }

    /// A wish rather than a complaint: nobody asks since when and how badly.
    pub const fn untimed(self) -> Self {
        Self {
            timed: false,
            ..self
        }
    }

    pub const fn within(self, within: Urgency) -> Self {
        Self { within, ..self }
    }

    pub const fn fresh(self, fresh: Urgency) -> Self {
        Self { fresh, ..self }
    }

    /// A red flag where it is very bad.
    pub const fn worst(self, why: Say) -> Self {
        let worst = Some(Worst { fresh: false, why });
        Self { worst, ..self }
    }

    /// A red flag where it is very bad and new.
    pub const fn worst_fresh(self, why: Say) -> Self {
        let worst = Some(Worst { fresh: true, why });
        Self { worst, ..self }
    }

    pub const fn not_for(self, not_for: &'static [Who]) -> Self {
        Self { not_for, ..self }
    }
}

/// Where it troubles somebody.
#[derive(Debug, PartialEq, Eq)]
pub struct Topic {
    pub key: &'static str,
    pub label: Say,
    /// What is meant by it.
    pub hint: Say,
    /// Whom it may be about, where that changes the specialty; else nobody is asked.
    pub who: &'static [Who],
    pub signs: &'static [Sign],
    pub kinds: &'static [Kind],
    /// What may help until the appointment.
    pub meanwhile: &'static [Say],
}

impl Topic {
    /// Nothing in it hurts: people come with a wish.
    pub fn is_of_wishes(&self) -> bool {
        self.kinds.iter().all(|kind| !kind.timed)
    }
}

pub const EVERYBODY: &[Who] = &Who::ALL;
pub const ADULTS_AND_CHILDREN: &[Who] = &[Who::Adult, Who::Child];
pub const NOT_ASKED: &[Who] = &[];

pub const CHILDREN: &[Who] = &[Who::Child];
pub const PREGNANT: &[Who] = &[Who::Pregnant];
pub const NOT_ADULTS: &[Who] = &[Who::Child, Who::Pregnant];
pub const NOT_CHILDREN: &[Who] = &[Who::Adult, Who::Pregnant];
