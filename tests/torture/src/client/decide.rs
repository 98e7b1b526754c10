//! How a client makes something of its plan's next step: whom it asks, which appointment it takes.

use anyhow::Result;
use serde_json::Value;
use uuid::Uuid;

use super::Client;
use crate::calls::{self, Op};
use crate::dice::pick;
use crate::people::{hours, uuid};
use crate::plan::{Step, Wish};
use crate::words::{Action, Part};

impl Client {
    /// What this step is, as things stand; nothing where there is nothing to do it with.
    pub async fn decide(&mut self, step: &Step) -> Result<Option<Op>> {
        match step.wish {
            Wish::Hours => {
                if let Some(clinic) = self.me.clinic {
                    self.put("/api/availability", &hours(clinic, step.picks[0]))
                        .await;
                }
                Ok(None)
            }
            Wish::Act(Action::Request) => self.request(step).await,
            Wish::Act(action) => match self.choose(action, step).await? {
                Some(target) => self.act(action, target, step).await,
                None => Ok(None),
            },
            Wish::Stray(action) => self.stray(action, step).await,
        }
    }

    async fn request(&mut self, step: &Step) -> Result<Option<Op>> {
        let doctors: Vec<Uuid> = self
            .world
            .doctors()
            .iter()
            .map(|doctor| doctor.id)
            .collect();
        let Some(doctor) = pick(step.picks[0], &doctors) else {
            return Ok(None);
        };
        let Some(starts_at) = self.free_time(*doctor, step.picks[1]).await? else {
            return Ok(None);
        };
        let key = self.key(step.number);
        let content = calls::request(&key, *doctor, &starts_at);
        Ok(Some(Op {
            number: step.number,
            key,
            action: Action::Request,
            target: None,
            content,
        }))
    }

    /// One of a doctor's next times: free when looked at, or when somebody else did.
    pub async fn free_time(&mut self, doctor: Uuid, choice: u64) -> Result<Option<String>> {
        let seen = self.world.seen(doctor);
        if choice % 5 < 2
            && let Some(time) = pick(choice / 5, &seen)
        {
            return Ok(Some(time.clone()));
        }
        let path = format!("/api/doctors/{doctor}/slots?days=4");
        let Some(page) = self.read(&path).await? else {
            return Ok(None);
        };
        let items = page["items"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        // Few, so that many want the same.
        let times = items
            .iter()
            .take(30)
            .filter_map(|slot| slot["starts_at"].as_str());
        let times: Vec<String> = times.map(str::to_owned).collect();
        self.world.saw(doctor, times.clone());
        Ok(pick(choice / 5, &times).cloned())
    }

    /// An appointment for this action: mostly one that allows it, else any that I remember.
    async fn choose(&mut self, action: Action, step: &Step) -> Result<Option<Uuid>> {
        if step.picks[0].is_multiple_of(6)
            && let Some(id) = pick(step.picks[0] / 6, &self.known)
        {
            return Ok(Some(*id));
        }
        let path = match action {
            Action::Accept | Action::Decline | Action::Refer => {
                "/api/appointments?status=pending&limit=40"
            }
            Action::Complete | Action::NoShow => "/api/appointments?status=accepted&limit=40",
            _ => "/api/appointments?limit=60",
        };
        let Some(page) = self.read(path).await? else {
            return Ok(None);
        };
        let items = page["items"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let allows = |item: &Value| {
            let actions = item["actions"]
                .as_array()
                .map(Vec::as_slice)
                .unwrap_or_default();
            actions.iter().any(|one| one == action.word())
        };
        let allowing: Vec<Uuid> = items
            .iter()
            .filter(|item| allows(item))
            .filter_map(|item| uuid(&item["id"]))
            .collect();
        for id in &allowing {
            self.remember(*id);
        }
        Ok(pick(step.picks[1], &allowing).copied())
    }

    async fn act(&mut self, action: Action, target: Uuid, step: &Step) -> Result<Option<Op>> {
        let key = self.key(step.number);
        let content = match action {
            Action::Accept => calls::accept(&key, self.me.clinic),
            Action::Refer => {
                let mine = (self.me.id, self.me.specialty);
                let doctors = self.world.doctors();
                // Now and then one of another specialty, which is refused.
                let strict = !step.picks[2].is_multiple_of(16);
                let colleagues: Vec<Uuid> = doctors
                    .iter()
                    .filter(|doctor| doctor.id != mine.0 && (doctor.specialty == mine.1 || !strict))
                    .map(|doctor| doctor.id)
                    .collect();
                let Some(colleague) = pick(step.picks[2] / 16, &colleagues).copied() else {
                    return Ok(None);
                };
                // Visits differ in length, so the same time is seldom one of the colleague's.
                let starts_at = if step.picks[1].is_multiple_of(4) {
                    None
                } else {
                    self.free_time(colleague, step.picks[1]).await?
                };
                calls::refer(
                    &key,
                    colleague,
                    starts_at.as_deref(),
                    step.picks[0].is_multiple_of(2),
                )
            }
            Action::Complete | Action::NoShow => calls::nothing(),
            _ => calls::because(&key),
        };
        Ok(Some(Op {
            number: step.number,
            key,
            action,
            target: Some(target),
            content,
        }))
    }

    /// Something that must be refused: not my part's, or not mine.
    async fn stray(&mut self, action: Action, step: &Step) -> Result<Option<Op>> {
        let key = self.key(step.number);
        if action == Action::Request {
            let content = calls::request(&key, self.me.id, "2027-03-01T09:00:00Z");
            return Ok(Some(Op {
                number: step.number,
                key,
                action,
                target: None,
                content,
            }));
        }
        let target = if self.may(action) {
            pick(step.picks[0], &self.world.of_others(self.me.id)).copied()
        } else {
            pick(step.picks[0], &self.known).copied()
        };
        let clinic = self
            .world
            .doctors()
            .first()
            .and_then(|doctor| doctor.clinic);
        let content = match action {
            Action::Accept => calls::accept(
                &key,
                if self.me.part == Part::Doctor {
                    self.me.clinic
                } else {
                    clinic
                },
            ),
            _ => calls::because(&key),
        };
        Ok(target.map(|target| Op {
            number: step.number,
            key,
            action,
            target: Some(target),
            content,
        }))
    }
}
