use chrono::Utc;

use super::*;

/// Nobody needs to give notice.
fn terms(now: Instant) -> Terms {
    Terms {
        now,
        cancel_notice: TimeDelta::zero(),
    }
}

fn standing(status: Status, starts_at: Instant, answer_by: Instant) -> Standing {
    Standing {
        status,
        starts_at,
        answer_by,
        moving: Moving::Not,
    }
}

/// Where the clock is: before the answer is due, after that, after the start.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Hour {
    InTime,
    Overdue,
    Begun,
}

/// The whole table, written out a second time, the other way round.
fn expected(action: Action, by: Part, from: Status, moving: Moving, hour: Hour) -> bool {
    use Action::*;
    use Status::*;
    let waits = matches!(from, Pending | Proposed);
    let begun = hour == Hour::Begun;
    // An accepted appointment waits for no answer.
    let in_time = hour == Hour::InTime || (hour == Hour::Overdue && !waits);
    match by {
        Part::Doctor => match (from, action) {
            (Pending, Accept) => in_time,
            (Pending, Decline) => true,
            (Pending, Refer) => in_time && moving == Moving::Not,
            (Pending | Accepted, Suggest) => in_time && moving != Moving::From,
            (Pending | Proposed | Accepted, Cancel) => !begun,
            (Accepted, Complete | Action::NoShow) => begun,
            _ => false,
        },
        Part::Patient => match (from, action) {
            (Proposed, Agree) => in_time,
            (Pending | Accepted, Move) => in_time && moving == Moving::Not,
            (Pending | Proposed | Accepted, Cancel) => !begun,
            _ => false,
        },
        Part::System => match (from, action) {
            (Pending | Proposed, Expire) => !in_time,
            (Pending | Proposed | Accepted, Cancel) => true,
            _ => false,
        },
    }
}

#[test]
fn the_table_allows_this_and_nothing_else() {
    let now = Utc::now();
    let (past, later) = (now - TimeDelta::hours(1), now + TimeDelta::hours(1));
    let hours = [
        (Hour::InTime, later, later),
        // At the very moment.
        (Hour::Overdue, later, now),
        (Hour::Overdue, later, past),
        (Hour::Begun, now, later),
        (Hour::Begun, past, past),
    ];
    let places = [Moving::Not, Moving::From, Moving::To];
    for (hour, starts_at, answer_by) in hours {
        for (status, moving) in Status::ALL
            .into_iter()
            .flat_map(|status| places.map(|moving| (status, moving)))
        {
            let standing = Standing {
                moving,
                ..standing(status, starts_at, answer_by)
            };
            for (action, by) in Action::ALL
                .into_iter()
                .flat_map(|action| Part::ALL.map(|by| (action, by)))
            {
                let allowed = transition(action, by, &standing, &terms(now)).is_ok();
                assert_eq!(
                    allowed,
                    expected(action, by, status, moving, hour),
                    "{action:?} {by:?} {status:?} {moving:?} {hour:?}"
                );
                assert_eq!(
                    allowed,
                    actions(by, &standing, &terms(now)).contains(&action)
                );
            }
        }
    }
}

#[test]
fn each_action_leads_to_one_state() {
    let now = Utc::now();
    let (past, later) = (now - TimeDelta::hours(1), now + TimeDelta::hours(1));
    for (action, by, from, starts_at, to) in [
        (
            Action::Accept,
            Part::Doctor,
            Status::Pending,
            later,
            Status::Accepted,
        ),
        (
            Action::Decline,
            Part::Doctor,
            Status::Pending,
            later,
            Status::Declined,
        ),
        (
            Action::Refer,
            Part::Doctor,
            Status::Pending,
            later,
            Status::Referred,
        ),
        (
            Action::Suggest,
            Part::Doctor,
            Status::Accepted,
            later,
            Status::Proposed,
        ),
        (
            Action::Agree,
            Part::Patient,
            Status::Proposed,
            later,
            Status::Accepted,
        ),
        // The old one keeps its place.
        (
            Action::Move,
            Part::Patient,
            Status::Accepted,
            later,
            Status::Accepted,
        ),
        (
            Action::Move,
            Part::Patient,
            Status::Pending,
            later,
            Status::Pending,
        ),
        (
            Action::Cancel,
            Part::Patient,
            Status::Proposed,
            later,
            Status::Cancelled,
        ),
        (
            Action::Complete,
            Part::Doctor,
            Status::Accepted,
            past,
            Status::Completed,
        ),
        (
            Action::NoShow,
            Part::Doctor,
            Status::Accepted,
            past,
            Status::NoShow,
        ),
        (
            Action::Expire,
            Part::System,
            Status::Proposed,
            past,
            Status::Expired,
        ),
    ] {
        let standing = standing(from, starts_at, starts_at);
        assert_eq!(transition(action, by, &standing, &terms(now)), Ok(to));
    }
}

