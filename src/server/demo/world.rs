//! The people and places of the demonstration, with the ids that its rows have.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use uuid::Uuid;

use super::dice::Ids;
use super::people::{self, INES, OMAR, PATIENTS, Patient};
use super::places::{self, CITIES, Place};
use crate::availability::model::{ExceptionKind, HourException, WeeklyHours};
use crate::availability::slots::Schedule;
use crate::time::Instant;

/// A doctor who works.
pub struct Doctor {
    pub id: Uuid,
    pub n: usize,
    pub person: &'static people::Doctor,
    pub zone: Tz,
    pub clinics: Vec<(Uuid, &'static Place)>,
    pub schedule: Schedule,
}

impl Doctor {
    /// The place of one of their clinics.
    pub fn place(&self, clinic_id: Uuid) -> Option<&'static Place> {
        self.clinics
            .iter()
            .find(|(id, _)| *id == clinic_id)
            .map(|(_, place)| *place)
    }
}

/// Everybody, as of `now`.
pub struct World {
    pub now: Instant,
    pub doctors: Vec<Doctor>,
    pub patients: Vec<(Uuid, &'static Patient)>,
}

impl World {
    pub fn new(now: Instant, ids: &mut Ids) -> Self {
        let patients = PATIENTS.iter().map(|person| (ids.next(), person)).collect();
        let doctors = people::doctors()
            .enumerate()
            .map(|(n, person)| doctor(n, person, now, ids))
            .collect();
        Self {
            now,
            doctors,
            patients,
        }
    }
}

fn doctor(n: usize, person: &'static people::Doctor, now: Instant, ids: &mut Ids) -> Doctor {
    let id = ids.next();
    let city = &CITIES[person.city];
    // Every name in the table is a zone; a test says so.
    let zone: Tz = city.zone.parse().unwrap_or(Tz::UTC);
    let clinics: Vec<(Uuid, &'static Place)> = clinics(n, city.clinics.len())
        .into_iter()
        .map(|place| (ids.next(), &city.clinics[place]))
        .collect();
    let weekly: Vec<WeeklyHours> = places::week(n, clinics.len())
        .map(|hours| WeeklyHours {
            clinic_id: clinics[hours.clinic].0,
            weekday: hours.weekday,
            from: hours.from,
            to: hours.to,
            slot_minutes: hours.slot_minutes,
        })
        .collect();
    let exceptions = if n == OMAR {
        exceptions(now.with_timezone(&zone).date_naive(), &weekly, clinics[0].0)
    } else {
        Vec::new()
    };
    let schedule = Schedule {
        zones: clinics
            .iter()
            .map(|(id, _)| (*id, zone))
            .collect::<BTreeMap<_, _>>(),
        weekly,
        exceptions,
        minimum_notice: TimeDelta::hours(2),
        horizon: TimeDelta::days(60),
        gap: TimeDelta::zero(),
        daily_cap: None,
        visit_minutes: None,
    };
    Doctor {
        id,
        n,
        person,
        zone,
        clinics,
        schedule,
    }
}

/// Which of the city's clinics: one, or for every third doctor two.
fn clinics(n: usize, of: usize) -> Vec<usize> {
    match n {
        OMAR => vec![0, 2],
        INES => vec![1],
        _ if n.is_multiple_of(3) && of > 1 => vec![n % of, (n + 1) % of],
        _ => vec![n % of],
    }
}

/// A demonstration shown on a Sunday has somebody at work too; and a few days off, to look at.
fn exceptions(today: NaiveDate, weekly: &[WeeklyHours], clinic_id: Uuid) -> Vec<HourException> {
    let extra = |from, to| HourException {
        date: today,
        until: None,
        kind: ExceptionKind::Extra,
        clinic_id: Some(clinic_id),
        from: places::hour(from),
        to: places::hour(to),
    };
    let weekday = today.weekday().number_from_monday();
    let works = weekly
        .iter()
        .any(|hours| u32::from(hours.weekday) == weekday);
    let mut exceptions = if works {
        Vec::new()
    } else {
        vec![extra(9, 13), extra(16, 19)]
    };
    exceptions.push(HourException {
        date: today + TimeDelta::days(16),
        until: Some(today + TimeDelta::days(18)),
        kind: ExceptionKind::Closed,
        clinic_id: None,
        from: None,
        to: None,
    });
    exceptions
}
