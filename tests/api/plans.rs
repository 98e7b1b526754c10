//! What the databases make of the questions that are asked most: each finds its rows by an index.
//!
//! The statements are those that the product really sends, heard on their way; then the database
//! explains them, with the rows of a practice of some size in it.

use std::sync::{Arc, Mutex};

use medappoint::accounts::entity::user;
use medappoint::accounts::session;
use medappoint::appointments::service::expire_overdue;
use medappoint::notifications::service as notifications;
use medappoint::server::startup;
use medappoint::server::state::{App, Parts};
use medappoint::texts::Language;
use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use serde_json::json;
use uuid::Uuid;

#[path = "../../benches/free_times/crowd.rs"]
mod crowd;

use self::crowd::{Crowd, appointment, clinic, doctor, patient, visit_type};
use crate::harness::{Client, TestApp};

/// Tables that are large, or will be. Of others a database may well read the whole.
const LARGE: [&str; 7] = [
    "appointments",
    "timeline_events",
    "referrals",
    "notifications",
    "sessions",
    "users",
    "patients",
];

/// An index of what is open alone, which is little however much there has been.
const SMALL: &str = "appointments_one_open_move";

/// An application whose statements are heard.
struct Heard {
    app: App,
    /// Nobody in particular.
    anonymous: Client,
    statements: Arc<Mutex<Vec<Statement>>>,
    /// What is not as it should be, so that one run says all of it.
    wrong: Mutex<Vec<String>>,
}

/// A step of a plan, and the statement that it is of.
type Node = (String, String);

impl Heard {
    fn new(app: &App) -> Self {
        let statements: Arc<Mutex<Vec<Statement>>> = Arc::default();
        let heard = statements.clone();
        let app = App::new(Parts {
            settings: app.settings.clone(),
            db: app
                .db
                .heard(move |statement| heard.lock().unwrap().push(statement.clone())),
            secret: app.secret.clone(),
            clock: app.clock.clone(),
            wake: app.wake.clone(),
            media: app.media.clone(),
            mailer: app.mailer.clone(),
            heavy_work: app.heavy_work.clone(),
            picture_work: app.picture_work.clone(),
            stopping: app.stopping.clone(),
        });
        // One for all: connections that were opened in its threads end with it.
        let anonymous = Client::new(startup::router(&app));
        Self {
            app,
            anonymous,
            statements,
            wrong: Mutex::default(),
        }
    }

    /// Somebody of the crowd.
    async fn signed_in(&self, id: Uuid) -> Client {
        let db = self.app.db.write();
        let row = user::Entity::find_by_id(id).one(db).await.unwrap().unwrap();
        let tokens = session::begin(&self.app, db, &row).await.unwrap();
        self.anonymous.bearing(&tokens.access_token)
    }

    /// How the database answers what is asked of it: the steps of all plans.
    async fn plans<T>(&self, asked: impl Future<Output = T>) -> Vec<Node> {
        self.statements.lock().unwrap().clear();
        asked.await;
        let statements = std::mem::take(&mut *self.statements.lock().unwrap());
        let tx = self.app.db.begin().await.unwrap();
        if !self.app.db.is_sqlite() {
            // By default PostgreSQL reckons with a disk that has to turn first.
            tx.execute_unprepared("set local random_page_cost = 1.1")
                .await
                .unwrap();
        }
        let (explain, column) = if self.app.db.is_sqlite() {
            ("explain query plan ", "detail")
        } else {
            ("explain ", "QUERY PLAN")
        };
        let mut nodes: Vec<Node> = Vec::new();
        for statement in statements {
            // An insert looks nothing up; SQLite's plan of one names tables that may refer to it.
            if statement.sql.starts_with("INSERT") {
                continue;
            }
            let explained = Statement {
                sql: [explain, &statement.sql].concat(),
                ..statement.clone()
            };
            let rows = tx.query_all_raw(explained).await.unwrap();
            for (n, row) in rows.iter().enumerate() {
                let line: String = row.try_get("", column).unwrap();
                match nodes.last_mut() {
                    // PostgreSQL says more of a step on lines of their own.
                    Some((node, _))
                        if n > 0 && !self.app.db.is_sqlite() && !line.contains("->") =>
                    {
                        node.push('\n');
                        node.push_str(&line);
                    }
                    _ => nodes.push((line, statement.sql.clone())),
                }
            }
        }
        tx.rollback().await.unwrap();
        nodes
    }

