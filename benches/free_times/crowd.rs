//! Many doctors, patients and appointments at once: rows written by the database itself.
//!
//! Everybody has the same hours, and each doctor the same number of appointments in the two weeks to
//! come, however many there are in all; the rest lies in the past. So whatever is asked of one of
//! them has the same answer in a small crowd and in a large one.

use chrono::{DateTime, SecondsFormat, Utc};
use uuid::Uuid;

/// Live appointments of each doctor to come: four a day for two weeks.
const LIVE: u32 = 56;

/// How many there are. There are at least as many patients as doctors.
#[derive(Clone, Copy, Debug)]
pub struct Crowd {
    pub doctors: u32,
    pub patients: u32,
    pub appointments: u32,
    /// Of all patients together; the newest of each is unread.
    pub notifications: u32,
}

/// The kinds of rows, which set their ids apart.
const DOCTORS: u32 = 1;
const PATIENTS: u32 = 2;
const CLINICS: u32 = 3;
const WEEKLY: u32 = 4;
const VISIT_TYPES: u32 = 5;
const APPOINTMENTS: u32 = 6;
const NOTIFICATIONS: u32 = 7;
const STEPS: u32 = 8;
const SESSIONS: u32 = 9;

/// Spreads people over the whole range, as if they had come one by one: else the doctors would
/// all stand before the patients. What happens to them comes in its order.
const SPREAD: u64 = 2_654_435_761;

fn id(kind: u32, n: u32) -> Uuid {
    let head = match kind {
        DOCTORS | PATIENTS => u64::from(n) * SPREAD % (1 << 32),
        _ => 0,
    };
    Uuid::from_u128((u128::from(head) << 96) | (u128::from(kind) << 64) | u128::from(n))
}

/// A doctor, by number.
pub fn doctor(n: u32) -> Uuid {
    id(DOCTORS, n)
}

/// A patient, by number.
pub fn patient(n: u32) -> Uuid {
    id(PATIENTS, n)
}

/// A doctor's clinic.
pub fn clinic(doctor: u32) -> Uuid {
    id(CLINICS, doctor)
}

/// An appointment, by number: of the doctor and the patient whose number is what is left of it
/// by how many there are of them.
pub fn appointment(n: u32) -> Uuid {
    id(APPOINTMENTS, n)
}

/// The kind of visit of a doctor that takes 45 minutes.
pub fn visit_type(doctor: u32) -> Uuid {
    id(VISIT_TYPES, doctor)
}

impl Crowd {
    /// The statements that write all of it, for PostgreSQL or for SQLite, as of `now`.
    pub fn sql(&self, postgres: bool, now: DateTime<Utc>) -> Vec<String> {
        let sql = Sql { postgres, now };
        let (doctors, patients) = (self.doctors, self.patients);
        let (created, yes) = (sql.at("-1000000"), "true");
        let mut all = Vec::new();
        let told = format!("({} - n + {patients} - 1) / {patients}", self.notifications);
        for (kind, count, role, told) in [
            (DOCTORS, doctors, "doctor", "0"),
            (PATIENTS, patients, "patient", &told),
        ] {
            all.push(sql.insert(
                "users (id, email, email_key, password_hash, role, full_name, last_notification, created_at)",
                &format!(
                    "{}, '{role}' || n, '{role}' || n, '', '{role}', '{role} ' || n, {told}, {created}",
                    sql.id(kind, "n")
                ),
                count,
            ));
        }
        all.push(sql.insert(
            "patients (user_id, date_of_birth)",
            &format!("{}, {}", sql.id(PATIENTS, "n"), sql.date("1984-03-09")),
            patients,
        ));
        all.push(sql.insert(
            "doctors (user_id, name_key, specialty, licence_number, languages, accepting, verified_at)",
            &format!(
                "{}, 'doctor ' || n, case n % 4 when 0 then 'cardiology' when 1 then 'dermatology' \
                 when 2 then 'neurology' else 'general-practice' end, 'L' || n, 'Spanish', {yes}, {created}",
                sql.id(DOCTORS, "n")
            ),
            doctors,
        ));
        all.push(sql.insert(
            "clinics (id, doctor_id, name, address, time_zone, created_at)",
            &format!(
                "{}, {}, 'Clinic', 'Calle Mayor 1', 'Europe/Madrid', {created}",
                sql.id(CLINICS, "n"),
                sql.id(DOCTORS, "n")
            ),
            doctors,
        ));
        all.push(sql.insert(
            "weekly_hours (id, doctor_id, clinic_id, weekday, from_minute, to_minute, slot_minutes)",
            &format!(
                "{}, {}, {}, n % 7 + 1, 480, 1200, 30",
                sql.id(WEEKLY, "n"),
                sql.id(DOCTORS, "n / 7"),
                sql.id(CLINICS, "n / 7")
            ),
            doctors * 7,
        ));
        all.push(sql.insert(
            "visit_types (id, doctor_id, name, minutes, position)",
            &format!(
                "{}, {}, 'First visit', 45, 0",
                sql.id(VISIT_TYPES, "n"),
                sql.id(DOCTORS, "n")
            ),
            doctors,
        ));
        all.push(sql.insert(
            "sessions (id, user_id, refresh_hash, rotated_at, created_at, expires_at)",
            &format!(
                "{}, {}, 's' || n, {created}, {created}, {created}",
                sql.id(SESSIONS, "n"),
                sql.id(PATIENTS, "n")
            ),
            patients,
        ));
        all.push(self.appointments(&sql));
        all.push(sql.insert(
            "timeline_events (id, case_id, appointment_id, at, actor_id, actor_role, action, to_status)",
            &format!(
                "{}, {of}, {of}, {created}, {}, 'patient', 'request', 'pending'",
                sql.id(STEPS, "n"),
                sql.id(PATIENTS, &format!("n % {patients}")),
                of = sql.id(APPOINTMENTS, "n"),
            ),
            self.appointments,
        ));
        all.push(sql.insert(
            "referrals (case_id, doctor_id, from_id, referrer_id, urgent, reason, created_at)",
            &format!(
                "{of}, {}, {of}, {}, false, 'Palpitations', {created}",
                sql.id(DOCTORS, &format!("(n * 10 + 1) % {doctors}")),
                sql.id(DOCTORS, &format!("n * 10 % {doctors}")),
                of = sql.id(APPOINTMENTS, "n * 10"),
            ),
            self.appointments / 10,
        ));
        all.push(sql.insert(
            "notifications (id, user_id, number, kind, title, body, link, read_at, created_at)",
            &format!(
                "{}, {}, n / {patients} + 1, 'accepted', 'Accepted', 'Madrid', '/appointments', \
                 case when n + {patients} < {} then {created} end, {created}",
                sql.id(NOTIFICATIONS, "n"),
                sql.id(PATIENTS, &format!("n % {patients}")),
                self.notifications
            ),
            self.notifications,
        ));
        all.push(
            if postgres {
                "vacuum analyze"
            } else {
                "analyze"
            }
            .to_owned(),
        );
        all
    }

