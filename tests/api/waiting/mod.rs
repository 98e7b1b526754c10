//! The waiting list: who waits, what is offered to whom, and that nobody else gets it meanwhile.

mod gone;
mod guards;
mod held;
mod leaving;
mod line;
mod offers;
mod pages;
mod races;

use chrono::{Days, NaiveDate};
use medappoint::server::startup;
use medappoint::server::state::App;
use medappoint::waiting::service::{Matched, match_waiting};
use serde_json::{Value, json};

use crate::harness::{Doctor, Patient, Reply, TestApp, starts_at};

/// A doctor with one time a day, the day that is looked at, and who has its time.
struct World {
    app: TestApp,
    doctor: Doctor,
    taker: Patient,
    date: NaiveDate,
    slot: String,
    taken: String,
}

impl World {
    async fn full() -> Self {
        let app = TestApp::start().await;
        let doctor = app.working_doctor().await;
        doctor.works("08:00", "08:30").await;
        let taker = app.patient().await;
        let date = app.now().date_naive() + Days::new(4);
        let slot = starts_at(&doctor.slots(date, 1).await[0]);
        let taken = taker.asked(&doctor, &slot).await;
        Self {
            app,
            doctor,
            taker,
            date,
            slot,
            taken,
        }
    }

    /// A patient who waits for the day's time, and the wish.
    async fn waits(&self) -> (Patient, String) {
        let patient = self.app.patient().await;
        let wish = wishes(&patient, self.wish()).await;
        (patient, wish)
    }

    /// What a wish for the day's time says.
    fn wish(&self) -> Value {
        json!({
            "doctor_id": self.doctor.id, "earliest": self.date, "latest": self.date,
            "reason": "Palpitations", "symptoms": "At night",
        })
    }

    /// The day's time is free again.
    async fn frees(&self) {
        self.taker.cancel(&self.taken).await.is(200);
    }

    async fn round(&self) -> Matched {
        match_waiting(&self.app).await.unwrap()
    }
}

/// Leaves a wish: its id.
async fn wishes(patient: &Patient, typed: Value) -> String {
    text(&patient.post("/api/waiting", typed).await.is(201).json["id"])
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// A patient's waiting list.
async fn list(patient: &Patient) -> Vec<Value> {
    let page = patient.get("/api/waiting").await.ok();
    page["items"].as_array().unwrap().clone()
}

/// The offer that is open for a patient, if one is.
async fn offer(patient: &Patient) -> Option<Value> {
    let wishes = list(patient).await;
    let offers = wishes
        .iter()
        .flat_map(|wish| wish["offers"].as_array().unwrap());
    let mut open: Vec<&Value> = offers.filter(|offer| offer["status"] == "open").collect();
    assert!(open.len() < 2, "{open:?}");
    open.pop().cloned()
}

/// The id of the offer that is open for a patient.
async fn offered(patient: &Patient) -> String {
    text(&offer(patient).await.expect("nothing is offered")["id"])
}

async fn answer(patient: &Patient, offer: &str, how: &str) -> Reply {
    patient
        .post(format!("/api/waiting/offers/{offer}/{how}"), json!({}))
        .await
}

/// Another instance on the same database, at the same time.
async fn another(app: &TestApp) -> App {
    let other = startup::prepare(app.settings.clone()).await.unwrap();
    other.clock.advance(app.now() - other.now());
    other
}

fn did(offered: u64, lapsed: u64, ended: u64) -> Matched {
    Matched {
        offered,
        lapsed,
        ended,
    }
}