    /// Each large table that is asked is asked by an index, and one step names all of `words`.
    async fn finds<T>(&self, what: &str, words: &[&str], asked: impl Future<Output = T>) {
        let nodes = self.plans(asked).await;
        let mut wrong = self.wrong.lock().unwrap();
        for (node, sql) in nodes.iter().filter(|(node, sql)| reads_all(node, sql)) {
            wrong.push(format!("{what}: {node}\n{sql}"));
        }
        let used = |(node, _): &Node| words.iter().all(|word| node.contains(word));
        if !nodes.iter().any(used) {
            let nodes: Vec<&str> = nodes.iter().map(|(node, _)| node.as_str()).collect();
            wrong.push(format!("{what} without {words:?}:\n{}", nodes.join("\n")));
        }
    }

    /// The same of a call that succeeds.
    async fn get(&self, who: &Client, path: &str, words: &[&str]) {
        let asked = async { who.get(path).await.is(200) };
        self.finds(path, words, asked).await;
    }
}

/// Whether a step of a plan goes through a large table, or through a whole index of it.
fn reads_all(node: &str, sql: &str) -> bool {
    let first = node.lines().next().unwrap_or_default();
    let after = |word: &str| {
        let (_, rest) = first.split_once(word)?;
        rest.split(' ').next()
    };
    let name = if let Some(name) = after("Seq Scan on ").or(after("SCAN ")) {
        name
    } else if first.contains("Index") && first.contains(" using ") && !node.contains("Index Cond") {
        if first.contains(SMALL) {
            return false;
        }
        after(" on ").unwrap_or_default()
    } else {
        return false;
    };
    // SQLite calls a table by its alias.
    let aliased = |table: &str| sql.contains(&format!("\"{table}\" AS \"{name}\""));
    // What is held is little, but no reason to read all that was ever offered. PostgreSQL reads a
    // table that is empty whatever index it has.
    let offers = name == "waiting_offers" && first.contains("SCAN waiting_offers");
    offers || LARGE.iter().any(|table| name == *table || aliased(table))
}

#[test]
fn a_plan_that_reads_all_is_known_by_its_lines() {
    let sql = r#"select * from "appointments" join "users" AS "du" on true"#;
    for node in [
        "SCAN appointments",
        "SCAN appointments USING INDEX appointments_by_case",
        "SCAN du",
        "SCAN waiting_offers",
        "  ->  Seq Scan on appointments  (cost=0.00..1.00 rows=1 width=1)",
        "Parallel Seq Scan on users du  (cost=0.00..1.00 rows=1 width=1)",
        "->  Index Scan using users_pkey on users du  (cost=0.00..1.00)\n  Filter: true",
        "Index Only Scan using appointments_by_case on appointments  (cost=0.00..1.00)",
    ] {
        assert!(reads_all(node, sql), "{node}");
    }
    for node in [
        "SEARCH appointments USING INDEX appointments_by_doctor (doctor_id=?)",
        "SCAN clinics",
        "SCAN CONSTANT ROW",
        "Index Scan using users_pkey on users du  (cost=0.00..1.00)\n  Index Cond: (id = $1)",
        "Index Scan using doctors_by_name on doctors  (cost=0.00..1.00)",
        "Seq Scan on clinics  (cost=0.00..1.00 rows=1 width=1)",
    ] {
        assert!(!reads_all(node, sql), "{node}");
    }
}

