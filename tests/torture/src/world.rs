//! What the clients share: where the servers are, who there is, and which times somebody saw free.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use uuid::Uuid;

use crate::client::Known;
use crate::people::Person;

/// A wish, as a client came across it.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub patient: Uuid,
    pub wish: Uuid,
    pub is_open: bool,
    /// What was offered, and whether it is held still.
    pub offers: Vec<(Uuid, bool)>,
}

/// The world of one run.
pub struct World {
    pub servers: Vec<SocketAddr>,
    pub people: Vec<Person>,
    pub folder: PathBuf,
    pub seed: u64,
    /// Free times as somebody last saw them: others ask for them as well, and some are gone.
    seen: Mutex<HashMap<Uuid, Vec<String>>>,
    /// Appointments that somebody came across, the latest last.
    heard: Mutex<Vec<Known>>,
    /// Wishes that somebody came across, the latest last.
    wishes: Mutex<Vec<Waiting>>,
    over: AtomicBool,
    quiet: AtomicBool,
}

impl World {
    pub fn new(servers: Vec<SocketAddr>, people: Vec<Person>, folder: PathBuf, seed: u64) -> Self {
        Self {
            servers,
            people,
            folder,
            seed,
            seen: Mutex::default(),
            heard: Mutex::default(),
            wishes: Mutex::default(),
            over: AtomicBool::new(false),
            quiet: AtomicBool::new(false),
        }
    }

    /// All doctors.
    pub fn doctors(&self) -> Vec<&Person> {
        self.people
            .iter()
            .filter(|person| person.clinic.is_some())
            .collect()
    }

    /// The times of a doctor's that somebody saw.
    pub fn seen(&self, doctor: Uuid) -> Vec<String> {
        let seen = self.seen.lock();
        seen.map(|seen| seen.get(&doctor).cloned().unwrap_or_default())
            .unwrap_or_default()
    }

    /// Remembers a doctor's free times.
    pub fn saw(&self, doctor: Uuid, times: Vec<String>) {
        if let Ok(mut seen) = self.seen.lock() {
            seen.insert(doctor, times);
        }
    }

    /// Remembers an appointment.
    pub fn hear(&self, appointment: Known) {
        if let Ok(mut heard) = self.heard.lock() {
            heard.push(appointment);
            if heard.len() > 200 {
                heard.remove(0);
            }
        }
    }

    /// Appointments that are not this person's.
    pub fn of_others(&self, person: Uuid) -> Vec<Known> {
        let heard = self.heard.lock();
        let mut heard = heard.map(|heard| heard.clone()).unwrap_or_default();
        heard.retain(|known| ![known.doctor, known.patient].contains(&person));
        heard
    }

    /// Remembers a wish.
    pub fn hear_wish(&self, wish: Waiting) {
        if let Ok(mut wishes) = self.wishes.lock() {
            wishes.push(wish);
            if wishes.len() > 200 {
                wishes.remove(0);
            }
        }
    }

    /// Wishes that are this person's, or those that are not.
    pub fn wishes(&self, person: Uuid, theirs: bool) -> Vec<Waiting> {
        let wishes = self.wishes.lock();
        let mut wishes = wishes.map(|wishes| wishes.clone()).unwrap_or_default();
        wishes.retain(|wish| (wish.patient == person) == theirs);
        wishes
    }

    /// Nothing new is to be begun.
    pub fn end(&self) {
        self.over.store(true, Ordering::Relaxed);
    }

    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    /// Every client has come to its end.
    pub fn hush(&self) {
        self.quiet.store(true, Ordering::Relaxed);
    }

    pub fn is_quiet(&self) -> bool {
        self.quiet.load(Ordering::Relaxed)
    }
}
