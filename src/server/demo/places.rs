//! Where the demonstration's doctors work, and when.

use crate::availability::model::TimeOfDay;

/// A place of made-up name at a real address.
pub struct Place {
    pub name: &'static str,
    pub address: &'static str,
    /// Degrees north, degrees east.
    pub point: (f64, f64),
    pub notes: &'static str,
}

/// A city: its zone, its clinics, and how its people are called up.
pub struct City {
    pub zone: &'static str,
    pub clinics: &'static [Place],
    /// What a phone number there begins with; six digits follow.
    pub phone: &'static str,
    /// Streets where patients live, `#` standing for the house.
    pub streets: &'static [&'static str],
}

const fn place(
    name: &'static str,
    address: &'static str,
    point: (f64, f64),
    notes: &'static str,
) -> Place {
    Place {
        name,
        address,
        point,
        notes,
    }
}

pub const MADRID: usize = 0;
pub const LONDON: usize = 1;
pub const NEW_YORK: usize = 2;
pub const LAS_PALMAS: usize = 3;

/// The cities, by the constants above.
pub static CITIES: [City; 4] = [
    City {
        zone: "Europe/Madrid",
        clinics: &[
            place(
                "Clínica Sol",
                "Calle Mayor 12, 28013 Madrid",
                (40.4163, -3.7057),
                "First floor, door B. Bring earlier reports.",
            ),
            place(
                "Rhythm clinic",
                "Gran Vía 20, 28013 Madrid",
                (40.4196, -3.6997),
                "Second floor, ring at “Ritmo”. Bring your last ECG.",
            ),
            place(
                "Hospital Norte",
                "Paseo de la Castellana 261, 28046 Madrid",
                (40.4791, -3.6874),
                "Outpatients, entrance on the left. Take a ticket for desk 4.",
            ),
            place(
                "Centro Médico Retiro",
                "Calle de Alcalá 96, 28009 Madrid",
                (40.4236, -3.6776),
                "Step-free entrance through the courtyard.",
            ),
            place(
                "Clínica Chamberí",
                "Calle de Santa Engracia 41, 28010 Madrid",
                (40.4318, -3.6985),
                "Ring at “Consultas”. Metro Alonso Martínez.",
            ),
            place(
                "Policlínica Lavapiés",
                "Calle de Embajadores 28, 28012 Madrid",
                (40.4085, -3.7040),
                "Ground floor. Parking in Calle de Miguel Servet.",
            ),
        ],
        phone: "+34 600 ",
        streets: &[
            "Calle de Atocha #, 28012 Madrid",
            "Calle de Fuencarral #, 28004 Madrid",
            "Calle de Toledo #, 28005 Madrid",
            "Calle de Goya #, 28001 Madrid",
        ],
    },
    City {
        zone: "Europe/London",
        clinics: &[
            place(
                "Wimpole Consulting Rooms",
                "24 Wimpole Street, London W1G 8GF",
                (51.5181, -0.1483),
                "Please ring the lower bell. Lift to all floors.",
            ),
            place(
                "Bloomsbury Health Centre",
                "51 Lamb’s Conduit Street, London WC1N 3NB",
                (51.5217, -0.1183),
                "Entrance beside the bookshop.",
            ),
            place(
                "London Bridge Clinic",
                "89 Borough High Street, London SE1 1NL",
                (51.5036, -0.0912),
                "Third floor. Two minutes from the station.",
            ),
        ],
        phone: "+44 7700 ",
        streets: &[
            "# Theobalds Road, London WC1X",
            "# Upper Street, London N1",
            "# Brixton Road, London SW9",
        ],
    },
    City {
        zone: "America/New_York",
        clinics: &[
            place(
                "Union Square Medical",
                "33 East 17th Street, New York, NY 10003",
                (40.7369, -73.9896),
                "Suite 5. Have a photo ID with you.",
            ),
            place(
                "Upper West Side Practice",
                "240 West 72nd Street, New York, NY 10023",
                (40.7787, -73.9830),
                "Buzz 2A. The 1, 2 and 3 trains stop at the corner.",
            ),
            place(
                "Brooklyn Heights Care",
                "142 Montague Street, Brooklyn, NY 11201",
                (40.6943, -73.9935),
                "Ground floor, step-free.",
            ),
        ],
        phone: "+1 212 555 ",
        streets: &[
            "# Amsterdam Avenue, New York, NY 10025",
            "# Court Street, Brooklyn, NY 11201",
        ],
    },
    City {
        zone: "Atlantic/Canary",
        clinics: &[place(
            "Centro Médico Triana",
            "Calle Mayor de Triana 60, 35002 Las Palmas de Gran Canaria",
            (28.1055, -15.4155),
            "First floor, over the pharmacy.",
        )],
        phone: "+34 611 ",
        streets: &["Calle de León y Castillo #, 35003 Las Palmas de Gran Canaria"],
    },
];

/// Hours of a week: ISO weekday, from and to in hours, at which of the doctor's clinics.
type Week = &'static [(u8, u8, u8, usize)];

/// The weeks that doctors choose from, each with the length of an appointment. A doctor with one
/// clinic is there for all of it.
static WEEKS: [(u16, Week); 4] = [
    (
        30,
        &[
            (1, 9, 14, 0),
            (1, 16, 20, 0),
            (2, 9, 14, 1),
            (2, 16, 19, 0),
            (3, 9, 14, 0),
            (3, 16, 20, 0),
            (4, 9, 14, 1),
            (5, 8, 15, 0),
        ],
    ),
    (
        20,
        &[
            (1, 8, 13, 0),
            (2, 8, 13, 0),
            (3, 14, 19, 1),
            (4, 8, 13, 0),
            (5, 9, 13, 0),
        ],
    ),
    (
        30,
        &[
            (2, 10, 14, 0),
            (2, 15, 19, 0),
            (3, 10, 14, 0),
            (4, 10, 14, 0),
            (4, 15, 19, 1),
            (5, 10, 14, 0),
            (6, 10, 13, 0),
        ],
    ),
    (
        45,
        &[(1, 9, 15, 0), (3, 9, 15, 0), (4, 12, 18, 1), (5, 9, 15, 0)],
    ),
];

/// Hours as a table keeps them.
pub struct Hours {
    pub weekday: u8,
    pub from: TimeOfDay,
    pub to: TimeOfDay,
    pub slot_minutes: u16,
    /// Which of the doctor's clinics.
    pub clinic: usize,
}

/// A week for the `n`th doctor, who has so many clinics.
pub fn week(n: usize, clinics: usize) -> impl Iterator<Item = Hours> {
    let (slot_minutes, week) = &WEEKS[n % WEEKS.len()];
    week.iter().filter_map(move |(weekday, from, to, clinic)| {
        Some(Hours {
            weekday: *weekday,
            from: hour(*from)?,
            to: hour(*to)?,
            slot_minutes: *slot_minutes,
            clinic: clinic % clinics.max(1),
        })
    })
}

/// A full hour.
pub fn hour(hour: u8) -> Option<TimeOfDay> {
    TimeOfDay::from_minutes(i32::from(hour) * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_week_keeps_its_hours() {
        for (n, (_, written)) in WEEKS.iter().enumerate() {
            assert_eq!(week(n, 1).count(), written.len());
            assert!(week(n, 1).all(|hours| hours.from < hours.to && hours.clinic == 0));
        }
    }

    #[test]
    fn zones_are_known() {
        assert!(
            CITIES
                .iter()
                .all(|city| crate::availability::service::is_zone(city.zone))
        );
    }
}
