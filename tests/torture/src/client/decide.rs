//! How a client makes something of its plan's next step: whom it asks, which appointment it takes.

use anyhow::Result;
use serde_json::Value;
use uuid::Uuid;

use super::{Client, Known};
use crate::calls::{self, Op};
use crate::check::rules::is_of;
use crate::dice::pick;
use crate::people::hours;
use crate::plan::{Step, Wish};
use crate::words::Action;

impl Client {
    /// What this step is, as things stand; nothing where there is nothing to do it with.
    pub async fn decide(&mut self, step: &Step) -> Result<Option<Op>> {
        match step.wish {
            Wish::Hours => {
                if let Some(clinic) = self.me.clinic {
                    let hours = hours(clinic, step.picks[0]);
                    self.put("/api/availability", &hours).await;
                }
                Ok(None)
            }
            Wish::Act(Action::Request) => self.request(step).await,
            Wish::Act(action) if action.is_of_list() => self.on_the_list(action, step).await,
            Wish::Act(action) => match self.choose(action, step).await? {
                Some(target) => self.act(action, target, step).await,
                None => Ok(None),
            },
            Wish::Stray(action) if action.is_of_list() => Ok(self.astray(action, step)),
            Wish::Stray(action) => Ok(self.stray(action, step)),
        }
    }

    fn op(&self, step: &Step, action: Action, target: Option<Known>, content: Value) -> Op {
        // Mostly without: the last answer counts then, whatever was seen before.
        let says_version = step.picks[2] % 5 < 2;
        Op {
            number: step.number,
            key: self.key(step.number),
            action,
            target: target.map(|known| known.id),
            version: target.filter(|_| says_version).map(|known| known.version),
            content,
        }
    }

    async fn request(&mut self, step: &Step) -> Result<Option<Op>> {
        let doctors = self.world.doctors();
        let Some(doctor) = pick(step.picks[0], &doctors).map(|doctor| doctor.id) else {
            return Ok(None);
        };
        let time = self.free_time(doctor, step.picks[1]).await?;
        let key = self.key(step.number);
        let content = time.map(|time| calls::request(&key, doctor, &time));
        Ok(content.map(|content| self.op(step, Action::Request, None, content)))
    }

    /// One of a doctor's next times: free when looked at, or when somebody else did.
    pub(super) async fn free_time(&mut self, doctor: Uuid, choice: u64) -> Result<Option<String>> {
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
        // Few, so that many want the same.
        let items = items(&page).iter().take(30);
        let times: Vec<String> = items
            .filter_map(|slot| slot["starts_at"].as_str())
            .map(str::to_owned)
            .collect();
        self.world.saw(doctor, times.clone());
        Ok(pick(choice / 5, &times).cloned())
    }

    /// An appointment for this action: mostly one that allows it, else any that I remember.
    async fn choose(&mut self, action: Action, step: &Step) -> Result<Option<Known>> {
        if step.picks[0].is_multiple_of(6)
            && let Some(known) = pick(step.picks[0] / 6, &self.known)
        {
            return Ok(Some(*known));
        }
        let which = match action {
            Action::Accept | Action::Decline | Action::Refer => "status=pending&limit=40",
            Action::Complete | Action::NoShow => "status=accepted&limit=40",
            Action::Agree => "status=proposed&limit=40",
            _ => "limit=60",
        };
        let Some(page) = self.read(&format!("/api/appointments?{which}")).await? else {
            return Ok(None);
        };
        let allowing: Vec<Known> = items(&page)
            .iter()
            .filter(|item| {
                let actions = item["actions"].as_array().map(Vec::as_slice);
                let mut actions = actions.unwrap_or_default().iter();
                actions.any(|one| one == action.word())
            })
            .filter_map(Known::of)
            .collect();
        for known in &allowing {
            self.remember(*known);
        }
        Ok(pick(step.picks[1], &allowing).copied())
    }

    async fn act(&mut self, action: Action, target: Known, step: &Step) -> Result<Option<Op>> {
        let key = self.key(step.number);
        let content = match action {
            Action::Accept => Some(calls::accept(&key, self.me.clinic)),
            Action::Refer => self.refer(&key, step).await?,
            Action::Suggest | Action::Move => {
                let time = self.free_time(target.doctor, step.picks[3]).await?;
                time.map(|time| match action {
                    Action::Move => calls::move_to(&key, &time),
                    _ => calls::suggest(&key, &time),
                })
            }
            Action::Agree | Action::Complete | Action::NoShow => Some(calls::nothing()),
            _ => Some(calls::because(&key)),
        };
        Ok(content.map(|content| self.op(step, action, Some(target), content)))
    }

    async fn refer(&mut self, key: &str, step: &Step) -> Result<Option<Value>> {
        // Now and then to one of another specialty, which is refused.
        let any = step.picks[2].is_multiple_of(16);
        let mine = (self.me.id, self.me.specialty);
        let doctors = self.world.doctors().into_iter();
        let colleagues: Vec<Uuid> = doctors
            .filter(|doctor| doctor.id != mine.0 && (any || doctor.specialty == mine.1))
            .map(|doctor| doctor.id)
            .collect();
        let Some(colleague) = pick(step.picks[2] / 16, &colleagues).copied() else {
            return Ok(None);
        };
        // Visits differ in length, so the same time is seldom one of the colleague's.
        let time = match step.picks[1].is_multiple_of(4) {
            true => None,
            false => self.free_time(colleague, step.picks[1]).await?,
        };
        let urgent = step.picks[0].is_multiple_of(2);
        Ok(Some(calls::refer(key, colleague, time.as_deref(), urgent)))
    }

    /// Something that must be refused: not my part's, or not mine.
    fn stray(&mut self, action: Action, step: &Step) -> Option<Op> {
        let key = self.key(step.number);
        let time = "2027-03-01T09:00:00Z";
        let target = match action {
            Action::Request => None,
            _ if is_of(self.me.part, action) => {
                Some(*pick(step.picks[0], &self.world.of_others(self.me.id))?)
            }
            _ => Some(*pick(step.picks[0], &self.known)?),
        };
        let content = match action {
            Action::Request => calls::request(&key, self.me.id, time),
            Action::Accept => calls::accept(&key, self.me.clinic.or(Some(self.me.id))),
            Action::Suggest => calls::suggest(&key, time),
            Action::Move => calls::move_to(&key, time),
            _ => calls::because(&key),
        };
        Some(self.op(step, action, target, content))
    }
}

pub(super) fn items(page: &Value) -> &[Value] {
    page["items"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
}
