//! Accounts, made through the API before the first blow, and sessions, which must outlive them all.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use hyper::Method;
use serde_json::{Value, json};
use tokio::time::sleep;
use uuid::Uuid;

use crate::dice::Dice;
use crate::http::{Caller, Reply};
use crate::words::Part;

const PASSWORD: &str = "quiet harbour lantern";
/// Few, so that doctors have colleagues.
pub const SPECIALTIES: [&str; 2] = ["cardiology", "dermatology"];

/// Somebody with an account.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: Uuid,
    pub part: Part,
    email: String,
    /// A doctor's.
    pub clinic: Option<Uuid>,
    pub specialty: &'static str,
}

/// A session of somebody's.
#[derive(Clone, Debug)]
pub struct Session {
    pub access: String,
    refresh: String,
    /// How often the password was needed again.
    pub sign_ins: u32,
}

impl Session {
    fn of(reply: &Reply) -> Result<Self> {
        let text = |name: &str| {
            reply.body[name]
                .as_str()
                .map(str::to_owned)
                .context("no tokens")
        };
        Ok(Self {
            access: text("access_token")?,
            refresh: text("refresh_token")?,
            sign_ins: 0,
        })
    }

    /// Goes on after an access token that is not good any more, with the refresh token, or where
    /// that was used and its answer lost too long ago, with the password.
    pub async fn renew(&mut self, callers: &mut [Caller], person: &Person) -> Result<()> {
        let typed = json!({"refresh_token": self.refresh});
        let reply = until_answered(callers, "/api/auth/refresh", &typed).await?;
        if reply.status == 200 {
            let sign_ins = self.sign_ins;
            *self = Self {
                sign_ins,
                ..Self::of(&reply)?
            };
            return Ok(());
        }
        let sign_ins = self.sign_ins + 1;
        *self = Self {
            sign_ins,
            ..sign_in(callers, person).await?
        };
        Ok(())
    }
}

/// Signs in with the password.
pub async fn sign_in(callers: &mut [Caller], person: &Person) -> Result<Session> {
    let typed = json!({"email": person.email, "password": PASSWORD});
    let reply = until_answered(callers, "/api/auth/login", &typed).await?;
    if reply.status != 200 {
        bail!("{} can't sign in any more: {reply:?}", person.email);
    }
    Session::of(&reply)
}

/// Posts until there is an answer, to one server after the other.
async fn until_answered(callers: &mut [Caller], path: &str, typed: &Value) -> Result<Reply> {
    for round in 0..600 {
        let count = callers.len();
        let caller = &mut callers[round % count];
        match caller.call(Method::POST, path, None, Some(typed)).await {
            Ok(reply) if reply.status < 500 => return Ok(reply),
            _ => sleep(Duration::from_millis(100)).await,
        }
    }
    bail!("{path} was not answered for a minute")
}

/// Registers everybody; nothing is killed yet, so everything must succeed.
pub async fn register(
    address: SocketAddr,
    seed: u64,
    patients: usize,
    doctors: usize,
) -> Result<Vec<Person>> {
    let mut caller = Caller::new(address);
    let mut dice = Dice::new(seed, u64::MAX);
    let mut people = Vec::new();
    for number in 0..patients {
        let email = format!("patient-{number}@example.org");
        let typed = json!({
            "full_name": format!("Patient {}", letters(number)), "email": email, "password": PASSWORD,
            "date_of_birth": "1980-05-17",
        });
        let id = registered(&mut caller, "/api/auth/register/patient", &typed)
            .await?
            .0;
        people.push(Person {
            id,
            part: Part::Patient,
            email,
            clinic: None,
            specialty: "",
        });
    }
    for number in 0..doctors {
        let email = format!("doctor-{number}@example.org");
        let specialty = SPECIALTIES[number % SPECIALTIES.len()];
        let typed = json!({
            "full_name": format!("Doctor {}", letters(number)), "email": email, "password": PASSWORD,
            "specialty": specialty, "licence_number": format!("T-{number:06}"),
        });
        let (id, token) = registered(&mut caller, "/api/auth/register/doctor", &typed).await?;
        let typed = json!({"name": "Clínica Sol", "address": "Calle Mayor 1, Madrid", "time_zone": "Europe/Madrid"});
        let reply = caller
            .call(Method::POST, "/api/clinics", Some(&token), Some(&typed))
            .await?;
        let clinic = uuid(&reply.body["id"]).with_context(|| format!("no clinic: {reply:?}"))?;
        let typed = hours(clinic, dice.roll());
        let reply = caller
            .call(Method::PUT, "/api/availability", Some(&token), Some(&typed))
            .await?;
        if reply.status != 200 {
            bail!("no hours: {reply:?}");
        }
        people.push(Person {
            id,
            part: Part::Doctor,
            email,
            clinic: Some(clinic),
            specialty,
        });
    }
    Ok(people)
}

async fn registered(caller: &mut Caller, path: &str, typed: &Value) -> Result<(Uuid, String)> {
    let reply = caller.call(Method::POST, path, None, Some(typed)).await?;
    let id = uuid(&reply.body["user"]["id"]);
    let id = id.with_context(|| format!("{path} refuses {typed}: {reply:?}"))?;
    Ok((id, Session::of(&reply)?.access))
}

/// Hours of every day, whose visits are of another length now and then: the times of before and
/// after overlap by halves.
pub fn hours(clinic: Uuid, choice: u64) -> Value {
    let length = [15, 20, 30, 45][usize::try_from(choice % 4).unwrap_or(0)];
    let from = ["06:00", "06:10", "07:30"][usize::try_from(choice / 4 % 3).unwrap_or(0)];
    let weekly: Vec<Value> = (1..=7)
        .map(|day| json!({"clinic_id": clinic, "weekday": day, "from": from, "to": "23:30", "slot_minutes": length}))
        .collect();
    json!({"weekly": weekly, "minimum_notice_minutes": 0, "horizon_days": 60})
}

/// The id in an answer.
pub fn uuid(value: &Value) -> Option<Uuid> {
    value.as_str()?.parse().ok()
}

/// A number as a name, which holds no digits.
fn letters(number: usize) -> String {
    number
        .to_string()
        .bytes()
        .map(|digit| char::from(b'A' + (digit - b'0')))
        .collect()
}
