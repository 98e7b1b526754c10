//! The rows of people and places.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use super::answers;
use super::dice::Ids;
use super::people::{self, INES};
use super::places::CITIES;
use super::words;
use super::world::World;
use crate::accounts::entity::{doctor, patient, user};
use crate::accounts::model::Role;
use crate::accounts::rules::email_key;
use crate::availability::entity::{clinic, hour_exception, visit_type, weekly_hours};
use crate::directory::rules::normalise;
use crate::notifications::entity as notification;

/// The address of a name: "Dr Omar Haddad" is omar.haddad@example.org.
pub fn email(name: &str) -> String {
    let name = normalise(name.trim_start_matches("Dr "));
    format!("{}@example.org", name.replace(' ', "."))
}

/// Everybody's account, the newest last, as their ids are.
pub fn users(world: &World, notifications: &[notification::Model], hash: &str) -> Vec<user::Model> {
    let mut numbers: HashMap<Uuid, i64> = HashMap::new();
    for told in notifications {
        let last = numbers.entry(told.user_id).or_default();
        *last = told.number.max(*last);
    }
    let patients = world
        .patients
        .iter()
        .map(|(id, person)| (*id, person.name, Role::Patient));
    let doctors = world
        .doctors
        .iter()
        .map(|doctor| (doctor.id, doctor.person.name, Role::Doctor));
    patients
        .chain(doctors)
        .zip(0..)
        .map(|((id, name, role), n)| user::Model {
            id,
            email: email(name),
            email_key: email_key(&email(name)),
            password_hash: hash.to_owned(),
            role: role.as_str().to_owned(),
            full_name: name.to_owned(),
            photo: None,
            last_notification: numbers.get(&id).copied().unwrap_or_default(),
            language: None,
            suspended_at: None,
            created_at: world.now - TimeDelta::days(300) + TimeDelta::hours(n),
            profile_version: 1,
        })
        .collect()
}

/// What only patients have.
pub fn patients(world: &World) -> Vec<patient::Model> {
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let of = |list: &[&str], n: usize| list.get(n % list.len()).copied().and_then(text);
    let row = |(n, (id, person)): (usize, &(Uuid, &people::Patient))| {
        let city = &CITIES[person.city];
        let (year, month, day) = person.born;
        let street = city.streets[n % city.streets.len()];
        patient::Model {
            user_id: *id,
            // The table holds real days; a test says so.
            date_of_birth: NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default(),
            phone: Some(format!(
                "{}{:03} {:03}",
                city.phone,
                (n * 37 + 112) % 1000,
                (n * 91 + 345) % 1000
            )),
            address: (n % 4 != 3).then(|| street.replace('#', &(n * 7 % 90 + 1).to_string())),
            conditions: of(&answers::CONDITIONS, n),
            allergies: of(&answers::ALLERGIES, n),
            medicines: of(&answers::MEDICINES, n),
        }
    };
    world.patients.iter().enumerate().map(row).collect()
}

/// What only doctors have. All are verified; one takes no new requests.
pub fn doctors(world: &World) -> Vec<doctor::Model> {
    let last_of_many = world
        .doctors
        .iter()
        .rposition(|doctor| doctor.person.specialty == "psychiatry");
    let row = |doctor: &super::world::Doctor| {
        let person = doctor.person;
        let practice = words::of(person.specialty).practice;
        doctor::Model {
            user_id: doctor.id,
            name_key: normalise(person.name),
            specialty: person.specialty.to_owned(),
            licence_number: people::licence(doctor.n, person.city),
            languages: people::languages(doctor.n, person.city),
            biography: Some(people::biography(
                doctor.n,
                person.city,
                practice[doctor.n % practice.len()],
            )),
            accepting: Some(doctor.n) != last_of_many,
            verified_at: Some(world.now - TimeDelta::days(280)),
            minimum_notice_minutes: minutes(doctor.schedule.minimum_notice),
            horizon_days: i32::try_from(doctor.schedule.horizon.num_days()).unwrap_or(60),
            buffer_before_minutes: 0,
            buffer_after_minutes: 0,
            daily_cap: None,
            hours_version: 1,
        }
    };
    world.doctors.iter().map(row).collect()
}