#[test]
fn refusals_say_why() {
    let now = Utc::now();
    let later = now + TimeDelta::days(1);
    let try_it = |action, by, standing: Standing| transition(action, by, &standing, &terms(now));
    let pending = standing(Status::Pending, later, later);
    assert_eq!(
        try_it(Action::Accept, Part::Patient, pending),
        Err(Refusal::NotYours)
    );
    assert_eq!(
        try_it(
            Action::Accept,
            Part::Doctor,
            standing(Status::Declined, later, later)
        ),
        Err(Refusal::State(Status::Declined))
    );
    assert_eq!(
        try_it(
            Action::Accept,
            Part::Doctor,
            standing(Status::Pending, now, later)
        ),
        Err(Refusal::Begun)
    );
    assert_eq!(
        try_it(
            Action::Accept,
            Part::Doctor,
            standing(Status::Pending, later, now)
        ),
        Err(Refusal::Overdue)
    );
    let moving = Standing {
        moving: Moving::From,
        ..pending
    };
    assert_eq!(
        try_it(Action::Refer, Part::Doctor, moving),
        Err(Refusal::Moving)
    );
    assert_eq!(
        try_it(Action::Expire, Part::System, pending),
        Err(Refusal::NotDue)
    );
}

#[test]
fn a_patient_cancels_what_was_accepted_until_the_notice_and_not_later() {
    let now = Utc::now();
    let day = TimeDelta::days(1);
    let terms = Terms {
        now,
        cancel_notice: day,
    };
    let cancel = |by, status, starts_at| {
        transition(
            Action::Cancel,
            by,
            &standing(status, starts_at, starts_at),
            &terms,
        )
    };
    let soon = now + day - TimeDelta::seconds(1);
    assert!(cancel(Part::Patient, Status::Accepted, now + day).is_ok());
    assert_eq!(
        cancel(Part::Patient, Status::Accepted, soon),
        Err(Refusal::ShortNotice)
    );
    // Nobody counts on what is not agreed yet, and a doctor gives a reason instead.
    assert!(cancel(Part::Patient, Status::Pending, soon).is_ok());
    assert!(cancel(Part::Patient, Status::Proposed, soon).is_ok());
    assert!(cancel(Part::Doctor, Status::Accepted, soon).is_ok());
    assert!(cancel(Part::System, Status::Accepted, soon).is_ok());
}

#[test]
fn an_answer_is_due_within_the_time_or_by_the_start() {
    let now = Utc::now();
    let within = TimeDelta::hours(48);
    let sooner = now + TimeDelta::hours(3);
    assert_eq!(answer_by(now, within, sooner), sooner);
    assert_eq!(
        answer_by(now, within, now + TimeDelta::days(9)),
        now + within
    );
}

#[cfg(feature = "server")]
#[test]
fn what_holds_its_time_is_what_is_live() {
    use crate::availability::entity::taken;
    assert_eq!(taken::LIVE, Status::LIVE.map(Status::as_str));
    let over: Vec<String> = Status::ALL
        .into_iter()
        .filter(|status| !status.is_live())
        .map(|status| format!("'{}'", status.as_str()))
        .collect();
    for word in &over {
        assert!(taken::HOLDS.contains(word.as_str()), "{word}");
    }
    assert_eq!(taken::HOLDS.matches('\'').count(), 2 * over.len());
}
