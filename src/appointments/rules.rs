//! Who may do what, and when: the one table that the server enforces and the views ask.

use chrono::TimeDelta;

use super::model::{Action, Part, Status};
use crate::time::Instant;

/// The most requests that a patient may have open at once.
pub const OPEN_REQUESTS_MOST: u64 = 5;
/// How long a doctor has to answer.
pub const ANSWER_WITHIN_HOURS: i64 = 48;
/// How long after an accepted appointment its doctor may still read the patient's information.
pub const RECORD_OPEN_DAYS: i64 = 365;
/// The longest reason, note, and description of symptoms, in characters.
pub const REASON_MOST: usize = 300;
pub const NOTE_MOST: usize = 1000;
pub const SYMPTOMS_MOST: usize = 2000;

/// One row: this action, by these, from these states, leads there.
struct Rule {
    action: Action,
    by: &'static [Part],
    from: &'static [Status],
    to: Status,
    when: When,
}

/// When a row holds, by the appointment's start.
#[derive(Clone, Copy, PartialEq)]
enum When {
    Before,
    After,
    Always,
}

/// The design's table of actions. `Request` is not in it: it begins an appointment.
const TABLE: [Rule; 6] = [
    Rule {
        action: Action::Accept,
        by: &[Part::Doctor],
        from: &[Status::Pending],
        to: Status::Accepted,
        when: When::Before,
    },
    Rule {
        action: Action::Decline,
        by: &[Part::Doctor],
        from: &[Status::Pending],
        to: Status::Declined,
        when: When::Always,
    },
    Rule {
        action: Action::Refer,
        by: &[Part::Doctor],
        from: &[Status::Pending],
        to: Status::Referred,
        when: When::Before,
    },
    Rule {
        action: Action::Cancel,
        by: &[Part::Patient, Part::Doctor],
        from: &Status::LIVE,
        to: Status::Cancelled,
        when: When::Before,
    },
    Rule {
        action: Action::Complete,
        by: &[Part::Doctor],
        from: &[Status::Accepted],
        to: Status::Completed,
        when: When::After,
    },
    Rule {
        action: Action::NoShow,
        by: &[Part::Doctor],
        from: &[Status::Accepted],
        to: Status::NoShow,
        when: When::After,
    },
];

/// Why an action is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not for this part, in any state: 403.
    NotYours,
    /// Not from this state: 409.
    State(Status),
    /// The appointment has begun: 409.
    Begun,
    /// The appointment has not begun yet: 409.
    NotBegun,
}

impl Refusal {
    /// The sentence for whoever tried.
    pub fn sentence(self) -> String {
        match self {
            Self::NotYours => "Your account can't do this.".into(),
            Self::State(status) => match status {
                Status::Pending => "This request still waits for its answer.".into(),
                Status::Accepted => "This appointment is accepted already.".into(),
                Status::Declined => "This request has been declined.".into(),
                Status::Referred => "This request has been referred to a colleague.".into(),
                Status::Cancelled => "This appointment has been cancelled.".into(),
                Status::Expired => "This request has expired.".into(),
                Status::Proposed => "Another time has been suggested.".into(),
                Status::Completed | Status::NoShow => "This appointment is over.".into(),
            },
            Self::Begun => {
                "The time of this appointment has come, so this is no longer possible.".into()
            }
            Self::NotBegun => "This appointment has not begun yet.".into(),
        }
    }
}

/// Where an action leads.
///
/// # Errors
/// When the table does not allow it.
pub fn transition(
    action: Action,
    by: Part,
    from: Status,
    starts_at: Instant,
    now: Instant,
) -> Result<Status, Refusal> {
    let rule = TABLE
        .iter()
        .find(|rule| rule.action == action && rule.by.contains(&by))
        .ok_or(Refusal::NotYours)?;
    if !rule.from.contains(&from) {
        return Err(Refusal::State(from));
    }
    match rule.when {
        When::Before if now >= starts_at => Err(Refusal::Begun),
        When::After if now < starts_at => Err(Refusal::NotBegun),
        _ => Ok(rule.to),
    }
}

/// All that this part may do now: the buttons to show.
pub fn actions(by: Part, status: Status, starts_at: Instant, now: Instant) -> Vec<Action> {
    TABLE
        .iter()
        .map(|rule| rule.action)
        .filter(|action| transition(*action, by, status, starts_at, now).is_ok())
        .collect()
}

/// By when a request made now is answered: two days, or its start where that is sooner.
pub fn answer_by(now: Instant, starts_at: Instant) -> Instant {
    starts_at.min(now + TimeDelta::hours(ANSWER_WITHIN_HOURS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Utc;

    const PARTS: [Part; 2] = [Part::Patient, Part::Doctor];

    /// The whole table, written out a second time, the other way round.
    fn expected(action: Action, by: Part, from: Status, begun: bool) -> bool {
        match (action, by, from) {
            (Action::Accept | Action::Refer, Part::Doctor, Status::Pending) => !begun,
            (Action::Decline, Part::Doctor, Status::Pending) => true,
            (Action::Complete | Action::NoShow, Part::Doctor, Status::Accepted) => begun,
            (Action::Cancel, _, Status::Pending | Status::Proposed | Status::Accepted) => !begun,
            _ => false,
        }
    }

    #[test]
    fn the_table_allows_this_and_nothing_else() {
        let now = Utc::now();
        for action in Action::ALL {
            for by in PARTS {
                for from in Status::ALL {
                    for (begun, starts_at) in [(true, now), (false, now + TimeDelta::seconds(1))] {
                        let allowed = transition(action, by, from, starts_at, now).is_ok();
                        assert_eq!(
                            allowed,
                            expected(action, by, from, begun),
                            "{action:?} {by:?} {from:?} {begun}"
                        );
                        assert_eq!(allowed, actions(by, from, starts_at, now).contains(&action));
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_leaves_an_end() {
        let now = Utc::now();
        let later = now + TimeDelta::days(1);
        for status in Status::ALL.into_iter().filter(|status| !status.is_live()) {
            for by in PARTS {
                assert_eq!(actions(by, status, later, now), [], "{status:?}");
            }
        }
    }

    #[test]
    fn refusals_say_why() {
        let now = Utc::now();
        let later = now + TimeDelta::days(1);
        assert_eq!(
            transition(Action::Accept, Part::Patient, Status::Pending, later, now),
            Err(Refusal::NotYours)
        );
        assert_eq!(
            transition(Action::Accept, Part::Doctor, Status::Declined, later, now),
            Err(Refusal::State(Status::Declined))
        );
        assert_eq!(
            transition(Action::Accept, Part::Doctor, Status::Pending, now, now),
            Err(Refusal::Begun)
        );
    }

    #[test]
    fn an_answer_is_due_in_two_days_or_by_the_start() {
        let now = Utc::now();
        assert_eq!(
            answer_by(now, now + TimeDelta::hours(3)),
            now + TimeDelta::hours(3)
        );
        assert_eq!(
            answer_by(now, now + TimeDelta::days(9)),
            now + TimeDelta::hours(48)
        );
    }
}
