//! Kinds of people, and the verbs that they use.

use std::ops::Deref;

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use uuid::Uuid;

use super::app::{PASSWORD, TestApp};
use super::client::{Client, Reply};

/// Somebody who is not signed in.
#[derive(Clone)]
pub struct Anonymous(pub Client);

/// Somebody who administers.
#[derive(Clone)]
pub struct Administrator(pub Client);

/// Somebody who looks for a doctor.
#[derive(Clone)]
pub struct Patient(Person);

/// Somebody whose time is asked for.
#[derive(Clone)]
pub struct Doctor {
    person: Person,
    /// The clinic of [`Doctor::with_hours`].
    pub clinic: String,
}

/// What both have.
#[derive(Clone)]
pub struct Person {
    client: Client,
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub access_token: String,
    pub refresh_token: String,
}

impl Person {
    fn new(client: &Client, tokens: &Value, email: String) -> Self {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let access_token = text(&tokens["access_token"]);
        Self {
            client: client.bearing(&access_token),
            id: text(&tokens["user"]["id"]).parse().unwrap(),
            name: text(&tokens["user"]["full_name"]),
            email,
            refresh_token: text(&tokens["refresh_token"]),
            access_token,
        }
    }

    /// Signs in anew, as after a month away.
    async fn again(&self, app: &TestApp) -> Self {
        let anonymous = app.anonymous();
        let typed = json!({"email": self.email, "password": PASSWORD});
        let tokens = anonymous.post("/api/auth/login", typed).await.ok();
        Self::new(&anonymous, &tokens, self.email.clone())
    }

    /// An appointment as this person sees it.
    pub async fn sees(&self, id: &str) -> Value {
        self.get(format!("/api/appointments/{id}")).await.ok()
    }

    /// Calls an appointment off.
    pub async fn cancel(&self, id: &str) -> Reply {
        self.post(
            format!("/api/appointments/{id}/cancel"),
            json!({"reason": "Something came up"}),
        )
        .await
    }

    /// The notifications, the newest first.
    pub async fn notifications(&self) -> Vec<Value> {
        let page = self.get("/api/notifications?limit=100").await.ok();
        page["items"].as_array().unwrap().clone()
    }
}

impl Patient {
    pub fn new(client: &Client, tokens: &Value, email: String) -> Self {
        Self(Person::new(client, tokens, email))
    }

    /// Signs in anew.
    pub async fn again(&self, app: &TestApp) -> Self {
        Self(self.0.again(app).await)
    }

    /// Asks for a doctor's time.
    pub async fn request(&self, doctor: &Doctor, starts_at: &str) -> Reply {
        let typed = json!({
            "doctor_id": doctor.id, "starts_at": starts_at, "reason": "Palpitations", "symptoms": "At night",
        });
        self.post("/api/appointments", typed).await
    }

    /// Asks for a doctor's time under a key that makes the call the same call again.
    pub async fn request_once(&self, doctor: &Doctor, starts_at: &str, key: &str) -> Reply {
        let typed = json!({
            "doctor_id": doctor.id, "starts_at": starts_at, "reason": "Palpitations", "idempotency_key": key,
        });
        self.post("/api/appointments", typed).await
    }

    /// Agrees to the time that was suggested.
    pub async fn agree(&self, id: &str) -> Reply {
        self.post(format!("/api/appointments/{id}/agree"), json!({}))
            .await
    }

    /// Asks for another time.
    pub async fn move_to(&self, id: &str, starts_at: &str) -> Reply {
        let typed = json!({"starts_at": starts_at, "reason": "I work then"});
        self.post(format!("/api/appointments/{id}/move"), typed)
            .await
    }

    /// Asks for another time and gets it: the new appointment's id.
    pub async fn moves(&self, id: &str, starts_at: &str) -> String {
        self.move_to(id, starts_at).await.ok()["id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Asks for a doctor's time and gets it: the appointment's id.
    pub async fn asked(&self, doctor: &Doctor, starts_at: &str) -> String {
        self.request(doctor, starts_at).await.is(201).json["id"]
            .as_str()
            .unwrap()
            .to_owned()
    }
}

impl Doctor {
    pub fn new(client: &Client, tokens: &Value, email: String) -> Self {
        Self {
            person: Person::new(client, tokens, email),
            clinic: String::new(),
        }
    }

    /// Signs in anew.
    pub async fn again(&self, app: &TestApp) -> Self {
        Self {
            person: self.person.again(app).await,
            clinic: self.clinic.clone(),
        }
    }

    /// Works every day from 08:00 to 20:00, in half hours, at one clinic in this zone.
    pub async fn with_hours(mut self, zone: &str) -> Self {
        let typed = json!({
            "name": "Clínica Sol", "address": "Calle Mayor 1, Madrid", "latitude": 40.4168, "longitude": -3.7038,
            "time_zone": zone,
        });
        let clinic = self.post("/api/clinics", typed).await.is(201).json;
        self.clinic = clinic["id"].as_str().unwrap().to_owned();
        self.works("08:00", "20:00").await;
        self
    }

    /// Works every day between these times, in half hours.
    pub async fn works(&self, from: &str, to: &str) {
        let weekly: Vec<Value> = (1..=7)
            .map(|day| json!({"clinic_id": self.clinic, "weekday": day, "from": from, "to": to, "slot_minutes": 30}))
            .collect();
        self.put("/api/availability", json!({"weekly": weekly}))
            .await
            .ok();
    }

    /// The free times of `days` days from `from` on.
    pub async fn slots(&self, from: NaiveDate, days: u32) -> Vec<Value> {
        let page = self
            .get(format!(
                "/api/doctors/{}/slots?from={from}&days={days}",
                self.id
            ))
            .await
            .ok();
        page["items"].as_array().unwrap().clone()
    }

    /// The start of a free time, counted from the day after tomorrow.
    pub async fn slot(&self, n: usize) -> String {
        let from = chrono::Utc::now().date_naive() + Days::new(2);
        starts_at(&self.slots(from, 3).await[n])
    }

    /// Accepts, at the clinic.
    pub async fn accept(&self, id: &str) -> Reply {
        self.post(
            format!("/api/appointments/{id}/accept"),
            json!({"clinic_id": self.clinic, "note": "Ring twice"}),
        )
        .await
    }

    pub async fn decline(&self, id: &str) -> Reply {
        self.post(
            format!("/api/appointments/{id}/decline"),
            json!({"reason": "I am away that week"}),
        )
        .await
    }

    /// Suggests another time, at the clinic.
    pub async fn suggest(&self, id: &str, starts_at: &str) -> Reply {
        let typed =
            json!({"starts_at": starts_at, "clinic_id": self.clinic, "note": "I operate then"});
        self.post(format!("/api/appointments/{id}/suggest"), typed)
            .await
    }

    /// Passes it on to a colleague, at the same time.
    pub async fn refer(&self, id: &str, colleague: &Self) -> Reply {
        let typed = json!({"doctor_id": colleague.id, "reason": "My colleague knows more of this"});
        self.post(format!("/api/appointments/{id}/refer"), typed)
            .await
    }
}

/// The start of a free time.
pub fn starts_at(slot: &Value) -> String {
    slot["starts_at"].as_str().unwrap().to_owned()
}

impl Deref for Anonymous {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.0
    }
}

impl Deref for Administrator {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.0
    }
}

impl Deref for Person {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl Deref for Patient {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.0
    }
}

impl Deref for Doctor {
    type Target = Person;

    fn deref(&self) -> &Person {
        &self.person
    }
}
