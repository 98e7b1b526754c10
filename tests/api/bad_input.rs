//! Whatever a client sends, the answer is never a fault of ours: for every server function.

use std::collections::BTreeSet;

use dioxus::server::{ServerFunction, axum::http::Method};
use medappoint::waiting::service::match_waiting;
use serde_json::{Map, Value, json};

use crate::harness::{Client, Doctor, PASSWORD, Patient, Reply, TestApp};

/// One of our errors, or no error.
#[track_caller]
fn is_answered(reply: &Reply, sent: &str) {
    let sent: String = sent.chars().take(120).collect();
    assert!(
        reply.status < 500,
        "{} with {sent}: {} {}",
        reply.call,
        reply.status,
        reply.text
    );
    if reply.status >= 400 {
        reply.has_error_shape();
    }
}

#[track_caller]
fn is_refused(reply: &Reply, statuses: &[u16], sent: &str) {
    is_answered(reply, sent);
    assert!(
        statuses.contains(&reply.status),
        "{} with {sent}: {} {}",
        reply.call,
        reply.status,
        reply.text
    );
}

/// A world in which every call could succeed.
struct World {
    app: TestApp,
    patient: Patient,
    doctor: Doctor,
    appointment: String,
    notification: String,
    offer: String,
}

impl World {
    async fn new() -> Self {
        // Nothing is taken there: that is another test's.
        let app = TestApp::with(&[
            ("MEDAPPOINT_SMTP_URL", "smtp://127.0.0.1:9"),
            ("MEDAPPOINT_MAIL_FROM", "news@clinic.example"),
        ])
        .await;
        let (patient, doctor, appointment) = app.request().await;
        let notification = doctor.notifications().await[0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let wish = json!({"doctor_id": doctor.id, "reason": "Palpitations"});
        patient.post("/api/waiting", wish).await.is(201);
        match_waiting(&app).await.unwrap();
        let waiting = patient.get("/api/waiting").await.ok();
        let offer = waiting["items"][0]["offers"][0]["id"]
            .as_str()
            .unwrap()
            .to_owned();
        Self {
            app,
            patient,
            doctor,
            appointment,
            notification,
            offer,
        }
    }

    /// A path with its id filled in.
    fn path(&self, pattern: &str) -> String {
        let id = match pattern.split('/').nth(2).unwrap() {
            "appointments" => self.appointment.clone(),
            "clinics" => self.doctor.clinic.clone(),
            "doctors" => self.doctor.id.to_string(),
            "patients" => self.patient.id.to_string(),
            "waiting" => self.offer.clone(),
            _ => self.notification.clone(),
        };
        pattern.replace("{id}", &id)
    }

    /// Somebody who may call this, but for signing out: that would be the last call.
    fn caller(&self, pattern: &str) -> &Client {
        match pattern {
            "/api/auth/logout" | "/api/auth/login" | "/api/auth/refresh" => &self.app.client,
            "/api/appointments"
            | "/api/me"
            | "/api/appointments/{id}/agree"
            | "/api/appointments/{id}/move"
            | "/api/waiting"
            | "/api/waiting/{id}"
            | "/api/waiting/offers/{id}/accept"
            | "/api/waiting/offers/{id}/decline" => &self.patient,
            _ => &self.doctor,
        }
    }

    /// A body that is right, or would be at another moment.
    fn body(&self, pattern: &str) -> Value {
        let person =
            json!({"full_name": "Ana Reyes", "email": "ana@example.org", "password": PASSWORD});
        let clinic = json!({
            "name": "Clínica Sol", "address": "Calle Mayor 1", "latitude": 40.4, "longitude": -3.7,
            "time_zone": "Europe/Madrid", "notes": "Ring twice",
        });
        let and = |mut body: Value, more: Value| {
            body.as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
            body
        };
        let reason = json!({"reason": "I am away", "idempotency_key": "key", "version": 1});
        match pattern {
            "/api/auth/register/patient" => and(
                person,
                json!({"date_of_birth": "1984-03-09", "phone": "+34600123456"}),
            ),
            "/api/auth/register/doctor" => and(
                person,
                json!({"specialty": "cardiology", "licence_number": "MD-9"}),
            ),
            "/api/auth/login" => json!({"email": self.patient.email, "password": PASSWORD}),
            "/api/auth/forgot-password" => json!({"email": self.patient.email}),
            "/api/auth/reset-password" => json!({"token": "f".repeat(64), "password": PASSWORD}),
            "/api/auth/refresh" | "/api/auth/logout" => json!({"refresh_token": "token"}),
            "/api/me" => json!({
                "full_name": "Ana Reyes", "date_of_birth": "1984-03-09", "phone": "+34600123456", "address": "Here",
                "conditions": "None", "allergies": "None", "medicines": "None", "languages": "Spanish",
                "biography": "Born", "accepting": "yes", "version": 1,
            }),
            "/api/clinics" => and(clinic, json!({"idempotency_key": "key"})),
            "/api/clinics/{id}" => and(clinic, json!({"version": 1})),
            "/api/availability" => json!({
                "weekly": [{"clinic_id": self.doctor.clinic, "weekday": 1, "from": "08:00", "to": "20:00", "slot_minutes": 30}],
                "exceptions": [{"date": "2030-12-24", "kind": "extra", "clinic_id": self.doctor.clinic, "from": "08:00", "to": "09:00"}],
                "minimum_notice_minutes": 120, "horizon_days": 60, "buffer_before_minutes": 5,
                "buffer_after_minutes": 5, "daily_cap": 9, "visit_types": [{"id": "", "name": "First visit", "minutes": 45}],
                "ask_first": "true", "confirmed": "",
            }),
            "/api/appointments" => json!({
                "doctor_id": self.doctor.id, "starts_at": "2030-12-24T09:00:00Z", "reason": "Palpitations",
                "symptoms": "At night", "visit_type": "", "idempotency_key": "key",
            }),
            "/api/appointments/{id}/accept" => json!({
                "clinic_id": "", "location": {"name": "Casa", "address": "Calle 1", "latitude": 1, "longitude": 2},
                "note": "Ring twice", "idempotency_key": "key", "version": 1,
            }),
            "/api/appointments/{id}/cancel" => reason,
            "/api/appointments/{id}/decline" => and(reason, json!({"advice": "Rest"})),
            "/api/appointments/{id}/refer" => and(
                reason,
                json!({
                    "doctor_id": self.doctor.id, "starts_at": "2030-12-24T09:00:00Z",
                    "priority": "urgent", "note": "Ring me",
                }),
            ),
            "/api/appointments/{id}/suggest" => json!({
                "starts_at": "2030-12-24T09:00:00Z", "clinic_id": "",
                "location": {"name": "Casa", "address": "Calle 1", "latitude": 1, "longitude": 2},
                "note": "Ring twice", "idempotency_key": "key", "version": 1,
            }),
            "/api/appointments/{id}/move" => json!({
                "starts_at": "2030-12-24T09:00:00Z", "reason": "I work then", "idempotency_key": "key", "version": 1,
            }),
            "/api/appointments/{id}/agree"
            | "/api/appointments/{id}/complete"
            | "/api/appointments/{id}/no-show" => {
                json!({"idempotency_key": "key", "version": 1})
            }
            "/api/waiting" => json!({
                "doctor_id": self.doctor.id, "specialty": "", "visit_type": "", "weekdays": [1, "2"],
                "times": ["morning"], "earliest": "", "latest": "", "reason": "Palpitations",
                "symptoms": "At night", "idempotency_key": "key",
            }),
            "/api/waiting/offers/{id}/accept" | "/api/waiting/offers/{id}/decline" => {
                json!({"idempotency_key": "key"})
            }
            "/api/notifications/{id}/read" | "/api/calendar-feed" => json!({}),
            "/api/notifications/read-all" => json!({"through": "1"}),
            unknown => panic!("a new address, {unknown}: what does it take?"),
        }
    }
}

fn functions(safe: bool) -> Vec<(Method, &'static str)> {
    let all = ServerFunction::collect()
        .into_iter()
        .map(|function| (function.method(), function.path()));
    all.filter(|(method, _)| method.is_safe() == safe && *method != Method::DELETE)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_that_are_none_are_refused() {
    let world = World::new().await;
    for (method, pattern) in functions(false) {
        let (path, who) = (world.path(pattern), world.caller(pattern));
        let send = |kind: &'static str, body: Vec<u8>| who.send(method.clone(), &path, kind, body);
        let json = "application/json";
        for malformed in [
            "{",
            "nonsense",
            "{\"a\":}",
            "{\"a\":1}}",
            "\u{0}",
            "{'a':1}",
            "[1",
            "NaN",
            "{\"a\":\"\\ud800\"}",
        ] {
            is_refused(&send(json, malformed.into()).await, &[400], malformed);
        }
        is_refused(
            &send(json, b"{\"a\":\"\xff\"}".to_vec()).await,
            &[400],
            "no UTF-8",
        );
        is_refused(
            &send(json, "[".repeat(100_000).into_bytes()).await,
            &[400],
            "depth",
        );
        for other in ["[]", "[{}]", "null", "true", "7", "\"text\""] {
            is_refused(&send(json, other.into()).await, &[400], other);
        }
        let whole = world.body(pattern).to_string();
        for kind in [
            "text/plain",
            "application/xml",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "application/jsonp",
            "",
        ] {
            is_refused(&send(kind, whole.clone().into()).await, &[415], kind);
        }
        let much = json!({"reason": "r".repeat(3 * 1024 * 1024)}).to_string();
        is_refused(&send(json, much.into()).await, &[413], "3 MB");
        let much = format!("reason={}", "r".repeat(3 * 1024 * 1024));
        if method == Method::POST {
            is_refused(
                &send("application/x-www-form-urlencoded", much.into()).await,
                &[413],
                "3 MB of a form",
            );
        }
        // No body is an empty one.
        is_answered(&send("", Vec::new()).await, "nothing");
        is_answered(&send(json, b"{}".to_vec()).await, "{}");
        is_answered(
            &send("application/json; charset=utf-8", b"{}".to_vec()).await,
            "{}",
        );
    }
}

/// What may stand where something else is expected.
fn odd_values() -> Vec<Value> {
    vec![
        json!(null),
        json!(""),
        json!(" "),
        json!(0),
        json!(-1),
        json!(1.5e300),
        json!(u64::MAX),
        json!(true),
        json!([]),
        json!(["x"]),
        json!([[[]]]),
        json!({}),
        json!({"a": {"b": "c"}}),
        json!("x".repeat(10_000)),
        json!("é".repeat(10_000)),
        json!("a\u{0}b"),
        json!("\u{0}"),
        json!("\u{feff}\u{202e}\u{1f600}"),
        json!("'; drop table users; --"),
        json!("<script>alert(1)</script>"),
        json!("../../etc/passwd"),
        json!("2026-02-30T25:61:00Z"),
        json!("+262143-01-01T00:00:00Z"),
        json!("9999-12-31T23:59:59.999999999Z"),
        json!("00000000-0000-0000-0000-000000000000"),
        json!("NaN"),
        json!("١٢"),
    ]
}

/// Every place in a body: the fields, and those inside of them.
fn places(body: &Value) -> Vec<Vec<String>> {
    let inside = |name: String, value: &Value| {
        let mut all = vec![vec![name.clone()]];
        all.extend(
            places(value)
                .into_iter()
                .map(|rest| [vec![name.clone()], rest].concat()),
        );
        all
    };
    match body {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| inside(name.clone(), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(n, value)| inside(n.to_string(), value))
            .collect(),
        _ => Vec::new(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_field_may_hold_anything() {
    let world = World::new().await;
    for (method, pattern) in functions(false) {
        let (path, who) = (world.path(pattern), world.caller(pattern));
        let good = world.body(pattern);
        for place in places(&good) {
            let pointer = format!("/{}", place.join("/"));
            for odd in odd_values() {
                let mut body = good.clone();
                *body.pointer_mut(&pointer).unwrap() = odd.clone();
                let reply = who.json(method.clone(), &path, &body).await;
                is_answered(&reply, &format!("{pointer} = {odd}"));
                if reply.status == 422 {
                    assert!(
                        reply.json["data"]["fields"].is_object(),
                        "{}: {}",
                        reply.call,
                        reply.text
                    );
                }
            }
        }
        // All at once, and what nobody asked for.
        for odd in odd_values() {
            let all: Map<String, Value> = good
                .as_object()
                .unwrap()
                .keys()
                .map(|name| (name.clone(), odd.clone()))
                .collect();
            is_answered(
                &who.json(method.clone(), &path, &Value::Object(all)).await,
                &odd.to_string(),
            );
            let more = json!({"id": odd, "data": odd, "doctor": odd, "reply": odd});
            is_answered(
                &who.json(method.clone(), &path, &more).await,
                &odd.to_string(),
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_field_of_a_form_may_hold_anything() {
    let world = World::new().await;
    for (_, pattern) in functions(false)
        .into_iter()
        .filter(|(method, _)| *method == Method::POST)
    {
        let (path, who) = (world.path(pattern), world.caller(pattern));
        for (name, value) in [
            ("reason", "a\0b"),
            ("email", "a\0b@example.org"),
            ("idempotency_key", "\0"),
            ("location.name", "x"),
            ("location.0.name", "x"),
            ("weekly.99999999.from", "x"),
            ("reason.reason.reason", "x"),
            ("", "x"),
            (".", "x"),
            ("date_of_birth.day", "99"),
            ("_method", "TRACE"),
            ("_back", "//evil.example"),
        ] {
            let reply = who.form(&path, &[("_to", "/"), (name, value)]).await;
            assert!(
                reply.status == 303 || reply.status == 405,
                "{pattern} {name}: {} {}",
                reply.status,
                reply.text
            );
            assert!(
                reply.location().starts_with('/') && !reply.location().starts_with("//"),
                "{}",
                reply.location()
            );
        }
        who.send(
            Method::POST,
            &path,
            "application/x-www-form-urlencoded",
            b"%ff=%zz&&=&a=%00".to_vec(),
        )
        .await
        .is(303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_in_a_path_may_be_anything() {
    let world = World::new().await;
    let functions = ServerFunction::collect()
        .into_iter()
        .map(|function| (function.method(), function.path()));
    for (method, pattern) in functions.filter(|(_, path)| path.contains("{id}")) {
        for id in [
            "1",
            "me",
            "-1",
            "%00",
            "%ff",
            "%27%20or%201=1",
            "..%2f..%2fetc",
            "%F0%9F%AB%80",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            &"9".repeat(2000),
            &world.appointment[1..],
        ] {
            let path = pattern.replace("{id}", id);
            let reply = if method.is_safe() || method == Method::DELETE {
                world
                    .caller(pattern)
                    .send(method.clone(), &path, "", "")
                    .await
            } else {
                world
                    .caller(pattern)
                    .json(method.clone(), &path, &world.body(pattern))
                    .await
            };
            is_refused(&reply, &[400, 404], id);
        }
    }
}

/// The names in an address's query; elsewhere one that is not asked for.
fn asked(pattern: &str) -> &'static [&'static str] {
    match pattern {
        "/api/doctors" => &["q", "specialty", "language", "available", "cursor", "limit"],
        "/api/doctors/{id}/slots" => &["from", "days", "visit_type"],
        "/api/doctors/{id}/request" => &["visit", "start"],
        "/api/appointments/{id}/page" => &["colleague", "from", "again"],
        "/api/appointments/{id}/times" => &["from"],
        "/api/appointments" => &["status", "when", "from", "to", "cursor", "limit"],
        "/api/appointments/{id}/colleagues" => &["q", "cursor", "limit"],
        "/api/notifications" => &["unread", "cursor", "limit"],
        "/api/patients" => &["cursor", "limit"],
        "/api/reports" => &["from", "to"],
        "/api/page" => &["path"],
        _ => &["q"],
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn queries_may_hold_anything() {
    let world = World::new().await;
    let long = "x".repeat(10_000);
    let values = [
        "",
        "%00",
        "a%00b",
        "%ff",
        "%zz",
        "-1",
        "0",
        "101",
        "99999999999999999999",
        "1.5",
        "NaN",
        "%27",
        "%25",
        "_",
        "[]",
        "2026-02-30",
        "+262143-01-01",
        "9999-12-31",
        "2026-11-24T00:00:00Z",
        "%F0%9F%AB%80",
        "true",
        "null",
        "pending,",
        ",",
        "9999-12-31T23:59:59Z_00000000-0000-0000-0000-000000000000",
        "a_b",
        long.as_str(),
    ];
    let mut seen = BTreeSet::new();
    for (_, pattern) in functions(true) {
        let path = world.path(pattern);
        for name in asked(pattern) {
            for value in values {
                let reply = world
                    .caller(pattern)
                    .get(format!("{path}?{name}={value}"))
                    .await;
                is_answered(&reply, name);
                seen.insert(reply.status);
            }
        }
        for who in [
            &*world.doctor as &Client,
            &*world.patient,
            &world.app.client,
        ] {
            for query in [
                "q",
                "q=1&q=2",
                "q[]=1",
                "&&&",
                "%",
                "=",
                "q=%",
                "limit=1&limit=2",
            ] {
                is_answered(&who.get(format!("{path}?{query}")).await, query);
            }
        }
    }
    // The table reaches what it means to.
    assert!(
        [200, 422].iter().all(|status| seen.contains(status)),
        "{seen:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn headers_may_hold_anything() {
    let world = World::new().await;
    for (name, value) in [
        ("authorization", "Bearer"),
        ("authorization", "Bearer \u{ff}"),
        ("authorization", "Basic YTpi"),
        ("cookie", "__Host-access=\u{ff}; __Host-refresh=x"),
        ("cookie", ";;;=;"),
        ("accept", "\u{ff}"),
        ("content-length", "12x"),
        ("x-request-id", "a b c"),
        ("last-event-id", "-1"),
        ("sec-fetch-site", "\u{ff}"),
    ] {
        let client = world.app.anonymous().with(name, value);
        for path in [
            "/api/me",
            "/api/specialties",
            "/api/notifications/stream",
            "/",
            "/appointments",
        ] {
            let reply = client.get(path).await;
            assert!(
                reply.status < 500,
                "{name}: {value}, {path}: {}",
                reply.status
            );
        }
        is_answered(&client.post("/api/auth/login", json!({})).await, name);
    }
    let keyed = world.patient.with("idempotency-key", &"k".repeat(5000));
    let mut body = world.body("/api/appointments");
    body["idempotency_key"] = json!(null);
    keyed
        .post("/api/appointments", body.clone())
        .await
        .field("idempotency_key");
    body.as_object_mut().unwrap().remove("idempotency_key");
    keyed
        .post("/api/appointments", body)
        .await
        .field("idempotency_key");
}