fn minutes(delta: TimeDelta) -> i32 {
    i32::try_from(delta.num_minutes()).unwrap_or(120)
}

/// Their clinics.
pub fn clinics(world: &World) -> Vec<clinic::Model> {
    let of = |doctor: &super::world::Doctor| {
        let (doctor_id, zone, created_at) = (
            doctor.id,
            doctor.zone.name(),
            world.now - TimeDelta::days(279),
        );
        let rows = doctor.clinics.iter().map(move |(id, place)| clinic::Model {
            id: *id,
            doctor_id,
            name: place.name.to_owned(),
            address: place.address.to_owned(),
            latitude: Some(place.point.0),
            longitude: Some(place.point.1),
            time_zone: zone.to_owned(),
            notes: Some(place.notes.to_owned()),
            created_at,
            removed_at: None,
            version: 1,
        });
        rows.collect::<Vec<_>>()
    };
    world.doctors.iter().flat_map(of).collect()
}

/// Their weeks.
pub fn weekly_hours(world: &World, ids: &mut Ids) -> Vec<weekly_hours::Model> {
    let rows = world
        .doctors
        .iter()
        .flat_map(|doctor| doctor.schedule.weekly.iter().map(|row| (doctor.id, row)));
    rows.map(|(doctor_id, row)| weekly_hours::Model {
        id: ids.next(),
        doctor_id,
        clinic_id: row.clinic_id,
        weekday: i32::from(row.weekday),
        from_minute: row.from.minutes(),
        to_minute: row.to.minutes(),
        slot_minutes: i32::from(row.slot_minutes),
    })
    .collect()
}

/// Days that are not as usual.
pub fn exceptions(world: &World, ids: &mut Ids) -> Vec<hour_exception::Model> {
    let rows = world.doctors.iter().flat_map(|doctor| {
        doctor
            .schedule
            .exceptions
            .iter()
            .map(|row| (doctor.id, row))
    });
    rows.map(|(doctor_id, row)| hour_exception::Model {
        id: ids.next(),
        doctor_id,
        clinic_id: row.clinic_id,
        on_date: row.date,
        until_date: row.until,
        kind: row.kind.as_str().to_owned(),
        from_minute: row.from.map(|time| time.minutes()),
        to_minute: row.to.map(|time| time.minutes()),
    })
    .collect()
}

/// What patients of one of them choose from; with the others the hours say how long a visit takes.
pub fn visit_types(world: &World, ids: &mut Ids) -> Vec<visit_type::Model> {
    const KINDS: [(&str, i32); 3] = [
        ("First visit", 45),
        ("Follow-up", 20),
        ("Reading of a heart recording", 30),
    ];
    let Some(doctor) = world.doctors.get(INES) else {
        return Vec::new();
    };
    (0..)
        .zip(KINDS)
        .map(|(position, (name, minutes))| visit_type::Model {
            id: ids.next(),
            doctor_id: doctor.id,
            name: name.to_owned(),
            minutes,
            position,
            removed_at: None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::people::{ANA, PATIENTS};
    use super::*;
    use crate::accounts::rules;
    use std::collections::BTreeSet;

    #[test]
    fn addresses_are_of_one_person_each() {
        let names = || {
            PATIENTS
                .iter()
                .map(|person| person.name)
                .chain(people::doctors().map(|doctor| doctor.name))
        };
        let addresses: BTreeSet<String> = names().map(email).collect();
        assert_eq!(addresses.len(), names().count());
        assert!(
            addresses
                .iter()
                .all(|address| rules::email(address).is_ok())
        );
        assert_eq!(email(PATIENTS[ANA].name), "ana.reyes@example.org");
    }

    #[test]
    fn patients_are_plausible() {
        let world = World::new(
            crate::time::parse_instant("2026-11-24T09:00:00Z").unwrap(),
            &mut Ids::default(),
        );
        for row in patients(&world) {
            assert_ne!(row.date_of_birth, NaiveDate::default());
            assert!(row.phone.is_some_and(|phone| rules::phone(&phone).is_ok()));
        }
    }
}
