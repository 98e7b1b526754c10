//! The demonstration's doctors and patients, made up all of them.

use super::places::{LAS_PALMAS, LONDON, MADRID, NEW_YORK};

/// A doctor by name, specialty and city.
pub struct Doctor {
    pub name: &'static str,
    pub specialty: &'static str,
    pub city: usize,
}

/// A patient by name, date of birth and city.
pub struct Patient {
    pub name: &'static str,
    /// Year, month, day.
    pub born: (i32, u32, u32),
    pub city: usize,
    pub woman: bool,
}

impl Patient {
    /// Whether a visit to this specialty would be plausible.
    pub fn may_see(&self, specialty: &str) -> bool {
        specialty != "gynaecology" || (self.woman && self.born.0 >= 1975)
    }
}

/// Places in the tables below of those whose accounts are offered.
pub const OMAR: usize = 0;
pub const INES: usize = 1;
pub const ANA: usize = 0;

/// A specialty's doctors in the main cities: three of Madrid, one of London, one of New York.
const fn five(specialty: &'static str, names: [&'static str; 5]) -> [Doctor; 5] {
    let [a, b, c, d, e] = names;
    const fn doctor(specialty: &'static str, name: &'static str, city: usize) -> Doctor {
        Doctor {
            name,
            specialty,
            city,
        }
    }
    [
        doctor(specialty, a, MADRID),
        doctor(specialty, b, MADRID),
        doctor(specialty, c, MADRID),
        doctor(specialty, d, LONDON),
        doctor(specialty, e, NEW_YORK),
    ]
}

static MAIN: [[Doctor; 5]; 10] = [
    five(
        "cardiology",
        [
            "Dr Omar Haddad",
            "Dr Ines Prado",
            "Dr Lucía Ferrer",
            "Dr Thomas Whitfield",
            "Dr Naomi Adler",
        ],
    ),
    five(
        "general-practice",
        [
            "Dr Marta Quintana",
            "Dr Javier Olmo",
            "Dr Beatriz Salas",
            "Dr Priya Raman",
            "Dr Carlos Mendes",
        ],
    ),
    five(
        "dermatology",
        [
            "Dr Elena Vidal",
            "Dr Hugo Lozano",
            "Dr Irene Castaño",
            "Dr Fiona Gallagher",
            "Dr Grace Kim",
        ],
    ),
    five(
        "paediatrics",
        [
            "Dr Pablo Serrano",
            "Dr Nuria Bosch",
            "Dr Sofía Arranz",
            "Dr Daniel Osei",
            "Dr Rachel Stein",
        ],
    ),
    five(
        "orthopaedics",
        [
            "Dr Sergio Molina",
            "Dr Clara Iturbe",
            "Dr Andrés Peña",
            "Dr James Thornton",
            "Dr Michael Russo",
        ],
    ),
    five(
        "gynaecology",
        [
            "Dr Carmen Rivas",
            "Dr Alba Domínguez",
            "Dr Teresa Llorente",
            "Dr Amara Nwosu",
            "Dr Leila Farahani",
        ],
    ),
    five(
        "neurology",
        [
            "Dr Ignacio Duarte",
            "Dr Paula Cifuentes",
            "Dr Víctor Rey",
            "Dr Helen Marsh",
            "Dr Samuel Brooks",
        ],
    ),
    five(
        "psychiatry",
        [
            "Dr Raquel Montero",
            "Dr Diego Aguilar",
            "Dr Julia Sanchis",
            "Dr Owen Pritchard",
            "Dr Maya Feldman",
        ],
    ),
    five(
        "ophthalmology",
        [
            "Dr Fernando Lara",
            "Dr Silvia Otero",
            "Dr Manuel Gil",
            "Dr Anjali Desai",
            "Dr Victor Chen",
        ],
    ),
    five(
        "otolaryngology",
        [
            "Dr Rocío Herrero",
            "Dr Alberto Nieto",
            "Dr Eva Barrios",
            "Dr Colin Fraser",
            "Dr Sarah Goldberg",
        ],
    ),
];

static OTHERS: [Doctor; 3] = [
    Doctor {
        name: "Dr Yaiza Santana",
        specialty: "endocrinology",
        city: LAS_PALMAS,
    },
    Doctor {
        name: "Dr Airam Betancor",
        specialty: "gastroenterology",
        city: LAS_PALMAS,
    },
    Doctor {
        name: "Dr Idaira Suárez",
        specialty: "dentistry",
        city: LAS_PALMAS,
    },
];

