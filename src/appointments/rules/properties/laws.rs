//! What must be true, whoever did whatever: after a step, at any moment, and in the end.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::cast::{Notice, Person, TABLE, Taken, Visit};
use super::world::World;
use crate::appointments::model::{Action, Part, Status};
use crate::appointments::rules::{Moving, actions, transition};
use crate::notifications::model::Kind;

type Verdict = Result<(), TestCaseError>;

/// Of one step.
pub fn of_a_step(before: &World, after: &World, step: &Taken) -> Verdict {
    for (n, now) in after.visits.iter().enumerate() {
        let was = before.visits.get(n);
        changes_as_the_table_says(was, now, n == step.which, step)?;
        if was.is_none_or(|was| was.status != now.status) {
            both_learn_of_it(now, step)?;
        }
    }
    prop_assert!(after.visits.len() >= before.visits.len());
    comes_at_its_hour(before, after, step)?;
    withdraws_all_of_it(after, step)?;
    who_is_asked_is_told(before, after, step)?;
    nobody_is_told_for_nothing(step)
}

/// A state is left only as the table says, an end never, and the version counts it.
fn changes_as_the_table_says(was: Option<&Visit>, now: &Visit, own: bool, step: &Taken) -> Verdict {
    let Some(was) = was else {
        prop_assert_eq!((now.status, now.version), (Status::Pending, 1));
        let row = (step.action, step.by, None, Status::Pending);
        prop_assert!(TABLE.contains(&row), "{:?} begins nothing", row);
        return Ok(());
    };
    if was.status == now.status {
        prop_assert_eq!(was.version, now.version);
        prop_assert_eq!(was.starts_at, now.starts_at);
        return Ok(());
    }
    prop_assert!(
        was.status.is_live(),
        "{:?} was left by {:?}",
        was.status,
        step
    );
    prop_assert_eq!(now.version, was.version + 1);
    let (action, by) = if own {
        (step.action, step.by)
    } else {
        (Action::Cancel, Part::System)
    };
    let row = (action, by, Some(was.status), now.status);
    prop_assert!(TABLE.contains(&row), "{:?} is not in the table", row);
    prop_assert!(step.changed.contains(&row));
    Ok(())
}

/// What is asked and answered comes in time, what is noted afterwards after, and what nobody
/// answered ends no sooner than it may.
fn comes_at_its_hour(before: &World, after: &World, step: &Taken) -> Verdict {
    let Some(visit) = before.visits.get(step.which) else {
        prop_assert!(after.visits[step.which].starts_at > before.now);
        return Ok(());
    };
    let left = visit.starts_at - before.now;
    let waits = matches!(visit.status, Status::Pending | Status::Proposed);
    let overdue = left <= TimeDelta::zero() || (waits && before.now >= visit.answer_by);
    let fits = match step.action {
        Action::Decline => true,
        Action::Cancel if step.by == Part::Patient && visit.status == Status::Accepted => {
            left >= before.terms().cancel_notice
        }
        Action::Cancel => left > TimeDelta::zero(),
        Action::Complete | Action::NoShow => left <= TimeDelta::zero(),
        Action::Expire => overdue,
        _ => !overdue,
    };
    prop_assert!(fits, "{:?} {:?} before the start", step, left);
    Ok(())
}

/// A patient who cancels what they asked to move is left with neither of the two.
fn withdraws_all_of_it(after: &World, step: &Taken) -> Verdict {
    let from = (step.action, step.by, step.moving);
    if from == (Action::Cancel, Part::Patient, Moving::From) {
        let case = after.visits[step.which].case;
        let left = |visit: &Visit| visit.case == case && visit.status.is_live();
        prop_assert!(!after.visits.iter().any(left), "{:?}", after);
    }
    Ok(())
}

/// Whoever did not act themselves gets a notice.
fn both_learn_of_it(visit: &Visit, step: &Taken) -> Verdict {
    for person in [Person::Doctor(visit.doctor), Person::Patient(visit.patient)] {
        let learns = person == step.who || is_told(step, person);
        prop_assert!(learns, "{:?} never learns of {:?}", person, step);
    }
    Ok(())
}

fn is_told(step: &Taken, person: Person) -> bool {
    step.notices.iter().any(|notice| notice.to == person)
}

/// Whoever is to answer from now on knows what is asked: a new request, a suggested time, or a
/// request that outlives the appointment it was to replace.
fn who_is_asked_is_told(before: &World, after: &World, step: &Taken) -> Verdict {
    for (n, now) in after.visits.iter().enumerate() {
        let is_new = before
            .visits
            .get(n)
            .is_none_or(|was| was.status != now.status);
        let alone = n < before.visits.len()
            && before.counterpart(n).0 == Moving::To
            && after.counterpart(n).0 == Moving::Not;
        let kinds: &[Kind] = match now.status {
            Status::Pending if is_new => &[Kind::Requested, Kind::Moved],
            Status::Pending if alone => &[Kind::Moved, Kind::Expired],
            Status::Proposed if is_new => &[Kind::Proposed],
            _ => continue,
        };
        let asked = match now.status {
            Status::Pending => Person::Doctor(now.doctor),
            _ => Person::Patient(now.patient),
        };
        let knows = |notice: &Notice| notice.to == asked && kinds.contains(&notice.kind);
        prop_assert!(
            step.notices.iter().any(knows),
            "{:?} is not told what is asked by {:?}",
            asked,
            step
        );
    }
    Ok(())
}