#[tokio::test]
async fn what_is_asked_most_is_found_by_an_index() {
    let app = TestApp::start().await;
    app.set_clock("2026-11-24T08:00:00Z");
    let crowd = Crowd {
        doctors: 400,
        patients: 20_000,
        appointments: 80_000,
        notifications: 60_000,
    };
    for statement in crowd.sql(!app.db.is_sqlite(), app.now()) {
        app.db.write().execute_unprepared(&statement).await.unwrap();
    }
    let heard = Heard::new(&app);
    free_times_and_the_directory(&heard).await;
    what_a_doctor_looks_at(&heard).await;
    what_a_patient_looks_at(&heard).await;
    what_is_overdue(&heard).await;
    let wrong = heard.wrong.lock().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What is taken of doctors' time, by when.
const TAKEN: [&str; 2] = ["appointments_taken", "starts_at"];
/// The days ahead hold nothing that is over: either index by doctor and start reads the same rows.
const AHEAD: [&str; 2] = ["appointments_", "starts_at"];
/// What is held of a doctor's time.
const HELD: [&str; 2] = ["waiting_offers", "doctor_id"];
const BY_DOCTOR: &str = "appointments_by_doctor";
const BY_PATIENT: &str = "appointments_by_patient";

async fn free_times_and_the_directory(heard: &Heard) {
    let anonymous = &heard.anonymous;
    let id = doctor(7);
    let path = format!("/api/doctors/{id}/slots?days=14");
    heard.get(anonymous, &path, &TAKEN).await;
    let path = format!("{path}&from=2026-12-01");
    heard.get(anonymous, &path, &AHEAD).await;
    let kind = visit_type(7);
    let path = format!("/api/doctors/{id}/slots?days=14&visit_type={kind}");
    heard.get(anonymous, &path, &TAKEN).await;
    heard
        .get(anonymous, &format!("/api/doctors/{id}"), &TAKEN)
        .await;
    for (query, index) in [
        ("", "doctors_by_name"),
        ("?q=doctor+7", "doctors"),
        ("?specialty=cardiology", "doctors_by_specialty"),
        ("?specialty=cardiology&available=week", "appointments_taken"),
    ] {
        heard
            .get(anonymous, &format!("/api/doctors{query}"), &[index])
            .await;
    }
    heard
        .get(anonymous, "/api/specialties/soonest", &TAKEN)
        .await;
    // Which specialties have doctors, where a page leads to some.
    for path in [
        "/api/page?path=/doctors?q=kidney",
        "/api/guide?where=eyes&signs=none&what=check",
    ] {
        heard.get(anonymous, path, &["doctors_by_specialty"]).await;
    }
}

async fn what_a_doctor_looks_at(heard: &Heard) {
    let who = heard.signed_in(doctor(7)).await;
    lists(heard, &who, "doctor_id").await;
    // Who was there lately, by doctor; the doctor 7's appointments are 7, 407, 807, …
    let (case, of) = (appointment(407), patient(407));
    let in_time = [BY_DOCTOR, "starts_at"];
    for (path, words) in [
        ("/api/dashboard", &in_time),
        ("/api/calendar/week", &in_time),
        ("/api/calendar/week", &HELD),
        ("/api/availability", &AHEAD),
        ("/api/reports?from=2026-10-01&to=2026-11-23", &in_time),
        ("/api/patients", &["appointments_by_", "doctor_id"]),
    ] {
        heard.get(&who, path, words).await;
    }
    heard
        .get(&who, &format!("/api/patients/{of}"), &["appointments_by_"])
        .await;
    let steps = ["timeline_events_by_case"];
    let path = format!("/api/appointments/{case}");
    heard.get(&who, &path, &steps).await;
    let path = format!("/api/appointments/{case}/times?from=soonest");
    heard.get(&who, &path, &TAKEN).await;
    let path = format!("/api/appointments/{}/colleagues", appointment(807));
    heard.get(&who, &path, &TAKEN).await;

    let path = format!("/api/appointments/{}/accept", appointment(807));
    let accept = async {
        let body = json!({"clinic_id": clinic(7)});
        who.post(&path, body).await.is(200)
    };
    heard.finds("accepting", &["moved_from"], accept).await;
}

async fn what_a_patient_looks_at(heard: &Heard) {
    let id = patient(407);
    let who = heard.signed_in(id).await;
    lists(heard, &who, "patient_id").await;
    let path = format!("/api/appointments/{}", appointment(407));
    heard.get(&who, &path, &["timeline_events_by_case"]).await;

    heard
        .get(&who, "/api/notifications", &["notifications"])
        .await;
    let unread = ["notifications_unread"];
    heard
        .get(&who, "/api/notifications?unread=true", &unread)
        .await;
    let db = heard.app.db.read();
    let count = notifications::unread_count(db, id);
    heard.finds("what is unread", &unread, count).await;
    let number = ["notifications", "number"];
    let after = notifications::after(db, id, 1, 50, Language::En);
    heard.finds("a stream that resumes", &number, after).await;
    let newest = notifications::newest(db, id);
    heard
        .finds("a stream that begins", &["users"], newest)
        .await;

    let ask = async {
        let body = json!({
            "doctor_id": doctor(8), "starts_at": "2026-12-10T14:00:00Z", "reason": "Palpitations",
        });
        who.post("/api/appointments", body).await.is(201)
    };
    heard.finds("asking", &[BY_PATIENT], ask).await;
}

async fn what_is_overdue(heard: &Heard) {
    let due = expire_overdue(&heard.app);
    heard
        .finds("what is overdue", &["appointments_due"], due)
        .await;
}

/// The lists on either side's first page, and what can be chosen there.
async fn lists(heard: &Heard, who: &Client, whose: &str) {
    for query in [
        "",
        "?status=pending",
        "?status=pending&when=upcoming",
        "?status=proposed",
        "?status=accepted&when=upcoming",
        "?when=upcoming",
        "?when=past",
        "?from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z",
        "?status=accepted&from=2026-11-24T00:00:00Z&to=2026-12-01T00:00:00Z&limit=100",
    ] {
        heard
            .get(
                who,
                &format!("/api/appointments{query}"),
                &["appointments_", whose],
            )
            .await;
    }
}