/// Every doctor.
pub fn doctors() -> impl Iterator<Item = &'static Doctor> {
    MAIN.iter().flatten().chain(&OTHERS)
}

const fn she(name: &'static str, born: (i32, u32, u32), city: usize) -> Patient {
    Patient {
        name,
        born,
        city,
        woman: true,
    }
}

const fn he(name: &'static str, born: (i32, u32, u32), city: usize) -> Patient {
    Patient {
        name,
        born,
        city,
        woman: false,
    }
}

/// Every patient.
pub static PATIENTS: [Patient; 60] = [
    she("Ana Reyes", (1988, 3, 9), MADRID),
    he("Ben Okafor", (1965, 6, 21), MADRID),
    she("Mei Tanaka", (1997, 1, 30), MADRID),
    he("Jonas Lind", (1981, 8, 14), MADRID),
    she("Lucía Martín", (1974, 5, 2), MADRID),
    he("Omar Aziz", (1959, 11, 11), MADRID),
    she("Eva Novak", (1990, 9, 27), MADRID),
    he("Sam Carter", (1985, 12, 5), MADRID),
    she("Rosa Delgado", (1951, 4, 18), MADRID),
    he("Miguel Ángel Torres", (1969, 7, 7), MADRID),
    she("Isabel Navarro", (1993, 2, 13), MADRID),
    he("Dmitri Volkov", (1978, 10, 1), MADRID),
    she("Fatima El Idrissi", (1986, 6, 3), MADRID),
    he("Álvaro Campos", (2001, 3, 25), MADRID),
    she("Gloria Esteban", (1946, 8, 30), MADRID),
    he("Nicolás Prieto", (1999, 5, 16), MADRID),
    she("Laura Benítez", (1983, 1, 8), MADRID),
    he("Ahmed Karimi", (1972, 12, 20), MADRID),
    she("Marina Soto", (1995, 4, 11), MADRID),
    he("José Luis Vega", (1956, 9, 3), MADRID),
    she("Claudia Ferri", (1991, 7, 19), MADRID),
    he("Wei Zhang", (1987, 11, 29), MADRID),
    she("Pilar Hidalgo", (1963, 2, 6), MADRID),
    he("Tomás Ibarra", (1976, 10, 15), MADRID),
    she("Emma Lefèvre", (2000, 6, 9), MADRID),
    he("Ricardo Fuentes", (1968, 3, 31), MADRID),
    she("Zoe Papadaki", (1994, 8, 22), MADRID),
    he("Hassan Bakri", (1980, 5, 5), MADRID),
    she("Cristina Romero", (1971, 1, 17), MADRID),
    he("Guillermo Paz", (1989, 9, 12), MADRID),
    she("Valeria Rossi", (1998, 12, 28), MADRID),
    he("Antonio Cabrera", (1949, 6, 14), MADRID),
    she("Noa Shapiro", (1992, 4, 4), MADRID),
    he("Luis Escudero", (1984, 7, 26), MADRID),
    he("Oliver Hughes", (1979, 2, 19), LONDON),
    she("Amelia Clarke", (1996, 10, 8), LONDON),
    he("Harpreet Singh", (1970, 5, 23), LONDON),
    she("Chloe Bennett", (1987, 8, 1), LONDON),
    he("George Adeyemi", (1961, 11, 17), LONDON),
    she("Isla Morrison", (2002, 1, 12), LONDON),
    he("Mohammed Rahman", (1982, 9, 29), LONDON),
    she("Charlotte Evans", (1953, 3, 6), LONDON),
    he("Liam O’Connor", (1990, 6, 30), LONDON),
    she("Aisha Yusuf", (1994, 12, 2), LONDON),
    he("Peter Kowalski", (1975, 4, 27), LONDON),
    she("Sophie Turner-Hill", (1986, 7, 13), LONDON),
    he("William Ford", (1944, 10, 20), LONDON),
    she("Maria Santos", (1999, 2, 24), NEW_YORK),
    he("Ethan Walker", (1983, 5, 18), NEW_YORK),
    she("Olivia Jackson", (1977, 8, 9), NEW_YORK),
    he("Noah Rosenberg", (1966, 1, 3), NEW_YORK),
    she("Ava Thompson", (1993, 11, 6), NEW_YORK),
    he("David Park", (1988, 3, 22), NEW_YORK),
    she("Sofia Petrova", (1958, 9, 15), NEW_YORK),
    he("Jamal Robinson", (1997, 6, 25), NEW_YORK),
    she("Hannah Schwartz", (1971, 12, 11), NEW_YORK),
    he("Lucas Ferreira", (1985, 4, 16), NEW_YORK),
    she("Kiara Hernández", (2003, 7, 2), NEW_YORK),
    he("Tenesor Cruz", (1992, 10, 10), LAS_PALMAS),
    she("Dácil Morales", (1967, 2, 28), LAS_PALMAS),
];