/// Nobody hears twice of one step, nor of what they did themselves, but for a doctor whose step
/// leaves another request of the same case waiting.
fn nobody_is_told_for_nothing(step: &Taken) -> Verdict {
    for (n, notice) in step.notices.iter().enumerate() {
        let leaves = step.moving == Moving::From && notice.kind == Kind::Moved;
        prop_assert!(notice.to != step.who || leaves, "{:?}", step);
        prop_assert!(notice.to != Person::Nobody, "{:?}", step);
        let twice = |other: &Notice| other.to == notice.to && !leaves;
        prop_assert!(!step.notices[..n].iter().any(twice), "{:?}", step);
    }
    Ok(())
}

/// At any moment.
pub fn of_a_moment(world: &World) -> Verdict {
    let live: Vec<(usize, &Visit)> = world
        .visits
        .iter()
        .enumerate()
        .filter(|(_, visit)| visit.status.is_live())
        .collect();
    for (n, (i, one)) in live.iter().enumerate() {
        for (j, other) in &live[n + 1..] {
            if one.case == other.case {
                one_owner(one, *i, other, world)?;
                let third = live
                    .iter()
                    .any(|(k, third)| third.case == one.case && ![i, j].contains(&k));
                prop_assert!(!third, "three live appointments of one case: {:?}", live);
            } else {
                let shared = one.doctor == other.doctor || one.patient == other.patient;
                prop_assert!(
                    !(shared && one.overlaps(other.starts_at)),
                    "{:?} and {:?} overlap",
                    one,
                    other
                );
            }
        }
        is_not_stuck(world, *i)?;
        is_due_in_time(world, *i)?;
    }
    nobody_has_a_case_twice(world)
}

/// Two live appointments of one case are an open move: a request, of the same doctor, in place of
/// what still stands.
fn one_owner(earlier: &Visit, n: usize, later: &Visit, world: &World) -> Verdict {
    prop_assert_eq!(
        earlier.doctor,
        later.doctor,
        "two doctors own a case: {:?}",
        world
    );
    prop_assert_eq!(
        later.moved_from,
        Some(n),
        "two live appointments: {:?}",
        world
    );
    prop_assert_eq!(earlier.patient, later.patient);
    prop_assert!(matches!(later.status, Status::Pending | Status::Proposed));
    prop_assert!(matches!(earlier.status, Status::Pending | Status::Accepted));
    Ok(())
}

/// Somebody can go on from here: one of the two, or time itself.
fn is_not_stuck(world: &World, which: usize) -> Verdict {
    let (standing, terms) = (world.standing(which), world.terms());
    let goes_on = [Part::Doctor, Part::Patient]
        .iter()
        .any(|part| !actions(*part, &standing, &terms).is_empty())
        || transition(Action::Expire, Part::System, &standing, &terms).is_ok();
    prop_assert!(
        goes_on,
        "nobody can do anything about {:?}",
        world.visits[which]
    );
    Ok(())
}

/// An answer is due by its start, and in a move before the earlier time comes.
fn is_due_in_time(world: &World, which: usize) -> Verdict {
    let visit = &world.visits[which];
    if visit.status == Status::Accepted {
        return Ok(());
    }
    prop_assert!(visit.answer_by <= visit.starts_at, "{:?}", visit);
    if let (Moving::To, Some(earlier)) = world.counterpart(which) {
        let comes = world.visits[earlier].starts_at;
        prop_assert!(visit.answer_by <= comes, "{:?} after {:?}", visit, comes);
    }
    Ok(())
}

/// A referral never goes to somebody who had the case.
fn nobody_has_a_case_twice(world: &World) -> Verdict {
    for (n, visit) in world.visits.iter().enumerate() {
        if visit.referred_from.is_some() {
            let had = |other: &Visit| (other.case, other.doctor) == (visit.case, visit.doctor);
            prop_assert!(!world.visits[..n].iter().any(had), "{:?}", world);
        }
    }
    Ok(())
}

/// Whatever is left alone comes to an end, by itself or by its doctor, and both learn of it.
pub fn of_the_end(mut world: World) -> Verdict {
    world.now += TimeDelta::days(365);
    for (action, leaves) in [
        (Action::Expire, &[Status::Accepted][..]),
        (Action::Complete, &[][..]),
    ] {
        for which in 0..world.visits.len() {
            let who = match action {
                Action::Expire => Person::Nobody,
                _ => Person::Doctor(world.visits[which].doctor),
            };
            let (before, now) = (world.clone(), world.now);
            if let Some(step) = world.act(who, action, which, 0, now) {
                of_a_step(&before, &world, &step)?;
            }
        }
        let left = |visit: &&Visit| visit.status.is_live() && !leaves.contains(&visit.status);
        let left = world.visits.iter().find(left);
        prop_assert!(left.is_none(), "never comes to an end: {:?}", left);
    }
    Ok(())
}