    /// The k-th appointment of each doctor before the k+1st of any.
    fn appointments(&self, sql: &Sql) -> String {
        let (doctors, patients) = (self.doctors, self.patients);
        let k = format!("(n / {doctors})");
        // The days to come from tomorrow on, four a day from nine in Madrid's winter; then back, twelve a day.
        let minutes = format!(
            "(case when {k} < {LIVE} then (1 + {k} / 4) * 1440 + 480 + ({k} % 4) * 60 \
             else -(1 + ({k} - {LIVE}) / 12) * 1440 + 480 + (({k} - {LIVE}) % 12) * 30 end)"
        );
        let status = format!(
            "case when {k} < {LIVE} then case n % 3 when 0 then 'pending' else 'accepted' end \
             else case n % 20 when 0 then 'no_show' when 1 then 'declined' when 2 then 'cancelled' \
             when 3 then 'cancelled' else 'completed' end end"
        );
        // Some of what is pending is asked for in place of the same doctor's one before.
        let moved_from = format!(
            "case when {k} between 1 and {LIVE} - 1 and n % 33 = 0 then {} end",
            sql.id(APPOINTMENTS, &format!("n - {doctors}"))
        );
        sql.insert(
            "appointments (id, case_id, doctor_id, patient_id, clinic_id, moved_from, status, starts_at, ends_at, time_zone, \
             reason, answer_by, created_at, updated_at)",
            &format!(
                "{own}, {own}, {}, {}, {}, {moved_from}, {status}, {}, {}, 'Europe/Madrid', 'Palpitations', {}, {created}, {created}",
                sql.id(DOCTORS, &format!("n % {doctors}")),
                sql.id(PATIENTS, &format!("n % {patients}")),
                sql.id(CLINICS, &format!("n % {doctors}")),
                sql.at(&minutes),
                sql.at(&format!("{minutes} + 30")),
                sql.at(&format!("{minutes} - 60")),
                own = sql.id(APPOINTMENTS, "n"),
                created = sql.at(&format!("{minutes} - 10080")),
            ),
            self.appointments,
        )
    }
}

/// The words in which the two databases differ.
struct Sql {
    postgres: bool,
    now: DateTime<Utc>,
}

impl Sql {
    /// Inserts a row for each `n` below `count`.
    fn insert(&self, into: &str, values: &str, count: u32) -> String {
        format!(
            "insert into {into} with recursive series(n) as (select 0 union all select n + 1 from series \
             where n + 1 < {count}) select {values} from series where n < {count}"
        )
    }

    fn id(&self, kind: u32, n: &str) -> String {
        let bigint = if self.postgres { "::bigint" } else { "" };
        let head = match kind {
            DOCTORS | PATIENTS => format!("({n}){bigint} * {SPREAD} % 4294967296"),
            _ => "0".to_owned(),
        };
        if self.postgres {
            format!(
                "(lpad(to_hex({head}), 8, '0') || lpad(to_hex({kind}), 8, '0') || lpad(to_hex({n}), 16, '0'))::uuid"
            )
        } else {
            format!("unhex(printf('%08x%08x%016x', {head}, {kind}, {n}))")
        }
    }

    /// So many minutes after the last midnight in UTC.
    fn at(&self, minutes: &str) -> String {
        let midnight = self
            .now
            .date_naive()
            .and_time(chrono::NaiveTime::MIN)
            .and_utc();
        if self.postgres {
            let midnight = midnight.to_rfc3339_opts(SecondsFormat::Secs, true);
            format!("timestamptz '{midnight}' + ({minutes}) * interval '1 minute'")
        } else {
            let midnight = midnight.format("%Y-%m-%d %H:%M:%S");
            format!("strftime('%Y-%m-%dT%H:%M:%S+00:00', '{midnight}', ({minutes}) || ' minutes')")
        }
    }

    fn date(&self, date: &str) -> String {
        if self.postgres {
            format!("date '{date}'")
        } else {
            format!("'{date}'")
        }
    }
}