/// What doctors of a city speak, besides what the table of a city begins with.
pub fn languages(n: usize, city: usize) -> String {
    const MORE: [&str; 6] = ["", "French", "", "German", "Portuguese", ""];
    let own = match (n, city) {
        (OMAR, _) => return "Spanish, English, Arabic".to_owned(),
        (_, MADRID | LAS_PALMAS) => "Spanish, English",
        (_, LONDON) => "English",
        _ => "English, Spanish",
    };
    match MORE[n % MORE.len()] {
        "" => own.to_owned(),
        more => format!("{own}, {more}"),
    }
}

/// What a doctor says of themselves.
pub fn biography(n: usize, city: usize, practice: &str) -> String {
    const SCHOOLS: [[&str; 2]; 4] = [
        [
            "Studied in Madrid and trained at a university hospital there.",
            "Studied in Salamanca, then worked in Barcelona for six years.",
        ],
        [
            "Trained in London and Edinburgh.",
            "Studied in Leeds and has worked in London since 2012.",
        ],
        [
            "Trained in New York and Boston.",
            "Studied in Chicago; board certified since 2014.",
        ],
        ["Studied in La Laguna and came home after years in Madrid."; 2],
    ];
    const MANNERS: [&str; 5] = [
        "Explains each finding on a drawing that you take home.",
        "Takes the time to listen first, and writes down what was agreed.",
        "Prefers one good question over three tests.",
        "Likes it when you bring someone along.",
        "Sends results with a sentence on what they mean.",
    ];
    if n == OMAR {
        return "General cardiologist with twenty years in hospital and practice: high blood pressure, \
                prevention, and what comes after a heart attack. Explains each finding on a drawing that \
                you take home."
            .to_owned();
    }
    if n == INES {
        return "Runs the rhythm clinic: palpitations, Holter recordings on the same day, and life with a \
                pacemaker. Studied in Salamanca and trained in Lyon."
            .to_owned();
    }
    let school = SCHOOLS[city % SCHOOLS.len()][n / 5 % 2];
    format!(
        "Sees people above all for {practice}. {school} {}",
        MANNERS[n % MANNERS.len()]
    )
}

/// As registers of the city print them.
pub fn licence(n: usize, city: usize) -> String {
    match city {
        MADRID => format!("28/28/{:05}", 41_207 + n * 137),
        LONDON => format!("GMC {}", 7_104_312 + n * 911),
        NEW_YORK => format!("NY {}", 261_008 + n * 53),
        _ => format!("35/35/{:05}", 8_112 + n * 71),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn there_are_enough_doctors_to_refer_to() {
        let mut by_specialty: BTreeMap<&str, usize> = BTreeMap::new();
        for doctor in doctors() {
            assert!(
                crate::directory::specialties::by_slug(doctor.specialty).is_some(),
                "{}",
                doctor.specialty
            );
            *by_specialty.entry(doctor.specialty).or_default() += 1;
        }
        assert!(doctors().count() >= 50);
        assert!(by_specialty.values().filter(|count| **count >= 3).count() >= 8);
    }

    #[test]
    fn texts_are_what_a_person_could_have_typed() {
        use crate::accounts::rules;
        for (n, doctor) in doctors().enumerate() {
            assert!(rules::full_name(doctor.name).is_ok_and(|name| name == doctor.name));
            let licence = licence(n, doctor.city);
            assert_eq!(rules::licence_number(&licence), Ok(licence.clone()));
        }
    }
}
