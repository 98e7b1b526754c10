//! Whatever anybody does in whatever order, the cases keep their laws.
//!
//! The rules decide in a small world without a clock or a database; [`laws`] says, a second time
//! and the other way round, what must be true after each step.

mod cast;
mod laws;
mod world;

use proptest::prelude::*;
use proptest::strategy::{Union, ValueTree};
use proptest::test_runner::TestRunner;

use self::cast::{Command, Person, TABLE, Taken, Who};
use self::world::{DOCTORS, PATIENTS, TIMES, World};
use super::*;

/// What is tried on an appointment that there is, how often, and by whom if it is in earnest.
const TRIED: [(u32, Who, Action); 12] = [
    (1, Who::ItsPatient, Action::Request),
    (8, Who::ItsDoctor, Action::Accept),
    (2, Who::ItsDoctor, Action::Decline),
    (4, Who::ItsDoctor, Action::Refer),
    (5, Who::ItsDoctor, Action::Suggest),
    (8, Who::ItsPatient, Action::Agree),
    (8, Who::ItsPatient, Action::Move),
    (2, Who::ItsDoctor, Action::Cancel),
    (2, Who::ItsPatient, Action::Cancel),
    (5, Who::ItsDoctor, Action::Complete),
    (5, Who::ItsDoctor, Action::NoShow),
    (3, Who::System, Action::Expire),
];

/// Anybody at all.
fn anybody() -> impl Strategy<Value = Who> {
    prop_oneof![
        Just(Who::ItsDoctor),
        Just(Who::ItsPatient),
        Just(Who::System),
        (0..PATIENTS).prop_map(|n| Who::Other(Person::Patient(n))),
        (0..DOCTORS).prop_map(|n| Who::Other(Person::Doctor(n))),
    ]
}

fn command() -> impl Strategy<Value = Command> {
    let tried = Union::new_weighted(
        TRIED
            .map(|(weight, who, action)| (weight, Just((who, action))))
            .into(),
    );
    let whoever = (anybody(), prop::sample::select(&Action::ALL[..]));
    let tried = prop_oneof![4 => tried, 1 => whoever];
    let act = (tried, any::<usize>(), 0..DOCTORS, 0..TIMES).prop_map(
        |((who, action), which, doctor, time)| Command::Act {
            who,
            action,
            which,
            doctor,
            time,
        },
    );
    prop_oneof![
        2 => (0..PATIENTS, 0..DOCTORS, 0..TIMES)
            .prop_map(|(patient, doctor, time)| Command::Request { patient, doctor, time }),
        16 => act,
        2 => (1..24_i64).prop_map(Command::Pass),
    ]
}

fn commands() -> impl Strategy<Value = Vec<Command>> {
    prop::collection::vec(command(), 1..100)
}

/// Plays them all, with the laws held up to each step.
fn play(commands: &[Command]) -> Result<Vec<Taken>, TestCaseError> {
    let (mut world, mut taken) = (World::new(), Vec::new());
    for command in commands {
        let before = world.clone();
        match world.play(command) {
            Some(step) => {
                laws::of_a_step(&before, &world, &step)?;
                taken.push(step);
            }
            None => prop_assert_eq!(&before.visits, &world.visits, "refused, and yet done"),
        }
        laws::of_a_moment(&world)?;
    }
    laws::of_the_end(world)?;
    Ok(taken)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 500,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_anybody_does_the_laws_hold(commands in commands()) {
        play(&commands)?;
    }
}

/// The laws would hold of worlds in which nothing happens.
#[test]
fn what_is_played_reaches_every_rule_and_every_effect() {
    let mut runner = TestRunner::deterministic();
    let mut seen = Vec::new();
    for _ in 0..600 {
        let commands = commands().new_tree(&mut runner).unwrap().current();
        seen.extend(play(&commands).unwrap());
    }
    for (action, by, from, to) in TABLE {
        let led = |step: &Taken| step.changed.contains(&(action, by, from, to));
        assert!(seen.iter().any(led), "{action:?} {by:?} {from:?} {to:?}");
    }
    // And on each half of an open move. What is to be moved is pending or accepted, and what it
    // is to be moved to is neither accepted nor over while the move is open.
    let (from, to) = (Moving::From, Moving::To);
    for (action, by, moving) in [
        (Action::Accept, Part::Doctor, from),
        (Action::Decline, Part::Doctor, from),
        (Action::Cancel, Part::Doctor, from),
        (Action::Cancel, Part::Patient, from),
        (Action::Complete, Part::Doctor, from),
        (Action::NoShow, Part::Doctor, from),
        (Action::Expire, Part::System, from),
        (Action::Accept, Part::Doctor, to),
        (Action::Decline, Part::Doctor, to),
        (Action::Suggest, Part::Doctor, to),
        (Action::Agree, Part::Patient, to),
        (Action::Cancel, Part::Doctor, to),
        (Action::Cancel, Part::Patient, to),
        (Action::Expire, Part::System, to),
    ] {
        let led = |step: &Taken| (step.action, step.by, step.moving) == (action, by, moving);
        assert!(seen.iter().any(led), "{action:?} {by:?} {moving:?}");
    }
}
